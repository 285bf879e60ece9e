//! What follows from decisions in `wsoa check`: verdicts, evidence, problems and the report.

use serde_json::{Value, json};

use crate::desk::{CALL, PACK, ROTA, aspect, check, markdown, plan, review, rota, run, state_in};
use crate::runner::Desk;

const ROTA_NAME: &str = "night-desk.rota";
const CALL_NAME: &str = "night-desk.call-back";

fn reviewed(lines: &str) -> Desk {
    let desk = Desk::with("plan.md", plan());
    assert_eq!(review(&desk, lines).code, Some(0));
    desk
}

fn item<'r>(root: &'r Value, id: &str) -> &'r Value {
    root["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap()
}

fn answers(root: &Value) -> Vec<&Value> {
    root["actions"].as_array().unwrap().iter().map(|action| &action["answers"]).collect()
}

fn codes(root: &Value) -> Vec<&str> {
    let all = root["diagnostics"].as_array().unwrap();
    all.iter().map(|one| one["code"].as_str().unwrap()).filter(|code| code.starts_with("review")).collect()
}

#[test]
fn without_a_decision_nothing_is_said_of_any() {
    let desk = Desk::with("plan.md", plan());
    let root = check(&desk, "plan.md", &[]);
    assert_eq!(aspect(&root, ROTA_NAME)["reviewed"], Value::Null);
    assert!(!run(&desk, &["check", "plan.md", "--as-of", "2031-05-03"]).stdout.contains("decision"));
}

#[test]
fn a_decision_against_the_rules_turns_the_verdict_to_met() {
    let desk = reviewed("l\ny\n1\nagreed by telephone\n");
    let root = check(&desk, "plan.md", &[]);
    let call = aspect(&root, CALL_NAME);
    assert_eq!((&call["met"], &call["confidence"]), (&json!(true), &json!("likely")));
    assert_eq!((&call["reason"], &call["nearest"]), (&Value::Null, &json!([])));
    assert_eq!(
        (&call["evidence"][0]["quote"], &call["evidence"][0]["tie"]),
        (&json!(CALL), &json!("decided"))
    );
    assert_eq!(
        call["reviewed"],
        json!({ "decision": "met", "by": "Clerk of Works", "on": "2031-05-02", "why": "agreed by telephone",
                "rules_said": "not met (deferred, likely)", "state": "holds", "changed": null })
    );
    assert_eq!(item(&root, "night-desk")["verdict"], "addressed");
    assert_eq!(answers(&root), [&json!([ROTA_NAME]), &json!([CALL_NAME])]);
    let findings = "1 of 2 findings are answered in full";
    assert_eq!(item(&root, "answers")["note"], findings, "what hangs on findings follows too");
}

#[test]
fn what_a_person_takes_for_an_answer_is_told_with_its_owner() {
    let call = ["Night desk", CALL, "Duty officer", "", ""];
    let desk = Desk::with("plan.md", markdown(&[rota(ROTA), call]));
    assert_eq!(review(&desk, "l\ny\n1\nagreed by telephone\n").code, Some(0));
    let table = run(&desk, &["check", "plan.md", "--as-of", "2031-05-03", "--format", "csv"]).stdout;
    let row = table.lines().find(|row| row.contains(",call-back,")).unwrap();
    assert!(row.contains(",Duty officer,"), "{row}");
}

#[test]
fn a_decision_against_the_rules_turns_the_verdict_to_unmet() {
    let desk = reviewed("n\nnames are no cover\nq\n");
    let root = check(&desk, "plan.md", &[]);
    let rota = aspect(&root, ROTA_NAME);
    assert_eq!((&rota["met"], &rota["reason"]), (&json!(false), &json!("decided")));
    assert_eq!(rota["evidence"], json!([]));
    assert_eq!((&rota["nearest"][0]["quote"], &rota["nearest"][0]["why"]), (&json!(ROTA), &json!("decided")));
    assert_eq!(item(&root, "night-desk")["verdict"], "unaddressed");
    assert_eq!(answers(&root), [&json!([]), &json!([])]);
}

