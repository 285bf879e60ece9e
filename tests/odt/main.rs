//! OpenDocument text: what counts as written, and where it stands.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod counting;
mod drawings;
mod headings;
mod hostile;
mod lists;
mod marks;
mod notes;
mod refusals;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod writer;
