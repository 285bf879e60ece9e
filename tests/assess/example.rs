//! Examples: a rule author's sentences, judged as statements are.

use wsoa::assess::{ExampleJudge, Judgement};
use wsoa::statement::Standing;

use super::{check, inspection, row, rows, rules};

fn judge(text: &str) -> Judgement {
    ExampleJudge::new(rules(), inspection()).judge(0, 0, text).unwrap()
}

#[test]
fn an_example_meets_by_its_words_or_is_told_or_neither() {
    let outcomes = |text: &str| {
        let judgement = judge(text);
        (judgement.answers, judgement.met, judgement.told, judgement.refused)
    };
    assert_eq!(outcomes("The coxswain will visit each lamp by night."), (true, true, true, false));
    assert_eq!(outcomes("The coxswain will go by night."), (true, false, true, false));
    assert_eq!(outcomes("The coxswain will paint each lamp."), (false, false, false, false));
    assert_eq!(outcomes("The newsletter will show each lamp by night."), (false, true, true, true));
}

#[test]
fn sentences_that_bind_nobody_are_dropped() {
    let judgement = judge("The crew will paint. The board will consider the lamps by night.");
    assert_eq!(judgement.kept, "The crew will paint.");
    let dropped: Vec<_> =
        judgement.dropped.iter().map(|sentence| (sentence.text.as_str(), sentence.standing)).collect();
    assert_eq!(dropped, [("The board will consider the lamps by night.", Standing::Vague)]);
    assert!(!judgement.answers && !judgement.met && !judgement.told);
}

#[test]
fn an_example_and_an_action_are_judged_alike() {
    for text in [
        "The coxswain will visit each lamp by night.",
        "The board will consider the lamps by night.",
        "The newsletter will show each lamp by night.",
        "The coxswain will paint each lamp.",
    ] {
        assert_eq!(
            check(&rows(&[row("Gulls", text)])).aspect("lamp-rounds.by-night").met,
            judge(text).answers,
            "{text}"
        );
    }
}
