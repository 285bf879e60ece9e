//! `wsoa compare` as a person runs it.

use crate::runner::{Desk, Run};

/// Answers half of what was asked at Amber Quay.
const HALF: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
";

/// Puts off what `HALF` promises.
const WORSE: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publishing a rota with two names for every night waits for the review next year. | Superintendent, police | 1 July 2031 | No night without a name. |
";

fn desk() -> Desk {
    let desk = Desk::with("may.md", HALF);
    desk.put("june.md", WORSE);
    desk
}

fn run(desk: &Desk, args: &[&str]) -> Run {
    desk.wsoa(&[&["compare"], args, &["--rules", "RULES", "--as-of", "2031-06-04"]].concat())
}

#[test]
fn it_ends_with_1_when_an_item_got_worse_and_only_then() {
    let desk = desk();
    let worse = run(&desk, &["may.md", "june.md"]);
    assert_eq!(worse.code, Some(1), "{}{}", worse.stdout, worse.stderr);
    assert!(worse.stdout.starts_with("1 finding worse, 1 unchanged"), "{}", worse.stdout);
    assert_eq!(run(&desk, &["june.md", "may.md"]).code, Some(0));
    assert_eq!(run(&desk, &["may.md", "may.md"]).code, Some(0));
}

#[test]
fn either_draft_may_say_which_inspection_both_answer() {
    let desk = desk();
    let silent = HALF.replace("the short visit to Amber Quay", "them");
    desk.put("silent.md", &silent);
    for drafts in [["may.md", "silent.md"], ["silent.md", "may.md"]] {
        let run = run(&desk, &drafts);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert!(run.stderr.contains("visit-amber-quay-2031"), "{}", run.stderr);
    }
    let neither = run(&desk, &["silent.md", "silent.md"]);
    assert_eq!(neither.code, Some(2), "{}{}", neither.stdout, neither.stderr);
}

#[test]
fn a_draft_may_come_in_another_format_and_in_several_files() {
    let desk = desk();
    let cells = |line: &str, tag: &str| -> String {
        line.split(" | ").map(|cell| format!("<{tag}>{}</{tag}>", cell.trim_matches(['|', ' ']))).collect()
    };
    let mut lines = HALF.lines().skip(2);
    let head = cells(lines.next().unwrap(), "th");
    let rows: String = lines.skip(1).map(|line| format!("<tr>{}</tr>", cells(line, "td"))).collect();
    desk.put("plan.html", format!("<!DOCTYPE html><title>Plan</title><table><tr>{head}</tr>{rows}</table>"));
    desk.put("opening.md", "# Answer to the short visit to Amber Quay\n");
    let run = run(&desk, &["may.md", "opening.md", "--with-new", "plan.html", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
    let root: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(root["counts"]["actions"]["unchanged"], 1, "{root:#}");
    assert_eq!(root["actions"], serde_json::json!([]));
    assert_eq!(root["new"]["files"][1]["format"], "html");
}

#[test]
fn personal_data_is_masked() {
    let desk = desk();
    desk.put("july.md", HALF.replace("No night without a name.", "943 476 5919 is seen"));
    for format in ["text", "json", "html"] {
        let told = ["--pack", "jtai-central-bedfordshire-2016", "--as-of", "2016-06-01", "--format", format];
        let run = desk.wsoa(&[["compare", "may.md", "july.md"].as_slice(), &told].concat());
        assert!(run.stdout.contains("••• ••• ••••"), "{}{}", run.stdout, run.stderr);
        assert!(!run.stdout.contains("5919"), "{}", run.stdout);
    }
}

#[test]
fn a_file_that_cannot_be_read_ends_it_with_3() {
    let desk = desk();
    let run = run(&desk, &["may.md", "gone.md"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    assert!(run.stderr.contains("gone.md"), "{}", run.stderr);
}

#[test]
fn the_ending_of_the_output_file_chooses_the_format() {
    let desk = desk();
    assert_eq!(run(&desk, &["may.md", "june.md", "-o", "changes.html"]).code, Some(1));
    let page = std::fs::read_to_string(desk.path().join("changes.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
}

#[test]
fn decisions_beside_a_draft_count() {
    let desk = Desk::with("old/plan.md", WORSE);
    desk.put("new/plan.md", WORSE);
    let decided = "pack = \"visit-amber-quay-2031\"\n\n[[decision]]\nitem = \"night-desk\"\naspect = \"rota\"\n\
        decision = \"met\"\npassages = [{ words = \"Publishing a rota with two names for every night waits for the \
        review next year.\" }]\nby = \"Clerk of Works\"\non = 2031-06-01\n";
    desk.put("new/review.toml", decided);
    let better = run(&desk, &["old/plan.md", "new/plan.md"]);
    assert_eq!(better.code, Some(0), "{}{}", better.stdout, better.stderr);
    assert!(better.stdout.starts_with("1 finding better"), "{}{}", better.stdout, better.stderr);
    assert!(better.stdout.contains("Clerk of Works"), "{}", better.stdout);
    let alone = run(&desk, &["old/plan.md", "new/plan.md", "--no-review"]);
    assert!(alone.stdout.starts_with("2 findings unchanged"), "{}", alone.stdout);
}

#[test]
fn an_item_that_settings_waive_is_told_and_does_not_fail() {
    let desk = desk();
    let pack = "pack = \"visit-amber-quay-2031\"\n";
    let waiver = "\n[[waiver]]\nitem = \"ITEM\"\nreason = \"the board answers it\"\n\
        by = \"Clerk of Works\"\non = 2031-05-30\n";
    let of = |items: &[&str]| items.iter().map(|item| waiver.replace("ITEM", item)).collect::<String>();
    desk.put("wsoa.toml", format!("{pack}{}", of(&["night-desk", "multi-agency"])));
    let waived = run(&desk, &["may.md", "june.md"]);
    assert_eq!(waived.code, Some(0), "{}{}", waived.stdout, waived.stderr);
    assert!(waived.stdout.contains("the board answers it"), "{}", waived.stdout);
    assert_eq!(run(&desk, &["may.md", "june.md", "--no-config"]).code, Some(1));
    desk.put("wsoa.toml", format!("{pack}{}", of(&["lost-letters", "multi-agency"])));
    assert_eq!(run(&desk, &["may.md", "june.md"]).code, Some(1));
}
