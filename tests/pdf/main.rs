//! PDF files: what is seen on their pages, and where it stands.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod builder;
mod furniture;
mod headings;
mod hostile;
mod lists;
mod notes;
mod paragraphs;
mod refusals;
mod seen;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod unread;
