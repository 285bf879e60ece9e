//! Answers: which aspects an action answers, and by what tie.
//!
//! A query says that an action can answer an aspect; of all it can answer, an action answers the one whose accepted
//! examples it is most like (its home), and others only where its place and its words both name them and it is nearly
//! as like. What is rather like the examples that the aspect rejects answers it in no case.

use std::collections::{BTreeMap, BTreeSet};

use super::fared::Ruling;
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
/// How far beyond the middle between accepted and rejected examples an action must stand: the middle itself, but for what
/// cannot be told apart.
const BAR: f64 = -0.005;
/// How far beyond it an action must stand with words of a neighbouring matter.
const BEYOND_NEIGHBOUR: f64 = 0.06;
/// The fewest examples from which likeness can be told; with fewer the queries decide alone.
const FEWEST_EXAMPLES: usize = 6;

/// That an action answers an aspect.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer {
    pub(super) tie: Tie,
    /// How well, to rank one action against another.
    pub(super) strength: f64,
}

/// What keeps an action from answering an aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Neither words nor place nor likeness ties it.
    NoTie,
    /// It is ruled out.
    RuledOut(Ruling),
    /// It is nearer to another aspect.
    Nearer,
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
            likeness: if has_profile(aspect) { likeness } else { Likeness::default() },
        }
    }

    /// Returns the case of words that stand in a row which names another finding.
    fn of_another_row(self) -> Self {
        Self { meets: false, tells: false, likeness: Likeness::default(), ..self }
    }

    /// Whether the aspect is answered, were there no other.
    pub(super) fn answers_alone(&self) -> bool {
        self.at_home().is_ok()
    }

    /// How well the action fits, whether or not it answers.
    pub(super) fn strength(&self) -> f64 {
        let place = match self.bond {
            Some(Bond::Reference) => REFERENCE,
            Some(Bond::Place) => REFERENCE / 2.0,
            None => 0.0,
        };
        let words = f64::from(u8::from(self.meets) + u8::from(self.tells)) * WORDS;
        self.likeness.accepted + place + words - f64::from(u8::from(self.neighbour)) * NEIGHBOUR
    }

    /// What would tie the action to the aspect, were nothing in the way.
    pub(super) fn tie(&self) -> Option<Tie> {
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
    fn at_home(&self) -> Result<Tie, Obstacle> {
        let tie = self.admitted()?;
        if self.has_profile() && self.likeness.accepted < UNLIKE {
            return Err(Obstacle::RuledOut(Ruling::Unlike));
        }
        Ok(tie)
    }

    /// The tie where another aspect is the action's home, one that it fits with strength `best`.
    fn away(&self, best: f64) -> Result<Tie, Obstacle> {
        let tie = self.admitted()?;
        if !self.has_profile() {
            return Ok(tie);
        }
        if tie != Tie::ReferenceAndWords || self.strength() < best - NEARLY {
            return Err(Obstacle::Nearer);
        }
        if self.neighbour { Err(Obstacle::RuledOut(Ruling::Words)) } else { Ok(tie) }
    }

    /// The tie, unless the action is beside the point.
    fn admitted(&self) -> Result<Tie, Obstacle> {
        let tie = self.tie().ok_or(Obstacle::NoTie)?;
        self.beside_the_point().map_or(Ok(tie), |ruling| Err(Obstacle::RuledOut(ruling)))
    }

    /// Whether it is rather like what the aspect rejects; where too few rejections are known, whether its words are those of
    /// a neighbouring matter.
    pub(super) fn beside_the_point(&self) -> Option<Ruling> {
        if !self.has_profile() || self.aspect.reject.len() < FEWEST_EXAMPLES {
            return self.neighbour.then_some(Ruling::Words);
        }
        if self.likeness.beyond < BAR {
            Some(Ruling::Rejected)
        } else if self.neighbour && self.likeness.beyond < BEYOND_NEIGHBOUR {
            Some(Ruling::Words)
        } else {
            None
        }
    }

    /// Returns how like the examples the words are, where there are enough of them to tell.
    pub(super) fn likeness(&self) -> Option<Likeness> {
        self.has_profile().then_some(self.likeness)
    }

    fn has_profile(&self) -> bool {
        has_profile(self.aspect)
    }
}

/// Whether likeness can be told from so few examples.
pub(super) fn has_profile(aspect: &Aspect) -> bool {
    aspect.accept.len() >= FEWEST_EXAMPLES
}

/// The aspects that an action answers, by place among all aspects of the inspection.
pub(super) type Answers = BTreeMap<usize, Answer>;

/// Returns the aspects that each action answers, in the order of the actions.
pub(super) fn all(reading: &Reading<'_>, inspection: &Inspection) -> Vec<Answers> {
    reading.actions.iter().map(|action| answers(action, inspection, &reading.named)).collect()
}

fn answers(action: &ActionReading<'_>, inspection: &Inspection, named: &BTreeSet<usize>) -> Answers {
    if !commits(action) {
        return Answers::new();
    }
    let settled = settle(&cases(action, inspection, named)).into_iter().enumerate();
    settled.filter_map(|(at, settled)| Some((at, settled.ok()?))).collect()
}

/// Whether anything in the action promises something or reports it as done.
pub(super) fn commits(action: &ActionReading<'_>) -> bool {
    matches!(action.action.commitment, Commitment::Firm | Commitment::Done)
}

/// Settles, of all aspects of an inspection in their order, which ones a committed action answers, and what keeps it from
/// the others.
pub(super) fn settle(cases: &[Case<'_>]) -> Vec<Result<Answer, Obstacle>> {
    let best = best(cases);
    let settled = cases.iter().map(|case| {
        let strength = case.strength();
        let tie = if strength >= best { case.at_home() } else { case.away(best) };
        tie.map(|tie| Answer { tie, strength })
    });
    settled.collect()
}

/// Returns how well the action fits the aspect that it fits best.
pub(super) fn best(cases: &[Case<'_>]) -> f64 {
    cases.iter().map(Case::strength).fold(0.0, f64::max)
}

/// Returns the case of an action for each aspect of the inspection, by the words that bind. `named` are the findings that
/// some row of the statement names.
pub(super) fn cases<'p>(
    action: &ActionReading<'_>,
    inspection: &'p Inspection,
    named: &BTreeSet<usize>,
) -> Vec<Case<'p>> {
    let likeness = action.likeness.iter().copied().chain(std::iter::repeat(Likeness::default()));
    // Where nobody has written rules, a statement that names its findings is taken at its word: the queries are too wide
    // to say that a row which names one answers another, or that another row answers it.
    let names = action.bonds.values().any(|bond| *bond == Bond::Reference);
    let cases = inspection.aspects().zip(likeness).map(|((finding, aspect), likeness)| {
        let bond = action.bonds.get(&finding).copied();
        let case = Case::new(aspect, bond, &action.binding, likeness);
        let another = bond != Some(Bond::Reference) && (names || named.contains(&finding));
        if inspection.draft && another { case.of_another_row() } else { case }
    });
    cases.collect()
}
