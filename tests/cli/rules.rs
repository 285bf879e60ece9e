//! `wsoa rules` as a person runs it: what it prints and how it ends.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::runner::{command, wsoa};

const SMALL: &str = "tests/fixtures/rules-small";
const PACK: &str = "inspections/visit-stoke-mandrake-2031.toml";

/// Returns exit code and standard output.
fn printed(args: &[&str]) -> (Option<i32>, String) {
    let run = wsoa(args);
    (run.code, run.stdout)
}

/// Returns exit code and standard error.
fn explained(args: &[&str]) -> (Option<i32>, String) {
    let run = wsoa(args);
    assert_eq!(run.stdout, "");
    (run.code, run.stderr)
}

#[test]
fn lint_reports_all_ten_faults_at_their_places() {
    let (code, report) = printed(&["rules", "lint", "tests/fixtures/rules-ten-errors"]);
    assert_eq!(code, Some(4));
    assert!(!report.contains("Failed to read"), "a label lies outside its file");
    insta::assert_snapshot!(report);
}

#[test]
fn lint_sums_up_what_it_found() {
    let (code, report) = printed(&["rules", "lint", SMALL]);
    assert_eq!(code, Some(0));
    // The small pack has too few examples for a profile, and is otherwise without fault.
    assert!(report.ends_with("3 files, 3 aspects, 3 warnings\n"), "{report}");
    assert_eq!(report.matches("no-profile").count(), 3);
    assert_eq!(printed(&["--rules", SMALL, "rules", "lint"]), (code, report));
}

#[test]
fn lint_checks_one_file_together_with_the_rules_it_stands_on() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("visit-stoke-mandrake-2031.toml");
    fs::copy(Path::new(SMALL).join(PACK), &path).expect("the file can be copied");
    let path = path.to_str().expect("the path is text");
    let (code, summary) = printed(&["rules", "lint", "--rules", SMALL, path]);
    assert_eq!(code, Some(0));
    assert!(summary.ends_with("3 files, 3 aspects, 3 warnings\n"), "{summary}");
    let core = format!("{SMALL}/language/core.toml");
    let (code, summary) = printed(&["rules", "lint", "--rules", SMALL, &core]);
    assert_eq!((code, summary.as_str()), (Some(0), "2 files, 0 aspects, no problems\n"));
}

#[test]
fn lint_passes_with_a_warning() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("other.toml");
    fs::copy(Path::new(SMALL).join(PACK), &path).expect("the file can be copied");
    let (code, report) =
        printed(&["rules", "lint", "--rules", SMALL, path.to_str().expect("the path is text")]);
    assert_eq!(code, Some(0));
    assert!(report.contains("file-name") && report.ends_with("3 files, 3 aspects, 4 warnings\n"), "{report}");
}

#[test]
fn rules_that_cannot_be_read_end_with_code_4() {
    let (code, report) = printed(&["rules", "lint", "tests/fixtures/nowhere"]);
    assert_eq!(code, Some(4));
    assert!(report.contains("`tests/fixtures/nowhere` cannot be read"), "{report}");
    let (code, why) = explained(&["--rules", "tests/fixtures/rules-ten-errors", "rules", "list"]);
    assert_eq!(code, Some(4));
    assert!(why.contains("the rules have 10 problems"), "{why}");
}

