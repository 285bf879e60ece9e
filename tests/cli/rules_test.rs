//! `wsoa rules test` with cases and snapshots, as a rule author runs it.

use std::fs;

use crate::runner::{Desk, Run};

/// A file of cases about the small inspection of these tests.
const CASES: &str = "\
# Told

```case
pack = \"visit-amber-quay-2031\"
as_of = 2031-05-01
```

```statement
PLAN
```

```expect
EXPECTATIONS
```
";

/// Runs the tests over one file of cases.
fn test(plan: &str, expectations: &str, more: &[&str]) -> Run {
    let desk =
        Desk::with("cases/told.case.md", CASES.replace("PLAN", plan).replace("EXPECTATIONS", expectations));
    desk.wsoa(&[&["rules", "test", "--rules", "RULES", "--statements", "cases"], more].concat())
}

const PLAN: &str = "\
| Finding | Action | Lead | By when |
|---|---|---|---|
| night desk | A night rota is opened. | Police manager | 1 May 2031 |
| night desk | Calls are counted. | Police manager | 1 May 2031 |";

#[test]
fn every_outcome_of_an_expectation_has_its_line() {
    let run = test(
        PLAN,
        "night-desk.rota          met
night-desk.call-back     met               # nobody rings back
todo lost-letters.post-book   met
todo night-desk          partial
lost-leters.post-book    unmet
multi-agency             missing police
submission               unaddressed",
        &[],
    );
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    insta::assert_snapshot!(run.stdout, @"
    ✗ cases/told.case.md:17: night-desk.call-back is unmet neighbouring (Table 1, row 2, Action (line 3))
    ✗ cases/told.case.md:19: night-desk is partial, as it should be; take away `todo`
    ✗ cases/told.case.md:20: there is no `lost-leters.post-book` in visit-amber-quay-2031; did you mean `lost-letters.post-book`?
    ✗ cases/told.case.md:21: multi-agency is missing council
    ✗ cases/told.case.md:22: submission is partial
    · no case in visit-bell-heath-2031 is about lamps.lamps-lit
    16 examples, 0 failed
    1 case: 1 right, 1 known gap, 5 failed
    ");
}

#[test]
fn what_is_as_expected_says_how_much_of_it_there_is() {
    let run = test(PLAN, "night-desk.rota met\n* unmet", &[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    insta::assert_snapshot!(run.stdout, @"
    · no case in visit-bell-heath-2031 is about lamps.lamps-lit
    16 examples, 0 failed
    1 case: 3 right, 0 known gaps, 0 failed
    ");
}

#[test]
fn only_what_is_wanted_is_run() {
    let run = test(PLAN, "night-desk.rota unmet\nlost-letters.post-book unmet", &["lost-letters"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    insta::assert_snapshot!(run.stdout, @"
    4 examples, 0 failed
    1 case: 1 right, 0 known gaps, 0 failed
    ");
}

#[test]
fn a_file_of_cases_that_cannot_be_run_says_where_and_what_to_do() {
    let broken = "\
# No pack

```case
as_of = 2031-13-01
statemnt = \"plan.md\"
```

```expect
night-desk.rota mett
night-desk.rota unmet defered
night-desk.rota addressed
todo
```
";
    let desk = Desk::with("cases/broken.case.md", broken);
    desk.put(
        "cases/lost.case.md",
        CASES
            .replace("```statement\nPLAN\n```", "")
            .replace("as_of", "statement = \"gone.md\"\nas_of")
            .replace("EXPECTATIONS", "* unmet"),
    );
    desk.put("cases/nothing.case.md", "# Nothing\n");
    desk.put(
        "cases/other.case.md",
        CASES.replace("amber-quay", "amber-key").replace("EXPECTATIONS", "* unmet"),
    );
    let run = desk.wsoa(&["rules", "test", "--rules", "RULES", "--statements", "cases"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stdout, @"
    ✗ cases/broken.case.md:9: `mett` is no verdict; write `met`, `unmet`, `missing` or the verdict of a finding
    ✗ cases/broken.case.md:10: there is no reason `defered`; did you mean `deferred`?
    ✗ cases/broken.case.md:11: `addressed` is not said of `night-desk.rota`; aspects are `met` or `unmet`, findings and next steps `addressed`, `partial` or `unaddressed`
    ✗ cases/broken.case.md:12: `todo` stands alone; write what is to be
    ✗ cases/broken.case.md:4: invalid date, expected month between 01 and 12
    ✗ cases/lost.case.md:1: the statement `cases/gone.md` cannot be opened: No such file or directory (os error 2)
    ✗ cases/nothing.case.md:1: no case stands here; write a heading, and a block that opens with ```case below it
    ✗ cases/other.case.md:1: there is no pack `visit-amber-key-2031`; `wsoa rules list` lists them
    · no case in visit-amber-quay-2031 is about night-desk.rota, night-desk.call-back, lost-letters.post-book
    · no case in visit-bell-heath-2031 is about lamps.lamps-lit
    16 examples, 0 failed
    2 cases: 0 right, 0 known gaps, 8 failed
    ");
}

#[test]
fn snapshots_are_written_held_and_taken_away() {
    let desk = Desk::with(
        "cases/told.case.md",
        CASES.replace("PLAN", PLAN).replace("EXPECTATIONS", "night-desk.rota met"),
    );
    let test = |more: &[&str]| {
        let args = ["rules", "test", "--rules", "RULES", "--statements", "cases", "--snapshots", "held"];
        desk.wsoa(&[&args, more].concat())
    };
    desk.put("held/stale.snap", "---\nsource: tests/samples.rs\n---\nnothing\n");
    let missing = test(&[]);
    assert_eq!(missing.code, Some(1));
    assert!(
        missing.stdout.contains("✗ held/told.snap is missing\n✗ held/stale.snap has no case\n"),
        "{}",
        missing.stdout
    );
    let written = test(&["--update"]);
    assert_eq!(written.code, Some(0), "{}", written.stdout);
    assert!(written.stdout.contains("1 snapshot: 1 written"), "{}", written.stdout);
    assert!(!desk.path().join("held/stale.snap").exists());
    let held = fs::read_to_string(desk.path().join("held/told.snap")).unwrap();
    insta::assert_snapshot!(held, @"
    ---
    source: tests/samples.rs
    ---
    night-desk.rota                                met      reference-and-words  likely  Table 1, row 2, Action (line 3)
    night-desk.call-back                           not met  neighbouring         sure    Table 1, row 2, Action (line 3)
    lost-letters.post-book                         not met  no-tie               likely  Table 1, row 2, Action (line 3)

    multi-agency                                   partial      no action is owned by the council
    agencies without an action: council
    submission                                     partial      due on 2031-06-10, 40 days left; the statement does not say that it goes to plans@example.org, nor when

    actions: 2 (firm 2); 1 answer a finding, 2 have an owner, 2 a date, 0 a measure

    what the rules of other inspections find met
    nothing
    ");
    assert_eq!(test(&[]).code, Some(0), "what was written holds");
    assert!(
        test(&["--update"]).stdout.contains("1 snapshot, none changed"),
        "nothing is written that is as it was"
    );
    desk.put("held/told.snap", held.replace("reference-and-words", "likeness"));
    let changed = test(&[]);
    assert_eq!(changed.code, Some(1));
    insta::assert_snapshot!(changed.stdout.lines().take(3).collect::<Vec<_>>().join("\n"), @"
    ✗ held/told.snap has changed
      -night-desk.rota                                met      likeness  likely  Table 1, row 2, Action (line 3)
      +night-desk.rota                                met      reference-and-words  likely  Table 1, row 2, Action (line 3)
    ");
}

#[test]
fn a_folder_that_is_not_there_is_wrong_usage() {
    let run = Desk::new().wsoa(&["rules", "test", "--rules", "RULES", "--statements", "nowhere"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("nowhere cannot be read"), "{}", run.stderr);
}
