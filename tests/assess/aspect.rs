//! Aspects: evidence and its place, the reason of each gap, the passages that come nearest, and how sure it is.

use wsoa::assess::{Confidence, Reason, Tie};

use super::{Check, check, check_unread, row, rows};

const ASPECT: &str = "lamp-rounds.by-night";

/// The reason of the gap and the words and reason of the nearest passage.
fn gap(check: &Check) -> (Reason, Option<(&str, Reason)>) {
    let aspect = check.aspect(ASPECT);
    assert!(!aspect.met && aspect.evidence.is_empty());
    (aspect.reason.unwrap(), aspect.nearest.first().map(|near| (near.quote.as_str(), near.why)))
}

#[test]
fn evidence_is_the_action_at_its_place_with_the_words_looked_for() {
    let action = "The coxswain will visit each lamp by night.";
    let check =
        check(&format!("# Plan\n\n{}", rows(&[row("Gulls", "Feed them."), row("dark lamps", action)])));
    let aspect = check.aspect(ASPECT);
    assert!(aspect.met && aspect.nearest.is_empty() && aspect.reason.is_none());
    let [evidence] = &aspect.evidence[..] else { panic!("{:?}", aspect.evidence) };
    assert_eq!((evidence.quote.as_str(), evidence.tie), (action, Tie::ReferenceAndWords));
    assert_eq!(
        (evidence.location.table, evidence.location.row, evidence.location.column),
        (Some(1), Some(3), Some(2))
    );
    assert_eq!(evidence.location.headings, ["Plan"]);
    let words: Vec<&str> = evidence.words.iter().map(|range| &action[range.clone()]).collect();
    assert_eq!(words, ["lamp", "night"]);
}

#[test]
fn evidence_is_at_most_three_passages_best_first() {
    let words = "The coxswain will visit each lamp by night";
    let texts: Vec<String> = (1..=5).map(|number| format!("{words}, round {number}.")).collect();
    let plan: Vec<_> =
        texts.iter().map(|text| row(if text.contains('4') { "dark lamps" } else { "Gulls" }, text)).collect();
    let check = check(&rows(&plan));
    let evidence = &check.aspect(ASPECT).evidence;
    assert_eq!(evidence.len(), 3);
    assert_eq!(evidence[0].quote, texts[3], "the row that names the finding is best");
    assert_eq!(evidence[1].quote, texts[0], "equals keep the order of the plan");
    assert_eq!(check.assessment.answers, [[ASPECT]; 5], "all are answers, shown or not");
}

#[test]
fn each_way_of_falling_short_has_its_reason() {
    for (action, reason) in [
        ("We accept that no lamp is visited by night.", Reason::OnlyRestated),
        ("The crew does not intend to visit the lamps by night.", Reason::Declined),
        ("Visits to each lamp by night will be addressed at a later date.", Reason::Deferred),
        ("Subject to funding, each lamp will be visited by night.", Reason::Conditional),
        ("The board will consider visits to the lamps by night.", Reason::Vague),
        ("The crew will continue to visit each lamp by night.", Reason::Vague),
        ("The crew will paint each lamp white.", Reason::Neighbouring),
        ("The newsletter will show each lamp by night.", Reason::Neighbouring),
    ] {
        let check = check(&rows(&[row("dark lamps", action)]));
        assert_eq!(gap(&check), (reason, Some((action, reason))), "{action}");
    }
}

#[test]
fn what_is_only_reported_as_done_is_not_enough() {
    let action = "Each lamp has been visited by night.";
    let plan = rows(&[["dark lamps", action, "Coxswain", "1 April 2031", ""]]);
    let done = check(&plan);
    assert_eq!(gap(&done), (Reason::OnlyDone, Some((action, Reason::OnlyDone))));
    assert_eq!(done.assessment.answers, [Vec::<String>::new()]);
    for goes_on in ["It is repeated each month.", "The coxswain will do so again in June."] {
        let plan = rows(&[["dark lamps", &format!("{action} {goes_on}"), "Coxswain", "1 April 2031", ""]]);
        assert!(check(&plan).aspect(ASPECT).met, "{goes_on}");
    }
    let measured = rows(&[["dark lamps", action, "Coxswain", "1 April 2031", "Lamps lit, by month"]]);
    assert!(check(&measured).aspect(ASPECT).met, "a measure shows its effect");
}

