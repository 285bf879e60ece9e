//! The schema of rule files, by which an editor names, explains and checks keys while somebody types.
//!
//! The loader reads TOML step by step and says more than a schema can. These types only mirror what it takes, as
//! rules/README.md describes it; a test holds the keys of either against the other.
#![allow(dead_code, reason = "the schema is made of the types, and no value of them ever is")]

mod framework;
mod inspection;
mod language;
mod letters;
mod topics;
mod values;

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use values::Query;

/// A rule file of wsoa: an inspection, a framework, or shared vocabulary, told by the tables in it.
#[derive(JsonSchema)]
#[schemars(
    title = "Rule file of wsoa",
    deny_unknown_fields,
    extend("dependentRequired" = {
        "finding": ["inspection"],
        "next_step": ["inspection"],
        "duty": ["framework"],
        "checks": ["framework"]
    })
)]
struct RuleFile {
    /// What inspection this is, from the first and last pages of its letter.
    inspection: Option<inspection::Inspection>,
    /// What the letter asks of the statement itself, one table for each thing.
    next_step: Option<Vec<inspection::NextStep>>,
    /// The areas for improvement, in the order of the letter.
    finding: Option<Vec<inspection::Finding>>,
    /// A kind of inspection.
    framework: Option<framework::Framework>,
    /// What it obliges whoever is inspected to do; the first one with a clock gives the due date.
    duty: Option<Vec<framework::Duty>>,
    /// What is looked for in the actions of a statement, and how much it matters.
    checks: Option<framework::Checks>,
    /// Named queries, which any query uses as `@name`.
    #[schemars(extend("propertyNames" = { "pattern": values::ID }))]
    sets: Option<BTreeMap<String, Query>>,
    /// The agencies that take part in statements.
    agency: Option<Vec<language::Agency>>,
    /// What the headings of columns mean.
    column: Option<Vec<language::Column>>,
    /// What running text says where a table would have a column.
    clause: Option<Vec<language::Clause>>,
    /// How a sentence shows that it does not bind, or binds in another way than firmly.
    commitment: Option<Vec<language::Commitment>>,
    /// Headings over text that is not the plan itself.
    section: Option<Vec<language::Section>>,
    /// How words are cut and stemmed, and what says nothing.
    words: Option<language::Words>,
    /// How dates are read.
    dates: Option<language::Dates>,
    /// The days on which nobody works, for counting working days.
    calendar: Option<language::Calendar>,
    /// How personal data looks, which is masked in every output.
    personal: Option<Vec<language::Personal>>,
    /// Words in owners, measures and actions that the checks look for.
    sign: Option<Vec<language::Sign>>,
    /// The kinds of inspection letter.
    letter: Option<Vec<letters::Letter>>,
    /// The parts of a letter.
    letter_section: Option<Vec<letters::LetterSection>>,
    /// Where the facts of a letter stand.
    letter_fact: Option<Vec<letters::LetterFact>>,
    /// Words of a letter that are a sign of something.
    letter_sign: Option<Vec<letters::LetterSign>>,
    /// What letters ask about, and what answers it.
    topic: Option<Vec<topics::Topic>>,
    /// What letters demand of the statement itself.
    demand: Option<Vec<topics::Demand>>,
}

/// Returns the JSON Schema (draft 2020-12) of rule files, as text that ends with a line end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(as_toml_has_it));
    let schema = settings.into_generator().into_root_schema_for::<RuleFile>();
    // A value that holds only text, numbers and lists can always be written.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    format!("{text}\n")
}

/// Takes out what TOML does not have: `null`, since a key that may be missing is just left out, and sizes of numbers.
fn as_toml_has_it(schema: &mut Schema) {
    schema
        .remove("format")
        .filter(|format| format == "date")
        .map(|date| schema.insert("format".to_owned(), date));
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|one| one != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|one| one != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (key, value) in only {
            schema.insert(key, value);
        }
    }
}
