//! How much problems matter to a team, where that differs from what the rules say.

use std::collections::BTreeMap;

use super::Settings;
use crate::assess::{Code, Diagnostic, Severity};
use crate::pack::{self, Field, Level};

/// Reads the table of severities.
pub(super) fn read(field: Field<'_>) -> BTreeMap<Code, Level> {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let Some(fields) = field.table("[severity]", &names) else { return BTreeMap::new() };
    let levels = Code::ALL.iter().filter_map(|code| {
        let field = fields.get(code.name())?;
        let level = field.choice()?;
        // It may be lowered and waived, but is always told: whoever reads a result must be able to rely on it that an item of
        // which nothing is said is answered.
        if level == Level::Off && code.tells_verdict() {
            let message = format!("`{code}` cannot be off: an open item is always told");
            let help = "write \"note\", which makes no check fail unless `fail_on` says so, or waive the item \
                        with [[waiver]]";
            field.object(pack::Code::UnknownName, message, help);
        }
        Some((*code, level))
    });
    levels.collect()
}

impl Settings {
    /// Gives problems the severity that they have here, and drops those that are off.
    pub(super) fn weigh(&self, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.retain_mut(|diagnostic| {
            match self.severity.get(&diagnostic.code) {
                None => {}
                Some(Level::Error) => diagnostic.severity = Severity::Error,
                Some(Level::Warning) => diagnostic.severity = Severity::Warning,
                Some(Level::Note) => diagnostic.severity = Severity::Note,
                Some(Level::Off) => return false,
            }
            true
        });
    }
}
