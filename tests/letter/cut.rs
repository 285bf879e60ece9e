//! What a page break cuts in two is one item.

use crate::page;

fn texts(list: &str) -> Vec<String> {
    let letter = page(&format!(
        "<h1>Joint targeted area inspection of Weir</h1><h1>What needs to improve?</h1>{list}<h1>Main findings</h1>"
    ));
    letter.items.into_iter().map(|item| item.text).collect()
}

#[test]
fn the_rest_of_a_sentence_belongs_to_it() {
    let cut = "<ul><li>The pier, which is dark and</li></ul><p>wet in winter.</p><ul><li>The bell.</li></ul>";
    assert_eq!(texts(cut), ["The pier, which is dark and wet in winter.", "The bell."]);
}

#[test]
fn what_leads_a_list_in_is_no_part_of_it() {
    let led = "<p>Keepers need to look at:</p><ul><li>The pier.</li><li>The bell.</li></ul>";
    assert_eq!(texts(led), ["The pier.", "The bell."]);
}

#[test]
fn paragraphs_where_no_list_was_found_are_items() {
    assert_eq!(texts("<p>The pier.</p><p>The bell.</p>"), ["The pier.", "The bell."]);
}
