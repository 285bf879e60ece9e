//! Settings and waivers: how they are read and found, what they change in a check, and how they are first written.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod counting;
mod desk;
mod init;
mod laws;
#[cfg(unix)]
mod linked;
mod mistakes;
#[allow(dead_code, reason = "the tests of the command line use the rest")]
#[path = "../cli/runner.rs"]
mod runner;
mod waivers;
