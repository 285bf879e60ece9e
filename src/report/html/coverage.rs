//! The coverage picture: how many findings are answered, and which agency owns an action that answers which finding.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::frame::Frame;
use super::parts::{Tone, counted, table, verdict};
use crate::assess::{FindingOutcome, Verdict};
use crate::pack::{AgencyId, Finding};
use crate::report::Report;
use crate::report::brief::asks;
use crate::report::terminal::{findings, sign, word};

/// Returns the picture: a bar with its figures, and a table of findings by agencies.
pub(super) fn coverage(report: &Report<'_>, frame: &Frame) -> Markup {
    html! {
        (bar(report))
        (matrix(report, frame))
    }
}

/// A verdict of a finding, with how many have it.
fn figures(report: &Report<'_>) -> Vec<(Verdict, usize)> {
    let verdicts = [Verdict::Addressed, Verdict::Partial, Verdict::Unaddressed, Verdict::CannotTell];
    let of = |verdict| findings(report).filter(|outcome| outcome.verdict == verdict).count();
    let figures = verdicts.map(|verdict| (verdict, of(verdict)));
    figures.into_iter().filter(|(verdict, number)| *verdict != Verdict::CannotTell || *number > 0).collect()
}

/// The width of the bar, in units of its own.
const WIDE: usize = 1000;

/// A bar cut by the verdicts. The figures beside it say the same, so that it is a picture only.
fn bar(report: &Report<'_>) -> Markup {
    let figures = figures(report);
    let all: usize = figures.iter().map(|(_, number)| number).sum();
    let mut from = 0;
    let pieces: Vec<(usize, usize, &str)> = figures
        .iter()
        .map(|(verdict, number)| {
            let start = from;
            from += number;
            let (left, right) = (start * WIDE / all.max(1), from * WIDE / all.max(1));
            (left, right - left, Tone::of(*verdict).class())
        })
        .filter(|(_, width, _)| *width > 0)
        .collect();
    html! {
        figure.figures {
            svg.bar viewBox={ "0 0 " (WIDE) " 12" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                @for (left, width, class) in pieces {
                    rect class={ "fill-" (class) } x=(left) y="0" width=(width) height="12" vector-effect="non-scaling-stroke" {}
                }
            }
            ul.tally {
                @for (found, number) in figures {
                    li { b { (number) } " " (verdict(found)) }
                }
            }
        }
    }
}

/// Which actions answer: for each aspect that is met, as `finding.aspect`, the numbers of the actions.
type Answering<'a> = BTreeMap<&'a str, Vec<usize>>;

fn matrix(report: &Report<'_>, frame: &Frame) -> Markup {
    let agencies = &report.inspection.agencies;
    let mut answering = Answering::new();
    for (action, answers) in report.assessment.answers.iter().enumerate() {
        for aspect in answers {
            answering.entry(aspect).or_default().push(action);
        }
    }
    let rows: Vec<(&FindingOutcome, &Finding, Vec<usize>)> = findings(report)
        .filter_map(|outcome| {
            let rule = report.inspection.findings.iter().find(|finding| finding.id == outcome.id)?;
            Some((outcome, rule, answers(outcome, &answering)))
        })
        .collect();
    let is_others = |action: &usize| {
        let action = report.statement.actions.get(*action);
        action.is_some_and(|action| !action.agencies.iter().any(|agency| agencies.contains(agency)))
    };
    let has_others = rows.iter().any(|(_, _, actions)| actions.iter().any(is_others));
    let mut columns = vec![html! { "Finding" }, html! { "Verdict" }];
    columns.extend(agencies.iter().map(|id| html! { (title_of(report, id)) }));
    if has_others {
        columns.push(html! { "Owner of no such agency" });
    }
    let body = html! {
        @for (outcome, rule, actions) in rows {
            tr {
                th scope="row" {
                    a href={ "#" (frame.item(&rule.id)) } { (asks(report, &rule.id)) }
                    @if outcome.waived.is_some() { " " span.soft { "(waived)" } }
                }
                td { (verdict(outcome.verdict)) }
                @for agency in agencies {
                    (cell(outcome.verdict, is_asked(rule, agency), owned(report, &actions, agency)))
                }
                @if has_others {
                    (cell(outcome.verdict, false, actions.iter().filter(|action| is_others(action)).count()))
                }
            }
        }
    };
    let caption = html! {
        "Each finding by the agencies of the inspection. Where an agency owns actions that answer a finding, the sign of \
         the finding's verdict stands beside their number. "
        b { "✗ 0" } ": the finding concerns the agency, is not fully answered, and no action of its own answers it. "
        b { "– 0" } ": others answer it in full. " b { "·" } ": it does not concern the agency; in brackets, actions that answer it all the same."
    };
    table(&frame.id("by-agency"), "matrix", &caption, &columns, &body)
}

/// Returns the actions that answer an aspect of a finding that is met, each once.
fn answers(outcome: &FindingOutcome, answering: &Answering<'_>) -> Vec<usize> {
    let met = outcome.aspects.iter().filter(|aspect| aspect.met);
    let ids = met.map(|aspect| format!("{}.{}", outcome.id, aspect.id));
    let actions: BTreeSet<usize> =
        ids.filter_map(|id| answering.get(id.as_str())).flatten().copied().collect();
    actions.into_iter().collect()
}

/// Whether a finding concerns an agency; where it names none it concerns all.
fn is_asked(rule: &Finding, agency: &AgencyId) -> bool {
    rule.agencies.is_empty() || rule.agencies.contains(agency)
}

fn owned(report: &Report<'_>, actions: &[usize], agency: &AgencyId) -> usize {
    let actions = actions.iter().filter_map(|action| report.statement.actions.get(*action));
    actions.filter(|action| action.agencies.contains(agency)).count()
}

/// Returns a cell: the sign and the number for the eye, and the same in words for whoever listens.
fn cell(finding: Verdict, asked: bool, owned: usize) -> Markup {
    let (found, tone) = match (asked, owned) {
        (false, 0) => return html! { td { (both("·", "does not concern it")) } },
        (true, 0) if finding == Verdict::Addressed => {
            return html! {
                td { span.cell.quiet { (both("– 0", "answered by others: no action of its own")) } }
            };
        }
        (true, 0) if finding == Verdict::CannotTell => (Verdict::CannotTell, Tone::Unsure),
        (true, 0) => (Verdict::Unaddressed, Tone::Bad),
        (true, _) => (finding, Tone::of(finding)),
        (false, _) => (finding, Tone::Quiet),
    };
    let (mut seen, mut said) =
        (format!("{} {owned}", sign(found)), format!("{}: {}", word(found), counted(owned, "action")));
    if !asked {
        seen = format!("({seen})");
        said.push_str(", though it does not concern it");
    }
    html! { td { span class={ "cell " (tone.class()) } { (both(&seen, &said)) } } }
}

/// Returns what is seen, and what is said in its place.
fn both(seen: &str, said: &str) -> Markup {
    html! { span aria-hidden="true" { (seen) } " " span.said { (said) } }
}

/// Returns the name of an agency as the head of a column has it: `Local authority`.
fn title_of(report: &Report<'_>, id: &AgencyId) -> String {
    let agency = report.rules.language.agencies.iter().find(|agency| agency.id == *id);
    let name = agency.map_or(id.as_str(), |agency| agency.name.as_str());
    let bare = name.strip_prefix("the ").unwrap_or(name);
    let mut signs = bare.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
