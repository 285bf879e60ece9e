//! What notes say: the sentences behind the word that a note opens with, in our words and short.

use crate::assess::{AspectOutcome, Diagnostic, Near, Reason, Reviewed, Tie, Waiver};
use crate::pack::{Aspect, Finding};
use crate::report::{safe, shorten};

/// What an answered aspect says at a passage that answers it.
pub(super) fn answers(finding: &Finding, rule: &Aspect, outcome: &AspectOutcome, tie: Tie) -> String {
    let why = match &outcome.reviewed {
        // The decision itself says so.
        Some(reviewed) if tie == Tie::Decided && reviewed.suspicion.is_none() => String::new(),
        _ => sentence(tie.says()),
    };
    let opening = format!("({}): {}.", outcome.confidence, asks(finding, rule));
    joined([opening, why, decided(outcome.reviewed.as_ref())])
}

/// What an aspect that nothing answers says at the passage that would, were it not for `reason`.
pub(super) fn falls_short(
    finding: &Finding,
    rule: &Aspect,
    outcome: &AspectOutcome,
    reason: Reason,
) -> String {
    let opening = format!(
        ": {}. Not answered by it ({}): {}.",
        bare(reason.says()),
        outcome.confidence,
        asks(finding, rule)
    );
    let instead = match &rule.good {
        Some(good) => format!("A good answer: {}.", bare(good)),
        None => reason.explanation().to_owned(),
    };
    joined([opening, instead, decided(outcome.reviewed.as_ref())])
}

/// What an aspect that nothing answers says where an answer would belong; `near` is the passage there that speaks of it.
pub(super) fn missing(
    finding: &Finding,
    rule: &Aspect,
    outcome: &AspectOutcome,
    near: Option<&Near>,
) -> String {
    let opening = format!("({}): {}.", outcome.confidence, asks(finding, rule));
    let why = near.map(|near| sentence(near.why.says())).unwrap_or_default();
    let good = rule.good.as_ref().map(|good| format!("A good answer: {}.", bare(good))).unwrap_or_default();
    joined([opening, why, good, decided(outcome.reviewed.as_ref())])
}

/// What an aspect says that may be answered where nothing could be read.
pub(super) fn cannot_tell(finding: &Finding, rule: &Aspect, outcome: &AspectOutcome) -> String {
    let unread = sentence(Reason::Unread.says());
    let opening = format!(": no answer was found to this: {}. {unread}", asks(finding, rule));
    joined([opening, decided(outcome.reviewed.as_ref())])
}

/// What an action says that binds nobody, whatever it is about; `help` is what the rules of its framework advise.
pub(super) fn weak(reason: Reason, help: Option<&str>) -> String {
    let advice = help.map_or_else(|| reason.explanation().to_owned(), sentence);
    format!(": {}. {advice}", bare(reason.says()))
}

/// What else is wrong. The words that a message repeats from the passage are left out, since the note stands beside them.
pub(super) fn check(diagnostic: &Diagnostic) -> String {
    let (message, description) = (diagnostic.message.as_str(), diagnostic.code.description());
    let repeats = message.strip_prefix(description).is_some_and(|rest| rest.starts_with(": `"));
    let says = if repeats { description } else { message };
    format!(": {}. {} ({})", bare(says), sentence(&diagnostic.help), diagnostic.code)
}

/// What a person decided about an item that is answered elsewhere.
pub(super) fn waived(what: &str, waiver: &Waiver) -> String {
    let until = waiver.until.map(|day| format!(", until {day}")).unwrap_or_default();
    let by = by_whom(&waiver.by);
    format!(
        ": {} ({}). Decided{by} on {}{until}: {}.",
        bare(what),
        waiver.item,
        waiver.on,
        bare(&waiver.reason)
    )
}

/// What a person decided about an aspect, and whether the decision holds.
fn decided(reviewed: Option<&Reviewed>) -> String {
    let Some(reviewed) = reviewed else { return String::new() };
    let answer = if reviewed.met { "met" } else { "not met" };
    let by = by_whom(&reviewed.by);
    match &reviewed.suspicion {
        Some(suspicion) => {
            format!(
                "To be decided again: {}; {answer} by the decision{by} of {}.",
                suspicion.says, reviewed.on
            )
        }
        None if reviewed.why.is_empty() => format!("Decided{by} on {}: {answer}.", reviewed.on),
        None => format!("Decided{by} on {}: {answer}; {}.", reviewed.on, bare(&reviewed.why)),
    }
}

fn by_whom(who: &str) -> String {
    if who.is_empty() { String::new() } else { format!(" by {}", safe(who)) }
}

/// From how many signs on what an aspect asks is shortened: as long are the sentences of a letter, and none of our own.
const LONG: usize = 200;

/// What an aspect asks, with its id.
fn asks(finding: &Finding, rule: &Aspect) -> String {
    let whole = bare(&rule.asks);
    let asks = if whole.chars().count() > LONG { shorten(&whole) } else { whole };
    format!("{asks} ({}.{})", finding.id, rule.id)
}

/// Returns a text as a sentence: a capital in front, one full stop at its end.
fn sentence(text: &str) -> String {
    let text = bare(text);
    let mut signs = text.chars();
    let first: String = signs.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", signs.as_str())
}

/// Returns a text safe to show and without the full stop at its end.
fn bare(text: &str) -> String {
    safe(text).trim().trim_end_matches('.').to_owned()
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
