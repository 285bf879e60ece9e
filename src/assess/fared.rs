//! How every action fared against one aspect: answered, or what kept it from that. It is settled by the very code that
//! settles the verdicts, so that no explanation can say otherwise than they do.

use serde::Serialize;

use super::answers::{self, Answer, Case, Obstacle};
use super::aspect::only_done;
use super::likeness::{Likeness, Profiles};
use super::model::Tie;
use super::reading::{ActionReading, Reading};
use super::ties::{Bond, Ties};
use crate::pack::{Aspect, Inspection};
use crate::query::{Scan, Trace};
use crate::statement::{Sentence, Statement};

/// What became of an action against an aspect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "fate", rename_all = "kebab-case")]
pub enum Fate {
    /// It answers the aspect.
    Answered {
        /// By what it is tied to it.
        tie: Tie,
    },
    /// It would, but only reports something as done.
    OnlyDone,
    /// All of its words together are tied to the aspect, but those that bind are not.
    NotCommitted,
    /// It is nearer to another aspect, and not both place and words name this one.
    AnotherNearer {
        /// The other aspect, as `finding.aspect`.
        aspect: String,
        /// How much better it fits there.
        by: f64,
    },
    /// It is tied to the aspect, but beside its point.
    RuledOut {
        /// What shows that.
        by: Ruling,
    },
    /// Neither words nor place nor likeness ties it to the aspect.
    NoTie,
}

impl Fate {
    /// Whether the action answers the aspect.
    pub fn is_answered(&self) -> bool {
        matches!(self, Self::Answered { .. })
    }

    /// Returns what became of the action, in two or three words.
    pub fn says(&self) -> &'static str {
        match self {
            Self::Answered { .. } => "answered",
            Self::OnlyDone => "only done",
            Self::NotCommitted => "not committed",
            Self::AnotherNearer { .. } => "another aspect is nearer",
            Self::RuledOut { .. } => "ruled out",
            Self::NoTie => "no tie",
        }
    }

    /// Returns how far from an answer it is: 0 is one.
    fn distance(&self) -> u8 {
        match self {
            Self::Answered { .. } => 0,
            Self::OnlyDone => 1,
            Self::NotCommitted => 2,
            Self::AnotherNearer { .. } => 3,
            Self::RuledOut { .. } => 4,
            Self::NoTie => 5,
        }
    }
}

/// What shows that an action is beside the point of an aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// It is like none of the accepted examples.
    Unlike,
    /// It is rather like the rejected examples than the accepted ones.
    Rejected,
    /// Its words are those of a neighbouring matter, and it is not like enough to the accepted examples to make up for them.
    Words,
}

/// How one action fared against one aspect.
#[derive(Debug, Clone)]
pub struct Fared {
    /// The action, by its place in the statement.
    pub action: usize,
    /// What became of it.
    pub fate: Fate,
    /// What its place says of the finding.
    pub bond: Option<Bond>,
    /// How well it fits, by likeness, place and words.
    pub strength: f64,
    /// How like the examples its words are; `None` where the aspect has too few of them to tell.
    pub likeness: Option<Likeness>,
    /// Its sentences that bind nobody and are left out.
    pub left_out: Vec<Sentence>,
    /// How each part of `met_by` fared with its words: those that bind, or all of them where it is not committed.
    pub met_by: Trace,
    /// The same of `told_by`, which counts where its place names the finding.
    pub told_by: Option<Trace>,
    /// The same of `not_by`.
    pub not_by: Option<Trace>,
}

/// Says how the actions of one statement fared against the aspects of one inspection.
#[derive(Debug)]
pub struct Why<'s> {
    inspection: &'s Inspection,
    reading: Reading<'s>,
}

impl<'s> Why<'s> {
    /// Reads `statement` against `inspection`, one of `rules`.
    pub(super) fn new(statement: &'s Statement, ties: Ties<'s>, profiles: &Profiles<'_>) -> Self {
        let inspection = ties.inspection();
        Self { inspection, reading: Reading::new(statement, ties, profiles) }
    }

