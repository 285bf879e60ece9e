//! How the tests of the readers write the blocks of a document down.

use wsoa::document::{Block, BlockKind, Document};

/// Returns a line for each block: its place, its kind and its text; the rows of a table a line each.
pub(crate) fn outline(document: &Document) -> String {
    document.blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    let place = format!("{}:{}", block.location.line.unwrap_or(0), block.location.character.unwrap_or(0));
    let flags =
        format!("{}{}", if block.bold { " bold" } else { "" }, if block.italic { " italic" } else { "" });
    let kind = match &block.kind {
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::ListItem { depth, number } => format!("li{depth} {}", number.as_deref().unwrap_or("*")),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Note => "note".to_owned(),
        BlockKind::Table(table) => {
            let rows = table.rows.iter().map(|row| {
                let cells: Vec<String> =
                    row.cells.iter().map(|cell| cell.text().replace('\n', "\\n")).collect();
                let line =
                    format!("  {}{} {}", row.number, if row.header { "h" } else { "" }, cells.join(" | "));
                format!("{}\n", line.trim_end())
            });
            return format!(
                "{place} table {} of {} columns\n{}",
                table.number,
                table.columns,
                rows.collect::<String>()
            );
        }
    };
    format!("{place} {kind}{flags}: {}\n", block.text.replace('\n', "\\n"))
}
