//! What holds of any decision: it decides its own aspect and no other, and does not outlive a change of its words.

use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::date;
use proptest::prelude::*;
use wsoa::assess::{Assessment, ItemOutcome, Verdict, assess};
use wsoa::document::{Document, Limits, Location, Unread, markdown};
use wsoa::pack::{Inspection, Rules};
use wsoa::review::{Answer, Decision, Question, Review, Shown, State, Written, questions};
use wsoa::statement::{self, Statement};

use crate::desk::{PACK, RULES, rota};

fn rules() -> &'static Rules {
    static LOADED: OnceLock<Rules> = OnceLock::new();
    LOADED.get_or_init(|| Rules::from_dir(Path::new(RULES)).unwrap())
}

fn inspection() -> &'static Inspection {
    rules().inspection(PACK).unwrap()
}

fn assessed(draft: &str) -> (Statement, Assessment) {
    of(markdown::read("plan.md", draft, &Limits::default()).unwrap())
}

fn of(document: Document) -> (Statement, Assessment) {
    let statement = statement::read(&[document], rules(), None);
    let assessment = assess(&statement, rules(), inspection(), date(2031, 5, 3));
    (statement, assessment)
}

/// A plan of these actions.
fn draft(actions: &[String]) -> String {
    crate::desk::markdown(&actions.iter().map(|action| rota(action)).collect::<Vec<_>>())
}

/// Returns each question with a decision for every way to answer it.
fn decisions(statement: &Statement, assessment: &Assessment) -> Vec<Decision> {
    let none = Review { held: Vec::new() };
    let asked = questions(&none, statement, rules(), inspection(), assessment);
    let of = |question: &Question<'_>, answer: Answer, shown: &[Shown]| Decision {
        item: question.finding.id.clone(),
        aspect: question.aspect.id.clone(),
        answer,
        rests: shown.iter().map(|shown| shown.rest.clone()).collect(),
        by: "a clerk".to_owned(),
        on: date(2031, 5, 2),
        why: "so".to_owned(),
        rules_said: question.rules_say.clone(),
    };
    let all = asked.iter().flat_map(|question| {
        let met = question.shown.chunks(1).map(|one| of(question, Answer::Met, one));
        met.chain([of(question, Answer::NotMet, &question.shown)]).collect::<Vec<_>>()
    });
    all.collect()
}

fn state(decision: &Decision, draft: &str) -> State {
    let (statement, assessment) = assessed(draft);
    let written = Written::new("review.toml", PACK).with(decision).unwrap();
    Review::of(written.decisions(), &statement, rules(), &assessment).held[0].state.clone()
}

/// Returns each aspect by name with all that is said of it.
fn aspects(assessment: &Assessment) -> Vec<(String, String)> {
    let findings = assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::Finding(finding) => Some(finding),
        ItemOutcome::NextStep(_) => None,
    });
    findings
        .flat_map(|finding| {
            finding.aspects.iter().map(|one| (format!("{}.{}", finding.id, one.id), format!("{one:?}")))
        })
        .collect()
}

/// Actions near the aspects of the inspection, each a sentence or two.
fn action() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "Publish a rota with two names for every night.",
        "The night rota will be read out each Friday.",
        "Calling back within the hour waits for the review next year.",
        "The desk officer will ring back inside the hour.",
        "The clerk will enter each letter in the post book.",
        "Count the lamps.",
        "Subject to funding a bell is bought.",
    ]);
    prop::collection::vec(sentence, 1..3).prop_map(|sentences| sentences.join(" "))
}

/// Words that an edit may put in: some that turn a promise, some that do not.
fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["may", "not", "never", "some", "2", "largely", "lamps", "the", "considered"])
        .prop_map(str::to_owned)
}

/// One edit of the words of an action, none of which leaves them as they were.
fn edited(action: &str, at: prop::sample::Index, new: &str, kind: u8) -> Option<String> {
    let mut words: Vec<String> = action.split(' ').map(str::to_owned).collect();
    let at = at.index(words.len());
    let plain = |word: &str| word.trim_matches('.').to_lowercase();
    match kind {
        // Behind the last word a new one would be a sentence of its own.
        0 => words.insert(at, new.to_owned()),
        1 if plain(&words[at]) != new => {
            let end = if words[at].ends_with('.') { "." } else { "" };
            words[at] = format!("{new}{end}");
        }
        2 if words.len() > 1 => drop(words.remove(at)),
        3 if at + 1 < words.len() && plain(&words[at]) != plain(&words[at + 1]) => words.swap(at, at + 1),
        _ => return None,
    }
    Some(words.join(" "))
}

