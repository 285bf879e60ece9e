//! Fuzzing that needs no tool: seeds changed at random, the same in every run, and laws that hold whatever comes out.
//!
//! `FUZZ_CASES` says how many cases each reader is given, `FUZZ_FROM` the number of the first; a folder in `FUZZ_KEEP`
//! gets each case before it is tried, so that one that hangs or ends the process is still there afterwards.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test says what it skipped, and how to see a failure again")]

mod laws;
mod mutate;
mod package;
mod readers;
mod rules;
mod run;
mod seeds;
