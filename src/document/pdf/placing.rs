//! Where a glyph stands on its page, and which letters it is.

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, Point, Vec2};

use super::page::{Glyph, Rect, Turn, UNMAPPED};

/// Returns the letters a glyph stands for: [`UNMAPPED`] where the file does not say.
pub(super) fn letters(drawn: &Drawn<'_>) -> String {
    let text = match drawn.as_unicode() {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => return UNMAPPED.to_string(),
    };
    let blank = |c: char| matches!(c, '\t' | '\n' | '\r');
    if text.is_empty() || text.chars().any(|c| c.is_control() && !blank(c)) {
        return UNMAPPED.to_string();
    }
    text
}

/// Returns where a glyph stands that `place` maps from thousandths of its size; `None` when it is askew, or nowhere.
pub(super) fn placed(place: Affine, next: Option<Point>, advance: f32) -> Option<Glyph> {
    let origin = place * Point::ZERO;
    let along = place * Point::new(1000.0, 0.0) - origin;
    let up = place * Point::new(0.0, 1000.0) - origin;
    let size = up.hypot() as f32;
    // No letter is read at a twentieth of a point, nor at the height of several pages.
    if !(0.05..=10_000.0).contains(&size) || !along.is_finite() || !(origin.x + origin.y).is_finite() {
        return None;
    }
    let turn = turn(along)?;
    let mut width = (along.hypot() as f32 * advance / 1000.0).clamp(0.0, 20.0 * size);
    // Fonts that are not in the file are stretched to fit, but never into the next glyph.
    let to_next = next.map_or(f32::MAX, |next| (next - origin).hypot() as f32);
    if to_next > 0.3 * width {
        width = width.min(to_next);
    }
    let (x, y) = (origin.x as f32, origin.y as f32);
    let (ascent, descent) = (0.76 * size, 0.22 * size);
    let rect = match turn {
        Turn::Level => Rect { left: x, top: y - ascent, right: x + width, bottom: y + descent },
        Turn::Up => Rect { left: x - ascent, top: y - width, right: x + descent, bottom: y },
        Turn::Down => Rect { left: x - descent, top: y, right: x + ascent, bottom: y + width },
    };
    let baseline = if turn == Turn::Level { y } else { x };
    Some(Glyph { rect, baseline, size, turn, ..Glyph::default() })
}

/// Returns how text runs whose glyphs follow one another in the direction of `along`.
fn turn(along: Vec2) -> Option<Turn> {
    // Scanned pages lie a few degrees off.
    const ASKEW: f64 = 0.1;
    let (x, y) = (along.x, along.y);
    if x > 0.0 && y.abs() <= ASKEW * x {
        Some(Turn::Level)
    } else if y < 0.0 && x.abs() <= ASKEW * -y {
        Some(Turn::Up)
    } else if y > 0.0 && x.abs() <= ASKEW * y {
        Some(Turn::Down)
    } else {
        None
    }
}

/// Returns the place of part `at` of `count` of a glyph.
pub(super) fn share(glyph: &Glyph, at: usize, count: usize) -> Glyph {
    let rect = glyph.rect;
    let (from, to) = (at as f32 / count as f32, (at + 1) as f32 / count as f32);
    let rect = match glyph.turn {
        Turn::Level => {
            Rect { left: rect.left + from * rect.width(), right: rect.left + to * rect.width(), ..rect }
        }
        Turn::Up => {
            Rect { top: rect.bottom - to * rect.height(), bottom: rect.bottom - from * rect.height(), ..rect }
        }
        Turn::Down => {
            Rect { top: rect.top + from * rect.height(), bottom: rect.top + to * rect.height(), ..rect }
        }
    };
    Glyph { rect, ..*glyph }
}

/// Tells whether `glyph` comes right after `space` on its line.
pub(super) fn follows(space: &Glyph, glyph: &Glyph) -> bool {
    let on_line = space.turn == glyph.turn && (space.baseline - glyph.baseline).abs() < 0.5 * glyph.size;
    let (start, end, from) = match glyph.turn {
        Turn::Level => (space.rect.left, space.rect.right, glyph.rect.left),
        Turn::Up => (-space.rect.bottom, -space.rect.top, -glyph.rect.bottom),
        Turn::Down => (space.rect.top, space.rect.bottom, glyph.rect.top),
    };
    let slack = 0.1 * glyph.size;
    on_line && from >= start - slack && from <= end + glyph.size
}

/// Decodes a text string: UTF-16 or UTF-8 by its mark, else Latin letters.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units =
            wide.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
        return char::decode_utf16(units).map(|unit| unit.unwrap_or(UNMAPPED)).collect();
    }
    match bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        Some(text) => String::from_utf8_lossy(text).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
