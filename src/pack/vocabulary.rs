//! What the language files say: agencies, headings, commitment phrases, dates and words.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::at::At;
use super::letters::LetterRules;
use super::model::AgencyId;
use super::topics::{Demand, Topic};
use super::names::{ColumnRole, CommitmentKind, SectionKind, SignOf};
use crate::clock::Holidays;
use crate::dates::DateRules;
use crate::personal::PersonalRule;
use crate::query::QueryId;
use crate::text::WordRules;

/// The shared vocabulary of all packs.
#[derive(Debug, Default)]
pub struct Language {
    /// The sets that queries name with `@`, by name.
    pub sets: BTreeMap<String, Set>,
    /// The agencies, in the order of the files.
    pub agencies: Vec<Agency>,
    /// What the headings of columns mean, in the order of the files. Several rules may share a role.
    pub columns: Vec<ColumnRule>,
    /// What running text says of owners and measures, in the order of the files.
    pub clauses: Vec<ClauseRule>,
    /// How commitment shows, in the order of the files. Several rules may share a kind.
    pub commitments: Vec<CommitmentRule>,
    /// What words are a sign of, in the order of the files. Several rules may share a sign.
    pub signs: Vec<SignRule>,
    /// Headings over text that is not the plan itself, in the order of the files.
    pub sections: Vec<SectionRule>,
    /// How words are cut and stemmed.
    pub words: WordRules,
    /// Abbreviations whose full stop ends no sentence: lower case, without that stop.
    pub abbreviations: Vec<String>,
    /// Words that tell nothing of what a text is about, in small letters.
    pub function_words: BTreeSet<String>,
    /// What a cell says that says nothing.
    pub blank: Vec<String>,
    /// How dates are read.
    pub dates: DateRules,
    /// How personal data looks.
    pub personal: Vec<PersonalRule>,
    /// How inspection letters are laid out.
    pub letters: LetterRules,
    /// What letters ask about, in the order of the files: of two that an item asks about, the earlier is the more telling.
    pub topics: Vec<Topic>,
    /// What letters demand of the statement itself, in the order of the files.
    pub demands: Vec<Demand>,
    /// The days on which nobody works, for counting working days.
    pub holidays: Holidays,
    /// The last day for which the holidays are complete, with its place.
    pub holidays_until: Option<(Date, At)>,
}

/// A named set of concepts.
#[derive(Debug, Clone)]
pub struct Set {
    /// Its query, as a query of its own.
    pub query: QueryId,
    /// Where its query stands.
    pub at: At,
    /// Where its name stands.
    pub name_at: At,
    /// Where all of it stands, from its name to the end of its query's quotes.
    pub entry_at: At,
}

/// An agency that may take part in a statement.
#[derive(Debug, Clone)]
pub struct Agency {
    /// Its id, as inspections name it.
    pub id: AgencyId,
    /// Its name in words.
    pub name: String,
    /// Matches an owner, heading or doer that is this agency.
    pub owns: QueryId,
    /// The day its name came into use.
    pub from: Option<Date>,
    /// The last day its name was in use.
    pub until: Option<Date>,
    /// Where it is defined.
    pub at: At,
}

/// What a column heading means.
#[derive(Debug, Clone)]
pub struct ColumnRule {
    /// What the column holds.
    pub role: ColumnRole,
    /// Matches its heading.
    pub heading: QueryId,
}

/// What running text says where a table would have a column.
#[derive(Debug, Clone)]
pub struct ClauseRule {
    /// What the words give: an owner (they name a post) or a measure (they say how success is known).
    pub role: ColumnRole,
    /// Matches the words.
    pub when: QueryId,
}

/// How a sentence shows that it does not bind, or binds in another way than firmly.
#[derive(Debug, Clone)]
pub struct CommitmentRule {
    /// What the sentence does.
    pub kind: CommitmentKind,
    /// Matches one sentence.
    pub when: QueryId,
    /// What to call it in a report: `a refusal`.
    pub note: String,
    /// Where the query stands.
    pub at: At,
}

/// Words that are a sign of something about an action.
#[derive(Debug, Clone)]
pub struct SignRule {
    /// What they are a sign of.
    pub of: SignOf,
    /// Matches the words.
    pub when: QueryId,
}

/// A heading over text that is not the plan itself.
#[derive(Debug, Clone)]
pub struct SectionRule {
    /// What the text is.
    pub kind: SectionKind,
    /// Matches the heading or marker line.
    pub heading: QueryId,
}
