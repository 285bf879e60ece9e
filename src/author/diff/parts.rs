//! Parts: which part of which query made a text fare otherwise, followed into the shared sets.

use super::model::{Change, PartChange, Turn};
use super::version::Version;
use crate::pack::At;
use crate::query::{QueryId, Scan, Trace};

/// A text, as one version of the rules looks at it.
#[derive(Clone, Copy)]
pub(super) struct Eye<'e> {
    pub(super) version: &'e Version,
    pub(super) text: &'e Scan<'e>,
}

/// A query with its place, in the version that has it.
pub(super) type Asked<'e> = Option<(QueryId, &'e At)>;

/// Returns the parts of a query that turned out otherwise, where the whole of it did. The query is called `name` and is
/// that `of` something.
pub(super) fn of_query(
    (of, name): (&str, &str),
    (old, was): (Eye<'_>, Asked<'_>),
    (new, now): (Eye<'_>, Asked<'_>),
) -> Vec<PartChange> {
    let mut search = Search { of, name, sets: Vec::new(), found: Vec::new() };
    match (was, now) {
        (Some((was, was_at)), Some((now, now_at))) => {
            let (was, now) = (old.text.trace(was), new.text.trace(now));
            let old = View { eye: old, at: was_at, trace: &was };
            let new = View { eye: new, at: now_at, trace: &now };
            search.between(old, new, outcome);
        }
        (Some((was, at)), None) => {
            let trace = old.text.trace(was);
            search.push_one(View { eye: old, at, trace: &trace }, Change::TakenOut);
        }
        (None, Some((now, at))) => {
            let trace = new.text.trace(now);
            search.push_one(View { eye: new, at, trace: &trace }, Change::Added);
        }
        (None, None) => {}
    }
    search.found
}

/// A part of a query with how a text fared against it.
#[derive(Clone, Copy)]
struct View<'v> {
    eye: Eye<'v>,
    at: &'v At,
    trace: &'v Trace,
}

impl<'v> View<'v> {
    fn part(self, trace: &'v Trace) -> Self {
        Self { trace, ..self }
    }

    /// Returns the parts of which it asks for all, or for any.
    fn parts(self, operator: &str) -> Vec<Self> {
        if self.trace.label == operator {
            self.trace.parts.iter().map(|trace| self.part(trace)).collect()
        } else {
            vec![self]
        }
    }

    fn operator(self) -> &'v str {
        if self.trace.parts.is_empty() { "" } else { self.trace.label.split('/').next().unwrap_or_default() }
    }

    /// Whether it is so much like another part that the two are one part, changed.
    fn grew_from(self, other: Self) -> bool {
        let shared = |part: &Trace| other.trace.parts.iter().any(|one| one.written() == part.written());
        !self.operator().is_empty()
            && self.operator() == other.operator()
            && self.trace.parts.iter().any(shared)
    }
}

/// What about two parts is compared: at first whether they match, then what they found.
type Differ = fn(&Trace, &Trace) -> bool;

fn outcome(was: &Trace, now: &Trace) -> bool {
    was.matched != now.matched
}

fn words(was: &Trace, now: &Trace) -> bool {
    was.found != now.found
}

/// The search for the parts that did it.
struct Search<'s> {
    of: &'s str,
    name: &'s str,
    sets: Vec<String>,
    found: Vec<PartChange>,
}

