//! What stands around the text of a page: navigation, banners, cookie notices, links to share it.

use super::names;
use super::node::Node;
use super::page::{Page, is_article};

/// Elements that a class or an id may make furniture; the parts of tables, lists and headings are text whatever they are
/// called.
const MAY_BE: [&str; 16] = [
    "div", "section", "aside", "header", "footer", "nav", "form", "ul", "ol", "a", "p", "span", "button",
    "dialog", "details", "figure",
];

/// Whether `node` is furniture: by what it is, by its role, or by its class or id.
///
/// What holds the article of a page, or next to all of its text, never is, whatever it is called.
pub(super) fn is(node: Node<'_>, page: &Page<'_>) -> bool {
    if is_article(node) || page.holds_an_article(node) {
        return false;
    }
    by_kind(node, page) || (MAY_BE.contains(&node.name()) && by_name(node, page))
}

fn by_kind(node: Node<'_>, page: &Page<'_>) -> bool {
    let role = node.role();
    match (node.name(), role.as_str()) {
        (_, "main" | "article" | "presentation" | "none" | "region" | "doc-endnotes" | "doc-footnote") => {
            false
        }
        ("header", _) | (_, "banner") => !is_in_article(node) && !is_title_block(node, page),
        ("footer", _) => !is_in_article(node),
        ("aside", "") => !is_in_article(node),
        ("nav" | "search", _) => true,
        _ => names::FURNITURE_ROLES.contains(&role.as_str()),
    }
}

fn by_name(node: Node<'_>, page: &Page<'_>) -> bool {
    // LibreOffice keeps the running heads of a document in such elements, Word in those of its own style.
    let running = node.name() == "div" && (node.has("title", "header") || node.has("title", "footer"));
    let named = if is_named_for_its_heading(node) { Vec::new() } else { names::words(node) };
    let called = names::hold(&named, &names::FURNITURE)
        || (names::are(&named, &names::OUTSIDE) && !is_in_article(node));
    let all = u64::from(page.signs(page.root));
    let nearly_all = u64::from(page.signs(node)) * 5 > all * 4;
    // A link to the top of the page is no text of it, whatever it says.
    let to_top = node.name() == "a" && node.has("href", "#top");
    (running || called || to_top) && !nearly_all && !page.holds_the_title(node)
}

/// Whether a section has its id from its heading, as programs make it: such a name is the writer's, and says nothing about
/// what the section is for.
fn is_named_for_its_heading(node: Node<'_>) -> bool {
    const NEAR: usize = 8;
    let Some(id) = node.attr("id").map(names::words_of) else { return false };
    let is_heading = |each: &Node<'_>| matches!(each.name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let heading = node.descendants().take(NEAR).find(is_heading).map(|heading| heading.all_text());
    heading.is_some_and(|text| {
        let heading = names::words_of(&text);
        heading == id || (id.split(' ').count() > 3 && (heading.starts_with(&id) || id.starts_with(&heading)))
    })
}

/// Whether a header is that of the text itself: it holds the one title of the page, or a title and no link, where that of
/// a site links to its front page.
fn is_title_block(node: Node<'_>, page: &Page<'_>) -> bool {
    let holds = |name: &str| node.descendants().any(|each| each.name() == name);
    page.holds_the_title(node) || (holds("h1") && !holds("a"))
}

/// Whether `node` stands in something that has a header and footer of its own.
fn is_in_article(node: Node<'_>) -> bool {
    let own = ["section", "li", "blockquote", "figure", "details"];
    node.ancestors().any(|above| is_article(above) || own.contains(&above.name()))
}
