//! What a rule file is about, told by what it holds.

use toml::de::DeTable;

use super::keys;
use super::source::Source;

/// What a rule file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One inspection.
    Inspection,
    /// Duties common to one kind of inspection.
    Framework,
    /// Shared vocabulary.
    Language,
}

impl Source {
    /// Returns what the file is about.
    pub fn kind(&self) -> Kind {
        let (root, _) = DeTable::parse_recoverable(&self.text);
        self.kind_of(root.get_ref())
    }

    /// Tells it by the tables in the file, since a person may put it in any folder, else by the folder.
    pub(super) fn kind_of(&self, root: &DeTable<'_>) -> Kind {
        let holds = |tables: &[&str]| tables.iter().any(|table| root.contains_key(*table));
        if holds(keys::INSPECTION_FILE) {
            Kind::Inspection
        } else if holds(keys::FRAMEWORK_FILE) {
            Kind::Framework
        } else if holds(keys::LANGUAGE_FILE) {
            Kind::Language
        } else {
            match self.name.rsplit('/').nth(1) {
                Some("inspections") => Kind::Inspection,
                Some("frameworks") => Kind::Framework,
                _ => Kind::Language,
            }
        }
    }
}
