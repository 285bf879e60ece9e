//! Runs of words in a scanned text, and how lists of them are put together.

use std::ops::Range;

/// The most runs that are kept for one part of a query. The first ones of the text stay; a text that holds more
/// is far longer than any action, and hostile text must not make the work grow with its square.
pub(super) const MOST_SPANS: usize = 1024;

/// A run of words. Lists of them are sorted, without doubles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    /// Which of the scanned parts it lies in.
    pub(super) part: usize,
    /// Its first word, counted from 0 in the part.
    pub(super) first: usize,
    /// The word after its last one. Equals `first` for a regex that touches no word.
    pub(super) end: usize,
    /// Its first byte.
    pub(super) from: usize,
    /// The byte after its last one.
    pub(super) to: usize,
}

impl Span {
    /// Its place in bytes of its part.
    pub(super) fn bytes(&self) -> Range<usize> {
        self.from..self.to
    }

    fn join(self, other: Self) -> Self {
        Self {
            part: self.part,
            first: self.first.min(other.first),
            end: self.end.max(other.end),
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    /// Whether at most `within` words lie between `self` and `right`, which must follow it when `ordered`.
    fn is_near(&self, right: &Self, within: usize, ordered: bool) -> bool {
        if self.part != right.part || self == right {
            return false;
        }
        let gap = if self.end <= right.first {
            right.first - self.end
        } else if ordered {
            return false;
        } else {
            self.first.saturating_sub(right.end)
        };
        gap <= within
    }
}

/// All runs of all `lists`.
pub(super) fn union<'s>(lists: impl Iterator<Item = &'s [Span]>) -> Vec<Span> {
    settle(lists.flatten().copied().collect())
}

/// The runs that reach from one of `left` to one of `right` with at most `within` words between the two. Runs that
/// overlap are no words apart, but one and the same word is not near itself.
pub(super) fn near(left: &[Span], right: &[Span], within: usize, ordered: bool) -> Vec<Span> {
    let longest = right.iter().map(|span| span.end - span.first).max().unwrap_or_default();
    let mut joined = Vec::new();
    for one in left {
        let reach = if ordered { one.end } else { one.first.saturating_sub(within + longest) };
        let begin = right.partition_point(|other| (other.part, other.first) < (one.part, reach));
        let close_by = right.iter().skip(begin);
        let close_by = close_by.take_while(|other| other.part == one.part && other.first <= one.end + within);
        joined.extend(
            close_by.filter(|other| one.is_near(other, within, ordered)).map(|other| one.join(*other)),
        );
        if joined.len() > 4 * MOST_SPANS {
            break;
        }
    }
    settle(joined)
}

fn settle(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup();
    spans.truncate(MOST_SPANS);
    spans
}
