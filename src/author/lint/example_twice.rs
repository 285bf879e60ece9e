//! `example-twice`: a sentence that an aspect gives twice, or nearly so, and one that two aspects accept.
//!
//! One near miss may rightly stand in several aspects, and so may a sentence that one accepts and another rejects.

use super::Lint;
use super::desk::{Desk, aspects};
use crate::pack::{Aspect, Code, Example, Inspection, Problem};

pub(super) const LINT: Lint = Lint { code: Code::ExampleTwice, look };

/// Of a hundred words of two sentences, how many both hold where they are nearly the same.
const NEARLY: usize = 85;

/// How many sentences a list must keep.
const FEWEST: usize = 2;

/// An example with its words by their stems.
struct Said<'r> {
    example: &'r Example,
    /// The aspect and the key of its list: `rota.accept`.
    list: String,
    length: usize,
    stems: Vec<String>,
    /// The same in the order of the alphabet.
    sorted: Vec<String>,
}

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let mut doubts: Vec<Problem> =
        desk.rules.inspections.iter().flat_map(|one| accepted_twice(desk, one)).collect();
    for (_, _, aspect) in desk.rules.inspections.iter().flat_map(aspects) {
        for list in [accepted(desk, aspect), rejected(desk, aspect)] {
            doubts.extend(said_twice(desk, &list));
        }
    }
    doubts
}

fn accepted<'r>(desk: &Desk<'_>, aspect: &'r Aspect) -> Vec<Said<'r>> {
    said(desk, format!("{}.accept", aspect.id), &aspect.accept)
}

fn rejected<'r>(desk: &Desk<'_>, aspect: &'r Aspect) -> Vec<Said<'r>> {
    said(desk, format!("{}.reject", aspect.id), &aspect.reject)
}

fn said<'r>(desk: &Desk<'_>, list: String, examples: &'r [Example]) -> Vec<Said<'r>> {
    let said = examples.iter().map(|example| {
        let words = desk.rules.analyzer.words(&example.text).into_iter();
        let stems: Vec<String> = words.map(|word| word.stem).collect();
        let mut sorted = stems.clone();
        sorted.sort_unstable();
        Said { example, list: list.clone(), length: examples.len(), stems, sorted }
    });
    said.collect()
}

/// Doubts each sentence of a list that another one before it says already.
fn said_twice(desk: &Desk<'_>, list: &[Said<'_>]) -> Vec<Problem> {
    let first = |at: usize, said: &Said<'_>| list.iter().take(at).find(|first| said.is_nearly(first));
    list.iter().enumerate().filter_map(|(at, said)| Some(doubt(desk, said, first(at, said)?))).collect()
}

/// Doubts each sentence that an aspect before accepts in the same words.
fn accepted_twice(desk: &Desk<'_>, inspection: &Inspection) -> Vec<Problem> {
    let mut before: Vec<Said<'_>> = Vec::new();
    let mut doubts = Vec::new();
    for (_, _, aspect) in aspects(inspection) {
        let own = accepted(desk, aspect);
        let first = |said: &Said<'_>| before.iter().find(|first| first.stems == said.stems);
        doubts.extend(own.iter().filter_map(|said| Some(doubt(desk, said, first(said)?))));
        before.extend(own);
    }
    doubts
}

fn doubt(desk: &Desk<'_>, said: &Said<'_>, first: &Said<'_>) -> Problem {
    let same = said.stems == first.stems;
    let message = match (same, said.list == first.list) {
        (true, true) => format!("this sentence stands in `{}` already", first.list),
        (false, _) => format!("nearly the same sentence stands in `{}` already", first.list),
        (true, false) => format!("`{}` holds this sentence too", first.list),
    };
    let doubt = desk.doubt(Code::ExampleTwice, &said.example.at, message);
    let doubt = doubt.also(first.example.at.bytes.clone(), "first here");
    let sure = said.example.text == first.example.text && said.list == first.list && said.length > FEWEST;
    match out_of_list(desk, said.example).filter(|_| sure) {
        Some(out) => doubt.mend(out, "", format!("removed a sentence that stands twice in `{}`", first.list)),
        None => doubt,
    }
}

/// Returns where an example stands with the comma after it, and its whole line where it stands alone there.
fn out_of_list(desk: &Desk<'_>, example: &Example) -> Option<std::ops::Range<usize>> {
    let text = &desk.rules.source(example.at.file)?.text;
    let (before, after) = (text.get(..example.at.bytes.start)?, text.get(example.at.bytes.end..)?);
    let comma = after.starts_with(',').then_some(example.at.bytes.end + 1)?;
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let alone = before.trim_end_matches([' ', '\t']).ends_with('\n');
    match after.get(1..)?.strip_prefix('\n') {
        Some(_) if alone => Some(example.at.bytes.start - indent..comma + 1),
        _ => Some(example.at.bytes.start..comma),
    }
}

impl Said<'_> {
    /// Whether nearly all words of the one are words of the other.
    fn is_nearly(&self, other: &Self) -> bool {
        let mut others = other.sorted.iter().peekable();
        let is_shared = |word: &&String| {
            while others.next_if(|other| other < word).is_some() {}
            others.next_if(|other| other == word).is_some()
        };
        let shared = self.sorted.iter().filter(is_shared).count();
        200 * shared >= NEARLY * (self.sorted.len() + other.sorted.len())
    }
}