#[test]
fn list_names_inspections_and_frameworks() {
    insta::assert_snapshot!(printed(&["rules", "list", "--rules", SMALL]).1, @"
    INSPECTION                 AREA            PUBLISHED   FINDINGS  ASPECTS
    visit-stoke-mandrake-2031  Stoke Mandrake  2031-03-03         2        3

    FRAMEWORK  NAME
    visit      Short visit
    ");
}

#[test]
fn show_prints_an_inspection_in_the_order_of_its_letter() {
    insta::assert_snapshot!(printed(&["rules", "show", "visit-stoke-mandrake-2031", "--rules", SMALL]).1, @"
    visit-stoke-mandrake-2031
      title         Short visit to Stoke Mandrake
      framework     visit
      area          Stoke Mandrake
      inspectorates The Inspectors
      fieldwork     2031-01-13 to 2031-01-14
      published     2031-03-03
      due           2031-06-10
      send to       plans@example.org
      lead          council
      agencies      council, police
      standing      invented letter

      1. absent-grades: Sound grades for children who are not where they should be
           .right-grade: Each absent grade is looked at again
           .whole-story: Decisions rest on all that is known of the child

      2. submission: Sent to the mailbox in time

      3. night-cover: Someone to decide at night
           .rota: A rota covers the night
    ");
}

#[test]
fn show_prints_a_finding_with_its_aspects() {
    insta::assert_snapshot!(printed(&["rules", "show", "absent-grades", "--rules", SMALL]).1, @r#"
    visit-stoke-mandrake-2031/absent-grades
      summary       Sound grades for children who are not where they should be
      where         What must improve, bullet 1
      agencies      police
      cue           graded absent
      cue           most recent episode

    .right-grade
      asks          Each absent grade is looked at again
      good          Says who looks, how soon, and what changes.
      met by        absent NEAR/12 @regrade
      told by       @regrade
      not by        "daily list"
      accept        The duty inspector will regrade each absent log by noon.
      accept        Absent logs are reclassified by the night lead within four hours.
      reject        Next year we will regrade absent logs.
      reject        The daily list shows absent children who were regraded.

    .whole-story
      asks          Decisions rest on all that is known of the child
      met by        (history OR chronology) AND decision
      accept        The desk officer reads the history before each decision.
      accept        No decision is logged without the chronology.
      reject        We note the point about history.
      reject        Each decision is timed.
    "#);
}

#[test]
fn show_takes_full_and_short_ids() {
    let shown = |id: &str| {
        let (code, text) = printed(&["rules", "show", id, "--rules", SMALL]);
        (code, text.lines().next().unwrap_or_default().to_owned())
    };
    let full = "visit-stoke-mandrake-2031/night-cover.rota";
    assert_eq!(shown("night-cover.rota"), (Some(0), full.to_owned()));
    assert_eq!(shown(full), (Some(0), full.to_owned()));
    assert_eq!(shown("visit-stoke-mandrake-2031/submission").0, Some(0));
    assert_eq!(shown("visit"), (Some(0), "visit".to_owned()));
}

#[test]
fn show_prints_a_set_with_its_query() {
    insta::assert_snapshot!(printed(&["rules", "show", "@regrade", "--rules", SMALL]).1, @"
    @regrade
      file          tests/fixtures/rules-small/language/core.toml
      query         regrade OR @recategorise OR (change NEAR/4 grade)
    ");
}

#[test]
fn a_mistyped_id_is_answered_with_the_nearest() {
    let (code, why) = explained(&["rules", "show", "absent-grade", "--rules", SMALL]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(why, @"error: the rules hold nothing called `absent-grade`; did you mean `absent-grades`?");
    assert_eq!(explained(&["rules", "test", "nihgt-cover", "--rules", SMALL]).0, Some(2));
    assert_eq!(explained(&["rules", "test", "@regrade", "--rules", SMALL]).0, Some(2));
}

#[test]
fn test_passes_when_every_example_turns_out_as_it_says() {
    let run = |ids: &[&str]| printed(&[&["rules", "test", "--rules", SMALL], ids].concat());
    assert_eq!(run(&[]), (Some(0), "12 examples, 0 failed\n".to_owned()));
    assert_eq!(run(&["absent-grades"]), (Some(0), "8 examples, 0 failed\n".to_owned()));
    assert_eq!(run(&["night-cover.rota", "night-cover"]), (Some(0), "4 examples, 0 failed\n".to_owned()));
}

#[test]
fn test_shows_why_an_example_fails() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for file in ["frameworks/visit.toml", "language/core.toml", PACK] {
        let text = fs::read_to_string(Path::new(SMALL).join(file)).expect("the fixture is there");
        let text = text
            .replace(
                "The duty inspector will regrade each absent log by noon.",
                "The duty inspector reads each log.",
            )
            .replace("Nights are busy.", "The night rota stays.");
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    let folder = folder.path().to_str().expect("the path is text");
    let (code, report) = printed(&["rules", "test", "--rules", folder]);
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(report.replace(folder, "DIR"), @r#"
    ✗ visit-stoke-mandrake-2031/absent-grades.right-grade should be met, but is not
      DIR/inspections/visit-stoke-mandrake-2031.toml:32
      "The duty inspector reads each log."
      met_by
        ✗ NEAR/12
          ✗ absent
          ✗ @regrade
      told_by
        ✗ @regrade

    ✗ visit-stoke-mandrake-2031/night-cover.rota should not be met, but is
      DIR/inspections/visit-stoke-mandrake-2031.toml:74
      "The night rota stays."
      met_by
        ✓ AND  found: night, rota
          ✓ rota  found: rota
          ✓ night  found: night

    12 examples, 2 failed
    "#);
}

#[test]
fn the_built_in_rules_are_without_problems() {
    let (code, report) = printed(&["rules", "lint"]);
    assert_eq!(code, Some(0), "{report}");
}

#[test]
fn wrong_usage_ends_with_code_2() {
    assert_eq!(wsoa(&["rules", "lnit"]).code, Some(2));
    assert_eq!(wsoa(&["--version"]).code, Some(0));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut command = command(Path::new(env!("CARGO_MANIFEST_DIR")), &["rules", "list"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
