//! The statement before it is sent: whether it still calls itself a draft, has places left to fill in, and is signed off.

use super::{Code, Desk, Spot, opening};
use crate::pack::{Check, SignOf};
use crate::statement::{PassageKind, Statement};

pub(super) fn check(desk: &mut Desk<'_>) {
    draft(desk);
    placeholders(desk);
    sign_off(desk);
}

fn draft(desk: &mut Desk<'_>) {
    let Statement { headings, title_lines, files, .. } = desk.statement;
    let names = files.iter().map(|(path, _)| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        name.replace(['_', '-', '.'], " ")
    });
    let said: Vec<String> = names.chain(headings.iter().chain(title_lines).cloned()).collect();
    let place = said.iter().find(|text| desk.shows(SignOf::Draft, text));
    if let Some(place) = place {
        let message = format!("the statement calls itself a draft: `{place}`");
        desk.report(Check::MarkedAsDraft, |_| message, "take the mark out before it is sent", Spot::Whole);
    }
}

/// Owners, dates and measures that say nothing are reported by checks of their own.
fn placeholders(desk: &mut Desk<'_>) {
    let Statement { actions, passages, .. } = desk.statement;
    let own = |kind| matches!(kind, PassageKind::Prose | PassageKind::Context);
    let passages = passages.iter().filter(|passage| own(passage.kind));
    let actions = actions.iter().enumerate().map(|(at, action)| (&action.text, Spot::Action(at)));
    let passages = passages.map(|passage| (&passage.text, Spot::Passage(&passage.location)));
    for (text, spot) in actions.chain(passages) {
        if desk.shows(SignOf::Placeholder, text) {
            let said = opening(text);
            let message = |code: Code| format!("{}: `{said}`", code.description());
            desk.report(Check::PlaceholderLeft, message, "fill it in, or take it out", spot);
        }
    }
}

fn sign_off(desk: &mut Desk<'_>) {
    let Statement { headings, passages, actions, .. } = desk.statement;
    let passages = passages.iter().map(|passage| passage.text.as_str());
    let mut texts = headings.iter().map(String::as_str).chain(passages);
    if !actions.is_empty() && !texts.any(|text| desk.shows(SignOf::SignOff, text)) {
        let help = "add a block with each agency and the post that signs for it";
        desk.report(Check::SignOffAbsent, |code| code.description().to_owned(), help, Spot::Whole);
    }
}
