//! Excel workbooks: comments in the notes of cells, which every program shows, with the boxes that they need to be seen.
//!
//! A cell has one note. What a person wrote in it stays and stands first; threads of comments are left alone.

mod boxes;
mod comments;
mod layout;
mod text;

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use self::layout::Layout;
use super::edits::{Edits, raw_prefix, xml};
use super::error::AnnotateError;
use super::package::Package;
use super::{Note, Place};
use crate::document::package::{Relationships, relationships};
use crate::document::sheet::sheet_parts;
use crate::document::xml::parse;
use crate::document::{Anchor, Limits, ReadError};

/// What relationships are called in transitional files, and in strict ones, with the namespace of the cells of these.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_KINDS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const STRICT_CELLS: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/// What a part of notes is, and a part of boxes, in the list of types.
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const BOXES: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// The place of a cell: row and column, counted from 1.
type Spot = (u32, u32);

/// Returns a workbook with `notes` in the notes of its cells, those of an earlier run replaced.
pub(super) fn annotated(bytes: &[u8], notes: &[&Note], limits: &Limits) -> Result<Vec<u8>, AnnotateError> {
    let mut package = Package::open(bytes, limits)?;
    let parts = sheet_parts(&mut package.archive)?;
    let first = parts.first().ok_or(ReadError::Empty)?;
    let mut cells: BTreeMap<&str, BTreeMap<Spot, Vec<&Note>>> = BTreeMap::new();
    for note in notes {
        let (part, spot) = match &note.place {
            Place::At(Anchor::Cell { part, row, column }) => (&**part, (*row, *column)),
            Place::At(Anchor::Markup { .. }) => return Err(AnnotateError::Changed),
            Place::Start | Place::End => (first.as_str(), (1, 1)),
        };
        if !parts.iter().any(|known| known == part) {
            return Err(AnnotateError::Changed);
        }
        cells.entry(part).or_default().entry(spot).or_default().push(note);
    }
    for part in &parts {
        sheet(part, cells.remove(part.as_str()).unwrap_or_default(), &mut package, limits)?;
    }
    package.pack()
}

/// Writes the notes of one sheet, and takes those of an earlier run out of it.
fn sheet(
    name: &str,
    cells: BTreeMap<Spot, Vec<&Note>>,
    package: &mut Package<'_>,
    limits: &Limits,
) -> Result<(), ReadError> {
    let damaged = |part: &str, why: &str| ReadError::Damaged { part: part.to_owned(), why: why.to_owned() };
    let related = relationships(&mut package.archive, name)?.unwrap_or_default();
    let old = match related.target("comments") {
        Some(name) => package.archive.part(name)?,
        None => None,
    };
    if old.is_none() && cells.is_empty() {
        return Ok(());
    }
    let part = package.archive.part(name)?.ok_or_else(|| damaged(name, "it is missing"))?;
    let tree = parse(&part, limits)?;
    let root = tree.root_element();
    let uri = root.tag_name().namespace().unwrap_or_default();
    let Some(notes) = comments::changed(old.as_ref(), uri, cells, limits)? else { return Ok(()) };
    let layout = Layout::of(root);
    let shown = boxes_named(&tree, &related)
        .map_err(|id| damaged(name, &format!("it names boxes {id}, which are not there")))?;
    let old_boxes = match shown {
        Some(name) => Some(package.archive.part(name)?.ok_or_else(|| damaged(name, "it is missing"))?),
        None => None,
    };
    let boxes = boxes::changed(old_boxes.as_ref(), &notes.gone, &notes.new, &layout)?;
    let kinds = if uri == STRICT_CELLS { STRICT_KINDS } else { KINDS };
    let folder = name.rsplit_once("/worksheets/").map_or(String::new(), |(folder, _)| format!("{folder}/"));
    match &old {
        Some(old) => package.put(old.with(notes.text)),
        None => {
            let new = package.add(&format!("{folder}comments"), ".xml", COMMENTS, &notes.text);
            package.relate(name, &new, &format!("{kinds}/comments"))?;
        }
    }
    match &old_boxes {
        Some(old) => package.put(old.with(boxes)),
        // Notes that were there without boxes leave none behind.
        None if notes.new.is_empty() => {}
        None => {
            let new = package.add_by_ending(&format!("{folder}drawings/vmlDrawing"), "vml", BOXES, &boxes);
            let id = package.relate(name, &new, &format!("{kinds}/vmlDrawing"))?;
            package.put(part.with(showing(&part.text, root, &id, kinds)));
        }
    }
    Ok(())
}

/// Returns the name of the part with the boxes that a sheet shows, `None` when it names none.
///
/// # Errors
///
/// The id that it names, where nothing has it.
fn boxes_named<'r>(tree: &Document<'_>, related: &'r Relationships) -> Result<Option<&'r str>, String> {
    let named = tree.root_element().children().find(|node| node.tag_name().name() == "legacyDrawing");
    let Some(named) = named else { return Ok(None) };
    let id = [KINDS, STRICT_KINDS].iter().find_map(|uri| named.attribute((*uri, "id"))).unwrap_or_default();
    related.by_id(id).map(|(_, name)| Some(name)).ok_or_else(|| format!("`{id}`"))
}

/// The elements of a sheet that stand behind the one which names its boxes; a choice that stands so far back is among them.
const BEHIND: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// Returns the text of a sheet with its boxes named, where its schema wants them named.
fn showing(text: &str, root: Node<'_, '_>, id: &str, kinds: &str) -> String {
    let prefix = raw_prefix(root, text);
    let element = format!("<{prefix}legacyDrawing xmlns:r=\"{}\" r:id=\"{id}\"/>", xml(kinds));
    let mut behind = root.children().skip_while(|node| node.tag_name().name() != "sheetData");
    let next = behind.find(|node| BEHIND.contains(&node.tag_name().name()));
    let mut edits = Edits::default();
    match next {
        Some(next) => edits.insert(next.range().start, element),
        None => edits.append(root, text, &element),
    }
    edits.apply(text)
}
