//! The notes of the cells of one sheet: ours put in, those of an earlier run taken out, those of people kept.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::text::{self, Own};
use super::{Spot, xml};
use crate::annotate::edits::{Edits, raw_prefix};
use crate::annotate::{AUTHOR, Note, in_order};
use crate::document::archive::Part;
use crate::document::sheet::{cell_name, cell_named};
use crate::document::xml::parse;
use crate::document::{Limits, ReadError};

/// What comes of the notes of a sheet.
#[derive(Debug)]
pub(super) struct Changed {
    /// The text of their part.
    pub(super) text: String,
    /// The cells whose note is gone, and its box with it.
    pub(super) gone: Vec<Spot>,
    /// The cells with a note that needs a box, and what it says.
    pub(super) new: Vec<(Spot, String)>,
}

/// A note that is there.
struct Found<'a> {
    node: Node<'a, 'a>,
    text: Option<Node<'a, 'a>>,
    /// Our words in it.
    own: Option<Own<'a>>,
    /// Whether it only stands for a thread of comments.
    thread: bool,
}

impl<'a> Found<'a> {
    fn of(node: Node<'a, 'a>, authors: &[&str]) -> Self {
        let author = node.attribute("authorId").and_then(|at| authors.get(at.trim().parse::<usize>().ok()?));
        let text = node.children().find(|part| part.tag_name().name() == "text");
        let thread = author.is_some_and(|author| author.starts_with("tc="));
        Self { node, text, own: text.and_then(text::own), thread }
    }

    /// Whether no word of a person is in it.
    fn is_ours(&self) -> bool {
        let parts = self.text.map_or(0, |text| text.children().filter(Node::is_element).count());
        self.own.as_ref().is_some_and(|own| own.kept.is_empty() && own.runs.len() == parts)
    }
}

/// Returns what comes of the notes in `old` when `cells` are to have theirs; `None` when that is nothing. `uri` is the
/// namespace of the sheet.
pub(super) fn changed(
    old: Option<&Part>,
    uri: &str,
    cells: BTreeMap<Spot, Vec<&Note>>,
    limits: &Limits,
) -> Result<Option<Changed>, ReadError> {
    let bare = || {
        let opened = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        format!("{opened}<comments xmlns=\"{}\"><authors/><commentList/></comments>", xml(uri))
    };
    let part = old.cloned().unwrap_or_else(|| Part::new("comments", bare()));
    let tree = parse(&part, limits)?;
    let root = tree.root_element();
    let child = |name: &str| root.children().find(|node| node.tag_name().name() == name);
    let (Some(listed), Some(list)) = (child("authors"), child("commentList")) else {
        return Err(part.damaged("it has no list of authors or of notes"));
    };
    let authors: Vec<&str> =
        listed.children().filter(Node::is_element).map(|name| name.text().unwrap_or_default()).collect();
    let mut found: BTreeMap<Spot, Found<'_>> = BTreeMap::new();
    for node in list.children().filter(Node::is_element) {
        if let Some(spot) = node.attribute("ref").and_then(cell_named) {
            found.insert(spot, Found::of(node, &authors));
        }
    }
    if cells.is_empty() && found.values().all(|note| note.own.is_none()) {
        return Ok(None);
    }
    let prefix = raw_prefix(root, &part.text);
    let mut edits = Edits::default();
    let author = authors.iter().position(|author| *author == AUTHOR).unwrap_or(authors.len());
    if author == authors.len() {
        edits.append(listed, &part.text, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    }
    let mut lines = in_free_cells(cells, &found);
    let (mut gone, mut new, mut added) = (Vec::new(), Vec::new(), String::new());
    for (spot, note) in found.iter().filter(|(_, note)| !note.thread) {
        if note.is_ours() {
            edits.remove(note.node.range());
            gone.push(*spot);
        } else if let Some(place) = note.text.filter(|_| note.own.is_some() || lines.contains_key(spot)) {
            let own = lines.remove(spot).unwrap_or_default();
            let kept = note.own.as_ref().map_or("", |own| &own.kept);
            for run in note.own.iter().flat_map(|own| &own.runs) {
                edits.remove(run.range());
            }
            let gone = note.own.as_ref().map_or(&[][..], |own| &own.runs);
            let is_words = |part: &Node<'_, '_>| matches!(part.tag_name().name(), "t" | "r");
            let apart = place.children().filter(is_words).any(|run| !gone.contains(&run));
            beside(place, &text::runs(kept, &own, apart, &prefix).0, &prefix, &mut edits, &part.text);
        }
    }
    for (spot, lines) in lines {
        let (runs, seen) = text::runs("", &lines, false, &prefix);
        let name = cell_name(spot);
        added.push_str(&format!(
            "<{prefix}comment ref=\"{name}\" authorId=\"{author}\" shapeId=\"0\"><{prefix}text>{runs}</{prefix}text></{prefix}comment>"
        ));
        new.push((spot, seen));
    }
    edits.append(list, &part.text, &added);
    Ok(Some(Changed { text: edits.apply(&part.text), gone, new }))
}

/// Puts `runs` behind what a person wrote in the `text` of a note. Words without a look of their own become a run too, since
/// they may not stand beside runs.
fn beside(text: Node<'_, '_>, runs: &str, prefix: &str, edits: &mut Edits, written: &str) {
    let parts: Vec<Node<'_, '_>> = text.children().filter(Node::is_element).collect();
    for plain in parts.iter().filter(|part| part.tag_name().name() == "t") {
        edits.insert(plain.range().start, format!("<{prefix}r>"));
        edits.insert(plain.range().end, format!("</{prefix}r>"));
    }
    // Reading aids stand behind the runs.
    match parts.iter().find(|part| !matches!(part.tag_name().name(), "t" | "r")) {
        Some(aid) => edits.insert(aid.range().start, runs),
        None => edits.append(text, written, runs),
    }
}

/// Returns the lines of each cell. Those for a cell with a thread of comments go to the next on its right without one.
fn in_free_cells(
    cells: BTreeMap<Spot, Vec<&Note>>,
    found: &BTreeMap<Spot, Found<'_>>,
) -> BTreeMap<Spot, Vec<String>> {
    let mut free: BTreeMap<Spot, Vec<&Note>> = BTreeMap::new();
    for ((row, column), notes) in cells {
        let is_free = |spot: &Spot| !found.get(spot).is_some_and(|note| note.thread);
        let spot = (column..).map(|column| (row, column)).find(is_free).unwrap_or((row, column));
        free.entry(spot).or_default().extend(notes);
    }
    let lines = |notes| in_order(notes).into_iter().map(text::line).collect();
    free.into_iter().map(|(spot, notes)| (spot, lines(notes))).collect()
}
