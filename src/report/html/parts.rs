//! The parts that pages are put together from: headings, marks, tables, quotes.

use std::ops::Range;

use maud::{Markup, html};

use crate::assess::Verdict;
pub(crate) use crate::report::counted::counted;
use crate::report::terminal::{sign, word};

/// What a mark means; it chooses the colour, and the sign and the word beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Answered, better, in time.
    Good,
    /// Half answered, soon due.
    Half,
    /// Not answered, worse, late.
    Bad,
    /// Not known.
    Unsure,
    /// Neither good nor bad.
    Quiet,
}

impl Tone {
    /// Returns the tone of a verdict.
    pub(crate) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Addressed => Self::Good,
            Verdict::Partial => Self::Half,
            Verdict::Unaddressed => Self::Bad,
            Verdict::CannotTell => Self::Unsure,
        }
    }

    /// Returns the class that the style knows it by.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Half => "half",
            Self::Bad => "bad",
            Self::Unsure => "unsure",
            Self::Quiet => "quiet",
        }
    }
}

/// Returns a mark: a sign for the eye and the word for everybody.
pub(crate) fn mark(tone: Tone, sign: &str, word: &str) -> Markup {
    html! { span class={ "mark " (tone.class()) } { span aria-hidden="true" { (sign) } " " (word) } }
}

/// Returns the mark of a verdict.
pub(crate) fn verdict(verdict: Verdict) -> Markup {
    mark(Tone::of(verdict), sign(verdict), word(verdict))
}

/// Returns a heading of a level, 1 to 6, with the `id` that links name it by where it has one.
pub(crate) fn heading(level: u8, id: Option<&str>, words: &Markup) -> Markup {
    html! {
        @match level {
            0 | 1 => h1 id=[id] { (words) },
            2 => h2 id=[id] { (words) },
            3 => h3 id=[id] { (words) },
            4 => h4 id=[id] { (words) },
            5 => h5 id=[id] { (words) },
            _ => h6 id=[id] { (words) },
        }
    }
}

/// Returns a table in a group that scrolls by itself where the screen is narrow. `id` is that of its caption; the rows
/// are `tr`, each with a `th scope="row"` first.
pub(crate) fn table(id: &str, class: &str, caption: &Markup, columns: &[Markup], rows: &Markup) -> Markup {
    html! {
        div.scroll role="group" aria-labelledby=(id) tabindex="0" {
            table class=(class) {
                caption id=(id) { span { (caption) } }
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { (rows) }
            }
        }
    }
}

/// Returns a sentence of ours in which what stands between backticks is quoted.
pub(crate) fn told(sentence: &str) -> Markup {
    let pieces: Vec<&str> = sentence.split('`').collect();
    // A backtick without its fellow is no quotation mark.
    let paired = pieces.len() % 2 == 1;
    html! {
        @if paired {
            @for (at, piece) in pieces.iter().enumerate() {
                @if at % 2 == 1 { q { (piece) } } @else { (piece) }
            }
        } @else { (sentence) }
    }
}

/// The longest quotation that is shown, in characters.
const LONGEST: usize = 700;

/// Returns a text of a document, cut between words where it is very long.
pub(crate) fn cut(text: &str) -> Markup {
    let (shown, rest) = split(text);
    html! { (shown) @if rest { "…" } }
}

/// Returns a quotation with the words marked that a rule looked for: byte ranges of it.
pub(crate) fn quote(text: &str, words: &[Range<usize>]) -> Markup {
    let (shown, rest) = split(text);
    let mut pieces = Vec::new();
    let mut from = 0;
    for range in words {
        // Ranges that overlap or were cut off have nothing left to mark.
        if let (Some(before), Some(word)) = (shown.get(from..range.start), shown.get(range.clone())) {
            pieces.push((before, word));
            from = range.end;
        }
    }
    let after = shown.get(from..).unwrap_or_default();
    html! {
        q {
            @for (before, word) in pieces { (before) @if !word.is_empty() { mark { (word) } } }
            (after)
            @if rest { "…" }
        }
    }
}

/// Returns the beginning of a text that is shown, and whether there is more.
fn split(text: &str) -> (&str, bool) {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return (text, false) };
    // Both ends are where characters begin.
    let shown = &text[..end];
    (shown.rfind(' ').map_or(shown, |space| &shown[..space]), true)
}
