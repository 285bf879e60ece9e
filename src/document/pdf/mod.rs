//! Reads PDF pages: what a person who turns them sees as its text.
//!
//! A file is looked over before it is opened ([`bombs`], [`filters`]), and each page before it is drawn ([`cost`], [`whole`]).
//! The marks each page draws ([`pages`], [`canvas`], [`placing`], [`shapes`], [`fonts`]), of which some are seen ([`seen`],
//! [`ruled`]), make a page ([`page`]) without its running heads and feet ([`furniture`]). Its glyphs make words and
//! lines ([`lines`]), tables ([`tables`]), columns ([`columns`]), footnotes ([`notes`]), lists of contents
//! ([`contents`]) and paragraphs ([`paragraphs`], [`marker`], [`words`]); those of all pages flow on ([`flow`]) and
//! become blocks ([`story`], [`headings`]). What cannot be read is said ([`unread`]).

mod bombs;
mod canvas;
mod columns;
mod contents;
mod cost;
mod filters;
mod flow;
mod fonts;
mod furniture;
mod headings;
mod lines;
mod marker;
mod notes;
mod page;
mod pages;
mod paragraphs;
mod parted;
mod placing;
mod ruled;
mod seen;
mod shapes;
mod story;
mod tables;
mod unread;
mod whole;
mod words;

use super::{Document, Format, Limits, ReadError};

/// Reads a PDF; `file` is its name as the user gave it.
///
/// # Errors
///
/// [`ReadError::PasswordProtected`], [`ReadError::Damaged`] and [`ReadError::Truncated`] when it cannot be opened,
/// [`ReadError::TooLarge`] over a limit.
pub fn read(file: &str, bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let pages::File { outcomes, marks } = pages::read(bytes, limits)?;
    let mut unread = Vec::new();
    let mut pages = Vec::with_capacity(outcomes.len());
    for (number, outcome) in (1..).zip(outcomes) {
        pages.push(outcome.unwrap_or_else(|why| {
            unread.push(unread::page(number, why, file));
            page::Page { number, ..page::Page::default() }
        }));
    }
    furniture::mark(&mut pages);
    for page in &mut pages {
        unread.extend(unread::check(page, file));
    }
    unread.sort_by_key(|unread| unread.location.page);
    unread.extend(unread::end(bytes, pages.len(), file));
    let tables = tables::find(&pages);
    let taken = flow::taken(&pages, &tables);
    let flow = flow::flow(&pages, &tables, &taken);
    let blocks = story::Story::new(file, &pages, &tables, limits).tell(flow)?;
    Ok(Document { file: file.to_owned(), format: Format::Pdf, blocks, unread, marks })
}
