//! Which elements make up a table, and whether it is one or only holds the page together.

use super::node::Node;
use super::page::{Page, is_article};
use super::seen::{Look, shown};

/// A cell: the elements whose content it shows.
pub(super) struct CellShape<'t> {
    pub(super) nodes: Vec<(Node<'t>, Look)>,
    pub(super) columns: usize,
    /// How many rows it asks for; 0 for all that follow in its group.
    pub(super) rows: usize,
    is_header: bool,
}

/// A row.
pub(super) struct RowShape<'t> {
    pub(super) cells: Vec<CellShape<'t>>,
    in_head: bool,
}

impl RowShape<'_> {
    /// Whether the page marks it as a header row.
    pub(super) fn is_header(&self) -> bool {
        self.in_head || (self.cells.len() > 1 && self.cells.iter().all(|cell| cell.is_header))
    }
}

/// A table: what is shown of it, in the order in which it is shown.
#[derive(Default)]
pub(super) struct Shape<'t> {
    pub(super) captions: Vec<(Node<'t>, Look)>,
    /// Its groups of rows.
    pub(super) groups: Vec<Vec<RowShape<'t>>>,
}

/// What an element is in a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Caption,
    Head,
    Body,
    Foot,
    Row,
    Cell,
    Header,
}

fn part(node: Node<'_>) -> Option<Part> {
    let by_name = match node.name() {
        "caption" => Some(Part::Caption),
        "thead" => Some(Part::Head),
        "tbody" => Some(Part::Body),
        "tfoot" => Some(Part::Foot),
        "tr" => Some(Part::Row),
        "td" => Some(Part::Cell),
        "th" => Some(Part::Header),
        _ => None,
    };
    by_name.or_else(|| match node.role().as_str() {
        "rowgroup" => Some(Part::Body),
        "row" => Some(Part::Row),
        "cell" | "gridcell" => Some(Part::Cell),
        "columnheader" | "rowheader" => Some(Part::Header),
        _ => None,
    })
}

/// Whether `node` is a table that is shown as one: by its element, by its role, or a list of terms, each beside or above
/// what is said of it.
pub(super) fn is_table(node: Node<'_>, page: &Page<'_>) -> bool {
    match (node.name(), node.role().as_str()) {
        (_, "presentation" | "none") => false,
        ("table", _) => !is_layout(node, page),
        ("dl", _) => ["dt", "dd"].iter().all(|name| node.descendants().any(|each| each.name() == *name)),
        (_, "table" | "grid" | "treegrid") => node.descendants().any(|each| part(each) == Some(Part::Row)),
        _ => false,
    }
}

/// Whether a table only holds the page together: it has one cell, or holds the article of the page or its title, or one
/// row or column of it holds tables and headings.
fn is_layout(table: Node<'_>, page: &Page<'_>) -> bool {
    let (mut cells, mut rows, mut nested, mut heading, mut title) = (0, 0, false, false, false);
    let mut wide = false;
    let mut waiting: Vec<Node<'_>> = table.children().collect();
    while let Some(node) = waiting.pop() {
        match node.name() {
            "caption" | "thead" | "th" => return cells_of(table) <= 1,
            "main" | "article" | "nav" => return true,
            "table" => {
                nested = true;
                continue;
            }
            "tr" => rows += 1,
            "td" => {
                cells += 1;
                wide |= u64::from(page.signs(node)) * 5 > u64::from(page.signs(table)) * 4;
            }
            "h1" => title = true,
            "h2" | "h3" => heading = true,
            _ if is_article(node) => return true,
            _ => {}
        }
        waiting.extend(node.children());
    }
    let thin = rows <= 1 || cells <= rows;
    cells <= 1 || (title && rows <= 3) || (thin && (nested || heading)) || (nested && wide)
}

fn cells_of(table: Node<'_>) -> usize {
    table.descendants().filter(|node| matches!(node.name(), "td" | "th")).take(2).count()
}

impl<'t> Shape<'t> {
    /// Takes apart the table `node`, which looks like `look`.
    pub(super) fn of(node: Node<'t>, look: Look, page: &Page<'t>) -> Self {
        let mut shape = Self::default();
        if node.name() == "dl" {
            let mut rows = Vec::new();
            terms(node, look, page, &mut rows);
            shape.groups.push(rows);
            return shape;
        }
        let (mut head, mut foot) = (None, None);
        shape.parts(node, look, page, &mut head, &mut foot);
        // Wherever they are written, the first head is shown first and the first foot last.
        shape.groups.splice(0..0, head);
        shape.groups.extend(foot);
        shape
    }

