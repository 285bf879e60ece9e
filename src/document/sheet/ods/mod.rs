//! OpenDocument spreadsheets: the package, its tables and the changes that are tracked.

mod styles;
mod table;
mod text;
mod xml;

use roxmltree::Node;

use self::styles::Styles;
use self::table::Tables;
use self::xml::Odf;
use super::Workbook;
use crate::document::archive::Archive;
use crate::document::error::ReadError;
use crate::document::xml::parse;
use crate::document::{DraftMarks, Limits};

/// Reads the tables of a spreadsheet that are shown.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    if archive.part("META-INF/manifest.xml")?.is_some_and(|part| part.text.contains("encryption-data")) {
        return Err(ReadError::PasswordProtected);
    }
    let common = archive.part("styles.xml")?;
    let content = archive.part("content.xml")?;
    let content = content.ok_or_else(|| ReadError::Damaged {
        part: "content.xml".to_owned(),
        why: "it is missing".to_owned(),
    })?;
    let mut styles = Styles::new(limits);
    if let Some(part) = &common {
        styles.add(parse(part, limits)?.root_element());
    }
    let tree = parse(&content, limits)?;
    styles.add(tree.root_element());
    let spreadsheet = tree.root_element().child("body").and_then(|body| body.child("spreadsheet"));
    let spreadsheet = spreadsheet.ok_or_else(|| content.damaged("it is no spreadsheet"))?;
    let mut tables = Tables::new(&styles, limits);
    let mut sheets = Vec::new();
    for table in spreadsheet.children().filter(|child| child.is("table")) {
        if !styles.hides(table, "table") {
            sheets.push(tables.read(table)?);
        }
    }
    let mut marks = changes(spreadsheet);
    marks.comments = tables.comments();
    Ok(Workbook { sheets, marks })
}

/// Counts the tracked changes that nobody has accepted.
fn changes(spreadsheet: Node<'_, '_>) -> DraftMarks {
    let mut marks = DraftMarks::default();
    let tracked = spreadsheet.child("tracked-changes").into_iter().flat_map(|changes| changes.children());
    for change in tracked.filter(|change| change.attr("acceptance-state") != Some("accepted")) {
        match change.name() {
            "insertion" => marks.insertions += 1,
            "deletion" => marks.deletions += 1,
            "cell-content-change" => {
                marks.insertions += 1;
                marks.deletions += 1;
            }
            _ => {}
        }
    }
    marks
}
