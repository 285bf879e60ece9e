//! Next steps: what the letter demands of the statement itself.

use jiff::civil::Date;

use super::due::Deadline;
use super::model::{ItemOutcome, NextStepOutcome, Verdict};
use crate::clock::Holidays;
use crate::pack::{AgencyId, Inspection, NextStep, NextStepCheck, Rules};
use crate::statement::{Action, Standing, Statement};

/// Returns the outcome of one next step. `findings` are the outcomes of the findings.
pub(super) fn judge<'o>(
    step: &NextStep,
    inspection: &Inspection,
    statement: &Statement,
    rules: &Rules,
    findings: impl Iterator<Item = &'o ItemOutcome>,
    deadline: Option<&Deadline>,
    as_of: Date,
) -> NextStepOutcome {
    let shown = shown_in(step, statement, rules);
    let (verdict, missing, note) = match step.check {
        NextStepCheck::CoordinatedStatement => coordinated(shown),
        NextStepCheck::RespondsToFindings => responds(findings),
        NextStepCheck::MultiAgency => multi_agency(inspection, statement, rules),
        NextStepCheck::PartnershipAndAgencyActions => joint_and_single(statement),
        NextStepCheck::Submission => submission(inspection, deadline, shown, as_of, &rules.language.holidays),
    };
    // The calendar does not hang on what was read; all else may be answered in the part that was not.
    let hidden = !statement.unread.is_empty()
        && verdict != Verdict::Addressed
        && step.check != NextStepCheck::Submission;
    let verdict = if hidden { Verdict::CannotTell } else { verdict };
    NextStepOutcome { id: step.id.clone(), verdict, missing, note, waived: None }
}

type Found = (Verdict, Vec<AgencyId>, String);

/// Whether the statement anywhere says what the step asks it to say.
fn shown_in(step: &NextStep, statement: &Statement, rules: &Rules) -> bool {
    let Some(query) = step.shown_by else { return false };
    let passages = statement.passages.iter().map(|passage| &passage.text);
    let mut texts =
        statement.headings.iter().chain(passages).chain(statement.actions.iter().map(|action| &action.text));
    texts.any(|text| rules.library.scan(&rules.analyzer, &[text]).is_match(query))
}

fn coordinated(shown: bool) -> Found {
    if shown {
        (Verdict::Addressed, Vec::new(), "the statement says that it is the coordinated answer".to_owned())
    } else {
        (
            Verdict::Unaddressed,
            Vec::new(),
            "nowhere does it say that it is the coordinated written statement, nor who coordinates it"
                .to_owned(),
        )
    }
}

fn responds<'o>(findings: impl Iterator<Item = &'o ItemOutcome>) -> Found {
    let verdicts: Vec<Verdict> =
        findings.filter(|item| matches!(item, ItemOutcome::Finding(_))).map(ItemOutcome::verdict).collect();
    let answered = verdicts.iter().filter(|verdict| **verdict == Verdict::Addressed).count();
    let verdict = if answered == verdicts.len() {
        Verdict::Addressed
    } else if verdicts.iter().all(|verdict| *verdict == Verdict::Unaddressed) {
        Verdict::Unaddressed
    } else {
        Verdict::Partial
    };
    (verdict, Vec::new(), format!("{answered} of {} findings are answered in full", verdicts.len()))
}

fn multi_agency(inspection: &Inspection, statement: &Statement, rules: &Rules) -> Found {
    let owns = |id: &AgencyId| {
        statement.actions.iter().filter(takes_part).any(|action| action.agencies.contains(id))
    };
    let missing: Vec<AgencyId> = inspection.agencies.iter().filter(|id| !owns(id)).cloned().collect();
    let names: Vec<&str> =
        rules.language.agencies.iter().filter(|a| missing.contains(&a.id)).map(|a| a.name.as_str()).collect();
    let verdict = match missing.len() {
        0 => Verdict::Addressed,
        all if all == inspection.agencies.len() => Verdict::Unaddressed,
        _ => Verdict::Partial,
    };
    let note = if names.is_empty() {
        "every agency of the inspection owns an action".to_owned()
    } else {
        format!("no action is owned by {}", names.join(", "))
    };
    (verdict, missing, note)
}

/// Whether an action is more than a refusal, a word for later or the finding said again.
fn takes_part(action: &&Action) -> bool {
    let says_no = |standing| matches!(standing, Standing::Declined | Standing::Deferred | Standing::Restates);
    action.sentences.is_empty() || !action.sentences.iter().all(|sentence| says_no(sentence.standing))
}

fn joint_and_single(statement: &Statement) -> Found {
    let joint = statement.actions.iter().filter(|action| action.agencies.len() > 1).count() as u64;
    let single = statement.actions.iter().filter(|action| action.agencies.len() == 1).count();
    let verdict = match (joint, single) {
        (0, 0) => Verdict::Unaddressed,
        (0, _) | (_, 0) => Verdict::Partial,
        _ => Verdict::Addressed,
    };
    let actions = counted(joint, "action is", "actions are");
    (verdict, Vec::new(), format!("{actions} owned by several agencies, {single} by one"))
}

fn submission(
    inspection: &Inspection,
    deadline: Option<&Deadline>,
    shown: bool,
    as_of: Date,
    holidays: &Holidays,
) -> Found {
    let Some(deadline) = deadline else {
        return (Verdict::Addressed, Vec::new(), "the letter sets no date".to_owned());
    };
    let due = deadline.due;
    let (days, working) = deadline.days_left(as_of, holidays);
    if days < 0 {
        let ago = counted(days.unsigned_abs(), "day", "days");
        return (Verdict::Unaddressed, Vec::new(), format!("it was due on {due}, {ago} ago"));
    }
    let working = working.map(|working| format!(" ({})", counted(working, "working day", "working days")));
    let left = counted(days.unsigned_abs(), "day", "days");
    let note = format!("due on {due}, {left}{} left", working.unwrap_or_default());
    if shown {
        (Verdict::Addressed, Vec::new(), note)
    } else {
        let to = inspection.send_to.as_deref().unwrap_or("the inspectorates");
        (
            Verdict::Partial,
            Vec::new(),
            format!("{note}; the statement does not say that it goes to {to}, nor when"),
        )
    }
}

/// Returns a number with what it counts.
fn counted(number: impl Into<u64> + Copy, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}
