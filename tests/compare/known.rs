//! Two drafts of one plan whose differences are known.

use crate::plan::{ACTION, DUE, FINDING, MEASURE, OWNER, Plan, row};
use crate::{Held, told};

/// Returns the plan after a dozen edits, one of every kind, and with a part that got another name.
pub(crate) fn edited() -> Plan {
    let mut plan = Plan::new();
    // Put in above everything, so that every row below is another row of its table.
    plan.put("Lamps", 0, row("Dark lamps", "A bell will hang beside each stair for the watch to ring."));
    plan.take("painted white and red");
    plan.set(
        "replaced within three days",
        ACTION,
        "Broken glass will be replaced within two days of any report.",
    );
    plan.set("fiddle with four strings", DUE, "1 December 2031");
    plan.set("Oars will be", DUE, "1 July 2031");
    plan.set("Song sheets", OWNER, "Sergeant, Gull Rock Police");
    plan.set("chart of the sandbanks", MEASURE, "Pilot signs the chart");
    plan.set("lamp logbook", ACTION, "We will consider whether the lamp logbook might be written up.");
    plan.set("drum skins", FINDING, "Boats");
    plan.set("slipway", DUE, "ongoing");
    let class = plan.take("splicing class");
    plan.put("Ropes", 0, class);
    let mut sewn = plan.take("sewn by the sailmaker");
    sewn[DUE] = "1 December 2031".to_owned();
    plan.put("Songs", 3, sewn);
    plan.part("Boats").heading = "Ferries, boats and oars".to_owned();
    plan
}

#[test]
fn each_edit_is_told_for_what_it_is_and_nothing_else_is() {
    let (old, new) = (Held::new(&Plan::new().markdown()), Held::new(&edited().markdown()));
    assert_eq!(old.statement.actions.len(), 26);
    let comparison = old.to(&new);
    insta::assert_snapshot!(told(&comparison).join("\n"), @"
    A bell will hang: added
    The lamp logbook will: reworded, weakened
    Broken glass will be: reworded
    The signal mast will: removed
    A splicing class will: moved
    A fiddle with four: redated
    Lifejackets for infants will: moved, redated
    The drum skins will: put to another finding
    Song sheets will be: reassigned
    Oars will be numbered: redated
    A chart of the: measured otherwise
    The slipway will be: redated
    ");
    assert_eq!(comparison.counts.actions.unchanged, 26 - 11);
}

#[test]
fn the_other_way_round_the_same_actions_changed() {
    let (old, new) = (Held::new(&edited().markdown()), Held::new(&Plan::new().markdown()));
    insta::assert_snapshot!(told(&old.to(&new)).join("\n"), @"
    A bell will hang: removed
    We will consider whether: reworded, made firmer
    Broken glass will be: reworded
    The signal mast will: added
    A splicing class will: moved
    A fiddle with four: redated
    The drum skins will: put to another finding
    Song sheets will be: reassigned
    Oars will be numbered: redated
    A chart of the: measured otherwise
    The slipway will be: redated
    Lifejackets for infants will: moved, redated
    ");
}
