//! Word documents: what a person who opens the file sees as its text.
//!
//! A package ([`package`](super::package)) of XML parts ([`xml`]); the styles and lists that say how text is shown ([`styles`],
//! [`numbering`]); the text itself, story by story ([`story`], [`table`], [`line`], [`notes`]), of which some counts
//! as written and some does not ([`written`], [`fields`]).

mod fields;
mod line;
mod notes;
mod numbering;
mod story;
mod styles;
mod table;
mod written;
pub(crate) mod xml;

use roxmltree::Node;

use self::fields::Fields;
use self::notes::Notes;
use self::numbering::Numbering;
use self::story::Reader;
use self::styles::Styles;
use self::xml::Word;
use super::archive::{Archive, Part};
use super::error::ReadError;
use super::flow::{Place, name_file, scanned_pages};
use super::package::{Relationships, relationships, relationships_of};
use super::xml::parse;
use super::{Document, DraftMarks, Format, Limits};

/// Reads a Word document (.docx, .docm, .dotx), transitional or strict; `file` is its name as the user gave it.
///
/// # Errors
///
/// Any [`ReadError`] but [`ReadError::NotUtf8`]: the bytes are no Word document, are encrypted, damaged or cut short,
/// or would cost more than [`limits`] allows.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let parts = Parts::unpack(bytes, limits)?;
    let main = parse(&parts.main, limits)?;
    let body = main.root_element().child("body").ok_or_else(|| parts.main.damaged("it has no body"))?;
    let styles = parse_some(&parts.styles, limits)?
        .map(|tree| Styles::read(tree.root_element(), limits))
        .unwrap_or_default();
    let numbering = parse_some(&parts.numbering, limits)?
        .map(|tree| Numbering::read(tree.root_element()))
        .unwrap_or_default();
    let (footnotes, endnotes) = (parse_some(&parts.footnotes, limits)?, parse_some(&parts.endnotes, limits)?);
    let comments = parse_some(&parts.comments, limits)?;
    let roots = [footnotes.as_ref(), endnotes.as_ref()].map(|tree| tree.map(|tree| tree.root_element()));

    let fields = Fields::new(closes_its_fields(body));
    let mut reader = Reader::new(&styles, numbering, Notes::read(roots[0], roots[1]), fields, limits);
    let blocks = reader.story(body, &Place::Body)?;
    let mut unread = reader.unread;
    unread.extend(scanned_pages(&reader.pictures, &blocks));

    let mut marks =
        [Some(body), roots[0], roots[1]].into_iter().flatten().fold(DraftMarks::default(), count_changes);
    marks.comments =
        comments.map_or(0, |tree| tree.root_element().children().filter(|node| node.is("comment")).count());
    let mut document = Document { file: file.to_owned(), format: Format::Docx, blocks, unread, marks };
    name_file(&mut document);
    Ok(document)
}

/// The parts that bear on the text.
struct Parts {
    main: Part,
    styles: Option<Part>,
    numbering: Option<Part>,
    footnotes: Option<Part>,
    endnotes: Option<Part>,
    comments: Option<Part>,
}

impl Parts {
    fn unpack(bytes: &[u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, limits)?;
        let main = main_part(&mut archive)?;
        let related = match relationships(&mut archive, &main.name)? {
            Some(related) => related,
            None if archive.has("word/styles") => {
                return Err(missing(&relationships_of(&main.name), "it is missing"));
            }
            None => Relationships::default(),
        };
        let mut part = |kind: &str| match related.target(kind) {
            None => Ok(None),
            Some(name) => archive.part(name)?.map(Some).ok_or_else(|| missing(name, "it is missing")),
        };
        Ok(Self {
            styles: part("styles")?,
            numbering: part("numbering")?,
            footnotes: part("footnotes")?,
            endnotes: part("endnotes")?,
            comments: part("comments")?,
            main,
        })
    }
}

/// Returns the part that holds the text.
///
/// # Errors
///
/// [`ReadError::Damaged`] when the package names none, or one that is missing or is no Word document.
pub(crate) fn main_part(archive: &mut Archive<'_>) -> Result<Part, ReadError> {
    let roots = relationships(archive, "")?.ok_or_else(|| missing("_rels/.rels", "it is missing"))?;
    let name =
        roots.target("officeDocument").ok_or_else(|| missing("_rels/.rels", "it names no document"))?;
    let main = archive.part(name)?.ok_or_else(|| missing(name, "it is missing"))?;
    if main.text.contains("wordprocessingml") {
        Ok(main)
    } else {
        Err(main.damaged("it is no Word document"))
    }
}

fn missing(part: &str, why: &str) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: why.to_owned() }
}

fn parse_some<'p>(
    part: &'p Option<Part>,
    limits: &Limits,
) -> Result<Option<roxmltree::Document<'p>>, ReadError> {
    part.as_ref().map(|part| parse(part, limits)).transpose()
}

/// Tells whether every field that is opened is also closed.
fn closes_its_fields(body: Node<'_, '_>) -> bool {
    let signs =
        body.descendants().filter(|node| node.is("fldChar")).filter_map(|node| node.attr("fldCharType"));
    let (opened, closed) = signs.fold((0, 0), |(opened, closed), sign| match sign {
        "begin" => (opened + 1, closed),
        "end" => (opened, closed + 1),
        _ => (opened, closed),
    });
    opened == closed
}

/// Counts tracked changes: stretches of text, moves, and rows or cells put in or taken out whole.
fn count_changes(mut marks: DraftMarks, root: Node<'_, '_>) -> DraftMarks {
    for node in root.descendants() {
        // An empty mark in run properties belongs to the end of a paragraph, whose text carries its own.
        let counts = node.has_children() || node.parent().is_some_and(|parent| !parent.is("rPr"));
        match node.word() {
            Some("ins" | "moveTo" | "cellIns") if counts => marks.insertions += 1,
            Some("del" | "moveFrom" | "cellDel") if counts => marks.deletions += 1,
            _ => {}
        }
    }
    marks
}
