//! The tables of a spreadsheet, one a sheet: rows and cells, each of which may stand for many.

use roxmltree::Node;

use super::super::grid::{Hidden, MOST_COLUMNS, MOST_ROWS, Sheet, Spot};
use super::super::number::{general, shown_day};
use super::super::words::{Gathered, Look, Words, plain};
use super::styles::Styles;
use super::text::paragraphs;
use super::xml::Odf;
use crate::document::{Limit, Limits, ReadError};
use crate::text::clean;

/// Reads the tables of one spreadsheet, keeping count on the way.
pub(super) struct Tables<'s> {
    styles: &'s Styles<'s>,
    limits: &'s Limits,
    cells: usize,
    bytes: usize,
    comments: usize,
}

/// A table as it is read.
#[derive(Default)]
struct Reading<'a> {
    sheet: Sheet,
    /// The last row and the last column so far.
    row: u32,
    column: u32,
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    /// The styles that columns give to cells without one: the last column of each, and the style.
    column_styles: Vec<(u32, Option<&'a str>)>,
}

impl<'s> Tables<'s> {
    pub(super) fn new(styles: &'s Styles<'s>, limits: &'s Limits) -> Self {
        Self { styles, limits, cells: 0, bytes: 0, comments: 0 }
    }

    /// Returns how many comments the tables read so far hold.
    pub(super) fn comments(&self) -> usize {
        self.comments
    }

    /// Reads a table.
    ///
    /// # Errors
    ///
    /// [`ReadError::TooLarge`] when it has too many cells, or too much text in them.
    pub(super) fn read(&mut self, table: Node<'_, '_>) -> Result<Sheet, ReadError> {
        let mut reading = Reading::default();
        reading.sheet.name = clean(table.attr("name").unwrap_or_default());
        self.parts(table, false, &mut reading)?;
        let Reading { mut sheet, hidden_rows, hidden_columns, .. } = reading;
        sheet.hidden_rows = Hidden::of(hidden_rows);
        sheet.hidden_columns = Hidden::of(hidden_columns);
        Ok(sheet)
    }

