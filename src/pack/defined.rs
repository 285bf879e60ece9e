//! Ids that are taken: each may be defined once, and a mistyped one is compared with them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::code::Code;
use super::fields::{Field, File, Text};
use super::names::help_for_name;

/// The ids of one kind of thing, with the place of each. An id counts as defined even where the rest of its table
/// is wrong, so that one fault is not reported again wherever the id is used.
#[derive(Debug)]
pub(super) struct Defined<'t> {
    what: &'static str,
    first: BTreeMap<String, (File<'t>, Range<usize>)>,
}

impl<'t> Defined<'t> {
    /// Returns an empty list of the ids of `what`.
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, first: BTreeMap::new() }
    }

    /// Reads an id and defines it.
    pub(super) fn read(&mut self, field: Field<'t>) -> Option<Text> {
        let id = field.id()?;
        self.define(field.file, &id).then_some(id)
    }

    /// Defines an id. Where it is taken, notes that and returns false.
    pub(super) fn define(&mut self, file: File<'t>, id: &Text) -> bool {
        let Some((first_file, first)) = self.first.get(&id.value) else {
            self.first.insert(id.value.clone(), (file, id.span.clone()));
            return true;
        };
        let message = format!("the {} `{}` is defined twice", self.what, id.value);
        let problem = file.problem(Code::DuplicateId, id.span.clone(), message).label("again here");
        file.report.push(if first_file.at == file.at {
            problem.also(first.clone(), "first here")
        } else {
            problem.help(format!(
                "it stands in `{}` already; {}",
                first_file.source.name,
                Code::DuplicateId.help()
            ))
        });
        false
    }

    /// Whether an id is defined; where it is not, notes that with the nearest one.
    pub(super) fn check(&self, file: File<'_>, id: &Text, code: Code) -> bool {
        if self.first.contains_key(&id.value) {
            return true;
        }
        let ids: Vec<_> = self.first.keys().map(String::as_str).collect();
        let message = format!("there is no {} `{}`", self.what, id.value);
        let problem = file.problem(code, id.span.clone(), message);
        file.report.push(problem.help(help_for_name(&id.value, &ids)));
        false
    }
}
