//! Scans: large pictures in a file of hardly any words are likely pages that nobody can search.

use super::places::standing;
use crate::document::{Block, BlockKind, Location, Unread};

/// Returns an entry for each large picture when there is so little text beside them that they are likely scans.
pub(in crate::document) fn scanned_pages(pictures: &[Location], blocks: &[Block]) -> Vec<Unread> {
    const WORDS_AT_LEAST: usize = 100;
    const WORDS_PER_PICTURE: usize = 40;
    if count_words(blocks) >= WORDS_AT_LEAST.max(pictures.len() * WORDS_PER_PICTURE) {
        return Vec::new();
    }
    let entry = |location: &Location| Unread {
        what: format!("the picture {} may hold text", standing(location)),
        location: location.clone(),
    };
    pictures.iter().map(entry).collect()
}

fn count_words(blocks: &[Block]) -> usize {
    let words = |block: &Block| match &block.kind {
        BlockKind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| count_words(&cell.blocks)).sum()
        }
        _ => block.text.split_whitespace().count(),
    };
    blocks.iter().map(words).sum()
}
