//! The styles of a workbook: how the text of a cell looks, and how its number is shown.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::number::Code;
use super::super::words::Look;
use super::xml::Sml;

/// The looks and number formats of cells, by the number that a cell gives.
#[derive(Default)]
pub(super) struct Styles {
    cells: Vec<(Look, Option<usize>)>,
    /// The number formats in use, each once.
    codes: Vec<Code>,
}

impl Styles {
    /// Reads the styles part.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let fonts: Vec<Look> =
            root.child("fonts").map_or_else(Vec::new, |fonts| fonts.all("font").map(look).collect());
        let listed = root.child("numFmts").into_iter().flat_map(|codes| codes.all("numFmt"));
        let own: BTreeMap<u32, &str> =
            listed.filter_map(|code| Some((code.number("numFmtId")?, code.attr("formatCode")?))).collect();
        let mut styles = Self::default();
        let mut known: BTreeMap<u32, usize> = BTreeMap::new();
        for cell in root.child("cellXfs").into_iter().flat_map(|cells| cells.all("xf")) {
            let font = cell.number("fontId").and_then(|at: usize| fonts.get(at)).copied().unwrap_or_default();
            let id = cell.number("numFmtId").unwrap_or_default();
            let code = own.get(&id).copied().or_else(|| built_in(id)).map(|code| {
                *known.entry(id).or_insert_with(|| {
                    styles.codes.push(Code::read(code));
                    styles.codes.len() - 1
                })
            });
            styles.cells.push((font, code));
        }
        styles
    }

    /// Returns the look of the cells in style `at`, and their number format.
    pub(super) fn of(&self, at: usize) -> (Look, Option<&Code>) {
        let (look, code) = self.cells.get(at).copied().unwrap_or_default();
        (look, code.and_then(|code| self.codes.get(code)))
    }
}

/// Reads the look of a font, or of a stretch of text.
pub(super) fn look(font: Node<'_, '_>) -> Look {
    let on = |name: &str| {
        font.child(name).is_some_and(|sign| !matches!(sign.attr("val"), Some("0" | "false" | "off")))
    };
    Look { struck: on("strike"), bold: on("b"), italic: on("i") }
}

/// Returns the code of a number format that is never written down (ECMA-376, part 1, 18.8.30), the dates as a British
/// Excel shows them.
fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=16 | 27..=31 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
        17 | 55 | 56 => "mmm-yy",
        18..=21 | 32..=35 | 45..=47 => "hh:mm:ss",
        22 | 36 => "dd/mm/yyyy hh:mm",
        _ => return None,
    })
}
