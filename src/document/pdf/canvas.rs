//! What a page draws, gathered mark by mark: nothing is painted.

use std::panic;
use std::sync::atomic::AtomicUsize;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{self, Dict, Name};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect as Area, Shape, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

use super::fonts::{Fonts, Look};
use super::page::{Glyph, Rect, Stroke, Turn, UNMAPPED};
use super::pages::take;
use super::seen::{Fill, Ink};
use super::shapes::Shapes;

/// A page as it is drawn.
pub(super) struct Canvas<'f> {
    pub(super) glyphs: Vec<Glyph>,
    /// How each glyph is drawn.
    pub(super) inks: Vec<Ink>,
    pub(super) fills: Vec<Fill>,
    pub(super) strokes: Vec<Stroke>,
    pub(super) images: Vec<Rect>,
    /// Glyphs of text that runs askew over the page, as a watermark does.
    pub(super) askew: usize,
    /// Lines and curves of what is drawn.
    pub(super) shapes: usize,
    fonts: &'f mut Fonts,
    /// The part of the page that is drawn on, innermost last.
    clips: Vec<Rect>,
    /// How much of what is drawn shows through, innermost last.
    opacity: Vec<f32>,
    /// The marked content around what is drawn, innermost last.
    content: Vec<Content>,
    /// Where the last space drawn was.
    space: Option<Glyph>,
    order: u32,
    /// How many marks all pages may still make.
    left: &'f AtomicUsize,
}

/// A stretch of marked content.
struct Content {
    /// Whether it is a running head or foot.
    furniture: bool,
    /// What it says instead of its glyphs, and the first of them.
    instead: Option<(String, usize)>,
}

impl<'f> Canvas<'f> {
    /// Starts a page of which `area` is seen; `left` is how many marks all pages may still make.
    pub(super) fn new(area: Rect, fonts: &'f mut Fonts, left: &'f AtomicUsize) -> Self {
        Self {
            glyphs: Vec::new(),
            inks: Vec::new(),
            fills: Vec::new(),
            strokes: Vec::new(),
            images: Vec::new(),
            askew: 0,
            shapes: 0,
            fonts,
            clips: vec![area],
            opacity: vec![1.0],
            content: Vec::new(),
            space: None,
            order: 0,
            left,
        }
    }

    /// Counts `marks` against what the pages may make, and breaks off when it is over: the interpreter cannot be asked
    /// to stop. The unwinding starts without the panic hook and is caught where the page is read.
    fn count(&mut self, marks: usize) {
        if !take(self.left, marks) {
            panic::resume_unwind(Box::new("too many marks"));
        }
        self.order += 1;
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or_default()
    }

    fn see_through(&self) -> f32 {
        self.opacity.last().copied().unwrap_or(1.0)
    }

    fn shape(&mut self, path: &BezPath, props: &DrawProps<'_>, mode: &DrawMode) {
        self.count(path.elements().len());
        self.shapes += path.elements().len();
        let colour = self.colour(&props.paint);
        let plain = props.blend_mode == BlendMode::Normal && props.soft_mask.is_none();
        let shapes =
            Shapes { transform: props.transform, clip: self.clip(), colour, plain, order: self.order };
        if let DrawMode::Fill(_) | DrawMode::FillAndStroke(..) = mode {
            shapes.fill(path, &mut self.fills, &mut self.strokes);
        }
        if let DrawMode::Stroke(pen) | DrawMode::FillAndStroke(_, pen) = mode {
            shapes.stroke(path, pen.line_width, &mut self.strokes);
        }
    }

    /// Returns the colour of a paint, `None` for a pattern, with what shows through of it as its last part.
    fn colour(&self, paint: &Paint<'_>) -> Option<[f32; 4]> {
        let Paint::Color(colour) = paint else { return None };
        let [red, green, blue, alpha] = colour.to_rgba().components();
        Some([red, green, blue, alpha * self.see_through()])
    }

    fn run(&mut self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>, mode: &DrawMode) {
        let glyphs = run.glyphs();
        self.count(glyphs.len());
        let Some(first) = glyphs.first() else { return };
        let look = self.fonts.look(first);
        let ink = Ink {
            order: self.order,
            colour: self.colour(&props.paint),
            invisible: matches!(mode, DrawMode::Invisible),
        };
        for (at, glyph) in glyphs.iter().enumerate() {
            let next = glyphs.get(at + 1).map(|next| (props.transform * next.transform()) * Point::ZERO);
            self.glyph(glyph, props.transform * glyph.transform(), next, look, &ink);
        }
    }

