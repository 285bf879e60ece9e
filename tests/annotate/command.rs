//! `--annotate` as a person uses it: which file becomes which copy, and what is never written over.

use crate::looks::{in_sheet, in_word};
use crate::notes::quay;
use crate::runner::{Desk, Run};

fn check(desk: &Desk, args: &[&str]) -> Run {
    desk.wsoa(&[&["check"], args, &["--rules", "RULES", "--as-of", "2031-06-04", "--quiet"]].concat())
}

fn desk() -> Desk {
    Desk::with("quay.docx", quay().bytes())
}

fn refusal(desk: &Desk, args: &[&str]) -> String {
    let run = check(desk, args);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert_eq!(run.stdout, "");
    run.stderr
}

#[test]
fn a_copy_is_written_beside_the_report() {
    let desk = desk();
    let run = check(&desk, &["quay.docx", "--annotate", "notes.docx"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stdout.starts_with("2 of 2 findings need work"));
    let copy = std::fs::read(desk.path().join("notes.docx")).unwrap();
    assert!(in_word(&copy).contains("Answers (likely): A rota covers every night"));
    assert_eq!(std::fs::read(desk.path().join("quay.docx")).unwrap(), quay().bytes());
}

#[test]
fn each_copy_is_of_the_next_file_of_its_ending() {
    let desk = desk();
    let rows = crate::book::rows(&[
        &["Action", "Lead", "By"],
        &["Calling back within the hour waits for the review next year.", "Caretaker", "1 May 2031"],
    ]);
    let mut files = vec![("[Content_Types].xml".to_owned(), "<Types/>".to_owned())];
    files.extend(crate::book::Book::plan(&rows).files());
    desk.put("plan.xlsx", crate::support::word::archive(&files));
    let run = check(&desk, &["quay.docx", "plan.xlsx", "--annotate", "b.xlsx", "--annotate", "a.docx"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    let read = |name: &str| std::fs::read(desk.path().join(name)).unwrap();
    assert!(in_word(&read("a.docx")).contains("Checked against"));
    assert!(in_sheet(&read("b.xlsx"), "xl/comments.xml").contains("Falls short: "));
}

#[test]
fn nothing_that_is_there_is_written_over_unasked_and_the_statement_never() {
    let desk = desk();
    desk.put("notes.docx", "mine");
    insta::assert_snapshot!(refusal(&desk, &["quay.docx", "--annotate", "notes.docx"]), @"
    error: `notes.docx` cannot be written: it is there already
    help: name another file, or write over it with `--force`
    ");
    insta::assert_snapshot!(refusal(&desk, &["quay.docx", "--annotate", "./quay.docx", "--force"]), @"
    error: `./quay.docx` is read here, and is never written over
    help: name another file for what is to be written
    ");
    assert_eq!(std::fs::read(desk.path().join("notes.docx")).unwrap(), b"mine");
    assert_eq!(check(&desk, &["quay.docx", "--annotate", "notes.docx", "--force"]).code, Some(1));
    assert_ne!(std::fs::read(desk.path().join("notes.docx")).unwrap(), b"mine");
}

#[test]
fn a_copy_that_cannot_be_made_is_said_before_the_check() {
    let desk = desk();
    desk.put("quay.md", "# Answer to the short visit to Amber Quay");
    insta::assert_snapshot!(refusal(&desk, &["quay.md", "--annotate", "notes.md"]), @"
    error: `notes.md` cannot be annotated: comments can be put into Word (.docx, .docm) and Excel (.xlsx, .xlsm) files only
    help: save the statement as .docx or .xlsx and check that file, or leave --annotate out
    ");
    insta::assert_snapshot!(refusal(&desk, &["quay.md", "--annotate", "notes.docx"]), @"
    error: `notes.docx` cannot be a copy: no .docx file of the statement is left to be copied
    help: give the copy the ending of the file that it is to be a copy of
    ");
    insta::assert_snapshot!(refusal(&desk, &["quay.docx", "--annotate", "notes.docm"]), @"
    error: `notes.docm` cannot be a copy: no .docm file of the statement is left to be copied
    help: give the copy the ending of the file that it is to be a copy of
    ");
    let twice = ["--each", "quay.docx", "quay.docx", "--annotate", "n.docx", "--annotate", "n.docx"];
    insta::assert_snapshot!(refusal(&desk, &twice), @"
    error: `n.docx` is to be written twice
    help: name a file of its own for each
    ");
    assert!(!desk.path().join("notes.docx").exists());
}

#[test]
fn statements_each_for_itself_have_each_their_copy() {
    let desk = desk();
    desk.put("heath.docx", quay().bytes());
    let run =
        check(&desk, &["--each", "quay.docx", "heath.docx", "--annotate", "a.docx", "--annotate", "b.docx"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert_eq!(
        std::fs::read(desk.path().join("a.docx")).unwrap(),
        std::fs::read(desk.path().join("b.docx")).unwrap()
    );
}
