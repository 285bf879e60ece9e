//! What stands around the cells of a worksheet: its comments, and the text boxes and pictures of its drawing.

use roxmltree::Node;

use super::super::grid::Sheet;
use super::super::words::{Gathered, Look};
use super::xml::Sml;

/// What a picture measures at least each way to hold a page of text, 10 cm, in EMU.
const LARGE: f64 = 3_600_000.0;

/// Counts the notes of a sheet. One that only stands for a thread of comments, in programs that know none, is left
/// out.
pub(super) fn notes(root: Node<'_, '_>) -> usize {
    let authors: Vec<bool> = root
        .child("authors")
        .into_iter()
        .flat_map(|authors| authors.all("author"))
        .map(|author| author.text().is_some_and(|name| name.starts_with("tc=")))
        .collect();
    let listed = root.child("commentList").into_iter().flat_map(|list| list.all("comment"));
    let stands_for_thread = |note: &Node<'_, '_>| {
        note.number("authorId").and_then(|at: usize| authors.get(at)).copied().unwrap_or_default()
    };
    listed.filter(|note| !stands_for_thread(note)).count()
}

/// Counts the comments in the threads of a sheet, answers included.
pub(super) fn threaded(root: Node<'_, '_>) -> usize {
    root.all("threadedComment").count()
}

/// Takes what a drawing shows: the words of its shapes, its pictures, and what cannot be read.
pub(super) fn shapes(root: Node<'_, '_>, sheet: &mut Sheet) {
    for node in root.children() {
        let hidden = node.children().any(|own| {
            own.tag_name().name().starts_with("nv")
                && own.child("cNvPr").is_some_and(|about| about.flag("hidden"))
        });
        if hidden || node.is("Fallback") {
            continue;
        }
        match node.tag_name().name() {
            "txBody" => sheet.shapes.extend(body(node).words()),
            "pic" => sheet.pictured |= is_large(node) && !has_alternative(node),
            "graphicFrame" if node.descendants().any(|part| part.is("relIds")) => {
                sheet.unreadable.push("a SmartArt diagram".to_owned());
            }
            _ => shapes(node, sheet),
        }
    }
}

/// Gathers the text of a shape, a line for each paragraph.
fn body(body: Node<'_, '_>) -> Gathered {
    let mut gathered = Gathered::default();
    for paragraph in body.all("p") {
        gathered.new_line();
        for part in paragraph.children() {
            match part.tag_name().name() {
                "r" | "fld" => {
                    let text = part.child("t").and_then(|text| text.text()).unwrap_or_default();
                    gathered.add(text, part.child("rPr").map(look).unwrap_or_default());
                }
                "br" => gathered.new_line(),
                _ => {}
            }
        }
    }
    gathered
}

fn look(properties: Node<'_, '_>) -> Look {
    Look {
        struck: properties.attr("strike").is_some_and(|line| line != "noStrike"),
        bold: properties.flag("b"),
        italic: properties.flag("i"),
    }
}

fn is_large(picture: Node<'_, '_>) -> bool {
    let side = |size: Node<'_, '_>, name| size.number(name).unwrap_or(0.0) >= LARGE;
    let mut sizes = picture.descendants().filter(|node| node.is("ext"));
    sizes.any(|size| side(size, "cx") && side(size, "cy"))
}

fn has_alternative(picture: Node<'_, '_>) -> bool {
    let mut about = picture.descendants().filter(|node| node.is("cNvPr"));
    about.any(|about| about.attr("descr").is_some_and(|text| !text.trim().is_empty()))
}