    fn glyph(&mut self, drawn: &Drawn<'_>, place: Affine, next: Option<Point>, look: Look, ink: &Ink) {
        let letters = letters(drawn);
        let advance = match drawn {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(shape) => shape.advance_width(),
        };
        let Some(mut glyph) = placed(place, next, advance.unwrap_or(500.0)) else {
            self.askew += 1;
            return;
        };
        (glyph.font, glyph.bold, glyph.italic) = (look.font, look.bold, look.italic);
        if letters.chars().all(|c| c.is_whitespace() || c == '\u{200B}') {
            self.space = Some(glyph);
            return;
        }
        glyph.spaced = self.space.take().is_some_and(|space| follows(&space, &glyph));
        glyph.furniture = self.content.iter().any(|content| content.furniture);
        if self.clip().contains(glyph.rect.centre()) {
            self.write(&letters, glyph, ink);
        }
    }

    /// Writes the letters of one glyph, each with its share of the width.
    fn write(&mut self, letters: &str, glyph: Glyph, ink: &Ink) {
        let count = letters.chars().count();
        self.count(count - 1);
        for (at, letter) in letters.chars().enumerate() {
            let part = share(&glyph, at, count);
            self.glyphs.push(Glyph { text: letter, spaced: glyph.spaced && at == 0, ..part });
            self.inks.push(ink.clone());
        }
    }

    /// Puts what marked content says of itself in place of its glyphs, where they stand on one line: a ligature, a
    /// drawn letter, a hyphen that is none.
    fn replace(&mut self, text: &str, from: usize) {
        let Some(drawn) = self.glyphs.get(from..).filter(|drawn| !drawn.is_empty()) else { return };
        let letters: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
        let Some((first, ink)) = drawn.first().zip(self.inks.get(from)) else { return };
        let same_line = drawn.iter().all(|glyph| (glyph.baseline - first.baseline).abs() < 0.5 * first.size);
        let agrees = drawn.iter().map(|glyph| glyph.text).eq(letters.iter().copied().filter(|c| *c != ' '));
        if agrees || !same_line || letters.is_empty() || drawn.len() > 8 && letters.len() > 64 {
            return;
        }
        let rect = drawn.iter().map(|glyph| glyph.rect).fold(first.rect, |all, rect| all.union(&rect));
        let (whole, ink) = (Glyph { rect, ..*first }, ink.clone());
        self.count(letters.len());
        self.glyphs.truncate(from);
        self.inks.truncate(from);
        let mut spaced = whole.spaced;
        for (at, letter) in letters.iter().enumerate() {
            if letter.is_whitespace() {
                spaced = true;
                continue;
            }
            let part = share(&whole, at, letters.len());
            self.glyphs.push(Glyph { text: *letter, spaced: std::mem::take(&mut spaced), ..part });
            self.inks.push(ink.clone());
        }
    }
}

impl<'a> Device<'a> for Canvas<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.shape(path, &props, mode);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.count(clip.path.elements().len());
        self.push_clip_rect(&clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, rect: &Area) {
        self.count(1);
        let inner =
            Rect { left: rect.x0 as f32, top: rect.y0 as f32, right: rect.x1 as f32, bottom: rect.y1 as f32 };
        self.clips.push(self.clip().intersection(&inner));
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
        self.opacity.push(self.see_through() * opacity);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.run(run, &props, mode);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count(1);
        let whole = Area::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(whole);
        let clip = self.clip();
        let rect =
            Rect { left: area.x0 as f32, top: area.y0 as f32, right: area.x1 as f32, bottom: area.y1 as f32 }
                .intersection(&clip);
        if rect.width() > 0.0 && rect.height() > 0.0 && self.see_through() > 0.0 {
            self.images.push(rect);
            self.fills.push(Fill { rect, colour: None, covers: false, order: self.order });
        }
    }

    fn pop_clip(&mut self) {
        self.clips.truncate(self.clips.len().saturating_sub(1).max(1));
    }

    fn pop_transparency_group(&mut self) {
        self.opacity.truncate(self.opacity.len().saturating_sub(1).max(1));
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let kind = properties.and_then(|properties| properties.get::<Name<'_>>(b"Type"));
        let furniture = tag == b"Artifact" && kind.is_some_and(|kind| kind.as_ref() == b"Pagination");
        let instead = properties.and_then(|properties| properties.get::<object::String<'_>>(b"ActualText"));
        let instead = instead.map(|text| (decode(text.as_bytes()), self.glyphs.len()));
        self.content.push(Content { furniture, instead });
    }

    fn end_marked_content(&mut self) {
        if let Some(Content { instead: Some((text, from)), .. }) = self.content.pop() {
            self.replace(&text, from);
        }
    }
}

/// Returns the letters a glyph stands for.
fn letters(drawn: &Drawn<'_>) -> String {
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
fn placed(place: Affine, next: Option<Point>, advance: f32) -> Option<Glyph> {
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
fn share(glyph: &Glyph, at: usize, count: usize) -> Glyph {
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
fn follows(space: &Glyph, glyph: &Glyph) -> bool {
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
fn decode(bytes: &[u8]) -> String {
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
