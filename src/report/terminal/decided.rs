//! What a person decided about an aspect, and how many decisions hold.

use std::fmt::Write as _;

use super::layout::{hang, place, shorten};
use super::{Look, Report, findings, several_files};
use crate::assess::{AspectOutcome, ReviewState, Reviewed, Suspicion};
use crate::report::brief::left_to_read;
use crate::report::safe::safe;

/// Says who decided about an aspect, and where the decision no longer holds what changed.
pub(super) fn decided(report: &Report<'_>, outcome: &AspectOutcome, look: Look, out: &mut String) {
    let Some(reviewed) = &outcome.reviewed else { return };
    // Below an answer it stands under the passage, below a gap as far left as the passages that are also near.
    let indent = if outcome.met { 9 } else { 2 };
    let spaces = " ".repeat(indent);
    let mut line = |text: &str| {
        let _ = writeln!(out, "{spaces}{}", hang(text, indent, look.width));
    };
    line(&safe(&by_whom(reviewed)));
    if let Some(suspicion) = &reviewed.suspicion {
        line(&changed(suspicion, several_files(report)));
    }
}

/// `decided: met, by A. Person on 2031-05-02: the rota is the answer`.
pub(in crate::report) fn by_whom(reviewed: &Reviewed) -> String {
    let answer = if reviewed.met { "met" } else { "not met" };
    let by = if reviewed.by.is_empty() { String::new() } else { format!(" by {}", reviewed.by) };
    let why = if reviewed.why.is_empty() { String::new() } else { format!(": {}", reviewed.why) };
    let decided = match reviewed.state() {
        ReviewState::Holds => "decided",
        ReviewState::Suspect => "! suspect, decided before",
    };
    format!("{decided}: {answer},{by} on {}{why}", reviewed.on)
}

/// Says in one line what changed since a decision: what was there, and what is there now.
pub fn changed(suspicion: &Suspicion, several: bool) -> String {
    let mut text = suspicion.says.to_owned();
    if !suspicion.words.is_empty() {
        let _ = write!(text, ": \"{}\"", shorten(&safe(&suspicion.words)));
    }
    match &suspicion.now {
        Some((quote, location)) => {
            let _ = write!(text, "; now {}: \"{}\"", place(location, several), shorten(&safe(quote)));
        }
        None if suspicion.words.is_empty() => {}
        None => text.push_str("; nothing comes near them now"),
    }
    text
}

/// Counts the decisions that hold, those that do not, and what is left to decide; `None` where nobody decided anything.
pub(super) fn counted(report: &Report<'_>) -> Option<String> {
    let aspects = || findings(report).flat_map(|finding| &finding.aspects);
    let of = |state: ReviewState| aspects().filter(move |aspect| state_of(aspect) == Some(state)).count();
    let (hold, suspect) = (of(ReviewState::Holds), of(ReviewState::Suspect));
    if hold + suspect == 0 {
        return None;
    }
    let open = left_to_read(report);
    Some(format!(
        "decisions of people: {hold} holding, {suspect} suspect; likely aspects not decided: {open}"
    ))
}

fn state_of(outcome: &AspectOutcome) -> Option<ReviewState> {
    outcome.reviewed.as_ref().map(Reviewed::state)
}
