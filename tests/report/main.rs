//! The formats for machines: each read back by a reader of its own, and held against its schema where it has one.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod checked;
mod concise;
mod csv;
mod github;
mod hostile;
mod json;
mod junit;
#[path = "../cli/runner.rs"]
mod runner;
mod sarif;
mod sarif_files;
mod schema;
