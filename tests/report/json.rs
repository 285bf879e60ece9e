//! The JSON of schema 1: everything that is printed is as the published schema says.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};
use wsoa::report::json_lines;

use crate::checked::{Checked, LOST, QUAY, gone, quay, read};
use crate::runner::{Desk, wsoa};
use crate::schema::{Held, closed};

static CHECK: LazyLock<Held> = LazyLock::new(|| Held::of(closed(kept("check"))));
static LETTER: LazyLock<Held> = LazyLock::new(|| Held::of(closed(kept("letter"))));

/// The schema as it is kept beside the documentation.
fn kept(name: &str) -> Value {
    serde_json::from_str(&kept_text(name)).unwrap()
}

fn kept_text(name: &str) -> String {
    let path = format!("{}/docs/schemas/{name}-1.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Every line of JSON Lines, held against the schema.
fn lines(text: &str) -> Vec<Value> {
    let lines: Vec<Value> = text.lines().map(parsed).collect();
    lines.iter().for_each(|line| CHECK.hold(line, "a line"));
    lines
}

#[test]
fn the_schemas_that_are_kept_are_those_that_the_program_prints() {
    for name in ["check", "compare", "letter"] {
        let printed = wsoa(&["schema", name]);
        assert_eq!(printed.code, Some(0), "{}", printed.stderr);
        assert!(
            printed.stdout == kept_text(name),
            "write it anew: wsoa schema {name} > docs/schemas/{name}-1.json"
        );
    }
    assert_eq!(wsoa(&["schema", "rules"]).stdout, wsoa(&["rules", "schema"]).stdout);
}

#[test]
fn every_part_of_a_schema_is_described() {
    for name in ["check", "compare", "letter"] {
        let schema = kept(name);
        let parts = schema["$defs"].as_object().unwrap().iter().map(|(name, part)| (name.as_str(), part));
        for (name, part) in parts.chain([("the whole", &schema)]) {
            assert!(part["description"].is_string(), "{name}");
            let fields = part["properties"].as_object().into_iter().flatten();
            fields.for_each(|(field, schema)| assert!(schema["description"].is_string(), "{name}.{field}"));
            let choices = part["oneOf"].as_array().into_iter().flatten();
            choices.for_each(|choice| assert!(choice["description"].is_string(), "{name}: {choice}"));
        }
    }
}

#[test]
fn the_schema_objects_to_what_is_wrong() {
    let right = lines(&json_lines(&[quay().outcome()])).remove(0);
    for (pointer, wrong) in [
        ("/schema", json!(2)),
        ("/as_of", json!("yesterday")),
        ("/items/0/verdict", json!("half")),
        ("/items/0/aspects/0/evidence/0/tie", json!(null)),
        ("/items/1/waived/reason", json!(null)),
        ("/actions/0/location", json!({})),
        ("/diagnostics/0/code", json!("finding-lost")),
    ] {
        let mut changed = right.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(!CHECK.takes(&changed), "{pointer}");
    }
    let mut more = right;
    more["items"][0]["colour"] = json!("green");
    assert!(!CHECK.takes(&more), "the closed schema names every field");
    assert!(Held::of(kept("check")).takes(&more), "the published one is open to what later versions add");
}

/// The statements of the project, each with an inspection and a day.
const STATEMENTS: [(&str, &str, &str); 8] = [
    ("castle-plan.md", "ilacs-nottingham-2018", "2019-03-29"),
    ("chiltern-plan.md", "monitoring-buckinghamshire-2016", "2017-03-03"),
    ("harbour-plan.docx", "jtai-central-bedfordshire-2016", "2016-08-09"),
    ("ladder-plan.md", "jtai-central-bedfordshire-2016", "2016-08-09"),
    ("letter-reply.txt", "jtai-central-bedfordshire-2016", "2020-01-01"),
    ("oxfordshire-front-door.md", "jtai-oxfordshire-2016", "2016-08-05"),
    ("spires-plan.md", "sif-oxfordshire-2014", "2014-09-19"),
    ("tyne-plan.md", "jtai-south-tyneside-2016", "2016-07-11"),
];

#[test]
fn every_statement_of_the_project_is_told_as_the_schema_says() {
    for (file, pack, day) in STATEMENTS {
        let path = format!("tests/statements/{file}");
        let run = wsoa(&["check", &path, "--pack", pack, "--as-of", day, "--format", "json"]);
        CHECK.hold(&parsed(&run.stdout), file);
    }
    let several = ["check", "tests/statements/tyne-plan.md", "tests/statements/harbour-plan.docx"];
    let options = ["--pack", "jtai-south-tyneside-2016", "--received", "2016-05-01", "--format", "json"];
    let run = wsoa(&[&several[..], &options].concat());
    CHECK.hold(&parsed(&run.stdout), "several files");
}

const GULL_ROCK: &str = include_str!("../letter/gull-rock.md");

#[test]
fn what_a_letter_asks_is_told_as_its_schema_says() {
    let desk = Desk::with("letter.md", GULL_ROCK);
    let letter = parsed(&desk.wsoa(&["letter", "letter.md", "--format", "json"]).stdout);
    LETTER.hold(&letter, "gull-rock.md");
    assert!(!letter["items"].as_array().unwrap().is_empty());
    desk.put("shopping.txt", "Flour, salt and two lemons.\n");
    let nothing = parsed(&desk.wsoa(&["letter", "shopping.txt", "--format", "json"]).stdout);
    LETTER.hold(&nothing, "a letter that asks nothing");
    let mut wrong = letter;
    wrong["items"][0]["kind"] = json!("wish");
    assert!(!LETTER.takes(&wrong));
}

#[test]
fn a_check_by_rules_drafted_from_the_letter_is_told_as_the_schema_says() {
    let desk = Desk::with("letter.md", GULL_ROCK);
    desk.put("plan.md", QUAY);
    let args = ["check", "plan.md", "--letter", "letter.md", "--as-of", "2031-04-01", "--format", "json"];
    let checked = parsed(&desk.wsoa(&args).stdout);
    CHECK.hold(&checked, "a draft of rules");
    assert_eq!(checked["pack"]["draft"], true);
    assert!(checked["items"][0]["letter"].is_object());
}

#[test]
fn what_people_decided_is_told_as_the_schema_says() {
    let (holding, suspect) = (quay(), Checked::of("quay.md", QUAY).decided("rota", "", Some(gone())));
    let told = lines(&json_lines(&[holding.outcome(), suspect.outcome()]));
    assert_eq!(
        told[0]["items"][1]["waived"],
        json!({
            "reason": "the post office answers it",
            "by": "Head of Quays",
            "on": "2031-04-02",
            "until": "2031-12-31",
        })
    );
    assert_eq!(told[0]["items"][0]["aspects"][0]["reviewed"]["state"], "holds");
    assert_eq!(told[0]["items"][0].get("waived"), None, "what is not waived says nothing of it");
    let reviewed = &told[1]["items"][0]["aspects"][0]["reviewed"];
    assert_eq!((&reviewed["state"], &reviewed["why"]), (&json!("suspect"), &Value::Null));
    assert_eq!(reviewed["changed"]["now"]["quote"], "Publish a rota.");
}

#[test]
fn a_waiver_without_a_name_and_an_end_says_so() {
    let mut checked = quay();
    for item in &mut checked.assessment.items {
        if let wsoa::assess::ItemOutcome::Finding(finding) = item
            && let Some(waiver) = &mut finding.waived
        {
            (waiver.by, waiver.until) = (String::new(), None);
        }
    }
    let told = lines(&json_lines(&[checked.outcome()]));
    let waived = &told[0]["items"][1]["waived"];
    assert_eq!((&waived["by"], &waived["until"]), (&Value::Null, &Value::Null));
}

#[test]
fn each_statement_is_a_line_in_the_order_in_which_they_were_named() {
    let picture = Checked::with_picture("b.md", QUAY);
    let both = Checked::read(&[read("a.md", QUAY), read("parts/c.txt", "Nothing else is planned.\n")]);
    let told = lines(&json_lines(&[picture.outcome(), LOST, both.outcome()]));
    let files = |line: &Value| {
        let files = line["statement"]["files"].as_array().unwrap().iter();
        files.map(|file| file["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        told.iter().map(files).collect::<Vec<_>>(),
        [vec!["b.md"], vec!["drafts/lost.docx"], vec!["a.md", "parts/c.txt"]]
    );
    assert_eq!(told[0]["statement"]["unread"][0]["what"], "the picture may hold text");
    assert_eq!(told[0]["items"][1]["verdict"], "cannot-tell");
    assert_eq!(
        told[1],
        json!({
            "schema": 1,
            "statement": { "files": [{ "path": "drafts/lost.docx" }] },
            "error": "`drafts/lost.docx` cannot be read: it is protected by a password",
        })
    );
}

#[test]
fn a_line_says_what_the_indented_object_says() {
    let checked = quay();
    let line = json_lines(&[checked.outcome()]);
    assert_eq!(line.lines().count(), 1);
    assert_eq!(parsed(&line), parsed(&wsoa::report::json(&checked.report())));
    assert_eq!(line, json_lines(&[quay().outcome()]), "the same statement gives the same bytes");
}

#[test]
fn signs_that_some_readers_take_for_line_ends_are_escaped() {
    let checked = Checked::of("quay.md", &QUAY.replace("Publish a rota", "Publish\u{2028} a \u{2029}rota"));
    let line = json_lines(&[checked.outcome()]);
    assert!(!line.contains(['\u{2028}', '\u{2029}']), "{line}");
    lines(&line);
}

#[test]
fn every_statement_of_the_folder_is_among_those_that_are_checked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let other = name == "README.md" || name.ends_with(".case.md") || name.ends_with(".py");
        assert!(other || STATEMENTS.iter().any(|(file, ..)| *file == name), "{name} is not checked");
    }
}

#[test]
fn the_program_prints_a_line_for_each_statement() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("empty.md", "");
    let args =
        ["check", "--each", "quay.md", "empty.md", "lost.md", "--rules", "RULES", "--as-of", "2031-06-04"];
    let run = desk.wsoa(&[&args[..], &["-o", "out.jsonl"]].concat());
    assert_eq!(run.code, Some(3), "{}", run.stderr);
    let told = lines(&std::fs::read_to_string(desk.path().join("out.jsonl")).unwrap());
    assert_eq!(told[0]["pack"]["id"], "visit-amber-quay-2031");
    assert!(told[1]["error"].as_str().unwrap().contains("`empty.md`"), "{told:?}");
    assert_eq!(told[2]["statement"]["files"], json!([{ "path": "lost.md" }]));
}
