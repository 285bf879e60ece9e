//! Word files: comments spliced into the text that was read, at the places that were carried from there.

mod comments;
mod paragraphs;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use roxmltree::{Document, Node};

use self::comments::Comments;
use self::paragraphs::Paragraphs;
use super::edits::{Edits, Inside};
use super::error::AnnotateError;
use super::names::Names;
use super::package::Package;
use super::{Note, in_order};
use crate::document::Limits;
use crate::document::docx::main_part;
use crate::document::docx::xml::Word;
use crate::document::xml::parse;

/// Returns a Word file with `notes` as comments, those of an earlier run replaced.
pub(super) fn annotated(
    bytes: &[u8],
    notes: &[&Note],
    day: Date,
    limits: &Limits,
) -> Result<Vec<u8>, AnnotateError> {
    let mut package = Package::open(bytes, limits)?;
    let main = main_part(&mut package.archive)?;
    let tree = parse(&main, limits)?;
    let mut comments = Comments::of(&main.name, &mut package, limits)?;
    let mut edits = Edits::default();
    unmark(&tree, comments.own(), &mut edits);
    let paragraphs = Paragraphs::of(tree.root_element());
    let mut places: BTreeMap<(usize, usize), Vec<&Note>> = BTreeMap::new();
    for note in notes {
        places.entry(paragraphs.span(&note.place)?).or_default().push(note);
    }
    let used = numbers(&tree);
    let mut marks = Marks::default();
    for (span, notes) in places {
        let id = comments.add(&in_order(notes), day, &used);
        marks.add(span, id);
    }
    marks.put_in(&paragraphs, &main.text, &mut edits);
    package.put(main.with(edits.apply(&main.text)));
    comments.put_in(&main, tree.root_element(), &mut package)?;
    package.pack()
}

/// Takes the marks of the comments `own` out.
fn unmark(tree: &Document<'_>, own: &BTreeSet<String>, edits: &mut Edits) {
    let of_own = |node: &Node<'_, '_>| node.attr("id").is_some_and(|id| own.contains(id));
    for node in tree.descendants().filter(of_own) {
        match node.word() {
            Some("commentRangeStart" | "commentRangeEnd") => edits.remove(node.range()),
            Some("commentReference") => {
                let run = node.parent().filter(|run| {
                    let mut parts = run.children().filter(Node::is_element);
                    run.is("r") && parts.all(|part| part == node || part.is("rPr"))
                });
                edits.remove(run.unwrap_or(node).range());
            }
            _ => {}
        }
    }
}

/// Returns the numbers of all comments that the text names.
fn numbers(tree: &Document<'_>) -> BTreeSet<String> {
    let marks = tree.descendants().filter(|node| {
        matches!(node.word(), Some("commentRangeStart" | "commentRangeEnd" | "commentReference"))
    });
    marks.filter_map(|node| node.attr("id")).map(str::to_owned).collect()
}

/// The comments that begin and end in each paragraph, by its number.
#[derive(Debug, Default)]
struct Marks(BTreeMap<usize, (Vec<u32>, Vec<u32>)>);

impl Marks {
    fn add(&mut self, (first, last): (usize, usize), id: u32) {
        self.0.entry(first).or_default().0.push(id);
        self.0.entry(last).or_default().1.push(id);
    }

    /// Puts the marks where the paragraphs have their text: behind their properties, and at their end.
    fn put_in(&self, paragraphs: &Paragraphs<'_>, text: &str, edits: &mut Edits) {
        for (number, (starts, ends)) in &self.0 {
            let Some(paragraph) = paragraphs.number(*number) else { continue };
            let names = Names::of(paragraph, text);
            let mark =
                |local: &str, id: u32| format!("{} {}=\"{id}\"/>", names.open(local), names.name("id"));
            let opened: String = starts.iter().map(|id| mark("commentRangeStart", *id)).collect();
            let closed: String = ends
                .iter()
                .map(|id| {
                    let (run, end) = (names.open("r"), names.name("r"));
                    let (after, reference) = (mark("commentRangeEnd", *id), mark("commentReference", *id));
                    format!("{after}{run}>{reference}</{end}>")
                })
                .collect();
            match Inside::of(paragraph, text) {
                Inside::Content { start, end } => {
                    let properties = paragraph.children().find(|child| child.is("pPr"));
                    edits.insert(properties.map_or(start, |node| node.range().end), opened);
                    edits.insert(end, closed);
                }
                Inside::Empty { mark, close } => edits.replace(mark, format!(">{opened}{closed}{close}")),
            }
        }
    }
}
