//! What a framework file holds.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::values::{Id, Text, names};
use crate::assess::Code;
use crate::clock::{Count, Unit};
use crate::pack::{Check, Level, Responses, Start};

/// A kind of inspection.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Framework {
    /// Its id, as inspections name it.
    id: Id,
    /// Its name in words.
    name: Text,
    /// What it is and what it asks for, in a sentence or two.
    summary: Text,
    /// Another framework, whose checks hold here too unless this file says otherwise.
    extends: Option<Id>,
    /// What an answer to a finding may be.
    #[schemars(extend("enum" = names::<Responses>()))]
    responses: Option<String>,
}

/// Something that a kind of inspection obliges whoever is inspected to do.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Duty {
    /// Its id, unique in the framework.
    id: Id,
    /// What must be done.
    asks: Text,
    /// Who must do it.
    by: Text,
    /// The time there is for it, only where a source gives it.
    clock: Option<Clock>,
    /// Where it goes.
    to: Option<Text>,
    /// What it must contain.
    contains: Option<Vec<Text>>,
    /// Where this is said.
    source: Text,
    /// What about it is not certain.
    unsure: Option<Text>,
}

/// The time there is for something.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Clock {
    /// How many units.
    #[schemars(range(min = 1, max = 1000))]
    length: u32,
    /// What is counted.
    #[schemars(extend("enum" = names::<Unit>()))]
    unit: String,
    /// Whether the first day is left out (after) or counted (beginning-with).
    #[schemars(extend("enum" = names::<Count>()))]
    count: String,
    /// The day on which it starts.
    #[schemars(extend("enum" = names::<Start>()))]
    from: String,
}

/// What is looked for in the actions of a statement, and how much it matters.
#[derive(JsonSchema)]
#[schemars(transform = one_key_a_check)]
pub(super) struct Checks(BTreeMap<String, CheckRule>);

/// How much a check matters.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum CheckRule {
    /// How much it matters.
    Level(LevelName),
    /// How much it matters, and how much is too much.
    Counted(Counted),
}

/// How much a check matters to a framework.
#[derive(JsonSchema)]
#[schemars(inline)]
struct LevelName(#[schemars(extend("enum" = names::<Level>()))] String);

/// A check that counts.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Counted {
    /// How much it matters.
    level: LevelName,
    /// How much is too much: months, findings, or actions in a hundred.
    #[schemars(range(min = 1, max = 1000))]
    over: Option<u32>,
}

/// Names every check as a key of its own, so that an editor can offer and explain it.
fn one_key_a_check(schema: &mut Schema) {
    let Some(rule) = schema.remove("additionalProperties") else { return };
    let explained = |check: &Check| {
        let mut rule = rule.clone();
        if let (Some(rule), Some(code)) = (rule.as_object_mut(), Code::from_name(check.name())) {
            rule.insert("description".to_owned(), format!("Whether {}.", code.description()).into());
        }
        (check.name().to_owned(), rule)
    };
    let keys: Map<String, Value> = Check::ALL.iter().map(explained).collect();
    schema.insert("properties".to_owned(), Value::Object(keys));
    schema.insert("additionalProperties".to_owned(), false.into());
}
