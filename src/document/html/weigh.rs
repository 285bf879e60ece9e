//! What a page would cost the parser, told from its tags before it is parsed.

use crate::document::error::ReadError;
use crate::document::{Limit, Limits};

/// Elements whose content is no markup, so that a tag in it is only text.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Refuses a page with more tags, or more attributes in one tag, than any page has: the parser compares each attribute
/// of a tag with all others.
pub(super) fn hold_tags(source: &str, limits: &Limits) -> Result<(), ReadError> {
    // Each of these signs costs as much as a tag, whether or not one begins with it.
    for (sign, what) in [(b'<', "tags"), (b'&', "character references")] {
        let count = source.bytes().filter(|byte| *byte == sign).count();
        limits.hold(Limit::Tags, count, || format!("the number of {what}"))?;
    }
    let mut attributes = 0;
    // In drawings and formulas no content is raw.
    let mut foreign = 0_usize;
    let mut rest = source;
    while let Some((_, markup)) = rest.split_once('<') {
        if let Some(comment) = markup.strip_prefix('!').filter(|comment| comment.starts_with("--")) {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(tag) = Tag::read(markup) else {
            rest = markup;
            continue;
        };
        attributes += tag.attributes;
        limits.hold(Limit::Attributes, tag.attributes, || {
            "the number of attributes of one element".to_owned()
        })?;
        rest = tag.after;
        if matches!(tag.name.as_str(), "svg" | "math") {
            foreign = if tag.closes { foreign.saturating_sub(1) } else { foreign + 1 };
        } else if foreign == 0 && !tag.closes && RAW.contains(&tag.name.as_str()) {
            rest = after_raw(rest, &tag.name);
        }
    }
    limits.hold(Limit::Tags, attributes, || "the number of attributes".to_owned())
}

/// Returns what follows the raw content of the element `name`: its closing tag, or nothing.
fn after_raw<'a>(content: &'a str, name: &str) -> &'a str {
    let closes = |at: &usize| {
        let tag = content.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    content
        .match_indices("</")
        .map(|(at, _)| at)
        .find(closes)
        .and_then(|at| content.get(at..))
        .unwrap_or_default()
}

/// A tag, as far as it costs.
struct Tag<'a> {
    name: String,
    closes: bool,
    attributes: usize,
    after: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads the tag that `markup` begins with, its `<` left out; `None` when that is no tag.
    fn read(markup: &'a str) -> Option<Self> {
        let (closes, inner) = markup.strip_prefix('/').map_or((false, markup), |inner| (true, inner));
        if !inner.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            return None;
        }
        let name_ends = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let end = inner.bytes().position(name_ends).unwrap_or(inner.len());
        let (name, rest) = inner.split_at(end);
        let mut state = State::Between;
        let mut attributes = 0;
        let mut at = 0;
        for byte in rest.bytes() {
            at += 1;
            state = match (state, byte) {
                (State::Quoted(quote), byte) if byte == quote => State::Between,
                (State::Quoted(quote), _) => State::Quoted(quote),
                (_, b'>') => break,
                (State::Value, b'"' | b'\'') => State::Quoted(byte),
                (State::Value, byte) if byte.is_ascii_whitespace() => State::Value,
                (State::Value | State::Bare, byte) if !byte.is_ascii_whitespace() => State::Bare,
                (State::Name | State::Behind, b'=') => State::Value,
                (State::Name | State::Behind, byte) if byte.is_ascii_whitespace() => State::Behind,
                (_, byte) if byte.is_ascii_whitespace() || byte == b'/' => State::Between,
                (State::Name, _) => State::Name,
                _ => {
                    attributes += 1;
                    State::Name
                }
            };
        }
        let after = rest.get(at..).unwrap_or_default();
        Some(Self { name: name.to_ascii_lowercase(), closes, attributes, after })
    }
}

/// Where in a tag a sign stands.
#[derive(Clone, Copy)]
enum State {
    /// Before an attribute, or after one.
    Between,
    /// In the name of an attribute.
    Name,
    /// Behind a name, where a sign of equality may come.
    Behind,
    /// Behind the sign of equality.
    Value,
    /// In a value without quotation marks.
    Bare,
    /// In a value that this mark ends.
    Quoted(u8),
}
