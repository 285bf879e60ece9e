//! What is still owed where findings are waived: no report asks for more than a check fails by.

use jiff::civil::date;
use wsoa::assess::{Confidence, Reviewed};
use wsoa::report::{Look, junit, terminal};

use super::{Check, plan};

/// How the test of an item ends in JUnit XML: by the element in it.
fn ends(check: &Check, id: &str) -> String {
    let xml = junit(&[check.outcome()]);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let mut tests = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let test = tests.find(|test| test.attribute("name").unwrap().starts_with(id)).unwrap();
    test.first_element_child().unwrap().tag_name().name().to_owned()
}

#[test]
fn the_demand_that_findings_be_answered_is_owed_while_one_of_them_is() {
    let some = plan().waiving("songs");
    assert_eq!(ends(&some, "every-finding"), "failure");
    assert!(some.markdown().contains("#### ◐ partial: Every finding has an answer"));
    let all = some.waiving("lamp-rounds");
    assert_eq!(ends(&all, "every-finding"), "skipped");
    assert_eq!(ends(&all, "every-agency"), "failure", "other demands stand for themselves");
    assert!(!all.markdown().contains("#### ◐ partial: Every finding has an answer"));
    assert!(all.markdown().contains("#### ✗ unaddressed, waived: Shanties are kept alive"));
    assert!(
        all.page().part("in-short").contains("Of 5 demands on the statement itself, 4 are not fully met:")
    );
}

#[test]
fn aspects_of_waived_findings_need_not_be_read() {
    let mut check = plan();
    for id in ["lamp-rounds", "rope-store", "songs"] {
        check.finding(id).aspects.iter_mut().for_each(|aspect| aspect.confidence = Confidence::Likely);
    }
    check.finding("rope-store").aspects[0].reviewed = Some(Reviewed {
        met: true,
        by: "The Keeper".to_owned(),
        on: date(2031, 4, 30),
        why: String::new(),
        rules_said: String::new(),
        suspicion: None,
    });
    let look = Look { colour: false, width: 100, quiet: true, plain: true };
    let counts = |check: &Check, open: usize| {
        let brief = check.page().part("in-short");
        assert!(brief.contains(&format!("Of 5 aspects, {open} verdicts are likely")), "{brief}");
        let shown = terminal(&[check.outcome()], look);
        assert!(shown.contains(&format!("likely aspects not decided: {open}\n")), "{shown}");
    };
    counts(&check, 4);
    counts(&check.waiving("songs"), 2);
}
