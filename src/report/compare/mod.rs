//! Reports of a comparison: what changed between two drafts, for a person or a program; one file per output.

mod html;
mod json;
mod pieces;
mod text;
mod told;

pub use html::html;
pub use json::{json, schema};
pub use text::text;
