//! Quotations of the letter: an action is tied to the finding whose item its row or heading quotes, rewords or numbers.

use wsoa::assess::{Assessor, ItemOutcome, Tie};
use wsoa::document::Location;
use wsoa::letter::{Item, ItemKind, Letter};
use wsoa::statement;

use super::{TODAY, inspection, read, row, rows, rules};

/// The items of an invented letter; a cue of the rules stands in each of the first two.
const ITEMS: [(&str, &str); 4] = [
    ("Watch Safeguarding Board", "The coast is unlit, and dark lamps are not reported by fishermen."),
    ("Watch Safeguarding Board", "Hawsers and frayed ropes in the boathouse go unseen."),
    ("Health services", "Nurses seldom row to the outer islands."),
    ("Health services", "Nurses do not weigh babies in fishing villages."),
];

fn letter() -> Letter {
    let items = ITEMS.iter().enumerate().map(|(n, (heading, text))| Item {
        kind: ItemKind::Improvement,
        heading: (*heading).to_owned(),
        order: n + 1,
        responsible: Vec::new(),
        text: (*text).to_owned(),
        location: Location::default(),
    });
    Letter { area: Some("Gull Rock".to_owned()), items: items.collect(), ..Letter::default() }
}

/// The tie of an aspect in a plan that is checked with the letter, or without.
fn tie(plan: &str, aspect: &str, letter: Option<&Letter>) -> Option<Tie> {
    let assessor = Assessor::new(rules(), inspection());
    let assessor = match letter {
        Some(letter) => assessor.with_letter(letter),
        None => assessor,
    };
    let statement = statement::read(&[read(plan)], rules(), inspection().published);
    let assessment = assessor.assess(&statement, TODAY);
    let (finding, aspect) = aspect.split_once('.').unwrap();
    let item = assessment.items.iter().find(|item| item.id() == finding).unwrap();
    let ItemOutcome::Finding(outcome) = item else { panic!("{finding} is no finding") };
    let outcome = outcome.aspects.iter().find(|outcome| outcome.id == aspect).unwrap();
    outcome.evidence.first().map(|evidence| evidence.tie)
}

/// Whether a row under `finding` is tied to lamps only where the letter is at hand.
fn lamps(finding: &str) -> bool {
    let plan = rows(&[row(finding, "The coxswain will go round by night.")]);
    let (letter, aspect) = (letter(), "lamp-rounds.by-night");
    assert_eq!(tie(&plan, aspect, None), None, "{finding}: without the letter nothing points at it");
    tie(&plan, aspect, Some(&letter)) == Some(Tie::Reference)
}

/// The same for ropes.
fn ropes(finding: &str) -> bool {
    let plan = rows(&[row(finding, "The boatman will count.")]);
    let (letter, aspect) = (letter(), "rope-store.counted");
    assert_eq!(tie(&plan, aspect, None), None, "{finding}: without the letter nothing points at it");
    tie(&plan, aspect, Some(&letter)) == Some(Tie::Reference)
}

#[test]
fn a_quotation_without_the_rules_cue_names_its_item() {
    assert!(lamps("The coast is unlit"));
    assert!(ropes("Hawsers in the boathouse go unseen"));
    assert!(!lamps("Hawsers in the boathouse go unseen"));
}

#[test]
fn an_item_is_known_when_reworded_from_deficit_to_objective() {
    assert!(lamps("Fishermen report where the coast is unlit"));
    assert!(ropes("Every hawser in the boathouse is seen"));
}

#[test]
fn heading_and_number_name_an_item_in_full_cut_short_or_by_initials() {
    for name in ["Watch Safeguarding Board", "Watch Safeg Board", "WSB"] {
        assert!(lamps(&format!("{name} 1")), "{name}");
        assert!(ropes(&format!("{name} 2")), "{name}");
        assert!(!ropes(&format!("{name} 1")), "{name}");
    }
}

#[test]
fn a_heading_without_a_number_names_every_item_under_it() {
    assert!(lamps("Watch Safeguarding Board"));
    assert!(ropes("Watch Safeguarding Board"));
    let plan = "## Watch Safeguarding Board\n\n- The coxswain will go round by night.\n";
    assert_eq!(tie(plan, "lamp-rounds.by-night", Some(&letter())), Some(Tie::Reference));
    assert_eq!(tie(plan, "lamp-rounds.by-night", None), None);
}

#[test]
fn a_number_beyond_the_items_of_its_heading_names_them_all() {
    assert!(lamps("Watch Safeguarding Board 9"));
    assert!(ropes("Watch Safeguarding Board 9"));
}

#[test]
fn what_names_another_item_or_none_ties_nothing() {
    for other in ["Health services 1", "Harbour board 1", "1", "Nurses seldom row out"] {
        assert!(!lamps(other), "{other}");
    }
}

#[test]
fn a_next_step_of_the_letter_is_no_item_to_be_quoted() {
    let mut letter = letter();
    letter.items[0].kind = ItemKind::NextStep;
    let plan = rows(&[row("The coast is unlit", "The coxswain will go round by night.")]);
    assert_eq!(tie(&plan, "lamp-rounds.by-night", Some(&letter)), None);
}
