//! Footnotes and endnotes.

use crate::support::outline;
use crate::writer::{Odt, cell, p, row, span, style, table};

fn note(class: &str, inside: &str) -> String {
    format!(
        "<text:note text:note-class=\"{class}\"><text:note-citation>7</text:note-citation>\
         <text:note-body>{inside}</text:note-body></text:note>"
    )
}

#[test]
fn notes_stand_after_the_block_that_refers_to_them() {
    let body = p(&format!(
        "Plan{} agreed{}",
        note("footnote", &(p("By") + &p("the Board"))),
        note("endnote", &p("At the end"))
    )) + &table(&row(&[cell("", &format!("Cell{}", note("footnote", &p("In a cell"))))]))
        + &p("After");
    insta::assert_snapshot!(outline(&Odt::body(&body).read()), @"
    p: Plan agreed [paragraph 1]
    note: By / the Board [footnote 1 to paragraph 1]
    note: At the end [endnote 1 to paragraph 1]
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: Cell [Table 1, row 1, column 1]
          note: In a cell [footnote 2 to Table 1, row 1, column 1]
    p: After [paragraph 2]
    ");
}

#[test]
fn notes_in_notes_empty_ones_and_hidden_ones_are_nothing() {
    let automatic = style("text", "T1", "", "text:display=\"none\"");
    let body = p(&format!("A{}", note("footnote", &p(&format!("first{}", note("footnote", &p("second")))))))
        + &p(&format!("B{}", note("footnote", &p(""))))
        + &p(&format!("C{}", span("T1", &note("footnote", &p("hidden")))));
    insta::assert_snapshot!(outline(&Odt::body(&body).automatic(&automatic).read()), @"
    p: A [paragraph 1]
    note: first [footnote 1 to paragraph 1]
    p: B [paragraph 2]
    p: C [paragraph 3]
    ");
}
