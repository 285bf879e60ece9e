//! The schema of rule files: it takes what ships, knows the keys that the loader knows, and is the one that is kept.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use wsoa::author::schema::schema;
use wsoa::pack::{FILES, TABLES};

fn root() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

fn rule_files() -> Vec<PathBuf> {
    let folders = ["inspections", "frameworks", "language"].map(|folder| Path::new("rules").join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

/// A TOML value as an editor hands it to the schema: dates as texts.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(members) => members.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.clone(), as_json(value))).collect())
        }
    }
}

/// Follows a `$ref`.
fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(name) => resolved(root, root.pointer(name.strip_prefix('#').unwrap()).unwrap()),
        None => schema,
    }
}

/// Every objection of `schema` to `value`, by the keywords that our schema is made of; any other is a fault of the test.
fn objections(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut object = |why: String| found.push(format!("{at}: {why}"));
    let length =
        value.as_array().map(Vec::len).or(value.as_object().map(serde_json::Map::len)).unwrap_or_default();
    let has = |key: &str| value.get(key).is_some();
    let mut inner: Vec<String> = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => true,
            "$ref" => {
                inner.extend(objections(root, resolved(root, schema), value, at));
                true
            }
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64(),
                "boolean" => value.is_boolean(),
                other => panic!("unknown type {other}"),
            },
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        inner.extend(objections(root, rule, value, &format!("{at}/{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                let known =
                    |key: &str| schema.get("properties").is_some_and(|known| known.get(key).is_some());
                let extra: Vec<_> =
                    value.as_object().into_iter().flatten().filter(|(key, _)| !known(key)).collect();
                if rule.is_object() {
                    for (key, value) in &extra {
                        inner.extend(objections(root, rule, value, &format!("{at}/{key}")));
                    }
                }
                rule.is_object() || extra.is_empty()
            }
            "items" => {
                for (n, value) in value.as_array().into_iter().flatten().enumerate() {
                    inner.extend(objections(root, rule, value, &format!("{at}/{n}")));
                }
                true
            }
            "required" => {
                !value.is_object() || rule.as_array().unwrap().iter().all(|key| has(key.as_str().unwrap()))
            }
            "dependentRequired" => rule.as_object().unwrap().iter().all(|(key, needs)| {
                !has(key) || needs.as_array().unwrap().iter().all(|need| has(need.as_str().unwrap()))
            }),
            "propertyNames" => {
                let pattern = regex::Regex::new(rule["pattern"].as_str().unwrap()).unwrap();
                value.as_object().into_iter().flatten().all(|(key, _)| pattern.is_match(key))
            }
            "enum" => rule.as_array().unwrap().contains(value),
            "anyOf" => rule.as_array().unwrap().iter().any(|one| objections(root, one, value, at).is_empty()),
            "pattern" => {
                let pattern = regex::Regex::new(rule.as_str().unwrap()).unwrap();
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            "format" => {
                assert_eq!(rule, "date");
                value.as_str().is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok())
            }
            "minItems" | "minProperties" => length as u64 >= rule.as_u64().unwrap(),
            "maxItems" => length as u64 <= rule.as_u64().unwrap(),
            "minimum" => value.as_i64() >= rule.as_i64(),
            "maximum" => value.as_i64() <= rule.as_i64(),
            other => panic!("the schema has the keyword `{other}`, which this test does not know"),
        };
        if !holds {
            object(format!("{keyword} {rule}"));
        }
    }
    found.extend(inner);
    found
}

fn object_to(text: &str) -> Vec<String> {
    let value: toml::Value = toml::from_str(text).unwrap();
    let root = root();
    objections(&root, &root, &as_json(&value), "")
}

#[test]
fn every_shipped_file_follows_the_schema() {
    let files = rule_files();
    assert!(files.len() > 50);
    for file in files {
        assert_eq!(
            object_to(&fs::read_to_string(&file).unwrap()),
            Vec::<String>::new(),
            "{}",
            file.display()
        );
    }
}

