//! Tables without lines: a header whose words stand over columns that keep apart through the lines below it.
//!
//! A false table is worse than a missed one, so each test here must be passed.

use super::Sheet;
use super::columns::{are_prose, crosses, occupied};
use super::furniture::Margins;
use super::grid::Grid;
use super::laid::{self, parted};
use super::looks::Looks;
use super::rows;
use super::ruled::mark;
use super::words::{TextLine, Word, text_lines};

/// The bounds of a table that may go on at the top of the next page.
#[derive(Debug, Clone)]
pub(super) struct Open {
    bounds: Vec<f32>,
    left: f32,
    right: f32,
}

/// Most lines of a page that are looked at.
const MOST_LINES: usize = 1_500;
/// How far below one another lines of a table stand at most, in sizes of the type.
const FAR: f32 = 2.6;

/// Adds the tables without lines to those of a sheet; `open` is what the page before ended with. Returns what this
/// one ends with.
pub(super) fn find(
    page: usize,
    sheet: &mut Sheet<'_>,
    margins: Option<&Margins>,
    open: Option<Open>,
) -> Option<Open> {
    let Margins { top, bottom } = margins.copied()?;
    let free = |at: &usize| {
        sheet.taken.get(*at) == Some(&false)
            && sheet.words.get(*at).is_some_and(|word| (top..=bottom).contains(&word.rect.centre().1))
    };
    let all = text_lines(&sheet.words, (0..sheet.words.len()).filter(free));
    if all.len() > MOST_LINES {
        return None;
    }
    let mut found: Vec<Grid> = Vec::new();
    for stretch in stretches(&all, &sheet.grids) {
        let mut at = 0;
        let first_of_page =
            stretch.first().filter(|line| all.first().is_some_and(|top| top.rect == line.rect));
        let under_none =
            |line: &&TextLine| !sheet.grids.iter().any(|grid| grid.last_part().1.top < line.rect.top);
        let open = open.as_ref().filter(|_| first_of_page.is_some_and(|line| under_none(&line)));
        if let Some((grid, lines)) = open.and_then(|open| continued(page, &sheet.words, stretch, open)) {
            at = lines;
            found.push(grid);
        }
        while at < stretch.len() {
            let lines = stretch.get(at..).unwrap_or_default();
            match table(page, sheet, lines) {
                Some((grid, lines)) => {
                    at += lines.max(1);
                    found.push(grid);
                }
                None => at += 1,
            }
        }
    }
    for grid in &found {
        let words = grid.cells.iter().flat_map(|cell| &cell.pieces);
        for piece in words {
            if let super::grid::Piece::Words(_, words) = piece {
                mark(&mut sheet.taken, words, true);
            }
        }
    }
    sheet.grids.extend(found);
    sheet.grids.sort_by(|a, b| a.last_part().1.top.total_cmp(&b.last_part().1.top));
    let last = sheet.grids.last().filter(|grid| !grid.ruled && grid.columns.len() > 2)?;
    let rect = last.last_part().1;
    let ends_page = !all.iter().any(|line| line.rect.centre().1 > rect.bottom);
    let bounds = last.columns.get(1..last.columns.len() - 1)?.to_vec();
    ends_page.then_some(Open { bounds, left: rect.left, right: rect.right })
}

/// Parts lines where a table stands between them.
fn stretches<'l>(lines: &'l [TextLine], grids: &[Grid]) -> Vec<&'l [TextLine]> {
    let between = |above: &TextLine, below: &TextLine| {
        grids.iter().map(|grid| grid.last_part().1).any(|rect| {
            let middle = rect.centre().1;
            above.baseline <= middle && middle <= below.baseline
        })
    };
    lines.chunk_by(|above, below| !between(above, below)).collect()
}

/// Returns the part of a table of the page before that the first of `lines` make, and how many lines it has.
fn continued(page: usize, words: &[Word], lines: &[TextLine], open: &Open) -> Option<(Grid, usize)> {
    let inside = |line: &TextLine| line.rect.left > open.left - 4.0 && line.rect.right < open.right + 40.0;
    let keeps =
        |line: &&TextLine| inside(line) && !open.bounds.iter().any(|bound| crosses(line, words, *bound));
    let near = |pair: &[TextLine]| match pair {
        [above, below] => below.rect.top - above.rect.bottom <= FAR * below.size,
        _ => false,
    };
    let close = 1 + lines.windows(2).take_while(|pair| near(pair)).count();
    let kept: Vec<&TextLine> = lines.iter().take(close).take_while(keeps).collect();
    let kept = without_tail(kept, words, &open.bounds);
    let wide = kept.iter().filter(|line| occupied(line, words, &open.bounds).len() > 1).count();
    if wide * 2 < kept.len().min(3) || wide == 0 || are_prose(&kept, words, &open.bounds) {
        return None;
    }
    let starts = rows::starts(&kept, words, &open.bounds);
    let count = kept.len();
    Some((laid::grid(page, words, &parted(&kept, &starts), &open.bounds), count))
}

