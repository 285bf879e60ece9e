//! The `wsoa` command as a person runs it: what it prints, where, and how it ends.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_input;
mod bad_rules;
mod check;
mod draft;
mod due;
mod explain;
mod hostile_text;
mod json;
mod json_told;
mod letter;
mod readme;
mod recognition;
mod rules;
mod rules_diff;
mod rules_fix;
mod rules_lint;
mod rules_test;
mod rules_why;
mod runner;
mod several;
mod shells;
mod targets;
#[allow(dead_code, reason = "the tests of the Word reader use the rest")]
#[path = "../support/word.rs"]
mod word;
