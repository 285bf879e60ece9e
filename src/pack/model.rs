//! Rules that have been checked and compiled: what the later stages work by.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use jiff::civil::Date;

use super::at::{At, SourceRef};
use super::load::load;
use super::names::{Check, Level, NextStepCheck, Responses, Start};
use super::problem::Problems;
use super::source::{Source, embedded, embedded_for, read_dir};
use super::vocabulary::{Agency, Language};
use crate::clock::Clock;
use crate::query::{Library, QueryId};
use crate::text::Analyzer;

/// All rules, ready for use.
#[derive(Debug)]
pub struct Rules {
    /// The inspections, by file.
    pub inspections: Vec<Inspection>,
    /// The frameworks, by file.
    pub frameworks: Vec<Framework>,
    /// The shared vocabulary.
    pub language: Language,
    /// Every query of all of them.
    pub library: Library,
    /// Cuts texts into words the way the rules say.
    pub analyzer: Analyzer,
    /// The files they were read from.
    pub sources: Vec<Source>,
    /// Every query that a person wrote, with its place, in the order in which they were read.
    pub queries: Vec<(QueryId, At)>,
    /// Every regular expression that stands outside of queries, with its place.
    pub patterns: Vec<(String, At)>,
    /// What is probably not meant, though it keeps nothing from working.
    pub warnings: Problems,
}

impl Rules {
    /// Loads the rules that ship in the binary.
    ///
    /// # Errors
    ///
    /// Gives every problem in them.
    pub fn embedded() -> Result<Self, Problems> {
        load(embedded())
    }

    /// Loads the rules that ship in the binary for one inspection, or with `None` only to find out which one it is:
    /// every other inspection is without its items.
    ///
    /// # Errors
    ///
    /// Gives every problem in them.
    pub fn embedded_for(id: Option<&str>) -> Result<Self, Problems> {
        load(embedded_for(id))
    }

    /// Loads the rules of a folder.
    ///
    /// # Errors
    ///
    /// Gives every file that cannot be read, or else every problem in the files.
    pub fn from_dir(folder: &Path) -> Result<Self, Problems> {
        load(read_dir(folder)?)
    }

    /// Returns the inspection with this id.
    pub fn inspection(&self, id: &str) -> Option<&Inspection> {
        self.inspections.iter().find(|inspection| inspection.id == id)
    }

    /// Returns the agencies that a text names or whose people it names, in the order of the rules.
    pub fn agencies_in<'r>(&'r self, text: &str) -> impl Iterator<Item = &'r Agency> + use<'r> {
        let scan = self.library.scan(&self.analyzer, &[text]);
        self.language.agencies.iter().filter(move |agency| scan.is_match(agency.owns))
    }

    /// Returns the file a reference names.
    pub fn source(&self, file: SourceRef) -> Option<&Source> {
        self.sources.get(file.0)
    }

    /// Returns what stands at a place of a rule file, such as a query as its author wrote it.
    pub fn text_at(&self, at: &At) -> &str {
        self.source(at.file).and_then(|source| source.text.get(at.bytes.clone())).unwrap_or_default()
    }
}

/// The id of an agency.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyId(pub(super) String);

impl AgencyId {
    /// Returns the id as a rule file writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AgencyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A kind of inspection.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Its id, as inspections name it.
    pub id: String,
    /// Its name in words.
    pub name: String,
    /// What it is and what it asks for, in a sentence or two.
    pub summary: String,
    /// What an answer to a finding may be; `None` where no source says.
    pub responses: Option<Responses>,
    /// What it looks for in the actions of a statement, with how much it matters, in the order of the list of checks;
    /// what the framework that it extends says is already in it.
    pub checks: BTreeMap<Check, CheckRule>,
    /// What it obliges whoever is inspected to do. The first is the duty to answer; others come beside it.
    pub duties: Vec<Duty>,
}

/// How a framework has a check made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckRule {
    /// How much it matters.
    pub level: Level,
    /// How much is too much, where the check counts: months, findings, or actions in a hundred.
    pub over: Option<u32>,
}

/// Something that a kind of inspection obliges whoever is inspected to do.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its id, unique in the framework.
    pub id: String,
    /// What must be done.
    pub asks: String,
    /// Who must do it.
    pub by: String,
    /// The time there is for it; `None` where no source says.
    pub clock: Option<Clock>,
    /// The day on which the time starts.
    pub starts: Start,
    /// Where it goes.
    pub to: Option<String>,
    /// What it must contain.
    pub contains: Vec<String>,
    /// Where this is said.
    pub source: String,
    /// What about it is not certain.
    pub unsure: Option<String>,
}

/// One inspection and what it asks.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// Its id, for good.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The id of its framework.
    pub framework: String,
    /// The area inspected.
    pub area: String,
    /// Who inspected.
    pub inspectorates: Vec<String>,
    /// The first and last day of the visit.
    pub fieldwork: Option<(Date, Date)>,
    /// The day the letter or report came out.
    pub published: Option<Date>,
    /// The last day for the statement.
    pub due: Option<Date>,
    /// The address the statement goes to.
    pub send_to: Option<String>,
    /// The agency that coordinates the statement.
    pub lead: AgencyId,
    /// The agencies that must take part.
    pub agencies: Vec<AgencyId>,
    /// Where each of them is named, in the same order.
    pub agencies_at: Vec<At>,
    /// What the pack rests on: `full letter`.
    pub standing: String,
    /// Whether it was made from a letter by itself, and is still for a person to finish: it may have blanks and no
    /// examples, and no verdict by it is sure.
    pub draft: bool,
    /// Matches a statement that answers this inspection.
    pub recognise: Option<QueryId>,
    /// The findings, in the order of the letter.
    pub findings: Vec<Finding>,
    /// What it asks of the statement itself, in the order of the letter.
    pub next_steps: Vec<NextStep>,
    /// The file it was read from.
    pub file: SourceRef,
    /// Where its id stands.
    pub at: At,
}