    fn parts(
        &mut self,
        node: Node<'t>,
        look: Look,
        page: &Page<'t>,
        head: &mut Option<Vec<RowShape<'t>>>,
        foot: &mut Option<Vec<RowShape<'t>>>,
    ) {
        let mut loose = Vec::new();
        for child in node.children().filter(|child| child.is_element()) {
            let Some(shown) = shown(child, look, page) else { continue };
            let look = shown.look;
            let group = || rows(child, look, page, part(child) == Some(Part::Head));
            match part(child) {
                Some(Part::Caption) => self.captions.push((child, look)),
                Some(Part::Row) => {
                    loose.push(row(child, look, page, false));
                    continue;
                }
                Some(Part::Head) if head.is_none() => *head = Some(group()),
                Some(Part::Foot) if foot.is_none() => *foot = Some(group()),
                Some(Part::Head | Part::Body | Part::Foot) => {
                    self.end_loose(&mut loose);
                    self.groups.push(group());
                }
                _ => self.parts(child, look, page, head, foot),
            }
        }
        self.end_loose(&mut loose);
    }

    fn end_loose(&mut self, loose: &mut Vec<RowShape<'t>>) {
        if !loose.is_empty() {
            self.groups.push(std::mem::take(loose));
        }
    }
}

/// The rows of a group.
fn rows<'t>(group: Node<'t>, look: Look, page: &Page<'t>, in_head: bool) -> Vec<RowShape<'t>> {
    let rows = group.children().filter(|child| part(*child) == Some(Part::Row));
    rows.filter_map(|node| Some(row(node, shown(node, look, page)?.look, page, in_head))).collect()
}

fn row<'t>(node: Node<'t>, look: Look, page: &Page<'t>, in_head: bool) -> RowShape<'t> {
    let cells = node.children().filter_map(|child| {
        let is_header = match part(child)? {
            Part::Header => true,
            Part::Cell => false,
            _ => return None,
        };
        let look = shown(child, look, page)?.look;
        let span = |names: [&str; 2]| {
            let digits = |value: &str| {
                let value = value.trim();
                let end = value.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(value.len());
                // A number too long to read is too large a span in any case.
                value
                    .get(..end)
                    .filter(|digits| !digits.is_empty())
                    .map(|digits| digits.parse().unwrap_or(usize::MAX))
            };
            names.iter().find_map(|name| child.attr(name)).and_then(digits).unwrap_or(1)
        };
        let (columns, rows) = (span(["colspan", "aria-colspan"]), span(["rowspan", "aria-rowspan"]));
        Some(CellShape { nodes: vec![(child, look)], columns, rows, is_header })
    });
    RowShape { cells: cells.collect(), in_head }
}

/// Gathers the rows of a list of terms: the terms, and beside them what is said of them.
fn terms<'t>(list: Node<'t>, look: Look, page: &Page<'t>, rows: &mut Vec<RowShape<'t>>) {
    let cell = |nodes| CellShape { nodes, columns: 1, rows: 1, is_header: false };
    for child in list.children().filter(|child| child.is_element()) {
        let Some(shown) = shown(child, look, page) else { continue };
        let entry = (child, shown.look);
        match child.name() {
            "dt" => match rows.last_mut().and_then(|row| row.cells.first_mut().filter(|_| row.in_head)) {
                Some(terms) => terms.nodes.push(entry),
                None => rows.push(RowShape { cells: vec![cell(vec![entry])], in_head: true }),
            },
            "dd" => {
                let Some(row) = rows.last_mut() else {
                    rows.push(RowShape { cells: vec![cell(Vec::new()), cell(vec![entry])], in_head: false });
                    continue;
                };
                row.in_head = false;
                match row.cells.get_mut(1) {
                    Some(said) => said.nodes.push(entry),
                    None => row.cells.push(cell(vec![entry])),
                }
            }
            "div" => terms(child, shown.look, page, rows),
            _ => {}
        }
    }
}
