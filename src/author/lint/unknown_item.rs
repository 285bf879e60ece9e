//! `unknown-item`: an id that the register does not have, and one of the register that is missing.

use super::desk::Desk;
use super::register::{Items, Register};
use super::{Extent, Lint};
use crate::pack::{At, Code, Finding, Inspection, Item, Problem, nearest};

pub(super) const LINT: Lint = Lint { code: Code::UnknownItem, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let Some(register) = &desk.beside.register else { return Vec::new() };
    let held = desk.rules.inspections.iter().flat_map(|inspection| hold(desk, register, inspection));
    held.chain(without_rules(desk, register)).collect()
}

fn hold(desk: &Desk<'_>, register: &Register, inspection: &Inspection) -> Vec<Problem> {
    let Some(items) = register.inspections.get(&inspection.id) else {
        return vec![unknown(
            desk,
            "inspection",
            &inspection.id,
            &inspection.at,
            register.inspections.keys(),
        )];
    };
    let mut doubts = Vec::new();
    for item in inspection.items() {
        let (id, at) = match item {
            Item::Finding(finding) => (&finding.id, &finding.at),
            Item::NextStep(step) => (&step.id, &step.at),
        };
        match (items.get(id), item) {
            (None, _) => doubts.push(unknown(desk, "item", id, at, items.keys())),
            (Some(aspects), Item::Finding(finding)) => doubts.extend(hold_aspects(desk, aspects, finding)),
            (Some(_), Item::NextStep(_)) => {}
        }
    }
    let own: Vec<&str> = inspection
        .items()
        .iter()
        .map(|item| match item {
            Item::Finding(finding) => finding.id.as_str(),
            Item::NextStep(step) => step.id.as_str(),
        })
        .collect();
    doubts.extend(missing(desk, "item", items.keys(), &own, &inspection.at));
    doubts
}

fn hold_aspects(desk: &Desk<'_>, known: &[String], finding: &Finding) -> Vec<Problem> {
    let strange = finding.aspects.iter().filter(|aspect| !known.contains(&aspect.id));
    let doubts = strange.map(|aspect| unknown(desk, "aspect", &aspect.id, &aspect.at, known));
    let own: Vec<&str> = finding.aspects.iter().map(|aspect| aspect.id.as_str()).collect();
    doubts.chain(missing(desk, "aspect", known, &own, &finding.at)).collect()
}

fn unknown<'k>(
    desk: &Desk<'_>,
    what: &str,
    id: &str,
    at: &At,
    known: impl IntoIterator<Item = &'k String>,
) -> Problem {
    let doubt = desk.doubt(Code::UnknownItem, at, format!("the register has no {what} `{id}` here"));
    match nearest(id, known.into_iter().map(String::as_str)) {
        Some(near) => doubt.help(format!("did you mean `{near}`?")),
        None => doubt,
    }
}

/// Doubts what does not have every id that the register gives it, where all of it is there to be seen.
fn missing<'k>(
    desk: &Desk<'_>,
    what: &str,
    known: impl IntoIterator<Item = &'k String>,
    own: &[&str],
    at: &At,
) -> Vec<Problem> {
    let absent = known.into_iter().filter(|id| desk.extent == Extent::All && !own.contains(&id.as_str()));
    let doubt = absent.map(|id| {
        let message = format!("the {what} `{id}` of the register is missing here");
        desk.doubt(Code::UnknownItem, at, message).help("add it; what the register asks must be checked")
    });
    doubt.collect()
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
