//! Answers: of several aspects that an action could answer, the one it is most like.

use wsoa::assess::{ItemOutcome, Reason};

use super::{TODAY, check, read, row, rows};

#[test]
fn an_action_that_could_answer_two_aspects_answers_the_one_it_is_like() {
    let quay = "Fiddle and drum on the quay of a Sunday: the crew will practise a shanty and teach itself every verse.";
    let school = "The keeper will teach a shanty to each class of pupils in the village school, and practise with them.";
    let check = check(&rows(&[row("Gulls", quay), row("Gulls", school)]));
    assert_eq!(check.assessment.answers, [["songs.practised"], ["songs.taught"]]);
}

#[test]
fn an_action_that_is_like_nothing_accepted_answers_nothing_by_a_stray_word() {
    let stray = "Shanty: gulls, herring, tar, oakum, lead, copper, canvas, pitch, rum, and coals will be weighed; practise weighing.";
    assert_eq!(check(&rows(&[row("Gulls", stray)])).assessment.answers, [Vec::<String>::new()]);
}

#[test]
fn a_promise_that_is_rather_like_what_is_rejected_answers_nothing() {
    let beside = "Shanty to practise: a songbook in leather and gilt will be printed, hardback, and sold.";
    let check = check(&rows(&[row("Gulls", beside)]));
    assert_eq!(check.assessment.answers, [Vec::<String>::new()]);
    let aspect = check.aspect("songs.practised");
    assert_eq!(aspect.reason, Some(Reason::Neighbouring), "its words are those that were looked for");
    assert!(aspect.nearest[0].quote.contains("songbook"));
}

#[test]
fn only_firm_and_done_actions_answer() {
    for (action, answers) in [
        ("The coxswain will visit each lamp by night.", true),
        ("Each lamp has been visited by night.", true),
        ("The coxswain will continue to visit each lamp by night.", false),
        ("The board will consider visits to the lamps by night.", false),
        ("The crew does not intend to visit the lamps by night.", false),
        ("We accept that no lamp is visited by night.", false),
    ] {
        let check = check(&rows(&[row("dark lamps", action)]));
        assert_eq!(!check.assessment.answers[0].is_empty(), answers, "{action}");
        assert_eq!(check.aspect("lamp-rounds.by-night").met, answers, "{action}");
    }
}

#[test]
fn words_of_a_sentence_that_does_not_bind_answer_nothing() {
    let action = "The coxswain will mend the pier. The board will consider visits to the lamps by night.";
    let check = check(&rows(&[row("dark lamps", action)]));
    assert!(!check.aspect("lamp-rounds.by-night").met);
}

#[test]
fn a_measure_alone_answers_nothing_where_the_action_does_not_bind() {
    let plan = rows(&[[
        "dark lamps",
        "The board will consider rounds.",
        "Coxswain",
        "1 October 2031",
        "Each lamp seen by night",
    ]]);
    assert!(!check(&plan).aspect("lamp-rounds.by-night").met);
}

#[test]
fn words_that_no_example_knows_make_an_action_unlike_all_of_them() {
    let rules = wsoa::pack::Rules::embedded().unwrap();
    let inspection = rules.inspection("jtai-central-bedfordshire-2016").unwrap();
    for action in ["Feed the gulls.", "The lantern oil of the pier is to be bought from the chandler."] {
        let plan = read(&rows(&[["Gulls", action, "Coxswain", "1 May 2017", "Fat"]]));
        let statement = wsoa::statement::read(&[plan], &rules, None);
        let assessment = wsoa::assess::assess(&statement, &rules, inspection, TODAY);
        assert!(assessment.answers[0].is_empty(), "{action}: {:?}", assessment.answers);
        for item in &assessment.items {
            let ItemOutcome::Finding(outcome) = item else { continue };
            for aspect in &outcome.aspects {
                let place = format!("{action}: {}.{}", outcome.id, aspect.id);
                assert_eq!(aspect.reason, Some(Reason::NoTie), "{place}");
            }
        }
    }
}
