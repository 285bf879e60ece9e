//! Styles: what a paragraph or a run inherits, each chain of styles resolved once.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::names::{Ns, Odf};
use crate::document::flow::{Role, named_role};
use crate::document::{Limit, Limits};

/// The look of text as far as it decides whether and how the text counts; `None` where nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Look {
    /// Reads the text properties of a style.
    fn read(style: Node<'_, '_>) -> Self {
        let Some(node) = style.child(Ns::Style, "text-properties") else { return Self::default() };
        let line = |name| node.attr(Ns::Style, name).map(|value| value != "none");
        Self {
            bold: node.attr(Ns::Fo, "font-weight").map(is_bold),
            italic: node.attr(Ns::Fo, "font-style").map(|slant| slant != "normal"),
            // Either may say there is no line; some programs write the one, some the other.
            struck: match (line("text-line-through-style"), line("text-line-through-type")) {
                (Some(style), Some(kind)) => Some(style && kind),
                (style, kind) => style.or(kind),
            },
            hidden: node.attr(Ns::Text, "display").map(|display| display == "none"),
        }
    }

    /// Returns this look, with `base` where it says nothing.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            struck: self.struck.or(base.struck),
            hidden: self.hidden.or(base.hidden),
        }
    }

    /// Tells whether text that looks so counts as written.
    pub(super) fn counts(self) -> bool {
        self.struck != Some(true) && self.hidden != Some(true)
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)
}

/// A paragraph's style with what it builds on worked in.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) role: Role,
    pub(super) look: Look,
    /// The list style of its list items; an empty one says that a heading has no number.
    pub(super) list: Option<String>,
}

/// All styles of a document that bear on its text.
#[derive(Debug)]
pub(super) struct Styles {
    paragraphs: BTreeMap<String, Style>,
    runs: BTreeMap<String, Look>,
    default_paragraph: Style,
    /// The table-row styles that say more than the row's text has changed.
    changed_rows: BTreeSet<String>,
}

/// The styles as written, by family and name.
type Written<'a> = BTreeMap<(&'a str, &'a str), Node<'a, 'a>>;

impl Styles {
    /// Reads the styles in `groups`, in which the later decide between styles of one name.
    pub(super) fn read(groups: &[Node<'_, '_>], limits: &Limits) -> Self {
        let mut written = Written::new();
        let mut default = Look::default();
        for node in groups.iter().flat_map(|group| group.elements()) {
            let Some(family) = node.attr(Ns::Style, "family") else { continue };
            if node.is(Ns::Style, "default-style") && family == "paragraph" {
                default = Look::read(node);
            } else if let (true, Some(name)) = (node.is(Ns::Style, "style"), node.attr(Ns::Style, "name")) {
                written.insert((family, name), node);
            }
        }
        let mut paragraphs = BTreeMap::new();
        let mut runs = BTreeMap::new();
        let mut changed_rows = BTreeSet::new();
        for ((family, name), node) in &written {
            match *family {
                "paragraph" => {
                    paragraphs.insert((*name).to_owned(), resolve(name, default, &written, limits));
                }
                "text" => {
                    let look = chain("text", name, &written, limits)
                        .fold(Look::default(), |look, (_, node)| look.over(Look::read(node)));
                    runs.insert((*name).to_owned(), look);
                }
                "table-row" => {
                    let row = node.child(Ns::Style, "table-row-properties");
                    if row.and_then(|row| row.attr(Ns::Ahead, "text-changes-only")) == Some("false") {
                        changed_rows.insert((*name).to_owned());
                    }
                }
                _ => {}
            }
        }
        let plain = Style { role: Role::Body, look: default, list: None };
        let default_paragraph = paragraphs.get("Standard").cloned().unwrap_or(plain);
        Self { paragraphs, runs, default_paragraph, changed_rows }
    }

    /// Returns the paragraph style `name`; some programs name a common one without defining it.
    pub(super) fn paragraph(&self, name: Option<&str>) -> Style {
        let style = name.and_then(|name| self.paragraphs.get(name)).unwrap_or(&self.default_paragraph);
        match name {
            Some(name) if !self.paragraphs.contains_key(name) => {
                Style { role: named_role(&decoded(name)).unwrap_or(Role::Body), ..style.clone() }
            }
            _ => style.clone(),
        }
    }

    /// Returns the look a run style gives.
    pub(super) fn run(&self, name: Option<&str>) -> Look {
        name.and_then(|name| self.runs.get(name)).copied().unwrap_or_default()
    }

    /// Tells whether a row of this style was put in or taken out whole by a tracked change.
    pub(super) fn is_changed_row(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.changed_rows.contains(name))
    }
}

/// Returns the style `name` and those it builds on, the nearest first.
fn chain<'w>(
    family: &'w str,
    name: &'w str,
    written: &'w Written<'w>,
    limits: &Limits,
) -> impl Iterator<Item = (&'w str, Node<'w, 'w>)> {
    let find = move |name: &'w str| written.get(&(family, name)).map(|node| (name, *node));
    let next = move |(_, node): &(&str, Node<'w, 'w>)| find(node.attr(Ns::Style, "parent-style-name")?);
    std::iter::successors(find(name), next).take(limits.of(Limit::StyleChain))
}

/// Works the paragraph styles that `name` builds on into it, the nearest deciding.
fn resolve<'w>(name: &'w str, default: Look, written: &'w Written<'w>, limits: &Limits) -> Style {
    let mut style = Style { role: Role::Body, look: Look::default(), list: None };
    let mut role = None;
    for (name, node) in chain("paragraph", name, written, limits) {
        style.look = style.look.over(Look::read(node));
        role = role.or_else(|| own_role(name, node));
        if style.list.is_none() {
            style.list = node.attr(Ns::Style, "list-style-name").map(str::to_owned);
        }
    }
    style.look = style.look.over(default);
    style.role = role.unwrap_or(Role::Body);
    style
}

/// Returns the role that a style has by its name or its outline level, where an empty level says body text.
fn own_role(name: &str, node: Node<'_, '_>) -> Option<Role> {
    let shown = node.attr(Ns::Style, "display-name").map_or_else(|| decoded(name), str::to_owned);
    named_role(&shown).or_else(|| match node.attr(Ns::Style, "default-outline-level")? {
        "" => Some(Role::Body),
        level => level.parse().ok().filter(|level| *level > 0).map(|level: u8| Role::Heading(level.min(9))),
    })
}

/// Undoes the spelling of a style's name, in which `_20_` stands for a space.
fn decoded(name: &str) -> String {
    let mut text = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('_') {
        text.push_str(before);
        let sign = after
            .split_once('_')
            .and_then(|(code, after)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, after)));
        match sign {
            Some((sign, after)) => {
                text.push(sign);
                rest = after;
            }
            None => {
                text.push('_');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}
