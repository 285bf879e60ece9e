//! SARIF: as the official schema says, with places that a reader can follow and fingerprints that outlast a redraft.

use std::sync::LazyLock;

use serde_json::{Value, json};
use wsoa::assess::Code;
use wsoa::report::{Outcome, sarif};

use crate::checked::{Checked, LOST, QUAY, gone, quay};
use crate::runner::wsoa;
use crate::schema::Held;

/// The schema of the standard.
static OFFICIAL: LazyLock<Held> = LazyLock::new(|| {
    let text = include_str!("../fixtures/sarif-2.1.0.schema.json");
    Held::of(serde_json::from_str(text).unwrap())
});

/// Writes outcomes as SARIF, holds that against the schema, and returns the run.
pub(crate) fn run(outcomes: &[Outcome<'_>]) -> Value {
    held(&sarif(outcomes))
}

pub(crate) fn held(text: &str) -> Value {
    let mut log: Value = serde_json::from_str(text).unwrap();
    OFFICIAL.hold(&log, "SARIF");
    log["runs"][0].take()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value:#}"))
}

fn result<'r>(run: &'r Value, rule: &str) -> &'r Value {
    list(&run["results"]).iter().find(|result| result["ruleId"] == rule).unwrap()
}

fn fingerprints(run: &Value) -> Vec<&str> {
    let results = list(&run["results"]).iter();
    results.map(|result| result["partialFingerprints"]["itemCodeWords/v1"].as_str().unwrap()).collect()
}

#[test]
fn the_schema_objects_to_what_is_wrong() {
    let log: Value = serde_json::from_str(&sarif(&[quay().outcome()])).unwrap();
    for (pointer, wrong) in [
        ("/version", json!("2.2.0")),
        ("/runs/0/tool/driver", json!({})),
        ("/runs/0/results/0/level", json!("loud")),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", json!(0)),
        ("/runs/0/columnKind", json!("bytes")),
    ] {
        let mut changed = log.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert!(!OFFICIAL.takes(&changed), "{pointer}");
    }
}

#[test]
fn each_code_is_a_rule_and_each_diagnostic_a_result() {
    let checked = quay();
    let run = run(&[checked.outcome()]);
    let rules = list(&run["tool"]["driver"]["rules"]);
    let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>());
    assert!(rules.iter().all(|rule| rule.get("helpUri").is_none()), "there is no page to point at");
    let results = list(&run["results"]);
    assert_eq!(results.len(), checked.diagnostics.len());
    for (result, diagnostic) in results.iter().zip(&checked.diagnostics) {
        assert_eq!(result["level"], serde_json::to_value(diagnostic.severity).unwrap());
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        let text = result["message"]["text"].as_str().unwrap();
        assert!(text.contains(&diagnostic.message) && text.contains(&diagnostic.help), "{text}");
    }
}

