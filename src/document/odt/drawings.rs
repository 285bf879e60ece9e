//! Drawings: frames, shapes and groups of them, of which some hold text, some might, and most do not.

use roxmltree::Node;

use super::line::{Line, Setting, Thing};
use super::names::{Ns, Odf};
use super::package::{Object, document, formula_text};
use super::styles::Look;

impl<'a> Line<'a> {
    /// Takes what a drawing shows, its text in the look `look` where it is part of the line.
    pub(super) fn drawing(&mut self, node: Node<'a, 'a>, look: Look, setting: &Setting) {
        if node.attr(Ns::Draw, "display") == Some("none") {
            return;
        }
        match node.name() {
            (Ns::Draw, "frame") => self.frame(node, look, setting),
            (Ns::Draw, "g" | "a") => {
                for child in node.elements().filter(|child| child.name().0 == Ns::Draw) {
                    self.drawing(child, look, setting);
                }
            }
            (Ns::Draw, _) if node.elements().any(|child| child.name().0 == Ns::Text) => {
                self.things.push(Thing::TextBox(node));
            }
            _ => {}
        }
    }

    /// Takes the first form of a frame's content that says what it is; the others are pictures of it.
    fn frame(&mut self, frame: Node<'a, 'a>, look: Look, setting: &Setting) {
        let content = frame.elements().find(|child| match child.name() {
            (Ns::Draw, name) => {
                !matches!(name, "glue-point" | "image-map" | "contour-polygon" | "contour-path")
            }
            (ns, name) => (ns, name) == (Ns::Table, "table"),
        });
        let Some(content) = content else { return };
        match content.name() {
            (Ns::Table, _) => self.things.push(Thing::TextBox(frame)),
            (_, "text-box") => self.things.push(Thing::TextBox(content)),
            (_, "object") => match object(content, setting) {
                Object::Formula(text) => self.push(&text, look),
                Object::Chart => {}
                Object::Unreadable(what) => self.things.push(Thing::Unreadable(what)),
            },
            (_, "object-ole" | "plugin" | "applet") => {
                self.things.push(Thing::Unreadable("an embedded object"))
            }
            (_, "floating-frame") => self.things.push(Thing::Unreadable("an embedded page")),
            (_, "image") if is_large(frame) && !has_alternative(frame) => {
                self.things.push(Thing::LargePicture)
            }
            _ => {}
        }
    }
}

/// Returns the object in a frame, which is a folder of the package or stands there itself.
fn object(node: Node<'_, '_>, setting: &Setting) -> Object {
    match node.elements().next() {
        Some(inside) if inside.tag_name().name() == "math" => Object::Formula(formula_text(inside)),
        Some(inside) if inside.is(Ns::Office, "document") => {
            let kind = inside.attr(Ns::Office, "mimetype").and_then(|kind| kind.rsplit('.').next());
            match kind.unwrap_or_default() {
                "chart" => Object::Chart,
                kind => Object::Unreadable(document(kind)),
            }
        }
        _ => setting.objects.at(node.attr(Ns::Link, "href").unwrap_or_default()),
    }
}

/// Tells whether a picture could hold a page of text: at least 10 cm each way.
fn is_large(frame: Node<'_, '_>) -> bool {
    let side = |name| frame.attr(Ns::Svg, name).and_then(centimetres).unwrap_or(0.0);
    side("width") >= 10.0 && side("height") >= 10.0
}

fn centimetres(length: &str) -> Option<f64> {
    let unit_at = length.trim().find(|sign: char| sign.is_ascii_alphabetic())?;
    let (number, unit) = length.trim().split_at(unit_at);
    let worth = match unit {
        "cm" => 1.0,
        "mm" => 0.1,
        "in" => 2.54,
        "pt" => 2.54 / 72.0,
        "pc" => 2.54 / 6.0,
        "px" => 2.54 / 96.0,
        _ => return None,
    };
    Some(number.trim().parse::<f64>().ok()? * worth)
}

fn has_alternative(frame: Node<'_, '_>) -> bool {
    let texts = frame.elements().filter(|child| child.name().0 == Ns::Svg).filter_map(|child| child.text());
    texts.into_iter().any(|text| !text.trim().is_empty())
}
