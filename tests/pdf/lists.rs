//! List items, told by their bullets and numbers.

use crate::builder::{Pdf, show, text};
use crate::support::outline;

/// Shows an item: its mark, and its lines further in.
fn item(across: f32, down: f32, mark: &str, words: &[&str]) -> String {
    let body: String = words
        .iter()
        .enumerate()
        .map(|(at, line)| text(across + 18.0, down + 13.0 * at as f32, line))
        .collect();
    mark.to_owned() + &body
}

#[test]
fn bullets_and_numbers_begin_items() {
    let bullet =
        |across: f32, down: f32, words: &[&str]| item(across, down, &text(across, down, "\\225"), words);
    let content = text(72.0, 80.0, "We will:")
        + &bullet(
            90.0,
            100.0,
            &[
                "train all staff who take the calls that come in about children who are at risk of",
                "harm by the end of the year",
            ],
        )
        + &item(
            108.0,
            130.0,
            &show("F5", 11.0, 108.0, 130.0, "o"),
            &["in the first place those who work at night"],
        )
        + &item(90.0, 145.0, &show("F4", 11.0, 90.0, 145.0, "\\267"), &["look at ten cases each month"])
        + &item(90.0, 175.0, &text(90.0, 175.0, "1."), &["First things first"])
        + &item(90.0, 190.0, &text(90.0, 190.0, "\\(b\\)"), &["Second things second"])
        + &text(72.0, 230.0, "Then we will stop.");
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    p: We will: [p. 1, paragraph 1]
    li0 *: train all staff who take the calls that come in about children who are at risk of harm by the end of the year [p. 1, paragraph 2]
    li1 *: in the first place those who work at night [p. 1, paragraph 3]
    li0 *: look at ten cases each month [p. 1, paragraph 4]
    li0 1.: First things first [p. 1, paragraph 5]
    li0 (b): Second things second [p. 1, paragraph 6]
    p: Then we will stop. [p. 1, paragraph 7]
    ");
}

#[test]
fn a_number_that_happens_to_begin_a_line_is_no_item() {
    let content = text(
        72.0,
        100.0,
        "The board has met every month since it was set up and has by now read the whole of the part",
    ) + &text(
        72.0,
        113.0,
        "3. It has also heard from each of the partners about what they have done so far.",
    );
    let document = Pdf::page(&content).read();
    assert_eq!(document.blocks.len(), 1, "{}", outline(&document));
}

#[test]
fn an_item_goes_on_over_a_page() {
    let first = item(
        72.0,
        780.0,
        &text(72.0, 780.0, "4."),
        &["Every team will look at its own list of children who went missing in"],
    );
    let document =
        Pdf::page(&first).and_page(&text(90.0, 72.0, "the last year, and write down what was done.")).read();
    insta::assert_snapshot!(outline(&document), @"li0 4.: Every team will look at its own list of children who went missing in the last year, and write down what was done. [p. 1, paragraph 1]");
}

#[test]
fn a_minus_sign_before_a_gap_begins_an_item() {
    let minus = |down: f32| show("F4", 11.0, 90.0, down, "\\055");
    let content = item(72.0, 100.0, &text(72.0, 100.0, "\\225"), &["ring the bell, which means"])
        + &item(90.0, 115.0, &minus(115.0), &["oiling it"])
        + &item(90.0, 130.0, &minus(130.0), &["mending its rope"]);
    insta::assert_snapshot!(outline(&Pdf::page(&content).read()), @"
    li0 *: ring the bell, which means [p. 1, paragraph 1]
    li1 *: oiling it [p. 1, paragraph 2]
    li1 *: mending its rope [p. 1, paragraph 3]
    ");
}
