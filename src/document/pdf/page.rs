//! A page as it is seen: glyphs, ruling lines and pictures, each at its place.
//!
//! Everything is measured in points from the top left corner of the page as a viewer shows it (crop box and
//! rotation applied); y grows downwards.

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Rect {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Returns its middle, across and down.
    pub(super) fn centre(&self) -> (f32, f32) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    pub(super) fn contains(&self, (x, y): (f32, f32)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Returns the smallest rectangle around both.
    pub(super) fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Returns what lies in both, which may be of negative width or height.
    pub(super) fn intersection(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}

/// One page, with what a person sees on it.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Its number, counted from 1.
    pub(super) number: u32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// The glyphs in the order they are drawn, spaces left out.
    pub(super) glyphs: Vec<Glyph>,
    /// The ruling lines; lines that underline or strike text are not among them.
    pub(super) strokes: Vec<Stroke>,
    pub(super) images: Vec<Rect>,
    /// How many lines and curves it draws that are no ruling lines.
    pub(super) shapes: usize,
    /// How many glyphs it has in text that runs askew, as a watermark does; they are not among its glyphs.
    pub(super) askew: usize,
}

/// One glyph.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Glyph {
    /// The character it stands for; [`UNMAPPED`] where the file does not say. A ligature is a glyph for each letter.
    pub(super) text: char,
    /// From its origin to where the next glyph starts, and from the ascent to the descent of its font.
    pub(super) rect: Rect,
    /// Where the line it stands on runs: y for level text, x for text that runs up or down the page.
    pub(super) baseline: f32,
    /// The size of its font, in points as seen.
    pub(super) size: f32,
    /// Which font of the page it is in: equal numbers, equal fonts.
    pub(super) font: u16,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether a space was drawn right before it.
    pub(super) spaced: bool,
    /// Whether a line is drawn through it.
    pub(super) struck: bool,
    /// Whether the file says it belongs to a running head or foot.
    pub(super) furniture: bool,
    /// How the text it belongs to runs.
    pub(super) turn: Turn,
}

/// What a glyph that maps to no character is read as.
pub(super) const UNMAPPED: char = '\u{FFFD}';

/// How text runs on the page as seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// From left to right, as nearly all text does.
    #[default]
    Level,
    /// From bottom to top, as in narrow table headings.
    Up,
    /// From top to bottom.
    Down,
}

/// A thin line, from a drawn line, a thin filled rectangle, or an edge of a drawn or filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    /// Where it lies, its thickness included.
    pub(super) rect: Rect,
    pub(super) kind: Kind,
    /// Whether it is the edge of a shaded area rather than a line of its own.
    pub(super) edge: bool,
}

/// Which way a ruling line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Horizontal,
    Vertical,
}
