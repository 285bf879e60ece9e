//! The text of one paragraph: its runs in order, and what hangs on them.

use roxmltree::Node;

use super::fields::Fields;
use super::styles::{Look, Styles, Under};
use super::written::written;
use super::xml::Word;
use crate::document::flow::{Gathered, SYMBOL, is_symbol};
use crate::text::clean;

/// A footnote or endnote reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoteRef {
    /// Whether it is an endnote.
    pub(super) end: bool,
    /// The note's id.
    pub(super) id: String,
}

/// Something in a paragraph that is shown but is no text.
pub(super) enum Thing<'a> {
    /// A text box: the element its paragraphs are in.
    TextBox(Node<'a, 'a>),
    /// A picture without alternative text that is large enough to hold a page of text.
    LargePicture,
    /// Something whose text is out of reach, named with its article.
    Unreadable(String),
}

/// The text of a paragraph as it is gathered.
#[derive(Default)]
pub(super) struct Line<'a> {
    text: String,
    any: bool,
    not_bold: bool,
    not_italic: bool,
    pub(super) notes: Vec<NoteRef>,
    pub(super) things: Vec<Thing<'a>>,
}

impl<'a> Line<'a> {
    /// Adds the content of a paragraph.
    pub(super) fn add(
        &mut self,
        paragraph: Node<'a, 'a>,
        styles: &Styles,
        under: Under<'a>,
        fields: &mut Fields,
    ) {
        for node in written(paragraph) {
            match node.word() {
                Some("r") => self.run(node, styles, under, fields),
                Some("subDoc") => self.things.push(Thing::Unreadable("a linked document".to_owned())),
                None if node.tag_name().name().starts_with("oMath") && !fields.silent() => self.formula(node),
                _ => {}
            }
        }
    }

    /// Returns the text, each of its lines clean, those without text left out, and its look.
    pub(super) fn gathered(&self) -> Gathered {
        let lines: Vec<String> = self.text.split('\n').map(clean).filter(|line| !line.is_empty()).collect();
        Gathered {
            text: lines.join("\n"),
            bold: self.any && !self.not_bold,
            italic: self.any && !self.not_italic,
        }
    }

    fn run(&mut self, run: Node<'a, 'a>, styles: &Styles, under: Under<'a>, fields: &mut Fields) {
        let properties = run.child("rPr");
        let style = properties.and_then(|node| node.val("rStyle"));
        let shown = styles.shown(Look::read(properties), Under { run: style, ..under });
        let counts = !shown.struck && !shown.hidden;
        let start = self.text.len();
        for node in written(run) {
            match node.word() {
                // Fields go on whether or not their signs are hidden.
                Some("fldChar") => {
                    if counts && !fields.silent() {
                        self.text.push_str(chosen(node).unwrap_or_default());
                    }
                    fields.turn(node.attr("fldCharType").unwrap_or_default());
                }
                Some("instrText") => fields.instruct(node.text().unwrap_or_default()),
                _ if !counts || fields.silent() => {}
                Some("drawing" | "pict" | "object") => self.picture(node),
                Some(name) => self.piece(name, node),
                None => {}
            }
        }
        if self.text.get(start..).is_some_and(|added| !added.trim().is_empty()) {
            self.any = true;
            self.not_bold |= !shown.bold;
            self.not_italic |= !shown.italic;
        }
    }

    /// Adds one piece of a run that counts.
    fn piece(&mut self, name: &str, node: Node<'a, 'a>) {
        match name {
            "t" => {
                let text = node.text().unwrap_or_default();
                self.text.extend(text.chars().map(|sign| match sign {
                    '\n' | '\r' => ' ',
                    _ if is_symbol(sign) => SYMBOL,
                    _ => sign,
                }));
            }
            "tab" | "ptab" => self.text.push('\t'),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            "sym" => {
                let code = node.attr("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                let sign = code.and_then(char::from_u32);
                self.text.push(sign.filter(|sign| !is_symbol(*sign)).unwrap_or(SYMBOL));
            }
            "footnoteReference" | "endnoteReference" => {
                let id = node.attr("id").unwrap_or_default().trim().to_owned();
                self.notes.push(NoteRef { end: name == "endnoteReference", id });
            }
            // The text under a reading aid; the aid itself (`w:rt`) repeats it in other letters.
            "ruby" => {
                let base = node.child("rubyBase").into_iter().flat_map(|base| base.descendants());
                let texts: String = base.filter(|node| node.is("t")).filter_map(|node| node.text()).collect();
                self.text.push_str(&texts);
            }
            _ => {}
        }
    }

    fn formula(&mut self, node: Node<'a, 'a>) {
        let texts =
            node.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text());
        self.text.extend(texts);
    }

    /// Takes what a drawing, a VML picture or an embedded object shows.
    fn picture(&mut self, node: Node<'a, 'a>) {
        let boxes = self.things.len();
        self.text_boxes(node);
        if self.things.len() > boxes {
            return;
        }
        let find = |name: &str| node.descendants().find(|each| each.tag_name().name() == name);
        if node.is("object") {
            let program = find("OLEObject").and_then(|object| object.attribute("ProgID"));
            let what = program
                .map_or_else(|| "an embedded object".to_owned(), |name| format!("an embedded {name} object"));
            self.things.push(Thing::Unreadable(what));
        } else if find("relIds").is_some() {
            self.things.push(Thing::Unreadable("a SmartArt diagram".to_owned()));
        } else if find("blip").or_else(|| find("imagedata")).is_some()
            && is_large(node)
            && !has_alternative(node)
        {
            self.things.push(Thing::LargePicture);
        }
    }

    fn text_boxes(&mut self, node: Node<'a, 'a>) {
        for child in written(node) {
            if child.is("txbxContent") {
                self.things.push(Thing::TextBox(child));
            } else {
                self.text_boxes(child);
            }
        }
    }
}

/// Returns the entry shown by an old-style drop-down field, which has no result.
fn chosen<'a>(begin: Node<'a, 'a>) -> Option<&'a str> {
    let list = begin.child("ffData")?.child("ddList")?;
    let index = list.number("result").or_else(|| list.number("default")).unwrap_or(0);
    list.children().filter(|node| node.is("listEntry")).nth(index)?.attr("val")
}

/// Tells whether a picture could hold a page of text: at least 10 cm each way.
fn is_large(picture: Node<'_, '_>) -> bool {
    const CENTIMETRE: f64 = 360_000.0;
    const POINT: f64 = 12_700.0;
    let large = |width: f64, height: f64| width >= 10.0 * CENTIMETRE && height >= 10.0 * CENTIMETRE;
    picture.descendants().any(|node| match node.tag_name().name() {
        "extent" => {
            let side = |name| node.attribute(name).and_then(|side| side.parse().ok()).unwrap_or(0.0);
            large(side("cx"), side("cy"))
        }
        "shape" => {
            let style = node.attribute("style").unwrap_or_default();
            let side = |name| {
                let sides = style.split(';').filter_map(|part| part.trim().strip_prefix(name));
                let points = sides.filter_map(|side| side.strip_prefix(':')?.trim().strip_suffix("pt"));
                points.filter_map(|points| points.parse::<f64>().ok()).next().unwrap_or(0.0) * POINT
            };
            large(side("width"), side("height"))
        }
        _ => false,
    })
}

fn has_alternative(picture: Node<'_, '_>) -> bool {
    let texts = picture.descendants().filter_map(|node| match node.tag_name().name() {
        "docPr" => node.attribute("descr"),
        "shape" => node.attribute("alt"),
        _ => None,
    });
    texts.into_iter().any(|text| !text.trim().is_empty())
}
