//! Where the box of a note goes and how large it is, by the widths and heights of the cells beside it, in pixels.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::Spot;

/// How wide a box is.
const WIDTH: u32 = 320;
/// How many signs of a note go on one line of it.
const SIGNS: usize = 50;
/// How high a line is.
const LINE: u32 = 15;
/// The lowest and the highest box; a longer note is read by drawing its box larger.
const HEIGHTS: (u32, u32) = (60, 600);
/// How wide a column is, and how high a row, of which nothing is said.
const CELL: (u32, u32) = (64, 20);
/// The most rows or columns that a box goes over: hidden ones take no room.
const FARTHEST: u32 = 1_000;

/// The widths and heights of the cells of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    width: u32,
    height: u32,
    /// Stretches of columns, each with its last and its width, by their first.
    columns: BTreeMap<u32, (u32, u32)>,
    rows: BTreeMap<u32, u32>,
}

impl Layout {
    /// Reads those of a sheet.
    pub(super) fn of(root: Node<'_, '_>) -> Self {
        let child = |name: &'static str| root.children().filter(move |node| node.tag_name().name() == name);
        let number = |node: Node<'_, '_>, name: &str| node.attribute(name)?.trim().parse::<f64>().ok();
        let width = |node, name| number(node, name).map(|signs| pixels(signs * 7.0 + 5.0));
        let height = |node, name| number(node, name).map(|points| pixels(points * 4.0 / 3.0));
        let format = child("sheetFormatPr").next();
        let columns = child("cols").flat_map(|columns| columns.children()).filter_map(|column| {
            let (first, last) = (number(column, "min")?, number(column, "max")?);
            let hidden = matches!(column.attribute("hidden"), Some("1" | "true"));
            let width = if hidden { 0 } else { width(column, "width")? };
            Some((pixels(first), (pixels(last), width)))
        });
        let rows = child("sheetData").flat_map(|data| data.children()).filter_map(|row| {
            let hidden = matches!(row.attribute("hidden"), Some("1" | "true"));
            let height = if hidden { 0 } else { height(row, "ht")? };
            Some((pixels(number(row, "r")?), height))
        });
        Self {
            width: format.and_then(|format| width(format, "defaultColWidth")).unwrap_or(CELL.0),
            height: format.and_then(|format| height(format, "defaultRowHeight")).unwrap_or(CELL.1),
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }

    /// Returns the place of the box that shows `text` on the right of a cell: its first column and row and its last, counted
    /// from 0, each with how far into the cell it reaches.
    pub(super) fn beside(&self, (row, column): Spot, text: &str) -> String {
        let lines: usize = text.lines().map(|line| line.chars().count() / SIGNS + 1).sum();
        let height = u32::try_from(lines + 1).unwrap_or(u32::MAX).saturating_mul(LINE);
        let height = height.clamp(HEIGHTS.0, HEIGHTS.1);
        let top = row.saturating_sub(1).max(1);
        let (right, in_right) = reach(column + 1, 15 + WIDTH, |column| self.width_of(column));
        let (bottom, in_bottom) = reach(top, 2 + height, |row| self.height_of(row));
        let (left, top, right, bottom) = (column, top - 1, right - 1, bottom - 1);
        format!("{left}, 15, {top}, 2, {right}, {in_right}, {bottom}, {in_bottom}")
    }

    fn width_of(&self, column: u32) -> u32 {
        let stretch = self.columns.range(..=column).next_back();
        stretch.filter(|(_, (last, _))| column <= *last).map_or(self.width, |(_, (_, width))| *width)
    }

    fn height_of(&self, row: u32) -> u32 {
        self.rows.get(&row).copied().unwrap_or(self.height)
    }
}

/// Returns the cell that lies `length` from the beginning of the cell `first`, and how far into it that is.
fn reach(first: u32, length: u32, size: impl Fn(u32) -> u32) -> (u32, u32) {
    let mut left = length;
    for cell in first..first.saturating_add(FARTHEST) {
        let own = size(cell);
        if left < own {
            return (cell, left);
        }
        left -= own;
    }
    (first, 0)
}

/// Returns a length in whole pixels, within reason.
fn pixels(length: f64) -> u32 {
    // Such a cast keeps within the range.
    length.round() as u32
}
