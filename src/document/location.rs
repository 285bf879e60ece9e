//! Where a block stands: in words a person can follow, and in the file, so that something can be put there.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

/// A place in a document, made once by the reader and carried with the text ever after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Location {
    /// The place in words: `Table 2, row 5, Action`, `paragraph 12`, `line 40`.
    pub text: String,
    /// The file it is in, as the user named it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The headings above it, outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<String>,
    /// The page, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The sheet of a workbook, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The element of a web page, as a path of names with their numbers among their like: `body/table[2]/tr[5]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// The table, counted from 1 through the document; a nested table counts after the one around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// The row in the table, counted from 1, header rows included; on a sheet, the row of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column in the table's grid, counted from 1; on a sheet, the column of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The paragraph, counted from 1 through the body of a word-processor document, table text not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// The line in a text file, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The character in that line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub character: Option<u32>,
    /// Where in the file itself it stands, in formats that comments can be put into.
    #[serde(skip)]
    pub anchor: Option<Arc<Anchor>>,
}

/// The place of text in the file that it was read from, where a comment on it belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// In a Word file: bytes of the XML of the main part, from the start of the first paragraph to the end of the last, or
    /// those of a cell. Text of a note or text box, where no comment may stand, has the place of the paragraph that it hangs
    /// on.
    Markup {
        /// The first byte, counted from 0 and without a byte order mark.
        start: usize,
        /// The byte after the last.
        end: usize,
    },
    /// In an Excel workbook: a cell, of a merged one the first.
    Cell {
        /// The part that holds its sheet, as it is called in the package: `xl/worksheets/sheet1.xml`.
        part: Arc<str>,
        /// Its row, counted from 1.
        row: u32,
        /// Its column, counted from 1.
        column: u32,
    },
}
