//! `wsoa rules why`: how every action fared against an aspect, for a rule author who wonders at a verdict.

use serde_json::Value;

use crate::runner::{Desk, Run};

/// Every way to fare against the two aspects of the first finding.
const PLAN: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Night desk | Calling back within the hour waits for the review next year. | Superintendent, police | TBC | TBC |
| Night desk | Buy a second telephone. The rota of the night waits until next year. | Superintendent, police | 1 May 2031 | TBC |
| Gulls | Keep a rota of gulls. | Clerk, council | 1 May 2031 | TBC |
";

fn why(args: &[&str]) -> Run {
    Desk::with("quay.md", PLAN).wsoa(&[&["rules", "why", "quay.md"], args, &["--rules", "RULES"]].concat())
}

#[test]
fn each_action_is_told_the_nearest_to_an_answer_first() {
    let run = why(&["night-desk.rota", "--as-of", "2031-06-04"]);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stdout, @r#"
    night-desk.rota: A rota covers every night
    met (likely)
    1 of 4 actions answers it; the nearest first

    1. answered: Table 1, row 2, Action (line 5)
       "Publish a rota with two names for every night."
       its place names the finding, its words the matter
       fits by 0.09: its row or heading names the finding; too few accepted sentences to tell likeness
       ✓ met_by: "rota", "night"
       ✓ told_by: "rota"

    2. not committed: Table 1, row 4, Action (line 7)
       "Buy a second telephone. The rota of the night waits until next year."
       its words would answer, but the sentences that hold them bind nobody
       fits by 0.09: its row or heading names the finding; too few accepted sentences to tell likeness
       left out, since it is deferred: "The rota of the night waits until next year."
       ✓ met_by: "rota", "night"
       ✓ told_by: "rota"

    3. no tie: Table 1, row 5, Action (line 8)
       "Keep a rota of gulls."
       fits by 0.03: too few accepted sentences to tell likeness
       ✗ met_by has "rota"; lacks night
       ✓ told_by (counts only in a place of the finding): "rota"

    4. no tie: Table 1, row 3, Action (line 6)
       "Calling back within the hour waits for the review next year."
       fits by 0.03: its row or heading names the finding; too few accepted sentences to tell likeness
       left out, since it is deferred: "Calling back within the hour waits for the review next year."
       ✗ met_by lacks rota and night
       ✗ told_by lacks rota
    "#);
    insta::assert_snapshot!(run.stderr, @"note: recognised the inspection from the statement's own words: visit-amber-quay-2031");
}

#[test]
fn a_finding_stands_for_each_of_its_aspects() {
    let run = why(&["night-desk", "--as-of", "2031-06-04"]);
    let heads: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("night-desk.")).collect();
    assert_eq!(
        heads,
        [
            "night-desk.rota: A rota covers every night",
            "night-desk.call-back: A call at night is returned within the hour"
        ]
    );
    let second = run.stdout.split("night-desk.call-back").nth(1).unwrap();
    insta::assert_snapshot!(second.split("\n\n2.").next().unwrap(), @r#"
    : A call at night is returned within the hour
    not met (deferred, likely): this puts the matter off
    0 of 4 actions answer it; the nearest first

    1. not committed: Table 1, row 3, Action (line 6)
       "Calling back within the hour waits for the review next year."
       its words would answer, but the sentences that hold them bind nobody
       fits by 0.06: its row or heading names the finding; too few accepted sentences to tell likeness
       left out, since it is deferred: "Calling back within the hour waits for the review next year."
       ✓ met_by: "Calling", "hour"
    "#);
}

#[test]
fn the_inspection_may_stand_before_the_item() {
    let whole = why(&["visit-amber-quay-2031/night-desk.rota", "--as-of", "2031-06-04"]);
    assert_eq!((whole.code, whole.stderr.as_str()), (Some(0), ""));
    assert_eq!(whole.stdout, why(&["night-desk.rota", "--as-of", "2031-06-04"]).stdout);
    let other = why(&["visit-bell-heath-2031/lamps", "--pack", "visit-amber-quay-2031"]);
    assert_eq!((other.code, other.stdout.as_str()), (Some(2), ""));
}

