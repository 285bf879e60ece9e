//! What is written is never what is read, and never what somebody else put there.

use crate::check::QUAY;
use crate::runner::{Desk, Run};

const DAY: [&str; 4] = ["--as-of", "2031-06-04", "--rules", "RULES"];

fn run(desk: &Desk, args: &[&str]) -> Run {
    desk.wsoa(&[args, &DAY].concat())
}

fn kept(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path().join(name)).unwrap()
}

#[test]
fn a_statement_is_never_written_over_not_even_by_force() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("next.md", QUAY);
    for args in [
        &["check", "quay.md", "-o", "./quay.md", "--force"][..],
        &["check", "--each", "*.md", "next.md", "-o", "next.md", "--force"],
        &["compare", "quay.md", "next.md", "-o", "quay.md", "--format", "text", "--force"],
    ] {
        let refused = run(&desk, args);
        assert_eq!((refused.code, refused.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(refused.stderr.contains("never written over"), "{args:?}: {}", refused.stderr);
        assert_eq!([kept(&desk, "quay.md"), kept(&desk, "next.md")], [QUAY, QUAY], "{args:?}");
    }
}

#[test]
fn the_letter_and_the_decisions_are_never_written_over() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("letter.txt", "A letter.\n");
    desk.put("mine.toml", "pack = \"visit-amber-quay-2031\"\n");
    for [option, file] in [["--letter", "letter.txt"], ["--review", "mine.toml"]] {
        let before = kept(&desk, file);
        let refused = run(&desk, &["check", "quay.md", option, file, "-o", file, "--force"]);
        assert_eq!(refused.code, Some(2), "{option}: {}", refused.stderr);
        assert_eq!(kept(&desk, file), before);
    }
}

#[test]
fn a_result_among_the_statements_is_no_statement() {
    let desk = Desk::with("drafts/quay.md", QUAY);
    let args = ["check", "--each", "drafts/*.md", "-o", "drafts/report.md", "--force"];
    let first = run(&desk, &args);
    let report = kept(&desk, "drafts/report.md");
    assert_eq!((run(&desk, &args).stderr, kept(&desk, "drafts/report.md")), (first.stderr, report));
}

#[test]
fn watching_writes_over_nothing_that_was_there_before() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("mine.txt", "mine");
    let refused = run(&desk, &["check", "quay.md", "--watch", "-o", "mine.txt"]);
    assert_eq!(refused.code, Some(2), "it ends at once: {}", refused.stderr);
    assert_eq!(kept(&desk, "mine.txt"), "mine");
}

#[test]
fn one_file_is_named_for_one_thing() {
    let desk = Desk::with("quay.md", QUAY);
    let copy = ["check", "quay.md", "-o", "out.docx", "--annotate", "./out.docx"];
    assert_eq!(run(&desk, &copy).code, Some(2));
    assert!(!desk.path().join("out.docx").exists());
}

#[test]
fn an_object_about_a_statement_that_cannot_be_checked_is_not_written() {
    let desk = Desk::with("bad.docx", "PK\x03\x04");
    desk.put("good.json", "{}");
    let args = ["check", "--each", "bad.docx", "--format", "json", "-o", "good.json", "--force"];
    assert_eq!(run(&desk, &args).code, Some(3));
    assert_eq!(kept(&desk, "good.json"), "{}");
}

#[test]
fn settings_are_found_above_a_pattern_in_the_name_of_a_folder() {
    let desk = Desk::with("plans [2031]/a/quay.md", QUAY);
    desk.put("plans [2031]/wsoa.toml", "fail_on = \"never\"\nstatement = [\"*/quay.md\"]\n");
    for pattern in ["plans*/*/quay.md", "plans [[]2031]/*/quay.md"] {
        let named = run(&desk, &["check", pattern, "--quiet"]);
        assert_eq!(named.code, Some(0), "{pattern}: {}", named.stderr);
    }
    let settled = run(&desk, &["check", "--config", "plans [2031]/wsoa.toml", "--quiet"]);
    assert_eq!(settled.code, Some(0), "{}", settled.stderr);
}
