//! The tables of language files that say how inspection letters are laid out.

use schemars::JsonSchema;

use super::values::{Text, names};
use crate::pack::{Entries, FactOf, LetterRole, LetterSignOf, Nested, PartOfLetter};

/// A kind of letter.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Letter {
    /// The framework, by its id.
    framework: Text,
    /// A regular expression over what such a letter begins with.
    recognise: Text,
}

/// A part of a letter.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct LetterSection {
    /// What it does.
    #[schemars(extend("enum" = names::<LetterRole>()))]
    role: String,
    /// A regular expression over its heading.
    heading: Option<Text>,
    /// A regular expression over a sentence that opens it; such a part ends with its list.
    lead: Option<Text>,
    /// What in it is one item.
    #[schemars(extend("enum" = names::<Entries>()))]
    entries: Option<String>,
    /// What a list within its list is.
    #[schemars(extend("enum" = names::<Nested>()))]
    nested: Option<String>,
    /// A regular expression over a sentence that demands something.
    demand: Option<Text>,
    /// The frameworks in whose letters it stands; all if left out.
    frameworks: Option<Vec<Text>>,
}

/// Where a fact stands.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct LetterFact {
    /// Which fact.
    #[schemars(extend("enum" = names::<FactOf>()))]
    fact: String,
    /// In which part of the letter it is looked for.
    #[schemars(rename = "in", extend("enum" = names::<PartOfLetter>()))]
    part: String,
    /// A regular expression over it, or over the words around it with the fact as the first group.
    pattern: Text,
    /// What it is called, where that is not what the pattern takes.
    value: Option<Text>,
    /// The frameworks in whose letters it stands; all if left out.
    frameworks: Option<Vec<Text>>,
}

/// Words of a letter that are a sign of something.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct LetterSign {
    /// What they are a sign of.
    #[schemars(extend("enum" = names::<LetterSignOf>()))]
    of: String,
    /// A regular expression over the words.
    pattern: Text,
    /// The frameworks in whose letters they are; all if left out.
    frameworks: Option<Vec<Text>>,
}
