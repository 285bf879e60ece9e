//! `wsoa check --format json`: every field of schema 1, present and of its type.

use std::sync::LazyLock;

use serde_json::Value;

use crate::runner::{Run, wsoa};

type Holds = fn(&Value) -> bool;

const LADDER: &str = "tests/statements/ladder-plan.md";
const BEDFORDSHIRE: &str = "jtai-central-bedfordshire-2016";
const VERDICTS: [&str; 4] = ["addressed", "partial", "unaddressed", "cannot-tell"];
const TIES: [&str; 5] = ["reference-and-words", "words", "reference", "place", "likeness"];
const COMMITMENTS: [&str; 5] = ["firm", "done", "weak", "declined", "none"];
const REASONS: [&str; 11] = [
    "only-restated",
    "declined",
    "deferred",
    "conditional",
    "vague",
    "only-done",
    "neighbouring",
    "context-only",
    "struck-out",
    "no-tie",
    "unread",
];

fn check_ladder(more: &[&str]) -> Run {
    let args = ["check", LADDER, "--pack", BEDFORDSHIRE, "--as-of", "2016-08-09", "--format", "json"];
    wsoa(&[&args, more].concat())
}

/// What is said of the sample: checked once, since the rules are large.
static PRINTED: LazyLock<String> = LazyLock::new(|| check_ladder(&[]).stdout);

fn ladder() -> Value {
    serde_json::from_str(&PRINTED).unwrap()
}

/// Fails unless `object` has each of these fields and what it holds is right.
fn has(object: &Value, fields: &[(&str, Holds)]) {
    for (name, holds) in fields {
        let value = object.get(name).unwrap_or_else(|| panic!("no `{name}` in {object:#}"));
        assert!(holds(value), "`{name}` is {value} in {object:#}");
    }
}

pub(crate) fn list<'v>(object: &'v Value, name: &str) -> &'v [Value] {
    object[name].as_array().unwrap_or_else(|| panic!("`{name}` is no list in {object:#}"))
}

fn text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty())
}

fn text_or_null(value: &Value) -> bool {
    value.is_null() || text(value)
}

fn date(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10)
}

fn one_of(value: &Value, names: &[&str]) -> bool {
    value.as_str().is_some_and(|text| names.contains(&text))
}

fn place(value: &Value) -> bool {
    text(&value["text"])
}

#[test]
fn the_whole_has_every_field() {
    let root = ladder();
    has(
        &root,
        &[
            ("schema", |v| *v == 1),
            ("statement", |v| v["files"].is_array() && v["unread"].is_array()),
            ("pack", |v| v["id"] == BEDFORDSHIRE),
            ("as_of", |v| *v == "2016-08-09"),
            ("items", Value::is_array),
            ("actions", Value::is_array),
            ("diagnostics", Value::is_array),
        ],
    );
    let files = list(&root["statement"], "files");
    assert_eq!(files.len(), 1);
    has(&files[0], &[("path", |v| *v == LADDER), ("format", |v| *v == "md")]);
    assert_eq!(list(&root["statement"], "unread").len(), 0);
}

#[test]
fn items_stand_in_the_order_of_the_letter_with_every_field() {
    let root = ladder();
    let items = list(&root, "items");
    let rules = wsoa::pack::Rules::embedded().unwrap();
    let inspection = rules.inspection(BEDFORDSHIRE).unwrap();
    let mut expected: Vec<(usize, &str)> =
        inspection.findings.iter().map(|f| (f.order, f.id.as_str())).collect();
    expected.extend(inspection.next_steps.iter().map(|step| (step.order, step.id.as_str())));
    expected.sort();
    let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, expected.iter().map(|(_, id)| *id).collect::<Vec<_>>());
    for item in items {
        has(
            item,
            &[
                ("id", text),
                ("kind", |v| one_of(v, &["finding", "next-step"])),
                ("verdict", |v| one_of(v, &VERDICTS)),
            ],
        );
        match item["kind"].as_str() {
            Some("finding") => list(item, "aspects").iter().for_each(aspect),
            _ => assert!(item.get("aspects").is_none(), "a next step has no aspects: {item:#}"),
        }
    }
    let multi_agency = items.iter().find(|item| item["id"] == "multi-agency").unwrap();
    assert_eq!(multi_agency["missing"], serde_json::json!(["nps", "crc"]));
}

