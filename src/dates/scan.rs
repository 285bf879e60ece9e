//! The walk along a text from date to date: which forms count there, which two are one span, which one is due.

use std::ops::Range;

use jiff::civil::Date;

use super::calendar::{Days, Named, Part};
use super::grammar::{Form, Proof, Scene};
use super::token::{Kind, Token};
use super::{DateReader, Due, Found};

/// A date in its place.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// The tokens it takes.
    tokens: Range<usize>,
    /// The bytes it takes.
    bytes: Range<usize>,
    days: Option<Days>,
}

impl Dated {
    pub(super) fn found(self, text: &str) -> Found {
        let due = Due { text: text.get(self.bytes.clone()).unwrap_or_default().to_owned(), range: self.days };
        Found { range: self.bytes, due }
    }
}

/// Returns the days that a cell says something is due.
pub(super) fn due(reader: &DateReader, text: &str, tokens: &[Token]) -> Option<(Date, Date)> {
    let dates: Vec<Dated> =
        dates(reader, tokens, false).into_iter().filter(|dated| dated.days.is_some()).collect();
    let first = dates.first()?;
    let milestones = dates.windows(2).all(|pair| match pair {
        [one, next] => {
            let between = text.get(one.bytes.end..next.bytes.start).unwrap_or_default();
            let both_by = is_by(tokens, one.tokens.start) && is_by(tokens, next.tokens.start);
            between.contains([';', '\n']) || both_by
        }
        _ => true,
    });
    if milestones && !follows(tokens, first.tokens.start, &["from", "since"]) {
        dates.iter().filter_map(|dated| dated.days).max_by_key(|(_, last)| *last)
    } else {
        first.days
    }
}

fn is_by(tokens: &[Token], at: usize) -> bool {
    follows(tokens, at, &["by"])
}

/// Returns the dates among `tokens` that count as such in prose, or in a date cell.
pub(super) fn dates(reader: &DateReader, tokens: &[Token], prose: bool) -> Vec<Dated> {
    let scene = Scene { tokens, rules: &reader.rules, prose, about: reader.anchor.map(Date::year) };
    let mut dates: Vec<Dated> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match dated(&scene, reader, at) {
            Some(dated) => {
                at = dated.tokens.end.max(at + 1);
                dates.push(dated);
            }
            None => at += 1,
        }
    }
    dates
}

/// Whether one of the dates among `tokens` is none that can be meant.
pub(super) fn names_impossible(reader: &DateReader, tokens: &[Token]) -> bool {
    let scene = Scene { tokens, rules: &reader.rules, prose: false, about: reader.anchor.map(Date::year) };
    let impossible = |form: &Form| {
        let named = form.named;
        named == Named::Impossible
            || matches!(named, Named::Day { year: Some(_), .. })
                && named.days(&reader.rules, reader.anchor).is_none()
    };
    let mut at = 0;
    while at < tokens.len() {
        match scene.form(at) {
            Some(form) if impossible(&form) => return true,
            Some(form) => at = form.end.max(at + 1),
            None => at += 1,
        }
    }
    false
}

/// Returns the date or span of dates that begins at the token `at`.
fn dated(scene: &Scene<'_>, reader: &DateReader, at: usize) -> Option<Dated> {
    let place = |end: usize, days: Option<Days>| {
        let bytes = scene.tokens.get(at)?.range.start..scene.tokens.get(end.checked_sub(1)?)?.range.end;
        Some(Dated { tokens: at..end, bytes, days })
    };
    if let Some((end, days)) = days_of_month(scene, reader, at) {
        return place(end, days);
    }
    let form = scene.form(at)?;
    let days = |form: &Form| {
        form.named.days(&reader.rules, reader.anchor).and_then(|days| form.part.of(days, form.named))
    };
    if let Some(last) = span_end(scene, at, &form) {
        let ends = days(&last);
        let begins = match ends {
            Some((_, end)) if form.named.lacks_year() => form.named.days_before(end, &reader.rules),
            _ => days(&form),
        };
        let proven = counts(scene, at, &form) || last.proof == Proof::None;
        match begins.zip(ends) {
            Some(((first, _), (_, last_day))) if proven && first <= last_day => {
                return place(last.end, Some((first, last_day)));
            }
            _ => {}
        }
    }
    if counts(scene, at, &form) { place(form.end, days(&form)) } else { None }
}