#[test]
fn json_holds_every_action_with_what_each_query_found_and_lacks() {
    let run = why(&["night-desk.rota", "--as-of", "2031-06-04", "--format", "json"]);
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(told["schema"], 1);
    assert_eq!(told["pack"], "visit-amber-quay-2031");
    let actions = told["aspects"][0]["actions"].as_array().unwrap();
    let fates: Vec<&str> = actions.iter().map(|action| action["fate"].as_str().unwrap()).collect();
    assert_eq!(fates, ["answered", "not-committed", "no-tie", "no-tie"]);
    assert_eq!(actions[0]["tie"], "reference-and-words");
    assert_eq!(actions[1]["left_out"][0]["standing"], "deferred");
    let lacks = &actions[2]["met_by"]["wanting"][0];
    let file = std::fs::read_to_string("tests/cli/rules/inspections/visit-amber-quay-2031.toml").unwrap();
    let place = |key: &str| usize::try_from(lacks[key].as_u64().unwrap()).unwrap();
    let part = file.get(place("from")..place("to"));
    assert_eq!(part, lacks["part"].as_str(), "the place is that of the part");
}

#[test]
fn ten_actions_are_enough_unless_all_are_asked_for() {
    let rows: String =
        (1..=13).map(|n| format!("| Gulls | Count gull {n}. | Clerk | 1 May 2031 | TBC |\n")).collect();
    let desk = Desk::with("quay.md", format!("{PLAN}{rows}"));
    let told = |args: &[&str]| {
        let args = [&["rules", "why", "quay.md", "night-desk.rota", "--rules", "RULES"], args].concat();
        let told = desk.wsoa(&args).stdout;
        let heads = told.lines().filter_map(|line| line.split_once(". "));
        let numbered = heads.filter(|(head, _)| head.parse::<usize>().is_ok()).count();
        (numbered, told.lines().last().unwrap().to_owned())
    };
    assert_eq!(told(&[]), (10, "and 7 more, none of them nearer (--all shows them)".to_owned()));
    assert_eq!(told(&["--all"]).0, 17);
}

#[test]
fn several_files_are_one_statement_and_each_place_names_its_own() {
    let desk = Desk::with("quay.md", PLAN);
    desk.put(
        "more.md",
        "| Finding | Action | Lead |\n|---|---|---|\n| Night desk | A night rota. | Clerk |\n",
    );
    let run = desk.wsoa(&["rules", "why", "quay.md", "more.md", "night-desk.rota", "--rules", "RULES"]);
    assert!(run.stdout.contains("2 of 5 actions answer it; the nearest first"), "{}", run.stdout);
    assert!(run.stdout.contains(": more.md, Table 1, row 2, Action (line 3)"), "{}", run.stdout);
}

#[test]
fn what_no_action_answers_is_told_with_what_is_meant() {
    let mut said = String::new();
    for item in ["night-desk.rotta", "submission", "harvest"] {
        let run = why(&[item, "--pack", "visit-amber-quay-2031"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{item}");
        said.push_str(&run.stderr);
    }
    insta::assert_snapshot!(said, @"
    error: `visit-amber-quay-2031` has no finding or aspect called `night-desk.rotta`
    help: did you mean `night-desk.rota`?
    error: `visit-amber-quay-2031` has no finding or aspect called `submission`
    help: it is a next step, which no action answers; `wsoa explain submission` says what does
    error: `visit-amber-quay-2031` has no finding or aspect called `harvest`
    help: `wsoa rules show visit-amber-quay-2031` lists the findings and their aspects
    ");
    assert_eq!(why(&[]).code, Some(2), "a statement and an item are needed");
    let missing = Desk::new().wsoa(&["rules", "why", "quay.md", "night-desk", "--rules", "RULES"]);
    assert_eq!(missing.code, Some(3));
}
