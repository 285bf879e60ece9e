//! Decisions made to count: the aspects of an assessment follow those that hold, and its verdicts follow the aspects.

use super::grounds::{Ground, Grounds};
use super::model::{Answer, Decision};
use super::words::Stands;
use super::{Review, State};
use crate::assess::{
    AspectOutcome, Assessment, Code, Diagnostic, Evidence, ItemOutcome, MOST_PASSAGES, Near, Reason,
    Reviewed, Suspicion, Tie, settle,
};
use crate::pack::{Inspection, Rules, nearest};
use crate::statement::Statement;

impl Review<'_> {
    /// Notes every decision at its aspect, and makes the verdicts follow those that hold. How far the rules can be relied
    /// on stays as they said.
    pub fn apply(
        &self,
        assessment: &mut Assessment,
        statement: &Statement,
        rules: &Rules,
        inspection: &Inspection,
    ) {
        let grounds = Grounds::of(statement, &rules.language.abbreviations);
        let Assessment { items, answers, .. } = assessment;
        for item in items {
            let ItemOutcome::Finding(finding) = item else { continue };
            for outcome in &mut finding.aspects {
                let Some(held) = self.about(&finding.id, &outcome.id) else { continue };
                let suspicion = match &held.state {
                    State::Suspect(suspicion) => Some(suspicion.as_ref().clone()),
                    _ => None,
                };
                if suspicion.is_none() {
                    match held.decision.answer {
                        Answer::Met => accept(held.decision, outcome, answers, &grounds),
                        Answer::NotMet => refuse(held.decision, outcome, answers, statement),
                    }
                }
                outcome.reviewed = Some(reviewed(held.decision, suspicion));
            }
        }
        settle(assessment, statement, rules, inspection);
    }

    /// Returns what is wrong with the decisions: those that no longer hold, and those about nothing.
    pub fn diagnose(&self, inspection: &Inspection) -> Vec<Diagnostic> {
        let found = self.held.iter().filter_map(|held| match &held.state {
            State::Holds => None,
            State::Suspect(suspicion) => Some(suspect(held.decision, suspicion)),
            State::Unused => Some(unused(held.decision, inspection)),
        });
        found.collect()
    }
}

/// Makes an aspect met by the passages on which the decision rests.
fn accept(
    decision: &Decision,
    outcome: &mut AspectOutcome,
    answers: &mut [Vec<String>],
    grounds: &Grounds<'_>,
) {
    let mut accepted: Vec<Evidence> = Vec::new();
    for rest in &decision.rests {
        let words = grounds.words(&rest.words);
        let whole = grounds.standing(&words).filter(|(_, stands)| *stands != Stands::Within);
        // Of places that bind alike the first: `max_by_key` would give the last.
        let Some(ground) = best(whole.map(|(ground, _)| ground)) else { continue };
        let place = grounds.all.iter().position(|other| std::ptr::eq(other, ground));
        if let Some(names) = place.and_then(|place| answers.get_mut(place)) {
            let name = decision.about();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let is_it = |one: &Evidence| one.quote == ground.text && one.location == *ground.location;
        let known = outcome.evidence.iter().position(is_it).map(|at| outcome.evidence.remove(at));
        accepted.push(known.unwrap_or_else(|| Evidence {
            quote: ground.text.to_owned(),
            location: ground.location.clone(),
            // The actions come first of all grounds, in their order.
            action: place.filter(|_| ground.action.is_some()),
            tie: Tie::Decided,
            words: Vec::new(),
        }));
    }
    accepted.append(&mut outcome.evidence);
    accepted.truncate(MOST_PASSAGES);
    outcome.evidence = accepted;
    outcome.nearest.clear();
    outcome.met = true;
    outcome.reason = None;
}

fn best<'g, 's>(grounds: impl Iterator<Item = &'g Ground<'s>>) -> Option<&'g Ground<'s>>
where
    's: 'g,
{
    grounds.reduce(|best, ground| if ground.footing.rank() > best.footing.rank() { ground } else { best })
}

/// Makes an aspect unmet that the rules took to be met. Where part of the statement is unread, the answer may stand there.
fn refuse(
    decision: &Decision,
    outcome: &mut AspectOutcome,
    answers: &mut [Vec<String>],
    statement: &Statement,
) {
    if !outcome.met {
        return;
    }
    let name = decision.about();
    answers.iter_mut().for_each(|names| names.retain(|other| *other != name));
    let refused = std::mem::take(&mut outcome.evidence).into_iter();
    let near =
        |Evidence { quote, location, action, .. }| Near { quote, location, action, why: Reason::Decided };
    outcome.nearest = refused.map(near).collect();
    outcome.met = false;
    outcome.reason = Some(if statement.unread.is_empty() { Reason::Decided } else { Reason::Unread });
}

fn reviewed(decision: &Decision, suspicion: Option<Suspicion>) -> Reviewed {
    Reviewed {
        met: decision.answer == Answer::Met,
        by: decision.by.clone(),
        on: decision.on,
        why: decision.why.clone(),
        rules_said: decision.rules_said.clone(),
        suspicion,
    }
}

fn suspect(decision: &Decision, suspicion: &Suspicion) -> Diagnostic {
    let (about, says, on) = (decision.about(), decision.answer.says(), decision.on);
    let message = format!("{about}: decided to be {says} on {on}; {}", suspicion.says);
    let help = "read it again with `wsoa review`; until then the verdict is that of the rules";
    Diagnostic::new(Code::ReviewSuspect, message, help)
        .about(&decision.item)
        .at(suspicion.now.as_ref().map(|(_, location)| location.clone()))
}

fn unused(decision: &Decision, inspection: &Inspection) -> Diagnostic {
    let findings = inspection.findings.iter();
    let names: Vec<String> = findings
        .flat_map(|finding| finding.aspects.iter().map(|aspect| format!("{}.{}", finding.id, aspect.id)))
        .collect();
    let about = decision.about();
    let help = match nearest(&about, names.iter().map(String::as_str)) {
        Some(near) => {
            format!("if `{near}` is meant, mend the item and aspect of the decision, else take it out")
        }
        None => "take it out, or mend its item and aspect; `wsoa rules show` lists them".to_owned(),
    };
    let message = format!("a decision is about `{about}`, which `{}` does not ask", inspection.id);
    Diagnostic::new(Code::ReviewUnused, message, help)
}
