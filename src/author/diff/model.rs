//! What a change of the rules changes, as a plain value: reports and programs read it from here.

use serde::Serialize;

use crate::assess::{Confidence, Fate, Reason, Severity, Verdict};

/// What is said of statements under two versions of the rules, where it differs.
#[derive(Debug, Serialize)]
pub struct Diff {
    /// The rule files that differ, by path.
    pub files: Vec<FileChange>,
    /// How much was compared, and how much of it differs.
    pub counts: Counts,
    /// The statements of which something else is said, in their order.
    pub statements: Vec<StatementChange>,
    /// The statements that were not compared, in their order.
    pub left_out: Vec<LeftOut>,
}

impl Diff {
    /// Whether any verdict changed: of an aspect, a finding or a next step, or which inspection a statement answers.
    pub fn any_verdict(&self) -> bool {
        self.statements.iter().any(StatementChange::any_verdict)
    }
}

/// How a thing differs between the two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is there in the new version only.
    Added,
    /// It is there in the old version only.
    TakenOut,
    /// It is there in both, and not the same.
    Changed,
}

/// What something was, and what it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turn<T> {
    /// By the old rules.
    pub was: T,
    /// By the new ones.
    pub now: T,
}

impl<T: PartialEq> Turn<T> {
    /// Whether the two differ.
    pub fn differs(&self) -> bool {
        self.was != self.now
    }
}

/// A rule file that differs.
#[derive(Debug, Serialize)]
pub struct FileChange {
    /// Its path in the folder of rules, with `/` between folders.
    pub file: String,
    /// How.
    pub change: Change,
}

/// How much was compared, and how much of it differs.
#[derive(Debug, Default, Serialize)]
pub struct Counts {
    /// Statements; one is changed where anything that is said of it is.
    pub statements: Count,
    /// Of the statements that did not change, those whose inspection rests on the same rules in both versions.
    pub same_rules: usize,
    /// Of the statements that did not change, those that hold none of the words in which the rules differ.
    pub untouched: usize,
    /// Findings of all of them; one is changed where its verdict is.
    pub findings: Count,
    /// Aspects; one is changed where it is met by one version alone.
    pub aspects: Count,
    /// Next steps; one is changed where its verdict is.
    pub next_steps: Count,
}

/// How many there are, and how many changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// All of them.
    pub compared: usize,
    /// Those that changed.
    pub changed: usize,
}

/// A statement that was not compared.
#[derive(Debug, Serialize)]
pub struct LeftOut {
    /// Its path.
    pub statement: String,
    /// Why.
    pub why: String,
}

/// A statement of which something else is said.
#[derive(Debug, Serialize)]
pub struct StatementChange {
    /// Its path.
    pub statement: String,
    /// The inspection that it is held to answer.
    pub pack: Turn<Option<String>>,
    /// The items of which something else is said, in the order of the letter.
    pub items: Vec<ItemChange>,
    /// The problems that differ.
    pub diagnostics: Vec<DiagnosticChange>,
}

impl StatementChange {
    fn any_verdict(&self) -> bool {
        self.pack.differs() || self.items.iter().any(ItemChange::any_verdict)
    }
}

/// An item of which something else is said.
#[derive(Debug, Serialize)]
pub struct ItemChange {
    /// Its id.
    pub id: String,
    /// Its verdict; `None` where the version does not have it.
    pub verdict: Turn<Option<Verdict>>,
    /// What is said of a next step, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Turn<String>>,
    /// The aspects of which something else is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<AspectChange>,
}

impl ItemChange {
    fn any_verdict(&self) -> bool {
        self.verdict.differs() || self.aspects.iter().any(AspectChange::any_verdict)
    }
}

/// An aspect of which something else is said.
#[derive(Debug, Serialize)]
pub struct AspectChange {
    /// Its id within the finding.
    pub id: String,
    /// What is said of it; `None` where the version does not have it.
    pub said: Turn<Option<Said>>,
    /// The passages on which it turned, with what did it.
    pub turned_on: Vec<TurnedOn>,
}

