//! The text of a cell or shape: its paragraphs, as they are seen.

use roxmltree::Node;

use super::super::words::{Gathered, Look};
use super::styles::Styles;
use super::xml::Odf;

/// The most spaces that are taken from one element that stands for many.
const MOST_SPACES: u32 = 16;

/// Adds the paragraphs among the children of `node`, those of lists included; comments and shapes are left out.
pub(super) fn paragraphs(node: Node<'_, '_>, look: Look, styles: &Styles<'_>, gathered: &mut Gathered) {
    for child in node.children() {
        match child.name() {
            "p" | "h" => {
                gathered.new_line();
                let look = styles.look("paragraph", child.attr("style-name"), look);
                stretches(child, look, styles, gathered);
            }
            "list" | "list-item" | "list-header" => paragraphs(child, look, styles, gathered),
            _ => {}
        }
    }
}

fn stretches(node: Node<'_, '_>, look: Look, styles: &Styles<'_>, gathered: &mut Gathered) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            // Line ends in the file are spaces on the page.
            gathered.add(&text.replace(['\n', '\r'], " "), look);
            continue;
        }
        match child.name() {
            "span" => {
                let look = styles.look("text", child.attr("style-name"), look);
                stretches(child, look, styles, gathered);
            }
            "s" => (0..child.times("c").min(MOST_SPACES)).for_each(|_| gathered.add(" ", look)),
            "tab" => gathered.add(" ", look),
            "line-break" => gathered.new_line(),
            // The text under a reading aid; the aid itself repeats it in other letters.
            "ruby-text" | "annotation" | "note" | "tracked-changes" => {}
            _ => stretches(child, look, styles, gathered),
        }
    }
}
