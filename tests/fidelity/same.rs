//! The same plan in every format: the same actions, each with its owner and its date.

use wsoa::pack::Rules;
use wsoa::statement;

use crate::fixtures::{Fixture, Fixtures, squeeze};

/// Returns the actions of the plan's table, a line each: what, who, when.
fn actions(fixture: &Fixture, rules: &Rules) -> Vec<String> {
    let statement = statement::read(&[fixture.read()], rules, None);
    let table = statement.actions.iter().filter(|action| action.location.table.is_some());
    let line = |action: &statement::Action| {
        let due = action.due.as_ref().and_then(|due| due.range).map(|(_, last)| last.to_string());
        let known = [Some(squeeze(&action.text)), action.owner.as_deref().map(squeeze), due];
        known.map(|part| part.unwrap_or_else(|| "nothing".to_owned())).join(" -- ")
    };
    table.map(line).collect()
}

#[test]
fn the_same_plan_has_the_same_actions_in_every_format() {
    let rules = Rules::embedded().unwrap();
    let fixtures = Fixtures::load();
    let plans: Vec<&Fixture> =
        fixtures.file.iter().filter(|fixture| fixture.name.starts_with("plan.")).collect();
    let expected = actions(plans.iter().find(|plan| plan.name == "plan.hand.md").unwrap(), &rules);
    insta::assert_snapshot!(expected.join("\n"), @"
    The young carers team will visit every young carer at home within ten working days of a referral. zqseenhome -- Team Manager, Young Carers -- 2016-10-31
    The duty desk will telephone the family on the day the referral comes in and write down who answered. zqseendesk -- Duty Manager -- 2016-09-05
    A second worker will cover the island wards on Tuesdays and Fridays. zqseenisland -- Head of Early Help -- 2016-09-12
    Each school will name one adult who keeps the list of its young carers and checks it every half term. zqseenlist -- Lead for School Attendance -- 2016-09-30
    School nurses will ask about caring at every health review in years 5 and 8. zqseennurse -- Head of School Nursing -- 2016-12-01
    The principal social worker will read five assessments a month with the worker who wrote them. zqseenfive -- Principal Social Worker -- 2016-11-30
    Every assessment will be signed by a manager who has spoken with the child's worker. zqseensigned -- Service Manager, Assessment -- 2016-10-01
    ");
    let mut told = Vec::new();
    for plan in &plans {
        let found = actions(plan, &rules);
        if found != expected {
            told.push(format!("{} by {}:\n{}", plan.name, plan.producer, found.join("\n")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}