/// Leaves out last lines that stand under the first column alone: a heading after the table does.
fn without_tail<'l>(mut lines: Vec<&'l TextLine>, words: &[Word], bounds: &[f32]) -> Vec<&'l TextLine> {
    while lines.last().is_some_and(|line| occupied(line, words, bounds) == [0]) {
        lines.pop();
    }
    lines
}

/// A run of words in a header.
struct Heading {
    left: f32,
    right: f32,
    words: usize,
    bold: bool,
}

/// Returns the headings that a line is made of.
fn headings(line: &TextLine, words: &[Word]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for word in line.words.iter().filter_map(|at| words.get(*at)) {
        match headings.last_mut().filter(|heading| word.rect.left - heading.right < 0.7 * line.size) {
            Some(heading) => {
                heading.right = word.rect.right;
                heading.words += 1;
                heading.bold &= word.bold;
            }
            None => headings.push(Heading {
                left: word.rect.left,
                right: word.rect.right,
                words: 1,
                bold: word.bold,
            }),
        }
    }
    headings
}

/// Returns the table that the first of `lines` heads, and how many lines it has.
fn table(page: usize, sheet: &Sheet<'_>, lines: &[TextLine]) -> Option<(Grid, usize)> {
    let words = &sheet.words;
    let first = lines.first()?;
    let heads = headings(first, words);
    let bold = heads.iter().all(|heading| heading.bold);
    if heads.len() < 2 || (heads.len() == 2 && !bold) || heads.iter().any(|heading| heading.words > 6) {
        return None;
    }
    let bounds = bounds_under(&heads, lines, words);
    let crosses_any = |line: &TextLine| bounds.iter().any(|bound| crosses(line, words, *bound));
    let left = heads.first()?.left - 0.6 * first.size;
    let mut body: Vec<&TextLine> = vec![first];
    for (at, line) in lines.iter().enumerate().skip(1) {
        let above = body.last()?;
        let far = line.rect.top - above.rect.bottom > FAR * line.size;
        // A sub-heading may run across the columns when rows follow.
        let rows_follow = || {
            let next = lines.get(at + 1);
            next.is_some_and(|next| !crosses_any(next) && occupied(next, words, &bounds).len() > 1)
                && line.words.iter().all(|at| words.get(*at).is_some_and(|word| word.bold))
        };
        if far || line.rect.left < left || (crosses_any(line) && !rows_follow()) {
            break;
        }
        body.push(line);
    }
    let body = without_tail(body, words, &bounds);
    let header = header_lines(&body, words, &bounds, bold);
    let rest = body.get(header..).unwrap_or_default();
    let starts = rows::starts(rest, words, &bounds);
    let rows = parted(rest, &starts);
    let looks = Looks { bold, columns: heads.len(), bounds: &bounds, lines: &body, rows: &rows };
    if !looks.like_a_table(sheet) {
        return None;
    }
    let mut all = vec![body.get(..header).unwrap_or_default().to_vec()];
    all.extend(rows);
    let mut grid = laid::grid(page, words, &all, &bounds);
    grid.headers = vec![0];
    Some((grid, body.len()))
}

/// Returns how many of the first lines are the header: those that are bold as the first, or that stand as near to it
/// as lines of one paragraph where the rows stand further apart.
fn header_lines(lines: &[&TextLine], words: &[Word], bounds: &[f32], bold: bool) -> usize {
    let is_bold = |line: &TextLine| line.words.iter().all(|at| words.get(*at).is_some_and(|word| word.bold));
    if !bold {
        return 1;
    }
    let more = lines
        .iter()
        .skip(1)
        .take_while(|line| is_bold(line) && occupied(line, words, bounds).len() < 1 + bounds.len());
    let more = more.take(2).count();
    // A bold sub-heading over the first column is a row.
    let sub_heading = lines.get(1).is_some_and(|line| occupied(line, words, bounds) == [0]);
    if sub_heading { 1 } else { 1 + more }
}

/// Returns a bound before each heading but the first, where the fewest of the lines below run across.
fn bounds_under(heads: &[Heading], lines: &[TextLine], words: &[Word]) -> Vec<f32> {
    const LINES: usize = 14;
    let below = lines.get(1..lines.len().min(LINES)).unwrap_or_default();
    heads
        .windows(2)
        .filter_map(|pair| {
            let [before, after] = pair else { return None };
            let starts = below.iter().flat_map(|line| &line.words).filter_map(|at| words.get(*at));
            let starts =
                starts.map(|word| word.rect.left).filter(|x| (before.right + 2.0..after.left).contains(x));
            let mut places: Vec<f32> = starts.chain([after.left]).map(|x| x - 1.0).collect();
            places.sort_by(f32::total_cmp);
            let clear = |x: f32| below.iter().take_while(|line| !crosses(line, words, x)).count();
            // The rightmost of the best: the start of the column.
            places.into_iter().max_by_key(|x| clear(*x))
        })
        .collect()
}
