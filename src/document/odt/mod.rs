//! OpenDocument text: what a person who opens the file sees as its text.
//!
//! A package ([`package`]) of XML parts ([`names`]); the styles and lists that say how text is shown ([`styles`],
//! [`lists`], [`levels`]); the text itself, story by story ([`story`], [`table`], [`line`], [`drawings`]).

mod drawings;
mod levels;
mod line;
mod lists;
mod names;
mod package;
mod story;
mod styles;
mod table;

use roxmltree::Node;

use self::line::Setting;
use self::lists::Lists;
use self::names::{Ns, Odf};
use self::package::Package;
use self::story::Reader;
use self::styles::Styles;
use super::error::ReadError;
use super::flow::{Place, name_file, scanned_pages};
use super::xml::parse;
use super::{Document, DraftMarks, Format, Limits};

/// Reads an OpenDocument text or template (.odt, .ott); `file` is its name as the user gave it.
///
/// # Errors
///
/// Any [`ReadError`] but [`ReadError::NotUtf8`]: the bytes are no OpenDocument text, are encrypted, damaged or cut
/// short, or would cost more than `limits` allow.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let Package { content, styles, objects } = Package::unpack(bytes, limits)?;
    let tree = parse(&content, limits)?;
    let root = tree.root_element();
    let text = root.child(Ns::Office, "body").and_then(|body| body.child(Ns::Office, "text"));
    let Some(text) = text else { return Err(content.damaged("it holds no text document")) };
    let shared = styles.as_ref().map(|part| parse(part, limits)).transpose()?;

    // The styles made for this text alone decide; those of headers and footers come last.
    let shared = shared.as_ref().map(|tree| tree.root_element());
    let groups: Vec<Node<'_, '_>> = [
        shared.and_then(|root| root.child(Ns::Office, "automatic-styles")),
        shared.and_then(|root| root.child(Ns::Office, "styles")),
        root.child(Ns::Office, "automatic-styles"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let setting = Setting { styles: Styles::read(&groups, limits), objects };

    let mut reader = Reader::new(&setting, Lists::read(&groups), limits);
    let blocks = reader.story(text, &Place::Body)?;
    let mut unread = reader.unread;
    unread.extend(scanned_pages(&reader.pictures, &blocks));
    let marks = text.descendants().fold(DraftMarks::default(), count_mark);
    let mut document = Document { file: file.to_owned(), format: Format::Odt, blocks, unread, marks };
    name_file(&mut document);
    Ok(document)
}

/// Counts a tracked change or a comment.
fn count_mark(mut marks: DraftMarks, node: Node<'_, '_>) -> DraftMarks {
    match node.name() {
        (Ns::Text, "insertion") => marks.insertions += 1,
        (Ns::Text, "deletion") => marks.deletions += 1,
        (Ns::Office, "annotation") => marks.comments += 1,
        _ => {}
    }
    marks
}
