//! The file of decisions: what people write in it stays, and what is wrong in it is told with its place.

use crate::desk::{markdown, plan, read, review, rota, run, told};
use crate::runner::Desk;

const PACK_LINE: &str = "pack = \"visit-pier-end-2031\"\n";

fn decision(more: &str) -> String {
    format!(
        "[[decision]]\nitem = \"night-desk\"\naspect = \"rota\"\ndecision = \"not-met\"\non = 2031-05-02\n{more}"
    )
}

fn desk(file: &str) -> Desk {
    let desk = Desk::with("plan.md", plan());
    desk.put("review.toml", file);
    desk
}

/// Fails unless a file is refused by every command that reads it and left as it is; returns what is said about it.
#[track_caller]
fn refused(file: &str) -> String {
    let desk = desk(file);
    let check = run(&desk, &["check", "plan.md", "--as-of", "2031-05-03"]);
    assert_eq!((check.code, check.stdout.as_str()), (Some(4), ""), "{}", check.stderr);
    for args in [&["review", "plan.md", "--by", "x"][..], &["review", "plan.md", "--list"]] {
        let run = told(&desk, args, "y\n1\nbecause\ny\n1\nbecause\n");
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr.as_str()),
            (Some(4), "", check.stderr.as_str())
        );
    }
    assert_eq!(read(&desk.path().join("review.toml")), file, "nothing in it is changed");
    check.stderr
}

#[test]
fn the_decision_that_the_readme_shows_is_read() {
    let readme = read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")));
    let (_, after) = readme.split_once("```toml\n").unwrap();
    let (shown, _) = after.split_once("```").unwrap();
    let written = wsoa::review::Written::read("review.toml", shown).unwrap();
    assert_eq!(written.decisions().all.len(), 1);
}

#[test]
fn comments_and_the_order_of_people_stay() {
    let old = format!(
        "# Kept by the clerk.\n{PACK_LINE}\n# The rota.\n{}why = \"no cover\" # asked twice\n\n# The end.\n",
        decision("# Read on a Monday.\n")
    );
    let desk = desk(&old);
    let run = review(&desk, "y\n1\ncover after all\nn\n\n");
    assert!(run.stdout.contains("2 decided"), "{}", run.stdout);
    let new = read(&desk.path().join("review.toml"));
    for comment in [
        "# Kept by the clerk.\n",
        "# The rota.\n",
        "# Read on a Monday.\n",
        " # asked twice\n",
        "# The end.\n",
    ] {
        assert_eq!(new.matches(comment).count(), 1, "{comment} in {new}");
    }
    let at = |words: &str| new.find(words).unwrap_or_else(|| panic!("no {words}: {new}"));
    assert!(at("# The rota.") < at("cover after all") && at("cover after all") < at("# The end."));
    assert!(at("# The end.") < at("aspect = \"call-back\""));
    assert!(!new.contains("no cover"));
}

#[test]
fn words_with_any_signs_are_kept_and_found_again() {
    let strange = "Publish a \"rota\" of C:\\nights, 'two' names = every night {day} # \u{202e}thgin.";
    let desk = Desk::with("plan.md", markdown(&[rota(strange)]));
    review(&desk, "y\n1\nbecause of \"it\" \\o/\n");
    let text = read(&desk.path().join("review.toml"));
    assert!(!text.contains('\u{202e}'), "{text}");
    let list = run(&desk, &["review", "plan.md", "--list"]).stdout;
    assert!(list.contains("holds") && list.contains("because of \"it\" \\o/"), "{list}");
}

#[test]
fn a_file_with_windows_line_ends_is_read_and_added_to() {
    let desk = desk(&format!("\u{feff}{PACK_LINE}\n{}", decision("")).replace('\n', "\r\n"));
    assert!(review(&desk, "l\nn\n\n").stdout.contains("1 decided"));
    let list = run(&desk, &["review", "plan.md", "--list"]).stdout;
    assert!(list.contains("night-desk.rota") && list.contains("night-desk.call-back"), "{list}");
}

#[test]
fn a_key_that_is_none_is_told_with_its_place() {
    insta::assert_snapshot!(refused(&format!("{PACK_LINE}\n{}", decision("whi = \"no cover\"\n"))), @r#"
    unknown-key

      × a decision has no key `whi`
       ╭─[review.toml:8:1]
     7 │ on = 2031-05-02
     8 │ whi = "no cover"
       · ───
       ╰────
      help: did you mean `why`?

    error: the decisions in `review.toml` cannot be read: there is a problem in them
    help: mend the file; nothing in it was changed
    "#);
}

#[test]
fn every_problem_is_told_at_once() {
    let file = "[[decision]]\nitem = \"night desk\"\naspect = 3\ndecision = \"perhaps\"\npassages = [ { place = \"page 4\", stood = \"high\" } ]\n";
    let said = refused(file);
    let told = [
        "`pack`",
        "`night desk` is no id",
        "`aspect` must be a text",
        "`decision` cannot be `perhaps`",
        "`on`",
        "`words`",
        "`stood` cannot be `high`",
        "7 problems",
    ];
    for told in told {
        assert!(said.contains(told), "no {told}: {said}");
    }
    assert!(!said.contains("rules/README.md"), "this is no rule: {said}");
}

#[test]
fn what_is_no_toml_no_date_or_decided_twice_is_refused() {
    assert!(refused(&format!("{PACK_LINE}[[decision]\n")).contains("toml-syntax"));
    assert!(
        refused(&format!("{PACK_LINE}{}", decision("").replace("2031-05-02", "\"2 May\"")))
            .contains("`on` must be a date")
    );
    assert!(
        refused(&format!("{PACK_LINE}{0}\n{0}", decision(""))).contains("`night-desk.rota` is decided twice")
    );
    assert!(
        refused(&format!("{PACK_LINE}{}", decision("").replace("not-met", "met")))
            .contains("rests on no passage")
    );
    assert!(refused("").contains("`pack`"));
}

#[test]
fn a_file_that_is_no_text_is_refused_and_left() {
    let desk = Desk::with("plan.md", plan());
    let bytes = b"pack = \"\xff\xfe\"\n";
    desk.put("review.toml", bytes);
    for args in [&["check", "plan.md"][..], &["review", "plan.md", "--by", "x"]] {
        let run = told(&desk, args, "y\n1\n\n");
        assert_eq!(run.code, Some(4));
        insta::allow_duplicates! {
            insta::assert_snapshot!(run.stderr, @"
            error: the decisions in `review.toml` cannot be read: it is not UTF-8 text
            help: mend the file or move it away; nothing in it was changed
            ");
        }
    }
    assert_eq!(std::fs::read(desk.path().join("review.toml")).unwrap(), bytes);
}

#[test]
fn a_folder_that_is_not_there_is_told_before_anything_is_asked() {
    let desk = Desk::with("plan.md", plan());
    let run = told(&desk, &["review", "plan.md", "--file", "none/review.toml"], "me\ny\n1\n\n");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("make the folder first"), "{}", run.stderr);
}

#[test]
fn no_other_file_is_left_behind() {
    let desk = Desk::with("plan.md", plan());
    review(&desk, "y\n1\n\nn\n\nu\nq\n");
    let mut names: Vec<String> = std::fs::read_dir(desk.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["plan.md", "review.toml"]);
}