#[test]
fn what_is_unread_stays_open_when_what_is_read_is_turned_down() {
    let draft = draft(&["Publish a rota with two names for every night.".to_owned()]);
    let mut document = markdown::read("plan.md", &draft, &Limits::default()).unwrap();
    let unread = Unread { what: "a picture was not read".to_owned(), location: Location::default() };
    document.unread.push(unread);
    let (statement, mut assessment) = of(document);
    let decisions = decisions(&statement, &assessment);
    let turned_down = decisions.iter().find(|one| one.aspect == "rota" && one.answer == Answer::NotMet);
    let written = Written::new("review.toml", PACK).with(turned_down.unwrap()).unwrap();
    let review = Review::of(written.decisions(), &statement, rules(), &assessment);
    assert_eq!(assessment.items[0].verdict(), Verdict::CannotTell, "one of two aspects is met");
    review.apply(&mut assessment, &statement, rules(), inspection());
    assert_eq!(assessment.items[0].verdict(), Verdict::CannotTell);
    assert!(aspects(&assessment)[0].1.contains("met: false"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_decision_changes_its_own_aspect_and_no_other(actions in prop::collection::vec(action(), 1..6)) {
        let (statement, assessment) = assessed(&draft(&actions));
        for decision in decisions(&statement, &assessment) {
            let written = Written::new("review.toml", PACK).with(&decision).unwrap();
            let review = Review::of(written.decisions(), &statement, rules(), &assessment);
            prop_assert_eq!(&review.held[0].state, &State::Holds, "what was just read holds: {:?}", decision);
            let mut applied = assessment.clone();
            review.apply(&mut applied, &statement, rules(), inspection());
            for (before, after) in aspects(&assessment).iter().zip(aspects(&applied)) {
                if before.0 == decision.about() {
                    let met = format!("met: {}", decision.answer == Answer::Met);
                    prop_assert!(after.1.contains(&met), "{:?} {}", decision, after.1);
                } else {
                    prop_assert_eq!(before, &after);
                }
            }
            for (before, after) in assessment.answers.iter().zip(&applied.answers) {
                let others = |names: &[String]| {
                    names.iter().filter(|name| **name != decision.about()).cloned().collect::<Vec<_>>()
                };
                prop_assert_eq!(others(before), others(after));
            }
        }
    }

    #[test]
    fn a_decision_does_not_outlive_a_change_of_its_words(
        actions in prop::collection::vec(action(), 1..5),
        at in any::<prop::sample::Index>(),
        new in word(),
        kind in 0_u8..4,
    ) {
        let (statement, assessment) = assessed(&draft(&actions));
        for decision in decisions(&statement, &assessment) {
            // Words that stand twice still stand when one of the two is changed.
            let rests: Vec<&str> = decision.rests.iter().map(|rest| rest.words.as_str()).collect();
            let edits: Vec<Vec<String>> = rests.iter().filter_map(|words| {
                let new = edited(words, at, &new, kind)?;
                let change = |action: &String| action.replace(words, &new);
                Some(actions.iter().map(change).collect())
            }).collect();
            for changed in edits {
                if changed != actions {
                    let state = state(&decision, &draft(&changed));
                    prop_assert!(state != State::Holds, "{:?} in {:?}", decision, changed);
                }
            }
        }
    }

    #[test]
    fn a_decision_does_not_hang_on_the_order_of_the_rows(actions in prop::collection::vec(action(), 1..5)) {
        let (statement, assessment) = assessed(&draft(&actions));
        for decision in decisions(&statement, &assessment) {
            let turned: Vec<String> = actions.iter().rev().map(|action| format!("7. {action}")).collect();
            prop_assert_eq!(state(&decision, &draft(&turned)), State::Holds);
        }
    }

    #[test]
    fn any_file_is_read_or_refused(text in prop_oneof![
        any::<String>(),
        "(pack = \"a\"\n|\\[\\[decision\\]\\]\n|item = \"a\"\n|aspect = \"b\"\n|on = 2031-05-02\n|decision = \"not-met\"\n|passages = \\[\\]\n|[\\[\\]\"=#{},]){0,12}",
    ]) {
        if let Ok(written) = Written::read("review.toml", &text) {
            prop_assert_eq!(written.text(), text);
        }
    }

    #[test]
    fn what_is_written_is_read_again(by in any::<String>(), why in any::<String>(), words in "[a-z]{1,9}\\PC*") {
        let rest = wsoa::review::Rest { words: words.clone(), place: why.clone(), ..Default::default() };
        let decision = Decision {
            item: "night-desk".to_owned(),
            aspect: "rota".to_owned(),
            answer: Answer::Met,
            rests: vec![rest],
            by,
            on: date(2031, 5, 2),
            why,
            rules_said: words,
        };
        match Written::new("review.toml", PACK).with(&decision) {
            Ok(written) => {
                prop_assert_eq!(&written.decisions().all[0], &decision);
                let twice = written.with(&decision).unwrap();
                prop_assert_eq!(twice.text(), written.text());
            }
            // White space alone says nothing.
            Err(problems) => prop_assert!(decision.by.trim().is_empty() || decision.why.trim().is_empty(), "{}", problems),
        }
    }
}
