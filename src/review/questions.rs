//! Questions: what is left for a person to decide, with the passages to read.

use super::grounds::{Ground, Grounds};
use super::model::{Answer, Decision, Rest, said};
use super::words::Stands;
use super::{Review, State, answers_to};
use crate::assess::{AspectOutcome, Assessment, Confidence, ItemOutcome, Suspicion};
use crate::document::Location;
use crate::pack::{Aspect, Finding, Inspection, Rules};
use crate::statement::Statement;

/// An aspect about which a person is to decide.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The aspect of it.
    pub aspect: &'a Aspect,
    /// Whether the rules take it to be met.
    pub rules_met: bool,
    /// What the rules say, in a few words: `not met (deferred, likely)`.
    pub rules_say: String,
    /// The passages to read, best first: the nearest, or all that the rules take for an answer.
    pub shown: Vec<Shown>,
    /// What was decided before, and what changed since.
    pub before: Option<(&'a Decision, &'a Suspicion)>,
}

/// A passage that a person reads.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What a decision about it rests on.
    pub rest: Rest,
    /// Where it stands.
    pub location: Location,
    /// Why it falls short, or how it is tied.
    pub says: &'static str,
}

impl Question<'_> {
    /// Whether an answer is against the rules.
    pub fn is_against_rules(&self, answer: Answer) -> bool {
        (answer == Answer::Met) != self.rules_met
    }
}

/// Returns what is left to decide, in the order of the letter: first what was decided and no longer holds, then what the
/// rules cannot prove and nobody decided. `assessment` is that of the rules alone.
pub fn questions<'a>(
    review: &'a Review<'_>,
    statement: &Statement,
    rules: &Rules,
    inspection: &'a Inspection,
    assessment: &Assessment,
) -> Vec<Question<'a>> {
    let grounds = Grounds::of(statement, &rules.language.abbreviations);
    let mut found = Vec::new();
    for item in &assessment.items {
        let ItemOutcome::Finding(outcome) = item else { continue };
        let Some(finding) = inspection.findings.iter().find(|finding| finding.id == outcome.id) else {
            continue;
        };
        for (aspect, outcome) in finding.aspects.iter().zip(&outcome.aspects) {
            let before = match review.about(&finding.id, &aspect.id).map(|held| (held.decision, &held.state))
            {
                None if outcome.confidence == Confidence::Likely => None,
                Some((decision, State::Suspect(suspicion))) => Some((decision, suspicion.as_ref())),
                _ => continue,
            };
            let answering = answers_to(assessment, &format!("{}.{}", finding.id, aspect.id));
            found.push(Question {
                finding,
                aspect,
                rules_met: outcome.met,
                rules_say: said(outcome),
                shown: shown(outcome, &answering, &grounds),
                before,
            });
        }
    }
    found.sort_by_key(|question| question.before.is_none());
    found
}

/// Returns the passages to read. Of an aspect that is met all, so that nobody turns one down without having read the rest.
fn shown(outcome: &AspectOutcome, answering: &[usize], grounds: &Grounds<'_>) -> Vec<Shown> {
    let evidence = outcome.evidence.iter().map(|one| (&one.quote, &one.location, one.tie.says()));
    let nearest = outcome.nearest.iter().map(|one| (&one.quote, &one.location, one.why.says()));
    let mut shown: Vec<Shown> = Vec::new();
    for (quote, location, says) in evidence.chain(nearest) {
        let ground = grounds.all.iter().find(|ground| ground.text == quote && ground.location == location);
        let plain = || Rest { words: quote.clone(), place: location.text.clone(), ..Rest::default() };
        let rest = ground.map_or_else(plain, Ground::rest);
        shown.push(Shown { rest, location: location.clone(), says });
    }
    for ground in answering.iter().filter_map(|action| grounds.all.get(*action)) {
        let is_it = |one: &Shown| one.rest.words == ground.text && one.location == *ground.location;
        if !shown.iter().any(is_it) {
            shown.push(taken(ground, "the rules take it for an answer too"));
        }
    }
    shown
}

/// Fewer words than these may stand anywhere.
const FEWEST: usize = 3;

/// Returns the action or passage of a statement that holds words that a person took from it: the one that holds little
/// else before one that does.
pub fn find(words: &str, statement: &Statement, rules: &Rules) -> Option<Shown> {
    let grounds = Grounds::of(statement, &rules.language.abbreviations);
    if words.split_whitespace().count() < FEWEST {
        return None;
    }
    let words = grounds.words(words);
    let order = |stands: Stands| match stands {
        Stands::Whole => 0,
        Stands::Part => 1,
        Stands::Within => 2,
    };
    let (ground, _) = grounds.standing(&words).min_by_key(|(_, stands)| order(*stands))?;
    Some(taken(ground, "the words that were asked for stand here"))
}

fn taken(ground: &Ground<'_>, says: &'static str) -> Shown {
    Shown { rest: ground.rest(), location: ground.location.clone(), says }
}
