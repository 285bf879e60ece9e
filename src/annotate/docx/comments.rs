//! The part of a Word file that holds the comments: the one that is there, or a new one.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;
use roxmltree::Node;

use crate::annotate::edits::{Edits, xml};
use crate::annotate::names::Names;
use crate::annotate::package::Package;
use crate::annotate::{AUTHOR, Note};
use crate::document::archive::Part;
use crate::document::docx::xml::Word;
use crate::document::package::relationships;
use crate::document::xml::parse;
use crate::document::{Limits, ReadError};

/// What a part of comments is, in the list of types.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/// The namespace of strict files, which have relationships of their own.
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The comments of a document.
#[derive(Debug)]
pub(super) struct Comments<'l> {
    part: Option<Part>,
    limits: &'l Limits,
    /// The numbers of those by an earlier run.
    own: BTreeSet<String>,
    /// The numbers of all others.
    others: BTreeSet<String>,
    added: Vec<Added>,
}

/// A comment to be added.
#[derive(Debug)]
struct Added {
    id: u32,
    day: Date,
    /// The word and the text of each note.
    notes: Vec<(&'static str, String)>,
}

impl<'l> Comments<'l> {
    /// Reads the comments of the part `main`.
    pub(super) fn of(main: &str, package: &mut Package<'_>, limits: &'l Limits) -> Result<Self, ReadError> {
        let related = relationships(&mut package.archive, main)?.unwrap_or_default();
        let part = match related.target("comments") {
            Some(name) => package.archive.part(name)?,
            None => None,
        };
        let (mut own, mut others) = (BTreeSet::new(), BTreeSet::new());
        if let Some(part) = &part {
            for comment in parse(part, limits)?.root_element().children().filter(|node| node.is("comment")) {
                let numbers = if is_own(comment) { &mut own } else { &mut others };
                numbers.extend(comment.attr("id").map(str::to_owned));
            }
        }
        // A number that somebody else's comment has too is not ours to take.
        own.retain(|id| !others.contains(id));
        Ok(Self { part, limits, own, others, added: Vec::new() })
    }

    /// Returns the numbers of the comments by an earlier run.
    pub(super) fn own(&self) -> &BTreeSet<String> {
        &self.own
    }

    /// Adds a comment and returns its number: one that no other comment has, nor any mark in the text, which names `used`.
    pub(super) fn add(&mut self, notes: &[&Note], day: Date, used: &BTreeSet<String>) -> u32 {
        let taken = |id: u32| {
            let written = id.to_string();
            self.others.contains(&written) || used.contains(&written) && !self.own.contains(&written)
        };
        let first = self.added.last().map_or(0, |last| last.id + 1);
        // There are fewer comments than numbers, since each takes more than a byte of a part.
        let id = (first..).find(|id| !taken(*id)).unwrap_or(first);
        let notes = notes.iter().map(|note| (note.kind.word(), note.text.clone())).collect();
        self.added.push(Added { id, day, notes });
        id
    }

    /// Writes the comments into the package; a part that is new is made known to the part `main`.
    pub(super) fn put_in(
        &self,
        main: &Part,
        root: Node<'_, '_>,
        package: &mut Package<'_>,
    ) -> Result<(), ReadError> {
        if let Some(part) = &self.part {
            let tree = parse(part, self.limits)?;
            let list = tree.root_element();
            let mut edits = Edits::default();
            let is_taken_back = |node: &Node<'_, '_>| node.attr("id").is_some_and(|id| self.own.contains(id));
            let own = list.children().filter(|node| node.is("comment")).filter(is_taken_back);
            own.for_each(|comment| edits.remove(comment.range()));
            edits.append(list, &part.text, &self.written(&Names::of(list, &part.text)));
            package.put(part.with(edits.apply(&part.text)));
            return Ok(());
        }
        if self.added.is_empty() {
            return Ok(());
        }
        let uri = root.tag_name().namespace().unwrap_or_default();
        let opened = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{}\"/>",
            xml(uri)
        );
        let new = Part::new("comments", opened);
        let tree = parse(&new, self.limits)?;
        let mut edits = Edits::default();
        let list = tree.root_element();
        edits.append(list, &new.text, &self.written(&Names::of(list, &new.text)));
        let (folder, _) = main.name.rsplit_once('/').unwrap_or_default();
        let stem = if folder.is_empty() { "comments".to_owned() } else { format!("{folder}/comments") };
        let name = package.add(&stem, ".xml", TYPE, &edits.apply(&new.text));
        let kinds = if uri == STRICT {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        };
        package.relate(&main.name, &name, &format!("{kinds}/comments")).map(drop)
    }

    /// Returns the added comments as XML, a paragraph for each note.
    fn written(&self, names: &Names) -> String {
        let mut text = String::new();
        let name = |local| names.name(local);
        let (paragraph, run, piece) = (name("p"), name("r"), name("t"));
        for Added { id, day, notes } in &self.added {
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "{} {}=\"{id}\" {}=\"{AUTHOR}\" {}=\"{day}T00:00:00Z\" {}=\"{AUTHOR}\">",
                names.open("comment"),
                name("id"),
                name("author"),
                name("date"),
                name("initials")
            );
            for (word, rest) in notes {
                let bold = format!("<{0}><{1}/></{0}>", name("rPr"), name("b"));
                let space = if rest.starts_with(':') { "" } else { " " };
                let _ = write!(
                    text,
                    "<{paragraph}><{run}>{bold}<{piece}>{word}</{piece}></{run}>\
                     <{run}><{piece} xml:space=\"preserve\">{space}{}</{piece}></{run}></{paragraph}>",
                    xml(rest)
                );
            }
            let _ = write!(text, "</{}>", name("comment"));
        }
        text
    }
}

fn is_own(comment: Node<'_, '_>) -> bool {
    comment.attr("author") == Some(AUTHOR)
}