#[test]
fn a_place_in_a_file_of_lines_is_a_line_and_a_character_with_the_words_there() {
    let run = run(&[quay().outcome()]);
    let place = &result(&run, "finding-partial")["locations"][0];
    insta::assert_json_snapshot!(place, @r#"
    {
      "logicalLocations": [
        {
          "fullyQualifiedName": "Answer to the short visit to Amber Quay / Table 1, row 3, Action (line 6)",
          "name": "Table 1, row 3, Action (line 6)"
        }
      ],
      "physicalLocation": {
        "artifactLocation": {
          "index": 0,
          "uri": "drafts/quay.md",
          "uriBaseId": "%SRCROOT%"
        },
        "region": {
          "snippet": {
            "text": "Calling back within the hour waits for the review next year."
          },
          "startColumn": 16,
          "startLine": 6
        }
      }
    }
    "#);
    let region = &place["physicalLocation"]["region"];
    let at = |name: &str| region[name].as_u64().unwrap() as usize - 1;
    let line = QUAY.lines().nth(at("startLine")).unwrap();
    let start: String = line.chars().skip(at("startColumn")).take(12).collect();
    assert_eq!(start, "Calling back", "lines and characters are counted from 1");
}

#[test]
fn a_problem_of_one_of_several_actions_in_a_cell_shows_its_own_words() {
    let numbered = "\
| Finding | Action | Lead | By |
| --- | --- | --- | --- |
| Night desk | 1. Publish a rota with two names for every night.<br>2. Paint the boathouse. | | 1 May 2031 |
";
    let run = run(&[Checked::of("quay.md", numbered).outcome()]);
    let results = list(&run["results"]).iter().filter(|result| result["ruleId"] == "action-without-owner");
    let regions: Vec<&Value> =
        results.map(|result| &result["locations"][0]["physicalLocation"]["region"]).collect();
    let words: Vec<&str> = regions.iter().map(|region| region["snippet"]["text"].as_str().unwrap()).collect();
    assert_eq!(words, ["1. Publish a rota with two names for every night.", "2. Paint the boathouse."]);
}

#[test]
fn a_place_in_a_word_file_is_told_in_words() {
    let path = "tests/statements/harbour-plan.docx";
    let args = ["check", path, "--pack", "jtai-central-bedfordshire-2016", "--as-of", "2016-08-09"];
    let run = held(&wsoa(&[&args[..], &["--format", "sarif"]].concat()).stdout);
    insta::assert_json_snapshot!(result(&run, "finding-partial")["locations"][0], @r#"
    {
      "logicalLocations": [
        {
          "fullyQualifiedName": "Theme 1. Those who harm children, and the places they use / Table 1, row 3, What we will do",
          "name": "Table 1, row 3, What we will do"
        }
      ],
      "message": {
        "text": "A programme of visits to hotels, takeaways and licensed premises will be designed after the licensing policy..."
      },
      "physicalLocation": {
        "artifactLocation": {
          "index": 0,
          "uri": "tests/statements/harbour-plan.docx",
          "uriBaseId": "%SRCROOT%"
        }
      }
    }
    "#);
    for result in list(&run["results"]) {
        assert_eq!(result["locations"][0]["physicalLocation"].get("region"), None);
    }
}

#[test]
fn the_nearest_passages_stand_beside_a_gap() {
    let run = run(&[quay().outcome()]);
    let near = list(&result(&run, "finding-partial")["relatedLocations"]);
    let says: Vec<&str> = near.iter().map(|place| place["message"]["text"].as_str().unwrap()).collect();
    insta::assert_debug_snapshot!(says, @r#"
    [
        "A call at night is returned within the hour: \"Calling back within the hour waits for the review next year.\" (this puts the matter off)",
        "A call at night is returned within the hour: \"Publish a rota with two names for every night.\" (this speaks of a neighbouring matter)",
        "A call at night is returned within the hour: \"Night desk\" (this only repeats what the inspectors wrote)",
    ]
    "#);
}

#[test]
fn what_is_waived_is_suppressed_and_everything_else_is_not() {
    let run = run(&[quay().outcome()]);
    let waived = result(&run, "finding-unaddressed");
    insta::assert_json_snapshot!(waived["suppressions"], @r#"
    [
      {
        "justification": "waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it",
        "kind": "external",
        "status": "accepted"
      }
    ]
    "#);
    assert_eq!(waived["level"], "error", "a waiver does not make it smaller");
    let others = list(&run["results"]).iter().filter(|result| result["ruleId"] != "finding-unaddressed");
    others.for_each(|result| assert_eq!(result["suppressions"], json!([]), "told, and none"));
}

#[test]
fn decisions_and_verdicts_stand_in_the_properties() {
    let suspect = Checked::of("quay.md", QUAY).decided("rota", "", Some(gone()));
    let run = run(&[quay().outcome(), suspect.outcome()]);
    let statements = list(&run["properties"]["statements"]);
    insta::assert_json_snapshot!(statements[0], @r#"
    {
      "asOf": "2031-06-04",
      "draft": false,
      "due": "2031-06-10",
      "files": [
        "drafts/quay.md"
      ],
      "items": [
        {
          "decided": [
            "night-desk.rota: decided: met, by Clerk to the Board on 2031-05-02: two names are enough"
          ],
          "id": "night-desk",
          "verdict": "partial"
        },
        {
          "id": "lost-letters",
          "verdict": "unaddressed",
          "waived": "waived by Head of Quays on 2031-04-02 until 2031-12-31: the post office answers it"
        },
        {
          "id": "multi-agency",
          "verdict": "partial"
        },
        {
          "id": "submission",
          "verdict": "partial"
        }
      ],
      "pack": "visit-amber-quay-2031",
      "standing": "invented letter"
    }
    "#);
    insta::assert_json_snapshot!(result(&run, "finding-partial")["properties"], @r#"
    {
      "decided": [
        "night-desk.rota: decided: met, by Clerk to the Board on 2031-05-02: two names are enough"
      ],
      "item": "night-desk"
    }
    "#);
    let decided = statements[1]["items"][0]["decided"][0].as_str().unwrap();
    assert!(
        decided.starts_with("night-desk.rota: ! suspect") && decided.contains("now Table 1"),
        "{decided}"
    );
}

#[test]
fn a_fingerprint_stays_when_rows_move_and_days_pass() {
    let row = "| Lost letters | Letters matter to us all. | Clerk, council | TBC | |\n";
    let (before, after) =
        (QUAY.to_owned() + row, QUAY.replace("| Night desk | Pub", &format!("{row}| Night desk | Pub")));
    let (before, after) = (Checked::of("a.md", &before), Checked::of("b/later.md", &after));
    let (one, other) = (run(&[before.outcome()]), run(&[after.outcome()]));
    let (mut one, mut other) = (fingerprints(&one), fingerprints(&other));
    assert!(one.len() > 5, "{one:?}");
    one.sort_unstable();
    other.sort_unstable();
    assert_eq!(one, other);
    one.dedup();
    assert_eq!(one.len(), other.len(), "each is its own");
}

#[test]
fn a_fingerprint_goes_with_the_words() {
    let (before, after) =
        (Checked::of("a.md", QUAY), Checked::of("a.md", &QUAY.replace("Calling", "Ringing")));
    let (before, after) = (run(&[before.outcome()]), run(&[after.outcome()]));
    let of_row =
        |run: &Value| result(run, "action-without-owner")["partialFingerprints"].as_object().unwrap().clone();
    assert_ne!(of_row(&before), of_row(&after));
    let of_item = |run: &Value| result(run, "finding-partial")["partialFingerprints"].clone();
    assert_eq!(of_item(&before), of_item(&after), "the same gap, whatever comes near it");
}

#[test]
fn what_was_not_checked_or_not_read_is_a_notification() {
    let picture = Checked::with_picture("quay.md", QUAY);
    let run = run(&[picture.outcome(), LOST]);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    insta::assert_json_snapshot!(invocation["toolExecutionNotifications"], @r#"
    [
      {
        "descriptor": {
          "id": "not-read"
        },
        "level": "warning",
        "locations": [
          {
            "logicalLocations": [
              {
                "fullyQualifiedName": "page 2",
                "name": "page 2"
              }
            ],
            "physicalLocation": {
              "artifactLocation": {
                "index": 0,
                "uri": "quay.md",
                "uriBaseId": "%SRCROOT%"
              }
            }
          }
        ],
        "message": {
          "text": "the picture may hold text"
        }
      },
      {
        "descriptor": {
          "id": "not-checked"
        },
        "level": "error",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "index": 1,
                "uri": "drafts/lost.docx",
                "uriBaseId": "%SRCROOT%"
              }
            }
          }
        ],
        "message": {
          "text": "`drafts/lost.docx` cannot be read: it is protected by a password"
        }
      }
    ]
    "#);
    let whole = held(&sarif(&[picture.outcome()]));
    assert_eq!(whole["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn words_of_a_statement_make_no_link() {
    let linked = QUAY.replace("Calling back", "[Calling](1) [back](https://example.org)");
    let text = sarif(&[Checked::of("quay.txt", &linked).outcome()]);
    held(&text);
    assert!(text.contains("[Calling] (1)") && !text.contains("]("), "{text}");
}
