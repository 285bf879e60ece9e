//! The comment on a pull request.

use insta::assert_snapshot;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use wsoa::assess::ItemOutcome;

use super::{check, plan, rows};

#[test]
fn a_comment_says_the_outcome_the_items_and_the_gaps() {
    assert_snapshot!(plan().waiving("songs").unread("a picture was not read").markdown(), @r#"
    ## 1 of 3 findings needs work, 1 is waived; 40 days left

    **Visit to the lights of Gull Rock**

    Statement: plan.md. Checked for 1 May 2031.

    Of 3 findings, 1 is answered, 1 is answered in part and 1 is not answered.

    The statement is due on 10 June 2031: 40 days are left.

    One part of the statement could not be read; what it says is not counted here.

    1 agency that the letter names owns no action: the Local Safeguarding Children Board.

    None of the 5 demands on the statement itself is fully met:

    - One statement, drawn together by the council
    - Every finding has an answer
    - Every agency owns an action
    - Some actions are joint, some are one agency's
    - The statement reaches the mailbox in time

    Of its 3 actions, 1 is due by the day the statement is due, 1 is due after the statement is due and 1 has a date that names no day. 1 names no owner.

    Of 5 aspects, 2 verdicts are likely, not sure, and undecided: a person must read their passages.

    One item is waived by a person's decision; it is checked and shown all the same:

    - Shanties are kept alive, by The Harbour Master

    There are also 5 smaller matters.

    | Item | Verdict | Found |
    |---|---|---|
    | Lamps are looked at by night | ◐ partial | 1 of 2 met |
    | One statement, drawn together by the council | ✗ unaddressed | nowhere does it say that it is the coordinated written statement, nor who coordinates it |
    | Ropes are counted | ✓ addressed | 1 of 1 met |
    | Shanties are kept alive | ✗ unaddressed, waived | 0 of 2 met |
    | Every finding has an answer | ◐ partial | 1 of 3 findings are answered in full |
    | Every agency owns an action | ◐ partial | no action is owned by the Local Safeguarding Children Board |
    | Some actions are joint, some are one agency's | ◐ partial | 0 actions are owned by several agencies, 2 by one |
    | The statement reaches the mailbox in time | ◐ partial | due on 2031-06-10, 40 days left; the statement does not say that it goes to lights@example.org, nor when |

    ### What is not fully answered

    #### ◐ partial: Lamps are looked at by night

    In the letter: What must improve, bullet 1

    - **Not met**: Sights written down (sure)
      - Table 1, row 2, Action (line 3): "The sergeant will visit each lamp by night." (this speaks of a neighbouring matter)
      - Table 1, row 2, column 1 (line 3): "dark lamps" (this only repeats what the inspectors wrote)

    #### ✗ unaddressed: One statement, drawn together by the council

    - Found: nowhere does it say that it is the coordinated written statement, nor who coordinates it
    - What to do: say so in the opening of the statement

    #### ✗ unaddressed, waived: Shanties are kept alive

    In the letter: What must improve, bullet 3

    - **Not met**: Practice (sure)
      - Nothing in the statement comes near it.
    - **Not met**: Lessons (sure)
      - Nothing in the statement comes near it.

    #### ◐ partial: Every finding has an answer

    - Found: 1 of 3 findings are answered in full

    #### ◐ partial: Every agency owns an action

    - Found: no action is owned by the Local Safeguarding Children Board
    - What to do: ask the agency for its contribution, or name the post that owns its share of a joint action

    #### ◐ partial: Some actions are joint, some are one agency's

    - Found: 0 actions are owned by several agencies, 2 by one
    - What to do: say so in the opening of the statement

    #### ◐ partial: The statement reaches the mailbox in time

    - Found: due on 2031-06-10, 40 days left; the statement does not say that it goes to lights@example.org, nor when
    - What to do: say so in the opening of the statement

    ### What people decided

    - Waived: Shanties are kept alive, by The Harbour Master on 2 April 2031, until 31 December 2031: the harbour board answers for it

    ### Not read

    - a picture was not read (page 3)

    ### Smaller matters

    | How many | What | Code |
    |---|---|---|
    | 1 | an action names nobody | action-without-owner |
    | 1 | an action has a date that names no day | date-vague |
    | 1 | an action does not say how success is known | action-without-measure |
    | 1 | nothing in the statement hears children, parents or carers | voice-absent |
    | 1 | nobody signs the statement off | sign-off-absent |

    wsoa 0.1.0 · rules visit-gull-rock-2031, resting on: invented letter
    "#);
}

#[test]
fn a_comment_is_never_longer_than_github_takes_and_says_what_it_leaves_out() {
    let whole = plan();
    let many: Vec<_> = std::iter::repeat_n(whole.outcome(), 60).collect();
    let comment = wsoa::report::markdown(&many);
    assert!(comment.chars().count() <= 65_536);
    assert!(comment.len() > 60_000);
    let last = comment.lines().last().unwrap();
    assert!(
        last.starts_with("**Left out, since a comment may have no more than 65536 characters:**"),
        "{last}"
    );
    assert!(!whole.markdown().contains("Left out"));
}

#[test]
fn nothing_stands_behind_what_a_comment_leaves_out() {
    let mut long = plan();
    for item in &mut long.assessment.items {
        if let ItemOutcome::NextStep(step) = item {
            step.note = "gulls ".repeat(if step.id == "every-agency" { 12_000 } else { 1 });
        }
    }
    let comment = long.markdown();
    assert!(!comment.contains("### Smaller matters"), "it stands behind a table that is left out");
    let last = comment.lines().last().unwrap();
    for name in ["a table of items (1)", "a gap (7)", "the smaller matters (1)", "what it was made by (1)"] {
        assert!(last.contains(name), "{last}");
    }
}

#[test]
fn a_comment_reads_as_markdown() {
    let comment = plan().markdown();
    let events: Vec<Event<'_>> = Parser::new_ext(&comment, Options::ENABLE_TABLES).collect();
    let tables = events.iter().filter(|event| matches!(event, Event::Start(Tag::Table(_)))).count();
    assert_eq!(tables, 2);
    let first = events.first().unwrap();
    assert!(matches!(first, Event::Start(Tag::Heading { level: HeadingLevel::H2, .. })), "{first:?}");
    assert!(!events.iter().any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_))));
}

#[test]
fn a_statement_that_answers_everything_has_no_gaps_to_show() {
    let text = check(&rows(&[])).markdown();
    assert!(text.contains("### What is not fully answered"));
    let mut all = plan();
    all.assessment.items.retain(|item| item.verdict() == wsoa::assess::Verdict::Addressed);
    assert!(!all.markdown().contains("### What is not fully answered"));
}
