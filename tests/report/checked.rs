//! Statements that were checked, to make reports of: by small invented rules, with what people decided laid over them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use wsoa::assess::{Assessment, Diagnostic, ItemOutcome, Reviewed, Suspicion, Waiver, assess, diagnose};
use wsoa::document::{self, Document, Limits, Location, Unread};
use wsoa::letter::Item;
use wsoa::pack::{Inspection, Rules};
use wsoa::report::{Failed, Outcome, Report};
use wsoa::statement::{self, Statement};

/// Answers half of the first finding, puts the other half off, and leaves the second finding out. The row that puts off
/// names nobody and no day.
pub(crate) const QUAY: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Night desk | Calling back within the hour waits for the review next year. | TBC | TBC | TBC |
";

/// The small rules of the tests of the command line.
static RULES: LazyLock<Rules> = LazyLock::new(|| {
    Rules::from_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules"))).unwrap()
});

static ASKED: LazyLock<BTreeMap<String, Item>> = LazyLock::new(BTreeMap::new);

const TODAY: Date = date(2031, 6, 4);

/// A statement that was held against its inspection.
pub(crate) struct Checked {
    pub(crate) statement: Statement,
    pub(crate) assessment: Assessment,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Checks one file.
    pub(crate) fn of(name: &str, words: &str) -> Self {
        Self::read(&[read(name, words)])
    }

    /// Checks one file in which a picture was not read.
    pub(crate) fn with_picture(name: &str, words: &str) -> Self {
        let mut document = read(name, words);
        let location = Location { text: "page 2".to_owned(), page: Some(2), ..Location::default() };
        document.unread.push(Unread { what: "the picture may hold text".to_owned(), location });
        Self::read(&[document])
    }

    /// Checks files that together are one statement.
    pub(crate) fn read(documents: &[Document]) -> Self {
        let statement = statement::read(documents, &RULES, inspection().published);
        let assessment = assess(&statement, &RULES, inspection(), TODAY);
        let diagnostics = diagnose(&statement, &RULES, inspection(), &assessment);
        Self { statement, assessment, diagnostics }
    }

    /// Lays a person's waiver over an item.
    pub(crate) fn waived(mut self, id: &str, reason: &str) -> Self {
        let waiver = Waiver {
            item: id.to_owned(),
            reason: reason.to_owned(),
            by: "Head of Quays".to_owned(),
            on: date(2031, 4, 2),
            until: Some(date(2031, 12, 31)),
        };
        for item in self.assessment.items.iter_mut().filter(|item| item.id() == id) {
            match item {
                ItemOutcome::Finding(outcome) => outcome.waived = Some(waiver.clone()),
                ItemOutcome::NextStep(outcome) => outcome.waived = Some(waiver.clone()),
            }
        }
        for diagnostic in &mut self.diagnostics {
            diagnostic.waived |= diagnostic.item.as_deref() == Some(id);
        }
        self
    }

    /// Lays a person's decision over an aspect, which no longer holds where something is given that changed since.
    pub(crate) fn decided(mut self, aspect: &str, why: &str, suspicion: Option<Suspicion>) -> Self {
        for item in &mut self.assessment.items {
            let ItemOutcome::Finding(finding) = item else { continue };
            for outcome in finding.aspects.iter_mut().filter(|outcome| outcome.id == aspect) {
                outcome.reviewed = Some(Reviewed {
                    met: true,
                    by: "Clerk to the Board".to_owned(),
                    on: date(2031, 5, 2),
                    why: why.to_owned(),
                    rules_said: "met, likely: words".to_owned(),
                    suspicion: suspicion.clone(),
                });
            }
        }
        self
    }

    /// Returns the report of it.
    pub(crate) fn report(&self) -> Report<'_> {
        Report {
            statement: &self.statement,
            rules: &RULES,
            inspection: inspection(),
            asked: &ASKED,
            assessment: &self.assessment,
            diagnostics: &self.diagnostics,
        }
    }

    /// Returns it as one of those that were checked in one run.
    pub(crate) fn outcome(&self) -> Outcome<'_> {
        Outcome::Checked(self.report())
    }
}

/// Returns the inspection that the statements answer.
pub(crate) fn inspection() -> &'static Inspection {
    RULES.inspection("visit-amber-quay-2031").unwrap()
}

/// Reads a file.
pub(crate) fn read(name: &str, words: &str) -> Document {
    document::read(name, words.as_bytes(), &Limits::default()).unwrap()
}

/// The plan as it is mostly used: a rota that a clerk confirmed, and letters that are waived.
pub(crate) fn quay() -> Checked {
    Checked::of("drafts/quay.md", QUAY)
        .decided("rota", "two names are enough", None)
        .waived("lost-letters", "the post office answers it")
}

/// A decision that rests on words which were taken out.
pub(crate) fn gone() -> Suspicion {
    let now = (
        "Publish a rota.".to_owned(),
        Location { text: "Table 1, row 2, Action".to_owned(), ..Location::default() },
    );
    Suspicion {
        says: "the words it rests on changed",
        words: "A rota with names.".to_owned(),
        now: Some(now),
    }
}

/// A statement that could not be read.
pub(crate) const LOST: Outcome<'static> = Outcome::Failed(Failed {
    files: &["drafts/lost.docx"],
    why: "`drafts/lost.docx` cannot be read: it is protected by a password",
});