impl Search<'_> {
    /// Notes the smallest parts of `old` and `new` that differ.
    fn between(&mut self, old: View<'_>, new: View<'_>, differ: Differ) {
        if !differ(old.trace, new.trace) {
            return;
        }
        let before = self.found.len();
        let operators = [old.trace.label.as_str(), new.trace.label.as_str()];
        let same = operators[0] == operators[1];
        if same && operators[0].starts_with('@') {
            self.inside_set(old, new, differ);
        } else if operators.contains(&"OR") {
            self.among(old.parts("OR"), new.parts("OR"), true, differ);
        } else if operators.contains(&"AND") {
            self.among(old.parts("AND"), new.parts("AND"), false, differ);
        } else if same {
            self.beside_each_other(old, new, differ);
        }
        if self.found.len() == before {
            self.push(old, new);
        }
    }

    /// Goes on into a shared set, the text of which is asked as of a query of its own.
    fn inside_set(&mut self, old: View<'_>, new: View<'_>, differ: Differ) {
        let name = old.trace.label.as_str();
        let set = |view: View<'_>| {
            let set = view.eye.version.rules.language.sets.get(name.trim_start_matches('@'));
            set.map(|set| (view.eye.text.trace(set.query), set.at.clone()))
        };
        let (Some((was, was_at)), Some((now, now_at))) = (set(old), set(new)) else { return };
        self.sets.push(name.to_owned());
        self.between(
            View { trace: &was, at: &was_at, ..old },
            View { trace: &now, at: &now_at, ..new },
            differ,
        );
        self.sets.pop();
    }

    /// Compares the sides of a distance, or what a `NOT` is about.
    fn beside_each_other(&mut self, old: View<'_>, new: View<'_>, differ: Differ) {
        let before = self.found.len();
        for differ in [differ, words] {
            for (was, now) in old.trace.parts.iter().zip(&new.trace.parts) {
                self.between(old.part(was), new.part(now), differ);
            }
            // Both sides may stand in the text all along, one of them now elsewhere.
            if self.found.len() > before {
                return;
            }
        }
    }

    /// Compares parts of which `any` is enough, or all are needed: those that are the same but for how they turned out,
    /// then those that came, went or were changed and so made the difference.
    fn among(&mut self, old: Vec<View<'_>>, new: Vec<View<'_>>, any: bool, differ: Differ) {
        let mut came = new;
        let mut went = Vec::new();
        for was in old {
            let written = was.trace.written();
            match came.iter().position(|now| now.trace.written() == written) {
                Some(same) => self.between(was, came.remove(same), differ),
                None => went.push(was),
            }
        }
        went.retain(|was| match came.iter().position(|now| now.grew_from(*was)) {
            Some(grown) => {
                self.between(*was, came.remove(grown), differ);
                false
            }
            None => true,
        });
        let counts = |view: &View<'_>| view.trace.matched == any;
        for was in went.into_iter().filter(counts) {
            self.push_one(was, Change::TakenOut);
        }
        for now in came.into_iter().filter(counts) {
            self.push_one(now, Change::Added);
        }
    }

    /// Notes a part that one version alone has.
    fn push_one(&mut self, view: View<'_>, change: Change) {
        let matched = view.trace.matched;
        let matched = match change {
            Change::TakenOut => Turn { was: matched, now: false },
            _ => Turn { was: false, now: matched },
        };
        self.note(view, matched, view.trace.found.clone(), Some(change), None);
    }

    /// Notes a part that both versions have, as it is or changed.
    fn push(&mut self, old: View<'_>, new: View<'_>) {
        let (was, now) = (old.trace.written(), new.trace.written());
        let changed = was != now;
        let matched = Turn { was: old.trace.matched, now: new.trace.matched };
        let found = if old.trace.matched { &old.trace.found } else { &new.trace.found };
        let (change, to) = if changed { (Some(Change::Changed), Some(now)) } else { (None, None) };
        self.note(View { trace: new.trace, ..new }, matched, found.clone(), change, to.map(|to| (was, to)));
    }

    fn note(
        &mut self,
        view: View<'_>,
        matched: Turn<bool>,
        found: Vec<String>,
        change: Option<Change>,
        changed: Option<(String, String)>,
    ) {
        let (part, to) = match changed {
            Some((was, now)) => (was, Some(now)),
            None => (view.trace.written(), None),
        };
        let note = PartChange {
            of: self.of.to_owned(),
            query: self.name.to_owned(),
            sets: self.sets.clone(),
            part,
            to,
            change,
            matched,
            found,
            place: view.eye.version.place(view.at, view.trace.span.start),
        };
        if !self.found.contains(&note) {
            self.found.push(note);
        }
    }
}
