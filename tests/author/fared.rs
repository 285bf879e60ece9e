//! How actions fared: the same that the verdicts say, and every way of falling short by its name.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use wsoa::assess::{Assessor, Bond, Fared, Fate, ItemOutcome, Ruling, Tie};
use wsoa::document::{Limits, markdown};
use wsoa::pack::{self, Inspection, Rules, Source};
use wsoa::statement::{self, Standing, Statement};

use super::{AS_OF, BEDFORDSHIRE, read, statements};

#[test]
fn an_action_is_said_to_answer_where_the_assessment_says_so_and_nowhere_else() {
    let rules = Rules::embedded_for(Some(BEDFORDSHIRE)).unwrap();
    let inspection = rules.inspection(BEDFORDSHIRE).unwrap();
    let assessor = Assessor::new(&rules, inspection);
    let (mut answered, mut all) = (0, 0);
    for path in statements() {
        let statement = statement::read(&read(&path), &rules, inspection.published);
        let assessment = assessor.assess(&statement, AS_OF);
        let why = assessor.why(&statement);
        for finding in &inspection.findings {
            for aspect in &finding.aspects {
                let id = format!("{}.{}", finding.id, aspect.id);
                let fared = why.fared(&finding.id, &aspect.id).unwrap();
                all += fared.len();
                assert_eq!(fared.len(), statement.actions.len(), "each action once");
                let said: BTreeSet<usize> =
                    fared.iter().filter(|one| one.fate.is_answered()).map(|one| one.action).collect();
                let answers = assessment.answers.iter().enumerate();
                let counted: BTreeSet<usize> =
                    answers.filter(|(_, answers)| answers.contains(&id)).map(|(action, _)| action).collect();
                assert_eq!(said, counted, "{}: {id}", path.display());
                answered += said.len();
                let outcome = assessment.items.iter().find_map(|item| match item {
                    ItemOutcome::Finding(outcome) if outcome.id == finding.id => {
                        outcome.aspects.iter().find(|outcome| outcome.id == aspect.id)
                    }
                    _ => None,
                });
                let outcome = outcome.unwrap();
                assert_eq!(outcome.met, !said.is_empty(), "{}: {id}", path.display());
                if let (Some(best), Some(first)) = (outcome.evidence.first(), fared.first()) {
                    let action = &statement.actions[first.action];
                    assert_eq!((&action.text, &action.location), (&best.quote, &best.location), "{id}");
                    assert_eq!(first.fate, Fate::Answered { tie: best.tie }, "{id}");
                }
            }
        }
    }
    assert!(answered > 100 && all > 10 * answered, "both are common: {answered} of {all}");
}

/// The language that ships in the binary, with an invented inspection.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut sources = pack::embedded();
        sources.retain(|source| !source.name.contains("/inspections/"));
        let text = include_str!("../assess/rules/visit-gull-rock-2031.toml");
        sources.push(Source::new("rules/inspections/visit-gull-rock-2031.toml", text));
        pack::load(sources).unwrap()
    })
}

fn inspection() -> &'static Inspection {
    rules().inspection("visit-gull-rock-2031").unwrap()
}

/// A plan of rows: finding, action, measure.
fn plan(rows: &[[&str; 3]]) -> Statement {
    let mut words = "| Finding | Action | Lead | By when | Measure |\n|---|---|---|---|---|\n".to_owned();
    for [finding, action, measure] in rows {
        words.push_str(&format!("| {finding} | {action} | Sergeant | 1 October 2031 | {measure} |\n"));
    }
    let document = markdown::read("plan.md", &words, &Limits::default()).unwrap();
    statement::read(&[document], rules(), inspection().published)
}

/// Returns how the only action of a plan fared.
fn one(aspect: &str, finding: &str, action: &str, measure: &str) -> Fared {
    let statement = plan(&[[finding, action, measure]]);
    let assessor = Assessor::new(rules(), inspection());
    let (item, aspect) = aspect.split_once('.').unwrap();
    let mut fared = assessor.why(&statement).fared(item, aspect).unwrap();
    assert_eq!(fared.len(), 1);
    fared.remove(0)
}

