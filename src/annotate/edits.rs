//! Changes to a text at places of it that were found beforehand; all else stays, byte for byte.

use std::ops::Range;

use roxmltree::Node;

/// Changes to one text, in any order. Where two insertions have the same place, the first comes first.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts `text` in before the byte `at`.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Takes the bytes of `range` out.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// Puts `text` in the place of the bytes of `range`.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// Puts `xml` at the end of the content of an element of `text`.
    pub(super) fn append(&mut self, element: Node<'_, '_>, text: &str, xml: &str) {
        match Inside::of(element, text) {
            Inside::Content { end, .. } => self.insert(end, xml),
            Inside::Empty { mark, close } => self.replace(mark, format!(">{xml}{close}")),
        }
    }

    /// Returns `text` with the changes made. A change that begins inside of an earlier one is left out.
    pub(super) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for (range, new) in self.0 {
            let Some(kept) = text.get(done..range.start) else { continue };
            changed.push_str(kept);
            changed.push_str(&new);
            done = range.end;
        }
        changed.push_str(text.get(done..).unwrap_or_default());
        changed
    }
}

/// The inside of an element as it is written.
#[derive(Debug)]
pub(super) enum Inside {
    /// Between its tags.
    Content {
        /// Where the content begins.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// It has one tag only, which closes itself.
    Empty {
        /// The mark `/>`.
        mark: Range<usize>,
        /// The tag that closes the element once the mark is `>`.
        close: String,
    },
}

impl Inside {
    /// Finds the inside of an element of `text`.
    pub(super) fn of(element: Node<'_, '_>, text: &str) -> Self {
        let range = element.range();
        let written = text.get(range.clone()).unwrap_or_default();
        if element.has_children() || !written.ends_with("/>") {
            let end = range.start + written.rfind("</").unwrap_or(written.len());
            let start = element.first_child().map_or(end, |child| child.range().start);
            return Self::Content { start, end };
        }
        let close = format!("</{}>", raw_name(written));
        Self::Empty { mark: range.end - 2..range.end, close }
    }
}

/// Returns the name of the element that `written` begins with, its prefix included.
fn raw_name(written: &str) -> &str {
    let name = written.strip_prefix('<').unwrap_or(written);
    name.split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | '>')).next().unwrap_or_default()
}

/// Returns the prefix that an element of `text` is written with, its colon included; empty where it has none.
pub(super) fn raw_prefix(element: Node<'_, '_>, text: &str) -> String {
    let written = text.get(element.range()).unwrap_or_default();
    raw_name(written).split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"))
}

/// Returns `text` with the signs escaped that XML would read as its own.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // Neither is a sign that XML 1.0 may hold.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            sign => escaped.push(sign),
        }
    }
    escaped
}
