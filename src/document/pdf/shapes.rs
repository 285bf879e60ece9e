//! Ruling lines and shaded areas from the paths a page draws.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point};

use super::page::{Kind, Rect, Stroke};
use super::seen::Fill;

/// The thickest a rectangle may be to count as a line: 3 points is Word's thickest common border.
const THICKEST: f32 = 3.2;
/// The shortest a line may be that counts; dotted borders are made of dots.
const SHORTEST: f32 = 1.0;

/// How the shapes of one path are drawn.
pub(super) struct Shapes {
    pub(super) transform: Affine,
    /// The part of the page that is drawn on.
    pub(super) clip: Rect,
    /// The colour, `None` for a pattern; its last part is what shows of it.
    pub(super) colour: Option<[f32; 4]>,
    /// Whether it hides what is under it.
    pub(super) plain: bool,
    pub(super) order: u32,
}

impl Shapes {
    /// Takes in a filled path: thin rectangles are lines, larger ones areas whose edges a table may follow.
    pub(super) fn fill(&self, path: &BezPath, fills: &mut Vec<Fill>, strokes: &mut Vec<Stroke>) {
        if !self.shows() {
            return;
        }
        for part in parts(path, self.transform) {
            let Some(rect) = bounds(&part) else { continue };
            let square = is_upright(&part);
            let rect = rect.intersection(&self.clip);
            if rect.width() < 0.0 || rect.height() < 0.0 {
                continue;
            }
            if square && rect.width().min(rect.height()) <= THICKEST {
                strokes.extend(as_line(rect));
                continue;
            }
            let opaque = self.plain && self.colour.is_some_and(|[.., alpha]| alpha > 0.9);
            let colour = self.colour.filter(|_| square);
            fills.push(Fill { rect, colour, covers: opaque && square, order: self.order });
            let is_white = self.colour.is_some_and(|colour| colour.iter().all(|part| *part > 0.97));
            if square && !is_white {
                strokes.extend(edges(rect));
            }
        }
    }

    /// Takes in a drawn path: every level or upright stretch of it is a line.
    pub(super) fn stroke(&self, path: &BezPath, pen: f32, strokes: &mut Vec<Stroke>) {
        if !self.shows() {
            return;
        }
        let scale = self.transform.determinant().abs().sqrt() as f32;
        let half = (pen * scale / 2.0).clamp(0.05, THICKEST / 2.0);
        for part in parts(path, self.transform) {
            for ends in part.windows(2) {
                let &[from, to] = ends else { continue };
                let (Some(from), Some(to)) = (from, to) else { continue };
                let line = Rect {
                    left: from.0.min(to.0),
                    top: from.1.min(to.1),
                    right: from.0.max(to.0),
                    bottom: from.1.max(to.1),
                };
                let rect = match (line.width() <= 0.6, line.height() <= 0.6) {
                    (false, true) => Rect { top: line.top - half, bottom: line.bottom + half, ..line },
                    (true, false) => Rect { left: line.left - half, right: line.right + half, ..line },
                    _ => continue,
                };
                let rect = rect.intersection(&self.clip);
                if rect.width() >= 0.0 && rect.height() >= 0.0 {
                    strokes.extend(as_line(rect));
                }
            }
        }
    }

    fn shows(&self) -> bool {
        self.colour.is_none_or(|[.., alpha]| alpha > 0.02)
    }
}

/// A point on the page, `None` where a curve leads to the next one.
type Corner = Option<(f32, f32)>;

/// Returns the corners of each part of a path, in page coordinates; a closed part ends where it starts.
fn parts(path: &BezPath, transform: Affine) -> Vec<Vec<Corner>> {
    let on_page = |point: Point| {
        let point = transform * point;
        Some((point.x as f32, point.y as f32)).filter(|(x, y)| x.is_finite() && y.is_finite())
    };
    let mut parts: Vec<Vec<Corner>> = Vec::new();
    for element in path.elements() {
        match (*element, parts.last_mut()) {
            (PathEl::MoveTo(point), _) => parts.push(vec![on_page(point)]),
            (PathEl::LineTo(point), Some(part)) => part.push(on_page(point)),
            (PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point), Some(part)) => {
                part.extend([None, on_page(point)]);
            }
            (PathEl::ClosePath, Some(part)) => {
                if let Some(first) = part.first().copied() {
                    part.push(first);
                }
            }
            _ => {}
        }
    }
    parts
}

fn bounds(part: &[Corner]) -> Option<Rect> {
    let points = part.iter().flatten();
    points.map(|&(x, y)| Rect { left: x, top: y, right: x, bottom: y }).reduce(|all, rect| all.union(&rect))
}

/// Tells whether a part is a rectangle that stands straight.
fn is_upright(part: &[Corner]) -> bool {
    let level = |ends: &[Corner]| match ends {
        [Some(from), Some(to)] => (from.0 - to.0).abs() < 0.3 || (from.1 - to.1).abs() < 0.3,
        _ => false,
    };
    (2..=6).contains(&part.len()) && part.windows(2).all(level)
}

/// Returns a rectangle as a line, `None` when it is too short or neither level nor upright.
fn as_line(rect: Rect) -> Option<Stroke> {
    let (width, height) = (rect.width(), rect.height());
    let kind = if width > height { Kind::Horizontal } else { Kind::Vertical };
    let (long, thick) = (width.max(height), width.min(height));
    (thick <= THICKEST && long >= SHORTEST && long >= 1.5 * thick).then_some(Stroke {
        rect,
        kind,
        edge: false,
    })
}

/// Returns the four sides of an area.
fn edges(rect: Rect) -> [Stroke; 4] {
    let side = |rect: Rect, kind: Kind| Stroke { rect, kind, edge: true };
    [
        side(Rect { bottom: rect.top, ..rect }, Kind::Horizontal),
        side(Rect { top: rect.bottom, ..rect }, Kind::Horizontal),
        side(Rect { right: rect.left, ..rect }, Kind::Vertical),
        side(Rect { left: rect.right, ..rect }, Kind::Vertical),
    ]
}
