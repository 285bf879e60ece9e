//! The walk through the questions: what is asked, what is answered, and what a person can take back.

use std::io::{BufReader, Read as _, Write as _};

use crate::desk::{CALL, ROTA, markdown, plan, read, redrafted, review, rota, start, told};
use crate::runner::Desk;

fn decisions(desk: &Desk) -> usize {
    let path = desk.path().join("review.toml");
    if path.exists() { read(&path).matches("[[decision]]").count() } else { 0 }
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

#[test]
fn a_question_shows_what_is_asked_what_the_rules_say_and_what_to_read() {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "y\n1\nthe rota is cover enough\nq\n");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"

    1 of 2: night-desk.rota
    Somebody decides at night
      asked: A rota covers every night
      a good answer: Says who stands on the rota, and from when.
      the rules say: met (likely)
      1. Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
         its place names the finding, its words the matter
    Is it met? y yes, n no, l later, u undo, q quit: By which passage? (1, or words copied from the statement; nothing goes back) Why? (one line, or nothing) 
    2 of 2: night-desk.call-back
    Somebody decides at night
      asked: A call at night is returned within the hour
      the rules say: not met (deferred, likely)
      1. Table 1, row 3, Action (line 6): "Calling back within the hour waits for the review next
        year."
         this puts the matter off
      2. Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
         this speaks of a neighbouring matter
      3. Table 1, row 2, column 1 (line 5): "Night desk"
         this only repeats what the inspectors wrote
    Is it met? y yes, n no, l later, u undo, q quit: 
    1 decided, 1 open; kept in review.toml
    "#);
    insta::assert_snapshot!(read(&desk.path().join("review.toml")), @r#"
    # What people decided about verdicts that the rules cannot prove. `wsoa review` writes this file, and `wsoa check` reads it
    # when it stands beside the statement. A decision holds while the words that it rests on stand in the statement.
    pack = "visit-pier-end-2031"

    [[decision]]
    item = "night-desk"
    aspect = "rota"
    decision = "met"
    passages = [
      { words = "Publish a rota with two names for every night.", place = "Table 1, row 2, Action (line 5)", stood = "firm" },
    ]
    by = "Clerk of Works"
    on = 2031-05-02
    why = "the rota is cover enough"
    rules_said = "met (likely)"
    "#);
}

#[test]
fn what_is_decided_is_not_asked_again() {
    let desk = Desk::with("plan.md", plan());
    assert_eq!(last_line(&review(&desk, "y\n1\n\n").stdout), "1 decided, 1 open; kept in review.toml");
    let again = review(&desk, "n\n\n").stdout;
    assert!(!again.contains("night-desk.rota") && again.contains("1 of 1: night-desk.call-back"), "{again}");
    assert_eq!(last_line(&review(&desk, "").stdout), "0 decided, 0 open");
    assert_eq!(decisions(&desk), 2);
}

#[test]
fn what_is_suspect_is_asked_first() {
    let desk = Desk::with("plan.md", plan());
    review(&desk, "l\nn\n\n");
    desk.put("plan.md", markdown(&[rota(ROTA), rota("Calling back within the hour waits till next year.")]));
    let asked = review(&desk, "n\nstill put off\n").stdout;
    let at = |words: &str| asked.find(words).unwrap_or_else(|| panic!("no {words:?}: {asked}"));
    assert!(at("1 of 2: night-desk.call-back") < at("2 of 2: night-desk.rota"));
    assert!(at("decided before: not met by Clerk of Works on 2031-05-02") < at("what changed: "));
    assert_eq!(decisions(&desk), 1, "the new decision stands in the place of the old");
    assert!(read(&desk.path().join("review.toml")).contains("still put off"));
}

#[test]
fn an_end_of_the_input_is_a_wish_to_stop_and_keeps_what_is_whole() {
    let all = "y\n1\ncover enough\nn\nput off\n";
    for end in 0..all.len() {
        let desk = Desk::with("plan.md", plan());
        let run = review(&desk, &all[..end]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{end}");
        let whole = if end > 4 { 1 } else { 0 } + usize::from(end > 19);
        let (kept, told) = (decisions(&desk), last_line(&run.stdout));
        assert_eq!(kept, whole, "after {:?}", &all[..end]);
        assert!(told.starts_with(&format!("{kept} decided, {} open", 2 - kept)), "{told}");
    }
}

#[test]
fn a_decision_can_be_taken_back() {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "u\ny\n1\nfirst\nu\nn\nsecond\nl\n");
    assert!(run.stdout.contains("this is the first question: nothing to undo"), "{}", run.stdout);
    assert_eq!(last_line(&run.stdout), "1 decided, 1 open; kept in review.toml");
    let kept = read(&desk.path().join("review.toml"));
    assert!(
        kept.contains("second") && !kept.contains("first\"") && kept.matches("[[decision]]").count() == 1,
        "{kept}"
    );
}

#[test]
fn what_is_taken_back_at_the_end_of_a_walk_leaves_what_was_there_before() {
    let desk = Desk::with("plan.md", plan());
    review(&desk, "l\nn\n\n");
    let before = read(&desk.path().join("review.toml"));
    desk.put("plan.md", markdown(&[rota(ROTA), rota("Calling back within the hour waits till next year.")]));
    review(&desk, "n\nchanged\nu\nq\n");
    assert_eq!(read(&desk.path().join("review.toml")), before);
}

#[test]
fn a_reason_is_needed_against_the_rules_only() {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "n\n\n  \nnames are no cover\nn\n\n");
    let asked = run.stdout.matches("a reason is needed where a decision is against the rules").count();
    assert_eq!((asked, decisions(&desk)), (2, 2), "{}", run.stdout);
}

