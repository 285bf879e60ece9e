//! JSON Schemas as a test holds outputs against them.

use boon::{Compiler, Draft, Schemas};
use serde_json::Value;

/// A schema that values are held against.
pub(crate) struct Held {
    schemas: Schemas,
    index: boon::SchemaIndex,
}

impl Held {
    /// Makes one that also takes formats, such as `date`, at their word.
    pub(crate) fn of(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.set_default_draft(Draft::V2020_12);
        compiler.enable_format_assertions();
        compiler.add_resource("test://schema", schema).unwrap();
        let index = compiler.compile("test://schema", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Fails where the schema objects to a value.
    pub(crate) fn hold(&self, value: &Value, what: &str) {
        if let Err(objection) = self.schemas.validate(value, self.index) {
            panic!("{what}: {objection:#}");
        }
    }

    /// Whether the schema takes a value.
    pub(crate) fn takes(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}

/// Makes a schema of ours take no field that it does not name: it is open for what later versions add, and the test is to
/// find what is printed and not named.
pub(crate) fn closed(mut schema: Value) -> Value {
    close(&mut schema);
    schema
}

fn close(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(close);
            if object.get("type").is_some_and(|one| one == "object") && object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), false.into());
            }
        }
        Value::Array(members) => members.iter_mut().for_each(close),
        _ => {}
    }
}
