//! What came of one statement, as JSON writes it: its files, the inspection, and the lists of what was found.

use schemars::JsonSchema;
use serde::Serialize;

use super::item::ItemPart;
use super::values::{Day, SchemaOne};
use crate::assess::{Assessment, Diagnostic};
use crate::document::{Format, Location, Unread};
use crate::pack::{AgencyId, Inspection};
use crate::report::{Failed, Outcome, Report};
use crate::statement::{Action, Commitment, Statement};

/// What `wsoa check` prints with `--format json` and, a line for each statement, with `--format json-lines`. Later
/// versions of the program may add fields, and names to the lists of codes, reasons and ties; none is changed or taken
/// away.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "wsoa check, schema 1")]
pub(super) enum Line<'a> {
    /// A statement that was held against its inspection.
    Checked(Checked<'a>),
    /// A statement that could not be.
    Failed(FailedPart<'a>),
}

/// A statement that was held against its inspection.
#[derive(Serialize, JsonSchema)]
pub(super) struct Checked<'a> {
    /// The version of this shape.
    schema: SchemaOne,
    /// The statement under check.
    statement: StatementPart<'a>,
    /// The rules it was held against.
    pack: PackPart<'a>,
    /// The day for which it was checked.
    as_of: Day,
    /// What the letter asks and whether it is answered, in the order of the letter.
    items: Vec<ItemPart<'a>>,
    /// What the statement says will be done, in reading order.
    actions: Vec<ActionPart<'a>>,
    /// What is wrong with the statement: by item in the order of the letter, then by action.
    diagnostics: &'a [Diagnostic],
}

/// A statement that could not be held against an inspection.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Failed")]
pub(super) struct FailedPart<'a> {
    /// The version of this shape.
    schema: SchemaOne,
    /// The statement.
    statement: FailedFiles<'a>,
    /// Why it could not be checked, and what to do about it.
    error: &'a str,
}

/// A statement of which nothing is known but its files.
#[derive(Serialize, JsonSchema)]
struct FailedFiles<'a> {
    /// Its files, in the order in which they were named.
    files: Vec<NamedFile<'a>>,
}

/// A file that was named.
#[derive(Serialize, JsonSchema)]
struct NamedFile<'a> {
    /// The file, as it was named.
    path: &'a str,
}

/// The statement under check.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statement")]
pub(in crate::report) struct StatementPart<'a> {
    /// Its files, in the order in which they were named.
    files: Vec<FilePart<'a>>,
    /// What could not be read. A verdict that may depend on it is `cannot-tell`.
    unread: &'a [Unread],
}

/// A file that was read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct FilePart<'a> {
    /// The file, as it was named.
    path: &'a str,
    /// The format it was read as.
    format: Format,
}

/// The rules of an inspection.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Pack")]
pub(in crate::report) struct PackPart<'a> {
    /// The id of the inspection.
    id: &'a str,
    /// What the rules rest on: `full letter`.
    standing: &'a str,
    /// Whether they were drafted from the letter and nobody has finished them, so that no verdict by them is sure.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    /// The last day for the statement, where the letter or its framework gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
}

/// Something the statement says will be done.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Action")]
pub(in crate::report) struct ActionPart<'a> {
    /// Its words.
    text: &'a str,
    /// Who does it, as written; null when blank or to be confirmed.
    owner: Option<&'a str>,
    /// The agencies that the owner belongs to, by id.
    agencies: Vec<&'a str>,
    /// When it is due; null when nothing is said.
    due: Option<DuePart<'a>>,
    /// How success is known, as written; null when blank or to be confirmed.
    measure: Option<&'a str>,
    /// How firmly it commits.
    commitment: Commitment,
    /// The aspects it answers, as `finding.aspect`.
    answers: &'a [String],
    /// Where it stands.
    location: &'a Location,
}

/// When an action is due.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Due")]
struct DuePart<'a> {
    /// The words of the statement.
    text: &'a str,
    /// The last day of what they name; null when they name no day.
    date: Option<Day>,
}

impl<'a> Line<'a> {
    pub(super) fn of(outcome: &Outcome<'a>) -> Self {
        match outcome {
            Outcome::Checked(report) => Self::Checked(Checked::of(report)),
            Outcome::Failed(failed) => Self::Failed(FailedPart::of(failed)),
        }
    }
}

impl<'a> Checked<'a> {
    pub(super) fn of(report: &Report<'a>) -> Self {
        let Report { statement, inspection, asked, assessment, diagnostics, .. } = *report;
        let actions = statement.actions.iter().zip(&assessment.answers);
        Self {
            schema: SchemaOne,
            statement: StatementPart::of(statement),
            pack: PackPart::of(inspection, assessment),
            as_of: Day(assessment.as_of),
            items: assessment.items.iter().map(|outcome| ItemPart::of(outcome, asked)).collect(),
            actions: actions.map(|(action, answers)| ActionPart::of(action, answers)).collect(),
            diagnostics,
        }
    }
}

impl<'a> FailedPart<'a> {
    fn of(failed: &Failed<'a>) -> Self {
        let files = failed.files.iter().map(|path| NamedFile { path }).collect();
        Self { schema: SchemaOne, statement: FailedFiles { files }, error: failed.why }
    }
}

impl<'a> StatementPart<'a> {
    pub(in crate::report) fn of(statement: &'a Statement) -> Self {
        let files = statement.files.iter().map(|(path, format)| FilePart { path, format: *format });
        Self { files: files.collect(), unread: &statement.unread }
    }
}

impl<'a> PackPart<'a> {
    pub(in crate::report) fn of(inspection: &'a Inspection, assessment: &Assessment) -> Self {
        Self {
            id: &inspection.id,
            standing: &inspection.standing,
            draft: inspection.draft,
            due: assessment.deadline.as_ref().map(|deadline| Day(deadline.due)),
        }
    }
}

impl<'a> ActionPart<'a> {
    pub(in crate::report) fn of(action: &'a Action, answers: &'a [String]) -> Self {
        let due = action.due.as_ref();
        Self {
            text: &action.text,
            owner: action.owner.as_deref(),
            agencies: action.agencies.iter().map(AgencyId::as_str).collect(),
            due: due.map(|due| DuePart { text: &due.text, date: due.range.map(|(_, last)| Day(last)) }),
            measure: action.measure.as_deref(),
            commitment: action.commitment,
            answers,
            location: &action.location,
        }
    }
}
