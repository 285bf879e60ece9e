//! Fidelity: what a person sees in a file is read, once and in order, and what nobody sees is not.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it skips"
)]

mod fixtures;
mod independent;
mod markers;
mod same;
mod words;
