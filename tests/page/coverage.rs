//! The coverage picture: findings by agencies.

use insta::assert_snapshot;

use super::{check, plan, rows};

#[test]
fn the_figures_stand_beside_the_bar() {
    let part = plan().page().part("coverage");
    assert!(
        part.contains("1 ✓ addressed") && part.contains("1 ◐ partial") && part.contains("1 ✗ unaddressed"),
        "{part}"
    );
}

#[test]
fn every_finding_has_a_cell_for_every_agency_in_words_too() {
    assert_snapshot!(plan().page().part("coverage"), @"
    Coverage
    1 ✓ addressed
    1 ◐ partial
    1 ✗ unaddressed
    Each finding by the agencies of the inspection. Where an agency owns actions that answer a finding, the sign of the finding's verdict stands beside their number. ✗ 0: the finding concerns the agency, is not fully answered, and no action of its own answers it. – 0: others answer it in full. ·: it does not concern the agency; in brackets, actions that answer it all the same.
    | Finding | Verdict | Police | Health services | Local Safeguarding Children Board
    | Lamps are looked at by night | ◐ partial | ◐ 1 partial: 1 action | · does not concern it | · does not concern it
    | Ropes are counted | ✓ addressed | · does not concern it | ✓ 1 addressed: 1 action | · does not concern it
    | Shanties are kept alive | ✗ unaddressed | · does not concern it | · does not concern it | ✗ 0 unaddressed: 0 actions
    ");
}

#[test]
fn an_answer_of_an_owner_outside_the_inspection_has_a_column_of_its_own() {
    let action =
        ["frayed ropes", "The warden will count every rope.", "Warden of the Rock", "1 October 2031", "None"];
    let part = check(&rows(&[action])).page().part("coverage");
    assert!(part.contains("Owner of no such agency") && part.contains("(✓ 1)"), "{part}");
    assert!(!plan().page().part("coverage").contains("Owner of no such agency"));
}
