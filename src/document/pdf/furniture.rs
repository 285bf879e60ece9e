//! Running heads, feet and page numbers: what stands at the same place on several pages.

use std::collections::BTreeMap;

use super::lines::{Line, lines};
use super::page::{Glyph, Kind, Page, Rect, Turn};

/// How much of the page, from its top and from its bottom, may hold heads and feet.
const ZONE: f32 = 0.15;

/// Marks the glyphs of running heads and feet on all pages.
pub(super) fn mark(pages: &mut [Page]) {
    let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for line in edge_lines(page) {
            if !is_ruled_in(&line.rect, page) {
                let place = Place { page: at, top: line.rect.top, rect: line.rect };
                found.entry(key(&line.text())).or_default().push(place);
            }
        }
    }
    let few = pages.len() <= 8;
    let mut furniture: Vec<(usize, Rect)> = Vec::new();
    for (key, places) in &found {
        for place in places {
            let alike = |other: &&Place| (other.top - place.top).abs() < 4.0;
            let on_pages = places.iter().filter(alike).count();
            let own_number =
                is_page_number(key) && pages.get(place.page).is_some_and(|page| is_numbered(page, place));
            if on_pages >= 3 || on_pages == 2 && few || own_number {
                furniture.push((place.page, place.rect));
            }
        }
    }
    for (at, rect) in furniture {
        let Some(page) = pages.get_mut(at) else { continue };
        for glyph in page.glyphs.iter_mut().filter(|glyph| rect.contains(glyph.rect.centre())) {
            glyph.furniture = true;
        }
    }
}

/// Where a line stands.
struct Place {
    page: usize,
    top: f32,
    rect: Rect,
}

/// Returns the lines close to the top and the bottom of a page.
fn edge_lines(page: &Page) -> Vec<Line> {
    let deep = ZONE * page.height;
    let at_edge = |glyph: &&Glyph| {
        let middle = glyph.rect.centre().1;
        glyph.turn == Turn::Level && (middle < deep || middle > page.height - deep)
    };
    let glyphs: Vec<&Glyph> = page.glyphs.iter().filter(at_edge).collect();
    lines(&glyphs)
}

/// Returns what stays the same of a running line from page to page.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && key.ends_with('#')) {
            key.push(c);
        }
    }
    key
}

/// Tells whether nothing but a page number has this `key`.
fn is_page_number(key: &str) -> bool {
    let bare = key.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | ' ')).to_lowercase();
    let bare = bare.strip_prefix("page").unwrap_or(&bare).trim();
    matches!(bare, "#" | "# of #" | "#/#" | "# / #")
}

/// Tells whether a line gives the number of its own page.
fn is_numbered(page: &Page, place: &Place) -> bool {
    let glyphs: Vec<&Glyph> =
        page.glyphs.iter().filter(|glyph| place.rect.contains(glyph.rect.centre())).collect();
    let text: String = lines(&glyphs).iter().map(Line::text).collect();
    let number = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    number == Some(page.number.to_string().as_str())
}

/// Tells whether lines stand left and right of a text, as they do in a table: the row of headings that a table
/// repeats on each page is no running head.
fn is_ruled_in(rect: &Rect, page: &Page) -> bool {
    let middle = rect.centre().1;
    let beside = |stroke: &&super::page::Stroke| {
        stroke.kind == Kind::Vertical && stroke.rect.top <= middle && middle <= stroke.rect.bottom
    };
    let xs = || page.strokes.iter().filter(beside).map(|stroke| stroke.rect.centre().0);
    xs().any(|x| x <= rect.left + 1.0) && xs().any(|x| x >= rect.right - 1.0)
}
