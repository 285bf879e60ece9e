//! The outcome in short: sentences that say what is so, and nothing else.

use insta::assert_snapshot;
use jiff::civil::date;
use wsoa::assess::{Confidence, Reviewed, Suspicion};

use super::{Check, check, check_on, plan, rows};

fn brief(check: &Check) -> String {
    check.page().part("in-short")
}

#[test]
fn a_plan_with_gaps_says_what_matters_first() {
    assert_snapshot!(brief(&plan()), @"
    In short
    Of 3 findings, 1 is answered, 1 is answered in part and 1 is not answered.
    The statement is due on 10 June 2031: 40 days are left.
    Begin with this finding, which no committed action answers:
    Shanties are kept alive
    1 agency that the letter names owns no action: the Local Safeguarding Children Board.
    None of the 5 demands on the statement itself is fully met:
    One statement, drawn together by the council
    Every finding has an answer
    Every agency owns an action
    Some actions are joint, some are one agency's
    The statement reaches the mailbox in time
    Of its 3 actions, 1 is due by the day the statement is due, 1 is due after the statement is due and 1 has a date that names no day. 1 names no owner.
    Of 5 aspects, 2 verdicts are likely, not sure, and undecided: a person must read their passages.
    There are also 5 smaller matters.
    ");
}

#[test]
fn a_statement_without_actions_says_so() {
    assert_snapshot!(brief(&check("Nothing is planned.")), @"
    In short
    None of the 3 findings is answered.
    The statement is due on 10 June 2031: 40 days are left.
    Begin with these 3 findings, which no committed action answers:
    Lamps are looked at by night
    Ropes are counted
    Shanties are kept alive
    3 agencies that the letter names own no action: health services, the police and the Local Safeguarding Children Board.
    None of the 5 demands on the statement itself is fully met:
    One statement, drawn together by the council
    Every finding has an answer
    Every agency owns an action
    Some actions are joint, some are one agency's
    The statement reaches the mailbox in time
    No action was found in the statement.
    ");
}

#[test]
fn waivers_and_what_was_not_read_are_told() {
    let check = plan().waiving("songs").unread("a picture was not read").unread("a drawing was not read");
    assert_snapshot!(brief(&check), @"
    In short
    Of 3 findings, 1 is answered, 1 is answered in part and 1 is not answered.
    The statement is due on 10 June 2031: 40 days are left.
    2 parts of the statement could not be read; what they say is not counted here.
    1 agency that the letter names owns no action: the Local Safeguarding Children Board.
    None of the 5 demands on the statement itself is fully met:
    One statement, drawn together by the council
    Every finding has an answer
    Every agency owns an action
    Some actions are joint, some are one agency's
    The statement reaches the mailbox in time
    Of its 3 actions, 1 is due by the day the statement is due, 1 is due after the statement is due and 1 has a date that names no day. 1 names no owner.
    Of 5 aspects, 2 verdicts are likely, not sure, and undecided: a person must read their passages.
    One item is waived by a person's decision; it is checked and shown all the same:
    Shanties are kept alive, by The Harbour Master
    There are also 5 smaller matters.
    ");
}

#[test]
fn decisions_are_counted_with_those_that_no_longer_hold() {
    let mut check = plan();
    let decided = |suspicion| {
        Some(Reviewed {
            met: true,
            by: "The Keeper".to_owned(),
            on: date(2031, 4, 30),
            why: String::new(),
            rules_said: String::new(),
            suspicion,
        })
    };
    let finding = check.finding("lamp-rounds");
    finding.aspects[0].reviewed = decided(None);
    assert!(brief(&check).contains("A person decided 1 aspect, and the decision holds."));
    let words = Suspicion { says: "the words are gone", words: String::new(), now: None };
    check.finding("lamp-rounds").aspects[1].reviewed = decided(Some(words));
    assert!(
        brief(&check)
            .contains("People decided 2 aspects; the words of 1 have changed, so it must be decided again.")
    );
}

#[test]
fn only_what_is_likely_and_undecided_is_left_to_read() {
    let mut check = plan();
    for id in ["lamp-rounds", "rope-store", "songs"] {
        check.finding(id).aspects.iter_mut().for_each(|aspect| aspect.confidence = Confidence::Sure);
    }
    assert!(!brief(&check).contains("a person must read"));
    check.finding("songs").aspects[0].confidence = Confidence::Likely;
    assert!(
        brief(&check)
            .contains("1 verdict is likely, not sure, and undecided: a person must read its passages")
    );
}

#[test]
fn the_time_that_is_left_is_counted_to_the_day() {
    let on = |day| {
        brief(&check_on(&rows(&[]), day)).lines().find(|line| line.contains("statement")).unwrap().to_owned()
    };
    assert_snapshot!(
        [date(2031, 6, 1), date(2031, 6, 9), date(2031, 6, 10), date(2031, 6, 11)].map(on).join("\n"),
        @"
    The statement is due on 10 June 2031: 9 days are left.
    The statement is due on 10 June 2031: 1 day is left.
    The statement is due today, 10 June 2031.
    The statement was due on 10 June 2031, 1 day before the day of this check.
    "
    );
}

#[test]
fn one_verdict_for_all_is_said_of_all() {
    use wsoa::assess::Verdict::{Addressed, CannotTell, Partial, Unaddressed};
    let lead = |verdict, findings: usize| {
        let mut check = plan();
        let mut kept = 0;
        check.assessment.items.retain(|item| {
            kept += usize::from(matches!(item, wsoa::assess::ItemOutcome::Finding(_)));
            kept <= findings
        });
        for id in ["lamp-rounds", "rope-store", "songs"].iter().take(findings) {
            check.finding(id).verdict = verdict;
        }
        brief(&check).lines().nth(1).unwrap().to_owned()
    };
    let all = |findings| {
        [Addressed, Partial, Unaddressed, CannotTell].map(|verdict| lead(verdict, findings)).join("\n")
    };
    assert_snapshot!([1, 2, 3].map(all).join("\n"), @"
    The one finding is answered.
    The one finding is answered in part.
    The one finding is not answered.
    The one finding cannot be judged, since part of the statement could not be read.
    Both findings are answered.
    Both findings are answered in part.
    Neither finding is answered.
    Neither finding can be judged, since part of the statement could not be read.
    All 3 findings are answered.
    All 3 findings are answered in part.
    None of the 3 findings is answered.
    None of the 3 findings can be judged, since part of the statement could not be read.
    ");
}
