//! Each item of the letter: its verdict, its passages, what people decided, and what to do.

use insta::assert_snapshot;
use jiff::civil::date;
use wsoa::assess::{Code, Reviewed, Suspicion};
use wsoa::document::Location;

use super::{inspection, plan};

#[test]
fn an_item_says_what_was_asked_what_was_found_and_what_to_do() {
    let page = plan().page();
    let items = page.texts("article");
    assert_snapshot!(items[0], @"
    ◐ partial
    Lamps are looked at by night
    Finding lamp-rounds · in the letter: What must improve, bullet 1 · concerns the police
    ✓ met Lamps visited by night (likely: a person should read this)
    The sergeant will visit each lamp by night.
    Table 1, row 2, Action (line 3) · its place names the finding, its words the matter
    ✗ not met Sights written down (sure)
    The nearest passages:
    The sergeant will visit each lamp by night.
    Table 1, row 2, Action (line 3) · this speaks of a neighbouring matter
    dark lamps
    Table 1, row 2, column 1 (line 3) · this only repeats what the inspectors wrote
    Why, and what to do
    The action stands under this finding, or speaks of its subject, but does something else than the aspect asks. Add what is missing.
    ");
}

#[test]
fn items_stand_in_the_order_of_the_letter() {
    let check = plan();
    let page = check.page();
    let ids: Vec<String> = check.assessment.items.iter().map(|item| format!("item_{}", item.id())).collect();
    let shown: Vec<&String> =
        page.all("article").map(|article| &article.attributes["aria-labelledby"]).collect();
    assert_eq!(shown, ids.iter().collect::<Vec<_>>());
}

#[test]
fn a_waiver_says_who_why_and_until_when() {
    let text = plan().waiving("songs").page().part("items");
    let line = text.lines().find(|line| line.starts_with("Waived")).unwrap();
    assert_snapshot!(line, @"Waived by The Harbour Master on 2 April 2031, until 31 December 2031: the harbour board answers for it");
}

#[test]
fn what_is_wrong_with_a_waiver_is_said_at_its_item() {
    let mut check = plan();
    for item in ["songs", "sent"] {
        let mut expired = check.diagnostics[0].clone();
        expired.code = Code::WaiverExpired;
        expired.item = Some(item.to_owned());
        expired.message = format!("the waiver of `{item}` is over");
        expired.help = "have it decided again".to_owned();
        check.diagnostics.push(expired);
    }
    for item in ["songs", "sent"] {
        let said = format!("the waiver of {item} is over. What to do: have it decided again");
        assert!(check.page().part("items").contains(&said), "{item}");
    }
    let comment = check.markdown();
    assert!(comment.contains("is over (waiver-expired): have it decided again"), "{comment}");
}

#[test]
fn a_decision_that_no_longer_holds_says_what_changed() {
    let mut check = plan();
    let now = Location { text: "Table 1, row 4".to_owned(), ..Location::default() };
    check.finding("rope-store").aspects[0].reviewed = Some(Reviewed {
        met: false,
        by: "The Keeper".to_owned(),
        on: date(2031, 4, 30),
        why: "nobody counts".to_owned(),
        rules_said: "met".to_owned(),
        suspicion: Some(Suspicion {
            says: "the words it rests on are no longer there",
            words: "Ropes are weighed.".to_owned(),
            now: Some(("Ropes are counted.".to_owned(), now)),
        }),
    });
    let text = check.page().part("items");
    let line = text.lines().find(|line| line.starts_with("Decided before")).unwrap();
    assert_snapshot!(line, @"Decided before, to be decided again: not met, by The Keeper on 30 April 2031: nobody countsthe words it rests on are no longer there: Ropes are weighed.; now Table 1, row 4: Ropes are counted.");
}

#[test]
fn the_words_that_the_rule_found_are_marked() {
    let page = plan().page();
    let marked: Vec<&str> = page.all("mark").map(|piece| piece.text.as_str()).collect();
    assert!(marked.iter().any(|words| words.contains("rope")), "{marked:?}");
}

#[test]
fn what_an_item_asks_is_known_by_its_id() {
    assert_eq!(inspection().asks("songs"), Some("Shanties are kept alive"));
    assert_eq!(inspection().asks("every-finding"), Some("Every finding has an answer"));
    assert_eq!(inspection().asks("no-such-item"), None);
}
