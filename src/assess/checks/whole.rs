//! The statement before it is sent: whether it still calls itself a draft, and whether anybody signs it off.

use super::Desk;
use crate::pack::{Check, SignOf};
use crate::statement::Statement;

pub(super) fn check(desk: &mut Desk<'_>) {
    draft(desk);
    sign_off(desk);
}

fn draft(desk: &mut Desk<'_>) {
    let Statement { headings, files, .. } = desk.statement;
    let names = files.iter().map(|(path, _)| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        name.replace(['_', '-', '.'], " ")
    });
    let said: Vec<String> = names.chain(headings.iter().cloned()).collect();
    let place = said.iter().find(|text| desk.shows(SignOf::Draft, text));
    if let Some(place) = place {
        let message = format!("the statement calls itself a draft: `{place}`");
        desk.report(Check::MarkedAsDraft, |_| message, "take the mark out before it is sent", None);
    }
}

fn sign_off(desk: &mut Desk<'_>) {
    let Statement { headings, passages, actions, .. } = desk.statement;
    let passages = passages.iter().map(|passage| passage.text.as_str());
    let mut texts = headings.iter().map(String::as_str).chain(passages);
    if !actions.is_empty() && !texts.any(|text| desk.shows(SignOf::SignOff, text)) {
        let help = "add a block with each agency and the post that signs for it";
        desk.report(Check::SignOffAbsent, |code| code.description().to_owned(), help, None);
    }
}
