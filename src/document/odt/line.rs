//! The text of one paragraph: its pieces in order, and what hangs on them.

use roxmltree::Node;

use super::names::{Ns, Odf};
use super::package::Objects;
use super::styles::{Look, Styles};
use crate::document::flow::{Gathered, SYMBOL, is_symbol};
use crate::text::clean;

/// What the text of a document is read by.
pub(super) struct Setting {
    pub(super) styles: Styles,
    pub(super) objects: Objects,
}

/// Something in a paragraph that is shown but is no text.
pub(super) enum Thing<'a> {
    /// A text box or a shape: the element its paragraphs are in.
    TextBox(Node<'a, 'a>),
    /// A picture without alternative text that is large enough to hold a page of text.
    LargePicture,
    /// Something whose text is out of reach, named with its article.
    Unreadable(&'static str),
}

/// The text of a paragraph as it is gathered.
#[derive(Default)]
pub(super) struct Line<'a> {
    text: String,
    seen: Seen,
    /// The fields of Word's kind that are open, each with the length and look of the text before it.
    fields: Vec<(usize, Seen)>,
    /// Whether a field hides the whole paragraph.
    hidden: bool,
    notes: Vec<Node<'a, 'a>>,
    pub(super) things: Vec<Thing<'a>>,
}

/// What the look of the text has been.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    any: bool,
    not_bold: bool,
    not_italic: bool,
}

impl<'a> Line<'a> {
    /// Adds the content of `node`, which looks like `look` where it says nothing itself.
    pub(super) fn add(&mut self, node: Node<'a, 'a>, look: Look, setting: &Setting) {
        for child in node.children() {
            if child.is_element() {
                self.element(child, look, setting);
            } else if child.is_text() {
                self.push(child.text().unwrap_or_default(), look);
            }
        }
    }

    /// Returns the text, each of its lines clean, those without text left out, and its look.
    pub(super) fn gathered(&self) -> Gathered {
        if self.hidden {
            return Gathered::default();
        }
        let Seen { any, not_bold, not_italic } = self.seen;
        let lines: Vec<String> = self.text.split('\n').map(clean).filter(|line| !line.is_empty()).collect();
        Gathered { text: lines.join("\n"), bold: any && !not_bold, italic: any && !not_italic }
    }

    /// Returns the notes and the things that hang on the text, none when a field hides it.
    pub(super) fn hangers(self) -> (Vec<Node<'a, 'a>>, Vec<Thing<'a>>) {
        if self.hidden { Default::default() } else { (self.notes, self.things) }
    }

    fn element(&mut self, node: Node<'a, 'a>, look: Look, setting: &Setting) {
        match node.name() {
            (Ns::Text, _) if node.attr(Ns::Text, "display") == Some("none") => {}
            (Ns::Text, "span" | "a") => {
                let own = setting.styles.run(node.attr(Ns::Text, "style-name"));
                self.add(node, own.over(look), setting);
            }
            (Ns::Text, "s") => self.push(" ", look),
            (Ns::Text, "tab") => self.push("\t", look),
            (Ns::Text, "line-break" | "note") if !look.counts() => {}
            (Ns::Text, "line-break") => self.text.push('\n'),
            (Ns::Text, "note") => self.notes.push(node),
            (Ns::Text, "hidden-paragraph") => self.hidden |= node.yes(Ns::Text, "is-hidden"),
            (Ns::Text, "hidden-text") if node.yes(Ns::Text, "is-hidden") => {}
            (Ns::Text, name) if is_unseen(name) => {}
            (Ns::Office, "annotation" | "annotation-end" | "event-listeners") | (Ns::Svg, _) => {}
            (Ns::Ahead, "content-control") if node.yes(Ns::Ahead, "showing-place-holder") => {}
            (Ns::Field, name) => self.field(name, node, look),
            (Ns::Draw, _) if look.counts() => self.drawing(node, look, setting),
            (Ns::Draw, _) => {}
            _ => self.add(node, look, setting),
        }
    }

    /// Adds text, in which the line ends of the file are spaces.
    pub(super) fn push(&mut self, text: &str, look: Look) {
        if !look.counts() {
            return;
        }
        self.text.extend(text.chars().map(|sign| match sign {
            '\n' | '\r' => ' ',
            _ if is_symbol(sign) => SYMBOL,
            _ => sign,
        }));
        if !text.trim().is_empty() {
            self.seen.any = true;
            self.seen.not_bold |= look.bold != Some(true);
            self.seen.not_italic |= look.italic != Some(true);
        }
    }

    /// Takes a sign of a field as Word has them. Its instruction, which ends at a separator, is not seen.
    fn field(&mut self, name: &str, node: Node<'a, 'a>, look: Look) {
        match name {
            "fieldmark-start" => self.fields.push((self.text.len(), self.seen)),
            "fieldmark-separator" => {
                if let Some((length, seen)) = self.fields.last() {
                    self.text.truncate(*length);
                    self.seen = *seen;
                }
            }
            "fieldmark-end" => {
                self.fields.pop();
            }
            "fieldmark" => self.push(chosen(node).unwrap_or_default(), look),
            _ => {}
        }
    }
}

/// Tells whether the text in the element `name` is not shown, or is shown elsewhere: what nobody wrote yet, the code of
/// a program, a reading aid that repeats a word in other letters, and numbers stored for programs that cannot count.
fn is_unseen(name: &str) -> bool {
    matches!(name, "placeholder" | "script" | "ruby-text" | "number")
}

/// Returns the entry shown by a drop-down field, which has no result.
fn chosen<'a>(field: Node<'a, 'a>) -> Option<&'a str> {
    let values = |name| {
        let named = field.elements().filter(move |node| node.attr(Ns::Field, "name") == Some(name));
        named.filter_map(|node| node.attr(Ns::Field, "value"))
    };
    let index = values("Dropdown_Selected").next().and_then(|index| index.trim().parse().ok());
    values("Dropdown_ListEntry").nth(index.unwrap_or(0))
}
