//! The JSON Schema of what is printed as JSON, made from the types that are printed.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::check::Line;

/// Returns the JSON Schema (draft 2020-12) of what `wsoa check` prints as JSON, as text that ends with a line end.
pub fn check_schema() -> String {
    schema_of::<Line<'_>>()
}

/// Returns the JSON Schema of a type as it is printed.
pub(in crate::report) fn schema_of<T: JsonSchema>() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(null_is_always_there));
    let settings = settings.with_transform(RecursiveTransform(one_line));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    // A value that holds only text, numbers and lists can always be written.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    format!("{text}\n")
}

/// Makes one line of a description, which a doc comment breaks where the file is wide enough.
fn one_line(schema: &mut Schema) {
    if let Some(Value::String(says)) = schema.get_mut("description") {
        *says = says.replace('\n', " ");
    }
}

/// Takes `null` from what may be left out: a field that says nothing is either always there and null, or left out.
fn null_is_always_there(schema: &mut Schema) {
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(fields)) = schema.get_mut("properties") else { return };
    for (name, field) in fields.iter_mut() {
        if !required.iter().any(|one| one == name) {
            without_null(field);
        }
    }
}

fn without_null(field: &mut Value) {
    if let Some(Value::Array(types)) = field.get_mut("type") {
        types.retain(|one| one != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            field["type"] = only;
        }
    }
    let Some(Value::Array(choices)) = field.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|one| one != "null"));
    let Some(fields) = field.as_object_mut() else { return };
    if let Some(Value::Array(choices)) = fields.get("anyOf")
        && let [Value::Object(only)] = choices.as_slice()
    {
        let only = only.clone();
        fields.remove("anyOf");
        fields.extend(only);
    }
}
