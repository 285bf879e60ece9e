//! Headings: the items that a plan names as the letter numbers them, `LSCB 2` for the second under that heading.

use crate::letter::Item;
use crate::text::Analyzer;

/// The headings of a letter, with the items under each.
#[derive(Debug)]
pub(super) struct Headings(Vec<Heading>);

#[derive(Debug)]
struct Heading {
    /// Its words, in small letters.
    words: Vec<String>,
    /// The first letters of its words of more than three letters.
    initials: String,
    /// The items under it, by their places.
    items: Vec<usize>,
}

/// The fewest letters by which a heading's word is told when it is cut short.
const SHORT: usize = 3;
/// Words shorter than this are left out of initials: the, of, and.
const SMALL: usize = 4;
/// A text of more words is no name of a heading.
const LONGEST: usize = 12;

impl Headings {
    pub(super) fn of(items: &[&Item], analyzer: &Analyzer) -> Self {
        let mut headings: Vec<Heading> = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let words: Vec<String> =
                analyzer.words(&item.heading).into_iter().map(|word| word.folded).collect();
            match headings.iter_mut().find(|heading| heading.words == words) {
                _ if words.is_empty() => {}
                Some(heading) => heading.items.push(at),
                None => headings.push(Heading { initials: initials(&words), words, items: vec![at] }),
            }
        }
        Self(headings)
    }

    /// Returns the items that `text` names: a heading with the numbers of items under it, or all of them without a number.
    pub(super) fn named(&self, text: &str, analyzer: &Analyzer) -> Vec<usize> {
        let words: Vec<String> = analyzer.words(text).into_iter().map(|word| word.folded).collect();
        let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
        let numbers: Vec<usize> =
            words.iter().filter(is_number).filter_map(|word| word.parse().ok()).collect();
        let label: Vec<&String> = words.iter().filter(|word| !is_number(word)).collect();
        if label.is_empty() || label.len() > LONGEST {
            return Vec::new();
        }
        // In full first: a heading may begin with the whole of another.
        let full = |heading: &&Heading| heading.words.iter().eq(label.iter().copied());
        let short = |heading: &&Heading| heading.is_cut_to(&label);
        let meant: Vec<&Heading> = match self.0.iter().find(full) {
            Some(heading) => vec![heading],
            None => self.0.iter().filter(short).collect(),
        };
        let [heading] = meant.as_slice() else { return Vec::new() };
        let numbered = numbers.iter().filter_map(|number| heading.items.get(number.checked_sub(1)?));
        let numbered: Vec<usize> = numbered.copied().collect();
        if numbered.is_empty() { heading.items.clone() } else { numbered }
    }
}

impl Heading {
    /// Whether `label` is this heading's initials, or its words cut short, in their order.
    fn is_cut_to(&self, label: &[&String]) -> bool {
        let mut words = self.words.iter();
        let cut = |part: &&String| part.len() >= SHORT && words.any(|word| word.starts_with(part.as_str()));
        let initials = matches!(label, [one] if **one == self.initials);
        initials || label.iter().all(cut)
    }
}

fn initials(words: &[String]) -> String {
    words.iter().filter(|word| word.len() >= SMALL).filter_map(|word| word.chars().next()).collect()
}
