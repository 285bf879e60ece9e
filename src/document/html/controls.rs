//! Form controls: what a person sees filled in.

use super::node::Node;
use super::reader::Reader;
use super::seen::Look;
use super::story::Story;
use crate::document::error::ReadError;

/// The kinds of `input` that show what was typed into them.
const TYPED: [&str; 13] = [
    "",
    "text",
    "search",
    "email",
    "url",
    "tel",
    "number",
    "date",
    "month",
    "week",
    "time",
    "datetime-local",
    "datetime",
];

impl<'t> Reader<'t> {
    /// Reads a form control as words in the line it stands in.
    pub(super) fn control(
        &mut self,
        node: Node<'t>,
        look: Look,
        story: &mut Story<'t>,
    ) -> Result<(), ReadError> {
        story.line.add(" ", look, node.line());
        match node.name() {
            "input" => {
                let kind = node.attr("type").unwrap_or_default().trim().to_ascii_lowercase();
                if TYPED.contains(&kind.as_str()) {
                    story.line.add(node.attr("value").unwrap_or_default(), look, node.line());
                }
            }
            "select" => {
                for option in chosen(node) {
                    let text = option.attr("label").map_or_else(|| option.all_text(), str::to_owned);
                    story.line.add(&text, look, option.line());
                    story.line.add(" ", look, node.line());
                }
            }
            _ => self.children(node, look, story)?,
        }
        story.line.add(" ", look, node.line());
        Ok(())
    }
}

/// The options that a list shows as chosen: the first, where none is and only one can be.
fn chosen(select: Node<'_>) -> Vec<Node<'_>> {
    let options = || select.descendants().filter(|node| node.name() == "option");
    let chosen: Vec<Node<'_>> = options().filter(|node| node.attr("selected").is_some()).collect();
    if select.attr("multiple").is_some() {
        return chosen;
    }
    chosen.last().copied().or_else(|| options().next()).into_iter().collect()
}
