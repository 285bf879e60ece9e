//! Labels of a plan's own making, whose values tell what they are.

use jiff::civil::date;

use super::{due, owners, plan, texts};

/// Three cards of these labels, each with its value for card `n`.
fn cards(labels: &[(&str, &str)]) -> String {
    let mut cards = String::from("# Boats\n\nWhat we will see to.\n\n");
    for n in 1..=3 {
        for (label, value) in labels {
            cards.push_str(&format!("{label}: {}\n\n", value.replace('#', &n.to_string())));
        }
    }
    cards
}

#[test]
fn the_wordiest_of_unknown_labels_is_the_action_and_what_stands_before_it_the_finding() {
    let statement = plan(&cards(&[
        ("Hole", "Boat # leaks at the keel after every second tide."),
        ("Plug", "The boatswain will caulk the keel of boat # and look at it again after ten tides."),
        ("Lead", "Boatswain officer"),
        ("Date", "# May 2017"),
        ("Dryness", "Boat # holds no water for ten tides running"),
    ]));
    let expected: Vec<String> = (1..=3)
        .map(|n| {
            format!("The boatswain will caulk the keel of boat {n} and look at it again after ten tides.")
        })
        .collect();
    assert_eq!(texts(&statement), expected);
    let first = &statement.actions[0];
    assert_eq!(due(first), Some(date(2017, 5, 1)));
    assert_eq!(first.owner.as_deref(), Some("Boatswain officer"));
    assert_eq!(first.measure.as_deref(), Some("Boat 1 holds no water for ten tides running"));
    assert_eq!(first.pointers[0].text, "Boat 1 leaks at the keel after every second tide.");
}

#[test]
fn owners_and_dates_are_known_by_their_values() {
    let statement = plan(&cards(&[
        ("Action", "Caulk the keel of boat #."),
        ("Hand", "Boatswain officer"),
        ("When", "# May 2017"),
    ]));
    assert_eq!(owners(&statement), [Some("Boatswain officer"); 3]);
    let statement = plan(&cards(&[
        ("Action", "Caulk the keel of boat #."),
        ("Lead", "Boatswain officer"),
        ("Tide", "# May 2017"),
    ]));
    assert!(statement.actions.iter().all(|action| due(action).is_some()), "{:?}", statement.actions);
}

#[test]
fn where_nothing_asks_for_somebody_or_a_day_there_is_no_form() {
    let statement = plan(&cards(&[
        ("Remark", "Boat # is of a kind that leaks, as the harbour knows from many years."),
        ("Answer", "Accepted."),
    ]));
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
}
