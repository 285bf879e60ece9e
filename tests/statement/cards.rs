//! Cards: a small table of labels and values for each action.

use jiff::civil::date;

use super::{PassageKind, PointerKind, due, dues, only, owners, passages, plan, pointers, texts};

#[test]
fn a_table_of_labels_is_one_action() {
    let statement = plan(
        "| Finding | Boats leak |\n|---|---|\n| What we will do | Caulk each boat |\n| Who | Boatswain |\n| By when | 1 May 2017 |\n| How will we know? | Dry bilges |\n",
    );
    let action = only(&statement);
    assert_eq!(action.text, "Caulk each boat");
    assert_eq!(action.owner.as_deref(), Some("Boatswain"));
    assert_eq!(due(action), Some(date(2017, 5, 1)));
    assert_eq!(action.measure.as_deref(), Some("Dry bilges"));
    assert_eq!(pointers(action, PointerKind::Row), ["Boats leak"]);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak"]);
    assert_eq!(action.location.row, Some(2));
}

#[test]
fn an_action_that_says_by_whom_or_when_is_no_column_heading() {
    for words in ["Caulk each boat by hand", "Check each boat", "Train each team leader"] {
        let statement = plan(&format!(
            "| Action | {words} |\n|---|---|\n| Lead | Boatswain |\n| By when | 1 May 2017 |\n"
        ));
        assert_eq!(texts(&statement), [words]);
        assert_eq!(owners(&statement), [Some("Boatswain")], "{words}");
    }
}

#[test]
fn each_action_label_begins_a_card() {
    let statement = plan(
        "| Finding: | Boats leak |\n|---|---|\n| Action 1: | Caulk each boat |\n| Lead: | Boatswain |\n| By when: | 1 May 2017 |\n| Action 2: | Tar each hull |\n| Lead: | Shipwright |\n| By when: | 1 June 2017 |\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)), Some(date(2017, 6, 1))]);
    for action in &statement.actions {
        assert_eq!(pointers(action, PointerKind::Row), ["Boats leak"]);
    }
}

#[test]
fn a_date_in_the_action_is_not_the_due_date_of_a_card_with_a_place_for_it() {
    let statement = plan(
        "| Action | Tell the crews by 3 March 2017 and caulk each boat |\n|---|---|\n| Lead | Boatswain |\n| By when | TBC |\n",
    );
    assert_eq!(due(only(&statement)), None);
}

#[test]
fn label_lines_are_a_card() {
    let statement = plan(
        "## Boats\n\nAction: Caulk each boat\n\nLead: Boatswain\n\nBy when: 1 May 2017\n\nHow will we know: Dry bilges\n\nAction: Tar each hull\n\nLead: Shipwright\n\nBy when: 1 June 2017\n",
    );
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)), Some(date(2017, 6, 1))]);
    assert_eq!(statement.actions[0].measure.as_deref(), Some("Dry bilges"));
    assert_eq!(pointers(&statement.actions[1], PointerKind::Heading(0)), ["Boats"]);
}

#[test]
fn label_lines_of_one_paragraph_are_a_card() {
    let statement =
        plan("Finding: Boats leak<br>Action: Caulk each boat<br>Lead: Boatswain<br>By when: 1 May 2017\n");
    let action = only(&statement);
    assert_eq!((action.text.as_str(), action.owner.as_deref()), ("Caulk each boat", Some("Boatswain")));
    assert_eq!(due(action), Some(date(2017, 5, 1)));
    assert_eq!(pointers(action, PointerKind::Row), ["Boats leak"]);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak"]);
}

#[test]
fn labels_as_bullets_are_a_card() {
    let statement = plan(
        "### Caulk each boat in the harbour\n\n- Due date: 1 May 2017\n- Responsible officer (action lead): Boatswain\n- Success criteria: Dry bilges\n",
    );
    let action = only(&statement);
    assert_eq!(action.text, "Caulk each boat in the harbour");
    assert_eq!(action.owner.as_deref(), Some("Boatswain"));
    assert_eq!(due(action), Some(date(2017, 5, 1)));
    assert_eq!(action.measure.as_deref(), Some("Dry bilges"));
}

#[test]
fn the_label_of_a_value_over_two_lines_holds_both() {
    let statement = plan("Action: Caulk each boat<br>with oakum<br>Lead: Boatswain<br>and his mate\n");
    let action = only(&statement);
    assert_eq!(action.text, "Caulk each boat with oakum");
    assert_eq!(action.owner.as_deref(), Some("Boatswain and his mate"));
}

#[test]
fn a_labelled_remark_with_neither_owner_nor_date_is_no_action() {
    let statement = plan("Response: The partnership will always welcome comments.\n");
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
}