fn aspect(aspect: &Value) {
    has(
        aspect,
        &[
            ("id", text),
            ("met", Value::is_boolean),
            ("confidence", |v| one_of(v, &["sure", "likely"])),
            ("evidence", Value::is_array),
            ("nearest", Value::is_array),
            ("reviewed", Value::is_null),
        ],
    );
    let (evidence, nearest) = (list(aspect, "evidence"), list(aspect, "nearest"));
    assert!(evidence.len() <= 3 && nearest.len() <= 3, "at most three passages: {aspect:#}");
    for passage in evidence {
        has(passage, &[("quote", text), ("location", place), ("tie", |v| one_of(v, &TIES))]);
    }
    for passage in nearest {
        has(passage, &[("quote", text), ("location", place), ("why", |v| one_of(v, &REASONS))]);
    }
    if aspect["met"] == true {
        assert!(!evidence.is_empty() && nearest.is_empty(), "{aspect:#}");
        assert!(
            aspect.get("reason").is_none_or(Value::is_null),
            "what is met falls short of nothing: {aspect:#}"
        );
    } else {
        assert!(evidence.is_empty(), "{aspect:#}");
        has(aspect, &[("reason", |v| one_of(v, &REASONS))]);
    }
}

#[test]
fn a_verdict_follows_from_its_aspects() {
    let root = ladder();
    for item in list(&root, "items").iter().filter(|item| item["kind"] == "finding") {
        let aspects = list(item, "aspects");
        let met = aspects.iter().filter(|aspect| aspect["met"] == true).count();
        let verdict = match met {
            0 => "unaddressed",
            all if all == aspects.len() => "addressed",
            _ => "partial",
        };
        assert_eq!(item["verdict"], verdict, "{item:#}");
    }
}

#[test]
fn actions_have_every_field() {
    let root = ladder();
    let actions = list(&root, "actions");
    assert!(actions.len() >= 20, "the sample has a rung for most findings: {}", actions.len());
    for action in actions {
        has(
            action,
            &[
                ("text", text),
                ("owner", text_or_null),
                ("due", |v| v.is_null() || (text(&v["text"]) && (v["date"].is_null() || date(&v["date"])))),
                ("measure", text_or_null),
                ("commitment", |v| one_of(v, &COMMITMENTS)),
                ("answers", |v| v.as_array().is_some_and(|answers| answers.iter().all(text))),
                ("location", place),
            ],
        );
        if !action["due"].is_null() {
            assert!(action["due"].get("date").is_some(), "a vague date is null, not left out: {action:#}");
        }
    }
}

#[test]
fn answers_and_aspects_tell_the_same() {
    let root = ladder();
    let mut met = Vec::new();
    for item in list(&root, "items").iter().filter(|item| item["kind"] == "finding") {
        let aspects = list(item, "aspects").iter().filter(|aspect| aspect["met"] == true);
        met.extend(
            aspects
                .map(|aspect| format!("{}.{}", item["id"].as_str().unwrap(), aspect["id"].as_str().unwrap())),
        );
    }
    let actions = list(&root, "actions").iter().flat_map(|action| list(action, "answers"));
    let mut answered: Vec<&str> = actions.map(|answer| answer.as_str().unwrap()).collect();
    met.sort();
    answered.sort_unstable();
    answered.dedup();
    assert_eq!(answered, met);
}

#[test]
fn diagnostics_have_every_field() {
    let root = ladder();
    let items: Vec<&str> = list(&root, "items").iter().filter_map(|item| item["id"].as_str()).collect();
    let diagnostics = list(&root, "diagnostics");
    assert!(!diagnostics.is_empty());
    for diagnostic in diagnostics {
        has(
            diagnostic,
            &[
                ("code", |v| v.as_str().is_some_and(|code| wsoa::assess::Code::from_name(code).is_some())),
                ("severity", |v| one_of(v, &["error", "warning", "note"])),
                ("message", one_line),
                ("help", one_line),
            ],
        );
        assert!(diagnostic.get("item").is_none_or(|item| one_of(item, &items)), "{diagnostic:#}");
        assert!(diagnostic.get("location").is_none_or(place), "{diagnostic:#}");
    }
    let unaddressed = diagnostics.iter().filter(|diagnostic| diagnostic["code"] == "finding-unaddressed");
    let open =
        list(&root, "items").iter().filter(|i| i["kind"] == "finding" && i["verdict"] == "unaddressed");
    assert_eq!(unaddressed.count(), open.count(), "each finding that has no answer is told once");
}

/// One line without a full stop, as every message is.
fn one_line(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty() && !text.contains('\n') && !text.ends_with('.'))
}

#[test]
fn the_same_statement_gives_the_same_bytes() {
    assert_eq!(check_ladder(&[]).stdout, *PRINTED);
}

#[test]
fn json_is_not_shortened_by_quiet() {
    assert_eq!(check_ladder(&["--quiet"]).stdout, *PRINTED);
}
