//! What an inspection file holds.

use schemars::JsonSchema;
use serde_json::{Value, json};

use super::values::{Day, Id, Query, Text, names};
use crate::pack::NextStepCheck;

/// What inspection this is, from the first and last pages of its letter.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Inspection {
    /// Its id for good, and the name of the file: kind, area, year.
    id: Id,
    /// The title of the letter.
    title: Text,
    /// The id of its framework.
    framework: Id,
    /// The area inspected.
    area: Text,
    /// Who inspected.
    #[schemars(length(min = 1))]
    inspectorates: Vec<Text>,
    /// The first and the last day of the visit.
    fieldwork: Option<Fieldwork>,
    /// The day the letter came out.
    published: Option<Day>,
    /// The last day for the statement, where the letter names it.
    due: Option<Day>,
    /// The mailbox the statement goes to.
    send_to: Option<Text>,
    /// The agency that coordinates the statement, by its id in the language files.
    lead: Id,
    /// The agencies that must take part, by their ids in the language files.
    #[schemars(length(min = 1))]
    agencies: Vec<Id>,
    /// What the pack rests on: full letter, press report.
    standing: Text,
    /// How a statement that answers this inspection is known, over all of its text.
    recognise: Option<Query>,
    /// Made from the letter and not finished: texts may say `TODO`, and examples may be missing.
    draft: Option<bool>,
}

/// The first and the last day of the visit.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Fieldwork {
    /// The first day.
    from: Day,
    /// The last day.
    to: Day,
}

/// Something that the letter asks of the statement itself.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct NextStep {
    /// Its id for good, unique among the items of the inspection.
    id: Id,
    /// What is asked, in our words.
    asks: Text,
    /// Where the letter asks it.
    #[schemars(rename = "where")]
    place: Place,
    /// How it is checked.
    #[schemars(extend("enum" = names::<NextStepCheck>()))]
    check: String,
    /// Matches a passage of the statement that does what is asked.
    shown_by: Option<Query>,
}

/// An area for improvement.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Finding {
    /// Its id for good, unique among the items of the inspection.
    id: Id,
    /// What must improve, in our words and never the letter's.
    summary: Text,
    /// Where the letter says it.
    #[schemars(rename = "where")]
    place: Place,
    /// The agencies it concerns, by their ids in the language files.
    #[schemars(length(min = 1))]
    agencies: Vec<Id>,
    /// Short phrases that show that a row or heading is about this finding.
    cues: Option<Vec<Text>>,
    /// Matches a heading or finding cell that is about it.
    about: Option<Query>,
    /// What it is split into: one for each thing that could be done while the others are not.
    #[schemars(length(min = 1))]
    aspect: Vec<Aspect>,
}

/// One thing that a finding needs done.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Aspect {
    /// Its id for good, unique in the finding.
    id: Id,
    /// What must be done, in our words.
    asks: Text,
    /// What a convincing answer contains, in one or two sentences.
    good: Option<Text>,
    /// An action with these words meets it, wherever it stands: strict.
    met_by: Query,
    /// Enough where the row says that it answers this finding: may be loose.
    told_by: Option<Query>,
    /// A neighbouring matter: an action with these words does not meet it.
    not_by: Option<Query>,
    /// Sentences that meet it, in your own words: two at least (none yet in a draft), from six on they tell it from others.
    #[schemars(extend("anyOf" = none_or_two()))]
    accept: Vec<Text>,
    /// Sentences that do not: a quoted finding, a refusal, a deferral, a neighbouring topic. Two at least, better six.
    #[schemars(extend("anyOf" = none_or_two()))]
    reject: Vec<Text>,
}

/// Returns what lists of examples may hold. That only those of a draft may be empty is for the loader to say.
fn none_or_two() -> Value {
    json!([{ "maxItems": 0 }, { "minItems": 2 }])
}

/// Where the letter says something.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1))]
struct Place {
    /// The heading it stands under.
    heading: Option<Text>,
    /// The paragraph under it, counted from 1.
    #[schemars(range(min = 1, max = 9999))]
    paragraph: Option<u32>,
    /// The sentence of the paragraph, counted from 1.
    #[schemars(range(min = 1, max = 9999))]
    sentence: Option<u32>,
    /// The bullet or numbered item under it, counted from 1.
    #[schemars(range(min = 1, max = 9999))]
    bullet: Option<u32>,
}
