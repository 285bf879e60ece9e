//! Words: how reports of a diff say what changed and what did it.

use super::model::{AspectChange, Cause, Change, Diff, PartChange, RulePlace, Said, Turn};
use crate::assess::Verdict;
use crate::report::layout::shorten;
use crate::report::safe;

/// How a report marks what is quoted from a statement and what from a rule.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// Marks words of a statement.
    pub(super) quote: fn(&str) -> String,
    /// Marks words of a rule file.
    pub(super) code: fn(&str) -> String,
}

/// How many words that a part found are quoted.
const MOST_FOUND: usize = 3;

/// Returns a verdict in words.
pub(super) fn verdict(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "not there",
        Some(Verdict::Addressed) => "addressed",
        Some(Verdict::Partial) => "partial",
        Some(Verdict::Unaddressed) => "unaddressed",
        Some(Verdict::CannotTell) => "cannot tell",
    }
}

/// Returns what is said of an aspect, without its passages.
pub(super) fn said(said: Option<&Said>) -> String {
    match said {
        None => "not there".to_owned(),
        Some(Said { reason: Some(reason), confidence, .. }) => {
            format!("not met ({}, {confidence})", reason.code())
        }
        Some(Said { confidence, .. }) => format!("met ({confidence})"),
    }
}

/// Returns the passages that one version alone shows for an aspect, a line each, the old version's first.
pub(super) fn passages(said: &Turn<Option<Said>>, marks: Marks) -> Vec<String> {
    let of = |said: &Option<Said>| said.as_ref().map(|said| said.passages.clone()).unwrap_or_default();
    let (was, now) = (of(&said.was), of(&said.now));
    let line = |what: &str, passage: &super::Passage| {
        let quote = (marks.quote)(&shorten(&safe(&passage.quote)));
        format!("{what} shown ({}): {}: {quote}", passage.why, safe(&passage.place))
    };
    let gone = was.iter().filter(|one| !now.contains(one)).map(|one| line("no longer", one));
    let come = now.iter().filter(|one| !was.contains(one)).map(|one| line("now", one));
    gone.chain(come).collect()
}

/// Returns what did something, in one sentence. `of` is the aspect that turned.
pub(super) fn cause(cause: &Cause, of: &str, marks: Marks) -> Vec<String> {
    match cause {
        Cause::Part(change) => vec![format!("{}{}", part(change, of, marks), found(change, marks))],
        Cause::Cue { cue, change, place } => {
            let what = (marks.code)(cue);
            vec![format!("the cue {what} was {} ({})", came_or_went(*change), stands(place))]
        }
        Cause::Commitment { sentence, standing, rules, parts } => {
            let quote = (marks.quote)(&shorten(&safe(sentence)));
            let mut lines = vec![format!("the sentence {quote} is {}, was {}", standing.now, standing.was)];
            lines.extend(rules.iter().map(|rule| {
                let note = (marks.code)(&rule.note);
                format!("the rule {note} was {} ({})", came_or_went(rule.change), stands(&rule.place))
            }));
            lines.extend(
                parts.iter().map(|change| format!("{}{}", part(change, of, marks), found(change, marks))),
            );
            lines
        }
        Cause::Likeness {
            accepted,
            rejected,
            accepts_added,
            accepts_taken_out,
            rejects_added,
            rejects_taken_out,
        } => {
            let examples = [
                (accepts_added, "accepted examples added"),
                (accepts_taken_out, "accepted examples taken out"),
                (rejects_added, "rejected examples added"),
                (rejects_taken_out, "rejected examples taken out"),
            ];
            let mut counted: Vec<String> = examples
                .into_iter()
                .filter(|(count, _)| **count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
            if counted.is_empty() {
                counted.push("examples of other aspects changed".to_owned());
            }
            vec![format!(
                "likeness to the accepted examples is {:.2}, was {:.2}, to the rejected ones {:.2}, was {:.2} ({})",
                accepted.now,
                accepted.was,
                rejected.now,
                rejected.was,
                counted.join(", ")
            )]
        }
        Cause::ReadOtherwise => vec!["one version alone reads this as an action".to_owned()],
    }
}

/// Returns what became of a part, and where it stands: `met_by: reclassify was taken out of @regrade (FILE, line 3)`.
fn part(change: &PartChange, of: &str, marks: Marks) -> String {
    let code = |text: &str| (marks.code)(&shorten(&safe(text)));
    let whose = if change.of == of { String::new() } else { format!(" of {}", safe(&change.of)) };
    let (set, around) = match change.sets.split_last() {
        Some((set, around)) => (Some(code(set)), around),
        None => (None, [].as_slice()),
    };
    let around: Vec<String> = around.iter().map(|set| code(set)).collect();
    let by = if around.is_empty() { String::new() } else { format!(", by {}", around.join(", ")) };
    let inside = |word: &str| set.as_ref().map(|set| format!(" {word} {set}")).unwrap_or_default();
    let what = code(&change.part);
    let became = match (change.change, &change.to) {
        (Some(Change::TakenOut), _) => format!("{what} was taken out{}", inside("of")),
        (Some(Change::Added), _) => format!("{what} was added{}", inside("to")),
        (Some(Change::Changed), Some(to)) => format!("{what}{} became {}", inside("in"), code(to)),
        _ => format!(
            "{what}{} {}",
            inside("in"),
            if change.matched.now { "matches now" } else { "no longer matches" }
        ),
    };
    format!("{}{whose}{by}: {became} ({})", change.query, stands(&change.place))
}

/// Returns the words that met a part.
fn found(change: &PartChange, marks: Marks) -> String {
    let words: Vec<String> =
        change.found.iter().take(MOST_FOUND).map(|word| (marks.quote)(&shorten(&safe(word)))).collect();
    match (words.is_empty(), change.matched.now || change.change.is_none()) {
        (true, _) => "; nothing there meets it".to_owned(),
        (false, true) => format!("; it finds {}", words.join(", ")),
        (false, false) => format!("; it found {}", words.join(", ")),
    }
}

fn came_or_went(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::TakenOut => "taken out",
        Change::Changed => "changed",
    }
}

