//! A document laid flat: headings, paragraphs, list items and tables in reading order, cut paragraphs made whole.

use crate::document::{Block, BlockKind, Document, Location, Table};

/// A piece of a letter.
#[derive(Debug, Clone)]
pub(super) struct Piece<'d> {
    /// What it is.
    pub(super) kind: PieceKind<'d>,
    /// Its text in one line; empty for a table.
    pub(super) text: String,
    /// Where it begins.
    pub(super) location: &'d Location,
}

/// The kinds of piece.
#[derive(Debug, Clone, Copy)]
pub(super) enum PieceKind<'d> {
    /// A heading of a level, 1 the outermost.
    Heading(u8),
    /// A paragraph or quotation.
    Paragraph,
    /// An item of a list, 0 the outermost, with or without a number.
    Bullet { depth: u8, numbered: bool },
    /// A table.
    Table(&'d Table),
}

/// Returns the pieces of a document. Footnotes are left out, and what goes on in a new paragraph, as it does where a
/// page ends, is joined to what it belongs to.
pub(super) fn flatten(document: &Document) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for block in &document.blocks {
        let Some(piece) = piece(block) else { continue };
        match pieces.last_mut() {
            Some(before) if goes_on(before, &piece) => {
                before.text.push(' ');
                before.text.push_str(&piece.text);
            }
            _ => pieces.push(piece),
        }
    }
    pieces
}

fn piece(block: &Block) -> Option<Piece<'_>> {
    let kind = match &block.kind {
        BlockKind::Heading(level) => PieceKind::Heading(*level),
        BlockKind::Paragraph | BlockKind::Quote => PieceKind::Paragraph,
        BlockKind::ListItem { depth, number } => {
            PieceKind::Bullet { depth: *depth, numbered: number.is_some() }
        }
        BlockKind::Table(table) => PieceKind::Table(table),
        BlockKind::Note => return None,
    };
    let text = block.text.replace('\n', " ");
    let is_table = matches!(kind, PieceKind::Table(_));
    (is_table || !text.trim().is_empty()).then_some(Piece { kind, text, location: &block.location })
}

/// Whether `next` is the rest of `before`: a paragraph that begins small after one without an end.
fn goes_on(before: &Piece<'_>, next: &Piece<'_>) -> bool {
    let text = matches!(before.kind, PieceKind::Paragraph | PieceKind::Bullet { .. });
    text && matches!(next.kind, PieceKind::Paragraph) && !is_ended(&before.text) && begins_small(&next.text)
}

/// Whether a text ends as sentences and leads do.
pub(super) fn is_ended(text: &str) -> bool {
    let bare = text.trim_end_matches(|sign: char| {
        matches!(sign, ')' | ']' | '"' | '\'' | '’' | '”') || sign.is_whitespace()
    });
    bare.ends_with(['.', ':', ';', '!', '?'])
}

/// Whether a text begins with a small letter.
pub(super) fn begins_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}
