//! Lines that belong to text: those drawn through it and those under it.

use super::page::{Glyph, Kind, Page, Rect, Stroke, Turn};

/// Marks the glyphs that a line is drawn through, and takes away the lines that strike or underline text.
pub(super) fn take_text_rules(page: &mut Page) {
    let mut level: Vec<usize> = (0..page.glyphs.len())
        .filter(|at| page.glyphs.get(*at).is_some_and(|g| g.turn == Turn::Level))
        .collect();
    let baseline = |glyphs: &[Glyph], at: usize| glyphs.get(at).map_or(0.0, |glyph| glyph.baseline);
    level.sort_by(|a, b| baseline(&page.glyphs, *a).total_cmp(&baseline(&page.glyphs, *b)));
    let tallest = page.glyphs.iter().map(|glyph| glyph.size).fold(0.0, f32::max).min(72.0);

    let mut kept = Vec::with_capacity(page.strokes.len());
    for stroke in &page.strokes {
        if stroke.kind != Kind::Horizontal || stroke.edge {
            kept.push(*stroke);
            continue;
        }
        let y = stroke.rect.centre().1;
        // The glyphs whose line the stroke may belong to.
        let from = level.partition_point(|at| baseline(&page.glyphs, *at) < y - 0.35 * tallest);
        let near = level.iter().skip(from).take_while(|at| baseline(&page.glyphs, **at) <= y + 0.6 * tallest);
        let over: Vec<usize> = near
            .copied()
            .filter(|at| page.glyphs.get(*at).is_some_and(|glyph| lies_across(&stroke.rect, &glyph.rect)))
            .collect();
        let through: Vec<usize> = over
            .iter()
            .copied()
            .filter(|at| page.glyphs.get(*at).is_some_and(|g| strikes(stroke, g)))
            .collect();
        if !through.is_empty() && is_as_long_as(stroke, &through, &page.glyphs) {
            for at in through {
                if let Some(glyph) = page.glyphs.get_mut(at) {
                    glyph.struck = true;
                }
            }
            continue;
        }
        let under: Vec<usize> = over
            .into_iter()
            .filter(|at| page.glyphs.get(*at).is_some_and(|g| underlines(stroke, g)))
            .collect();
        if under.is_empty() || !is_as_long_as(stroke, &under, &page.glyphs) {
            kept.push(*stroke);
        }
    }
    page.strokes = kept;
}

/// Tells whether a line reaches over the middle of a glyph.
fn lies_across(line: &Rect, glyph: &Rect) -> bool {
    let middle = glyph.centre().0;
    line.left <= middle && middle <= line.right
}

/// Tells whether a line runs through the body of a glyph: between a tenth and half of its size above the baseline.
fn strikes(stroke: &Stroke, glyph: &Glyph) -> bool {
    let above = glyph.baseline - stroke.rect.centre().1;
    stroke.rect.height() <= 0.16 * glyph.size && (0.12 * glyph.size..=0.5 * glyph.size).contains(&above)
}

/// Tells whether a line runs close under a glyph.
fn underlines(stroke: &Stroke, glyph: &Glyph) -> bool {
    let below = stroke.rect.centre().1 - glyph.baseline;
    (0.0..=0.28 * glyph.size).contains(&below)
}

/// Tells whether a line is about as long as the text it goes with, gaps between words included: the border of a cell
/// is longer than what stands in it.
fn is_as_long_as(stroke: &Stroke, with: &[usize], glyphs: &[Glyph]) -> bool {
    let text = with.iter().filter_map(|at| glyphs.get(*at));
    let rect = text.clone().map(|glyph| glyph.rect).reduce(|all, rect| all.union(&rect));
    let size = text.map(|glyph| glyph.size).fold(0.0, f32::max);
    // A space at either end may be ruled with the words.
    rect.is_some_and(|rect| {
        rect.left - stroke.rect.left <= 0.6 * size && stroke.rect.right - rect.right <= 0.6 * size
    })
}
