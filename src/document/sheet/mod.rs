//! Reads workbooks.

use super::{Document, Limits, ReadError};

/// Reads an Excel workbook.
pub fn read_xlsx(file: &str, _bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::Damaged { part: file.to_owned(), why: "not read yet".to_owned() })
}

/// Reads an OpenDocument spreadsheet.
pub fn read_ods(file: &str, _bytes: &[u8], _limits: &Limits) -> Result<Document, ReadError> {
    Err(ReadError::Damaged { part: file.to_owned(), why: "not read yet".to_owned() })
}
