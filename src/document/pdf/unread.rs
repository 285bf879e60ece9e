//! What of a page cannot be read: a picture of text, letters the file has no characters for.

use super::page::{Page, UNMAPPED};
use crate::document::{Location, Unread};

/// The fewest letters of a page that is not just a picture with a caption.
const LETTERS: usize = 40;
/// The fewest letters askew that are no watermark.
const ASKEW: usize = 60;
/// The share of a page a picture takes up that may hold its text.
const PICTURE: f32 = 0.3;

/// Says what of `page` cannot be read, and takes garbage out of it.
pub(super) fn check(page: &mut Page, file: &str) -> Option<Unread> {
    let number = page.number;
    if page.width <= 0.0 {
        // It was not drawn, which is said already.
        return None;
    }
    let signs = page.glyphs.len();
    let unknown = page.glyphs.iter().filter(|glyph| is_unknown(glyph.text)).count();
    if unknown >= 20 && unknown * 20 >= signs {
        let share = (unknown * 100).div_ceil(signs);
        let lost = unknown * 3 >= signs;
        page.glyphs.retain(|glyph| !lost && !is_unknown(glyph.text));
        let rest = if lost { "; none of its text was read" } else { "" };
        let why = format!(
            "page {number}: {share}% of its signs map to no letter, so that its text cannot be read as it looks{rest}"
        );
        return Some(entry(why, number, file));
    }
    if page.askew >= ASKEW && page.askew * 4 >= signs {
        return Some(entry(format!("page {number}: text that runs askew was not read"), number, file));
    }
    let letters = page.glyphs.iter().filter(|glyph| !glyph.furniture && glyph.text.is_alphanumeric()).count();
    if letters >= LETTERS {
        return None;
    }
    let pictured: f32 =
        page.images.iter().map(|image| image.width().max(0.0) * image.height().max(0.0)).sum();
    if pictured >= PICTURE * page.width * page.height {
        let why = format!("page {number} is a picture: words in a picture cannot be read");
        return Some(entry(why, number, file));
    }
    let drawn = letters == 0 && page.shapes >= 3_000;
    drawn.then(|| {
        entry(format!("page {number} is a drawing: words drawn as shapes cannot be read"), number, file)
    })
}

/// Says that a file of so many pages has no end mark, as one that was cut short has not.
pub(super) fn end(bytes: &[u8], pages: usize, file: &str) -> Option<Unread> {
    let what = || format!("the file has no end mark: what came after page {pages}, or on it, may be missing");
    (!has_end(bytes)).then(|| entry(what(), u32::try_from(pages).unwrap_or(u32::MAX), file))
}

/// Tells whether a file has the end mark that every PDF has, with some room for what mail systems put behind it.
pub(super) fn has_end(bytes: &[u8]) -> bool {
    let end = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
    end.windows(5).any(|five| five == b"%%EOF")
}

/// Says that page `number` could not be read, and `why`.
pub(super) fn page(number: u32, why: &str, file: &str) -> Unread {
    entry(format!("page {number} was not read: {why}"), number, file)
}

fn entry(what: String, page: u32, file: &str) -> Unread {
    let text = format!("p. {page}");
    Unread {
        what,
        location: Location { text, file: file.to_owned(), page: Some(page), ..Location::default() },
    }
}

/// Whether nobody knows what a sign means: it has no character, or one of private use.
fn is_unknown(sign: char) -> bool {
    sign == UNMAPPED || matches!(sign, '\u{E000}'..='\u{EFFF}' | '\u{F100}'..='\u{F8FF}')
}
