//! What `wsoa check --format json` tells of small statements, fact by fact.

use serde_json::Value;

use crate::check::QUAY;
use crate::json::list;
use crate::runner::Desk;
use crate::word::{Word, p, text};

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
    let body = text("Answer to the visit to Bell Heath") + &p("", diagram);
    let desk = Desk::with("scan.docx", Word::body(&body).bytes());
    let run = desk.wsoa(&["check", "scan.docx", "--rules", "RULES", "--format", "json"]);
    let root: Value = serde_json::from_str(&run.stdout).unwrap();
    let unread = list(&root["statement"], "unread");
    assert_eq!(unread.len(), 1, "{root:#}");
    assert!(unread[0]["what"].is_string() && unread[0]["location"]["text"].is_string(), "{root:#}");
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
