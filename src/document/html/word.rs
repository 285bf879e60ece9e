//! How Word and other word processors write in a page what HTML has no element for.

use super::node::Node;

/// Whether `node` is no text of the document: its comments, its table of contents, its running heads.
pub(super) fn is_left_out(node: Node<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default();
    let part = style.split_once("mso-element:").map(|(_, part)| part.trim_start());
    let running = [
        "comment-list",
        "header",
        "footer",
        "footnote-separator",
        "endnote-separator",
        "footnote-continuation",
    ];
    part.is_some_and(|part| running.iter().any(|name| part.starts_with(name)))
        || node.classes().any(|class| class.starts_with("MsoToc") || class.starts_with("MsoTOC"))
        || is_google_comment(node)
}

/// Whether `node` is a comment that someone left, each of which is counted once.
pub(super) fn is_comment(node: Node<'_>) -> bool {
    let part = node.attr("style").and_then(|style| Some(style.split_once("mso-element:")?.1.trim_start()));
    let by_word =
        part.and_then(|part| part.strip_prefix("comment")).is_some_and(|rest| !rest.starts_with('-'));
    by_word || (node.name() == "div" && is_google_comment(node))
}

/// Google Docs puts a mark for each comment in the text, and the comments, each behind a link back, at the end.
fn is_google_comment(node: Node<'_>) -> bool {
    fn anchor(node: Node<'_>) -> &str {
        node.attr("id").filter(|_| node.name() == "a").unwrap_or_default()
    }
    let is_text = |node: Node<'_>| {
        let id = anchor(node);
        id.starts_with("cmnt") && !id.starts_with("cmnt_ref")
    };
    anchor(node).starts_with("cmnt_ref")
        || matches!(node.name(), "div" | "p") && node.descendants().take(4).any(is_text)
}

/// Returns the level of the heading that a paragraph is by its style: the title of a document, and levels that HTML
/// does not have.
pub(super) fn heading_level(node: Node<'_>) -> Option<u8> {
    let by_class = |class: &str| match class {
        "MsoTitle" | "title" => Some(1),
        "MsoHeading7" => Some(7),
        "MsoHeading8" => Some(8),
        "MsoHeading9" => Some(9),
        _ => None,
    };
    if node.name() == "p" { node.classes().find_map(by_class) } else { None }
}

/// Whether a paragraph is a quotation by its style.
pub(super) fn is_quotation(node: Node<'_>) -> bool {
    node.name() == "p" && node.classes().any(|class| matches!(class, "MsoQuote" | "MsoIntenseQuote"))
}
