//! Lists: which number each item shows, and how deep it stands.

use super::css::{Numerals, Style};
use super::node::Node;

/// A list that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    numerals: Numerals,
    next: i64,
    step: i64,
    /// How deep it is nested, where its class says so.
    depth: Option<u8>,
}

impl List {
    /// Opens the list `node`, of which `style` is declared.
    pub(super) fn open(node: Node<'_>, style: Style) -> Self {
        let ordered = node.name() == "ol";
        let whole = |name: &str| node.attr(name).and_then(|value| value.trim().parse::<i64>().ok());
        let by_type = match node.attr("type").map(str::trim) {
            Some("a") => Numerals::LowerLetters,
            Some("A") => Numerals::UpperLetters,
            Some("i") => Numerals::LowerRoman,
            Some("I") => Numerals::UpperRoman,
            _ => Numerals::Decimal,
        };
        let numerals = if ordered { style.numerals.unwrap_or(by_type) } else { Numerals::None };
        let reversed = node.attr("reversed").is_some();
        let items = || node.children().filter(|child| child.name() == "li").count();
        let first = if reversed { i64::try_from(items()).unwrap_or(i64::MAX) } else { 1 };
        Self {
            numerals,
            next: whole("start").unwrap_or(first),
            step: if reversed { -1 } else { 1 },
            depth: node.classes().find_map(google_depth),
        }
    }

    /// Counts its next item, `node`, and returns the number that it shows.
    pub(super) fn count(&mut self, node: Node<'_>) -> Option<String> {
        let own = node.attr("value").and_then(|value| value.trim().parse::<i64>().ok());
        let number = own.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        shown(self.numerals, number)
    }

    /// How deep its items stand when `around` lists are open, itself among them.
    pub(super) fn depth(&self, around: usize) -> u8 {
        self.depth.unwrap_or_else(|| u8::try_from(around.saturating_sub(1)).unwrap_or(u8::MAX))
    }
}

/// Google Docs writes each level of a list as a list of its own, with its depth at the end of a class.
fn google_depth(class: &str) -> Option<u8> {
    class.strip_prefix("lst-kix_")?.rsplit_once('-')?.1.parse().ok()
}

/// What a paragraph of Word that is shown as an item of a list says of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WordItem {
    pub(super) depth: u8,
    pub(super) number: Option<String>,
}

/// The longest label of a list item, in bytes: `Objective 12:`.
const LONGEST_LABEL: usize = 16;

/// Returns the item that a paragraph of Word is by the `label` before the space that Word sets between the two.
pub(super) fn word_item(paragraph: Node<'_>, label: &str) -> Option<WordItem> {
    if label.is_empty() || label.len() > LONGEST_LABEL {
        return None;
    }
    // Word's bullets are letters of symbol fonts; those of Courier New and Wingdings come out as these.
    let bullet = !label.contains(char::is_alphanumeric) || matches!(label, "o" | "q" | "v" | "ü" | "Ø");
    let style = paragraph.attr("style").unwrap_or_default();
    let level = style.split_once("mso-list:").and_then(|(_, list)| {
        let digits = list.split(';').next()?.split_once("level")?.1;
        digits.chars().next()?.to_digit(10)
    });
    let depth = level.map_or(0, |level| u8::try_from(level.saturating_sub(1)).unwrap_or_default());
    Some(WordItem { depth, number: (!bullet).then(|| label.to_owned()) })
}

/// Whether `node` is the space between the label of a list item and its text, as Word writes it.
pub(super) fn is_word_spacer(node: Node<'_>) -> bool {
    node.name() == "span"
        && node
            .attr("style")
            .is_some_and(|style| style.contains("font:7.0pt") || style.contains("font: 7.0pt"))
        && node.all_text().trim().is_empty()
}

fn shown(numerals: Numerals, number: i64) -> Option<String> {
    let text = match numerals {
        Numerals::None => return None,
        Numerals::Decimal => None,
        Numerals::LowerLetters => letters(number),
        Numerals::UpperLetters => letters(number).map(|text| text.to_ascii_uppercase()),
        Numerals::LowerRoman => roman(number),
        Numerals::UpperRoman => roman(number).map(|text| text.to_ascii_uppercase()),
    };
    Some(format!("{}.", text.unwrap_or_else(|| number.to_string())))
}

/// a to z, then aa, ab and so on, as browsers count.
fn letters(number: i64) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|rest| *rest > 0)?;
    let mut text = String::new();
    while rest > 0 {
        rest -= 1;
        text.insert(0, char::from_u32(u32::from(b'a') + rest % 26)?);
        rest /= 26;
    }
    Some(text)
}

fn roman(number: i64) -> Option<String> {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    Some(text)
}
