//! The report as a page for a browser and for paper: what was asked, what was answered, and on what evidence.

mod actions;
mod aspect;
mod coverage;
mod frame;
mod items;
mod overview;
pub(crate) mod page;
pub(crate) mod parts;
mod picture;
mod smaller;
mod statement;
mod timeline;

use maud::{Markup, html as markup};

use self::frame::Frame;
use self::page::Page;
use super::{Outcome, Report};

/// Returns the statements of one run as one page: a file of HTML that needs no other, with its style inside and no
/// script. Each statement has the outcome in short, the findings by agencies, the dates, every item with its passages,
/// the actions and the smaller matters; several have an overview before them.
pub fn html(outcomes: &[Outcome<'_>]) -> String {
    match outcomes {
        [Outcome::Checked(report)] => one(report),
        _ => overview::several(outcomes),
    }
}

fn one(report: &Report<'_>) -> String {
    let frame = Frame::alone();
    let parts = statement::parts(report, &frame);
    let page = Page {
        title: &format!("{}: statement of action, checked", report.inspection.area),
        opening: markup! {
            p.kicker { "Written statement of action, checked against the letter" }
            h1 { (report.inspection.title) }
            (statement::facts(report))
        },
        contents: &statement::contents(&parts, &frame),
        body: statement::body(&parts, &frame),
        foot: foot(),
    };
    page.write()
}

/// Says what made the page, and how far it goes.
fn foot() -> Markup {
    markup! {
        p {
            "Made by wsoa " (env!("CARGO_PKG_VERSION")) " on this machine; nothing was sent anywhere. Quotations are the \
             statement's own words. A verdict that is likely and not sure is for a person to decide."
        }
    }
}