    /// Returns how every action fared against an aspect, the nearest to an answer first; `None` where the inspection has no
    /// such aspect.
    pub fn fared(&self, finding: &str, aspect: &str) -> Option<Vec<Fared>> {
        let finding_at = self.inspection.findings.iter().position(|one| one.id == finding)?;
        let is_meant = |(at, one): (usize, &Aspect)| at == finding_at && one.id == aspect;
        let at = self.inspection.aspects().position(is_meant)?;
        let (_, rule) = self.inspection.aspects().nth(at)?;
        let fared =
            (0..self.reading.actions.len()).filter_map(|action| self.one(action, finding_at, at, rule));
        let mut fared: Vec<Fared> = fared.collect();
        fared.sort_by(|a, b| {
            let held = |fared: &Fared| fared.met_by.share();
            let distance = a.fate.distance().cmp(&b.fate.distance());
            let strength = || b.strength.total_cmp(&a.strength).then(held(b).total_cmp(&held(a)));
            distance.then_with(strength).then(a.action.cmp(&b.action))
        });
        Some(fared)
    }

    /// Returns what the words of an action hold: those that bind, or with `whole` all of them.
    pub fn words(&self, action: usize, whole: bool) -> Option<&Scan<'s>> {
        let reading = self.reading.actions.get(action)?;
        Some(if whole { reading.whole() } else { &reading.binding })
    }

    fn one(&self, place: usize, finding: usize, at: usize, aspect: &Aspect) -> Option<Fared> {
        let action = self.reading.actions.get(place)?;
        let cases = answers::cases(action, self.inspection, &self.reading.named);
        let settled = answers::settle(&cases).into_iter().nth(at)?;
        let bond = action.bonds.get(&finding).copied();
        let case = cases.get(at)?;
        let left_out: Vec<Sentence> =
            action.action.sentences.iter().filter(|one| !one.standing.binds()).cloned().collect();
        let whole_likeness = action.whole_likeness.get(at).copied().unwrap_or_default();
        let whole = Case::new(aspect, bond, action.whole(), whole_likeness);
        let fate = self.fate(settled, action, &cases, at, &whole);
        let (case, words) = match fate {
            Fate::NotCommitted => (&whole, action.whole()),
            _ => (case, &action.binding),
        };
        let trace = |query: Option<_>| query.map(|query| words.trace(query));
        Some(Fared {
            action: place,
            fate,
            bond,
            strength: case.strength(),
            likeness: case.likeness(),
            left_out,
            met_by: words.trace(aspect.met_by),
            told_by: trace(aspect.told_by),
            not_by: trace(aspect.not_by),
        })
    }

    fn fate(
        &self,
        settled: Result<Answer, Obstacle>,
        action: &ActionReading<'_>,
        cases: &[Case<'_>],
        at: usize,
        whole: &Case<'_>,
    ) -> Fate {
        let left_out = || action.action.shortfall().is_some();
        match settled {
            Err(Obstacle::NoTie) if left_out() && whole.tie().is_some() => Fate::NotCommitted,
            Err(Obstacle::NoTie) => Fate::NoTie,
            _ if !answers::commits(action) => Fate::NotCommitted,
            Ok(_) if only_done(action) => Fate::OnlyDone,
            Ok(answer) => Fate::Answered { tie: answer.tie },
            Err(Obstacle::RuledOut(by)) => Fate::RuledOut { by },
            Err(Obstacle::Nearer) => self.nearer(cases, at),
        }
    }

    /// Says which aspect an action is nearest to, and by how much more than the one at `at`.
    fn nearer(&self, cases: &[Case<'_>], at: usize) -> Fate {
        let best = answers::best(cases);
        let aspects = self.inspection.aspects().zip(cases);
        let names = aspects.map(|((finding, aspect), case)| {
            let finding = self.inspection.findings.get(finding).map(|finding| finding.id.as_str());
            (format!("{}.{}", finding.unwrap_or_default(), aspect.id), case.strength())
        });
        let home = names.filter(|(_, strength)| *strength >= best).map(|(name, _)| name).next();
        let by = cases.get(at).map_or(0.0, |case| best - case.strength());
        Fate::AnotherNearer { aspect: home.unwrap_or_default(), by }
    }
}
