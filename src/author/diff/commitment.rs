//! Commitment: which sentences of an action commit otherwise, and which rules of commitment did it.

use super::model::{Cause, Change, CommitmentChange, PartChange, Turn};
use super::parts::{Eye, of_query};
use super::version::Version;
use crate::pack::CommitmentRule;
use crate::statement::{Action, Standing};

/// Returns a cause for each sentence that both versions find in an action and that commits otherwise.
pub(super) fn causes(old: &Version, new: &Version, was: &Action, now: &Action) -> Vec<Cause> {
    let sentences = was.sentences.iter().zip(&now.sentences).filter(|(was, now)| was.text == now.text);
    let changed = sentences.filter(|(was, now)| was.standing != now.standing);
    changed.map(|(was, now)| cause(old, new, &was.text, (was.standing, now.standing))).collect()
}

fn cause(old: &Version, new: &Version, sentence: &str, (was, now): (Standing, Standing)) -> Cause {
    let standing = Turn { was: was.to_string(), now: now.to_string() };
    let (old_text, new_text) = (old.scan(sentence), new.scan(sentence));
    let (old_eye, new_eye) = (Eye { version: old, text: &old_text }, Eye { version: new, text: &new_text });
    let mut rules = only_in(old_eye, new_eye, &standing, Change::TakenOut);
    rules.extend(only_in(new_eye, old_eye, &standing, Change::Added));
    Cause::Commitment {
        sentence: sentence.to_owned(),
        parts: in_both(old_eye, new_eye, &standing),
        standing,
        rules,
    }
}

/// Returns the rules of the two standings that `here` alone has and that speak of the sentence.
fn only_in(here: Eye<'_>, there: Eye<'_>, standing: &Turn<String>, change: Change) -> Vec<CommitmentChange> {
    let rules = of_standing(here, standing).filter(|rule| here.text.is_match(rule.when));
    let only = rules.filter(|rule| same_in(there, here, rule).is_none());
    only.map(|rule| CommitmentChange {
        note: rule.note.clone(),
        change,
        place: here.version.place(&rule.at, 0),
    })
    .collect()
}

/// Returns the parts of rules that stand in both versions, sets that they use among them, and turned out otherwise.
fn in_both(old: Eye<'_>, new: Eye<'_>, standing: &Turn<String>) -> Vec<PartChange> {
    let pairs = of_standing(old, standing).filter_map(|was| Some((was, same_in(new, old, was)?)));
    let parts = pairs.flat_map(|(was, now)| {
        of_query((&was.note, "when"), (old, Some((was.when, &was.at))), (new, Some((now.when, &now.at))))
    });
    parts.collect()
}

fn of_standing<'e>(eye: Eye<'e>, standing: &Turn<String>) -> impl Iterator<Item = &'e CommitmentRule> {
    let rules = eye.version.rules.language.commitments.iter();
    rules.filter(|rule| [&standing.was, &standing.now].iter().any(|name| *name == rule.kind.name()))
}

/// Returns the rule of `there` that a rule of `here` is: the one that says the same word for word, else the only one of
/// its kind and note, which then was changed.
fn same_in<'e>(there: Eye<'e>, here: Eye<'_>, rule: &CommitmentRule) -> Option<&'e CommitmentRule> {
    let text = |eye: Eye<'_>, rule: &CommitmentRule| {
        let written = eye.version.rules.text_at(&rule.at);
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let alike = |one: &&CommitmentRule| (one.kind, &one.note) == (rule.kind, &rule.note);
    let wanted = text(here, rule);
    let others: Vec<&CommitmentRule> =
        there.version.rules.language.commitments.iter().filter(alike).collect();
    let only = || match others.as_slice() {
        [only] if here.version.rules.language.commitments.iter().filter(alike).count() == 1 => Some(*only),
        _ => None,
    };
    others.iter().find(|one| text(there, one) == wanted).copied().or_else(only)
}
