//! What a person is told when the rules keep the check from its work: all of it in one place.

use crate::bad_input::assert_explained;
use crate::check::QUAY;
use crate::runner::Desk;

const BAD_RULES: i32 = 4;

#[test]
fn rules_that_cannot_be_used_say_why_and_what_to_do() {
    let desk = Desk::with("quay.md", QUAY);
    std::fs::create_dir(desk.path().join("bare")).unwrap();
    desk.put("other/notes.txt", "no rules");
    desk.put("broken/language/core.toml", "[sets\n");
    desk.put("latin-1/core.toml", b"[sets]\ncafe = 'caf\xE9'\n");
    let mut said = String::new();
    for (rules, named) in [
        ("nowhere", "nowhere"),
        ("quay.md", "quay.md"),
        ("bare", "bare"),
        ("other", "other"),
        ("latin-1", "latin-1/core.toml"),
    ] {
        let run = desk.wsoa(&["check", "quay.md", "--rules", rules]);
        assert_explained(&run, BAD_RULES, named);
        let last = run.stderr.lines().last().unwrap_or_default();
        assert!(last.starts_with("error: ") && last.contains(named), "the last line names it too: {last}");
        said.push_str(&run.stderr);
    }
    insta::assert_snapshot!(said, @"
    unreadable

      × `nowhere` cannot be read: No such file or directory (os error 2)
      help: check the path, and that you may read it

    error: the rules have a problem: `nowhere` cannot be read: No such file or directory (os error 2)
    unreadable

      × `quay.md` cannot be read: Not a directory (os error 20)
      help: check the path, and that you may read it

    error: the rules have a problem: `quay.md` cannot be read: Not a directory (os error 20)
    no-rules

      × `bare` holds no rule file
      help: give a folder that holds `inspections`, `frameworks` and `language`, with .toml files in
            them

    error: the rules have a problem: `bare` holds no rule file
    no-rules

      × `other` holds no rule file
      help: give a folder that holds `inspections`, `frameworks` and `language`, with .toml files in
            them

    error: the rules have a problem: `other` holds no rule file
    not-utf-8

      × `latin-1/core.toml` is not UTF-8 text, from line 2 on
      help: save the file as UTF-8

    error: the rules have a problem: `latin-1/core.toml` is not UTF-8 text, from line 2 on
    ");
    let broken = desk.wsoa(&["check", "quay.md", "--rules", "broken"]);
    assert_eq!((broken.code, broken.stdout.as_str()), (Some(BAD_RULES), ""));
    assert!(broken.stderr.contains("broken/language/core.toml:1:"), "{}", broken.stderr);
}

#[test]
fn all_ten_faults_of_a_folder_of_rules_are_shown() {
    let faulty = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rules-ten-errors");
    let run = Desk::with("quay.md", QUAY).wsoa(&["check", "quay.md", "--rules", faulty]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(BAD_RULES), ""));
    assert_eq!(run.stderr.matches("help: ").count(), 10, "{}", run.stderr);
    let last = run.stderr.lines().rfind(|line| line.starts_with("error: ")).unwrap_or_default();
    assert!(last.contains("10 problems"), "it says how many: {last:?}");
}

#[test]
fn faulty_rules_are_told_before_a_missing_statement() {
    let run = Desk::new().wsoa(&["check", "gone.md", "--rules", "nowhere"]);
    assert_eq!(run.code, Some(BAD_RULES));
}
