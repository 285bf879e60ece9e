//! The rule author's bench: what it can tell of queries without a text, and the schema of rule files.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod schema;
mod shapes;
