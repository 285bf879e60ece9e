//! `unknown-item`: an id that the register does not have, and one of the register that is missing.

use super::desk::Desk;
use super::register::{Items, Register};
use super::{Extent, Lint};
use crate::pack::{At, Code, Inspection, Item, Problem, nearest};

pub(super) const LINT: Lint = Lint { code: Code::UnknownItem, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let Some(register) = &desk.beside.register else { return Vec::new() };
    let held = desk.rules.inspections.iter().flat_map(|inspection| hold(desk, register, inspection));
    held.chain(without_rules(desk, register)).collect()
}

fn hold(desk: &Desk<'_>, register: &Register, inspection: &Inspection) -> Vec<Problem> {
    let Some(items) = register.inspections.get(&inspection.id) else {
        let known: Vec<&str> = register.inspections.keys().map(String::as_str).collect();
        return vec![unknown(desk, "inspection", &inspection.id, &inspection.at, &known)];
    };
    let own: Vec<(&str, &At)> = inspection.items().iter().map(id_of).collect();
    let mut doubts = compare(desk, "item", items.keys().map(String::as_str).collect(), &own, &inspection.at);
    for finding in &inspection.findings {
        let Some(aspects) = items.get(&finding.id) else { continue };
        let own: Vec<(&str, &At)> = finding.aspects.iter().map(|one| (one.id.as_str(), &one.at)).collect();
        doubts.extend(compare(
            desk,
            "aspect",
            aspects.iter().map(String::as_str).collect(),
            &own,
            &finding.at,
        ));
    }
    doubts
}

fn id_of<'r>(item: &Item<'r>) -> (&'r str, &'r At) {
    match item {
        Item::Finding(finding) => (&finding.id, &finding.at),
        Item::NextStep(step) => (&step.id, &step.at),
    }
}

/// Doubts each id that is not known; and where all rules are there, at `at`, each known one that is missing, but for
/// those that are only mistyped.
fn compare(desk: &Desk<'_>, what: &str, known: Vec<&str>, own: &[(&str, &At)], at: &At) -> Vec<Problem> {
    let strange: Vec<_> = own.iter().filter(|(id, _)| !known.contains(id)).collect();
    let mistyped: Vec<&str> =
        strange.iter().filter_map(|(id, _)| nearest(id, known.iter().copied())).collect();
    let is_missing = |id: &&&str| !own.iter().any(|(own, _)| own == *id) && !mistyped.contains(*id);
    let missing = known.iter().filter(is_missing).filter(|_| desk.extent == Extent::All);
    let missing = missing.map(|id| {
        let message = format!("the {what} `{id}` of the register is missing here");
        desk.doubt(Code::UnknownItem, at, message).help("add it; what the register asks must be checked")
    });
    strange.iter().map(|(id, at)| unknown(desk, what, id, at, &known)).chain(missing).collect()
}

fn unknown(desk: &Desk<'_>, what: &str, id: &str, at: &At, known: &[&str]) -> Problem {
    let doubt = desk.doubt(Code::UnknownItem, at, format!("the register has no {what} `{id}` here"));
    match nearest(id, known.iter().copied()) {
        Some(near) => doubt.help(format!("did you mean `{near}`?")),
        None => doubt,
    }
}

/// Doubts rules that say nothing of an inspection of the register.
fn without_rules(desk: &Desk<'_>, register: &Register) -> Vec<Problem> {
    let absent = register.inspections.iter().filter(|(id, _): &(&String, &Items)| {
        desk.extent == Extent::All && desk.rules.inspection(id).is_none()
    });
    let doubt = absent.map(|(id, _)| {
        let message = format!("the register has the inspection `{id}`, and no rules do");
        Problem::outside(Code::UnknownItem, message).help("write a file for it in `inspections`")
    });
    doubt.collect()
}
