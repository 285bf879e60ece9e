//! Recognition: which inspection a statement answers, from its own words.

use crate::document::Document;
use crate::pack::{Inspection, Rules};

/// What the words of a statement say about the inspection it answers.
#[derive(Debug)]
pub enum Recognised<'r> {
    /// It speaks of this one alone.
    One(&'r Inspection),
    /// It speaks of several; a person must choose.
    Several(Vec<&'r Inspection>),
    /// It speaks of none that the rules know.
    None,
}

/// Returns the inspections of which the documents of a statement speak, by the `recognise` query of each pack.
pub fn recognise<'r>(documents: &[Document], rules: &'r Rules) -> Recognised<'r> {
    let texts: Vec<&str> = documents.iter().flat_map(Document::texts).collect();
    let scan = rules.library.scan(&rules.analyzer, &texts);
    let speaks_of = |inspection: &&Inspection| inspection.recognise.is_some_and(|query| scan.is_match(query));
    let mut found: Vec<&Inspection> = rules.inspections.iter().filter(speaks_of).collect();
    match (found.pop(), found.is_empty()) {
        (None, _) => Recognised::None,
        (Some(only), true) => Recognised::One(only),
        (Some(last), false) => {
            found.push(last);
            Recognised::Several(found)
        }
    }
}