#[test]
fn a_quoted_finding_never_counts_however_it_is_quoted() {
    let finding = "Dark lamps: each lamp must be visited by night.";
    for plan in [
        format!("> {finding}\n"),
        format!("“{finding}”\n"),
        format!("- “{finding}”\n"),
        format!("Finding: {finding}\n"),
        rows(&[row(finding, "")]),
        rows(&[row(finding, "TBC")]),
        rows(&[[finding, "", "", "", ""]]),
    ] {
        let check = check(&plan);
        let (reason, nearest) = gap(&check);
        let (quote, why) = nearest.unwrap();
        assert_eq!((reason, why), (Reason::OnlyRestated, Reason::OnlyRestated), "{plan}");
        assert!(quote.contains(finding), "{quote}");
    }
}

#[test]
fn an_action_beside_the_quotation_is_nearer_than_the_quotation() {
    let check = check(&rows(&[row(
        "Dark lamps: each lamp must be visited by night.",
        "The board will consider it.",
    )]));
    assert_eq!(gap(&check).1, Some(("The board will consider it.", Reason::Vague)));
    assert_eq!(check.aspect(ASPECT).nearest.len(), 2);
}

#[test]
fn background_is_no_answer() {
    let words = "The coxswain will visit each lamp by night from 1 May 2031.";
    let check = check(&format!("## Rocks\n\nMany.\n\n## Background\n\n{words}\n"));
    assert_eq!(gap(&check), (Reason::ContextOnly, Some((words, Reason::ContextOnly))));
}

#[test]
fn prose_that_commits_nobody_is_no_answer() {
    let words = "Each lamp is a friend by night.";
    assert_eq!(gap(&check(&format!("{words}\n"))), (Reason::ContextOnly, Some((words, Reason::ContextOnly))));
}

#[test]
fn prose_that_refuses_or_puts_off_says_so() {
    for (words, reason) in [
        ("The crew does not intend to visit the lamps by night.", Reason::Declined),
        ("Visits to each lamp by night have been deferred.", Reason::Deferred),
        ("Subject to funding, each lamp might be visited by night.", Reason::Conditional),
        ("The board will consider visits to the lamps by night.", Reason::Vague),
    ] {
        assert_eq!(gap(&check(&format!("{words}\n"))), (reason, Some((words, reason))), "{words}");
    }
}

#[test]
fn superseded_text_no_longer_answers() {
    let action = "The coxswain will visit each lamp by night.";
    let check =
        check(&format!("## Rocks\n\nMany.\n\n## Superseded draft\n\n{}", rows(&[row("dark lamps", action)])));
    assert_eq!(gap(&check), (Reason::StruckOut, Some((action, Reason::StruckOut))));
}

#[test]
fn struck_out_text_does_not_answer() {
    let struck = check(&rows(&[row(
        "dark lamps",
        "~~The coxswain will visit each lamp by night.~~ The crew will sing.",
    )]));
    assert_eq!(gap(&struck).0, Reason::Neighbouring);
}

#[test]
fn deleted_text_of_a_word_file_does_not_answer_and_inserted_text_does() {
    use super::support::word::{Word, p, run};
    let change = |kind: &str, words: &str| {
        let text = run("", words);
        let text = if kind == "del" {
            text.replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
        } else {
            text
        };
        p(
            "",
            &(run("", "By 1 May 2031 the director will see the lamps")
                + &format!("<w:{kind} w:id=\"1\">{text}</w:{kind}>")
                + &run("", ".")),
        )
    };
    let deleted = super::on(Word::body(&change("del", " by night")).read(), super::TODAY);
    assert!(!deleted.aspect(ASPECT).met);
    let inserted = super::on(Word::body(&change("ins", " by night")).read(), super::TODAY);
    assert!(inserted.aspect(ASPECT).met, "{:?}", inserted.statement);
}

