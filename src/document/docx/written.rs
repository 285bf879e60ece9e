//! What counts as written among the children of an element: wrappers are looked through, deletions left out.

use roxmltree::Node;

use super::fields;
use super::xml::Word;

const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// Returns the children of `node` that count as written, those inside content controls, insertions, smart tags,
/// hyperlinks and the like in their place.
///
/// Deleted and moved-away stretches, placeholder text of content controls and tables of contents are left out; a
/// row or cell in a control that shows its placeholder stays, since the grid needs it
/// (see [`is_placeholder_cell`]).
pub(super) fn written<'a>(node: Node<'a, 'a>) -> Vec<Node<'a, 'a>> {
    let mut found = Vec::new();
    collect(node, &mut found);
    found
}

fn collect<'a>(node: Node<'a, 'a>, found: &mut Vec<Node<'a, 'a>>) {
    for child in node.children().filter(Node::is_element) {
        match child.word() {
            Some("del" | "moveFrom") => {}
            Some("sdt") => control(child, found),
            Some("fldSimple") if child.attr("instr").is_some_and(fields::is_furniture) => {}
            Some("ins" | "moveTo" | "smartTag" | "customXml" | "hyperlink" | "dir" | "bdo" | "fldSimple") => {
                collect(child, found);
            }
            Some(_) => found.push(child),
            None if is_compatibility(child, "AlternateContent") => {
                if let Some(branch) = alternative(child) {
                    collect(branch, found);
                }
            }
            None => found.push(child),
        }
    }
}

/// Looks into a content control.
fn control<'a>(control: Node<'a, 'a>, found: &mut Vec<Node<'a, 'a>>) {
    let Some(content) = control.child("sdtContent") else { return };
    let properties = control.child("sdtPr");
    let gallery = properties.and_then(|node| node.child("docPartObj")?.val("docPartGallery"));
    if gallery.is_some_and(|name| name.eq_ignore_ascii_case("Table of Contents")) {
        return;
    }
    let start = found.len();
    collect(content, found);
    if properties.and_then(|node| node.on("showingPlcHdr")) == Some(true) {
        let grid = found.split_off(start).into_iter().filter(|node| node.is("tr") || node.is("tc"));
        found.extend(grid);
    }
}

/// Tells whether a cell stands alone in a content control that shows its placeholder, so that its text does not
/// count.
pub(super) fn is_placeholder_cell(cell: Node<'_, '_>) -> bool {
    let control = cell.parent().filter(|node| node.is("sdtContent")).and_then(|node| node.parent());
    control.and_then(|node| node.child("sdtPr")).and_then(|node| node.on("showingPlcHdr")) == Some(true)
}

/// Chooses one of the forms a newer feature is written in: the newer one, unless only the older one has text.
fn alternative<'a>(node: Node<'a, 'a>) -> Option<Node<'a, 'a>> {
    let branch = |name| node.children().find(|child| is_compatibility(*child, name));
    let has_text = |node: &Node<'_, '_>| node.descendants().any(|each| each.is("t"));
    let (choice, fallback) = (branch("Choice"), branch("Fallback"));
    match (choice, fallback) {
        (Some(choice), Some(fallback)) if !has_text(&choice) && has_text(&fallback) => Some(fallback),
        (choice, fallback) => choice.or(fallback),
    }
}

fn is_compatibility(node: Node<'_, '_>, name: &str) -> bool {
    let tag = node.tag_name();
    tag.name() == name && tag.namespace() == Some(COMPATIBILITY)
}
