//! Fidelity: what a person sees in a file is read, once and in order, and what nobody sees is not.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a test says what it skipped, and how to see a failure again")]

mod fixtures;
mod independent;
mod markers;
mod same;
mod words;
