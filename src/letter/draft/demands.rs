//! Demands: the several things that one item of a letter asks for.

use crate::letter::Telling;
use crate::pack::{LetterSignOf, Rules};
use crate::text::{Pattern, sentences};

// The three figures were chosen on the letters of five inspections: of what their statements leave open, 81 in 100 are
// found so, and 67 in 100 of what is found are open. Smaller ones make demands of asides, and larger ones join what
// statements answer apart.

/// How many words that set the item apart a part of a sentence must hold to be a demand of its own.
const WORDS: usize = 2;
/// A word that sets an item apart is held by at most one item in so many.
const SELDOM: f64 = 6.0;
/// An item of fewer words demands one thing.
const SHORT: usize = 40;

/// Returns the demands of an item, in its order: the parts of the sentences that say what is wrong or must be done; the
/// whole of it where none does.
pub(super) fn demands<'i>(
    text: &'i str,
    framework: &str,
    telling: &Telling<'_>,
    rules: &Rules,
) -> Vec<&'i str> {
    if text.split_whitespace().count() < SHORT {
        return vec![text];
    }
    let signs = |of| rules.language.letters.signs(of, Some(framework)).collect::<Vec<&Pattern>>();
    let shows = |signs: &[&Pattern], sentence: &str| signs.iter().any(|sign| sign.is_match(sentence));
    let (wrong, told) = (signs(LetterSignOf::Shortcoming), signs(LetterSignOf::Consequence));
    let joins = signs(LetterSignOf::Joins);
    let sentences = sentences(text, &rules.language.abbreviations).into_iter();
    let mut asking: Vec<&str> = sentences.filter_map(|range| text.get(range)).collect();
    asking.retain(|sentence| shows(&wrong, sentence) && !shows(&told, sentence));
    if asking.is_empty() {
        asking.push(text);
    }
    asking.into_iter().flat_map(|sentence| parts(sentence, &joins, telling)).collect()
}

/// Cuts a sentence where one thing joins the next, so that each part holds enough words to be known by.
fn parts<'s>(sentence: &'s str, joins: &[&Pattern], telling: &Telling<'_>) -> Vec<&'s str> {
    let tells = |part: &str| {
        let seldom = |stem: &str| telling.weight(stem) >= SELDOM.ln();
        telling.content(part).iter().filter(|word| seldom(&word.stem)).count() >= WORDS
    };
    let mut ends: Vec<usize> = joins
        .iter()
        .filter_map(|joins| joins.get())
        .flat_map(|joins| joins.find_iter(sentence).map(|found| found.start()))
        .collect();
    ends.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for end in ends {
        let (Some(part), Some(rest)) = (sentence.get(from..end), sentence.get(end..)) else { continue };
        if tells(part) && tells(rest) {
            parts.push(part);
            from = end;
        }
    }
    parts.extend(sentence.get(from..));
    parts
}
