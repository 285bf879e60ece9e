//! Web pages: what a person who opens the file in a browser sees as its text.
//!
//! The bytes are decoded ([`decode`]), held against the limits ([`weigh`]) and parsed into a tree whose nodes know their
//! line ([`sink`], [`tree`], [`node`]). The page is looked over once ([`page`]), for its style sheets ([`sheet`], [`css`])
//! among other things, and then read in order ([`reader`], [`story`]): what is seen of it ([`seen`], [`names`]) but the furniture
//! around its text ([`furniture`]), with its lists ([`lists`]), tables ([`shape`], [`grid`], [`table`]), footnotes
//! ([`notes`]), form controls ([`controls`]) and what word processors write in their own way ([`word`]). What is shown but
//! not in the file is noted as unread ([`embedded`]); each block knows its place ([`place`]).

mod controls;
mod css;
mod decode;
mod embedded;
mod furniture;
mod grid;
mod line;
mod lists;
mod names;
mod node;
mod notes;
mod page;
mod place;
mod reader;
mod seen;
mod shape;
mod sheet;
mod sink;
mod story;
mod table;
mod tree;
mod weigh;
mod word;

use self::page::Page;
use self::place::Place;
use self::reader::Reader;
use self::seen::Look;
use super::{Block, BlockKind, Document, DraftMarks, Format, Limit, Limits, Location, ReadError, Unread};

/// Reads the web page `file`, as a browser saves it or a word processor exports it.
///
/// # Errors
///
/// [`ReadError::Empty`] when it shows no text, [`ReadError::NotThisFormat`] for a web archive (.mht),
/// [`ReadError::NotUtf8`] in an encoding that is not read, [`ReadError::TooLarge`] over a limit.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    limits.hold(Limit::TextBytes, bytes.len(), || "the page".to_owned())?;
    if is_web_archive(bytes) {
        return Err(ReadError::NotThisFormat {
            found: "a web archive (.mht)",
            mend: "open it in the browser and save it as `Webpage, HTML only`",
        });
    }
    let source = decode::decode(bytes)?;
    super::text::check_lines(&source.text, limits)?;
    weigh::hold_tags(&source.text, limits)?;
    let tree = sink::parse(&source.text, limits)?;
    let page = Page::new(&tree);

    let (mut blocks, mut unread) = blocks_of(&page, true, limits)?;
    if blocks.is_empty() && unread.is_empty() {
        (blocks, unread) = blocks_of(&page, false, limits)?;
    }
    unread.extend(source.lost.map(lost));
    if blocks.is_empty() && unread.is_empty() {
        return Err(ReadError::Empty);
    }
    let marks = count_marks(&page);
    let mut document = Document { file: file.to_owned(), format: Format::Html, blocks, unread, marks };
    name_file(&mut document);
    Ok(document)
}

/// Reads what a page shows.
fn blocks_of(
    page: &Page<'_>,
    without_furniture: bool,
    limits: &Limits,
) -> Result<(Vec<Block>, Vec<Unread>), ReadError> {
    let mut reader = Reader::new(page, without_furniture, limits);
    let blocks = reader.story(page.root, Look::default(), Place::Body)?;
    let mut unread = reader.unread;
    unread.extend(embedded::scans(&reader.pictures, &blocks));
    Ok((blocks, unread))
}

/// Whether `bytes` are a page with its pictures in one file, as a mail program would write it.
fn is_web_archive(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_ascii_lowercase();
    let start = start.trim_start();
    let heads = ["from:", "mime-version:", "content-type: multipart/related"];
    heads.iter().any(|head| start.starts_with(head)) && start.contains("multipart/related")
}

/// Says that some signs of a page could not be told.
fn lost((line, count): (u32, usize)) -> Unread {
    let what = match count {
        1 => format!("a sign on line {line} that is not UTF-8 was not read"),
        _ => format!("{count} signs that are not UTF-8, the first on line {line}, were not read"),
    };
    Unread {
        what,
        location: Location { text: format!("line {line}"), line: Some(line), ..Location::default() },
    }
}

/// Counts tracked changes and comments, wherever they stand.
fn count_marks(page: &Page<'_>) -> DraftMarks {
    let mut marks = DraftMarks::default();
    for node in page.root.descendants().filter(|node| node.is_element()) {
        let has_text = page.signs(node) > 0;
        marks.insertions += usize::from(has_text && names::is_inserted(node));
        marks.deletions += usize::from(has_text && names::is_deleted(node));
        marks.comments += usize::from(word::is_comment(node));
    }
    marks
}

/// Puts the file's name into every location.
fn name_file(document: &mut Document) {
    fn name(blocks: &mut [Block], file: &str) {
        for block in blocks {
            block.location.file = file.to_owned();
            let BlockKind::Table(table) = &mut block.kind else { continue };
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                cell.location.file = file.to_owned();
                name(&mut cell.blocks, file);
            }
        }
    }
    name(&mut document.blocks, &document.file);
    for unread in &mut document.unread {
        unread.location.file = document.file.clone();
    }
}