#[test]
fn every_fate_has_its_name() {
    let by_night = |finding: &str, action: &str, measure: &str| {
        one("lamp-rounds.by-night", finding, action, measure).fate
    };
    let visits = "The coxswain will visit each lamp by night.";
    assert_eq!(by_night("dark lamps", visits, "All"), Fate::Answered { tie: Tie::ReferenceAndWords });
    assert_eq!(by_night("Gulls", visits, "All"), Fate::Answered { tie: Tie::Words });
    assert_eq!(by_night("Gulls", "Each lamp has been visited by night.", ""), Fate::OnlyDone);
    let done = by_night("Gulls", "Each lamp has been visited by night.", "All by month");
    assert_eq!(done, Fate::Answered { tie: Tie::Words });
    assert_eq!(by_night("Gulls", "The board will consider the lamps by night.", "All"), Fate::NotCommitted);
    let beside = "The coxswain will mend the pier. The board will consider visits to the lamps by night.";
    assert_eq!(by_night("Gulls", beside, "All"), Fate::NotCommitted, "the words lie in what does not bind");
    assert_eq!(by_night("Gulls", "The board will consider gulls.", "All"), Fate::NoTie);
    assert_eq!(by_night("Gulls", "The coxswain will mend the pier.", "All"), Fate::NoTie);
    let newsletter = "The newsletter will show each lamp by night.";
    assert_eq!(by_night("Gulls", newsletter, "All"), Fate::RuledOut { by: Ruling::Words });
}

#[test]
fn what_is_beside_the_point_is_told_from_what_is_nearer_elsewhere() {
    let practised = |action: &str| one("songs.practised", "Gulls", action, "Fat");
    let songbook = "Shanty to practise: a songbook in leather and gilt will be printed, hardback, and sold.";
    assert_eq!(practised(songbook).fate, Fate::RuledOut { by: Ruling::Rejected });
    let quay = "Fiddle and drum on the quay of a Sunday: the crew will practise a shanty and teach itself every verse.";
    let taught = one("songs.taught", "Gulls", quay, "Fat");
    let Fate::AnotherNearer { aspect, by } = &taught.fate else { panic!("{:?}", taught.fate) };
    assert_eq!(aspect, "songs.practised");
    let better = practised(quay).strength - taught.strength;
    assert!(*by > 0.0 && (better - by).abs() < 1e-9, "{better} is {by}");
}

#[test]
fn what_is_left_out_is_told_with_its_standing() {
    let text = "The coxswain will mend the pier. The board will consider the lamps by night.";
    let fared = one("lamp-rounds.by-night", "dark lamps", text, "All");
    let left_out: Vec<(&str, Standing)> =
        fared.left_out.iter().map(|sentence| (sentence.text.as_str(), sentence.standing)).collect();
    assert_eq!(left_out, [("The board will consider the lamps by night.", Standing::Vague)]);
    assert_eq!(fared.bond, Some(Bond::Reference));
    assert!(fared.met_by.matched, "all words are held against the query where those that bind do not do");
}

#[test]
fn the_nearest_to_an_answer_comes_first() {
    let statement = plan(&[
        ["Gulls", "The coxswain will mend the pier.", "All"],
        ["Gulls", "The board will consider the lamps by night.", "All"],
        ["Gulls", "The coxswain will visit each lamp by night.", "All"],
        ["dark lamps", "The coxswain will visit each lamp by night.", "All"],
        ["Gulls", "Each lamp has been visited by night.", ""],
    ]);
    let assessor = Assessor::new(rules(), inspection());
    let why = assessor.why(&statement);
    let order: Vec<usize> =
        why.fared("lamp-rounds", "by-night").unwrap().iter().map(|fared| fared.action).collect();
    assert_eq!(order, [3, 2, 4, 1, 0]);
    assert!(why.fared("lamp-rounds", "by-day").is_none() && why.fared("pier", "by-night").is_none());
}