#[test]
fn where_nothing_speaks_of_it_there_is_no_tie() {
    assert_eq!(gap(&check(&rows(&[row("Gulls", "Feed the gulls.")]))), (Reason::NoTie, None));
}

#[test]
fn what_was_not_read_is_the_reason_of_every_gap() {
    let check =
        check_unread(&rows(&[row("dark lamps", "The board will consider visits to the lamps by night.")]));
    let (reason, nearest) = gap(&check);
    assert_eq!(reason, Reason::Unread);
    assert_eq!(
        nearest.map(|(_, why)| why),
        Some(Reason::Vague),
        "the nearest passage still says why it falls short"
    );
    assert_eq!(check.aspect(ASPECT).confidence, Confidence::Likely);
}

#[test]
fn the_nearest_are_at_most_three_and_those_with_the_words_come_first() {
    let check = check(&rows(&[
        row("dark lamps", "The crew will paint one lamp."),
        row("dark lamps", "The crew will paint two lamps."),
        row("dark lamps", "The crew will paint three lamps."),
        row("dark lamps", "The board will consider visits to the lamps by night."),
    ]));
    let nearest = &check.aspect(ASPECT).nearest;
    assert_eq!(nearest.len(), 3);
    assert_eq!((nearest[0].why, nearest[0].location.row), (Reason::Vague, Some(5)));
}

#[test]
fn an_answer_is_sure_where_it_promises_and_is_far_more_like_what_is_accepted() {
    let action = "The crew will practise a shanty on the quay with fiddle and drum each Sunday.";
    let halting = format!("{action} We will consider a second shanty in due course.");
    for (row, confidence) in [
        (["shanty", action, "Coxswain", "1 October 2031", ""], Confidence::Sure),
        (["shanty", &halting, "Coxswain", "1 October 2031", "Sung"], Confidence::Likely),
    ] {
        let check = check(&rows(&[row]));
        let aspect = check.aspect("songs.practised");
        assert!(aspect.met, "{row:?}");
        assert_eq!(aspect.confidence, confidence, "{row:?}");
    }
}

#[test]
fn an_answer_is_never_sure_where_too_few_examples_tell_what_is_like_it() {
    let row =
        ["dark lamps", "The coxswain will visit each lamp by night.", "Coxswain", "1 October 2031", "Lit"];
    let check = check(&rows(&[row]));
    assert!(check.aspect(ASPECT).met);
    assert_eq!(check.aspect(ASPECT).confidence, Confidence::Likely);
}

#[test]
fn a_gap_is_sure_where_nothing_comes_near_or_only_quotes_and_refuses() {
    for (plan, confidence) in [
        ("Gulls.\n".to_owned(), Confidence::Sure),
        (rows(&[row("frayed ropes", "Feed the gulls.")]), Confidence::Sure),
        (rows(&[row("Gulls", "Feed the gulls.")]), Confidence::Sure),
        (rows(&[row("Gulls", "The crew will paint each lamp white.")]), Confidence::Likely),
        (rows(&[row("dark lamps", "")]), Confidence::Sure),
        (
            rows(&[row("dark lamps", "The crew does not intend to visit the lamps by night.")]),
            Confidence::Sure,
        ),
        (
            rows(&[row("dark lamps", "The board will consider visits to the lamps by night.")]),
            Confidence::Likely,
        ),
        (rows(&[row("dark lamps", "The crew will paint each lamp white.")]), Confidence::Sure),
    ] {
        assert_eq!(check(&plan).aspect(ASPECT).confidence, confidence, "{plan}");
    }
}
