//! `wsoa check` for a person: the report, its opening line and its exit code.

use std::process::Stdio;

use crate::runner::{Desk, Run, command, wsoa};

const LADDER: &str = "tests/statements/ladder-plan.md";
const BEDFORDSHIRE: &str = "jtai-central-bedfordshire-2016";

/// Answers half of the first finding, puts the other half off, and leaves the second finding out.
pub(crate) const QUAY: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota with two names for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Night desk | Calling back within the hour waits for the review next year. | Superintendent, police | TBC | TBC |
";

/// Answers all that was asked at Bell Heath, with somebody, a day and a measure.
pub(crate) const HEATH: &str = "\
# Answer to the visit to Bell Heath

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| The yard | Light the lamps at dusk. | Caretaker, council | 1 May 2031 | Lamps lit on every evening walk. |
";

pub(crate) fn quay(args: &[&str]) -> Run {
    Desk::with("quay.md", QUAY).wsoa(&[&["check", "quay.md", "--rules", "RULES"], args].concat())
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[test]
fn the_report_says_what_is_answered_where_and_why_the_rest_falls_short() {
    let run = quay(&["--as-of", "2031-06-04"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stdout, @r#"
    2 of 2 findings need work; 6 days left
    Short visit to Amber Quay

    ◐ partial: Somebody decides at night
      night-desk (What must improve, bullet 1)
      ✓ met (likely): A rota covers every night
             Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."

    night-desk.call-back (deferred, likely)

      × not met: A call at night is returned within the hour
       ╭─[quay.md, Table 1, row 3, Action (line 6)]
     1 │ Calling back within the hour waits for the review next year.
       · ──────────────────────────────┬─────────────────────────────
       ·                               ╰── this puts the matter off
       ╰────

    Advice:
      ☞ asked in: What must improve, bullet 1
       ╭─[RULES/inspections/visit-amber-quay-2031.toml, line 34]
     1 │ "A call at night is returned within the hour"
       · ──────────────────────┬──────────────────────
       ·                       ╰── asked here
       ╰────
      also near: Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
        (neighbouring)
      also near: Table 1, row 2, column 1 (line 5): "Night desk" (only-restated)

    ✗ unaddressed: Letters to families arrive
      lost-letters (What must improve, bullet 2)

    lost-letters.post-book (no-tie, sure)

      × not met: Each letter is entered in a post book; nothing in the statement comes near it

    Advice:
      ☞ asked in: What must improve, bullet 2
       ╭─[RULES/inspections/visit-amber-quay-2031.toml, line 47]
     1 │ "Each letter is entered in a post book"
       · ───────────────────┬───────────────────
       ·                    ╰── asked here
       ╰────

    ◐ partial: Both agencies own something
      multi-agency (Next steps, paragraph 1)
      no action is owned by the council

    ◐ partial: Sent to the mailbox in time
      submission (Next steps, paragraph 2)
      due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor
      when

    Summary as of 2031-06-04
      night-desk    ◐ partial      1 of 2 met
      lost-letters  ✗ unaddressed  0 of 1 met
      multi-agency  ◐ partial      no action is owned by the council
      submission    ◐ partial      due on 2031-06-10, 6 days left; the statement does not say that it
                                   goes to plans@example.org, nor when
      The rules rest on: invented letter
    "#);
}

#[test]
fn quiet_leaves_the_opening_line_and_the_summary() {
    let run = quay(&["--as-of", "2031-06-04", "--quiet"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stdout, @"
    2 of 2 findings need work; 6 days left
    Short visit to Amber Quay

    Summary as of 2031-06-04
      night-desk    ◐ partial      1 of 2 met
      lost-letters  ✗ unaddressed  0 of 1 met
      multi-agency  ◐ partial      no action is owned by the council
      submission    ◐ partial      due on 2031-06-10, 6 days left; the statement does not say that it
                                   goes to plans@example.org, nor when
      The rules rest on: invented letter
    ");
}

#[test]
fn a_sample_is_reported_in_the_order_of_the_letter() {
    let run = wsoa(&["check", LADDER, "--pack", BEDFORDSHIRE, "--as-of", "2016-08-09"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let rules = wsoa::pack::Rules::embedded().unwrap();
    let inspection = rules.inspection(BEDFORDSHIRE).unwrap();
    // As one line, since long sentences are wrapped.
    let words =
        |text: &str| text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    let told = words(&run.stdout);
    let mut rest = told.as_str();
    for finding in &inspection.findings {
        let asks = finding.aspects.iter().map(|aspect| words(&aspect.asks));
        for part in std::iter::once(format!(" {} (", finding.id)).chain(asks) {
            let (_, after) =
                rest.split_once(&part).unwrap_or_else(|| panic!("no {part:?} in its turn: {rest}"));
            rest = after;
        }
    }
    assert!(rest.contains("Summary as of 2016-08-09 "), "{rest}");
}

#[test]
fn the_opening_line_counts_findings_and_days() {
    let opening = |day: &str| {
        let run = wsoa(&["check", LADDER, "--pack", BEDFORDSHIRE, "--as-of", day, "--quiet"]);
        first_line(&run.stdout).to_owned()
    };
    let open = open_findings(LADDER);
    assert!((1..16).contains(&open), "the sample has both: {open}");
    let expected = |time: &str| format!("{open} of 16 findings need work; {time}");
    assert_eq!(opening("2016-08-09"), expected("6 days left"));
    assert_eq!(opening("2016-08-14"), expected("1 day left"));
    assert_eq!(opening("2016-08-15"), expected("due today"));
    assert_eq!(opening("2016-08-16"), expected("1 day past due"));
    assert_eq!(opening("2016-09-15"), expected("31 days past due"));
}

/// Counts the findings that the JSON does not call addressed.
fn open_findings(statement: &str) -> usize {
    let run = wsoa(&["check", statement, "--as-of", "2016-08-09", "--format", "json"]);
    let root: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let items = root["items"].as_array().unwrap();
    items.iter().filter(|item| item["kind"] == "finding" && item["verdict"] != "addressed").count()
}

#[test]
fn the_opening_line_speaks_of_no_day_where_the_letter_sets_none() {
    let run = Desk::with("heath.md", HEATH).wsoa(&["check", "heath.md", "--rules", "RULES", "--quiet"]);
    let opening = first_line(&run.stdout);
    assert_eq!(opening, "the one finding is answered");
}

#[test]
fn the_failing_level_decides_the_exit_code() {
    let no_measure = HEATH.replace("Lamps lit on every evening walk.", "");
    let two_of_three = "\
# Amber Quay, to plans@example.org

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Letters | Enter each letter in a post book. | Clerk, council | 1 May 2031 | Twenty letters read in June. |
";
    let levels = |statement: &str| {
        let desk = Desk::with("plan.md", statement);
        let check = ["check", "plan.md", "--rules", "RULES", "--as-of", "2031-06-01"];
        let code = |rest: &[&str]| desk.wsoa(&[&check, rest].concat()).code.unwrap();
        let levels = ["error", "warning", "note"].map(|level| code(&["--fail-on", level]));
        assert_eq!(code(&[]), levels[1], "a warning is the level where none is named");
        levels
    };
    assert_eq!(levels(HEATH), [0, 0, 0]);
    assert_eq!(levels(&no_measure), [0, 0, 1]);
    assert_eq!(levels(two_of_three), [0, 1, 1]);
    assert_eq!(levels(QUAY), [1, 1, 1]);
}

#[test]
fn the_failing_level_holds_for_every_format() {
    assert_eq!(quay(&["--format", "json"]).code, Some(1));
    assert_eq!(quay(&["--quiet"]).code, Some(1));
}

#[test]
fn wrong_usage_ends_with_code_2_and_prints_nothing() {
    let wrong: [&[&str]; 5] = [
        &["check"],
        &["check", "quay.md", "--as-of", "2031-02-30"],
        &["check", "quay.md", "--as-of", "yesterday"],
        &["check", "quay.md", "--format", "rtf"],
        &["check", "quay.md", "--fail-on", "never"],
    ];
    for args in wrong {
        let run = Desk::with("quay.md", QUAY).wsoa(args);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(run.stderr.starts_with("error:"), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn several_files_are_one_submission() {
    let desk = Desk::with("police.md", QUAY);
    desk.put(
        "council.txt",
        "The council's part\n\n1. The council clerk will enter each letter in the post book.\n",
    );
    let args = ["check", "police.md", "council.txt", "--rules", "RULES", "--as-of", "2031-06-04"];
    let run = desk.wsoa(&args);
    assert!(run.stdout.starts_with("1 of 2 findings needs work; 6 days left\n"), "{}", run.stdout);
    let met = |asks: &str| {
        let mut lines =
            run.stdout.lines().skip_while(|line| !(line.contains("✓ met") && line.contains(asks)));
        lines.nth(1).unwrap_or_default().trim().to_owned()
    };
    let post_book = met("post book");
    assert!(post_book.starts_with("council.txt, line 3: "), "it says in which file: {post_book}");
    assert!(met("A rota covers").starts_with("police.md, "), "{}", run.stdout);
}

#[test]
fn colour_is_left_out_where_it_is_not_asked_for() {
    let run = quay(&["--as-of", "2031-06-04"]);
    assert!(!run.stdout.contains('\x1b') && !run.stderr.contains('\x1b'));
    let desk = Desk::with("quay.md", QUAY);
    let mut piped = command(desk.path(), &["check", "quay.md", "--as-of", "2031-06-04"]);
    let output = piped.env_remove("NO_COLOR").env("TERM", "xterm-256color").output().unwrap();
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "a file takes no colour");
}

#[test]
fn a_closed_pipe_is_no_failure() {
    // More than a pipe holds, so that the write must meet its closed end.
    let rows: String = (0..2_000)
        .map(|n| format!("{n}. The council will light lamp {n} at dusk by 1 May 2031.\n"))
        .collect();
    let desk = Desk::with("long.txt", format!("Bell Heath\n\n{rows}"));
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let args = ["check", "long.txt", "--rules", rules, "--pack", "visit-bell-heath-2031", "--format", "json"];
    let mut child =
        command(desk.path(), &args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), desk.wsoa(&args).code, "it ends as if all had been read");
}
