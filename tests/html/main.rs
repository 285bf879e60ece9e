//! Web pages: what a person sees of them, and where it stands.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod encoding;
mod flow;
mod furniture;
mod hidden;
mod hostile;
mod lists;
mod notes;
mod places;
mod struck;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod unread;
mod word;

use wsoa::document::{Document, Limits, ReadError, html};

/// Reads a page from its source.
fn read(source: &str) -> Document {
    try_read(source.as_bytes()).unwrap()
}

fn try_read(source: &[u8]) -> Result<Document, ReadError> {
    html::read("page.html", source, &Limits::default())
}

/// Draws what is read of a page with this in its body.
fn outline(body: &str) -> String {
    support::outline(&read(&format!("<!doctype html><title>Unseen</title><body>{body}")))
}

/// Returns the texts of all blocks that are no table, cells among them.
fn texts(body: &str) -> Vec<String> {
    let document = read(&format!("<!doctype html><title>Unseen</title><body>{body}"));
    document.texts().into_iter().map(str::to_owned).collect()
}
