//! The comparison as a page for a browser and for paper: what got better or worse and why, then every action.

mod actions;
mod items;

use maud::{Markup, html as markup};

use super::told;
use crate::compare::{Comparison, Draft, Progress};
use crate::document::Location;
use crate::report::falls::day;
use crate::report::html::page::Page;
use crate::report::html::parts::{Tone, mark};

/// Returns the comparison as one page: a file of HTML that needs no other, with its style inside and no script.
pub fn html(comparison: &Comparison<'_>) -> String {
    let parts = parts(comparison);
    let page = Page {
        title: &format!("{}: two drafts compared", comparison.inspection.area),
        opening: markup! {
            p.kicker { "Two drafts of a written statement of action, compared" }
            h1 { (comparison.inspection.title) }
            (facts(comparison))
        },
        contents: &parts.iter().map(|part| (part.id.to_owned(), part.title.to_owned())).collect::<Vec<_>>(),
        body: markup! {
            @for part in &parts {
                section.part aria-labelledby=(part.id) { h2 id=(part.id) { (part.title) } (part.body) }
            }
        },
        foot: foot(),
    };
    page.write()
}

/// A part of the page, with the id that links know it by.
struct Part {
    id: &'static str,
    title: &'static str,
    body: Markup,
}

fn parts(comparison: &Comparison<'_>) -> Vec<Part> {
    let mut parts = vec![
        Part { id: "in-short", title: "In short", body: in_short(comparison) },
        Part { id: "items", title: "What the letter asks", body: items::items(comparison) },
    ];
    let actions = [
        ("added", "Actions added", actions::added(comparison)),
        ("removed", "Actions taken out", actions::removed(comparison)),
        ("changed", "Actions changed", actions::changed(comparison)),
        ("unread", "Not read", unread(comparison)),
    ];
    let told = actions.into_iter().filter_map(|(id, title, body)| Some(Part { id, title, body: body? }));
    parts.extend(told);
    parts
}

fn facts(comparison: &Comparison<'_>) -> Markup {
    let inspection = comparison.inspection;
    let assessment = comparison.new.assessment;
    markup! {
        dl.facts {
            dt { "Old draft" } dd { (files(comparison.old)) }
            dt { "New draft" } dd { (files(comparison.new)) }
            dt { "Checked for" } dd { (day(assessment.as_of)) }
            @if let Some(deadline) = &assessment.deadline { dt { "Due" } dd { (day(deadline.due)) } }
            dt { "Rules" } dd { code { (inspection.id) } ", resting on: " (inspection.standing) }
        }
    }
}

fn files(draft: Draft<'_>) -> String {
    draft.statement.files.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>().join(", ")
}

fn in_short(comparison: &Comparison<'_>) -> Markup {
    markup! {
        div.brief {
            p.lead { (told::headline(comparison)) "." }
            p { (told::actions(comparison)) "." }
        }
        (items::table(comparison))
    }
}

fn unread(comparison: &Comparison<'_>) -> Option<Markup> {
    let drafts = [("Old draft", comparison.old), ("New draft", comparison.new)];
    let any = drafts.iter().any(|(_, draft)| !draft.statement.unread.is_empty());
    any.then(|| {
        markup! {
            p { "What these parts say is not known, so that nothing is said of what they may answer." }
            ul {
                @for (name, draft) in drafts {
                    @for unread in &draft.statement.unread {
                        li { (name) ", " (place(draft, &unread.location)) ": " (unread.what) }
                    }
                }
            }
        }
    })
}

fn foot() -> Markup {
    markup! {
        p {
            "Made by wsoa " (env!("CARGO_PKG_VERSION")) " on this machine; nothing was sent anywhere. Quotations are the \
             drafts' own words. An action has moved where it stands in another section, or elsewhere among the actions \
             that are in both drafts; one that others were put in above has not."
        }
    }
}

/// Returns how something fares: a sign, and a word that says the same.
fn fares(progress: Progress) -> Markup {
    let (tone, sign) = match progress {
        Progress::Better => (Tone::Good, "+"),
        Progress::Worse => (Tone::Bad, "−"),
        Progress::BetterAndWorse => (Tone::Half, "±"),
        Progress::Unchanged => (Tone::Quiet, "="),
        Progress::CannotCompare => (Tone::Unsure, "?"),
    };
    mark(tone, sign, progress.says())
}

/// Returns a place, with its file where the draft is in several.
fn place(draft: Draft<'_>, location: &Location) -> Markup {
    markup! {
        @if draft.statement.files.len() > 1 && !location.file.is_empty() { (location.file) ", " }
        (location.text)
    }
}
