//! Footnotes, endnotes and comments.

use crate::support::outline;
use crate::support::word::{Word, p, row, run, table, text};

fn reference(kind: &str, id: u32) -> String {
    format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>")
}

fn note(kind: &str, id: u32, words: &[&str]) -> String {
    let lines: String = words.iter().map(|words| text(words)).collect();
    format!("<w:{kind} w:id=\"{id}\">{lines}</w:{kind}>")
}

#[test]
fn notes_stand_after_the_block_that_refers_to_them() {
    let separator = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>";
    let body = p(
        "",
        &(run("", "Plan") + &reference("footnote", 5) + &run("", " agreed") + &reference("endnote", 1)),
    ) + &table(&[row(&[format!(
        "<w:tc>{}</w:tc>",
        p("", &(run("", "Cell") + &reference("footnote", 3)))
    )])])
        + &p("", &(run("", "Again") + &reference("footnote", 5)));
    let document = Word::body(&body)
        .footnotes(
            &(separator.to_owned()
                + &note("footnote", 3, &["In a cell"])
                + &note("footnote", 5, &["By", "the Board"])),
        )
        .endnotes(&note("endnote", 1, &["At the end"]))
        .read();
    insta::assert_snapshot!(outline(&document), @"
    p: Plan agreed [paragraph 1]
    note: By / the Board [footnote 1 to paragraph 1]
    note: At the end [endnote 1 to paragraph 1]
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: Cell [Table 1, row 1, column 1]
          note: In a cell [footnote 2 to Table 1, row 1, column 1]
    p: Again [paragraph 2]
    ");
}

#[test]
fn notes_that_refer_to_notes_end() {
    let looped = format!(
        "<w:footnote w:id=\"1\">{}</w:footnote>",
        p("", &(run("", "Loop") + &reference("footnote", 1)))
    );
    let body = p("", &(run("", "Plan") + &reference("footnote", 1)));
    assert_eq!(Word::body(&body).footnotes(&looped).read().blocks.len(), 2);
}

#[test]
fn deleted_references_bring_no_note() {
    let body = p("", &(run("", "Plan") + &format!("<w:del>{}</w:del>", reference("footnote", 1))));
    assert_eq!(Word::body(&body).footnotes(&note("footnote", 1, &["Unseen"])).read().blocks.len(), 1);
}

#[test]
fn comments_are_counted_and_not_read() {
    let comments =
        format!("<w:comment w:id=\"0\">{}</w:comment><w:comment w:id=\"1\"/>", text("Is this so?"));
    let document = Word::body(&text("Plan")).comments(&comments).read();
    assert_eq!(document.marks.comments, 2);
    assert_eq!(document.blocks.len(), 1);
}
