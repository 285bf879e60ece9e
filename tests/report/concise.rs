//! A line a problem: what was not read and what is but drafted is said too.

use wsoa::pack::Inspection;
use wsoa::report::{Outcome, Report, concise};

use crate::checked::{Checked, QUAY, inspection, quay};

#[test]
fn what_was_not_read_is_a_line_and_counted() {
    let picture = Checked::with_picture("quay.md", QUAY);
    let text = concise(&[picture.outcome(), quay().outcome()]);
    let unread: Vec<&str> = text.lines().filter(|line| line.contains("not-read")).collect();
    assert_eq!(unread, ["quay.md: page 2: warning[not-read]: the picture may hold text"]);
    let last = text.lines().last().unwrap();
    assert!(last.ends_with(", 1 waived, 1 not read"), "{last}");
    assert!(!concise(&[quay().outcome()]).contains("not read"));
}

#[test]
fn the_last_line_says_that_rules_are_a_draft() {
    let checked = quay();
    let draft = Inspection { draft: true, ..inspection().clone() };
    let drafted = Outcome::Checked(Report { inspection: &draft, ..checked.report() });
    let said = "Verdicts rest on rules drafted from the letter and are likely at best";
    assert_eq!(concise(&[checked.outcome(), drafted]).lines().last(), Some(said));
    assert!(!concise(&[checked.outcome()]).contains(said));
}
