//! What the look of cells and the words in them tell: headers, and text that goes on over a page.

use super::Sheet;
use super::grid::{Grid, GridCell, Piece};
use super::words::{self, Word};

/// Looks at what cells say.
pub(super) struct Look<'s, 'p> {
    pub(super) sheets: &'s [Sheet<'p>],
}

impl Look<'_, '_> {
    fn words<'a>(&'a self, pieces: &'a [Piece]) -> impl Iterator<Item = &'a Word> {
        pieces.iter().flat_map(move |piece| {
            let (page, words) = match piece {
                Piece::Words(page, words) => (*page, words.as_slice()),
                Piece::Table(_) => (0, [].as_slice()),
            };
            words.iter().filter_map(move |at| self.sheets.get(page)?.words.get(*at))
        })
    }

    /// Returns the text of a cell, that of tables in it left out.
    pub(super) fn text(&self, pieces: &[Piece]) -> String {
        let mut texts = Vec::new();
        for piece in pieces {
            if let Piece::Words(page, chosen) = piece {
                let sheet = self.sheets.get(*page);
                texts.extend(sheet.map(|sheet| words::text(sheet.page, &sheet.words, chosen)));
            }
        }
        texts.join(" ")
    }

    /// Returns the texts of the cells that begin in a row, from the left.
    pub(super) fn row_text(&self, grid: &Grid, row: usize) -> Vec<String> {
        let mut cells: Vec<&GridCell> =
            grid.cells.iter().filter(|cell| cell.row == row && !cell.is_empty()).collect();
        cells.sort_by_key(|cell| cell.column);
        cells.into_iter().map(|cell| self.text(&cell.pieces)).collect()
    }

    /// Tells whether a row looks like the header of the rows below it: all bold, and they are not.
    pub(super) fn is_header(&self, grid: &Grid, row: usize) -> bool {
        let bold = |row: usize| {
            let cells = grid.cells.iter().filter(|cell| cell.row == row && !cell.is_empty());
            let bold: Vec<bool> = cells.map(|cell| self.words(&cell.pieces).all(|word| word.bold)).collect();
            (bold.iter().filter(|bold| **bold).count(), bold.len())
        };
        let (count, all) = bold(row);
        let below_is = |row: usize| {
            let (count, all) = bold(row);
            all > 0 && count == all
        };
        all > 1 && count == all && !(row + 1 < grid.count && below_is(row + 1) && below_is(grid.count - 1))
    }

    /// Tells whether the text of a cell reaches down to the foot of the grid on its last page.
    pub(super) fn fills(&self, grid: &Grid, cell: &GridCell) -> bool {
        let (page, rect) = grid.last_part();
        let on_page = cell.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(on, words) if *on == page => Some(words),
            _ => None,
        });
        let words = on_page.flatten().filter_map(|at| self.sheets.get(page)?.words.get(*at));
        let last = words.fold(None, |last: Option<&Word>, word| match last {
            Some(last) if last.rect.bottom >= word.rect.bottom => Some(last),
            _ => Some(word),
        });
        // Two lines and the padding: a paragraph leaves no single line behind.
        last.is_some_and(|word| rect.bottom - word.rect.bottom < 2.4 * word.size)
    }

    /// Tells whether nothing in the look of the text speaks against one cell going on the other.
    pub(super) fn could_go_on(&self, above: &GridCell, below: &GridCell) -> bool {
        let middle = |sizes: Vec<f32>| sizes.iter().sum::<f32>() / sizes.len().max(1) as f32;
        let ours = middle(self.words(&above.pieces).map(|word| word.size).collect());
        let theirs = middle(self.words(&below.pieces).map(|word| word.size).collect());
        (ours - theirs).abs() < 0.15 * ours.max(theirs)
    }

    /// Tells whether the text of one cell goes on that of the other amid a sentence: it begins with a small letter,
    /// or at `ease` only has a full stop missing before it.
    pub(super) fn goes_on(&self, above: &GridCell, below: &GridCell, ease: bool) -> bool {
        let (ours, theirs) = (self.text(&above.pieces), self.text(&below.pieces));
        let ends = ours
            .trim_end()
            .trim_end_matches(['"', '”', '’', '\'', ')'])
            .ends_with(['.', '!', '?', ':', ';', '…']);
        let starts_low =
            theirs.chars().find(|c| c.is_alphanumeric() || *c == '•').is_some_and(char::is_lowercase);
        if ends {
            return false;
        }
        // An entry of one or two words ends without a full stop.
        starts_low
            || ease
                && ours.split_whitespace().count() > 6
                && theirs.chars().next().is_some_and(char::is_alphanumeric)
    }
}
