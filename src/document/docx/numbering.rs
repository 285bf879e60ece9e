//! Lists: which list a paragraph is in, and the number Word shows before it.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::xml::Word;
use crate::document::flow::{Item, numeral};

/// Levels of a list.
const LEVELS: usize = 9;

/// A paragraph's or a style's reference to a list (`w:numPr`).
#[derive(Debug, Clone, Default)]
pub(super) struct ListRef {
    /// The list; `Some("0")` says no list.
    pub(super) list: Option<String>,
    /// The level, 0 the outermost.
    pub(super) level: Option<usize>,
    /// The style that says so, which a level of the list may name in turn.
    pub(super) style: Option<String>,
}

impl ListRef {
    /// Reads the reference in paragraph properties.
    pub(super) fn read(properties: Node<'_, '_>) -> Option<Self> {
        let node = properties.child("numPr")?;
        let list = node.val("numId").map(|id| id.trim().to_owned());
        let level = node.number("ilvl");
        (list.is_some() || level.is_some()).then_some(Self { list, level, style: None })
    }
}

/// How one level counts and looks.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// As `%1.%2`, where `%1` is the number of the outermost level.
    text: String,
    /// The level (counted from 1) at or above which an item restarts this one; 0 never.
    restart: Option<usize>,
    /// Whether every number in it is shown in decimal.
    decimal: bool,
    style: Option<String>,
}

type Levels = BTreeMap<usize, Level>;

/// A list: the abstract list it counts with, and what it overrides there.
#[derive(Debug, Default)]
struct List {
    root: String,
    starts: BTreeMap<usize, u32>,
    levels: Levels,
}

/// All lists of a document, with their counters as they stand at the paragraph being read.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    roots: BTreeMap<String, Levels>,
    lists: BTreeMap<String, List>,
    /// The last number of each level, by abstract list.
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The overridden starts that have taken effect, by list and level.
    started: BTreeSet<(String, usize)>,
}

impl Numbering {
    /// Reads the numbering part.
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let mut roots = BTreeMap::new();
        // Lists that take their levels from a numbering style, and the styles that give them.
        let mut wants: Vec<(String, &str)> = Vec::new();
        let mut gives: BTreeMap<&str, String> = BTreeMap::new();
        for node in root.children().filter(|node| node.is("abstractNum")) {
            let Some(id) = node.attr("abstractNumId") else { continue };
            if let Some(style) = node.val("numStyleLink") {
                wants.push((id.to_owned(), style));
            }
            if let Some(style) = node.val("styleLink") {
                gives.insert(style, id.to_owned());
            }
            roots.insert(id.to_owned(), levels(node));
        }
        let same: BTreeMap<&String, &String> =
            wants.iter().filter_map(|(id, style)| Some((id, gives.get(style)?))).collect();
        let lists = root
            .children()
            .filter(|node| node.is("num"))
            .filter_map(|node| {
                let id = node.attr("numId")?.to_owned();
                let root = node.val("abstractNumId")?.to_owned();
                let root = same.get(&root).map_or(root, |other| (*other).clone());
                Some((id, list(node, root)))
            })
            .collect();
        Self { roots, lists, ..Self::default() }
    }

    /// Counts the next item of a list, `None` when the reference names no list or the level shows neither number
    /// nor bullet, as in the second paragraph of an item.
    ///
    /// `direct` is what the paragraph says, `style` what its style `style_id` says.
    pub(super) fn next(
        &mut self,
        direct: Option<&ListRef>,
        style: Option<&ListRef>,
        style_id: Option<&str>,
    ) -> Option<Item> {
        let id = direct.and_then(|list| list.list.as_ref()).or_else(|| style?.list.as_ref())?;
        let list = self.lists.get(id)?;
        let root = self.roots.get(&list.root)?;
        let named = [style_id, style.and_then(|list| list.style.as_deref())];
        let level = direct
            .and_then(|list| list.level)
            .or_else(|| style?.level)
            .or_else(|| {
                let is_named =
                    |level: &Level| level.style.is_some() && named.contains(&level.style.as_deref());
                root.iter().find(|(_, level)| is_named(level)).map(|(at, _)| *at)
            })
            .unwrap_or(0)
            .min(LEVELS - 1);

        let look = |at: usize| list.levels.get(&at).or_else(|| root.get(&at));
        let start = |at: usize| list.starts.get(&at).copied().or_else(|| Some(look(at)?.start)).unwrap_or(1);
        let counters = self.counters.entry(list.root.clone()).or_default();
        let restarts = list.starts.contains_key(&level) && self.started.insert((id.clone(), level));
        for (at, counter) in counters.iter_mut().enumerate().skip(level) {
            let restart = look(at).and_then(|look| look.restart).unwrap_or(at);
            if at == level {
                let last = if restarts { None } else { *counter };
                *counter = Some(last.map_or_else(|| start(at), |last| last.saturating_add(1)));
            } else if level < restart {
                *counter = None;
            }
        }
        let number = look(level).map(|shape| {
            let value = |at: usize| {
                let value = counters.get(at).copied().flatten().unwrap_or_else(|| start(at));
                let format = look(at).map_or("decimal", |look| look.format.as_str());
                numeral(if shape.decimal { "decimal" } else { format }, value)
            };
            shown(shape, value)
        });
        let number = number.filter(|text| !text.is_empty())?;
        let is_bullet = look(level).is_some_and(|shape| shape.format == "bullet");
        Some(Item { depth: level as u8, number: (!is_bullet).then_some(number) })
    }
}

fn list(node: Node<'_, '_>, root: String) -> List {
    let mut list = List { root, ..List::default() };
    for change in node.children().filter(|child| child.is("lvlOverride")) {
        let Some(at) = change.attr("ilvl").and_then(|at| at.trim().parse().ok()) else { continue };
        if let Some(start) = change.number("startOverride") {
            list.starts.insert(at, start);
        }
        list.levels.extend(levels(change));
    }
    list
}

fn levels(node: Node<'_, '_>) -> Levels {
    node.children()
        .filter(|child| child.is("lvl"))
        .filter_map(|child| {
            let at = child.attr("ilvl")?.trim().parse().ok().filter(|at| *at < LEVELS)?;
            let level = Level {
                start: child.number("start").unwrap_or(0),
                format: child.val("numFmt").unwrap_or("decimal").to_owned(),
                text: child.val("lvlText").unwrap_or_default().to_owned(),
                restart: child.number("lvlRestart"),
                decimal: child.on("isLgl") == Some(true),
                style: child.val("pStyle").map(str::to_owned),
            };
            Some((at, level))
        })
        .collect()
}

/// Puts numbers in place of `%1` to `%9`.
fn shown(level: &Level, value: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut signs = level.text.chars().peekable();
    while let Some(sign) = signs.next() {
        match signs.peek().and_then(|next| next.to_digit(10)) {
            Some(at @ 1..=9) if sign == '%' => {
                text.push_str(&value(at as usize - 1));
                signs.next();
            }
            _ => text.push(sign),
        }
    }
    text.trim().to_owned()
}
