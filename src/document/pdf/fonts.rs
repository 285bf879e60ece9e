//! How the fonts of a page look: which is bold, which italic.

use std::collections::BTreeMap;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Stream};
use hayro_interpret::hayro_syntax::page::Resources;
use hayro_interpret::kurbo::BezPath;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask, interpret,
};

/// How a font looks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// Its number on the page.
    pub(super) font: u16,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

/// The fonts met so far.
#[derive(Default)]
pub(super) struct Fonts {
    /// The looks of the glyphs of Type 1 fonts, of which the interpreter does not give the name.
    type1: BTreeMap<u128, (u128, bool, bool)>,
    /// The font dictionaries whose glyphs are known.
    known: Vec<(u32, i32)>,
    /// The fonts of the page being drawn, by their keys.
    page: BTreeMap<u128, u16>,
}

/// How deep forms in forms are searched for fonts.
const DEEPEST: usize = 8;
/// How many font dictionaries are looked at.
const MOST: usize = 2_000;

impl Fonts {
    /// Starts a page with these `resources`.
    pub(super) fn start_page<'a>(&mut self, resources: &Resources<'a>, context: &mut Context<'a>) {
        self.page.clear();
        self.meet(resources, context, &mut Vec::new(), DEEPEST);
    }

    /// Learns how the Type 1 fonts of `resources` look: each has all its glyphs drawn once, to nowhere.
    fn meet<'a>(
        &mut self,
        resources: &Resources<'a>,
        context: &mut Context<'a>,
        forms: &mut Vec<(u32, i32)>,
        depth: usize,
    ) {
        for name in resources.fonts.keys() {
            let reference = resources.fonts.get_ref(&*name).map(|id| (id.obj_number, id.gen_number));
            if self.known.len() > MOST || reference.is_some_and(|id| self.known.contains(&id)) {
                continue;
            }
            self.known.push(reference.unwrap_or((0, -1)));
            let Some(font) = resources.fonts.get::<Dict<'_>>(&*name) else { continue };
            let kind = font.get::<Name<'_>>(b"Subtype");
            if kind.is_none_or(|kind| !matches!(kind.as_ref(), b"Type1" | b"MMType1" | b"TrueType")) {
                continue;
            }
            let called = font.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned());
            let called = called.unwrap_or_default();
            let mut specimen = Specimen::default();
            interpret(TypedIter::new(&specimen_text(name.as_ref())), resources, context, &mut specimen);
            let (bold, italic) = (is_bold(&called), is_italic(&called));
            let key = specimen.glyphs.first().copied().unwrap_or_default();
            self.type1.extend(specimen.glyphs.into_iter().map(|glyph| (glyph, (key, bold, italic))));
        }
        if depth == 0 {
            return;
        }
        for name in resources.x_objects.keys() {
            let Some(id) = resources.x_objects.get_ref(&*name).map(|id| (id.obj_number, id.gen_number))
            else {
                continue;
            };
            if forms.contains(&id) || forms.len() > MOST {
                continue;
            }
            forms.push(id);
            let form = resources.x_objects.get::<Stream<'_>>(&*name);
            if let Some(inner) = form.and_then(|form| form.dict().get::<Dict<'_>>(b"Resources")) {
                self.meet(&Resources::new(inner), context, forms, depth - 1);
            }
        }
    }

    /// Returns how the font of `glyph` looks.
    pub(super) fn look(&mut self, glyph: &Drawn<'_>) -> Look {
        let Drawn::Outline(outline) = glyph else { return Look { font: u16::MAX, ..Look::default() } };
        let (key, bold, italic) = match outline.font_data() {
            Some(font) => {
                let name = font.postscript_name.unwrap_or_default();
                let bold = font.weight.is_some_and(|weight| weight >= 600) || is_bold(&name);
                (font.cache_key, bold, font.is_italic || is_italic(&name))
            }
            None => self.type1.get(&outline.identifier().cache_key()).copied().unwrap_or_default(),
        };
        let next = self.page.len() as u16;
        let font = *self.page.entry(key).or_insert(next);
        Look { font, bold, italic }
    }
}

fn is_bold(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["bold", "black", "heavy", "demi", "semibold"].iter().any(|word| name.contains(word))
}

fn is_italic(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["italic", "oblique"].iter().any(|word| name.contains(word))
}

/// Returns content that shows all 256 codes of the font `name`.
fn specimen_text(name: &[u8]) -> Vec<u8> {
    let mut text = String::from("BT /");
    name.iter().for_each(|byte| text.push_str(&format!("#{byte:02X}")));
    text.push_str(" 1 Tf <");
    (0..=255u8).for_each(|code| text.push_str(&format!("{code:02X}")));
    text.push_str("> Tj ET");
    text.into_bytes()
}

/// The keys of the glyphs that are drawn on it.
#[derive(Default)]
struct Specimen {
    glyphs: Vec<u128>,
}

impl<'a> Device<'a> for Specimen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        let keys = run.glyphs().iter().filter_map(|glyph| match &**glyph {
            Drawn::Outline(outline) => Some(outline.identifier().cache_key()),
            Drawn::Type3(_) => None,
        });
        self.glyphs.extend(keys);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
