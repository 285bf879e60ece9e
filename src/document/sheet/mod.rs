//! Workbooks: what a person who opens the file sees on its sheets.
//!
//! Each format is read into plain sheets ([`xlsx`], [`ods`]): cells with their words ([`words`], [`number`]), merges,
//! and what is hidden ([`grid`]). What is seen of a sheet is then cut into its tables and lines ([`layout`]) and
//! written down as blocks ([`blocks`]).

mod blocks;
mod grid;
mod layout;
mod number;
mod ods;
mod words;
mod xlsx;

use self::blocks::Writer;
use self::grid::{Sheet, Spot};
pub(crate) use self::xlsx::sheet_parts;
use super::{Document, DraftMarks, Format, Limits, ReadError};

/// A workbook as its format gives it: the sheets that are shown, in their order, and the signs of a draft.
#[derive(Debug, Default)]
struct Workbook {
    sheets: Vec<Sheet>,
    marks: DraftMarks,
}

/// Reads an Excel workbook (.xlsx, .xlsm), transitional or strict; `file` is its name as the user gave it.
///
/// # Errors
///
/// Any [`ReadError`] but [`ReadError::NotUtf8`]: the bytes are no workbook, are encrypted, damaged or cut short, or
/// would cost more than `limits` allow.
pub fn read_xlsx(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    written_down(file, Format::Xlsx, xlsx::read(bytes, limits)?, limits)
}

/// Reads an OpenDocument spreadsheet (.ods); `file` is its name as the user gave it.
///
/// # Errors
///
/// Any [`ReadError`] but [`ReadError::NotUtf8`]: the bytes are no spreadsheet, are encrypted, damaged or cut short, or
/// would cost more than `limits` allow.
pub fn read_ods(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    written_down(file, Format::Ods, ods::read(bytes, limits)?, limits)
}

/// Returns the row and column, counted from 1, that a reference such as `C5` names.
pub(crate) fn cell_named(name: &str) -> Option<(u32, u32)> {
    Spot::named(name).map(|spot| (spot.row, spot.column))
}

/// Returns the name of a cell by its row and column, counted from 1: `C5`.
pub(crate) fn cell_name((row, column): (u32, u32)) -> String {
    Spot { row, column }.name()
}

fn written_down(
    file: &str,
    format: Format,
    workbook: Workbook,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let mut writer = Writer::new(file, limits);
    for sheet in workbook.sheets {
        writer.sheet(sheet)?;
    }
    let (blocks, unread) = writer.finish();
    Ok(Document { file: file.to_owned(), format, blocks, unread, marks: workbook.marks })
}