#[test]
fn answers_that_mean_nothing_are_asked_for_again() {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "maybe\n\nY\n9\n0\n,\n\nyes\n1\n\nq\n");
    assert_eq!(run.stdout.matches("one letter, please").count(), 2, "{}", run.stdout);
    assert_eq!(run.stdout.matches("no passage has that number").count(), 2);
    assert_eq!(run.stdout.matches("1 of 2: night-desk.rota").count(), 2, "nothing goes back to the question");
    assert_eq!(decisions(&desk), 1);
}

#[test]
fn words_of_the_statement_may_be_named_instead_of_a_number() {
    let elsewhere = "The bell is rung by the keeper.";
    let desk = Desk::with("plan.md", markdown(&[rota(ROTA), rota(CALL), rota(elsewhere)]));
    let run = review(&desk, "l\ny\nno such words here\nthe BELL is rung\nthe keeper counts\n");
    assert!(run.stdout.contains("these words stand nowhere in the statement"), "{}", run.stdout);
    assert!(run.stdout.contains(&format!("found: Table 1, row 4, Action (line 7): \"{elsewhere}\"")));
    let draft = markdown(&[rota(ROTA), rota(CALL), rota(elsewhere)]);
    assert_eq!(redrafted(&desk, &draft, "night-desk.call-back").0, "holds");
}

#[test]
fn a_name_is_asked_for_once_and_may_be_left_out() {
    let named = |line: &str| {
        let desk = Desk::with("plan.md", plan());
        let args = ["review", "plan.md", "--on", "2031-05-02"];
        let run = told(&desk, &args, &format!("{line}\ny\n1\n\nn\n\n"));
        assert_eq!(run.stdout.matches("Who decides?").count(), 1, "{}", run.stdout);
        read(&desk.path().join("review.toml"))
    };
    assert_eq!(named("Harbour clerk").matches("by = \"Harbour clerk\"").count(), 2);
    assert!(!named("").contains("by = "));
}

#[test]
fn nothing_is_asked_where_nothing_is_open() {
    let sure = ["Lost letters", "The clerk, council, will enter each letter in the post book.", "", "", ""];
    let desk = Desk::with("plan.md", plan());
    review(&desk, "y\n1\n\nn\n\n");
    let run = told(&desk, &["review", "plan.md"], "");
    assert_eq!(run.stdout.trim(), "0 decided, 0 open");
    desk.put("plan.md", markdown(&[rota(ROTA), rota(CALL), sure]));
    assert!(told(&desk, &["review", "plan.md"], "").stdout.contains("Who decides?"));
}

#[test]
fn a_file_that_somebody_else_changed_meanwhile_is_left_as_it_is() {
    let desk = Desk::with("plan.md", plan());
    let args = ["review", "plan.md", "--by", "x"];
    let mut child = start(&desk, &args);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut seen = Vec::new();
    while !seen.ends_with(b"q quit: ") {
        let mut byte = [0];
        out.read_exact(&mut byte).unwrap();
        seen.push(byte[0]);
    }
    let theirs = "pack = \"visit-pier-end-2031\"\n# ours\n";
    desk.put("review.toml", theirs);
    child.stdin.take().unwrap().write_all(b"y\n1\n\n").unwrap();
    out.read_to_end(&mut seen).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"
    error: `review.toml` was changed by somebody else in the meantime, and is left so
    help: run `wsoa review` again; what was decided before is kept
    ");
    assert_eq!(read(&desk.path().join("review.toml")), theirs);
}
