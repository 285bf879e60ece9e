//! `slow-pattern`: a wildcard or regular expression that has to be tried against nearly every word.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::Lint;
use super::desk::{Desk, Written, inside};
use crate::pack::{Code, Problem};
use crate::query::{Ast, Node};

pub(super) const LINT: Lint = Lint { code: Code::SlowPattern, look };

/// How many letters a wildcard needs before its `*`.
const FEWEST_LETTERS: usize = 3;

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let outside = desk.rules.patterns.iter().filter_map(|(pattern, at)| {
        let (message, help) = slow(pattern)?;
        Some(desk.doubt(Code::SlowPattern, at, message).help(help))
    });
    desk.queries().flat_map(|query| in_query(desk, &query)).chain(outside).collect()
}

fn in_query(desk: &Desk<'_>, query: &Written<'_>) -> Vec<Problem> {
    let mut doubts = Vec::new();
    query.ast.walk(&mut |part: &Ast| {
        let found = match &part.node {
            Node::Prefix(letters) => short(letters),
            Node::Phrase(words) => words.iter().filter_map(|word| word.strip_suffix('*')).find_map(short),
            Node::Regex(pattern) => slow(pattern),
            _ => None,
        };
        doubts.extend(found.map(|(message, help)| {
            desk.doubt(Code::SlowPattern, &inside(query.at, &part.span), message).help(help)
        }));
    });
    doubts
}

fn short(letters: &str) -> Option<(String, &'static str)> {
    let count = letters.chars().count();
    let only = if count == 1 { "only one letter".to_owned() } else { format!("only {count} letters") };
    let found =
        (format!("`{letters}*` has {only} before its `*`"), "write the words out, or give it more letters");
    (count < FEWEST_LETTERS).then_some(found)
}

/// Returns what makes a regular expression slow, and what to do.
fn slow(pattern: &str) -> Option<(String, &'static str)> {
    let read = ParserBuilder::new().case_insensitive(true).build().parse(pattern).ok()?;
    if begins_with_anything(&read) {
        let message = "the regular expression begins with anything, so that it is tried from every letter";
        return Some((message.to_owned(), "leave the beginning out: it is looked for anywhere"));
    }
    let help = "give one of them a limit, such as `{0,40}`, or write the words as a query";
    let message = "the regular expression runs on over any words in two places";
    (boundless(&read) > 1 && !anchored(&read)).then(|| (message.to_owned(), help))
}

/// Whether its first part is `.*` or `.+`.
fn begins_with_anything(read: &Hir) -> bool {
    match read.kind() {
        HirKind::Capture(capture) => begins_with_anything(&capture.sub),
        HirKind::Concat(parts) => parts.first().is_some_and(begins_with_anything),
        HirKind::Alternation(parts) => parts.iter().any(begins_with_anything),
        HirKind::Repetition(repetition) => repetition.max.is_none() && is_anything(&repetition.sub),
        _ => false,
    }
}

/// Whether a part is any sign at all.
fn is_anything(read: &Hir) -> bool {
    // What `.` leaves out is the end of a line.
    matches!(read.kind(), HirKind::Class(Class::Unicode(class)) if class.ranges().len() <= 2
        && class.ranges().last().is_some_and(|range| range.end() == char::MAX))
}

/// How many parts run on over any number of words. What repeats only within a word ends with the word.
fn boundless(read: &Hir) -> usize {
    match read.kind() {
        HirKind::Repetition(repetition) if repetition.max.is_none() => {
            usize::from(leaves_words(&repetition.sub))
        }
        HirKind::Repetition(repetition) => boundless(&repetition.sub),
        HirKind::Capture(capture) => boundless(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(boundless).sum(),
        HirKind::Alternation(parts) => parts.iter().map(boundless).max().unwrap_or_default(),
        _ => 0,
    }
}

/// Whether a part that repeats goes from one word on to the next.
fn leaves_words(read: &Hir) -> bool {
    match read.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            let holds =
                |sign| class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&sign));
            holds(' ') && holds('e')
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Literal(_) => false,
        _ => true,
    }
}

/// Whether it is looked for only at the beginning of the text.
fn anchored(read: &Hir) -> bool {
    read.properties().look_set_prefix().contains(regex_syntax::hir::Look::Start)
}
