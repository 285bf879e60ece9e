//! What the tests of the document readers share: fixtures built in memory, and an outline of what was read.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub(crate) mod word;

use wsoa::document::{Block, BlockKind, Document};

/// Draws a document, a line per block, blocks of cells indented under their row.
pub(crate) fn outline(document: &Document) -> String {
    let mut text = String::new();
    draw(&document.blocks, 0, &mut text);
    for unread in &document.unread {
        text.push_str(&format!("unread: {}\n", unread.what));
    }
    text
}

fn draw(blocks: &[Block], depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        let kind = match &block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem { depth, number } => {
                format!("li{depth} {}", number.as_deref().unwrap_or("*"))
            }
            BlockKind::Quote => "quote".to_owned(),
            BlockKind::Note => "note".to_owned(),
            BlockKind::Table(table) => {
                text.push_str(&format!("{indent}table {} of {} columns\n", table.number, table.columns));
                for row in &table.rows {
                    let header = if row.header { " (header)" } else { "" };
                    text.push_str(&format!("{indent}  row {}{header}\n", row.number));
                    for cell in &row.cells {
                        let (column, columns, rows) = (cell.column, cell.columns, cell.rows);
                        text.push_str(&format!("{indent}    at {column}, {columns} x {rows}\n"));
                        draw(&cell.blocks, depth + 3, text);
                    }
                }
                continue;
            }
        };
        let bold = if block.bold { " bold" } else { "" };
        let italic = if block.italic { " italic" } else { "" };
        let line = block.text.replace('\n', " / ");
        text.push_str(&format!("{indent}{kind}{bold}{italic}: {line} [{}]\n", block.location.text));
    }
}

/// Returns the texts of all blocks, those of tables left out.
pub(crate) fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().filter(|block| !block.text.is_empty()).map(|block| block.text.as_str()).collect()
}
