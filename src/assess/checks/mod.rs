//! What is looked for in the actions of a statement beside their answers: one file a matter.
//!
//! A framework says which checks are made and how much each matters ([`crate::pack::Check`]). To add one: name it in
//! the list of checks and of codes, write its page in `docs/codes`, look for it here, and declare it in
//! `rules/frameworks`.

mod dates;
mod measures;
mod owners;
mod rows;

mod spread;
mod whole;
mod wording;

use jiff::civil::Date;

use super::code::{Code, Severity};
use super::diagnostics::Diagnostic;
use super::model::Assessment;
use crate::dates::DateReader;
use crate::document::Location;
use crate::pack::{Check, Framework, Inspection, Level, Rules, SignOf};
use crate::query::Scan;
use crate::statement::Statement;

/// Returns what the checks of the inspection's framework find, check by check for each action in turn, then what
/// concerns the statement as a whole.
pub(super) fn run(
    statement: &Statement,
    rules: &Rules,
    inspection: &Inspection,
    assessment: &Assessment,
) -> Vec<Diagnostic> {
    let Some(framework) = rules.frameworks.iter().find(|one| one.id == inspection.framework) else {
        return Vec::new();
    };
    let dates = DateReader::new(rules.language.dates.clone(), inspection.published);
    let mut desk = Desk {
        statement,
        rules,
        inspection,
        assessment,
        framework,
        dates,
        as_of: assessment.as_of,
        found: Vec::new(),
    };
    for (at, action) in statement.actions.iter().enumerate() {
        owners::check(at, action, &mut desk);
        // Of what promises nothing it is enough to say so.
        if action.sentences.iter().any(|sentence| sentence.standing.binds()) {
            dates::check(at, action, &mut desk);
            measures::check(at, action, &mut desk);
        } else {
            wording::check(at, action, &mut desk);
        }
    }
    rows::check(&mut desk);
    spread::check(&mut desk);
    whole::check(&mut desk);
    desk.found
}

/// What the checks look at, and what they have found.
struct Desk<'a> {
    statement: &'a Statement,
    rules: &'a Rules,
    inspection: &'a Inspection,
    assessment: &'a Assessment,
    framework: &'a Framework,
    dates: DateReader,
    as_of: Date,
    found: Vec<Diagnostic>,
}

/// Where a check found something.
enum Spot<'a> {
    /// In the statement as a whole.
    Whole,
    /// In an action, by its place among all.
    Action(usize),
    /// In a passage that is no action.
    Passage(&'a Location),
}

impl Desk<'_> {
    /// Whether a check is made at all.
    fn makes(&self, check: Check) -> bool {
        self.severity(check).is_some()
    }

    fn severity(&self, check: Check) -> Option<Severity> {
        match self.framework.checks.get(&check)?.level {
            Level::Error => Some(Severity::Error),
            Level::Warning => Some(Severity::Warning),
            Level::Note => Some(Severity::Note),
            Level::Off => None,
        }
    }

    /// How much is too much for a check that counts.
    fn over(&self, check: Check) -> Option<u32> {
        self.framework.checks.get(&check)?.over
    }

    /// Notes what a check found in the action at `at` among all.
    fn note(&mut self, check: Check, at: usize, help: impl Into<String>) {
        let said = self.statement.actions.get(at).map(|action| opening(&action.text)).unwrap_or_default();
        self.report(check, |code| format!("{}: `{said}`", code.description()), help, Spot::Action(at));
    }

    /// Notes what a check found, told by `message`.
    fn report(
        &mut self,
        check: Check,
        message: impl FnOnce(Code) -> String,
        help: impl Into<String>,
        spot: Spot<'_>,
    ) {
        let Some((severity, code)) = self.severity(check).zip(Code::from_name(check.name())) else { return };
        let found = Diagnostic::new(code, message(code), help);
        let found = match spot {
            Spot::Whole => found,
            Spot::Action(at) => match self.statement.actions.get(at) {
                Some(action) => found.in_action(at, action),
                None => found,
            },
            Spot::Passage(location) => found.at(Some(location.clone())),
        };
        self.found.push(Diagnostic { severity, ..found });
    }

    /// Whether a text shows a sign.
    fn shows(&self, sign: SignOf, text: &str) -> bool {
        self.signs(text).show(sign)
    }

    /// Returns a text to be asked for several signs, read once.
    fn signs(&self, text: &str) -> Signs<'_> {
        Signs { rules: self.rules, scan: self.rules.library.scan(&self.rules.analyzer, &[text]) }
    }
}

/// A text in which signs are looked for.
struct Signs<'r> {
    rules: &'r Rules,
    scan: Scan<'r>,
}

impl Signs<'_> {
    fn show(&self, sign: SignOf) -> bool {
        let mut rules = self.rules.language.signs.iter().filter(|rule| rule.of == sign);
        rules.any(|rule| self.scan.is_match(rule.when))
    }
}

/// Returns the first words of a text, enough to find it by.
fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(9).collect();
    let short = words.join(" ");
    if short.len() < text.trim().len() { format!("{short}...") } else { short }
}
