//! Rows told by where text stands: by wider gaps between lines, or by a column that speaks once in each row.

use super::columns::occupied;
use super::words::{TextLine, Word};

/// How much wider than the leading of the text a gap between rows is.
const WIDER: f32 = 1.22;

/// Returns which of `lines` begin a row, the first always among them.
pub(super) fn starts(lines: &[&TextLine], words: &[Word], bounds: &[f32]) -> Vec<usize> {
    let columns: Vec<Vec<usize>> = lines.iter().map(|line| occupied(line, words, bounds)).collect();
    if let Some(starts) = by_gaps(lines, &columns, bounds.len() + 1) {
        return starts;
    }
    by_anchor(lines, &columns, bounds.len() + 1)
}

/// Returns the starts of rows by the gaps between lines, `None` when the gaps do not tell.
fn by_gaps(lines: &[&TextLine], columns: &[Vec<usize>], count: usize) -> Option<Vec<usize>> {
    let gaps = gaps(lines);
    let leading = leading(&gaps)?;
    let starts: Vec<usize> =
        gaps.iter().enumerate().filter(|(_, gap)| **gap > WIDER * leading).map(|(at, _)| at + 1).collect();
    let tight = gaps.len() - starts.len();
    if starts.is_empty() || tight == 0 {
        return None;
    }
    // Gaps between the paragraphs of one cell have text beside them or begin with one column only.
    let wide = starts.iter().filter(|at| columns.get(**at).is_some_and(|line| line.len() * 2 >= count));
    (wide.count() * 3 >= starts.len() * 2).then(|| std::iter::once(0).chain(starts).collect())
}

/// Returns how far each line but the first stands below the one before it.
fn gaps(lines: &[&TextLine]) -> Vec<f32> {
    lines
        .windows(2)
        .map(|pair| match pair {
            [above, below] => below.baseline - above.baseline,
            _ => 0.0,
        })
        .collect()
}

/// Returns the usual distance of lines in a paragraph.
pub(super) fn leading(gaps: &[f32]) -> Option<f32> {
    let mut gaps: Vec<f32> = gaps.iter().copied().filter(|gap| *gap > 4.0).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 5).copied()
}

/// Returns the starts of rows by the column that has text in the fewest lines, of those with which most other columns
/// begin each time.
fn by_anchor(lines: &[&TextLine], columns: &[Vec<usize>], count: usize) -> Vec<usize> {
    let in_lines = |column: usize| columns.iter().filter(|line| line.contains(&column)).count();
    let mut anchors: Vec<usize> = (0..count)
        .filter(|column| columns.first().is_some_and(|line| line.contains(column)))
        .filter(|column| in_lines(*column) >= 2)
        .collect();
    anchors.sort_by_key(|column| (in_lines(*column), *column));
    let starts = anchors.into_iter().map(|anchor| {
        let speaks = |at: &usize| columns.get(*at).is_some_and(|line| line.contains(&anchor));
        (0..lines.len()).filter(speaks).collect::<Vec<usize>>()
    });
    let begin = |starts: &Vec<usize>| {
        let full = starts.iter().filter(|at| columns.get(**at).is_some_and(|line| line.len() * 2 >= count));
        full.count() * 10 >= starts.len() * 9
    };
    starts.into_iter().find(begin).unwrap_or_else(|| vec![0])
}
