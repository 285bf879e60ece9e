//! List styles: how the numbers of each level look.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::names::{Ns, Odf};
use crate::document::flow::numeral;

/// Levels of a list.
pub(super) const LEVELS: usize = 10;

/// How one level counts and looks.
#[derive(Debug)]
struct Level {
    /// Its first number.
    start: u32,
    sign: Sign,
}

/// What stands before an item.
#[derive(Debug)]
enum Sign {
    /// A bullet or a picture, or nothing where it is blank.
    Bullet { blank: bool },
    /// A number.
    Number {
        format: Format,
        /// As `%1%.%2%`, where `%1%` is the number of the outermost level.
        shape: String,
    },
}

/// How a number is written.
#[derive(Debug, Clone, Copy)]
enum Format {
    /// As WordprocessingML calls it.
    Common(&'static str),
    /// a to z, then aa, ab and so on.
    Letters { upper: bool },
}

/// A list style.
#[derive(Debug, Default)]
pub(super) struct ListStyle {
    /// Its levels, 0 the outermost.
    levels: BTreeMap<usize, Level>,
    /// Whether the items of all levels are counted as one.
    pub(super) consecutive: bool,
}

/// What stands before an item as shown.
pub(super) enum Shown {
    Nothing,
    Bullet,
    Number(String),
}

impl ListStyle {
    /// Reads a list style, or the style of the outline.
    pub(super) fn read(node: Node<'_, '_>) -> Self {
        let levels = node.elements().filter_map(|node| {
            let at = node.number(Ns::Text, "level")?.checked_sub(1).filter(|at| *at < LEVELS)?;
            let start = node.attr(Ns::Text, "start-value").and_then(|start| start.trim().parse().ok());
            let sign = match node.name() {
                (Ns::Text, "list-level-style-number" | "outline-level-style") => number(node, at),
                (Ns::Text, "list-level-style-bullet") => {
                    let bullet = node.attr(Ns::Text, "bullet-char");
                    Sign::Bullet { blank: bullet.is_none_or(|bullet| bullet.trim().is_empty()) }
                }
                _ => Sign::Bullet { blank: false },
            };
            Some((at, Level { start: start.unwrap_or(1), sign }))
        });
        Self { levels: levels.collect(), consecutive: node.yes(Ns::Text, "consecutive-numbering") }
    }

    /// Returns the first number of the level `at`.
    pub(super) fn start(&self, at: usize) -> u32 {
        self.levels.get(&at).map_or(1, |level| level.start)
    }

    /// Returns what stands before an item of the level `at`; `value` gives the numbers of the levels as they stand.
    pub(super) fn shown(&self, at: usize, value: impl Fn(usize) -> u32) -> Shown {
        let shape = match self.levels.get(&at).map(|level| &level.sign) {
            None | Some(Sign::Bullet { blank: false }) => return Shown::Bullet,
            Some(Sign::Bullet { blank: true }) => return Shown::Nothing,
            Some(Sign::Number { shape, .. }) => shape,
        };
        let text = self.filled(shape, value);
        if text.is_empty() { Shown::Nothing } else { Shown::Number(text) }
    }

    /// Puts numbers in place of `%1%` to `%10%`. A level without numbers takes the point before the next along.
    fn filled(&self, shape: &str, value: impl Fn(usize) -> u32) -> String {
        let mut text = String::new();
        let mut rest = shape;
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            let level = after.split_once('%').and_then(|(level, after)| {
                Some((level.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < LEVELS)?, after))
            });
            let Some((at, after)) = level else {
                text.push('%');
                rest = after;
                continue;
            };
            let number = match self.levels.get(&at).map(|level| &level.sign) {
                Some(Sign::Number { format, .. }) => format.show(value(at)),
                _ => String::new(),
            };
            rest = match after.strip_prefix('.') {
                Some(more) if number.is_empty() && more.starts_with('%') => more,
                _ => after,
            };
            text.push_str(&number);
        }
        text.push_str(rest);
        text.trim().to_owned()
    }
}

fn number(node: Node<'_, '_>, at: usize) -> Sign {
    let attr = |name| node.attr(Ns::Style, name).unwrap_or_default();
    let format = match attr("num-format") {
        "" => Format::Common("none"),
        "i" => Format::Common("lowerRoman"),
        "I" => Format::Common("upperRoman"),
        "1st" => Format::Common("ordinal"),
        format if format.starts_with("01") => Format::Common("decimalZero"),
        "a" if node.yes(Ns::Style, "num-letter-sync") => Format::Common("lowerLetter"),
        "A" if node.yes(Ns::Style, "num-letter-sync") => Format::Common("upperLetter"),
        "a" => Format::Letters { upper: false },
        "A" => Format::Letters { upper: true },
        _ => Format::Common("decimal"),
    };
    let shape = node.attr(Ns::Ahead, "num-list-format").map_or_else(
        || {
            let levels = node.number(Ns::Text, "display-levels").unwrap_or(1).clamp(1, at + 1);
            let numbers: Vec<String> = (at + 2 - levels..=at + 1).map(|level| format!("%{level}%")).collect();
            format!("{}{}{}", attr("num-prefix"), numbers.join("."), attr("num-suffix"))
        },
        str::to_owned,
    );
    Sign::Number { format, shape }
}

impl Format {
    fn show(self, value: u32) -> String {
        match self {
            Self::Common(format) => numeral(format, value),
            Self::Letters { upper } => letters(value, upper),
        }
    }
}

fn letters(value: u32, upper: bool) -> String {
    let first = if upper { b'A' } else { b'a' };
    let mut signs = Vec::new();
    let mut rest = value;
    while let Some(index) = rest.checked_sub(1) {
        // Less than 26, so it fits and stays among the letters.
        signs.push(char::from(first + (index % 26) as u8));
        rest = index / 26;
    }
    if signs.is_empty() { value.to_string() } else { signs.iter().rev().collect() }
}
