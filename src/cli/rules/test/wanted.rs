//! Which inspections, findings and aspects a test is about.

use wsoa::pack::Rules;

use crate::cli::rules::find::{Named, Names};

/// The full ids that the user named; the empty one stands for all.
#[derive(Debug)]
pub(super) struct Wanted(Vec<String>);

impl Wanted {
    /// Finds what `ids` name; all where none is named.
    ///
    /// # Errors
    ///
    /// Says which id names nothing, or nothing that can be tested.
    pub(super) fn of(ids: &[String], rules: &Rules) -> Result<Self, String> {
        if ids.is_empty() {
            return Ok(Self(vec![String::new()]));
        }
        let names = Names::new(rules);
        let mut wanted = Vec::new();
        for id in ids {
            let found = names.find(id)?;
            let tested = |named: &Named<'_>| {
                matches!(named, Named::Inspection(_) | Named::Finding(_) | Named::Aspect(_))
            };
            if !found.iter().any(|(_, named)| tested(named)) {
                return Err(format!("`{id}` has no examples; name an inspection, a finding or an aspect"));
            }
            wanted.extend(found.iter().map(|(full, _)| full.clone()));
        }
        Ok(Self(wanted))
    }

    /// Whether everything is wanted.
    pub(super) fn is_all(&self) -> bool {
        self.0.iter().any(String::is_empty)
    }

    /// Whether the aspect or item of this full id is wanted, or is part of what is.
    pub(super) fn holds(&self, id: &str) -> bool {
        self.0.iter().any(|wanted| {
            let rest = id.strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| wanted.is_empty() || rest.is_empty() || rest.starts_with(['/', '.']))
        })
    }

    /// Whether an inspection holds anything that is wanted.
    pub(super) fn touches(&self, inspection: &str) -> bool {
        let within = |wanted: &String| wanted.split('/').next().is_some_and(|first| first == inspection);
        self.is_all() || self.0.iter().any(within)
    }
}
