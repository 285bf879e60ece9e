//! What a page draws, gathered mark by mark: nothing is painted.

use std::panic;
use std::sync::atomic::AtomicUsize;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_syntax::object::{self, Dict, Name};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect as Area, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

use super::fonts::{Fonts, Look};
use super::page::{Glyph, Rect, Stroke};
use super::pages::take;
use super::placing::{decode, follows, letters, placed, share};
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
