//! `wsoa init`: what it asks, what it takes from the folder, and what it never writes over.

use std::io::Write as _;
use std::process::Stdio;

use wsoa::settings::FailOn;

use crate::desk::{PACK, PLAN, RULES, settings};
use crate::runner::{Desk, Run, command, finish};

/// Speaks of no inspection.
const OTHER: &str = "# Minutes\n\nThe lamps were counted.\n";

fn init(desk: &Desk, args: &[&str]) -> Run {
    finish(&mut command(desk.path(), &[&["init", "--rules", RULES], args].concat()))
}

/// Runs it for a person who answers with these lines.
fn told(desk: &Desk, lines: &str) -> Run {
    let mut command = command(desk.path(), &["init", "--rules", RULES]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn text(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap_or_default()
}

#[test]
fn it_asks_and_an_empty_line_takes_what_the_folder_tells() {
    let desk = Desk::with("plan.md", PLAN);
    let run = told(&desk, "\n\n\n\n");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @"
    An empty line takes what stands in [brackets]; - leaves a thing out; Ctrl-C ends.
    Which files are the statement? (names or patterns, with commas between) [plan.md] Which file is the letter? [-] Which inspection does it answer? (an id; this one is recognised from plan.md) [visit-pier-end-2031] What makes a check fail? (error, warning, note, never) [warning] wrote wsoa.toml
      statement  plan.md
      letter     left out: no letter was named or found
      pack       visit-pier-end-2031
      fail_on    warning
    next: wsoa check
    ");
    let written = settings(&text(&desk));
    assert_eq!(
        (written.pack.as_deref(), written.statement.as_slice()),
        (Some(PACK), &["plan.md".to_owned()][..])
    );
    assert_eq!((written.letter, written.fail_on), (None, Some(FailOn::Warning)));
}

#[test]
fn a_wrong_answer_is_asked_again() {
    let desk = Desk::with("plan.md", OTHER);
    desk.put("drafts/annex.md", OTHER);
    let run = told(
        &desk,
        "plam.md\nplan.md, drafts/*.md\nletter.pdf\n-\nvisit-pier-ent-2031\n7\n1\noften\nnever\n",
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @"
    An empty line takes what stands in [brackets]; - leaves a thing out; Ctrl-C ends.
    Which files are the statement? (names or patterns, with commas between) [plan.md] there is no file `plam.md`
    Which files are the statement? (names or patterns, with commas between) [plan.md] Which file is the letter? [-] there is no file `letter.pdf`
    Which file is the letter? [-]   1  visit-pier-end-2031: Short visit to Pier End
    Which inspection does it answer? (a number or an id; draft for rules made from the letter) [-] there is no inspection `visit-pier-ent-2031`; did you mean `visit-pier-end-2031`?
    Which inspection does it answer? (a number or an id; draft for rules made from the letter) [-] there is no inspection `7`; it is one of visit-pier-end-2031
    Which inspection does it answer? (a number or an id; draft for rules made from the letter) [-] What makes a check fail? (error, warning, note, never) [warning] one word, please: error, warning, note, never
    What makes a check fail? (error, warning, note, never) [warning] wrote wsoa.toml
      statement  plan.md, drafts/*.md
      letter     left out: no letter was named or found
      pack       visit-pier-end-2031
      fail_on    never
    next: wsoa check
    ");
    let written = settings(&text(&desk));
    assert_eq!(written.statement, ["plan.md", "drafts/*.md"]);
    assert_eq!((written.pack.as_deref(), written.fail_on), (Some(PACK), Some(FailOn::Never)));
}

#[test]
fn an_end_of_the_input_between_questions_writes_nothing() {
    let desk = Desk::with("plan.md", PLAN);
    for lines in ["\n", "\n\n", "\n\n\n", "\n\n\nalways\n"] {
        let run = told(&desk, lines);
        assert_eq!((run.code, run.stdout.lines().last()), (Some(0), Some("nothing is written")), "{lines:?}");
        assert_eq!(text(&desk), "");
    }
}

#[test]
fn without_a_terminal_or_with_options_it_asks_nothing_and_says_what_was_left_out() {
    let desk = Desk::with("plan.md", PLAN);
    let silent = init(&desk, &[]);
    assert_eq!((silent.code, silent.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(silent.stdout, @"
    wrote wsoa.toml
      statement  plan.md
      letter     left out: no letter was named or found
      pack       visit-pier-end-2031
      fail_on    warning
    next: wsoa check
    ");
    let first = text(&desk);
    let run = init(&desk, &["--yes", "--force"]);
    assert_eq!((run.stdout, text(&desk)), (silent.stdout, first));
    let run =
        init(&desk, &["--fail-on", "error", "--statement", "next.md", "--letter", "letter.pdf", "--force"]);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stdout, @"
    wrote wsoa.toml
      statement  next.md
      letter     letter.pdf
      pack       left out: each check recognises it from the statement, or stops
      fail_on    error
    there is no file `next.md` yet
    there is no file `letter.pdf` yet
    next: wsoa check
    ");
    assert_eq!(settings(&text(&desk)).fail_on, Some(FailOn::Error));
}

#[test]
fn of_several_documents_it_takes_the_one_that_speaks_of_an_inspection() {
    let desk = Desk::with("plan.md", PLAN);
    desk.put("minutes.md", OTHER);
    desk.put("~$plan.docx", "owner");
    desk.put("broken.docx", "PK");
    init(&desk, &["--yes"]);
    assert_eq!(settings(&text(&desk)).statement, ["plan.md"]);
    desk.put("plan-2.md", PLAN);
    let run = init(&desk, &["--yes", "--force"]);
    assert!(run.stdout.contains("left out: it may be any of broken.docx, minutes.md, plan-2.md, plan.md"));
    assert!(run.stdout.ends_with("next: wsoa check FILE\n"), "{}", run.stdout);
    assert_eq!(settings(&text(&desk)).statement.len(), 0);
    init(&desk, &["--statement", "plan-2.md", "--force"]);
    assert_eq!(settings(&text(&desk)).pack.as_deref(), Some(PACK), "the named file tells the inspection");
}

#[test]
fn what_is_there_is_never_written_over_unless_that_is_asked_for() {
    let desk = Desk::with("wsoa.toml", "# Ours.\n");
    for run in [init(&desk, &["--yes"]), told(&desk, "\n\n\n\n")] {
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        insta::allow_duplicates! { insta::assert_snapshot!(run.stderr, @"
        error: `wsoa.toml` is there already, and is left as it is
        help: change it in an editor, or write over it with `--force`
        ") }
    }
    assert_eq!(text(&desk), "# Ours.\n");
    assert_eq!(init(&desk, &["--yes", "--force"]).code, Some(0));
    assert!(!text(&desk).contains("Ours"));
    let left: Vec<_> = std::fs::read_dir(desk.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing else is left behind: {left:?}");
}

#[test]
fn settings_above_that_no_longer_count_are_named() {
    let desk = Desk::with("drafts/plan.md", PLAN);
    desk.put("wsoa.toml", "");
    let run = finish(&mut command(&desk.path().join("drafts"), &["init", "--yes", "--rules", RULES]));
    assert_eq!(run.code, Some(0));
    assert_eq!(run.stderr, "note: settings from ../wsoa.toml no longer count in this folder\n");
    assert_eq!(text(&desk), "");
}

#[test]
fn an_inspection_that_is_none_is_not_written() {
    let desk = Desk::new();
    let run = init(&desk, &["--pack", "visit-pier-ent-2031"]);
    assert_eq!((run.code, text(&desk).as_str()), (Some(2), ""));
    assert!(run.stderr.contains("did you mean `visit-pier-end-2031`?"), "{}", run.stderr);
    assert_eq!(init(&desk, &["--fail-on", "often"]).code, Some(2));
    assert_eq!(init(&desk, &["--pack", "draft"]).code, Some(0));
    assert_eq!(settings(&text(&desk)).pack.as_deref(), Some("draft"));
}

#[test]
fn names_with_any_signs_are_written_so_that_they_are_read_again() {
    let desk = Desk::with("a \"plan\" \u{202e}dm.md", PLAN);
    let run = init(&desk, &["--yes"]);
    assert!(!run.stdout.contains('\u{202e}') && !text(&desk).contains('\u{202e}'), "{}", run.stdout);
    assert_eq!(settings(&text(&desk)).statement, ["a \"plan\" \u{202e}dm.md"]);
}
