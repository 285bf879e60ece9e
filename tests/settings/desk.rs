//! A plan that answers half of what was asked at Pier End, and what a check makes of it under given settings.

use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use wsoa::assess::{Assessment, Code, Diagnostic, ItemOutcome, assess, diagnose};
use wsoa::document::{Limits, markdown};
use wsoa::pack::{Inspection, Rules};
use wsoa::settings::Settings;
use wsoa::statement;

/// The rules of these tests.
pub(crate) const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/review/rules");
pub(crate) const PACK: &str = "visit-pier-end-2031";

/// The day of the checks.
pub(crate) const TODAY: Date = date(2031, 5, 3);

/// Answers half of the first finding, and nothing of the second.
pub(crate) const PLAN: &str = "\
# Answer to the visit to Pier End

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
";

/// Answers the second finding too.
pub(crate) const PLAN_WITH_POST_BOOK: &str = "\
# Answer to the visit to Pier End

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Lost letters | The clerk will enter each letter in the post book. | Clerk, council | 1 May 2031 | No letter asked for twice. |
";

/// A waiver of an item with more keys.
pub(crate) fn waiver(item: &str, more: &str) -> String {
    format!(
        "[[waiver]]\nitem = \"{item}\"\nreason = \"It stands in the harbour plan.\"\nby = \"Harbour Board\"\non = 2031-04-01\n{more}\n"
    )
}

pub(crate) fn settings(text: &str) -> Settings {
    Settings::read("wsoa.toml", text).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

pub(crate) fn rules() -> &'static Rules {
    static LOADED: OnceLock<Rules> = OnceLock::new();
    LOADED.get_or_init(|| Rules::from_dir(Path::new(RULES)).unwrap())
}

pub(crate) fn inspection() -> &'static Inspection {
    rules().inspection(PACK).unwrap()
}

/// What a check found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) assessment: Assessment,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Checks a plan without settings.
pub(crate) fn checked(plan: &str) -> Found {
    let document = markdown::read("plan.md", plan, &Limits::default()).unwrap();
    let statement = statement::read(&[document], rules(), None);
    let assessment = assess(&statement, rules(), inspection(), TODAY);
    let diagnostics = diagnose(&statement, rules(), inspection(), &assessment);
    Found { assessment, diagnostics }
}

/// Checks a plan under settings.
pub(crate) fn checked_under(plan: &str, text: &str) -> Found {
    let mut found = checked(plan);
    settings(text).apply(inspection(), &mut found.assessment, &mut found.diagnostics);
    found
}

impl Found {
    /// Returns the ids of the items that are waived.
    pub(crate) fn waived(&self) -> Vec<&str> {
        let waived = self.assessment.items.iter().filter(|item| item.waived().is_some());
        waived.map(ItemOutcome::id).collect()
    }

    /// Returns each problem of a kind, with what is to be done.
    pub(crate) fn told(&self, code: Code) -> Vec<String> {
        let found = self.diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
        found.map(|diagnostic| format!("{} | {}", diagnostic.message, diagnostic.help)).collect()
    }
}
