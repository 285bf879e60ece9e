//! Lines of text that a ruling parts from the line above, as the rows of a table of one column are parted.

use super::lines::Line;
use super::page::{Kind, Page, Rect, Turn};

/// Between which heights above a baseline, in sizes of the type, a ruling stands that is above the line and below the
/// one before it.
const ABOVE: std::ops::RangeInclusive<f32> = 0.6..=1.5;
/// How far the border of a cell stands off its text; a line under text begins where the text does.
const OFF: f32 = 2.0;
/// Most rulings at one height that are looked at.
const MOST: usize = 500;

/// Marks the lines of `page` that a ruling longer than they are parts from what stands above.
pub(super) fn mark(lines: &mut [Line], page: &Page) {
    let across = page.strokes.iter().filter(|stroke| stroke.kind == Kind::Horizontal && !stroke.edge);
    let mut rulings: Vec<Rect> = across.map(|stroke| stroke.rect).collect();
    rulings.sort_by(|a, b| a.centre().1.total_cmp(&b.centre().1));
    for line in lines.iter_mut().filter(|line| line.turn == Turn::Level) {
        let (top, bottom) = (line.down - ABOVE.end() * line.size, line.down - ABOVE.start() * line.size);
        let first = rulings.partition_point(|ruling| ruling.centre().1 < top);
        let near = rulings.iter().skip(first).take(MOST).take_while(|ruling| ruling.centre().1 <= bottom);
        let spans = |ruling: &Rect| ruling.left + OFF <= line.start && line.end <= ruling.right;
        line.parted = near.into_iter().any(spans);
    }
}
