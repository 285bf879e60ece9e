//! Whatever a document says, a page shows it as text.

use proptest::prelude::*;

use super::{Parsed, plan};

/// What a page is made of without any text: the names of its tags and attributes.
fn shape(page: &str) -> Vec<(String, Vec<String>)> {
    let pieces = Parsed::of(page).pieces.into_iter();
    pieces.map(|piece| (piece.name, piece.attributes.into_keys().collect())).collect()
}

/// A plan in every field of which these words stand that a document, a letter or a person fills.
fn saying(words: &str) -> super::Check {
    let mut check = plan().waiving("songs").unread(words);
    check.statement.files[0].0 = words.to_owned();
    let action = &mut check.statement.actions[1];
    action.text = words.to_owned();
    action.owner = Some(words.to_owned());
    action.measure = Some(words.to_owned());
    action.location.text = words.to_owned();
    action.location.headings = vec![words.to_owned()];
    action.due.as_mut().unwrap().text = words.to_owned();
    check.diagnostics.iter_mut().for_each(|found| found.message = words.to_owned());
    let songs = check.finding("songs");
    if let Some(waiver) = &mut songs.waived {
        waiver.reason = words.to_owned();
        waiver.by = words.to_owned();
    }
    for aspect in &mut songs.aspects {
        aspect.nearest.iter_mut().for_each(|near| near.quote = words.to_owned());
    }
    let ropes = check.finding("rope-store");
    for evidence in ropes.aspects.iter_mut().flat_map(|aspect| &mut aspect.evidence) {
        evidence.quote = words.to_owned();
        evidence.words.clear();
    }
    check
}

#[test]
fn markup_in_a_document_is_text_on_the_page() {
    let words = "</q></td><script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;<!--]]>";
    let (page, tame) = (saying(words).html(), saying("tame words").html());
    assert!(shape(&page) == shape(&tame));
    assert!(Parsed::of(&page).part("actions").contains(words));
}

#[test]
fn nothing_turns_the_reading_order_of_page_or_comment() {
    let check = saying("a\u{202e}b\u{2066}c\u{200f}d\u{1b}[31me\u{0}f\u{85}g");
    for text in [check.html(), check.markdown()] {
        assert!(!text.chars().any(|sign| sign.is_control() && sign != '\n'));
        assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{200f}', '\u{1b}']));
    }
}

#[test]
fn a_comment_calls_nobody_and_points_at_nothing() {
    let comment = saying("@keeper #12 [a](b) <b> $x$ | **c**").markdown();
    assert!(!comment.contains("@keeper") && !comment.contains("#12"));
    assert!(saying("keeper@example.org").markdown().contains("keeper@example.org"));
    assert!(comment.contains("\\[a\\](b) \\<b\\> \\$x\\$ \\| \\*\\*c\\*\\*"), "{comment}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_shape_of_a_page_is_not_the_documents_to_choose(words in "\\PC{1,60}") {
        // Backticks part quotations in our own sentences, which these words stand for too.
        let words = words.replace('`', "'");
        let page = saying(&words).html();
        prop_assert!(shape(&page) == shape(&saying("tame words").html()));
        prop_assert_eq!(Parsed::of(&page).errors, Vec::<String>::new());
    }
}
