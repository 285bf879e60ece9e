//! The styles of a spreadsheet: what is struck, bold, italic or hidden, and what is shown of a date.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::super::number::DateParts;
use super::super::words::Look;
use super::xml::Odf;
use crate::document::{Limit, Limits};

/// The styles, by family and name.
pub(super) struct Styles<'l> {
    limits: &'l Limits,
    styles: BTreeMap<(String, String), Style>,
    dates: BTreeMap<String, DateParts>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    struck: Option<bool>,
    bold: Option<bool>,
    italic: Option<bool>,
    /// Whether a table, row or column in this style is not shown.
    hidden: Option<bool>,
    /// The style in which its number is shown.
    data: Option<String>,
}

impl<'l> Styles<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self { limits, styles: BTreeMap::new(), dates: BTreeMap::new() }
    }

    /// Adds the styles of a part, common and automatic.
    pub(super) fn add(&mut self, root: Node<'_, '_>) {
        let groups = root.children().filter(|child| matches!(child.name(), "styles" | "automatic-styles"));
        for node in groups.flat_map(|group| group.children()) {
            let Some(name) = node.attr("name") else { continue };
            if node.is("style") {
                let family = node.attr("family").unwrap_or_default().to_owned();
                self.styles.insert((family, name.to_owned()), Style::read(node));
            } else if node.is("date-style") {
                let has = |part| node.descendants().any(|each| each.is(part));
                let parts =
                    DateParts { day: has("day"), month: has("month"), year: has("year"), time: false };
                self.dates.insert(name.to_owned(), parts);
            }
        }
    }

    /// Returns the first thing that the style `name` or one that it builds on says.
    fn said<'s, T>(&'s self, family: &str, name: &str, say: impl Fn(&'s Style) -> Option<T>) -> Option<T> {
        let mut name = name;
        for _ in 0..self.limits.of(Limit::StyleChain) {
            let style = self.styles.get(&(family.to_owned(), name.to_owned()))?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            name = style.parent.as_deref()?;
        }
        None
    }

    /// Returns the look of what stands in the style `name` and, where that says nothing, looks like `around`.
    pub(super) fn look(&self, family: &str, name: Option<&str>, around: Look) -> Look {
        let Some(name) = name else { return around };
        Look {
            struck: self.said(family, name, |style| style.struck).unwrap_or(around.struck),
            bold: self.said(family, name, |style| style.bold).unwrap_or(around.bold),
            italic: self.said(family, name, |style| style.italic).unwrap_or(around.italic),
        }
    }

    /// Returns what cells in the style `name` show of a date; all of it where the style does not say.
    pub(super) fn date(&self, name: Option<&str>) -> DateParts {
        let data = name.and_then(|name| self.said("table-cell", name, |style| style.data.as_deref()));
        let whole = DateParts { day: true, month: true, year: true, time: false };
        data.and_then(|data| self.dates.get(data)).copied().unwrap_or(whole)
    }

    /// Whether the style of a table, row or column says that it is not shown.
    pub(super) fn hides(&self, node: Node<'_, '_>, family: &str) -> bool {
        let style = node.attr("style-name");
        style.and_then(|name| self.said(family, name, |style| style.hidden)).unwrap_or_default()
    }
}

impl Style {
    fn read(node: Node<'_, '_>) -> Self {
        let text = node.child("text-properties");
        let text = |name: &str| text.and_then(|properties| properties.attr(name));
        let line = text("text-line-through-style").or_else(|| text("text-line-through-type"));
        let size = |properties: &str, name: &str| node.child(properties)?.attr(name).map(is_nothing);
        let display = node.child("table-properties").and_then(|properties| properties.attr("display"));
        Self {
            parent: node.attr("parent-style-name").map(str::to_owned),
            struck: line.map(|line| line != "none"),
            bold: text("font-weight")
                .map(|weight| !matches!(weight, "normal" | "100" | "200" | "300" | "400")),
            italic: text("font-style").map(|slant| slant != "normal"),
            hidden: display
                .map(|display| display == "false")
                .or_else(|| size("table-row-properties", "row-height"))
                .or_else(|| size("table-column-properties", "column-width")),
            data: node.attr("data-style-name").map(str::to_owned),
        }
    }
}

/// Whether a length such as `0cm` is nothing.
fn is_nothing(length: &str) -> bool {
    length.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%').trim().parse() == Ok(0.0)
}
