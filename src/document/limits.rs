//! How much a document may cost to read, and why that much: every limit stands here, and each can be raised.
//!
//! A statement is a few hundred kilobytes. The limits lie far above any statement and keep hostile input within two
//! seconds and 256 MiB.

use super::error::ReadError;

/// One thing that is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of a file.
    FileBytes,
    /// Bytes of a text file.
    TextBytes,
    /// Lines of a text file.
    Lines,
    /// Files in an archive.
    ArchiveEntries,
    /// Bytes one part of an archive may unpack to.
    PartBytes,
    /// Bytes all parts of an archive that are read may unpack to together.
    TotalBytes,
    /// How many times its packed size a part may unpack to.
    Ratio,
    /// Bytes a part may unpack to whatever its ratio.
    RatioGrace,
    /// XML or HTML elements inside one another.
    Depth,
    /// Tags, and attributes, in one part.
    Tags,
    /// Attributes of one element.
    Attributes,
    /// Namespace prefixes in scope at one place.
    Namespaces,
    /// Cells of all tables of a document.
    Cells,
    /// Columns of a table.
    Columns,
    /// Styles that build on one another.
    StyleChain,
    /// Pages of a PDF.
    Pages,
    /// Marks on all pages of a PDF: glyphs, lines and pictures.
    PageMarks,
    /// Elements and stretches of text of a web page.
    Nodes,
    /// Headings, paragraphs, list items, notes and filled cells of a document.
    Passages,
    /// Words of a document.
    Words,
    /// Sentences of a document.
    Sentences,
}

impl Limit {
    /// Every limit, in the order of the documentation.
    pub const ALL: [Self; 21] = [
        Self::FileBytes,
        Self::TextBytes,
        Self::Lines,
        Self::ArchiveEntries,
        Self::PartBytes,
        Self::TotalBytes,
        Self::Ratio,
        Self::RatioGrace,
        Self::Depth,
        Self::Tags,
        Self::Attributes,
        Self::Namespaces,
        Self::Cells,
        Self::Columns,
        Self::StyleChain,
        Self::Pages,
        Self::PageMarks,
        Self::Nodes,
        Self::Passages,
        Self::Words,
        Self::Sentences,
    ];

    /// Returns its name, its value unless raised, and why that much.
    const fn entry(self) -> (&'static str, usize, &'static str) {
        match self {
            Self::FileBytes => {
                ("file-bytes", 128 << 20, "the largest real plans are some 50 MB, nearly all of it pictures")
            }
            Self::TextBytes => ("text-bytes", 8 << 20, "over a million words, read within two seconds"),
            Self::Lines => ("lines", 300_000, "each costs some two hundred bytes beyond its own"),
            Self::ArchiveEntries => {
                ("archive-entries", 10_000, "a document with a thousand pictures has some two thousand")
            }
            Self::PartBytes => ("part-bytes", 32 << 20, "a plan of 300 pages is about 15 MB of XML"),
            Self::TotalBytes => ("total-bytes", 64 << 20, "all parts that are read are held in memory"),
            Self::Ratio => ("ratio", 200, "XML full of tables reaches about 60, a bomb 1,000"),
            Self::RatioGrace => ("ratio-grace", 4 << 20, "a short file of repeated rows is no bomb"),
            Self::Depth => ("depth", 200, "tables in tables in content controls reach some 40"),
            Self::Tags => ("tags", 1_000_000, "the parser keeps about 80 bytes for each"),
            Self::Attributes => ("attributes", 128, "Word's root elements have about 40"),
            Self::Namespaces => ("namespaces", 256, "Word declares about 35"),
            Self::Cells => ("cells", 200_000, "a plan of 500 rows and 12 columns has 6,000"),
            Self::Columns => ("columns", 1_024, "Word allows 63, and no plan in Excel is wider"),
            Self::StyleChain => {
                ("style-chain", 64, "styles that build on one another in a loop would not end")
            }
            Self::Pages => ("pages", 2_000, "the longest plans have some 300 pages"),
            Self::PageMarks => ("page-marks", 4_000_000, "a page of text has about 4,000 glyphs"),
            Self::Nodes => {
                ("nodes", 250_000, "a plan of 500 rows and 12 columns, saved by Word, has about 60,000")
            }
            Self::Passages => ("passages", 30_000, "a tracker of 1,000 rows and 20 columns has 20,000"),
            Self::Words => ("words", 500_000, "a plan of 300 pages has about 100,000"),
            Self::Sentences => ("sentences", 10_000, "a plan of 300 pages has about 6,000; each is judged"),
        }
    }

    /// Returns its name, as `--limit` takes it: `part-bytes`.
    pub const fn name(self) -> &'static str {
        self.entry().0
    }

    /// Returns its value unless it is raised.
    pub const fn default_value(self) -> usize {
        self.entry().1
    }

    /// Returns why it is what it is, as a clause without a full stop.
    pub const fn reason(self) -> &'static str {
        self.entry().2
    }

    /// Returns the limit called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|limit| limit.name() == name)
    }

    /// Returns `value` of this limit in words: `32 MiB`, `200,000`.
    pub fn show(self, value: usize) -> String {
        let bytes = self.name().ends_with("bytes") || self == Self::RatioGrace;
        if bytes && value >= 1 << 20 && value.is_multiple_of(1 << 20) {
            return format!("{} MiB", value >> 20);
        }
        let digits = value.to_string();
        let mut shown = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push(',');
            }
            shown.push(digit);
        }
        if bytes { format!("{shown} bytes") } else { shown }
    }
}

/// The limits a document is read within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits([usize; Limit::ALL.len()]);

impl Default for Limits {
    fn default() -> Self {
        Self(Limit::ALL.map(Limit::default_value))
    }
}

impl Limits {
    /// Returns what `limit` stands at.
    pub fn of(&self, limit: Limit) -> usize {
        self.0.get(limit as usize).copied().unwrap_or_default()
    }

    /// Sets `limit` to `value`.
    pub fn set(&mut self, limit: Limit, value: usize) {
        if let Some(slot) = self.0.get_mut(limit as usize) {
            *slot = value;
        }
    }

    /// Holds `amount` of `what` against `limit`.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when it is over.
    pub fn hold(&self, limit: Limit, amount: usize, what: impl FnOnce() -> String) -> Result<(), ReadError> {
        if amount > self.of(limit) { Err(self.too_large(limit, what())) } else { Ok(()) }
    }

    /// Holds the number of table cells of a document against its limit.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when there are more.
    pub(super) fn hold_cells(&self, cells: usize) -> Result<(), ReadError> {
        self.hold(Limit::Cells, cells, || "the number of table cells".to_owned())
    }

    /// Returns the error that `what` is over `limit`.
    pub fn too_large(&self, limit: Limit, what: impl Into<String>) -> ReadError {
        ReadError::TooLarge { what: what.into(), limit, most: self.of(limit) }
    }
}
