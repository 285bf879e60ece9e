//! The texts of a workbook: stretches, each with a look of its own or that of its cell.

use roxmltree::Node;

use super::super::words::{Gathered, Look, Words};
use super::styles::look;
use super::xml::Sml;

/// A text, in stretches; a stretch without a look takes that of the cell.
#[derive(Default)]
pub(super) struct Rich(Vec<(String, Option<Look>)>);

impl Rich {
    /// Reads a shared or inline string. Reading aids, which repeat the text in other letters, are left out.
    pub(super) fn read(node: Node<'_, '_>) -> Self {
        let stretches = node.children().filter_map(|part| {
            let text = if part.is("t") { Some(part) } else { part.child("t").filter(|_| part.is("r")) };
            let text = unescape(text?.text().unwrap_or_default());
            Some((text, part.child("rPr").map(look)))
        });
        Self(stretches.collect())
    }

    /// Returns the words of a cell that looks like `cell`, `None` when nothing is seen.
    pub(super) fn words(&self, cell: Look) -> Option<Words> {
        let mut gathered = Gathered::default();
        for (text, look) in &self.0 {
            gathered.add(text, look.unwrap_or(cell));
        }
        gathered.words()
    }
}

/// Reads the shared strings of a workbook.
pub(super) fn strings(root: Node<'_, '_>) -> Vec<Rich> {
    root.all("si").map(Rich::read).collect()
}

/// Returns a text with `_x000D_` and the like as the signs they stand for.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..4).filter(|_| after.as_bytes().get(4) == Some(&b'_'));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match sign.zip(after.get(5..)) {
            Some((sign, after)) => {
                plain.push(sign);
                rest = after;
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}
