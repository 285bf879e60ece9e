//! Excel workbooks: the package, its workbook part and the parts of each sheet that is shown.

mod around;
mod cells;
mod strings;
mod styles;
mod xml;

use std::sync::Arc;

use roxmltree::Node;

use self::cells::Shared;
use self::strings::strings;
use self::styles::Styles;
use self::xml::Sml;
use super::Workbook;
use super::grid::Sheet;
use super::number::Epoch;
use crate::document::archive::{Archive, Part};
use crate::document::error::ReadError;
use crate::document::package::{Relationships, relationships};
use crate::document::xml::parse;
use crate::document::{DraftMarks, Limits};
use crate::text::clean;

const RELATIONSHIPS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// Returns the names of the parts that hold the sheets that are shown, in the order of the tabs.
///
/// # Errors
///
/// [`ReadError::Damaged`] when the package holds no workbook.
pub(crate) fn sheet_parts(archive: &mut Archive<'_>) -> Result<Vec<String>, ReadError> {
    let (main, related) = workbook(archive)?;
    let tree = parse(&main, archive.limits())?;
    Ok(shown_sheets(tree.root_element(), &related).into_iter().map(|(_, part)| part).collect())
}

/// Returns the part that lists the sheets, and what it is related to.
fn workbook(archive: &mut Archive<'_>) -> Result<(Part, Relationships), ReadError> {
    let roots = relationships(archive, "")?.unwrap_or_default();
    let name = roots.target("officeDocument").unwrap_or("xl/workbook.xml");
    let main = archive.part(name)?.ok_or_else(|| missing(name))?;
    if !main.text.contains("spreadsheetml") {
        return Err(main.damaged("it is no Excel workbook"));
    }
    let related = relationships(archive, name)?.unwrap_or_default();
    Ok((main, related))
}

/// Reads the sheets of a workbook that are shown; those that are hidden are not even unpacked.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut archive = Archive::open(bytes, limits)?;
    let (main, related) = workbook(&mut archive)?;
    let tree = parse(&main, limits)?;
    let root = tree.root_element();
    let named = shown_sheets(root, &related);
    let epoch = match root.child("workbookPr").is_some_and(|properties| properties.flag("date1904")) {
        true => Epoch::Macintosh,
        false => Epoch::Windows,
    };
    let styles = with_part(&mut archive, related.target("styles"), Styles::read)?;
    let strings = with_part(&mut archive, related.target("sharedStrings"), strings)?;
    let mut shared = Shared::new(styles.unwrap_or_default(), strings.unwrap_or_default(), epoch, limits);
    let mut marks = DraftMarks::default();
    let mut sheets = Vec::new();
    for (name, part) in named {
        sheets.push(sheet(&mut archive, name, &part, &mut shared, &mut marks)?);
    }
    Ok(Workbook { sheets, marks })
}

/// Returns the name and part of each worksheet that is shown, in the order of the tabs.
fn shown_sheets(workbook: Node<'_, '_>, related: &Relationships) -> Vec<(String, String)> {
    let listed = workbook.child("sheets").into_iter().flat_map(|sheets| sheets.all("sheet"));
    let shown = listed.filter(|sheet| !matches!(sheet.attr("state"), Some("hidden" | "veryHidden")));
    let found = shown.filter_map(|sheet| {
        let id = RELATIONSHIPS.iter().find_map(|uri| sheet.attribute((*uri, "id")))?;
        let (kind, part) = related.by_id(id)?;
        (kind == "worksheet").then(|| (clean(sheet.attr("name").unwrap_or_default()), part.to_owned()))
    });
    found.collect()
}

/// Reads one sheet with what stands on it.
fn sheet(
    archive: &mut Archive<'_>,
    name: String,
    part: &str,
    shared: &mut Shared<'_>,
    marks: &mut DraftMarks,
) -> Result<Sheet, ReadError> {
    let read = with_part(archive, Some(part), |root| shared.sheet(root, name))?;
    let mut sheet = read.ok_or_else(|| missing(part))??;
    sheet.part = Some(Arc::from(part));
    let related = relationships(archive, part)?.unwrap_or_default();
    for comments in related.targets("comments") {
        marks.comments += with_part(archive, Some(comments), around::notes)?.unwrap_or_default();
    }
    for comments in related.targets("threadedComment") {
        marks.comments += with_part(archive, Some(comments), around::threaded)?.unwrap_or_default();
    }
    for drawing in related.targets("drawing") {
        with_part(archive, Some(drawing), |root| around::shapes(root, &mut sheet))?;
    }
    Ok(sheet)
}

/// Does something with the root element of the part `name`; `None` when there is no such part.
fn with_part<T>(
    archive: &mut Archive<'_>,
    name: Option<&str>,
    act: impl FnOnce(Node<'_, '_>) -> T,
) -> Result<Option<T>, ReadError> {
    let Some(name) = name else { return Ok(None) };
    let Some(part): Option<Part> = archive.part(name)? else { return Ok(None) };
    let tree = parse(&part, archive.limits())?;
    Ok(Some(act(tree.root_element())))
}

fn missing(part: &str) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: "it is missing".to_owned() }
}