impl AspectChange {
    /// Whether one version alone has it met, or has it at all.
    pub fn any_verdict(&self) -> bool {
        let met = |said: &Option<Said>| said.as_ref().map(|said| said.met);
        met(&self.said.was) != met(&self.said.now)
    }
}

/// What is said of an aspect.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// Whether it is met.
    pub met: bool,
    /// How surely.
    pub confidence: Confidence,
    /// Why it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The evidence, or where it is not met the nearest passages; the best first.
    pub passages: Vec<Passage>,
}

/// A passage that is shown for an aspect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Where it stands.
    pub place: String,
    /// Its words.
    pub quote: String,
    /// The tie by which it answers, or the reason for which it does not.
    pub why: String,
}

/// A passage on which an aspect turned.
#[derive(Debug, Serialize)]
pub struct TurnedOn {
    /// Where it stands.
    pub place: String,
    /// Its words.
    pub quote: String,
    /// How it fared as an action; `None` where the version does not read it as one.
    pub fate: Turn<Option<Fate>>,
    /// What did it.
    pub causes: Vec<Cause>,
}

/// What made a passage fare otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Cause {
    /// A part of a query turned out otherwise.
    Part(PartChange),
    /// A phrase by which a row or heading names the finding was added or taken out.
    Cue {
        /// The phrase.
        cue: String,
        /// Whether it came or went.
        change: Change,
        /// Where it stands.
        place: RulePlace,
    },
    /// A sentence commits otherwise.
    Commitment {
        /// The sentence.
        sentence: String,
        /// How firmly it commits.
        standing: Turn<String>,
        /// The rules of commitment that came or went and speak of it.
        rules: Vec<CommitmentChange>,
        /// The parts of rules that are there in both versions and turned out otherwise.
        parts: Vec<PartChange>,
    },
    /// The words are more or less like the examples.
    Likeness(LikenessChange),
    /// One version alone reads it as an action.
    ReadOtherwise,
}

/// Words that are more or less like the examples of an aspect than they were.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LikenessChange {
    /// Like the accepted ones, 0 to 1.
    pub accepted: Turn<f64>,
    /// Like the rejected ones, 0 to 1.
    pub rejected: Turn<f64>,
    /// How far beyond the middle between the two, on the accepted side.
    pub beyond: Turn<f64>,
    /// How many accepted examples of this aspect came.
    pub accepts_added: usize,
    /// How many went.
    pub accepts_taken_out: usize,
    /// How many rejected examples of this aspect came.
    pub rejects_added: usize,
    /// How many went.
    pub rejects_taken_out: usize,
}

/// A part of a query that turned out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartChange {
    /// Whose query it is: `finding.aspect`, a finding, or the note of a rule of commitment.
    pub of: String,
    /// The key of the query: `met_by`.
    pub query: String,
    /// The shared sets in which the part lies, from the query inwards: `@regrade`.
    pub sets: Vec<String>,
    /// The part as written; of a changed one, as it was.
    pub part: String,
    /// What it is now, where it was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How the part differs; `None` where it is the same and only turned out otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Whether the text meets it.
    pub matched: Turn<bool>,
    /// The words of the text that met it, by the version where it did.
    pub found: Vec<String>,
    /// Where it stands: in the new version, or where it was taken out, in the old one.
    pub place: RulePlace,
}

/// A rule of commitment that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommitmentChange {
    /// What the rule calls such a sentence.
    pub note: String,
    /// Whether it came or went.
    pub change: Change,
    /// Where it stands.
    pub place: RulePlace,
}

/// A place in a rule file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RulePlace {
    /// The file's path in the folder of rules.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

/// A problem that one version alone reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiagnosticChange {
    /// Whether it came or went.
    pub change: Change,
    /// Its code.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The item it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What is wrong.
    pub message: String,
    /// Where it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}
