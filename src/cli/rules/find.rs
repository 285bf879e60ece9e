//! Finds what a person names: an inspection, an item, an aspect, a framework or a set, by its id or the end of it.

use wsoa::pack::{Aspect, Finding, Framework, Inspection, Item, NextStep, Rules, Set, nearest};

/// Something that has an id.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named<'r> {
    Inspection(&'r Inspection),
    Finding(&'r Finding),
    NextStep(&'r NextStep),
    Aspect(&'r Aspect),
    Framework(&'r Framework),
    Set(&'r Set),
}

/// Everything that has an id, with its full id: `inspection/finding.aspect`.
pub(super) struct Names<'r>(Vec<(String, Named<'r>)>);

impl<'r> Names<'r> {
    /// Gathers the names of `rules`.
    pub(super) fn new(rules: &'r Rules) -> Self {
        let mut names = Vec::new();
        for inspection in &rules.inspections {
            names.push((inspection.id.clone(), Named::Inspection(inspection)));
            for item in inspection.items() {
                match item {
                    Item::NextStep(step) => {
                        names.push((format!("{}/{}", inspection.id, step.id), Named::NextStep(step)));
                    }
                    Item::Finding(finding) => {
                        let full = format!("{}/{}", inspection.id, finding.id);
                        let aspects = finding.aspects.iter();
                        let aspects = aspects.map(|a| (format!("{full}.{}", a.id), Named::Aspect(a)));
                        names.push((full.clone(), Named::Finding(finding)));
                        names.extend(aspects);
                    }
                }
            }
        }
        names.extend(rules.frameworks.iter().map(|one| (one.id.clone(), Named::Framework(one))));
        names.extend(rules.language.sets.iter().map(|(name, set)| (format!("@{name}"), Named::Set(set))));
        Self(names)
    }

    /// Returns everything that has this id, in full or by its end (`finding`, `finding.aspect`).
    ///
    /// # Errors
    ///
    /// Says that there is nothing of that id, and which id is nearest.
    pub(super) fn find(&self, id: &str) -> Result<Vec<&(String, Named<'r>)>, String> {
        let found: Vec<_> = self.0.iter().filter(|(full, _)| full == id || end(full) == id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let all = self.0.iter().flat_map(|(full, _)| [end(full), full]);
        Err(match nearest(id, all) {
            Some(near) => format!("the rules hold nothing called `{id}`; did you mean `{near}`?"),
            None => format!("the rules hold nothing called `{id}`; `wsoa rules list` lists the inspections"),
        })
    }
}

/// Returns an id without its inspection.
fn end(full: &str) -> &str {
    full.split_once('/').map_or(full, |(_, end)| end)
}
