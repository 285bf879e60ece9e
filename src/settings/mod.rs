//! Settings: what a team says once for all of its checks, and which items of the letter it has waived.
//!
//! [`Settings::read`] takes the text of a `wsoa.toml` and gives every mistake in it with its place. [`Settings::apply`]
//! makes the waivers and severities count in what a check found; they change no verdict. [`template`] is the file that
//! `wsoa init` writes, and [`Settings::with_waiver`] adds a waiver to one that is there.

mod add;
mod fail_on;
mod model;
mod read;
mod severity;
mod template;
mod waive;

pub use fail_on::FailOn;
pub use model::Settings;
pub use template::{Start, template};