/// `18th - 20th January 2022`: two days of one month.
fn days_of_month(scene: &Scene<'_>, reader: &DateReader, at: usize) -> Option<(usize, Option<Days>)> {
    let (first, next) = scene.day(at)?;
    let joined = scene.is_sign(next, '-') || matches!(scene.word(next), Some("to" | "and"));
    let last = scene.form(next + 1).filter(|_| joined && scene.day(next + 1).is_some())?;
    let (_, end) = last.named.days(&reader.rules, reader.anchor)?;
    if last.part != Part::Whole || last.proof != Proof::None || first > end.day() || last.end < next + 3 {
        return None;
    }
    let begin = Date::new(end.year(), end.month(), first).ok()?;
    Some((last.end, Some((begin, end))))
}

/// Returns the second date of the span whose first begins at the token `start`: after `to`, a dash, or `/ End`, or
/// after `and` where `between` stands before the first.
fn span_end(scene: &Scene<'_>, start: usize, first: &Form) -> Option<Form> {
    let at = first.end;
    let is_month = |form: &Form| matches!(form.named, Named::Month { .. });
    let (joined, next) = match scene.kind(at)? {
        Kind::Word(word) if matches!(word.as_str(), "to" | "until" | "till" | "through") => (true, at + 1),
        Kind::Word(word) if word == "and" && follows(scene.tokens, start, &["between"]) => (true, at + 1),
        Kind::Sign('-') => (true, at + 1),
        Kind::Sign('/' | ';' | ',') => (false, at + 1),
        _ => (false, at),
    };
    let ends = matches!(scene.word(next), Some("end" | "ends" | "ending" | "finish" | "finishes"))
        && !scene.is_word(next + 1, "of");
    let colon = usize::from(ends && scene.is_sign(next + 1, ':'));
    let form =
        scene.form(if ends { next + 1 + colon } else { next }).filter(|form| form.proof < Proof::Year)?;
    let months = scene.is_sign(at, '/') && is_month(first) && is_month(&form);
    (joined || ends || months).then_some(form)
}

/// Returns whether `form`, which begins at the token `at`, counts as a date there.
fn counts(scene: &Scene<'_>, at: usize, form: &Form) -> bool {
    const BEFORE_NAMES: [&str; 16] = [
        "by",
        "in",
        "from",
        "until",
        "till",
        "before",
        "after",
        "during",
        "since",
        "throughout",
        "end",
        "early",
        "late",
        "mid",
        "next",
        "this",
    ];
    const BEFORE_YEARS: [&str; 6] = ["by", "before", "until", "till", "during", "throughout"];
    let alone = !scene.prose && is_alone(scene.tokens, at, form.end);
    match form.proof {
        Proof::None => true,
        Proof::Alone => alone,
        Proof::Year => alone || follows(scene.tokens, at, &BEFORE_YEARS),
        Proof::Name => {
            let capital =
                scene.tokens.get(at..form.end).is_some_and(|tokens| tokens.iter().any(|token| token.capital));
            let plain = match form.named {
                super::calendar::Named::Month { .. } => capital && !is_also_a_verb(scene, at),
                super::calendar::Named::Term { .. } => true,
                _ => false,
            };
            let led = follows(scene.tokens, at, &BEFORE_NAMES);
            let is_month = matches!(form.named, Named::Month { .. });
            alone || (led && (capital || !is_month)) || (!scene.prose && plain)
        }
    }
}

/// `May` and `March` begin sentences about what may be, and who marches.
fn is_also_a_verb(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.word(at), Some("may" | "march"))
}

/// Returns whether one of `words` stands before the token `at`, `the` and `about` aside.
fn follows(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    let before = tokens.get(..at).unwrap_or_default().iter().rev();
    let aside = |token: &&Token| matches!(&token.kind, Kind::Word(word) if matches!(word.as_str(), "the" | "about" | "around"));
    let led = |token: &Token| matches!(&token.kind, Kind::Word(word) if words.contains(&word.as_str()));
    before.clone().find(|token| !aside(token)).is_some_and(led)
}

/// Returns whether nothing else is in the cell than the tokens from `at` to `end`, a word such as `by` aside.
fn is_alone(tokens: &[Token], at: usize, end: usize) -> bool {
    let nothing = |token: &Token| match &token.kind {
        Kind::Word(word) => {
            matches!(word.as_str(), "by" | "in" | "during" | "the" | "from" | "until" | "before" | "of")
        }
        Kind::Sign(_) => true,
        Kind::Number(..) => false,
    };
    let around = tokens.get(..at).unwrap_or_default().iter().chain(tokens.get(end..).unwrap_or_default());
    around.into_iter().all(nothing)
}
