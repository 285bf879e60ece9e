//! What a language file holds.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::values::{Day, Id, Query, Text, names};
use crate::pack::{ColumnRole, CommitmentKind, SectionKind, SignOf};
use crate::personal::Proof;

/// An agency that takes part in statements.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Agency {
    /// Its id, as inspections name it.
    id: Id,
    /// Its name in words.
    name: Text,
    /// Matches an owner cell, an agency heading or the doer of a sentence that is this agency.
    owns: Query,
    /// The day its name came into use.
    from: Option<Day>,
    /// The last day its name was in use.
    until: Option<Day>,
}

/// What the heading of a column means.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Column {
    /// What the column holds.
    #[schemars(extend("enum" = names::<ColumnRole>()))]
    role: String,
    /// Matches its heading.
    heading: Query,
}

/// What running text says where a table would have a column.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Clause {
    /// What the words give: an owner, a measure, or the action that begins with them.
    #[schemars(extend("enum" = names::<ColumnRole>()))]
    role: String,
    /// Matches the words.
    when: Query,
}

/// How a sentence shows that it does not bind, or binds in another way than firmly.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Commitment {
    /// What the sentence does.
    #[schemars(extend("enum" = names::<CommitmentKind>()))]
    kind: String,
    /// Matches one sentence.
    when: Query,
    /// What to call it in a report, with its article.
    note: Text,
}

/// A heading over text that is not the plan itself.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Section {
    /// What the text is: context (no action), administration (how the plan is run), superseded (no longer part of it).
    #[schemars(extend("enum" = names::<SectionKind>()))]
    kind: String,
    /// Matches the heading or marker line.
    heading: Query,
}

/// How words are cut and stemmed, and what says nothing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Words {
    /// Stems that differ from those of English grammar, by word: children = "child".
    stems: Option<BTreeMap<String, Text>>,
    /// First parts of a hyphenated word that join the rest into one word: co, re.
    joined_prefixes: Option<Vec<Text>>,
    /// Abbreviations whose full stop ends no sentence: small letters, without the stop.
    abbreviations: Option<Vec<Text>>,
    /// What a cell says that says nothing: TBC, to be confirmed.
    blank: Option<Vec<Text>>,
    /// Words that are about nothing, by which no item of a letter is told from another: and, must, children.
    function: Option<Vec<Text>>,
}

/// How dates are read.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Dates {
    /// Words in the place of a date that name no day: ongoing, immediate.
    vague: Option<Vec<Text>>,
    /// The month in which the financial year begins.
    #[schemars(range(min = 1, max = 12))]
    year_begins: Option<u32>,
    /// The last day of a term or season, month and day: autumn = "12-31".
    terms: Option<BTreeMap<String, MonthAndDay>>,
}

/// A day of the year: 08-31.
#[derive(JsonSchema)]
#[schemars(inline)]
struct MonthAndDay(#[schemars(regex(pattern = r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"))] String);

/// The days on which nobody works, for counting working days.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Calendar {
    /// Where it holds.
    region: Text,
    /// The first day for which it is complete.
    from: Day,
    /// The last day for which it is complete: a count that goes beyond is refused.
    until: Day,
    /// The holidays.
    #[schemars(length(min = 1))]
    holidays: Vec<Day>,
}

/// How personal data looks, which is masked in every output.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Personal {
    /// What it is, with its article.
    name: Text,
    /// A regular expression; its first group is what is masked. Only texts with a digit are looked at.
    pattern: Text,
    /// A regular expression: only in a paragraph or cell that this matches too.
    near: Option<Text>,
    /// A regular expression: not where the text found holds this, such as the title of a post.
    except: Option<Text>,
    /// Only with the right check digit.
    #[schemars(extend("enum" = names::<Proof>()))]
    proof: Option<String>,
}

/// Words in owners, measures and actions that the checks look for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Sign {
    /// What they are a sign of.
    #[schemars(extend("enum" = names::<SignOf>()))]
    of: String,
    /// Matches the words.
    when: Query,
}
