//! Several statements in one run, standard input, files for the result, and checking again at every save.

use std::io::{Read as _, Write as _};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::check::{HEATH, QUAY};
use crate::runner::{Desk, Run, command};

const DAY: [&str; 4] = ["--as-of", "2031-06-04", "--rules", "RULES"];

/// A desk with two plans and a file that is no plan.
fn drafts() -> Desk {
    let desk = Desk::with("drafts/quay.md", QUAY);
    desk.put("drafts/heath.md", HEATH);
    desk.put("drafts/broken.docx", "PK\x03\x04");
    desk
}

fn check(desk: &Desk, args: &[&str]) -> Run {
    desk.wsoa(&[&["check"], args, &DAY].concat())
}

#[test]
fn each_file_of_a_pattern_is_a_statement_of_its_own_in_the_order_of_names() {
    let run = check(&drafts(), &["--each", "drafts/*", "--quiet"]);
    insta::assert_snapshot!(run.stdout, @"
    2 of 3 statements checked, 1 could not be
      drafts/broken.docx  not checked: `drafts/broken.docx` cannot be read: the file is cut short: the archive has no end; copy or download the file again
      drafts/heath.md     ✓ the one finding is answered; 0 errors, 0 warnings
      drafts/quay.md      ✗ 2 of 2 findings need work; 6 days left; 2 errors, 2 warnings
    ");
    insta::assert_snapshot!(run.stderr, @"
    note: drafts/heath.md: recognised the inspection from the statement's own words: visit-bell-heath-2031
    note: drafts/quay.md: recognised the inspection from the statement's own words: visit-amber-quay-2031
    error: drafts/broken.docx: `drafts/broken.docx` cannot be read: the file is cut short: the archive has no end
    help: copy or download the file again
    ");
    assert_eq!(run.code, Some(3), "the worst that happened decides");
}

#[test]
fn every_statement_is_reported_under_its_name() {
    let run = check(&drafts(), &["--each", "drafts/quay.md", "drafts/heath.md"]);
    let quay = run.stdout.find("drafts/quay.md\n==============\n").unwrap();
    let heath = run.stdout.find("drafts/heath.md\n===============\n").unwrap();
    assert!(quay < heath, "in the order in which they were named");
    for (name, from) in [("drafts/quay.md", quay), ("drafts/heath.md", heath)] {
        let alone = check(&drafts(), &[name]);
        assert!(run.stdout[from..].contains(&alone.stdout), "{name} is told as if it were alone");
    }
}

#[test]
fn many_statements_give_the_same_bytes_each_time() {
    let desk = Desk::new();
    for number in 0..20 {
        desk.put(&format!("{number:02}.md"), if number % 3 == 0 { HEATH } else { QUAY });
    }
    let args = ["--each", "*.md", "--format", "concise"];
    let first = check(&desk, &args);
    // Thirteen have four problems each, seven have none; the last line counts.
    assert_eq!(first.stdout.lines().count(), 13 * 4 + 1, "{}", first.stdout);
    assert_eq!(check(&desk, &args).stdout, first.stdout);
}

#[test]
fn a_pattern_without_each_is_one_submission() {
    let desk = Desk::with("quay-1.md", QUAY);
    desk.put("quay-2.md", "# Annex\n\nEnter each letter in a post book.\n");
    let run = check(&desk, &["quay-*.md", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let files = json["statement"]["files"].as_array().unwrap();
    assert_eq!(files.iter().map(|file| &file["path"]).collect::<Vec<_>>(), ["quay-1.md", "quay-2.md"]);
}

#[test]
fn a_pattern_that_nothing_matches_is_said() {
    let run = check(&drafts(), &["drafts/*.odt"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: no file matches `drafts/*.odt`
    help: check the folder you are in and the pattern
    ");
}

#[test]
fn a_file_whose_name_looks_like_a_pattern_is_the_file() {
    let desk = Desk::with("plan [final].md", QUAY);
    let run = check(&desk, &["plan [final].md", "--quiet"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
}

#[test]
fn one_object_cannot_tell_of_several_statements() {
    let run = check(&drafts(), &["--each", "drafts/*.md", "--format", "json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: `--format json` is one object about one statement, and there are 2
    help: use `--format json-lines`, an object a line, or name one statement
    ");
}

#[test]
fn concise_is_one_line_a_problem() {
    let run = check(&Desk::with("quay.md", QUAY), &["quay.md", "--format", "concise"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stdout, @"
    quay.md:6:16: warning[finding-partial]: night-desk: Somebody decides at night: the finding is answered in part
    quay.md: error[finding-unaddressed]: lost-letters: Letters to families arrive: no committed action answers the finding
    quay.md: error[agency-without-action]: multi-agency: no action is owned by the council
    quay.md: warning[next-step-unmet]: submission: Sent to the mailbox in time: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when
    2 errors, 2 warnings, 0 notes
    ");
}

#[test]
fn plain_draws_nothing() {
    let desk = Desk::with("quay.md", QUAY);
    let run = check(&desk, &["quay.md", "--plain"]);
    assert!(run.stdout.is_ascii(), "no sign that must be spelt out: {}", run.stdout);
    insta::assert_snapshot!(run.stdout, @r#"
    2 of 2 findings need work; 6 days left
    Short visit to Amber Quay

    partial: Somebody decides at night
      night-desk (What must improve, bullet 1)
      met (likely): A rota covers every night
             Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
      not met (likely): A call at night is returned within the hour
        rule: night-desk.call-back, deferred
        asked in: What must improve, bullet 1
        near: Table 1, row 3, Action (line 6): "Calling back within the hour waits for the review next
          year."; this puts the matter off
        near: Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."; this
          speaks of a neighbouring matter
        near: Table 1, row 2, column 1 (line 5): "Night desk"; this only repeats what the inspectors
          wrote

    unaddressed: Letters to families arrive
      lost-letters (What must improve, bullet 2)
      not met (sure): Each letter is entered in a post book
        rule: lost-letters.post-book, no-tie
        asked in: What must improve, bullet 2
        nothing in the statement comes near it

    partial: Both agencies own something
      multi-agency (Next steps, paragraph 1)
      no action is owned by the council

    partial: Sent to the mailbox in time
      submission (Next steps, paragraph 2)
      due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor
      when

    Summary as of 2031-06-04
      night-desk    partial      1 of 2 met
      lost-letters  unaddressed  0 of 1 met
      multi-agency  partial      no action is owned by the council
      submission    partial      due on 2031-06-10, 6 days left; the statement does not say that it goes
                                 to plans@example.org, nor when
      The rules rest on: invented letter
    "#);
    let args = [&["check", "quay.md"], DAY.as_slice()].concat();
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let args: Vec<&str> = args.into_iter().map(|arg| if arg == "RULES" { rules } else { arg }).collect();
    let asked = crate::runner::finish(command(desk.path(), &args).env("NO_GRAPHICS", "1"));
    assert_eq!(asked.stdout, run.stdout);
}

/// Checks what is handed over on standard input.
fn piped(text: &str, args: &[&str]) -> Run {
    let desk = Desk::with("input", text);
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let args = [&["check", "-", "--as-of", "2031-06-04", "--rules", rules], args].concat();
    let input = std::fs::File::open(desk.path().join("input")).unwrap();
    crate::runner::finish(command(desk.path(), &args).stdin(input))
}

#[test]
fn standard_input_is_read_as_its_name_says() {
    let named = piped(QUAY, &["--stdin-name", "quay.md", "--format", "json"]);
    assert_eq!(named.stdout, check(&Desk::with("quay.md", QUAY), &["quay.md", "--format", "json"]).stdout);
    let unnamed = piped(QUAY, &["--format", "concise"]);
    assert!(unnamed.stdout.starts_with("standard input"), "{}", unnamed.stdout);
    let empty = piped("", &[]);
    assert_eq!(empty.code, Some(3));
    insta::assert_snapshot!(empty.stderr, @"
    error: `standard input` cannot be read: the file is empty
    help: send the file again, or check that this is the right one
    ");
}

#[test]
fn a_result_goes_into_a_file_whose_ending_tells_the_format() {
    let desk = Desk::with("quay.md", QUAY);
    let run = check(&desk, &["quay.md", "-o", "result.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    let kept = std::fs::read_to_string(desk.path().join("result.json")).unwrap();
    assert_eq!(kept, check(&desk, &["quay.md", "--format", "json"]).stdout);
}

#[test]
fn a_file_that_is_there_is_written_over_only_when_asked() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("result.txt", "mine");
    let refused = check(&desk, &["quay.md", "-o", "result.txt"]);
    assert_eq!(refused.code, Some(2));
    insta::assert_snapshot!(refused.stderr, @"
    error: `result.txt` cannot be written: it is there already
    help: name another file, or write over it with `--force`
    ");
    assert_eq!(std::fs::read_to_string(desk.path().join("result.txt")).unwrap(), "mine");
    let forced = check(&desk, &["quay.md", "--quiet", "-o", "result.txt", "--force"]);
    assert_eq!(forced.code, Some(1), "{}", forced.stderr);
    let kept = std::fs::read_to_string(desk.path().join("result.txt")).unwrap();
    assert_eq!(kept, check(&desk, &["quay.md", "--quiet"]).stdout);
    let left: Vec<_> =
        std::fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing else is written: {left:?}");
}

#[test]
fn nothing_fails_where_nothing_is_to() {
    let desk = Desk::with("quay.md", QUAY);
    assert_eq!(check(&desk, &["quay.md", "--fail-on", "never"]).code, Some(0));
}

/// A run that is stopped when the test ends.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Watch {
    /// Reads on until a line holds `words`.
    fn until(&mut self, words: &str) -> String {
        let (mut seen, mut byte) = (Vec::new(), [0]);
        let out = self.0.stdout.as_mut().unwrap();
        let end = Instant::now() + Duration::from_secs(60);
        while !String::from_utf8_lossy(&seen).contains(words) {
            assert!(Instant::now() < end, "{}", String::from_utf8_lossy(&seen));
            assert_eq!(out.read(&mut byte).unwrap(), 1, "it goes on: {}", String::from_utf8_lossy(&seen));
            seen.extend(byte);
        }
        String::from_utf8_lossy(&seen).into_owned()
    }
}

#[test]
fn a_watched_statement_is_checked_at_every_save() {
    let desk = Desk::with("quay.md", QUAY);
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let args =
        ["check", "quay.md", "--watch", "--format", "concise", "--as-of", "2031-06-04", "--rules", rules];
    let mut watch =
        Watch(command(desk.path(), &args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap());
    let first = watch.until(" notes\n");
    assert!(first.contains("finding-unaddressed"), "{first}");
    // As a word processor saves: a new file in the place of the old one.
    let mut saved = std::fs::File::create(desk.path().join("~quay.tmp")).unwrap();
    let row = "| Lost letters | Enter each letter in a post book. | Clerk, council | 1 May 2031 | All are in it. |\n";
    saved.write_all([QUAY, row].concat().as_bytes()).unwrap();
    std::fs::rename(desk.path().join("~quay.tmp"), desk.path().join("quay.md")).unwrap();
    let second = watch.until(" notes\n");
    assert!(!second.contains("finding-unaddressed"), "{second}");
}

#[test]
fn standard_input_cannot_be_watched() {
    let run = piped(QUAY, &["--watch"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
}
