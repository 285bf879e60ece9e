//! Several statements on one page: a table of them first, then each.

use maud::{Markup, html};

use super::frame::Frame;
use super::page::Page;
use super::parts::{Tone, counted, mark, table, told};
use super::{foot, statement};
use crate::assess::Verdict;
use crate::report::terminal::findings;
use crate::report::{Failed, Outcome, Report, headline};

/// Returns the page of several statements.
pub(super) fn several(outcomes: &[Outcome<'_>]) -> String {
    let all = outcomes.len();
    let title = match outcomes.iter().filter(|outcome| outcome.report().is_some()).count() {
        checked if checked == all => format!("{} checked", counted(all, "written statement")),
        checked => format!("{checked} of {all} written statements checked"),
    };
    let mut contents = vec![("overview".to_owned(), "Overview".to_owned())];
    contents.extend(outcomes.iter().enumerate().map(|(at, outcome)| (id(at), files(outcome))));
    let page = Page {
        title: &title,
        opening: html! {
            p.kicker { "Written statements of action, checked against their letters" }
            h1 { (title) }
        },
        contents: &contents,
        body: html! {
            section.part {
                h2 id="overview" { "Overview" }
                (overview(outcomes))
            }
            @for (at, outcome) in outcomes.iter().enumerate() { (section(at, outcome)) }
        },
        foot: foot(),
    };
    page.write()
}

fn id(at: usize) -> String {
    format!("s{}", at + 1)
}

fn files(outcome: &Outcome<'_>) -> String {
    match outcome {
        Outcome::Checked(report) => {
            let files: Vec<&str> = report.statement.files.iter().map(|(file, _)| file.as_str()).collect();
            files.join(", ")
        }
        Outcome::Failed(failed) => failed.name(),
    }
}

/// The verdicts that are counted, each in a column of its own.
const VERDICTS: [Verdict; 4] =
    [Verdict::Addressed, Verdict::Partial, Verdict::Unaddressed, Verdict::CannotTell];

fn overview(outcomes: &[Outcome<'_>]) -> Markup {
    let columns =
        ["Statement", "Inspection", "Addressed", "Partial", "Unaddressed", "Cannot tell", "Outcome"];
    let rows = html! {
        @for (at, outcome) in outcomes.iter().enumerate() {
            tr {
                th scope="row" { a href={ "#" (id(at)) } { (files(outcome)) } }
                @match outcome {
                    Outcome::Checked(report) => {
                        td { (report.inspection.area) }
                        @for verdict in VERDICTS {
                            td { (findings(report).filter(|finding| finding.verdict == verdict).count()) }
                        }
                        td { (headline(report)) }
                    }
                    Outcome::Failed(_) => {
                        td { "–" }
                        @for _ in VERDICTS { td { "–" } }
                        td { (mark(Tone::Unsure, "?", "not checked")) }
                    }
                }
            }
        }
    };
    let caption = html! { "The statements, in the order in which they were named, with how many of their findings are answered" };
    table("overview-table", "", &caption, &columns.map(|name| html! { (name) }), &rows)
}

fn section(at: usize, outcome: &Outcome<'_>) -> Markup {
    html! {
        section.statement {
            @match outcome {
                Outcome::Checked(report) => (checked(at, report)),
                Outcome::Failed(failed) => (not_checked(at, failed)),
            }
        }
    }
}

fn checked(at: usize, report: &Report<'_>) -> Markup {
    let frame = Frame::among(at + 1);
    html! {
        h2 id=(id(at)) { (files(&Outcome::Checked(*report))) }
        p.lead { (report.inspection.title) }
        (statement::facts(report))
        (statement::body(&statement::parts(report, &frame), &frame))
    }
}

fn not_checked(at: usize, failed: &Failed<'_>) -> Markup {
    html! {
        h2 id=(id(at)) { (failed.name()) }
        p { (mark(Tone::Unsure, "?", "not checked")) " " (told(failed.why)) }
    }
}
