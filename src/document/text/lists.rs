//! List items and label lines: how a line shows that it begins one.

use std::sync::LazyLock;

use regex::Regex;

/// The mark that begins a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    /// The number as shown, `None` for a bullet.
    pub(super) number: Option<&'a str>,
    /// What follows it.
    pub(super) text: &'a str,
}

// The patterns are constant and covered by every test that reads a list, so they compile.
#[allow(clippy::expect_used)]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a constant pattern")
}

static BULLET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[•·●▪■◦○‣⁃➢➤✓\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}]\s*|[-*–—+o]\s+)(?:\[[ xX]\]\s+|[☐☑☒]\s*)?")
});

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)^( \(? (?: \d{1,3} | [a-zA-Z] | [ivx]{1,5} ) \)      # (a)  1)  iv)
             | (?: \d{1,3} | [a-zA-Z] | [ivx]{2,5} ) \.            # 1.  a.  iv.
             | \d{1,3} (?: \.\d{1,3} )+ [a-z]? [.)]?               # 1.2  3.2.1.
             | [A-Z]{1,3} -? \d{1,3} (?: \.\d{1,3} )+ [.):]?       # R1.2
             | [A-Z]{1,3} -? \d{1,3} [.):]                         # A3:
             ) (?: \s+ | $ )",
    )
});

static LABEL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[A-Z][\w’'/&()-]*(?: [\w’'/&()-]+){0,4}\s?:(?:\s|$)"));

/// Returns the list mark that begins `line`, which has no space before it.
pub(super) fn mark(line: &str) -> Option<Mark<'_>> {
    if let Some(found) = BULLET.find(line) {
        return Some(Mark { number: None, text: line.get(found.end()..)? });
    }
    let found = NUMBER.captures(line)?;
    let whole = found.get(0)?;
    Some(Mark { number: found.get(1).map(|number| number.as_str()), text: line.get(whole.end()..)? })
}

/// Returns whether `line` begins an item wherever it stands: by a sign that is only ever a bullet, or by a mark of
/// the same kind as that of `first`, the line that began the item before it.
pub(super) fn goes_on_list(first: &str, line: &str) -> bool {
    let same = || {
        let (Some(one), Some(other)) = (mark(first), mark(line)) else { return false };
        one.number.is_some() == other.number.is_some()
            && (one.number.is_some() || first.chars().next() == line.chars().next())
    };
    line.starts_with([
        '•', '●', '▪', '■', '◦', '○', '‣', '⁃', '➢', '➤', '\u{F0B7}', '\u{F0A7}', '\u{F0D8}', '\u{F0FC}',
    ]) || same()
}

/// Returns whether `line` is a label with what it labels: `Lead: Head of Service`.
pub(super) fn is_label(line: &str) -> bool {
    LABEL.is_match(line)
}

/// Returns the parts of a decimal number (`3.2` gives 3 and 2), `None` for letters.
pub(super) fn parts(number: &str) -> Option<Vec<u32>> {
    let digits = number.trim_matches(|sign: char| !sign.is_ascii_digit());
    let lettered = number.contains(|sign: char| sign.is_alphabetic());
    if lettered || digits.is_empty() {
        None
    } else {
        digits.split('.').map(|part| part.parse().ok()).collect()
    }
}

/// How deep a list item is nested, told by the indentation of the items before it.
#[derive(Debug, Default)]
pub(super) struct Depths(Vec<usize>);

impl Depths {
    /// Returns the depth of an item indented by `indent` columns, 0 the outermost.
    pub(super) fn of(&mut self, indent: usize) -> u8 {
        while self.0.last().is_some_and(|open| *open > indent) {
            self.0.pop();
        }
        if self.0.last() != Some(&indent) {
            self.0.push(indent);
        }
        u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// Ends the list.
    pub(super) fn end(&mut self) {
        self.0.clear();
    }
}
