//! Answers: which aspects an action answers, and by what tie.
//!
//! A query says that an action can answer an aspect; of all it can answer, an action answers the one whose accepted
//! examples it is most like (its home), and others only where its place and its words both name them and it is nearly
//! as like. What is rather like the examples that the aspect rejects answers it in no case.

use std::collections::BTreeMap;

use super::likeness::Likeness;
use super::model::Tie;
use super::reading::{ActionReading, Reading};
use super::ties::Bond;
use crate::pack::{Aspect, Inspection};
use crate::query::Scan;
use crate::statement::Commitment;

// The figures below were chosen by the share of aspects judged rightly on labelled statements, those of `tests/labelled`
// among them.

/// What a reference to the finding adds to the likeness; its place adds half.
const REFERENCE: f64 = 0.03;
/// What words that meet the aspect add, and again words that tell it.
const WORDS: f64 = 0.03;
/// What words of a neighbouring matter take away.
const NEIGHBOUR: f64 = 0.04;
/// How far below its home another aspect may stand and still be answered.
const NEARLY: f64 = 0.04;
/// Likeness that ties by itself.
const ALIKE: f64 = 0.23;
/// Likeness that ties where the place names the finding.
const ALIKE_IN_PLACE: f64 = 0.20;
/// Likeness below which nothing is answered.
const UNLIKE: f64 = 0.10;
/// How much likeness to the rejected examples weighs against likeness to the accepted ones.
const REJECTED: f64 = 0.7;
/// How much must be left of the likeness then.
const LEFT: f64 = 0.07;
/// How much more must be left where words of a neighbouring matter stand.
const LEFT_BESIDE_NEIGHBOUR: f64 = 0.06;
/// The fewest examples from which likeness can be told; with fewer the queries decide alone.
const FEWEST_EXAMPLES: usize = 6;

/// That an action answers an aspect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer {
    pub(super) tie: Tie,
    /// How well, to rank one action against another.
    pub(super) strength: f64,
}

/// What speaks for and against an action answering an aspect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'p> {
    aspect: &'p Aspect,
    bond: Option<Bond>,
    /// Whether its words meet the aspect.
    pub(super) meets: bool,
    /// Whether its words tell the aspect, where its place names the finding.
    pub(super) tells: bool,
    /// Whether its words speak of a neighbouring matter.
    pub(super) neighbour: bool,
    likeness: Likeness,
}

impl<'p> Case<'p> {
    pub(super) fn new(aspect: &'p Aspect, bond: Option<Bond>, words: &Scan<'_>, likeness: Likeness) -> Self {
        Self {
            aspect,
            bond,
            meets: words.is_match(aspect.met_by),
            tells: aspect.told_by.is_some_and(|query| words.is_match(query)),
            neighbour: aspect.not_by.is_some_and(|query| words.is_match(query)),
            likeness: if aspect.accept.len() >= FEWEST_EXAMPLES { likeness } else { Likeness::default() },
        }
    }

    /// Whether the aspect is answered, were there no other.
    pub(super) fn answers_alone(&self) -> bool {
        let tie = if self.has_profile() { self.home_tie() } else { self.tie().filter(|_| !self.neighbour) };
        tie.is_some()
    }

    /// How well the aspect is answered, to hold against another.
    pub(super) fn strength(&self) -> f64 {
        let place = match self.bond {
            Some(Bond::Reference) => REFERENCE,
            Some(Bond::Place) => REFERENCE / 2.0,
            None => 0.0,
        };
        let words = f64::from(u8::from(self.meets) + u8::from(self.tells)) * WORDS;
        self.likeness.accepted + place + words - f64::from(u8::from(self.neighbour)) * NEIGHBOUR
    }

    fn tie(&self) -> Option<Tie> {
        match self.bond {
            Some(Bond::Reference) if self.meets => Some(Tie::ReferenceAndWords),
            _ if self.meets => Some(Tie::Words),
            Some(Bond::Reference) if self.tells || self.likeness.accepted >= ALIKE_IN_PLACE => {
                Some(Tie::Reference)
            }
            Some(Bond::Place) if self.tells => Some(Tie::Place),
            _ if self.likeness.accepted >= ALIKE => Some(Tie::Likeness),
            _ => None,
        }
    }

    /// The tie where this aspect is the action's home.
    fn home_tie(&self) -> Option<Tie> {
        self.tie().filter(|_| self.likeness.accepted >= UNLIKE && !self.is_beside_the_point())
    }

    /// Whether it is rather like what the aspect rejects; where too few rejections are known, whether its words are those of
    /// a neighbouring matter.
    pub(super) fn is_beside_the_point(&self) -> bool {
        if !self.has_profile() || self.aspect.reject.len() < FEWEST_EXAMPLES {
            return self.neighbour;
        }
        let needed = LEFT + if self.neighbour { LEFT_BESIDE_NEIGHBOUR } else { 0.0 };
        self.likeness.accepted - REJECTED * self.likeness.rejected < needed
    }

    /// Whether likeness can be told from so few examples.
    fn has_profile(&self) -> bool {
        self.aspect.accept.len() >= FEWEST_EXAMPLES
    }
}

/// The aspects that an action answers, by place among all aspects of the inspection.
pub(super) type Answers = BTreeMap<usize, Answer>;

/// Returns the aspects that each action answers, in the order of the actions.
pub(super) fn all(reading: &Reading<'_>, inspection: &Inspection) -> Vec<Answers> {
    reading.actions.iter().map(|action| answers(action, inspection)).collect()
}

fn answers(action: &ActionReading<'_>, inspection: &Inspection) -> Answers {
    let mut found = Answers::new();
    if !matches!(action.action.commitment, Commitment::Firm | Commitment::Done) {
        return found;
    }
    let cases = cases(action, inspection);
    let best = cases.iter().map(Case::strength).fold(0.0, f64::max);
    for (at, case) in cases.iter().enumerate() {
        let strength = case.strength();
        let tie = if !case.has_profile() {
            case.tie().filter(|_| !case.neighbour)
        } else if strength >= best {
            case.home_tie()
        } else {
            let both =
                case.tie() == Some(Tie::ReferenceAndWords) && !case.neighbour && !case.is_beside_the_point();
            case.tie().filter(|_| both && strength >= best - NEARLY)
        };
        if let Some(tie) = tie {
            found.insert(at, Answer { tie, strength });
        }
    }
    found
}

fn cases<'p>(action: &ActionReading<'_>, inspection: &'p Inspection) -> Vec<Case<'p>> {
    let findings = inspection.findings.iter().enumerate();
    let aspects = findings.flat_map(|(at, finding)| finding.aspects.iter().map(move |aspect| (at, aspect)));
    let likeness = action.likeness.iter().copied().chain(std::iter::repeat(Likeness::default()));
    let cases = aspects.zip(likeness).map(|((finding, aspect), likeness)| {
        Case::new(aspect, action.bonds.get(&finding).copied(), &action.binding, likeness)
    });
    cases.collect()
}
