//! What the names of elements, classes and ids mean, as far as the format itself does not say it: one table for each
//! question.

use super::node::Node;

/// Elements that are never shown, whatever they hold.
#[rustfmt::skip]
pub(super) const UNSEEN: [&str; 24] = [
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "datalist", "audio",
    "video", "canvas", "map", "area", "param", "source", "track", "colgroup", "col", "rp", "rt", "noframes",
    "noembed",
];

/// Elements that stand on lines of their own.
#[rustfmt::skip]
pub(super) const BLOCKS: [&str; 54] = [
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "caption", "xmp", "plaintext",
];

/// Elements struck out by what they are, tracked deletions apart.
pub(super) const STRUCK: [&str; 2] = ["s", "strike"];

/// Elements whose text is bold, or italic, by what they are.
pub(super) const BOLD: [&str; 3] = ["b", "strong", "th"];
pub(super) const ITALIC: [&str; 6] = ["i", "em", "cite", "dfn", "var", "address"];

/// Classes that the style sheets of well-known toolkits (Bootstrap, Tailwind), rarely saved with a page, do not show until
/// something opens them.
pub(super) const CLOSED_CLASSES: [&str; 2] = ["hidden", "d-none"];

/// Classes that such sheets (also of GOV.UK, Drupal and WordPress) hide from the eye for good; icon fonts, whose text is a
/// name for a picture; and the marks that Word sets for comments.
#[rustfmt::skip]
pub(super) const HIDDEN_CLASSES: [&str; 11] = [
    "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader",
    "govuk-visually-hidden", "nhsuk-u-visually-hidden", "element-invisible", "material-icons",
    "material-symbols-outlined", "msocomanchor",
];

/// Words in the class or id of something that opens, or is opened by, a button beside it.
#[rustfmt::skip]
pub(super) const OPENING: [&str; 10] = [
    "accordion", "collapse", "collapsible", "expand", "expander", "toggle", "tab", "tabs", "tabpanel",
    "tabbed",
];

/// Words that name furniture wherever they stand in a class or id.
#[rustfmt::skip]
pub(super) const FURNITURE: [&str; 57] = [
    "accordion controls", "accordion section toggle", "accordion show all", "addthis", "addtoany",
    "back to top", "breadcrumb", "breadcrumbs", "consent banner", "cookie", "cookies", "feedback form",
    "footnote back", "global footer", "global header", "global navigation", "language switcher",
    "main menu", "main nav", "main navigation", "nav menu", "navbar", "page feedback", "page helpful",
    "page metadata", "pager", "pagination", "print link", "print page", "related content", "related items",
    "related links", "related pages", "return to top", "s4 ribbonrow", "search box", "search form",
    "share buttons", "share links", "share page", "sharethis", "sharing", "side nav box", "site search",
    "skip link", "skip to", "skiplink", "skipnav", "social links", "social media", "social share",
    "suite bar", "suitebar", "table of contents", "toc macro", "useful page", "was this helpful",
];

/// Names that name furniture when they are the whole of a class or id, outside the article of a page.
#[rustfmt::skip]
pub(super) const OUTSIDE: [&str; 36] = [
    "banner", "contentinfo", "feedback", "footer", "footer wrapper", "global bar", "header", "left nav",
    "login", "masthead", "menu", "nav", "navigation", "newsletter", "page footer", "page header", "related",
    "right nav", "search", "share", "side bar", "side menu", "side nav", "sidebar", "site banner",
    "site footer", "site header", "site nav", "site navigation", "sub nav", "subnav", "toc", "toolbar",
    "top bar", "topbar", "topnav",
];

/// Roles that say an element is furniture.
#[rustfmt::skip]
pub(super) const FURNITURE_ROLES: [&str; 11] = [
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "doc-toc",
    "menu", "menubar", "toolbar",
];

/// Whether `node` is a tracked deletion; pandoc keeps those of Word as a class with the name of their author.
pub(super) fn is_deleted(node: Node<'_>) -> bool {
    node.name() == "del" || is_tracked(node, "deletion")
}

/// Whether `node` is a tracked insertion.
pub(super) fn is_inserted(node: Node<'_>) -> bool {
    node.name() == "ins" || is_tracked(node, "insertion")
}

fn is_tracked(node: Node<'_>, change: &str) -> bool {
    node.name() == "span" && node.attr("data-author").is_some() && node.classes().any(|class| class == change)
}

/// Returns the words of each class of `node` and of its id, each name as ` word word `, in small letters.
pub(super) fn words(node: Node<'_>) -> Vec<String> {
    node.classes().chain(node.attr("id")).map(words_of).collect()
}

/// Cuts a name such as `site-header`, `site_header` or `siteHeader` into words.
pub(super) fn words_of(name: &str) -> String {
    let mut words = String::from(" ");
    let mut after_small = false;
    for sign in name.chars() {
        if !sign.is_alphanumeric() {
            if !words.ends_with(' ') {
                words.push(' ');
            }
        } else {
            if after_small && sign.is_uppercase() {
                words.push(' ');
            }
            words.extend(sign.to_lowercase());
        }
        after_small = sign.is_lowercase();
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// Whether one of the names, as [`words`] gives them, holds one of `phrases`, of three words at most.
pub(super) fn hold(names: &[String], phrases: &[&str]) -> bool {
    let holds = |name: &String| {
        let ends: Vec<usize> = name.match_indices(' ').map(|(at, _)| at).collect();
        let runs = [1, 2, 3].into_iter().flat_map(|words| ends.iter().zip(ends.iter().skip(words)));
        runs.into_iter()
            .any(|(start, end)| name.get(start + 1..*end).is_some_and(|run| phrases.contains(&run)))
    };
    names.iter().any(holds)
}

/// Whether one of the names, as [`words`] gives them, is one of `phrases`.
pub(super) fn are(names: &[String], phrases: &[&str]) -> bool {
    names.iter().any(|name| phrases.contains(&name.trim()))
}
