//! The tables of a PDF, found from its ruling lines and from where its text stands.
//!
//! Each page is searched by itself: [`rulings`] joins strokes to lines, [`regions`] lines to regions, [`faces`]
//! makes the cells of a region and [`ruled`] fills them. What is left may be a table that rules or shading part into
//! [`bands`], or one with no lines at all ([`unruled`]). [`across_pages`] then joins what goes on over a page.

mod across_pages;
mod bands;
mod columns;
mod faces;
mod found;
mod furniture;
mod grid;
mod joints;
mod laid;
mod look;
mod looks;
mod nested;
mod regions;
mod rows;
mod ruled;
mod rulings;
mod split;
mod unruled;
mod words;

pub(super) use found::{Content, FoundCell, FoundTable};

use super::page::Page;
use grid::Grid;

/// Most words of a page that is searched: a large sheet of paper printed small has some ten thousand.
const MOST_WORDS: usize = 60_000;

/// A page with its words and what tables were found on it.
struct Sheet<'p> {
    page: &'p Page,
    words: Vec<words::Word>,
    /// Which of the words stand in tables.
    taken: Vec<bool>,
    grids: Vec<Grid>,
}

/// Finds the tables of `pages`, in reading order; a table that goes on over pages is one.
pub(super) fn find(pages: &[Page]) -> Vec<FoundTable> {
    let mut sheets: Vec<Sheet<'_>> = pages.iter().enumerate().map(|(at, page)| sheet(at, page)).collect();
    let furniture = furniture::of(&sheets);
    let mut open = None;
    for (at, sheet) in sheets.iter_mut().enumerate() {
        open = unruled::find(at, sheet, furniture.get(at), open);
    }
    let grids = across_pages::joined(&mut sheets, &furniture);
    let tables = grids.into_iter().filter(|grid| grid.parted_rows() > 1);
    tables.map(|grid| found::table(grid, &sheets)).collect()
}

/// Reads a page and finds the tables on it that lines or shading show.
fn sheet(at: usize, page: &Page) -> Sheet<'_> {
    let rulings = rulings::rulings(page);
    let words = words::words(page, &rulings);
    let mut taken = vec![false; words.len()];
    if words.len() > MOST_WORDS {
        taken.fill(true);
        return Sheet { page, words, taken, grids: Vec::new() };
    }
    let (regions, lone) = regions::regions(&rulings);
    let ruled = ruled::ruled(at, &words, &regions, &mut taken);
    let grids = bands::banded(at, &words, ruled, &lone, &mut taken);
    Sheet { page, words, taken, grids }
}
