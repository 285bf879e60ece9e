//! Paragraphs from lines, over columns and pages.

use crate::builder::{Pdf, grid, lines, rect, text};
use crate::support::{outline, texts};

const FULL: [&str; 3] = [
    "The board will look at the plan every month and write to each partner about what",
    "has not moved since the last meeting, with the reasons that were given for it and",
    "the name of the person who answers.",
];

#[test]
fn lines_make_paragraphs() {
    let content = lines(72.0, 100.0, &FULL) + &lines(72.0, 152.0, &["A second one begins after a gap."]);
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    p: The board will look at the plan every month and write to each partner about what has not moved since the last meeting, with the reasons that were given for it and the name of the person who answers. [p. 1, paragraph 1]
    p: A second one begins after a gap. [p. 1, paragraph 2]
    ");
}

#[test]
fn a_line_that_ends_early_ends_its_paragraph() {
    let content = lines(
        72.0,
        100.0,
        &[
            FULL[0],
            FULL[1],
            "the name.",
            "The next begins on the next line with no gap, and is as long as any other.",
        ],
    );
    let document = Pdf::page(&content).read();
    assert_eq!(texts(&document).len(), 2, "{:?}", texts(&document));
    assert!(texts(&document)[0].ends_with("for it and the name."));
}

#[test]
fn words_are_told_by_gaps_where_no_space_is_drawn() {
    let content = "BT /F1 11 Tf 1 0 0 1 72 700 Tm [(lead) -300 (officer) -60 (s)] TJ ET";
    assert_eq!(texts(&Pdf::page(content).read()), ["lead officers"]);
}

#[test]
fn a_paragraph_goes_on_over_a_page() {
    let first = lines(72.0, 700.0, &FULL[..2]);
    let second = lines(72.0, 72.0, &["the name of the person who answers."]);
    let document = Pdf::page(&first).and_page(&second).and_page(&text(72.0, 72.0, "Last words.")).read();
    assert_eq!(texts(&document).len(), 2);
    assert!(texts(&document)[0].ends_with("and the name of the person who answers."));
    assert_eq!(document.blocks[1].location.text, "p. 3, paragraph 1");
    assert_eq!(document.blocks[1].location.page, Some(3));
}

#[test]
fn hyphens_at_line_ends_stay_unless_the_word_stands_without() {
    let broken = |first: &str, second: &str| {
        let one = format!("The group of all partners has agreed on the terms of the new yearly {first}-");
        [one, format!("{second} and the name of the person who answers.")]
    };
    let read = |first: &str, second: &str, more: &str| {
        let [one, other] = broken(first, second);
        let content = lines(72.0, 100.0, &[&one, &other]) + &text(72.0, 200.0, more);
        texts(&Pdf::page(&content).read())[0].to_owned()
    };
    assert!(read("multi", "agency", "Nothing more.").contains("multi-agency and"));
    assert!(read("safe", "guarding", "Safeguarding comes first.").contains("safeguarding and"));
    assert!(read("co", "operation", "Words on co-operation.").contains("co-operation and"));
    assert!(read("plan\\255", "ning", "Nothing more.").contains("plan"));
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "The left column begins here",
        "and runs over several lines of",
        "text that is read before any",
        "word of the right one, down",
        "to its very last line here.",
    ];
    let right = [
        "The right column comes second",
        "and it too has several lines,",
        "each beside one of the left,",
        "which must not be mixed up",
        "with what stands beside it.",
    ];
    let content =
        text(72.0, 80.0, "Both columns stand under a line that runs across the whole width of the page.")
            + &lines(72.0, 110.0, &left)
            + &lines(320.0, 110.0, &right);
    let all = texts(&Pdf::page(&content).read()).join(" ");
    let place = |words: &str| all.find(words).unwrap_or_else(|| panic!("{words} in {all}"));
    assert!(place("whole width") < place("left column begins"));
    assert!(place("very last line here") < place("right column comes"));
    assert!(all.contains("several lines of text that is read before any word"));
}

#[test]
fn text_that_runs_up_the_page_is_read() {
    let content =
        text(72.0, 100.0, "Level words.") + "BT /F1 11 Tf 0 1 -1 0 60 300 Tm (Words up the side) Tj ET";
    assert_eq!(texts(&Pdf::page(&content).read()), ["Level words.", "Words up the side"]);
}

#[test]
fn a_turned_page_is_read_as_it_is_seen() {
    let content = "BT /F1 11 Tf 0 1 -1 0 100 72 Tm (First line of the page.) Tj ET BT /F1 11 Tf 0 1 -1 0 200 72 Tm (Second line of the page.) Tj ET";
    let document = Pdf::default().and_page_with(content, "/Rotate 90").read();
    assert_eq!(texts(&document), ["First line of the page.", "Second line of the page."]);
}

#[test]
fn reading_twice_gives_the_same() {
    let file = (0..9).fold(Pdf::default(), |file, at| file.and_page(&lines(72.0, 100.0 + at as f32, &FULL)));
    assert_eq!(outline(&file.read()), outline(&file.read()));
}

#[test]
fn the_rows_of_a_table_of_one_column_are_paragraphs_of_their_own() {
    let ends = "has not moved since the last meeting, with the reasons that were given for its rest.";
    let rows = lines(72.0, 110.0, &[FULL[0], ends, FULL[0], FULL[1], FULL[2]]);
    let told = |content: &str| texts(&Pdf::page(content).read()).len();
    assert_eq!(told(&rows), 1, "the lines alone are one paragraph");
    let ruled = grid(&[66.0, 530.0], &[100.0, 126.0, 170.0]) + &rows;
    assert_eq!(told(&ruled), 2);
    let underlined = rect(72.0, 125.0, 20.0, 0.5) + &rows;
    assert_eq!(told(&underlined), 1, "a line under a word parts nothing");
}
