//! Blame: how reports of a diff say what did it, passage by passage and altogether.

use super::model::{AspectChange, Cause, Change, Diff, LikenessChange, PartChange, RulePlace};
use super::words::Marks;
use crate::report::layout::shorten;
use crate::report::safe;

/// How many words that a part found are quoted.
const MOST_FOUND: usize = 3;

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
        Cause::Likeness(change) => vec![likeness(change)],
        Cause::ReadOtherwise => vec!["one version alone reads this as an action".to_owned()],
    }
}

/// Returns how likeness changed, and which examples did it.
fn likeness(change: &LikenessChange) -> String {
    let counted = [
        (change.accepts_added, "accepted", "added"),
        (change.accepts_taken_out, "accepted", "taken out"),
        (change.rejects_added, "rejected", "added"),
        (change.rejects_taken_out, "rejected", "taken out"),
    ];
    let counted = counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, side, what)| {
        let examples = if count == 1 { "example" } else { "examples" };
        format!("{count} {side} {examples} {what}")
    });
    let mut examples: Vec<String> = counted.collect();
    if examples.is_empty() {
        examples.push("examples of other aspects changed".to_owned());
    }
    let LikenessChange { accepted, rejected, beyond, .. } = change;
    format!(
        "like the accepted examples by {:.2}, was {:.2}; like the rejected ones by {:.2}, was {:.2}; beyond the middle by {:.2}, was {:.2} ({})",
        accepted.now,
        accepted.was,
        rejected.now,
        rejected.was,
        beyond.now,
        beyond.was,
        examples.join(", ")
    )
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
        Cause::Likeness(_) => vec!["examples changed".to_owned()],
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
