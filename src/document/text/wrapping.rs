//! How the lines of a file were broken: by a narrow window, or only where a paragraph ends.

use super::lines::{Line, is_space};

/// No one wraps lines by hand or in a mail program beyond so many characters.
const WIDEST: usize = 110;

/// How the lines of a file end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrapping {
    /// The length of the longest wrapped line, in characters; `None` when every line is a whole paragraph.
    width: Option<usize>,
}

impl Wrapping {
    /// Returns how `lines` were broken, told by the lines of prose among them.
    pub(super) fn of(lines: &[Line]) -> Self {
        let prose = || lines.iter().filter(|line| !line.text.contains(['\t', '|'])).map(Line::length);
        let long: usize = prose().filter(|length| *length > WIDEST).sum();
        let all: usize = prose().sum();
        let width = prose().filter(|length| *length <= WIDEST).max().unwrap_or(WIDEST);
        Self { width: (long * 2 <= all).then_some(width) }
    }

    /// Returns whether every line is a whole paragraph.
    pub(super) fn is_whole(self) -> bool {
        self.width.is_none()
    }

    /// Returns whether the line end after `above` was put there on purpose: the line is too long to have been
    /// wrapped, or the first word of `below`, with the signs before it, would have had room.
    pub(super) fn ends(self, above: &Line, below: &Line) -> bool {
        let text = below.trimmed();
        let start = text.find(char::is_alphanumeric).unwrap_or_default();
        let rest = text.get(start..).unwrap_or_default();
        let word =
            text.get(..start + rest.find(is_space).unwrap_or(rest.len())).unwrap_or(text).chars().count();
        self.width.is_none_or(|width| Self::is_long(above) || above.length() + 1 + word < width)
    }

    /// Returns whether `above` or `below` is a whole paragraph on one line in a file that wraps the others.
    pub(super) fn is_whole_line(self, above: &Line, below: &Line) -> bool {
        !self.is_whole() && (Self::is_long(above) || Self::is_long(below))
    }

    /// Returns whether a line is too long to have been wrapped.
    pub(super) fn is_long(line: &Line) -> bool {
        line.length() > WIDEST
    }
}
