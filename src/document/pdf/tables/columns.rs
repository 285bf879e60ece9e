//! Columns told by white space: gutters that run down through many lines of text.

use super::words::{TextLine, Word};

/// The widest gap that is still a space between words, in sizes of the type: justified text reaches half a size.
const SPACE: f32 = 0.45;
/// The narrowest gutter, in points: cells are padded by two points or more on each side.
const GUTTER: f32 = 4.0;

/// Tells whether `line` has text running across `x`.
pub(super) fn crosses(line: &TextLine, words: &[Word], x: f32) -> bool {
    let mut before: Option<&Word> = None;
    for word in line.words.iter().filter_map(|at| words.get(*at)) {
        let rect = word.rect;
        if rect.left < x - 1.5 && rect.right > x + 1.5 {
            return true;
        }
        if rect.centre().0 >= x {
            return before.is_some_and(|before| rect.left - before.rect.right < SPACE * line.size);
        }
        before = Some(word);
    }
    false
}

/// Returns the column of a word between `bounds`, the inner edges of the columns.
pub(super) fn column(word: &Word, bounds: &[f32]) -> usize {
    let x = word.rect.centre().0;
    bounds.partition_point(|bound| *bound <= x)
}

/// Returns which columns `line` has text in, sorted.
pub(super) fn occupied(line: &TextLine, words: &[Word], bounds: &[f32]) -> Vec<usize> {
    let mut columns: Vec<usize> =
        line.words.iter().filter_map(|at| words.get(*at)).map(|word| column(word, bounds)).collect();
    columns.dedup();
    columns
}

/// Returns the bounds between the columns that `lines` stand in, none when they run across.
pub(super) fn bounds(lines: &[&TextLine], words: &[Word]) -> Vec<f32> {
    // Few lines agree on a gap by chance: then it must be wider than any space.
    let widest_space = if lines.len() < 4 { 1.0 } else { SPACE };
    let mut ends: Vec<(f32, i32)> = Vec::new();
    for line in lines {
        let mut run: Option<(f32, f32)> = None;
        for rect in line.words.iter().filter_map(|at| words.get(*at)).map(|word| word.rect) {
            run = match run {
                Some((from, to)) if rect.left - to < widest_space * line.size => {
                    Some((from, to.max(rect.right)))
                }
                Some((from, to)) => {
                    ends.extend([(from, 1), (to, -1)]);
                    Some((rect.left, rect.right))
                }
                None => Some((rect.left, rect.right)),
            };
        }
        ends.extend(run.into_iter().flat_map(|(from, to)| [(from, 1), (to, -1)]));
    }
    ends.sort_by(|(a, way), (b, other)| a.total_cmp(b).then(way.cmp(other)));
    // A sub-heading may run across all columns.
    let allowed = (lines.len() / 12) as i32;
    let mut depth = 0;
    let mut gap_from: Option<f32> = None;
    let mut bounds = Vec::new();
    for (x, way) in ends {
        if depth <= allowed && depth + way > allowed {
            // The bound lies where the column begins, for what is set flush left in it.
            let wide = gap_from.take().filter(|from| x - from >= GUTTER);
            bounds.extend(wide.map(|_| x - 1.5));
        }
        if depth > allowed && depth + way <= allowed {
            gap_from = Some(x);
        }
        depth += way;
    }
    without_thin_columns(bounds, lines, words)
}

/// Takes out the bounds of columns in which hardly a line has text.
fn without_thin_columns(mut bounds: Vec<f32>, lines: &[&TextLine], words: &[Word]) -> Vec<f32> {
    let needed = if lines.len() > 3 { 2 } else { 1 };
    loop {
        let mut lines_in = vec![0; bounds.len() + 1];
        for line in lines {
            for column in occupied(line, words, &bounds) {
                if let Some(count) = lines_in.get_mut(column) {
                    *count += 1;
                }
            }
        }
        match lines_in.iter().position(|count| *count < needed) {
            Some(thin) if !bounds.is_empty() => {
                bounds.remove(thin.min(bounds.len() - 1));
            }
            _ => return bounds,
        }
    }
}

/// Tells whether the columns are prose set in columns: in each, nearly every line is there and full.
pub(super) fn are_prose(lines: &[&TextLine], words: &[Word], bounds: &[f32]) -> bool {
    let count = bounds.len() + 1;
    let mut full = vec![0_usize; count];
    let mut there = vec![0_usize; count];
    let extent = |column: usize, line: &TextLine| {
        let of_column = line.words.iter().filter_map(|at| words.get(*at));
        let rects = of_column.filter(|word| self::column(word, bounds) == column).map(|word| word.rect);
        rects.reduce(|all, rect| all.union(&rect))
    };
    for column in 0..count {
        let extents: Vec<_> = lines.iter().filter_map(|line| extent(column, line)).collect();
        let Some(all) = extents.iter().copied().reduce(|all, rect| all.union(&rect)) else { continue };
        let wide = extents.iter().filter(|rect| rect.width() >= 0.8 * all.width()).count();
        if let (Some(full), Some(there)) = (full.get_mut(column), there.get_mut(column)) {
            (*full, *there) = (wide, extents.len());
        }
    }
    // One full column beside short ones is a table; all full ones are not.
    let prose = full.iter().zip(&there).filter(|(full, there)| {
        **there as f32 >= 0.7 * lines.len() as f32 && **full as f32 >= 0.6 * **there as f32 && **there > 4
    });
    prose.count() == count
}

/// Tells whether the first of two columns holds nothing but the marks of list items.
pub(super) fn is_list(lines: &[&TextLine], words: &[Word], bounds: &[f32]) -> bool {
    let firsts = lines.iter().map(|line| {
        let words = line.words.iter().filter_map(|at| words.get(*at));
        words.filter(|word| column(word, bounds) == 0).collect::<Vec<_>>()
    });
    let begun: Vec<Vec<&Word>> = firsts.skip(1).filter(|words| !words.is_empty()).collect();
    let is_mark = |words: &&Vec<&Word>| words.len() == 1 && words.iter().all(|word| word.glyphs.len() <= 4);
    bounds.len() == 1 && begun.iter().filter(is_mark).count() * 3 > begun.len() * 2
}
