//! `expired-fact`: a name or calendar that had come to an end before the day on which it is relied on.

use super::Lint;
use super::desk::Desk;
use crate::pack::{Code, Inspection, Problem};

pub(super) const LINT: Lint = Lint { code: Code::ExpiredFact, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let ended = desk.rules.inspections.iter().flat_map(|inspection| ended(desk, inspection));
    ended.chain(calendar(desk)).collect()
}

/// Doubts each agency whose name was not in use when the letter that names it came out.
fn ended(desk: &Desk<'_>, inspection: &Inspection) -> Vec<Problem> {
    let Some(published) = inspection.published else { return Vec::new() };
    let named = inspection.agencies.iter().zip(&inspection.agencies_at);
    let doubt = named.filter_map(|(id, at)| {
        let agency = desk.rules.language.agencies.iter().find(|agency| agency.id == *id)?;
        let why = match (agency.from, agency.until) {
            (_, Some(until)) if until < published => format!("ended on {until}"),
            (Some(from), _) if from > published => format!("began on {from}"),
            _ => return None,
        };
        let message = format!("the name of `{id}` {why}, and the letter came out on {published}");
        let help = "name the body that did its work on that day, or mend the dates of the [[agency]]";
        Some(desk.doubt(Code::ExpiredFact, at, message).help(help))
    });
    doubt.collect()
}

/// Doubts a calendar that does not reach the day of use.
fn calendar(desk: &Desk<'_>) -> Option<Problem> {
    let as_of = desk.beside.as_of?;
    let (until, at) = desk.rules.language.holidays_until.as_ref()?;
    let message =
        format!("the calendar ends on {until}, before {as_of}, so that working days cannot be counted");
    let doubt = desk.doubt(Code::ExpiredFact, at, message);
    (*until < as_of).then(|| doubt.help("add the holidays of the years that follow, and move `until`"))
}
