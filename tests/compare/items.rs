//! Items: what got better and what worse, and what made it so.

use jiff::civil::date;
use wsoa::assess::{ItemOutcome, Reviewed, Verdict, Waiver};
use wsoa::compare::{AspectChange, Comparison, ItemChange, Progress};
use wsoa::document::{Location, Unread};

use crate::plan::{ACTION, FINDING, OWNER, Plan, row};
use crate::{Held, document, happened, name};

const LOGBOOK: &str = "lamp logbook";

fn plan(edit: impl FnOnce(&mut Plan)) -> Held {
    let mut plan = Plan::new();
    edit(&mut plan);
    Held::new(&plan.markdown())
}

fn item<'c, 'a>(comparison: &'c Comparison<'a>, id: &str) -> &'c ItemChange<'a> {
    comparison.items.iter().find(|item| item.now.id() == id).unwrap()
}

fn aspect<'c, 'a>(comparison: &'c Comparison<'a>, item_id: &str, id: &str) -> &'c AspectChange<'a> {
    item(comparison, item_id).aspects.iter().find(|aspect| aspect.rule.id == id).unwrap()
}

/// Returns what made an aspect better or worse.
fn causes(comparison: &Comparison<'_>, item: &str, id: &str) -> Vec<String> {
    let causes = aspect(comparison, item, id).causes.iter().map(|cause| &comparison.pairs[*cause]);
    causes.map(|pair| format!("{}: {}", name(pair), happened(pair))).collect()
}

#[test]
fn an_aspect_is_better_by_the_action_that_came_and_worse_by_the_one_that_went() {
    let (without, with) = (plan(|plan| drop(plan.take(LOGBOOK))), plan(|_| ()));
    let better = without.to(&with);
    assert_eq!(item(&better, "lamp-rounds").progress, Progress::Better);
    assert_eq!(causes(&better, "lamp-rounds", "logged"), ["The lamp logbook will: added"]);
    assert!(!better.is_worse());
    let worse = with.to(&without);
    assert_eq!(item(&worse, "lamp-rounds").progress, Progress::Worse);
    assert_eq!(causes(&worse, "lamp-rounds", "logged"), ["The lamp logbook will: removed"]);
    assert!(worse.is_worse());
}

#[test]
fn an_aspect_is_worse_by_the_action_that_was_weakened() {
    let weak =
        plan(|plan| plan.set(LOGBOOK, ACTION, "We will consider whether the lamp logbook is written up."));
    let comparison = plan(|_| ()).to(&weak).counts.clone();
    assert_eq!(comparison.aspects.worse, 1);
    let old = plan(|_| ());
    let comparison = old.to(&weak);
    assert_eq!(causes(&comparison, "lamp-rounds", "logged"), ["The lamp logbook will: reworded, weakened"]);
}

#[test]
fn a_second_answer_that_goes_makes_nothing_worse() {
    let old =
        plan(|plan| plan.put("Lamps", 0, row("Dark lamps", "The lamp logbook will be read aloud at noon.")));
    let new = plan(|_| ());
    let comparison = old.to(&new);
    assert_eq!(item(&comparison, "lamp-rounds").progress, Progress::Unchanged);
    assert_eq!(comparison.counts.actions.removed, 1);
}

#[test]
fn an_item_may_be_better_and_worse() {
    let old = plan(|plan| drop(plan.take("visited at night")));
    let new = plan(|plan| drop(plan.take(LOGBOOK)));
    let comparison = old.to(&new);
    assert_eq!(item(&comparison, "lamp-rounds").progress, Progress::BetterAndWorse);
    assert_eq!(comparison.counts.findings.better_and_worse, 1);
    assert!(comparison.is_worse(), "what was answered is not");
}

#[test]
fn what_could_not_be_read_cannot_be_compared() {
    let read = plan(|_| ());
    let mut half_read = document(
        &{
            let mut plan = Plan::new();
            plan.take(LOGBOOK);
            plan
        }
        .markdown(),
    );
    half_read
        .unread
        .push(Unread { what: "a picture was not read".to_owned(), location: Location::default() });
    let half_read = Held::of(half_read);
    for comparison in [read.to(&half_read), half_read.to(&read)] {
        assert_eq!(item(&comparison, "lamp-rounds").progress, Progress::CannotCompare);
        assert_eq!(aspect(&comparison, "lamp-rounds", "by-night").progress, Progress::Unchanged);
        assert!(!comparison.is_worse());
    }
}

#[test]
fn a_decision_of_a_person_makes_an_aspect_better_without_an_action() {
    let old = plan(|plan| drop(plan.take(LOGBOOK)));
    let mut new = plan(|plan| drop(plan.take(LOGBOOK)));
    let ItemOutcome::Finding(finding) = &mut new.assessment.items[0] else { panic!("a finding comes first") };
    let outcome = finding.aspects.iter_mut().find(|aspect| aspect.id == "logged").unwrap();
    (outcome.met, outcome.reason) = (true, None);
    outcome.reviewed = Some(Reviewed {
        met: true,
        by: "Clerk of Works".to_owned(),
        on: date(2031, 4, 30),
        why: String::new(),
        rules_said: String::new(),
        suspicion: None,
    });
    let comparison = old.to(&new);
    let logged = aspect(&comparison, "lamp-rounds", "logged");
    assert_eq!((logged.progress, logged.decided), (Progress::Better, true));
    assert_eq!(logged.causes, [0; 0]);
}

#[test]
fn a_waived_item_is_told_and_makes_nothing_fail() {
    let old = plan(|_| ());
    let mut new = plan(|plan| drop(plan.take("counted and their age")));
    new.assessment.items.iter_mut().for_each(|item| {
        let waiver = Waiver {
            item: item.id().to_owned(),
            reason: "the harbour board answers it".to_owned(),
            by: "Clerk of Works".to_owned(),
            on: date(2031, 4, 30),
            until: None,
        };
        if let ItemOutcome::Finding(finding) = item {
            finding.waived = Some(waiver);
        }
    });
    let comparison = old.to(&new);
    assert_eq!(item(&comparison, "rope-store").progress, Progress::Worse);
    assert_eq!(item(&comparison, "every-finding").progress, Progress::Worse);
    assert!(!comparison.is_worse(), "that every finding be answered is demanded by the findings");
}

#[test]
fn an_agency_that_owns_nothing_any_more_makes_the_demand_on_all_of_them_worse() {
    let old = plan(|_| ());
    let new = plan(|plan| {
        let rows = plan.0.iter_mut().flat_map(|part| &mut part.rows);
        for row in rows.filter(|row| row[OWNER].contains("Police")) {
            row[OWNER] = "Mayor, council".to_owned();
            row[FINDING] = "Boats".to_owned();
        }
    });
    let comparison = old.to(&new);
    let every = item(&comparison, "every-agency");
    assert_eq!((every.progress, every.now.verdict()), (Progress::Worse, Verdict::Partial));
    let went: Vec<&str> = every.went.iter().map(|agency| agency.id.as_str()).collect();
    assert_eq!((went, every.came.len()), (vec!["police"], 0));
    let back = new.to(&old);
    assert_eq!(item(&back, "every-agency").came.len(), 1);
}
