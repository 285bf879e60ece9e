//! `wsoa check --format json`: every field of schema 1, present and of its type.

use std::sync::LazyLock;

use serde_json::Value;

use crate::check::QUAY;
use crate::runner::{Desk, Run, wsoa};

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

fn quay() -> Value {
    let run = Desk::with("quay.md", QUAY).wsoa(&[
        "check",
        "quay.md",
        "--rules",
        "RULES",
        "--as-of",
        "2031-06-04",
        "--format",
        "json",
    ]);
    serde_json::from_str(&run.stdout).unwrap()
}

/// Fails unless `object` has each of these fields and what it holds is right.
fn has(object: &Value, fields: &[(&str, Holds)]) {
    for (name, holds) in fields {
        let value = object.get(name).unwrap_or_else(|| panic!("no `{name}` in {object:#}"));
        assert!(holds(value), "`{name}` is {value} in {object:#}");
    }
}

fn list<'v>(object: &'v Value, name: &str) -> &'v [Value] {
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
fn owner_date_and_measure_are_told_or_null() {
    let root = quay();
    let actions = list(&root, "actions");
    assert_eq!(actions.len(), 2, "{root:#}");
    assert_eq!(actions[0]["text"], "Publish a rota with two names for every night.");
    assert_eq!(actions[0]["owner"], "Superintendent, police");
    assert_eq!(actions[0]["due"], serde_json::json!({ "text": "1 May 2031", "date": "2031-05-01" }));
    assert_eq!(actions[0]["measure"], "No night without a name.");
    assert_eq!(actions[0]["commitment"], "firm");
    assert_eq!(actions[0]["answers"], serde_json::json!(["night-desk.rota"]));
    assert!(
        actions[0]["location"]["text"].as_str().unwrap().starts_with("Table 1, row 2, Action"),
        "{root:#}"
    );
    assert_eq!((&actions[1]["due"], &actions[1]["measure"]), (&Value::Null, &Value::Null), "TBC is nothing");
    assert_eq!(actions[1]["answers"], serde_json::json!([]));
}

#[test]
fn a_vague_date_is_kept_in_words() {
    let vague = QUAY.replace("1 May 2031", "ongoing");
    let args = ["check", "quay.md", "--rules", "RULES", "--as-of", "2031-06-04", "--format", "json"];
    let run = Desk::with("quay.md", vague).wsoa(&args);
    let root: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(root["actions"][0]["due"], serde_json::json!({ "text": "ongoing", "date": null }));
}

#[test]
fn a_gap_names_its_reason_and_the_nearest_passage() {
    let root = quay();
    let aspects = list(&root["items"][0], "aspects");
    assert_eq!((&aspects[0]["id"], &aspects[0]["met"]), (&"rota".into(), &true.into()));
    assert_eq!(
        (&aspects[1]["id"], &aspects[1]["met"], &aspects[1]["reason"]),
        (&"call-back".into(), &false.into(), &"deferred".into())
    );
    let near = &aspects[1]["nearest"][0];
    assert_eq!(near["quote"], "Calling back within the hour waits for the review next year.");
    assert_eq!((&near["why"], &near["location"]["row"]), (&"deferred".into(), &3.into()));
    let post_book = &root["items"][1]["aspects"][0];
    assert_eq!((&post_book["reason"], &post_book["nearest"]), (&"no-tie".into(), &serde_json::json!([])));
    assert_eq!(root["items"][2]["missing"], serde_json::json!(["council"]));
}

#[test]
fn what_was_not_read_makes_no_verdict_of_unaddressed() {
    let diagram = "<w:r><w:drawing><dgm:relIds/></w:drawing></w:r>";
    let body = crate::word::text("Answer to the visit to Bell Heath") + &crate::word::p("", diagram);
    let desk = Desk::with("scan.docx", crate::word::Word::body(&body).bytes());
    let run = desk.wsoa(&["check", "scan.docx", "--rules", "RULES", "--format", "json"]);
    let root: Value = serde_json::from_str(&run.stdout).unwrap();
    for unread in list(&root["statement"], "unread") {
        has(unread, &[("what", text), ("location", place)]);
    }
    assert_eq!(list(&root["statement"], "unread").len(), 1, "{root:#}");
    assert_eq!(root["statement"]["files"][0]["format"], "docx");
    assert_eq!(root["items"][0]["verdict"], "cannot-tell");
    assert_eq!(root["items"][0]["aspects"][0]["reason"], "unread");
    assert_eq!(run.code, Some(1));
}

#[test]
fn several_files_are_listed_as_they_were_named() {
    let desk = Desk::with("police.md", QUAY);
    desk.put("parts/council.txt", "1. The council clerk will enter each letter in the post book.\n");
    let run = desk.wsoa(&["check", "police.md", "parts/council.txt", "--rules", "RULES", "--format", "json"]);
    let root: Value = serde_json::from_str(&run.stdout).unwrap();
    let files = serde_json::json!([
        { "path": "police.md", "format": "md" },
        { "path": "parts/council.txt", "format": "txt" },
    ]);
    assert_eq!(root["statement"]["files"], files);
    let evidence = &root["items"][1]["aspects"][0]["evidence"][0];
    assert_eq!(evidence["location"]["file"], "parts/council.txt");
}

#[test]
fn the_same_statement_gives_the_same_bytes() {
    assert_eq!(check_ladder(&[]).stdout, *PRINTED);
}

#[test]
fn json_is_not_shortened_by_quiet() {
    assert_eq!(check_ladder(&["--quiet"]).stdout, *PRINTED);
}