/// A finding or a next step.
#[derive(Debug, Clone, Copy)]
pub enum Item<'r> {
    /// A finding.
    Finding(&'r Finding),
    /// A next step.
    NextStep(&'r NextStep),
}

impl Item<'_> {
    /// Returns its place among the items of the inspection, from 0.
    pub fn order(&self) -> usize {
        match self {
            Self::Finding(finding) => finding.order,
            Self::NextStep(step) => step.order,
        }
    }
}

impl Inspection {
    /// Returns findings and next steps together, in the order of the file.
    pub fn items(&self) -> Vec<Item<'_>> {
        let steps = self.next_steps.iter().map(Item::NextStep);
        let mut items: Vec<_> = self.findings.iter().map(Item::Finding).chain(steps).collect();
        items.sort_by_key(Item::order);
        items
    }

    /// Returns what the finding or next step of this id asks, in the words of the rules; `None` where there is none.
    pub fn asks(&self, id: &str) -> Option<&str> {
        let finding = self.findings.iter().find(|finding| finding.id == id).map(|finding| &finding.summary);
        let step = || self.next_steps.iter().find(|step| step.id == id).map(|step| &step.asks);
        finding.or_else(step).map(String::as_str)
    }

    /// Returns the aspects in the order of the file, each with the place of its finding among the findings.
    pub fn aspects(&self) -> impl Iterator<Item = (usize, &Aspect)> {
        let findings = self.findings.iter().enumerate();
        findings.flat_map(|(at, finding)| finding.aspects.iter().map(move |aspect| (at, aspect)))
    }

    /// Returns how many aspects its findings have.
    pub fn aspect_count(&self) -> usize {
        self.findings.iter().map(|finding| finding.aspects.len()).sum()
    }
}

/// Something the letter asks of the statement itself.
#[derive(Debug, Clone)]
pub struct NextStep {
    /// Its id, unique in the inspection.
    pub id: String,
    /// What is asked, in our words.
    pub asks: String,
    /// Where that is said.
    pub asks_at: At,
    /// Where the letter asks it.
    pub place: Place,
    /// How it is checked.
    pub check: NextStepCheck,
    /// Matches a passage of the statement that does what is asked, where words can show it.
    pub shown_by: Option<QueryId>,
    /// Its place among the items of the inspection, from 0.
    pub order: usize,
    /// Where its id stands.
    pub at: At,
}

/// An area for improvement.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its id, unique in the inspection.
    pub id: String,
    /// What must improve, in our words.
    pub summary: String,
    /// Where that is said.
    pub summary_at: At,
    /// Where the letter says it.
    pub place: Place,
    /// The agencies it concerns.
    pub agencies: Vec<AgencyId>,
    /// Short phrases that show that a row or heading is about it, each matched as a phrase.
    pub cues: Vec<QueryId>,
    /// The same phrases as written.
    pub cue_texts: Vec<String>,
    /// Where each of them stands, in the same order.
    pub cues_at: Vec<At>,
    /// Matches a heading or finding cell that is about it.
    pub about: Option<QueryId>,
    /// Where that stands.
    pub about_at: Option<At>,
    /// What it is split into, at least one.
    pub aspects: Vec<Aspect>,
    /// Its place among the items of the inspection, from 0.
    pub order: usize,
    /// Where its id stands.
    pub at: At,
}

/// One thing a finding needs done.
#[derive(Debug, Clone)]
pub struct Aspect {
    /// Its id, unique in the finding.
    pub id: String,
    /// What must be done, in our words.
    pub asks: String,
    /// Where that is said.
    pub asks_at: At,
    /// What a convincing answer contains.
    pub good: Option<String>,
    /// Where that is said.
    pub good_at: Option<At>,
    /// Matches an action that meets it, wherever the action stands.
    pub met_by: QueryId,
    /// Matches an action that meets it where the place of the action already tells the finding.
    pub told_by: Option<QueryId>,
    /// Matches an action about a neighbouring matter, which does not meet it.
    pub not_by: Option<QueryId>,
    /// Sentences that meet it, at least two; none perhaps in a draft.
    pub accept: Vec<Example>,
    /// Sentences that do not, at least two; none perhaps in a draft.
    pub reject: Vec<Example>,
    /// Where its id stands.
    pub at: At,
    /// Where `met_by` stands.
    pub met_by_at: At,
    /// Where `told_by` stands.
    pub told_by_at: Option<At>,
    /// Where `not_by` stands.
    pub not_by_at: Option<At>,
}

/// A sentence with a known outcome.
#[derive(Debug, Clone)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// Where the letter says something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The heading it stands under.
    pub heading: Option<String>,
    /// The paragraph, counted from 1.
    pub paragraph: Option<u32>,
    /// The sentence of the paragraph, counted from 1.
    pub sentence: Option<u32>,
    /// The bullet or numbered item, counted from 1.
    pub bullet: Option<u32>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = [("paragraph", self.paragraph), ("bullet", self.bullet), ("sentence", self.sentence)];
        let counted = counted.into_iter().filter_map(|(what, n)| n.map(|n| format!("{what} {n}")));
        let parts: Vec<_> = self.heading.iter().cloned().chain(counted).collect();
        f.write_str(&parts.join(", "))
    }
}
