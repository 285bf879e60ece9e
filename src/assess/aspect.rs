//! One aspect: whether a committed action answers it, on what evidence, and what comes near.

use super::model::{AspectOutcome, Confidence, Evidence, MOST_PASSAGES, Near, Reason, Tie};
use super::reading::{ActionReading, PassageReading, Reading};
use super::ties::Bond;
use crate::pack::Aspect;
use crate::query::Scan;
use crate::statement::{Commitment, PassageKind, Sentence, Standing};

/// Returns the outcome of `aspect` of the finding at `finding`, and the actions (by place) that meet it.
pub(super) fn judge(reading: &Reading<'_>, finding: usize, aspect: &Aspect) -> (AspectOutcome, Vec<usize>) {
    let mut met: Vec<(Rank, usize, Tie)> = Vec::new();
    for (at, action) in reading.actions.iter().enumerate() {
        if let Some(tie) = meets(action, finding, aspect) {
            met.push((rank(action, tie, aspect), at, tie));
        }
    }
    met.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let evidence: Vec<Evidence> =
        met.iter().take(MOST_PASSAGES).map(|(_, at, tie)| evidence(&reading.actions[*at], *tie, aspect)).collect();
    let nearest = if met.is_empty() { nearest(reading, finding, aspect) } else { Vec::new() };
    let reason = met.is_empty().then(|| nearest.first().map_or(Reason::NoTie, |near| near.why));
    let confidence = if met.is_empty() {
        confidence_of_gap(&nearest)
    } else {
        confidence_of_answer(&met, reading)
    };
    let outcome =
        AspectOutcome { id: aspect.id.clone(), met: !met.is_empty(), confidence, reason, evidence, nearest };
    (outcome, met.into_iter().map(|(_, at, _)| at).collect())
}

/// How well an action answers: the tie first, then how many of its words speak of the matter.
type Rank = (u8, usize);

fn rank(action: &ActionReading<'_>, tie: Tie, aspect: &Aspect) -> Rank {
    let strength = match tie {
        Tie::ReferenceAndWords => 3,
        Tie::Words => 2,
        Tie::Reference => 1,
        Tie::Place => 0,
    };
    (strength, weight(&action.binding, aspect))
}

/// Returns how many words of a text speak of the aspect.
fn weight(scan: &Scan<'_>, aspect: &Aspect) -> usize {
    let of = |query| scan.find(query).map_or(0, |found| found.passages.iter().map(|(_, range)| range.len()).sum());
    of(aspect.met_by).max(aspect.told_by.map_or(0, of))
}

/// Returns how the action is tied to the aspect, when it answers it.
fn meets(reading: &ActionReading<'_>, finding: usize, aspect: &Aspect) -> Option<Tie> {
    tie(&reading.binding, reading.bonds.get(&finding).copied(), aspect).filter(|_| !only_done(reading))
}

/// Returns how words with this bond are tied to the aspect, when they speak of it and of no neighbouring matter.
fn tie(scan: &Scan<'_>, bond: Option<Bond>, aspect: &Aspect) -> Option<Tie> {
    if aspect.not_by.is_some_and(|neighbour| scan.is_match(neighbour)) {
        return None;
    }
    let words = scan.is_match(aspect.met_by);
    let told = words || aspect.told_by.is_some_and(|told| scan.is_match(told));
    match bond {
        Some(Bond::Reference) if words => Some(Tie::ReferenceAndWords),
        Some(Bond::Reference) if told => Some(Tie::Reference),
        _ if words => Some(Tie::Words),
        Some(Bond::Place) if told => Some(Tie::Place),
        _ => None,
    }
}

/// Whether an action only reports something as done: nothing goes on, and nothing says how it is known to work.
fn only_done(reading: &ActionReading<'_>) -> bool {
    reading.action.commitment == Commitment::Done && reading.action.measure.is_none()
}

fn evidence(reading: &ActionReading<'_>, tie: Tie, aspect: &Aspect) -> Evidence {
    let found = reading.whole.find(aspect.met_by).or_else(|| reading.whole.find(aspect.told_by?));
    let words = found.map(|found| found.passages).unwrap_or_default();
    Evidence {
        quote: reading.action.text.clone(),
        location: reading.action.location.clone(),
        tie,
        words: words.into_iter().filter(|(part, _)| *part == 0).map(|(_, range)| range).collect(),
    }
}