    /// Reads the rows and columns in a table or in a group of either.
    fn parts<'a>(
        &mut self,
        node: Node<'a, '_>,
        hidden: bool,
        reading: &mut Reading<'a>,
    ) -> Result<(), ReadError> {
        for child in node.children() {
            let hidden = hidden || matches!(child.attr("visibility"), Some("collapse" | "filter"));
            match child.name() {
                "table-column" => {
                    let first = reading.column + 1;
                    let last = reading.column.saturating_add(child.times("number-columns-repeated"));
                    reading.column = last.min(MOST_COLUMNS);
                    reading.column_styles.push((reading.column, child.attr("default-cell-style-name")));
                    if hidden || self.styles.hides(child, "table-column") {
                        reading.hidden_columns.push((first, reading.column));
                    }
                }
                "table-row" => {
                    let times =
                        child.times("number-rows-repeated").min(MOST_ROWS - reading.row.min(MOST_ROWS));
                    let first = reading.row + 1;
                    reading.row += times;
                    if hidden || self.styles.hides(child, "table-row") {
                        reading.hidden_rows.push((first, reading.row));
                    }
                    self.row(child, first, times, reading)?;
                }
                "shapes" => self.shapes(child, &mut reading.sheet),
                "table-header-rows"
                | "table-rows"
                | "table-header-columns"
                | "table-columns"
                | "table-row-group"
                | "table-column-group" => {
                    self.parts(child, hidden || child.attr("display") == Some("false"), reading)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn row(
        &mut self,
        row: Node<'_, '_>,
        first_row: u32,
        rows: u32,
        reading: &mut Reading<'_>,
    ) -> Result<(), ReadError> {
        let mut column = 0_u32;
        for cell in row.children().filter(|cell| matches!(cell.name(), "table-cell" | "covered-table-cell")) {
            let first = column + 1;
            column = column.saturating_add(cell.times("number-columns-repeated")).min(MOST_COLUMNS);
            if cell.is("covered-table-cell") || !cell.has_children() && cell.attributes().len() == 0 {
                continue;
            }
            let style =
                cell.attr("style-name").or_else(|| row.attr("default-cell-style-name")).or_else(|| {
                    let at = reading.column_styles.partition_point(|(last, _)| *last < first);
                    reading.column_styles.get(at).and_then(|(_, style)| *style)
                });
            let words = self.words(cell, style);
            if words.is_none() && cell.attr("formula").is_some() && cell.office("value-type").is_none() {
                reading.sheet.unsaved.push(Spot { row: first_row, column: first });
            }
            self.comments += cell.children().filter(|child| child.is("annotation")).count();
            self.shapes(cell, &mut reading.sheet);
            let Some(words) = words else { continue };
            for row in first_row..first_row + rows {
                for column in first..=column {
                    self.hold(&words)?;
                    reading.sheet.cells.insert(Spot { row, column }, words.clone());
                }
            }
            let (down, across) = (cell.times("number-rows-spanned"), cell.times("number-columns-spanned"));
            if down > 1 || across > 1 {
                let last = Spot {
                    row: first_row.saturating_add(down - 1).min(MOST_ROWS),
                    column: first.saturating_add(across - 1).min(MOST_COLUMNS),
                };
                reading.sheet.merges.push((Spot { row: first_row, column: first }, last));
            }
        }
        Ok(())
    }

    /// Counts one more cell that holds `words`.
    fn hold(&mut self, words: &Words) -> Result<(), ReadError> {
        self.cells += 1;
        self.bytes += words.text.len();
        self.limits.hold_cells(self.cells)?;
        self.limits.hold(Limit::TextBytes, self.bytes, || "the text of the cells".to_owned())
    }

    /// Returns what a cell shows. A date is told by its value, since what is shown of it may put the month first.
    fn words(&self, cell: Node<'_, '_>, style: Option<&str>) -> Option<Words> {
        let look = self.styles.look("table-cell", style, Look::default());
        let kind = cell.office("value-type").unwrap_or("string");
        let typed = kind != "string";
        let date = cell.office("date-value").filter(|_| kind == "date");
        let day = date.and_then(|value| value.split('T').next()?.parse().ok());
        let shown = match day.map(|day| shown_day(day, self.styles.date(style))) {
            Some(day) => plain(&day, look),
            None => {
                let mut gathered = Gathered::default();
                paragraphs(cell, look, self.styles, &mut gathered);
                let saved = || plain(&saved_value(cell)?, look);
                if cell.children().any(|child| child.is("p")) { gathered.words() } else { saved() }
            }
        };
        shown.map(|words| Words { typed, ..words })
    }

    /// Takes the words of the shapes in `node`.
    fn shapes(&self, node: Node<'_, '_>, sheet: &mut Sheet) {
        for shape in node.children() {
            match shape.name() {
                "frame" | "g" | "a" => self.shapes(shape, sheet),
                "image" | "object" | "object-ole" | "annotation" | "p" => {}
                _ => {
                    let mut gathered = Gathered::default();
                    paragraphs(shape, Look::default(), self.styles, &mut gathered);
                    sheet.shapes.extend(gathered.words());
                }
            }
        }
    }
}

/// Returns the value of a cell that some programs save without the text that is shown of it.
fn saved_value(cell: Node<'_, '_>) -> Option<String> {
    let text = || cell.office("string-value").or_else(|| cell.office("time-value")).map(str::to_owned);
    let number =
        cell.office("value").and_then(|value| value.parse::<f64>().ok()).filter(|value| value.is_finite());
    match (number, cell.office("value-type")) {
        (Some(share), Some("percentage")) => Some(format!("{}%", general(share * 100.0))),
        (Some(number), _) => Some(general(number)),
        (None, _) => cell.office("boolean-value").map(str::to_uppercase).or_else(text),
    }
}