fn stands(place: &RulePlace) -> String {
    format!("{}, line {}", safe(&place.file), place.line)
}

/// Returns each thing that changed a verdict with the number of aspects whose verdict it changed, the most first.
pub(super) fn culprits(diff: &Diff, marks: Marks) -> Vec<(String, usize)> {
    let mut culprits: Vec<(String, usize)> = Vec::new();
    for statement in &diff.statements {
        for item in &statement.items {
            for aspect in item.aspects.iter().filter(|aspect| aspect.any_verdict()) {
                for culprit in culprits_of(aspect, marks) {
                    match culprits.iter_mut().find(|(known, _)| *known == culprit) {
                        Some((_, count)) => *count += 1,
                        None => culprits.push((culprit, 1)),
                    }
                }
            }
        }
    }
    culprits.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    culprits
}

/// Returns what changed one aspect, each thing once.
fn culprits_of(aspect: &AspectChange, marks: Marks) -> Vec<String> {
    let causes = aspect.turned_on.iter().flat_map(|turned| &turned.causes);
    let mut named: Vec<String> = causes.flat_map(|cause| of_cause(cause, marks)).collect();
    named.sort();
    named.dedup();
    named
}

/// Returns a cause without what is particular to a passage.
fn of_cause(cause: &Cause, marks: Marks) -> Vec<String> {
    match cause {
        Cause::Part(change) => vec![without_query(change, marks)],
        Cause::Commitment { rules, parts, .. } => {
            let rules = rules.iter().map(|rule| {
                let note = (marks.code)(&rule.note);
                format!("the rule {note} was {} ({})", came_or_went(rule.change), stands(&rule.place))
            });
            rules.chain(parts.iter().map(|change| without_query(change, marks))).collect()
        }
        Cause::Likeness { .. } => vec!["examples changed".to_owned()],
        Cause::ReadOtherwise => vec!["actions are read otherwise".to_owned()],
        Cause::Cue { .. } => self::cause(cause, "", marks),
    }
}

/// Returns a change of a part; of one in a set without the query by which it was reached.
fn without_query(change: &PartChange, marks: Marks) -> String {
    let written = part(change, "", marks);
    if change.sets.is_empty() {
        return written;
    }
    written.split_once(": ").map_or(written.clone(), |(_, rest)| rest.to_owned())
}
