//! Where a block stands, in words a person can follow.

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
}
