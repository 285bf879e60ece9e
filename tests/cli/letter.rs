//! `wsoa letter`: what an inspection letter asks, in each format.

use crate::runner::{Desk, Run};

const LETTER: &str = "\
# Joint targeted area inspection of Weir

This inspection took place from 3 to 7 February 2031.

## What needs to improve?

- The pier, with all its steps.
- =SUM(A1) and \"ropes\".

## Strengths

- The bell should be rung more often.

## Next steps

Weir Council should send the statement to lamps@example.org by 10 June 2031.
";

fn letter(args: &[&str]) -> Run {
    let desk = Desk::with("letter.md", LETTER);
    desk.wsoa(&[&["letter", "letter.md"], args].concat())
}

#[test]
fn a_checklist_is_printed_for_a_person() {
    let run = letter(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    letter.md
    Area           Weir
    Framework      jtai
    Fieldwork      2031-02-03 to 2031-02-07
    Answer due     2031-06-10
    Send to        lamps@example.org

    What needs to improve?
    [ ]   1. The pier, with all its steps.
             (What needs to improve?, bullet 1)
    [ ]   2. =SUM(A1) and "ropes".
             (What needs to improve?, bullet 2)

    Next steps
    [ ]   3. Weir Council should send the statement to lamps@example.org by 10 June 2031.
             (Next steps, paragraph 1; Weir Council)

    Candidates (sentences elsewhere in the letter that ask for something; decide for each)
    [ ]   1. The bell should be rung more often.
             (Strengths, bullet 1)

    2 improvements, 1 next step, 1 candidate
    "#);
}

#[test]
fn json_has_the_shape_of_schema_1() {
    let run = letter(&["--format", "json"]);
    assert_eq!(run.code, Some(0));
    insta::assert_snapshot!(run.stdout, @r#"
    {
      "schema": 1,
      "file": "letter.md",
      "framework": "jtai",
      "area": "Weir",
      "inspectorates": [],
      "addressees": [],
      "published": null,
      "fieldwork": {
        "from": "2031-02-03",
        "to": "2031-02-07"
      },
      "due": "2031-06-10",
      "send_to": "lamps@example.org",
      "lead": null,
      "agencies": [],
      "items": [
        {
          "kind": "improvement",
          "heading": "What needs to improve?",
          "order": 1,
          "responsible": [],
          "text": "The pier, with all its steps.",
          "location": {
            "text": "What needs to improve?, bullet 1",
            "file": "letter.md",
            "headings": [
              "Joint targeted area inspection of Weir",
              "What needs to improve?"
            ],
            "line": 7,
            "character": 1
          }
        },
        {
          "kind": "improvement",
          "heading": "What needs to improve?",
          "order": 2,
          "responsible": [],
          "text": "=SUM(A1) and \"ropes\".",
          "location": {
            "text": "What needs to improve?, bullet 2",
            "file": "letter.md",
            "headings": [
              "Joint targeted area inspection of Weir",
              "What needs to improve?"
            ],
            "line": 8,
            "character": 1
          }
        },
        {
          "kind": "next-step",
          "heading": "Next steps",
          "order": 3,
          "responsible": [
            "Weir Council"
          ],
          "text": "Weir Council should send the statement to lamps@example.org by 10 June 2031.",
          "location": {
            "text": "Next steps, paragraph 1",
            "file": "letter.md",
            "headings": [
              "Joint targeted area inspection of Weir",
              "Next steps"
            ],
            "line": 16,
            "character": 1
          }
        }
      ],
      "candidates": [
        {
          "kind": "candidate-apart",
          "heading": "Strengths",
          "order": 1,
          "responsible": [],
          "text": "The bell should be rung more often.",
          "location": {
            "text": "Strengths, bullet 1",
            "file": "letter.md",
            "headings": [
              "Joint targeted area inspection of Weir",
              "Strengths"
            ],
            "line": 12,
            "character": 1
          }
        }
      ],
      "unsure": []
    }
    "#);
}

#[test]
fn markdown_has_a_box_for_each_item() {
    insta::assert_snapshot!(letter(&["--format", "markdown"]).stdout, @r#"
    # What the letter asks: Weir

    - **Area**: Weir
    - **Framework**: jtai
    - **Fieldwork**: 2031-02-03 to 2031-02-07
    - **Answer due**: 2031-06-10
    - **Send to**: lamps@example.org

    ## What needs to improve?

    - [ ] 1. The pier, with all its steps. *(What needs to improve?, bullet 1)*
    - [ ] 2. =SUM(A1) and "ropes". *(What needs to improve?, bullet 2)*

    ## Next steps

    - [ ] 3. Weir Council should send the statement to lamps@example.org by 10 June 2031. *(Next steps, paragraph 1; Weir Council)*

    ## Candidates: sentences elsewhere that ask for something

    - [ ] 1. The bell should be rung more often. *(Strengths, bullet 1)*
    "#);
}

#[test]
fn csv_holds_no_formula() {
    insta::assert_snapshot!(letter(&["--format", "csv"]).stdout.replace("\r\n", "\n"), @r#"
    number,kind,heading,text,responsible,page,place
    1,improvement,What needs to improve?,"The pier, with all its steps.",,,"What needs to improve?, bullet 1"
    2,improvement,What needs to improve?,"'=SUM(A1) and ""ropes"".",,,"What needs to improve?, bullet 2"
    3,next step,Next steps,Weir Council should send the statement to lamps@example.org by 10 June 2031.,Weir Council,,"Next steps, paragraph 1"
    1,candidate,Strengths,The bell should be rung more often.,,,"Strengths, bullet 1"
    "#);
}

#[test]
fn csv_cells_that_begin_as_formulas_do_are_text() {
    for sign in ["=", "+", "-", "@"] {
        let asks =
            format!("What needs to improve?\n\nLeaders said `{sign}1+1`.\n\n{sign}cmd and more of it.\n");
        let desk = Desk::with("letter.txt", asks);
        let run = desk.wsoa(&["letter", "letter.txt", "--format", "csv"]);
        let rows: Vec<&str> = run.stdout.lines().collect();
        let raw = rows.iter().any(|row| row.split(',').any(|cell| cell.trim_matches('"').starts_with(sign)));
        assert!(!raw, "{rows:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_ends_as_it_does_elsewhere() {
    let desk = Desk::with("letter.pdf", "no letter at all");
    assert_eq!(desk.wsoa(&["letter", "nothing.pdf"]).code, Some(3));
    assert_eq!(desk.wsoa(&["letter"]).code, Some(2));
    assert_eq!(desk.wsoa(&["letter", "letter.pdf", "--format", "yaml"]).code, Some(2));
}

#[test]
fn signs_that_steer_a_terminal_are_tamed_in_every_format() {
    let desk = Desk::with("letter.md", LETTER.replace("pier", "p\u{202e}ier\u{1b}[2J"));
    for format in ["text", "json", "markdown", "csv"] {
        let run = desk.wsoa(&["letter", "letter.md", "--format", format]);
        assert!(!run.stdout.contains(['\u{202e}', '\u{1b}']), "{format}: {}", run.stdout);
    }
}
