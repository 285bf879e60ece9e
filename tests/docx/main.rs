//! Word files: what counts as written, and where it stands.

mod counting;
mod dump;
mod headings;
mod hostile;
mod lists;
mod notes;
mod refusals;
#[path = "../support/mod.rs"]
mod support;
mod tables;
