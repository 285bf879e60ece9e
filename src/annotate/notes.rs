//! What is to be said in the comments of a copy, and where: the report once more, place by place.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{Home, is_weakness};
use super::{Kind, Note, Place, wording};
use crate::assess::{AspectOutcome, Code, Diagnostic, FindingOutcome, ItemOutcome, Reason, Severity};
use crate::document::Location;
use crate::pack::{Aspect, Finding};
use crate::report::{Report, headline};
use crate::statement::{Action, Standing};

/// Returns what is to be said in the comments of `files`, named as the report names them: in the order of the letter, then of
/// the statement. What stands in other files of the statement is left out; an answer that is missing is told of in these.
pub fn notes(report: &Report<'_>, files: &[&str]) -> Vec<Note> {
    let mut desk =
        Desk { report, files, home: Home::new(report, files), notes: Vec::new(), told: BTreeSet::new() };
    desk.opening();
    for item in &report.assessment.items {
        match item {
            ItemOutcome::Finding(outcome) => {
                let mut findings = report.inspection.findings.iter();
                if let Some(finding) = findings.find(|finding| finding.id == outcome.id) {
                    desk.finding(finding, outcome);
                }
            }
            ItemOutcome::NextStep(outcome) => {
                let step = report.inspection.next_steps.iter().find(|step| step.id == outcome.id);
                if let Some((step, waiver)) = step.zip(outcome.waived.as_ref()) {
                    desk.at_start(Kind::Waived, wording::waived(&step.asks, waiver));
                }
            }
        }
    }
    let advice = advice(report);
    report.statement.actions.iter().enumerate().for_each(|(place, action)| desk.weak(place, action, &advice));
    report.diagnostics.iter().for_each(|diagnostic| desk.diagnostic(diagnostic));
    desk.unread();
    desk.notes
}

/// The notes in the making.
struct Desk<'a> {
    report: &'a Report<'a>,
    files: &'a [&'a str],
    home: Home<'a>,
    notes: Vec<Note>,
    /// The actions of which it is said that they fall short, by their place among those of the statement.
    told: BTreeSet<usize>,
}

impl<'a> Desk<'a> {
    /// Says at the beginning what was checked and what came of it.
    fn opening(&mut self) {
        let (title, day) = (&self.report.inspection.title, self.report.assessment.as_of);
        let text = format!(
            "against \"{title}\" as of {day}: {}. Each comment by wsoa says what the words beside it answer or lack; delete \
             them before the statement is sent.",
            headline(self.report)
        );
        self.at_start(Kind::Checked, text);
    }

    fn finding(&mut self, finding: &'a Finding, outcome: &'a FindingOutcome) {
        if let Some(waiver) = &outcome.waived {
            let place = self.home.of(outcome, None);
            self.put(place, Kind::Waived, wording::waived(&finding.summary, waiver));
        }
        for (rule, aspect) in finding.aspects.iter().zip(&outcome.aspects) {
            if aspect.met {
                for evidence in &aspect.evidence {
                    let text = wording::answers(finding, rule, aspect, evidence.tie);
                    self.at(&evidence.location, Kind::Answers, text);
                }
            } else if outcome.waived.is_none() {
                self.gap(finding, outcome, rule, aspect);
            }
        }
    }

    /// Says that nothing answers an aspect: at the passage that would but for its weakness, else where an answer belongs.
    fn gap(
        &mut self,
        finding: &Finding,
        outcome: &'a FindingOutcome,
        rule: &Aspect,
        aspect: &'a AspectOutcome,
    ) {
        let near = aspect.nearest.iter().find(|near| self.holds(&near.location));
        let unread = aspect.reason == Some(Reason::Unread);
        if let Some(near) = near.filter(|near| !unread && is_weakness(near, self.report)) {
            self.told.extend(near.action);
            self.at(&near.location, Kind::FallsShort, wording::falls_short(finding, rule, aspect, near.why));
            return;
        }
        let tied = near.filter(|near| near.why != Reason::NoTie);
        let place = self.home.of(outcome, tied);
        match unread {
            true => self.put(place, Kind::Check, wording::cannot_tell(finding, rule, aspect)),
            false => self.put(place, Kind::MissingHere, wording::missing(finding, rule, aspect, tied)),
        }
    }

