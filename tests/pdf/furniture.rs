//! Running heads, feet, page numbers and lists of contents.

use crate::builder::{Pdf, text};
use crate::support::texts;

#[test]
fn heads_feet_and_page_numbers_are_left_out() {
    let page = |number: usize| {
        text(72.0, 40.0, "Harbour district improvement plan")
            + &text(
                72.0,
                300.0 + 9.0 * number as f32,
                &format!("Words of their own, said {number} times over."),
            )
            + &text(290.0, 800.0, &format!("Page {number} of 4"))
    };
    let file = (1..=4).fold(Pdf::default(), |file, number| file.and_page(&page(number)));
    let document = file.read();
    assert_eq!(texts(&document).len(), 4, "{:?}", texts(&document));
    assert!(texts(&document).iter().all(|text| text.starts_with("Words of their own")));
}

#[test]
fn a_head_on_one_page_alone_is_text() {
    let file =
        Pdf::page(&text(72.0, 40.0, "A title at the very top")).and_page(&text(72.0, 300.0, "Other words."));
    assert_eq!(texts(&file.read()), ["A title at the very top", "Other words."]);
}

#[test]
fn the_number_of_a_single_page_is_left_out() {
    let file = Pdf::page(&(text(72.0, 100.0, "The only page.") + &text(297.0, 810.0, "1")));
    assert_eq!(texts(&file.read()), ["The only page."]);
}

#[test]
fn what_the_file_marks_as_running_is_left_out() {
    let content = format!(
        "/Artifact<</Type/Pagination>>BDC {} EMC {}",
        text(72.0, 40.0, "Marked"),
        text(72.0, 300.0, "Kept.")
    );
    assert_eq!(texts(&Pdf::page(&content).read()), ["Kept."]);
}

#[test]
fn lists_of_contents_are_left_out() {
    let content = text(72.0, 100.0, "Where we are ............................ 3")
        + &text(72.0, 115.0, "What we will do ......................... 12")
        + &text(72.0, 160.0, "Spending came to 12");
    assert_eq!(texts(&Pdf::page(&content).read()), ["Spending came to 12"]);
}
