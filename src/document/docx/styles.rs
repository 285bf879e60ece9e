//! Styles: what a paragraph or a run inherits, each chain of styles resolved once.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::numbering::ListRef;
use super::xml::Word;
use crate::document::flow::{Role, named_role};
use crate::document::{Limit, Limits};

/// The look of a run as far as it decides whether and how the run counts; `None` where nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) double_strike: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Look {
    /// Reads run properties (`w:rPr`).
    pub(super) fn read(properties: Option<Node<'_, '_>>) -> Self {
        let Some(node) = properties else { return Self::default() };
        Self {
            bold: node.on("b"),
            italic: node.on("i"),
            strike: node.on("strike"),
            double_strike: node.on("dstrike"),
            hidden: node.on("vanish"),
        }
    }

    /// Returns this look, with `base` where it says nothing.
    fn over(self, base: Self) -> Self {
        Self {
            bold: self.bold.or(base.bold),
            italic: self.italic.or(base.italic),
            strike: self.strike.or(base.strike),
            double_strike: self.double_strike.or(base.double_strike),
            hidden: self.hidden.or(base.hidden),
        }
    }
}

/// How a run is shown in the end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shown {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Struck out once or twice.
    pub(super) struck: bool,
    pub(super) hidden: bool,
}

/// Where a run stands in a table, as far as the table's style looks different there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct InTable<'a> {
    /// The table's style.
    pub(super) style: Option<&'a str>,
    /// In its first row, where the table asks for a special look of it.
    pub(super) first_row: bool,
    /// In its first column, where the table asks for a special look of it.
    pub(super) first_column: bool,
}

/// The styles a run stands under.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Under<'a> {
    pub(super) table: InTable<'a>,
    pub(super) paragraph: Option<&'a str>,
    pub(super) run: Option<&'a str>,
}

/// One style with what it builds on worked in.
#[derive(Debug, Clone)]
struct Style {
    role: Role,
    look: Look,
    /// The looks of a table's first row and first column.
    first_row: Look,
    first_column: Look,
    list: Option<ListRef>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    default_paragraph: Option<String>,
    defaults: Look,
}

impl Styles {
    /// Reads the styles part.
    pub(super) fn read(root: Node<'_, '_>, limits: &Limits) -> Self {
        let written: BTreeMap<&str, Node<'_, '_>> = root
            .children()
            .filter(|node| node.is("style"))
            .filter_map(|node| Some((node.attr("styleId")?, node)))
            .collect();
        let default_paragraph = written.iter().find(|(_, style)| {
            style.attr("type") == Some("paragraph")
                && matches!(style.attr("default"), Some("1" | "true" | "on"))
        });
        let defaults = root
            .child("docDefaults")
            .and_then(|node| node.child("rPrDefault"))
            .and_then(|node| node.child("rPr"));
        Self {
            default_paragraph: default_paragraph.map(|(id, _)| (*id).to_owned()),
            defaults: Look::read(defaults),
            by_id: written.keys().map(|id| ((*id).to_owned(), resolve(id, &written, limits))).collect(),
        }
    }

    /// Returns the style of a paragraph that names `id`, or none.
    pub(super) fn paragraph<'a>(&'a self, id: Option<&'a str>) -> Option<&'a str> {
        id.or(self.default_paragraph.as_deref())
    }

    /// Returns what the paragraph style `id` makes of its paragraphs.
    pub(super) fn role(&self, id: Option<&str>) -> Role {
        let Some(id) = id else { return Role::Body };
        match self.by_id.get(id) {
            Some(style) => style.role,
            // Some programs name a built-in style without defining it.
            None => own_role(id, "").unwrap_or(Role::Body),
        }
    }

    /// Returns the list the paragraph style `id` puts its paragraphs in.
    pub(super) fn list(&self, id: Option<&str>) -> Option<&ListRef> {
        self.by_id.get(id?)?.list.as_ref()
    }

    /// Returns how a run with the properties `direct` is shown.
    ///
    /// A property a run sets itself decides. Else toggle properties set by several styles cancel out, as ISO 29500
    /// part 1, 17.7.3 has it; double strike is no toggle, and the nearest style decides.
    pub(super) fn shown(&self, direct: Look, under: Under<'_>) -> Shown {
        let style = |id: Option<&str>| self.by_id.get(id?);
        let table = style(under.table.style).map(|style| {
            let part = |applies: bool, look: Look| if applies { look } else { Look::default() };
            let row = part(under.table.first_row, style.first_row);
            row.over(part(under.table.first_column, style.first_column)).over(style.look)
        });
        let layers =
            [style(under.run).map(|style| style.look), style(under.paragraph).map(|style| style.look), table];
        let toggle = |get: fn(&Look) -> Option<bool>| {
            get(&direct).unwrap_or_else(|| {
                let styled = layers.iter().flatten().filter(|look| get(look) == Some(true)).count() % 2 == 1;
                styled || get(&self.defaults) == Some(true)
            })
        };
        let nearest =
            layers.iter().flatten().fold(direct, |look, layer| look.over(*layer)).over(self.defaults);
        Shown {
            bold: toggle(|look| look.bold),
            italic: toggle(|look| look.italic),
            struck: toggle(|look| look.strike) || nearest.double_strike == Some(true),
            hidden: toggle(|look| look.hidden),
        }
    }
}

/// Works the styles that `id` builds on into it, the nearest deciding.
fn resolve<'a>(id: &'a str, written: &BTreeMap<&'a str, Node<'a, 'a>>, limits: &Limits) -> Style {
    let mut style = Style {
        role: Role::Body,
        look: Look::default(),
        first_row: Look::default(),
        first_column: Look::default(),
        list: None,
    };
    let mut role = None;
    let mut next = Some(id);
    for _ in 0..limits.of(Limit::StyleChain) {
        let Some((id, node)) = next.and_then(|id| Some((id, written.get(id)?))) else { break };
        style.look = style.look.over(Look::read(node.child("rPr")));
        for part in node.children().filter(|child| child.is("tblStylePr")) {
            let look = match part.attr("type") {
                Some("firstRow") => &mut style.first_row,
                Some("firstCol") => &mut style.first_column,
                _ => continue,
            };
            *look = look.over(Look::read(part.child("rPr")));
        }
        let paragraph = node.child("pPr");
        role = role
            .or_else(|| own_role(id, node.val("name").unwrap_or_default()))
            .or_else(|| outline_role(paragraph));
        if style.list.is_none() {
            style.list =
                paragraph.and_then(ListRef::read).map(|list| ListRef { style: Some(id.to_owned()), ..list });
        }
        next = node.val("basedOn");
    }
    style.role = role.unwrap_or(Role::Body);
    style
}

/// Returns the role that paragraph properties give by their outline level, where 9 says body text.
pub(super) fn outline_role(properties: Option<Node<'_, '_>>) -> Option<Role> {
    match properties?.number::<u8>("outlineLvl")? {
        level @ 0..=8 => Some(Role::Heading(level + 1)),
        _ => Some(Role::Body),
    }
}

/// Returns the role of a built-in style, some of which are named by their id alone.
fn own_role(id: &str, name: &str) -> Option<Role> {
    named_role(if name.is_empty() { id } else { name })
}
