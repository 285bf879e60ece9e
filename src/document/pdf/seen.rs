//! Which glyphs of a page a person sees: not what is hidden, covered, or of the colour of its ground, and nothing
//! twice.

use super::page::{Glyph, Rect};

/// How a glyph is drawn.
#[derive(Debug, Clone)]
pub(super) struct Ink {
    /// When, counted through the page.
    pub(super) order: u32,
    /// The colour, `None` for a pattern; its last part is what shows of it.
    pub(super) colour: Option<[f32; 4]>,
    /// Whether the file says it is not to be painted, as the text laid over a scanned page is.
    pub(super) invisible: bool,
}

/// A shaded area, or a picture.
#[derive(Debug, Clone)]
pub(super) struct Fill {
    pub(super) rect: Rect,
    /// Its colour, `None` where it is not one.
    pub(super) colour: Option<[f32; 4]>,
    /// Whether it hides what was drawn before it.
    pub(super) covers: bool,
    /// When it is drawn.
    pub(super) order: u32,
}

/// How unlike in one of red, green and blue text and ground must be for the text to be seen.
const CONTRAST: f32 = 0.04;

/// Takes the glyphs away that nobody sees.
///
/// Text that is not painted counts where a picture lies under it: it is what was recognised on a scanned page, the
/// words a person can select, search and copy there. Elsewhere it does not count.
pub(super) fn keep_seen(glyphs: &mut Vec<Glyph>, inks: &[Ink], fills: &[Fill], images: &[Rect], height: f32) {
    let bands = Bands::new(fills, height);
    let is_seen = |glyph: &Glyph, ink: &Ink| {
        let centre = glyph.rect.centre();
        if ink.invisible {
            return images.iter().any(|image| image.contains(centre));
        }
        if ink.colour.is_some_and(|[.., alpha]| alpha < 0.05) {
            return false;
        }
        let here = || bands.at(centre.1).filter(|fill| fill.rect.contains(centre));
        if here().any(|fill| fill.covers && fill.order > ink.order) {
            return false;
        }
        let ground = here().filter(|fill| fill.order < ink.order).max_by_key(|fill| fill.order);
        let ground = match ground {
            None => Some([1.0; 4]),
            Some(fill) => fill.colour,
        };
        ink.colour.zip(ground).is_none_or(|(colour, ground)| is_unlike(colour, ground))
    };
    let mut inks = inks.iter();
    glyphs.retain(|glyph| inks.next().is_none_or(|ink| is_seen(glyph, ink)));
}

/// Tells whether `colour` shows on `ground`, which lies on white.
fn is_unlike(colour: [f32; 4], ground: [f32; 4]) -> bool {
    let on_white =
        |[red, green, blue, alpha]: [f32; 4]| [red, green, blue].map(|part| part * alpha + 1.0 - alpha);
    on_white(colour).iter().zip(on_white(ground)).any(|(part, ground)| (part - ground).abs() > CONTRAST)
}

/// Fills by the bands of the page they reach into.
struct Bands<'f> {
    bands: Vec<Vec<&'f Fill>>,
}

impl<'f> Bands<'f> {
    const HIGH: f32 = 24.0;
    /// No page needs more; a taller one has taller bands.
    const MOST: usize = 128;

    fn new(fills: &'f [Fill], height: f32) -> Self {
        let count = ((height / Self::HIGH) as usize + 1).min(Self::MOST);
        let mut bands: Vec<Vec<&Fill>> = vec![Vec::new(); count];
        for fill in fills {
            let (first, last) = (Self::number(fill.rect.top, count), Self::number(fill.rect.bottom, count));
            if let Some(reached) = bands.get_mut(first..=last) {
                reached.iter_mut().for_each(|band| band.push(fill));
            }
        }
        Self { bands }
    }

    fn number(y: f32, count: usize) -> usize {
        ((y / Self::HIGH).max(0.0) as usize).min(count - 1)
    }

    fn at(&self, y: f32) -> impl Iterator<Item = &'f Fill> {
        self.bands.get(Self::number(y, self.bands.len())).into_iter().flatten().copied()
    }
}

/// Takes away glyphs drawn a second time at their place: bold made by drawing twice, or a shadow.
pub(super) fn keep_once(glyphs: &mut Vec<Glyph>) {
    /// How far apart the two may be, in sizes; the narrowest letters are a fifth wide.
    const APART: f32 = 0.12;
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    let key = |at: &usize| glyphs.get(*at).copied().unwrap_or_default();
    order.sort_by(|a, b| {
        let (one, other) = (key(a), key(b));
        (one.text, one.turn)
            .cmp(&(other.text, other.turn))
            .then(one.rect.left.total_cmp(&other.rect.left))
            .then(a.cmp(b))
    });
    let mut again = vec![false; glyphs.len()];
    let mut bolder = Vec::new();
    for (at, first) in order.iter().enumerate() {
        let glyph = key(first);
        if again.get(*first).copied().unwrap_or_default() {
            continue;
        }
        let reach = APART * glyph.size;
        // The letter may stand at this distance from the left on every line of the page: a few hundred times.
        for second in order.iter().skip(at + 1).take(400) {
            let other = key(second);
            if other.text != glyph.text
                || other.turn != glyph.turn
                || other.rect.left - glyph.rect.left > reach
            {
                break;
            }
            if (other.rect.top - glyph.rect.top).abs() <= reach && other.size <= 1.2 * glyph.size {
                if let Some(again) = again.get_mut(*second) {
                    *again = true;
                }
                bolder.push(*first);
            }
        }
    }
    for at in bolder {
        if let Some(glyph) = glyphs.get_mut(at) {
            glyph.bold = true;
        }
    }
    let mut again = again.into_iter();
    glyphs.retain(|_| !again.next().unwrap_or_default());
}
