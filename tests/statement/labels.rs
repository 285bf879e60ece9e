//! Brackets and labels at the end of a bullet or paragraph.

use jiff::civil::date;

use super::{due, dues, only, owners, plan, texts};

#[test]
fn a_bracket_holds_owner_and_date_in_many_ways() {
    let mut wrong = Vec::new();
    for bracket in [
        "(Boatswain officer, 1 May 2017)",
        "(Boatswain officer; 1 May 2017).",
        "[Boatswain officer, 1 May 2017]",
        "(1 May 2017, Boatswain officer)",
        "(Lead: Boatswain officer, 1 May 2017)",
        "(Lead: Boatswain officer. By: 1 May 2017)",
        "(Lead: Boatswain officer; by when: 1 May 2017)",
        "(Owner: Boatswain officer | Due: 1 May 2017)",
        "(Boatswain officer) (1 May 2017)",
        "; Lead: Boatswain officer. By when: 1 May 2017.",
        "| Lead: Boatswain officer, 1 May 2017.",
        "[Lead: Boatswain officer. 1 May 2017.]",
        "<br>Who: Boatswain officer; When: 1 May 2017",
    ] {
        let statement = plan(&format!("- Caulk each of the boats {bracket}\n"));
        let wanted = ("Caulk each of the boats", Some("Boatswain officer"), Some(date(2017, 5, 1)));
        let got: Vec<_> = statement
            .actions
            .iter()
            .map(|action| (action.text.as_str(), action.owner.as_deref(), due(action)))
            .collect();
        if got != [wanted] {
            wrong.push(format!("{bracket}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_dash_may_part_labels() {
    for words in [
        "Caulk each of the boats – Lead: Boatswain officer – Deadline: 1 May 2017",
        "Caulk each of the boats, large and small, by hand and with oakum – Lead: Boatswain officer – Deadline: 1 May 2017",
    ] {
        let statement = plan(&format!("- {words}\n"));
        let action = only(&statement);
        assert!(words.starts_with(&format!("{} – Lead", action.text)), "{}", action.text);
        assert_eq!(
            (action.owner.as_deref(), due(action)),
            (Some("Boatswain officer"), Some(date(2017, 5, 1))),
            "{words}"
        );
    }
}

#[test]
fn labels_hold_owner_and_measure() {
    let statement = plan(
        "- Caulk each of the boats. Lead: Boatswain. Measure: dry bilges, by month, in 9 of 10 boats.\n- Tar each hull twice. *Lead: Shipwright, June 2017. Measure: all black.*\n",
    );
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
    let measures: Vec<_> = statement.actions.iter().map(|action| action.measure.as_deref()).collect();
    assert_eq!(measures, [Some("dry bilges, by month, in 9 of 10 boats"), Some("all black")]);
    assert_eq!(dues(&statement), [None, Some(date(2017, 6, 30))]);
    assert_eq!(texts(&statement), ["Caulk each of the boats.", "Tar each hull twice."]);
}

#[test]
fn an_aside_in_brackets_stays_in_the_action() {
    let statement = plan("- The boatswain will caulk each of the boats (all of them, large and small).\n");
    let action = only(&statement);
    assert_eq!(action.text, "The boatswain will caulk each of the boats (all of them, large and small).");
    assert_eq!(action.due, None);
}

#[test]
fn a_bracket_in_the_middle_is_not_the_owner() {
    let statement = plan(
        "- The boats (see the list of the duty officer) will all be caulked by 1 May 2017 (Shipwright manager)\n",
    );
    assert_eq!(only(&statement).owner.as_deref(), Some("Shipwright manager"));
}

#[test]
fn a_remark_behind_the_owner_belongs_to_the_action() {
    let statement =
        plan("- Caulk each of the boats. Lead: Boatswain officer. Boats that leak are taken out of use.\n");
    let action = only(&statement);
    assert_eq!(action.owner.as_deref(), Some("Boatswain officer"));
    assert!(action.text.contains("Boats that leak are taken out of use"), "{}", action.text);
}

#[test]
fn a_clock_time_and_a_ratio_are_no_labels() {
    let statement =
        plan("- The harbour lead will: ring the bell at 9:30, with a ratio of 1:4, by 1 May 2017.\n");
    let action = only(&statement);
    assert!(action.text.contains("9:30, with a ratio of 1:4"), "{}", action.text);
}

#[test]
fn a_vague_date_in_a_bracket_is_a_date_and_no_owner() {
    let statement = plan("- Caulk each of the boats (Boatswain officer, ongoing)\n");
    let action = only(&statement);
    assert_eq!(action.owner.as_deref(), Some("Boatswain officer"));
    assert_eq!(action.due.as_ref().map(|due| (due.text.as_str(), due.range)), Some(("ongoing", None)));
}

#[test]
fn what_stands_behind_the_date_of_a_bracket_is_the_sign_that_it_works() {
    let statement =
        plan("- Caulk each of the boats. (Boatswain officer; 1 May 2017; nine in ten dry by June.)\n");
    let action = only(&statement);
    assert_eq!(action.owner.as_deref(), Some("Boatswain officer"));
    assert_eq!(due(action), Some(date(2017, 5, 1)));
    assert_eq!(action.measure.as_deref(), Some("nine in ten dry by June"));
}

#[test]
fn a_bracket_with_nothing_behind_its_date_has_no_sign() {
    for bracket in ["(Boatswain officer; 1 May 2017)", "(Boatswain officer; 1 May 2017; 1 June 2017)"] {
        assert_eq!(only(&plan(&format!("- Caulk each of the boats {bracket}\n"))).measure, None, "{bracket}");
    }
}

#[test]
fn a_day_before_a_colon_is_no_label() {
    let item = "Completed 8 July 2016: each boat caulked. The director of boats will caulk each again by 1 May 2017.";
    let statement = plan(&format!("- {item}\n"));
    assert_eq!(texts(&statement), [item]);
}
