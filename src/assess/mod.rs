//! The assessment: a statement held against the rules of its inspection.

mod answers;
mod aspect;
mod checks;
mod code;
mod diagnostics;
mod due;
mod example;
mod fared;
mod likeness;
mod model;
mod next_steps;
mod quoted;
mod reading;
mod recognise;
mod reviewed;
mod settle;
mod ties;
mod waived;

use jiff::civil::Date;

pub use code::{Code, Severity};
pub use diagnostics::{Diagnostic, diagnose};
pub use due::{Basis, Deadline};
pub use example::{ExampleJudge, Judgement, Pull};
pub use fared::{Fared, Fate, Ruling, Why};
pub use likeness::Likeness;
pub use model::{
    AspectOutcome, Assessment, Confidence, Evidence, FindingOutcome, ItemOutcome, MOST_PASSAGES, Near,
    NextStepOutcome, Reason, Tie, Verdict,
};
pub use recognise::{Recognised, recognise};
pub use reviewed::{ReviewState, Reviewed, Suspicion};
pub use settle::settle;
pub use ties::Bond;
use ties::Ties;
pub use waived::Waiver;

use crate::letter::Letter;
use crate::pack::{Inspection, Rules};
use crate::statement::Statement;
use likeness::Profiles;
use quoted::Quoted;
use reading::Reading;

/// Gets ready what [`assess`] will need of the rules, which may be done while the statement is still being read.
pub fn prepare(rules: &Rules, inspection: &Inspection) {
    for finding in &inspection.findings {
        finding.aspects.iter().for_each(|aspect| rules.library.prepare(aspect.met_by));
        finding.cues.iter().chain(&finding.about).for_each(|query| rules.library.prepare(*query));
    }
}

/// When a statement is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day of the check.
    pub as_of: Date,
    /// The day on which the letter was received, which starts the clock; `None` where nobody said.
    pub received: Option<Date>,
}

impl From<Date> for When {
    fn from(as_of: Date) -> Self {
        Self { as_of, received: None }
    }
}

/// Holds `statement` against `inspection` at the time `when`.
pub fn assess(
    statement: &Statement,
    rules: &Rules,
    inspection: &Inspection,
    when: impl Into<When>,
) -> Assessment {
    Assessor::new(rules, inspection).assess(statement, when)
}

/// Holds statements against one inspection; what that takes of the rules is worked out once for all of them.
#[derive(Debug)]
pub struct Assessor<'r> {
    rules: &'r Rules,
    inspection: &'r Inspection,
    profiles: Profiles<'r>,
    quoted: Option<Quoted<'r>>,
}

impl<'r> Assessor<'r> {
    /// Returns what holds statements against `inspection`, one of `rules`.
    pub fn new(rules: &'r Rules, inspection: &'r Inspection) -> Self {
        Self { rules, inspection, profiles: Profiles::new(rules, inspection), quoted: None }
    }

    /// Lets texts that quote or reword an item of `letter` point at its finding, whatever cues the rules know.
    #[must_use]
    pub fn with_letter(mut self, letter: &Letter) -> Self {
        self.quoted = Some(Quoted::new(letter, self.rules, self.inspection));
        self
    }

    /// Holds a statement against the inspection at the time `when`.
    pub fn assess(&self, statement: &Statement, when: impl Into<When>) -> Assessment {
        let Self { rules, inspection, profiles, quoted } = self;
        let When { as_of, received } = when.into();
        let deadline = Deadline::of(inspection, rules, received);
        let reading = Reading::new(statement, Ties::new(rules, inspection, quoted.as_ref()), profiles);
        let found = answers::all(&reading, inspection);
        let mut answers = vec![Vec::new(); statement.actions.len()];
        let mut items: Vec<(usize, ItemOutcome)> = Vec::new();
        let mut aspect_at = 0;
        for (at, finding) in inspection.findings.iter().enumerate() {
            let mut aspects = Vec::new();
            for aspect in &finding.aspects {
                let (mut outcome, actions) = aspect::judge(&reading, &found, at, aspect_at, aspect);
                aspect_at += 1;
                if !outcome.met && !statement.unread.is_empty() {
                    outcome.reason = Some(Reason::Unread);
                    outcome.confidence = Confidence::Likely;
                }
                if inspection.draft {
                    outcome.confidence = Confidence::Likely;
                }
                for action in actions {
                    answers[action].push(format!("{}.{}", finding.id, aspect.id));
                }
                aspects.push(outcome);
            }
            let verdict = verdict_of(&aspects);
            items.push((
                finding.order,
                ItemOutcome::Finding(FindingOutcome {
                    id: finding.id.clone(),
                    verdict,
                    aspects,
                    waived: None,
                }),
            ));
        }
        for step in &inspection.next_steps {
            let findings = items.iter().map(|(_, item)| item);
            let outcome =
                next_steps::judge(step, inspection, statement, rules, findings, deadline.as_ref(), as_of);
            items.push((step.order, ItemOutcome::NextStep(outcome)));
        }
        items.sort_by_key(|(order, _)| *order);
        Assessment { as_of, deadline, items: items.into_iter().map(|(_, item)| item).collect(), answers }
    }

    /// Reads a statement to say how its actions fared against each aspect.
    pub fn why<'s>(&'s self, statement: &'s Statement) -> Why<'s> {
        Why::new(statement, Ties::new(self.rules, self.inspection, self.quoted.as_ref()), &self.profiles)
    }
}

fn verdict_of(aspects: &[AspectOutcome]) -> Verdict {
    let met = aspects.iter().filter(|aspect| aspect.met).count();
    let unread = aspects.iter().any(|aspect| aspect.reason == Some(Reason::Unread));
    match met {
        all if all == aspects.len() => Verdict::Addressed,
        _ if unread => Verdict::CannotTell,
        0 => Verdict::Unaddressed,
        _ => Verdict::Partial,
    }
}