#[test]
fn a_suspect_decision_leaves_the_verdict_to_the_rules_and_warns() {
    let desk = reviewed("l\ny\n1\nagreed by telephone\n");
    desk.put("plan.md", markdown(&[rota(ROTA), rota("Calling back waits for the review next year.")]));
    let root = check(&desk, "plan.md", &[]);
    let call = aspect(&root, CALL_NAME);
    assert_eq!((&call["met"], &call["reviewed"]["state"]), (&json!(false), &json!("suspect")));
    assert_eq!(codes(&root), ["review-suspect"]);
    let found = root["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "review-suspect");
    assert_eq!(
        (&found.unwrap()["item"], &found.unwrap()["severity"]),
        (&json!("night-desk"), &json!("warning"))
    );
}

#[test]
fn a_decision_about_nothing_is_noted() {
    let desk = reviewed("y\n1\n\nq\n");
    let text = std::fs::read_to_string(desk.path().join("review.toml")).unwrap();
    desk.put("review.toml", text.replace("aspect = \"rota\"", "aspect = \"rotas\""));
    let root = check(&desk, "plan.md", &[]);
    assert_eq!(codes(&root), ["review-unused"]);
    let told =
        root["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "review-unused").unwrap();
    assert_eq!(
        told["message"],
        format!("a decision is about `night-desk.rotas`, which `{PACK}` does not ask")
    );
    insta::assert_snapshot!(told["help"].as_str().unwrap(), @"if `night-desk.rota` is meant, mend the item and aspect of the decision, else take it out");
}

#[test]
fn decisions_lie_beside_the_statement_or_where_somebody_says() {
    let desk = reviewed("y\n1\n\nq\n");
    let state =
        |more: &[&str]| aspect(&check(&desk, "plan.md", more), ROTA_NAME)["reviewed"]["state"].clone();
    assert_eq!(state(&[]), "holds");
    assert_eq!(state(&["--no-review"]), Value::Null);
    std::fs::create_dir(desk.path().join("kept")).unwrap();
    std::fs::rename(desk.path().join("review.toml"), desk.path().join("kept/ours.toml")).unwrap();
    assert_eq!(state(&[]), Value::Null);
    assert_eq!(state(&["--review", "kept/ours.toml"]), "holds");
    desk.put("drafts/plan.md", plan());
    std::fs::rename(desk.path().join("kept/ours.toml"), desk.path().join("drafts/review.toml")).unwrap();
    assert_eq!(state_in(&desk, "drafts/plan.md", ROTA_NAME).0, "holds");
    let none = run(&desk, &["check", "plan.md", "--review", "no.toml"]);
    assert_eq!(none.code, Some(4));
    insta::assert_snapshot!(none.stderr, @"
    error: there is no file of decisions `no.toml`
    help: check the name, or leave `--review` out
    ");
}

#[test]
fn decisions_about_another_answer_do_not_count() {
    let desk = reviewed("y\n1\n\nq\n");
    let text = std::fs::read_to_string(desk.path().join("review.toml")).unwrap();
    desk.put("review.toml", text.replace(PACK, "visit-elsewhere-2031"));
    let beside = run(&desk, &["check", "plan.md", "--as-of", "2031-05-03", "--format", "json"]);
    insta::assert_snapshot!(beside.stderr, @"note: the decisions in review.toml are about the answer to visit-elsewhere-2031, and are left out");
    let root: Value = serde_json::from_str(&beside.stdout).unwrap();
    assert_eq!(aspect(&root, ROTA_NAME)["reviewed"], Value::Null);
    let named = run(&desk, &["check", "plan.md", "--review", "review.toml"]);
    assert_eq!((named.code, named.stdout.as_str()), (Some(4), ""));
    assert_eq!(review(&desk, "").code, Some(4));
}

#[test]
fn the_report_says_who_decided_what_changed_and_how_much_is_left() {
    let desk = reviewed("n\nnames are no cover\ny\n1\nagreed by telephone\n");
    desk.put("plan.md", markdown(&[rota("Publish a rota for most nights."), rota(CALL)]));
    let report = run(&desk, &["check", "plan.md", "--as-of", "2031-05-03"]).stdout;
    let lines: Vec<&str> = report
        .lines()
        .skip_while(|line| !line.contains("✓ met"))
        .take_while(|line| !line.contains("lost-letters"))
        .chain(report.lines().filter(|line| line.contains("decisions of people")))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
      ✓ met (likely): A rota covers every night
             Table 1, row 2, Action (line 5): "Publish a rota for most nights."
             ! suspect, decided before: not met, by Clerk of Works on 2031-05-02: names are no cover
             the words it rests on are no longer there: "Publish a rota with two names for every
             night."; now Table 1, row 2, Action (line 5): "Publish a rota for most nights."
      ✓ met (likely): A call at night is returned within the hour
             Table 1, row 3, Action (line 6): "Calling back within the hour waits for the review next
             year."
             decided: met, by Clerk of Works on 2031-05-02: agreed by telephone

    ✗ unaddressed: Letters to families arrive
      decisions of people: 1 holding, 1 suspect; likely aspects not decided: 1
    "#);
}
