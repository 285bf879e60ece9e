//! Headings, told by the look of their type.

use crate::builder::{Pdf, bold, lines, show, text};
use crate::support::outline;

#[test]
fn larger_and_bold_lines_are_headings() {
    let prose = [
        "Plain words make up most of this page, so that their size is that of running text",
        "in the whole of the document.",
    ];
    let content = show("F1", 20.0, 72.0, 80.0, "Improvement plan")
        + &lines(72.0, 120.0, &prose)
        + &show("F2", 14.0, 72.0, 180.0, "What we heard")
        + &lines(72.0, 210.0, &prose)
        + &bold(72.0, 260.0, "Missing children")
        + &lines(72.0, 290.0, &prose)
        + &bold(72.0, 330.0, "This bold sentence is no heading, for it ends as sentences do.");
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    h1: Improvement plan [p. 1, paragraph 1]
    p: Plain words make up most of this page, so that their size is that of running text in the whole of the document. [p. 1, paragraph 2]
    h2 bold: What we heard [p. 1, paragraph 3]
    p: Plain words make up most of this page, so that their size is that of running text in the whole of the document. [p. 1, paragraph 4]
    h3 bold: Missing children [p. 1, paragraph 5]
    p: Plain words make up most of this page, so that their size is that of running text in the whole of the document. [p. 1, paragraph 6]
    p bold: This bold sentence is no heading, for it ends as sentences do. [p. 1, paragraph 7]
    ");
}

#[test]
fn numbers_stay_with_their_headings_and_paths_are_kept() {
    let content = show("F2", 16.0, 72.0, 80.0, "1. Governance")
        + &show("F2", 16.0, 72.0, 160.0, "1.1 The board")
        + &text(72.0, 200.0, "The board meets each month and looks at what has been done about every point.")
        + &text(72.0, 230.0, "It writes to each partner about what has not moved, and asks for the reasons.");
    let document = Pdf::page(&content).read();
    insta::assert_snapshot!(outline(&document), @"
    h1 bold: 1. Governance [p. 1, paragraph 1]
    h2 bold: 1.1 The board [p. 1, paragraph 2]
    p: The board meets each month and looks at what has been done about every point. [p. 1, paragraph 3]
    p: It writes to each partner about what has not moved, and asks for the reasons. [p. 1, paragraph 4]
    ");
    assert_eq!(document.blocks[2].location.headings, ["1. Governance", "1.1 The board"]);
}

#[test]
fn a_page_all_in_bold_has_no_headings() {
    let content = bold(72.0, 100.0, "All of it is bold") + &bold(72.0, 140.0, "and none of it is a heading");
    assert!(outline(&Pdf::page(&content).read()).lines().all(|line| line.starts_with("p bold")));
}