/// Returns the passages that come nearest to the aspect, best first.
fn nearest(reading: &Reading<'_>, finding: usize, aspect: &Aspect) -> Vec<Near> {
    let actions = reading.actions.iter().filter_map(|action| near_action(action, finding, aspect));
    let passages = reading.passages.iter().filter_map(|passage| near_passage(passage, finding, aspect));
    let mut found: Vec<(Rank, Near)> = actions.chain(passages).collect();
    found.sort_by(|a, b| b.0.cmp(&a.0));
    found.truncate(MOST_PASSAGES);
    found.into_iter().map(|(_, near)| near).collect()
}

fn near_action(reading: &ActionReading<'_>, finding: usize, aspect: &Aspect) -> Option<(Rank, Near)> {
    let bond = reading.bonds.get(&finding).copied();
    let speaks = tie(&reading.whole, bond, aspect).is_some();
    let shortfall = reading.action.shortfall().map(reason_of);
    let (rank, why) = match (speaks, bond) {
        (true, _) if only_done(reading) => (7, Reason::OnlyDone),
        (true, _) => (7, shortfall.unwrap_or(Reason::Neighbouring)),
        (false, Some(Bond::Reference)) if nothing_binds(reading) => (5, shortfall.unwrap_or(Reason::Vague)),
        (false, Some(Bond::Reference)) => (4, Reason::Neighbouring),
        (false, _) if reading.whole.is_match(aspect.met_by) => (3, Reason::Neighbouring),
        _ => return None,
    };
    let near = Near { quote: reading.action.text.clone(), location: reading.action.location.clone(), why };
    Some(((rank, weight(&reading.whole, aspect)), near))
}

fn nothing_binds(reading: &ActionReading<'_>) -> bool {
    !reading.action.sentences.iter().any(|sentence| sentence.standing.binds())
}

fn near_passage(reading: &PassageReading<'_>, finding: usize, aspect: &Aspect) -> Option<(Rank, Near)> {
    let bond = reading.bonds.get(&finding).or_else(|| reading.names.get(&finding)).copied();
    let speaks = tie(&reading.words, bond, aspect).is_some();
    let refusal = refusal(&reading.passage.sentences);
    let (rank, why) = match (reading.passage.kind, speaks) {
        (PassageKind::Superseded, true) => (6, Reason::StruckOut),
        (PassageKind::Prose, true) if refusal.is_some() => (6, refusal.unwrap_or(Reason::ContextOnly)),
        (PassageKind::Prose | PassageKind::Context, true) => (2, Reason::ContextOnly),
        (PassageKind::Quoted, _) if reading.names.contains_key(&finding) => (1, Reason::OnlyRestated),
        _ => return None,
    };
    let near = Near { quote: reading.passage.text.clone(), location: reading.passage.location.clone(), why };
    Some(((rank, weight(&reading.words, aspect)), near))
}

/// Returns why prose refuses or puts off, when a sentence of it does.
fn refusal(sentences: &[Sentence]) -> Option<Reason> {
    let outright = [Standing::Declined, Standing::Deferred, Standing::Conditional, Standing::Vague];
    outright.iter().find(|kind| sentences.iter().any(|s| s.standing == **kind)).map(|kind| reason_of(*kind))
}

fn reason_of(standing: Standing) -> Reason {
    match standing {
        Standing::Declined => Reason::Declined,
        Standing::Deferred => Reason::Deferred,
        Standing::Conditional => Reason::Conditional,
        Standing::Weak | Standing::Vague => Reason::Vague,
        Standing::Restates => Reason::OnlyRestated,
        Standing::Firm | Standing::Done | Standing::Continues => Reason::Neighbouring,
    }
}

/// An answer is sure when its place and its words agree, it promises, and it says who and when.
fn confidence_of_answer(met: &[(Rank, usize, Tie)], reading: &Reading<'_>) -> Confidence {
    let sure = met.iter().any(|(_, at, tie)| {
        let action = reading.actions[*at].action;
        *tie == Tie::ReferenceAndWords
            && action.commitment == Commitment::Firm
            && action.owner.is_some()
            && action.due.as_ref().is_some_and(|due| due.range.is_some())
    });
    if sure { Confidence::Sure } else { Confidence::Likely }
}

/// A gap is sure when nothing comes near it, or what comes near only quotes or refuses.
fn confidence_of_gap(nearest: &[Near]) -> Confidence {
    let plain = |near: &Near| matches!(near.why, Reason::OnlyRestated | Reason::Declined);
    if nearest.iter().all(plain) { Confidence::Sure } else { Confidence::Likely }
}
