//! Footnotes.

use crate::builder::{Pdf, lines, show, text};
use crate::support::outline;

#[test]
fn a_footnote_stands_behind_what_refers_to_it() {
    let small = |across: f32, down: f32, words: &str| show("F1", 9.0, across, down, words);
    let content = text(72.0, 100.0, "The partnership was set up last year.")
        + &show("F1", 7.0, 253.0, 96.0, "1")
        + &lines(
            72.0,
            130.0,
            &[
                "It has met four times since then and has agreed how it will look at the work of all",
                "partners, those outside the county included.",
            ],
        )
        + &show("F1", 6.0, 72.0, 757.0, "1")
        + &small(76.0, 760.0, "Under the terms that were agreed by all of its members at the first meeting")
        + &small(72.0, 771.0, "of the year.");
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    p: The partnership was set up last year. [p. 1, paragraph 1]
    note: Under the terms that were agreed by all of its members at the first meeting of the year. [footnote 1 to p. 1, paragraph 1]
    p: It has met four times since then and has agreed how it will look at the work of all partners, those outside the county included. [p. 1, paragraph 2]
    ");
}

#[test]
fn raised_letters_stay_with_their_number() {
    let content = text(72.0, 100.0, "The 1")
        + &show("F1", 7.0, 101.0, 96.0, "st")
        + &text(110.0, 100.0, "meeting is in May.");
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"p: The 1st meeting is in May. [p. 1, paragraph 1]");
}
