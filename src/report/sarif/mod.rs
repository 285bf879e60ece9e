//! SARIF 2.1.0, as code-scanning services and editors take in: a result for every problem, in one run.
//!
//! What it leaves out is what would differ from machine to machine: times, absolute paths, the command line.

mod model;
mod places;
mod results;
mod rules;

use std::collections::BTreeMap;

use self::model::{
    Descriptor, Invocation, ItemPart, Log, Message, Notification, Properties, Run, StatementPart,
};
use self::places::Places;
use super::json::escaped;
use super::safe::safe;
use super::{Outcome, Report, told};
use crate::assess::Severity;

/// Returns what came of each statement as SARIF, with a line end. What is waived is suppressed; what could not be read or
/// checked is a notification, and the run is no success where a statement could not be checked.
pub fn sarif(outcomes: &[Outcome<'_>]) -> String {
    let places = Places::of(outcomes);
    let reports = || outcomes.iter().filter_map(Outcome::report);
    let run = Run {
        tool: rules::tool(),
        language: "en-GB",
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: places.bases(),
        artifacts: places.artifacts(),
        invocations: [Invocation {
            execution_successful: reports().count() == outcomes.len(),
            tool_execution_notifications: outcomes.iter().flat_map(|one| told_of(one, &places)).collect(),
        }],
        results: reports().flat_map(|report| results::of(report, &places)).collect(),
        properties: Properties { statements: reports().map(statement).collect() },
    };
    escaped(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Says what could not be checked, or not read.
fn told_of(outcome: &Outcome<'_>, places: &Places) -> Vec<Notification> {
    let told = |id, level, text: &str, locations| Notification {
        descriptor: Descriptor { id },
        level,
        message: Message::of(text),
        locations,
    };
    match outcome {
        Outcome::Failed(failed) => {
            let shown = |why: String, path: &&str| why.replace(path, places::shown(path));
            let why = failed.files.iter().fold(failed.why.to_owned(), shown);
            let locations = failed.files.iter().map(|path| places.file(path)).collect();
            vec![told(rules::NOT_CHECKED, Severity::Error, &why, locations)]
        }
        Outcome::Checked(report) => {
            let unread = report.statement.unread.iter();
            let told = unread.map(|unread| {
                let place = places.of_statement(report.statement, Some(&unread.location), None);
                told(rules::NOT_READ, Severity::Warning, &unread.what, vec![place])
            });
            told.collect()
        }
    }
}

/// The verdicts of a statement, which no result tells: SARIF lists only what is wrong.
fn statement(report: &Report<'_>) -> StatementPart {
    let items = report.assessment.items.iter().map(|item| ItemPart {
        id: item.id().to_owned(),
        verdict: item.verdict(),
        waived: item.waived().map(told::waived),
        decided: told::decisions(report, item),
    });
    StatementPart {
        files: report.statement.files.iter().map(|(path, _)| safe(places::shown(path))).collect(),
        pack: report.inspection.id.clone(),
        standing: report.inspection.standing.clone(),
        draft: report.inspection.draft,
        as_of: report.assessment.as_of.to_string(),
        due: report.assessment.deadline.as_ref().map(|deadline| deadline.due.to_string()),
        items: items.collect(),
    }
}

/// A map in the order of its keys.
type Ordered<T> = BTreeMap<String, T>;
