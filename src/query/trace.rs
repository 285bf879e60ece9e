//! Why a query did or did not match: each of its parts with its own outcome.

use std::ops::Range;

use super::goals::GoalId;

/// One part of a query and whether the text holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// Where the part stands: bytes of the query. Parts inside a named set carry the place of the set's name.
    pub span: Range<usize>,
    /// The part as a person writes it: `@regrade`, `NEAR/12`, `"no apparent risk"`.
    pub label: String,
    /// Whether this part matched. For a `NOT`, whether it was satisfied.
    pub matched: bool,
    /// The words of the text that matched it, as written, each once. For a `NOT`, those that it forbids.
    pub found: Vec<String>,
    /// Its own parts. A named set has none: its `found` says enough.
    pub parts: Vec<Trace>,
}

impl Trace {
    /// Returns what is wanting: the fewest parts that would have to turn out otherwise for the whole to match. None where
    /// it matched. Of a choice it is the alternative that comes nearest, or the choice itself where none is nearer than
    /// another; of a distance it is the distance itself where both of its sides stand in the text.
    pub fn wanting(&self) -> Vec<&Self> {
        if self.matched {
            return Vec::new();
        }
        let parts: Vec<&Self> = match self.shape() {
            Shape::Single => Vec::new(),
            Shape::Choice => self.nearest_alternative().map(Self::wanting).unwrap_or_default(),
            Shape::All => self.parts.iter().flat_map(Self::wanting).collect(),
        };
        if parts.is_empty() { vec![self] } else { parts }
    }

    /// Returns the single words, phrases and sets that the text holds, of those that count towards a match.
    pub fn held(&self) -> Vec<&Self> {
        match self.shape() {
            Shape::Single if self.matched && !self.found.is_empty() => vec![self],
            Shape::Single => Vec::new(),
            Shape::Choice if self.matched => {
                self.parts.iter().filter(|part| part.matched).flat_map(Self::held).collect()
            }
            Shape::Choice => self.nearest_alternative().map(Self::held).unwrap_or_default(),
            Shape::All => self.parts.iter().flat_map(Self::held).collect(),
        }
    }

    /// Returns how much of what it asks for the text holds, 0 to 1; it is 1 where it matched, and only there.
    pub fn share(&self) -> f64 {
        // What must not be there brings a text no nearer by its absence.
        let parts = self.parts.iter().filter(|part| part.label != "NOT" || !part.matched);
        let shares = parts.map(Self::share);
        match self.shape() {
            _ if self.matched => 1.0,
            Shape::Single => 0.0,
            Shape::Choice => shares.fold(0.0, f64::max),
            // Begun with one more than the parts: that they stand together is asked for as well.
            Shape::All => {
                let (held, asked) =
                    shares.fold((0.0, 1.0), |(held, asked), share| (held + share, asked + 1.0));
                held / asked
            }
        }
    }

    /// Returns the part as a person writes it, in one line: `absent NEAR/12 (@regrade OR reclassify)`.
    pub fn written(&self) -> String {
        let part = |part: &Self| {
            let written = part.written();
            if part.parts.is_empty() { written } else { format!("({written})") }
        };
        match (self.label.as_str(), self.parts.as_slice()) {
            (label, []) => label.to_owned(),
            ("NOT", [inner]) => format!("NOT {}", part(inner)),
            (operator, parts) => parts.iter().map(part).collect::<Vec<_>>().join(&format!(" {operator} ")),
        }
    }

    fn nearest_alternative(&self) -> Option<&Self> {
        let begun = self.parts.iter().filter(|part| part.share() > 0.0);
        // Of equals the first.
        begun.reduce(|best, part| if part.share() > best.share() { part } else { best })
    }

    fn shape(&self) -> Shape {
        match self.label.as_str() {
            _ if self.parts.is_empty() => Shape::Single,
            "OR" => Shape::Choice,
            // What must not be there is one condition, however it is put together.
            "NOT" => Shape::Single,
            _ => Shape::All,
        }
    }
}

/// What it takes for a part to match.
enum Shape {
    /// Something that stands in the text, or does not.
    Single,
    /// Any of its parts.
    Choice,
    /// All of its parts, and those together.
    All,
}

/// The goals of a query in the shape it was written in.
#[derive(Debug)]
pub(super) struct Outline {
    /// The goal of the part; of a `NOT`, the goal of what must not be there.
    pub(super) goal: GoalId,
    /// Its own parts.
    pub(super) parts: Vec<Outline>,
}
