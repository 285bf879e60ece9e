//! The style sheets in a page: which of their rules bear on whether and how text is seen, and on which elements.
//!
//! Selectors of names, classes and ids are understood, also one inside another; rules with any other selector are left
//! out. Sheets in files of their own are not at hand: what well-known classes do is in [`super::names`].

use std::collections::BTreeMap;

use super::css::Style;
use super::node::Node;

/// How many rules may hang on one name, class or id: each is tried on every such element.
const RULES_PER_KEY: usize = 64;
/// How many of them may say what stands around the element, and how far around it that is looked for.
const NESTED_PER_KEY: usize = 8;
const REACH: usize = 32;

/// The rules of a page, by the id, class or name that an element must have for them.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: BTreeMap<String, Vec<Rule>>,
    count: usize,
}

#[derive(Debug)]
struct Rule {
    /// What the element must be, and what must stand around it, the innermost first.
    selector: Vec<Compound>,
    /// How much it outweighs other rules: ids, classes, names, then its place in the sheet.
    weight: (usize, usize, usize, usize),
    style: Style,
}

/// One part of a selector: `td.old`.
#[derive(Debug, Default)]
struct Compound {
    name: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
}

impl Sheet {
    /// Adds the rules of one sheet.
    pub(super) fn add(&mut self, source: &str) {
        let source = without_comments(source);
        let mut rest = source.as_str();
        while let Some((head, behind)) = rest.split_once('{') {
            let head = head.rsplit([';', '}']).next().unwrap_or_default().trim();
            if head.starts_with('@') {
                if holds_at_a_desk(head) {
                    // The rules inside stand for all; the brace that ends them is passed over with what follows.
                    rest = behind;
                } else {
                    rest = after_block(behind);
                }
                continue;
            }
            let (declarations, after) = behind.split_once('}').unwrap_or((behind, ""));
            let style = Style::read(declarations);
            if style != Style::default() {
                head.split(',').for_each(|selector| self.rule(selector, style));
            }
            rest = after;
        }
    }

    fn rule(&mut self, selector: &str, style: Style) {
        let parts = selector.replace('>', " ");
        let compounds: Option<Vec<Compound>> =
            parts.split_ascii_whitespace().rev().map(Compound::read).collect();
        let Some(selector) = compounds.filter(|compounds| !compounds.is_empty()) else { return };
        let Some(key) = selector.first().map(Compound::key) else { return };
        if selector.len() > 1 && !style.hides_or_shows() {
            return;
        }
        self.count += 1;
        let sum = |part: fn(&Compound) -> usize| selector.iter().map(part).sum();
        let weight = (
            sum(|each| usize::from(each.id.is_some())),
            sum(|each| each.classes.len()),
            sum(|each| usize::from(each.name.is_some())),
            self.count,
        );
        let rules = self.rules.entry(key).or_default();
        let nested = selector.len() > 1;
        let most = if nested { NESTED_PER_KEY } else { RULES_PER_KEY };
        if rules.iter().filter(|rule| nested == (rule.selector.len() > 1)).count() < most {
            rules.push(Rule { selector, weight, style });
        }
    }

    /// Returns what the sheets say of `node`.
    pub(super) fn style(&self, node: Node<'_>) -> Style {
        if self.rules.is_empty() {
            return Style::default();
        }
        let id = node.attr("id").map(|id| format!("#{id}"));
        let classes = node.classes().map(|class| format!(".{class}"));
        let keys = classes.chain(id).chain([node.name().to_owned(), "*".to_owned()]);
        let mut found: Vec<&Rule> = keys
            .filter_map(|key| self.rules.get(&key))
            .flatten()
            .filter(|rule| rule.holds_for(node))
            .collect();
        found.sort_by_key(|rule| rule.weight);
        found.iter().fold(Style::default(), |style, rule| rule.style.over(style))
    }
}

impl Rule {
    fn holds_for(&self, node: Node<'_>) -> bool {
        let mut around = node.ancestors().take(REACH);
        self.selector.iter().enumerate().all(|(at, part)| match at {
            0 => part.holds_for(node),
            _ => around.any(|each| part.holds_for(each)),
        })
    }
}

impl Compound {
    /// Reads a compound selector; `None` when it has anything but a name, classes and an id.
    fn read(source: &str) -> Option<Self> {
        let mut compound = Self::default();
        let starts = source.char_indices().filter(|(at, sign)| *at == 0 || matches!(sign, '.' | '#'));
        let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
        for (index, start) in starts.iter().enumerate() {
            let piece = source.get(*start..starts.get(index + 1).copied().unwrap_or(source.len()))?;
            let name = piece.trim_start_matches(['.', '#']);
            let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
            if name.is_empty() || (!name.chars().all(plain) && piece != "*") {
                return None;
            }
            match piece.chars().next()? {
                '.' => compound.classes.push(name.to_owned()),
                '#' => compound.id = Some(name.to_owned()),
                '*' => {}
                _ => compound.name = Some(name.to_ascii_lowercase()),
            }
        }
        Some(compound)
    }

    /// What an element must at least have: looked up first.
    fn key(&self) -> String {
        let id = self.id.as_ref().map(|id| format!("#{id}"));
        let class = self.classes.first().map(|class| format!(".{class}"));
        id.or(class).or_else(|| self.name.clone()).unwrap_or_else(|| "*".to_owned())
    }

    fn holds_for(&self, node: Node<'_>) -> bool {
        self.name.as_deref().is_none_or(|name| node.name() == name)
            && self.id.as_deref().is_none_or(|id| node.attr("id") == Some(id))
            && self.classes.iter().all(|class| node.classes().any(|own| own == class))
    }
}

/// Whether the rules inside an at-rule hold for a person at a desk.
fn holds_at_a_desk(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    match head.strip_prefix("@media") {
        Some(queries) => queries.split(',').any(is_for_a_desk),
        None => head.starts_with("@layer") || head.starts_with("@supports"),
    }
}

/// Whether a media query is met by a window of usual width on a screen.
pub(super) fn is_for_a_desk(query: &str) -> bool {
    const WIDTH: f64 = 1280.0;
    let bound = |side: &str| {
        let (_, value) = query.split_once(side)?.1.split_once(':')?;
        let value = value.trim_start();
        let end = value.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(value.len());
        let number: f64 = value.get(..end)?.parse().ok()?;
        let in_letters =
            value.get(end..).is_some_and(|unit| unit.starts_with("em") || unit.starts_with("rem"));
        Some(if in_letters { number * 16.0 } else { number })
    };
    let on_screen = !["print", "speech", "braille"].iter().any(|medium| query.contains(medium));
    on_screen
        && bound("max-").is_none_or(|widest| widest >= WIDTH)
        && bound("min-").is_none_or(|narrowest| narrowest <= WIDTH)
}

/// Returns what follows a block, whose opening brace is left out.
fn after_block(block: &str) -> &str {
    let mut open = 1_usize;
    let end = block.bytes().position(|byte| {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0
    });
    end.and_then(|end| block.get(end + 1..)).unwrap_or_default()
}

/// Returns a sheet without its comments, and without the marks that hide it from old browsers.
fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace("<!--", " ").replace("-->", " ")
}