#[test]
fn the_schema_objects_to_what_the_loader_objects_to() {
    let good = "[framework]\nid = 'jtai'\nname = 'a'\nsummary = 'b'\n[checks]\ndate-past = 'note'\n";
    assert_eq!(object_to(good), Vec::<String>::new());
    for (change, at) in [
        (good.replace("'jtai'", "'JTAI'"), "/framework/id: pattern"),
        (good.replace("name = 'a'\n", ""), "/framework: required"),
        (good.replace("summary", "sumary"), "/framework: additionalProperties"),
        (good.replace("'note'", "'notes'"), "/checks/date-past: anyOf"),
        (good.replace("date-past", "date-passed"), "/checks: additionalProperties"),
        (good.replace("'note'", "{ level = 'note', over = 0 }"), "/checks/date-past: anyOf"),
        (good.replace("[framework]\nid = 'jtai'\nname = 'a'\nsummary = 'b'\n", ""), ": dependentRequired"),
        (
            "[calendar]\nregion = 'a'\nfrom = 2030-01-01\nuntil = 2031-01-01\nholidays = []".into(),
            "/calendar/holidays: minItems",
        ),
        ("[[section]]\nkind = 'contexts'\nheading = 'a'".into(), "/section/0/kind: enum"),
        ("[sets]\nRegrade = 'a'".into(), "/sets: propertyNames"),
        ("[sets]\nregrade = ' '".into(), "/sets/regrade: pattern"),
        ("[dates]\nterms = { autumn = '12-32' }".into(), "/dates/terms/autumn: pattern"),
        ("[dates]\nyear_begins = 13".into(), "/dates/year_begins: maximum"),
        ("[[topic]]\nid = 'a'\nasked = 'b'".into(), "/topic/0: required"),
        ("[[demand]]\ncheck = 'sent'\nasked = 'b'".into(), "/demand/0/check: enum"),
    ] {
        let found = object_to(&change);
        assert!(found.iter().any(|one| one.starts_with(at)), "{at}: {found:?}\n{change}");
    }
}

#[test]
fn examples_are_two_at_least_or_none_yet() {
    let aspect = "[inspection]\ndraft = true\n[[finding]]\n[[finding.aspect]]\n";
    let lists = |accept: &str| object_to(&format!("{aspect}accept = {accept}\nreject = ['a', 'b']\n"));
    let objected =
        |accept: &str| lists(accept).iter().any(|one| one.starts_with("/finding/0/aspect/0/accept: anyOf"));
    assert!(objected("['a']"));
    assert!(!objected("[]"));
    assert!(!objected("['a', 'b']"));
}

/// The keys of the table that `way` leads to.
fn keys(root: &Value, way: &str) -> Vec<String> {
    let mut at = root;
    for step in way.split('.').filter(|step| !step.is_empty()) {
        let keys = at["properties"].as_object().unwrap();
        at = if step == "*" { keys.values().next().unwrap() } else { &keys[step] };
        at = resolved(root, at);
        if let Some(choices) = at.get("anyOf").and_then(Value::as_array) {
            let tables = choices.iter().map(|choice| resolved(root, choice));
            at = tables.into_iter().find(|table| table.get("properties").is_some()).unwrap();
        }
        if let Some(members) = at.get("items") {
            at = resolved(root, members);
        }
    }
    let mut keys: Vec<String> = at["properties"].as_object().unwrap().keys().cloned().collect();
    keys.sort();
    keys
}

fn sorted(keys: impl Iterator<Item = &'static str>) -> Vec<String> {
    let mut keys: Vec<String> = keys.map(str::to_owned).collect();
    keys.sort();
    keys
}

#[test]
fn the_schema_knows_the_keys_that_the_loader_knows() {
    let root = root();
    assert_eq!(keys(&root, ""), sorted(FILES.iter().copied().flatten().copied()));
    for (way, known) in TABLES {
        assert_eq!(keys(&root, way), sorted(known.iter().copied()), "{way}");
    }
}

#[test]
fn every_key_is_explained() {
    fn unexplained(value: &Value, at: &str, found: &mut Vec<String>) {
        for (key, rule) in value.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if rule.get("description").and_then(Value::as_str).is_none_or(str::is_empty) {
                found.push(format!("{at}/{key}"));
            }
        }
    }
    let root = root();
    let mut found = Vec::new();
    unexplained(&root, "", &mut found);
    for (name, table) in root["$defs"].as_object().unwrap() {
        unexplained(table, name, &mut found);
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_kept_schema_is_not_stale() {
    let kept = fs::read_to_string("rules/schema.json").unwrap();
    assert!(
        kept == schema(),
        "rules/schema.json is stale; write it anew: `cargo run -- rules schema > rules/schema.json`"
    );
}

#[test]
fn every_rule_file_points_at_the_schema() {
    for file in rule_files() {
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(text.lines().next(), Some("#:schema ../schema.json"), "{}", file.display());
        assert!(file.parent().unwrap().join("../schema.json").is_file());
    }
}
