//! Whether an element is seen, and how its text looks.
//!
//! Only what a person sees counts. What is hidden until a button of the page opens it a person can see: the panels of
//! tabs and the sections of accordions count however they are closed, and so does the content of closed `details`.
//! They are told by what says that it controls them (`aria-controls`, `data-target`, a tab's link), by their role or
//! class, or by standing right after a button that opens. What is plainly hidden, moved off the page or cut to nothing
//! does not count. What is hidden from screen readers alone (`aria-hidden`) is seen, and counts unless it is a mere sign.

use super::css::{Display, Style};
use super::names;
use super::node::Node;
use super::page::Page;

/// How text looks where an element stands, handed on to what stands in it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) struck: bool,
    /// Takes room, but is not seen.
    pub(super) invisible: bool,
    /// Its letters have no size.
    pub(super) tiny: bool,
    /// The line ends of the source are kept.
    pub(super) keeps_lines: bool,
    /// Its letters are pictures.
    pub(super) symbols: bool,
}

impl Look {
    /// Whether text that looks so counts.
    pub(super) fn counts(self) -> bool {
        !self.struck && !self.invisible && !self.tiny
    }
}

/// An element that is shown.
pub(super) struct Shown {
    /// How its text looks.
    pub(super) look: Look,
    /// Whether it stands on lines of its own.
    pub(super) is_block: bool,
    /// What is declared of it.
    pub(super) style: Style,
}

/// Returns how `node` is shown in what looks like `above`, `None` when it is not shown at all.
pub(super) fn shown(node: Node<'_>, above: Look, page: &Page<'_>) -> Option<Shown> {
    let name = node.name();
    if names::UNSEEN.contains(&name) {
        return None;
    }
    let style = match name {
        // A page that hides itself whole waits for a script to show it.
        "html" | "body" => Style::default(),
        _ => node.attr("style").map(Style::read).unwrap_or_default().over(page.sheet.style(node)),
    };
    if is_gone(node, style) || is_closed(node, style) && !page.can_be_opened(node) || is_mere_sign(node, page)
    {
        return None;
    }
    let look = Look {
        bold: style.bold.unwrap_or(above.bold || names::BOLD.contains(&name)),
        italic: style.italic.unwrap_or(above.italic || names::ITALIC.contains(&name)),
        // A line through a text goes on through all that stands in it.
        struck: above.struck
            || style.struck == Some(true)
            || names::is_deleted(node)
            || names::STRUCK.contains(&name),
        invisible: style.invisible.unwrap_or(above.invisible),
        tiny: style.tiny.unwrap_or(above.tiny),
        keeps_lines: style.keeps_lines.unwrap_or(above.keeps_lines || keeps_lines(name)),
        symbols: style.symbols.unwrap_or(above.symbols),
    };
    let by_name = names::BLOCKS.contains(&name) || name.contains('-');
    let is_block = match style.display {
        Some(Display::Block) => true,
        Some(Display::Inline) => by_name && !matches!(name, "div" | "p" | "section"),
        _ => by_name,
    };
    Some(Shown { look, is_block, style })
}

/// Whether nothing on the page brings `node` before the eye.
fn is_gone(node: Node<'_>, style: Style) -> bool {
    style.away == Some(true)
        || node.classes().any(|class| names::HIDDEN_CLASSES.contains(&class))
        || (node.name() == "dialog" && node.attr("open").is_none())
        || (node.name() == "input" && node.has("type", "hidden"))
}

/// Whether `node` is hidden as long as nothing opens it.
fn is_closed(node: Node<'_>, style: Style) -> bool {
    match style.display {
        Some(Display::None) => true,
        Some(_) => false,
        None => {
            let other_at_other_widths = |class: &str| {
                class.contains(':') || (class.starts_with("d-") && !names::CLOSED_CLASSES.contains(&class))
            };
            node.attr("hidden").is_some()
                || (node.classes().any(|class| names::CLOSED_CLASSES.contains(&class))
                    && !node.classes().any(other_at_other_widths))
        }
    }
}

/// Whether `node` is an arrow, a cross or another sign that decorates.
fn is_mere_sign(node: Node<'_>, page: &Page<'_>) -> bool {
    const LONGEST: u32 = 8;
    node.has("aria-hidden", "true")
        && page.signs(node) <= LONGEST
        && !node.all_text().contains(|sign: char| sign.is_alphanumeric())
}

fn keeps_lines(name: &str) -> bool {
    matches!(name, "pre" | "textarea" | "listing" | "xmp" | "plaintext")
}
