//! Decisions of people: how they are asked for and kept, when they hold, and what follows from them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod counting;
mod desk;
mod dialogue;
#[allow(dead_code, reason = "the tests of tables in PDF files use the rest")]
#[path = "../pdf_tables/drawn.rs"]
mod drawn;
mod edits_of_gaps;
mod edits_of_promises;
mod laws;
mod records;
#[allow(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/runner.rs"]
mod runner;
#[allow(dead_code, reason = "the tests of the Word reader use the rest")]
#[path = "../support/word.rs"]
mod word;
mod written;