    /// Says of an action that binds nobody why it does not, unless that was said with what it fails to answer.
    fn weak(&mut self, place: usize, action: &Action, advice: &BTreeMap<usize, &str>) {
        let told = self.told.contains(&place);
        if told || action.sentences.iter().any(|sentence| sentence.standing.binds()) {
            return;
        }
        let reason = match action.shortfall() {
            Some(Standing::Declined) => Reason::Declined,
            Some(Standing::Deferred) => Reason::Deferred,
            Some(Standing::Conditional) => Reason::Conditional,
            Some(Standing::Restates) => Reason::OnlyRestated,
            _ => Reason::Vague,
        };
        let text = wording::weak(reason, advice.get(&place).copied());
        self.at(&action.location, Kind::FallsShort, text);
    }

    /// Says what else is wrong, but for what is said of findings and of weak actions already.
    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        let told = match diagnostic.code {
            Code::FindingUnaddressed | Code::FindingPartial | Code::ReviewSuspect => true,
            // A next step is told of nowhere else.
            Code::CannotTell => self.is_finding(diagnostic.item.as_deref()),
            code => is_of_weakness(code),
        };
        if told || diagnostic.waived || diagnostic.severity < Severity::Warning {
            return;
        }
        let text = wording::check(diagnostic);
        match &diagnostic.location {
            Some(location) => self.at(location, Kind::Check, text),
            None => self.at_start(Kind::Check, text),
        }
    }

    fn is_finding(&self, item: Option<&str>) -> bool {
        self.report.inspection.findings.iter().any(|finding| Some(finding.id.as_str()) == item)
    }

    /// Says what could not be read.
    fn unread(&mut self) {
        for unread in &self.report.statement.unread {
            let text = format!(": {} and may hold an answer", crate::report::safe(&unread.what));
            self.at(&unread.location, Kind::Check, text);
        }
    }

    fn holds(&self, location: &Location) -> bool {
        self.files.contains(&location.file.as_str())
    }

    fn at(&mut self, location: &Location, kind: Kind, text: String) {
        let place = location.anchor.as_deref().map_or(Place::Start, |anchor| Place::At(anchor.clone()));
        self.put((location.file.clone(), place), kind, text);
    }

    fn at_start(&mut self, kind: Kind, text: String) {
        // Of the files at hand, the one that a reader of the statement opens first.
        let mut files = self.report.statement.files.iter().map(|(file, _)| file.as_str());
        let first = files.find(|file| self.files.contains(file)).or_else(|| self.files.first().copied());
        if let Some(file) = first {
            self.put((file.to_owned(), Place::Start), kind, text);
        }
    }

    fn put(&mut self, (file, place): (String, Place), kind: Kind, text: String) {
        if self.files.contains(&file.as_str()) {
            self.notes.push(Note { file, place, kind, text });
        }
    }
}

/// Returns what the rules advise about each action that binds nobody.
fn advice<'a>(report: &'a Report<'_>) -> BTreeMap<usize, &'a str> {
    let mut advice = BTreeMap::new();
    for found in report.diagnostics.iter().filter(|found| is_of_weakness(found.code)) {
        if let Some(action) = found.action {
            advice.entry(action).or_insert(found.help.as_str());
        }
    }
    advice
}

/// Whether a problem is that an action binds nobody, which a note of its own kind says.
fn is_of_weakness(code: Code) -> bool {
    matches!(
        code,
        Code::ActionRestates | Code::ActionDeclined | Code::ActionDeferred | Code::ActionConditional
    )
}
