//! Several statements on one page.

use wsoa::report::{Failed, Outcome, html, markdown};

use super::{Parsed, check, plan};

const FAILED: Outcome<'static> =
    Outcome::Failed(Failed { files: &["old.doc"], why: "it is locked; unlock it" });

#[test]
fn an_overview_comes_first_and_links_to_each() {
    let (one, other) = (plan(), check("Nothing is planned."));
    let page = Parsed::of(&html(&[one.outcome(), FAILED, other.outcome()]));
    let overview = page.part("overview");
    assert!(overview.contains("2 of 3 findings need work; 40 days left"), "{overview}");
    assert!(overview.contains("3 of 3 findings need work; 40 days left"), "{overview}");
    assert!(overview.contains("old.doc") && overview.contains("not checked"), "{overview}");
    for id in ["s1", "s2", "s3"] {
        assert!(!page.text_of(id).is_empty());
    }
    assert!(page.part("s2").contains("it is locked; unlock it"));
}

#[test]
fn one_that_failed_is_no_page_of_a_statement() {
    let page = Parsed::of(&html(&[FAILED]));
    assert!(page.part("s1").contains("it is locked; unlock it"));
    assert!(markdown(&[FAILED]).contains("it is locked; unlock it"));
}

#[test]
fn the_comment_has_an_overview_too() {
    let (one, other) = (plan(), check("Nothing is planned."));
    let comment = markdown(&[one.outcome(), FAILED, other.outcome()]);
    assert!(comment.starts_with("# Statements of action\n"));
    assert_eq!(comment.matches("| plan.md |").count(), 2);
    assert!(comment.contains("| old.doc | ? not checked |"));
}

#[test]
fn the_title_says_how_many_of_them_were_checked() {
    let one = plan();
    let titles = |outcomes: &[Outcome<'_>]| {
        let page = Parsed::of(&html(outcomes));
        ["title", "h1"].map(|tag| page.texts(tag).swap_remove(0))
    };
    assert_eq!(titles(&[one.outcome(), one.outcome()]), ["2 written statements checked"; 2]);
    assert_eq!(titles(&[one.outcome(), FAILED]), ["1 of 2 written statements checked"; 2]);
    assert_eq!(titles(&[FAILED]), ["0 of 1 written statements checked"; 2]);
}
