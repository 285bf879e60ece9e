//! Blocks from paragraphs: what the text, the style and the list of a paragraph come to.

use super::places::{Place, Places};
use super::roles::Role;
use crate::document::{Block, BlockKind, Location};

/// What stands in a private-use place of a symbol font: a bullet, a tick or an arrow that no text can name.
pub(in crate::document) const SYMBOL: char = '•';

/// Tells whether `sign` means something in one font only.
pub(in crate::document) fn is_symbol(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}')
}

/// A paragraph's place in a list.
#[derive(Debug)]
pub(in crate::document) struct Item {
    /// How deep it is, 0 the outermost.
    pub(in crate::document) depth: u8,
    /// Its number as shown, `None` for a bullet.
    pub(in crate::document) number: Option<String>,
}

/// The text of a paragraph, clean, and its look.
#[derive(Debug, Default)]
pub(in crate::document) struct Gathered {
    /// Its lines, empty where nothing counts.
    pub(in crate::document) text: String,
    /// Whether all of it is bold.
    pub(in crate::document) bold: bool,
    /// Whether all of it is italic.
    pub(in crate::document) italic: bool,
}

impl Places {
    /// Returns the block a paragraph in `place` makes, `None` when there is nothing to see, and where it stands.
    pub(in crate::document) fn block(
        &mut self,
        place: &Place,
        role: Role,
        item: Option<Item>,
        gathered: Gathered,
    ) -> (Option<Block>, Location) {
        let Gathered { mut text, bold, italic } = gathered;
        let mut kind = match (role, item) {
            (Role::Heading(level), item) => {
                if let Some(number) = item.and_then(|item| item.number).filter(|_| !text.is_empty()) {
                    text = format!("{number} {text}");
                }
                BlockKind::Heading(level)
            }
            (_, Some(item)) => BlockKind::ListItem { depth: item.depth, number: item.number },
            (Role::Quote, None) => BlockKind::Quote,
            _ => BlockKind::Paragraph,
        };
        if let (BlockKind::ListItem { number: Some(number), .. }, Place::Cell(_), true) =
            (&kind, place, text.is_empty())
        {
            // A column of row numbers is often an automatic list without text.
            text = number.clone();
            kind = BlockKind::Paragraph;
        }
        if matches!((place, &kind), (Place::Aside(_), BlockKind::Heading(_))) {
            kind = BlockKind::Paragraph;
        }
        if text.is_empty() {
            return (None, self.here(place));
        }
        let location = self.advance(place, &kind, &text);
        (Some(Block { kind, text, location: location.clone(), bold, italic }), location)
    }
}

/// Returns the note at `location` that holds `blocks`, `None` when they have no text.
pub(in crate::document) fn note(blocks: &[Block], location: Location) -> Option<Block> {
    let lines: Vec<String> = blocks.iter().map(block_text).filter(|text| !text.is_empty()).collect();
    let text = lines.join("\n");
    (!lines.is_empty()).then_some(Block { kind: BlockKind::Note, text, location, bold: false, italic: false })
}

/// Returns the text of a block, a table's cell by cell.
fn block_text(block: &Block) -> String {
    let BlockKind::Table(table) = &block.kind else { return block.text.clone() };
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.text()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
