//! Settings as they were read: what is left out is `None` or empty, and paths stand as the file writes them.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::FailOn;
use crate::assess::{Code, Waiver};
use crate::pack::{self, Level, Problem, Problems, Rules, Source, nearest};

/// What `pack` says where the rules are to be drafted from the letter.
pub(super) const DRAFT: &str = "draft";

/// The settings of a `wsoa.toml`.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The file.
    pub(super) source: Source,
    /// The inspection that the statement answers, by id, or `draft`.
    pub pack: Option<String>,
    /// The files of the statement, or patterns that find them, relative to the file.
    pub statement: Vec<String>,
    /// The folder of rules, relative to the file.
    pub rules: Option<String>,
    /// The letter, relative to the file.
    pub letter: Option<String>,
    /// The decisions of people, relative to the file.
    pub review: Option<String>,
    /// The day on which the letter was received.
    pub received: Option<Date>,
    /// The day of the check.
    pub as_of: Option<Date>,
    /// What makes a check fail.
    pub fail_on: Option<FailOn>,
    /// How much problems matter here, where that differs from what the rules say.
    pub severity: BTreeMap<Code, Level>,
    /// The items that need not be answered, in the order of the file; no two are about the same one.
    pub waivers: Vec<Waiver>,
    /// Where the value of `pack` stands.
    pub(super) pack_at: Range<usize>,
}

impl Settings {
    /// Returns what the file is called.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// Returns whether they are about the answer to `inspection`: they name it, or none, or leave it to the letter.
    pub fn are_about(&self, inspection: &str) -> bool {
        self.pack.as_deref().is_none_or(|pack| pack == DRAFT || pack == inspection)
    }

    /// Holds the inspection that they name against those of `rules`.
    ///
    /// # Errors
    ///
    /// Says with its place that the rules do not have it, and which one may be meant.
    pub fn hold_against(&self, rules: &Rules) -> Result<(), Problems> {
        let Some(pack) = self.pack.as_deref().filter(|pack| *pack != DRAFT) else { return Ok(()) };
        if rules.inspection(pack).is_some() {
            return Ok(());
        }
        let ids = rules.inspections.iter().map(|inspection| inspection.id.as_str());
        let help = match nearest(pack, ids) {
            Some(near) => format!("did you mean `{near}`? `wsoa rules list` shows every inspection"),
            None => "`wsoa rules list` shows every inspection".to_owned(),
        };
        let message = format!("there is no inspection `{pack}` in the rules");
        let span = self.pack_at.clone();
        Err(Problem::new(pack::Code::UnknownName, &self.source, span, message).help(help).into())
    }
}
