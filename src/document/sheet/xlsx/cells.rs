//! The cells of a worksheet: where each stands and what it shows.

use roxmltree::Node;

use super::super::grid::{Hidden, MOST_COLUMNS, MOST_ROWS, Sheet, Spot};
use super::super::number::{Code, DateParts, Epoch, general, shown_day};
use super::super::words::{Look, Words, plain};
use super::strings::{Rich, unescape};
use super::styles::Styles;
use super::xml::Sml;
use crate::document::{Limit, Limits, ReadError};

/// What the sheets of a workbook share.
pub(super) struct Shared<'l> {
    styles: Styles,
    strings: Vec<Rich>,
    epoch: Epoch,
    limits: &'l Limits,
    /// The bytes of text in all cells so far: many cells may name one long string.
    bytes: usize,
}

/// What a cell holds.
enum Content {
    Words(Option<Words>),
    /// A formula whose result is not saved.
    Unsaved,
    /// The number of a shared string that is not there.
    NoString(String),
}

impl<'l> Shared<'l> {
    pub(super) fn new(styles: Styles, strings: Vec<Rich>, epoch: Epoch, limits: &'l Limits) -> Self {
        Self { styles, strings, epoch, limits, bytes: 0 }
    }

    /// Reads a worksheet.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when its cells hold more text than a statement may, [`ReadError::Damaged`] when a cell
    /// names a text that is not there.
    pub(super) fn sheet(&mut self, root: Node<'_, '_>, name: String) -> Result<Sheet, ReadError> {
        let mut sheet = Sheet { name, ..Sheet::default() };
        sheet.hidden_columns = hidden_columns(root);
        let mut hidden_rows = Vec::new();
        let mut before = 0;
        for row in root.child("sheetData").into_iter().flat_map(|data| data.all("row")) {
            let number = row.number("r").unwrap_or(before + 1).clamp(1, MOST_ROWS);
            before = number;
            if row.flag("hidden") || row.number("ht") == Some(0.0) {
                hidden_rows.push((number, number));
            }
            self.row(row, number, &mut sheet)?;
        }
        sheet.hidden_rows = Hidden::of(hidden_rows);
        let merged = root.child("mergeCells").into_iter().flat_map(|merged| merged.all("mergeCell"));
        sheet.merges = merged.filter_map(|cell| area(cell.attr("ref")?)).collect();
        if root.descendants().any(|node| node.is("oleObject")) {
            sheet.unreadable.push("an embedded object".to_owned());
        }
        Ok(sheet)
    }

    fn row(&mut self, row: Node<'_, '_>, number: u32, sheet: &mut Sheet) -> Result<(), ReadError> {
        let mut before = 0;
        for cell in row.all("c") {
            let named = cell.attr("r").and_then(Spot::named);
            let spot =
                Spot { row: number, column: named.map_or(before + 1, |spot| spot.column).min(MOST_COLUMNS) };
            before = spot.column;
            match self.content(cell) {
                Content::Words(None) => {}
                Content::Words(Some(words)) => {
                    self.bytes += words.text.len();
                    let what = || "the text of the cells".to_owned();
                    self.limits.hold(Limit::TextBytes, self.bytes, what)?;
                    sheet.cells.insert(spot, words);
                }
                Content::Unsaved => sheet.unsaved.push(spot),
                Content::NoString(which) => {
                    let why = format!("cell {} names text {which}, which is not there", spot.name());
                    return Err(ReadError::Damaged { part: format!("sheet \"{}\"", sheet.name), why });
                }
            }
        }
        Ok(())
    }

    fn content(&self, cell: Node<'_, '_>) -> Content {
        let kind = cell.attr("t").unwrap_or("n");
        let (look, code) = self.styles.of(cell.number("s").unwrap_or_default());
        if kind == "inlineStr" {
            let text = cell.child("is").map(Rich::read);
            return self.text(text.as_ref(), look, code);
        }
        let value =
            cell.child("v").and_then(|value| value.text()).map(str::trim).filter(|value| !value.is_empty());
        let Some(value) = value else {
            let unsaved = cell.child("f").is_some() && kind != "str";
            return if unsaved { Content::Unsaved } else { Content::Words(None) };
        };
        let show =
            |text: &str, typed| Content::Words(plain(text, look).map(|words| Words { typed, ..words }));
        match kind {
            "s" => match value.parse().ok().and_then(|at: usize| self.strings.get(at)) {
                Some(text) => self.text(Some(text), look, code),
                None => Content::NoString(value.to_owned()),
            },
            "str" if code.is_some_and(Code::hides_text) => Content::Words(None),
            "str" => show(&unescape(value), false),
            "b" => show(if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" }, true),
            "e" => show(value, false),
            "d" => show(&iso_day(value).unwrap_or_else(|| value.to_owned()), true),
            _ => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let shown = code.map_or_else(|| general(number), |code| code.show(number, self.epoch));
                    show(&shown, true)
                }
                _ => show(value, false),
            },
        }
    }

    fn text(&self, text: Option<&Rich>, look: Look, code: Option<&Code>) -> Content {
        if code.is_some_and(Code::hides_text) {
            return Content::Words(None);
        }
        Content::Words(text.and_then(|text| text.words(look)))
    }
}

/// Returns the day of a date that is written out, `2017-03-31T00:00:00`, as a plan writes it.
fn iso_day(value: &str) -> Option<String> {
    let day = value.split('T').next()?.parse().ok()?;
    Some(shown_day(day, DateParts { day: true, ..DateParts::default() }))
}

/// Returns the first and last spot of a reference such as `A1:C3`.
fn area(reference: &str) -> Option<(Spot, Spot)> {
    let (first, last) = reference.split_once(':')?;
    Some((Spot::named(first)?, Spot::named(last)?))
}

fn hidden_columns(root: Node<'_, '_>) -> Hidden {
    let listed = root.all("cols").flat_map(|columns| columns.all("col"));
    let hidden = listed.filter(|column| column.flag("hidden") || column.number("width") == Some(0.0));
    let stretch = |column: Node<'_, '_>| {
        let first: u32 = column.number("min")?;
        Some((first.max(1), column.number("max").unwrap_or(first).min(MOST_COLUMNS)))
    };
    Hidden::of(hidden.filter_map(stretch).collect())
}
