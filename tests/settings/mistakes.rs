//! What is wrong in a file of settings, told with its place.

use miette::{GraphicalReportHandler, GraphicalTheme};
use wsoa::pack::Problems;
use wsoa::settings::Settings;

use crate::desk::{PACK, rules, settings, waiver};

/// Returns the problems of a file as a person sees them.
#[track_caller]
fn refused(text: &str) -> String {
    drawn(&Settings::read("wsoa.toml", text).expect_err("a mistake"))
}

fn drawn(problems: &Problems) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(100);
    let mut out = String::new();
    for problem in problems {
        handler.render_report(&mut out, problem).unwrap();
        out.push('\n');
    }
    out
}

#[test]
fn a_mistyped_key_or_code_is_told_with_the_near_one() {
    insta::assert_snapshot!(refused("pakc = \"visit-pier-end-2031\"\n\n[severity]\ndate-vage = \"off\"\n"), @r#"
    unknown-key

      × a file of settings has no key `pakc`
       ╭─[wsoa.toml:1:1]
     1 │ pakc = "visit-pier-end-2031"
       · ────
     2 │ 
       ╰────
      help: did you mean `pack`?

    unknown-key

      × [severity] has no key `date-vage`
       ╭─[wsoa.toml:4:1]
     3 │ [severity]
     4 │ date-vage = "off"
       · ─────────
       ╰────
      help: did you mean `date-vague`?
    "#);
}

#[test]
fn a_waiver_says_who_when_and_why() {
    insta::assert_snapshot!(refused("[[waiver]]\nitem = \"night-desk\"\nreason = \"  \"\n"), @r#"
    missing-key

      × a waiver needs the key `by`
       ╭─[wsoa.toml:1:1]
     1 │ [[waiver]]
       · ─────┬────
       ·      ╰── no `by` here
     2 │ item = "night-desk"
       ╰────
      help: `wsoa init` writes a file of settings that explains each key

    missing-key

      × a waiver needs the key `on`
       ╭─[wsoa.toml:1:1]
     1 │ [[waiver]]
       · ─────┬────
       ·      ╰── no `on` here
     2 │ item = "night-desk"
       ╰────
      help: `wsoa init` writes a file of settings that explains each key

    empty-text

      × `reason` is empty
       ╭─[wsoa.toml:3:10]
     2 │ item = "night-desk"
     3 │ reason = "  "
       ·          ────
       ╰────
      help: fill it in, or remove the key where it is optional
    "#);
}

#[test]
fn an_item_is_waived_once() {
    insta::assert_snapshot!(refused(&(waiver("night-desk", "") + &waiver("night-desk", ""))), @r#"
    duplicate-id

      × `night-desk` is waived twice
       ╭─[wsoa.toml:2:8]
     1 │ [[waiver]]
     2 │ item = "night-desk"
       ·        ──────┬─────
       ·              ╰── first here
     3 │ reason = "It stands in the harbour plan."
       ╰────
       ╭─[wsoa.toml:8:8]
     7 │ [[waiver]]
     8 │ item = "night-desk"
       ·        ──────┬─────
       ·              ╰── again here
     9 │ reason = "It stands in the harbour plan."
       ╰────
      help: keep the waiver that counts, and take out the other
    "#);
}

#[test]
fn a_waiver_ends_after_it_begins() {
    insta::assert_snapshot!(refused(&waiver("night-desk", "until = 2031-03-31")), @r#"
    bad-date

      × the waiver ends on 2031-03-31, before the day on which it was decided, 2031-04-01
       ╭─[wsoa.toml:6:9]
     4 │ by = "Harbour Board"
     5 │ on = 2031-04-01
       ·      ─────┬────
       ·           ╰── decided here
     6 │ until = 2031-03-31
       ·         ──────────
       ╰────
      help: `until` is the last day on which it holds; leave it out where the waiver has no end
    "#);
}

#[test]
fn an_aspect_is_decided_and_not_waived() {
    insta::assert_snapshot!(refused(&waiver("night-desk.rota", "")), @r#"
    bad-id

      × `night-desk.rota` is an aspect, and only a whole item can be waived
       ╭─[wsoa.toml:2:8]
     1 │ [[waiver]]
     2 │ item = "night-desk.rota"
       ·        ─────────────────
     3 │ reason = "It stands in the harbour plan."
       ╰────
      help: waive `night-desk`, or decide about the aspect with `wsoa review`
    "#);
}

#[test]
fn what_says_that_an_item_is_open_cannot_be_off() {
    let always = [
        "finding-unaddressed",
        "finding-partial",
        "cannot-tell",
        "agency-without-action",
        "next-step-unmet",
        "past-due",
    ];
    for code in always {
        let told = refused(&format!("[severity]\n{code} = \"off\"\n"));
        assert!(told.contains(&format!("`{code}` cannot be off: an open item is always told")), "{told}");
        settings(&format!("[severity]\n{code} = \"note\"\n"));
    }
    settings("[severity]\nmarked-as-draft = \"off\"\n");
}

#[test]
fn every_problem_is_told_at_once() {
    let text = "pack = \"Pier End\"\nstatement = [\"-\"]\nrules = 3\nletter = \"\"\nreview = true\nreceived = \"in May\"\n\
                as_of = 2031-05-03T10:00:00\nfail_on = \"warn\"\n[severity]\npast-due = \"loud\"\n[waiver]\n";
    let told = refused(text);
    for wanted in [
        "`Pier End` is no id",
        "settings cannot name standard input",
        "`rules` must be a text",
        "`letter` is empty",
        "`review` must be a text",
        "`received` must be a date",
        "`2031-05-03T10:00:00` is no calendar date",
        "`fail_on` cannot be `warn`",
        "`past-due` cannot be `loud`",
        "write its header with two brackets",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

#[test]
fn no_problem_points_to_the_page_about_rules() {
    for text in ["pack = [\n", "=\n", "colour = 1\n", "waiver = 3\n", "[severity]\npast-due = 3\n"] {
        assert!(!refused(text).contains("rules/README.md"), "{text}");
    }
}

#[test]
fn signs_that_turn_the_reading_order_are_not_shown_as_they_are() {
    assert!(!refused("pakc = \"\u{202e}thgin\"\n").contains('\u{202e}'));
}

#[test]
fn an_inspection_that_the_rules_do_not_have_is_told_with_the_near_one() {
    let problems = settings("# Ours.\npack = \"visit-pier-ent-2031\"\n").hold_against(rules()).unwrap_err();
    insta::assert_snapshot!(drawn(&problems), @r#"
    unknown-name

      × there is no inspection `visit-pier-ent-2031` in the rules
       ╭─[wsoa.toml:2:8]
     1 │ # Ours.
     2 │ pack = "visit-pier-ent-2031"
       ·        ─────────────────────
       ╰────
      help: did you mean `visit-pier-end-2031`? `wsoa rules list` shows every inspection
    "#);
    for known in [format!("pack = \"{PACK}\""), "pack = \"draft\"".to_owned(), String::new()] {
        assert_eq!(settings(&known).hold_against(rules()), Ok(()));
    }
}
