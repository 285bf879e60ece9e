//! Drafts: an action while its words, owner, date and measure are being gathered.

use super::agencies::{agencies_named, agencies_of, doer};
use super::commitment::Judge;
use super::marker::strip_marker;
use super::model::{Action, Pointer, PointerKind};
use super::plan::Reader;
use super::restating;
use crate::document::Location;
use crate::pack::ColumnRole;

/// An action in the making.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) fields: Vec<(ColumnRole, String)>,
    /// What is said in a footnote to the action.
    pub(super) notes: Vec<String>,
    pub(super) pointers: Vec<Pointer>,
    pub(super) location: Location,
    /// Whether the action was found by its label, which is also how plans begin a remark (`Response: agreed`).
    pub(super) labelled: bool,
    /// Whether it was found in running text, where the doer of the sentence owns it.
    pub(super) running: bool,
    /// Whether the layout has a place of its own for the date, so that a date in the text is not the due date.
    pub(super) has_due_place: bool,
    /// Whether its own cell tells the finding too, so that its words cannot be held against those of the finding.
    pub(super) tells_finding: bool,
    /// Whether its row holds several actions with owners or dates that do not pair up with them.
    pub(super) unpaired: bool,
}

impl Draft {
    pub(super) fn new(text: &str, location: &Location) -> Self {
        Self { text: text.to_owned(), location: location.clone(), ..Self::default() }
    }

    /// Adds the text of a field; a field said twice is joined.
    pub(super) fn add(&mut self, role: ColumnRole, text: &str) {
        self.fields.push((role, text.trim().to_owned()));
    }

    /// Whether the draft names an owner, a date or a measure, blank or not, as plans do of actions.
    pub(super) fn has_fields(&self) -> bool {
        self.fields.iter().any(|(role, _)| {
            matches!(role, ColumnRole::Owner | ColumnRole::Agency | ColumnRole::Due | ColumnRole::Measure)
        })
    }

    /// Whether the layout gives it both somebody and a day, as only plans do, whatever the heading above is called.
    pub(super) fn is_assigned(&self) -> bool {
        let filled = |role| self.field(role).is_some();
        filled(ColumnRole::Owner) && filled(ColumnRole::Due)
    }

    fn field(&self, role: ColumnRole) -> Option<String> {
        let said: Vec<&str> = self
            .fields
            .iter()
            .filter(|(r, text)| *r == role && !text.is_empty())
            .map(|(_, t)| t.as_str())
            .collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// Returns the finished action, judged.
    pub(super) fn finish(self, reader: &Reader<'_>) -> Action {
        let said = |role| self.field(role).filter(|text| !reader.is_blank(text));
        let agency = said(ColumnRole::Agency);
        let owner = match (said(ColumnRole::Owner), &agency) {
            (Some(owner), Some(agency)) if !owner.contains(agency) => Some(format!("{owner} ({agency})")),
            (Some(who), _) => Some(who),
            // An agency alone owns an action only where nobody is asked to be named.
            (None, _) if self.has_owner_place() => None,
            (None, Some(agency)) => Some(agency.clone()),
            (None, None) if self.running || self.has_fields() => doer(&self.text, reader),
            (None, None) => None,
        };
        let due = match self.field(ColumnRole::Due) {
            Some(cell) => reader.dates.due(&cell),
            None if self.has_due_place => None,
            None => reader.due_in_text(&self.text),
        };
        // A number in front is part of the words, and is no sentence.
        let mut sentences = reader.judge.sentences(strip_marker(&self.text));
        sentences.extend(self.notes.iter().flat_map(|note| reader.judge.sentences(note)));
        if !self.tells_finding {
            restating::mark(&mut sentences, &self.pointers, &reader.rules.analyzer);
        }
        let measure = said(ColumnRole::Measure).or_else(|| reader.measure_in(&self.text));
        let heading = self.pointers.iter().find(|pointer| pointer.kind == PointerKind::Heading(0));
        let agencies = match (owner.as_ref().or(agency.as_ref()), heading) {
            (Some(who), _) => agencies_of(&reader.initials.written_out(who), reader.rules),
            (None, Some(heading)) if !self.has_owner_place() => agencies_named(&heading.text, reader.rules),
            (None, _) => Vec::new(),
        };
        let reference = said(ColumnRole::Reference);
        let has_reference_place = self.fields.iter().any(|(role, _)| *role == ColumnRole::Reference);
        let mut text = self.text;
        for note in &self.notes {
            text.push(' ');
            text.push_str(note);
        }
        Action {
            commitment: Judge::together(&sentences),
            text,
            sentences,
            owner,
            agencies,
            due,
            measure,
            reference,
            has_reference_place,
            unpaired: self.unpaired,
            pointers: self.pointers,
            location: self.location,
        }
    }

    fn has_owner_place(&self) -> bool {
        self.fields.iter().any(|(role, _)| *role == ColumnRole::Owner)
    }
}
