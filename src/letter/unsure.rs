//! What the reading of a letter is not sure of, in sentences for the person who relies on it.

use super::Scene;
use super::items::Taken;
use super::model::{ItemKind, Letter};
use super::parts::Part;
use super::pieces::PieceKind;
use crate::document::Document;
use crate::pack::LetterSignOf;

/// Returns what is not sure about `letter`, whose parts are given with the items of each.
pub(super) fn of(
    letter: &Letter,
    asked: &[(Part<'_, '_>, Taken)],
    document: &Document,
    scene: Scene<'_>,
) -> Vec<String> {
    let mut said = Vec::new();
    if letter.framework.is_none() {
        said.push(
            "it is not known what kind of letter this is, so what it asks is told by its headings alone"
                .to_owned(),
        );
    }
    if letter.items.is_empty() {
        said.push(
            "no part was found that asks for anything; look for headings that this programme does not know"
                .to_owned(),
        );
    }
    for (part, taken) in asked {
        let mut says = part.pieces.iter().filter(|piece| !matches!(piece.kind, PieceKind::Heading(_)));
        let silent = !says.any(|piece| !scene.shows(LetterSignOf::Nothing, &piece.text));
        if part.asks() && taken.items.is_empty() && !silent {
            said.push(format!(
                "nothing was taken from under the heading `{}`; read what stands there",
                part.heading
            ));
        }
        for text in &taken.left {
            let (heading, words) = (&part.heading, first_words(text));
            said.push(format!("left out under the heading `{heading}`, beside its list: `{words}`"));
        }
    }
    if let (Some(published), Some(due)) = (letter.published, letter.due)
        && due <= published
    {
        said.push(format!(
            "the answer is due on {due}, which is not after the day of the letter, {published}"
        ));
    }
    let steps = letter.items.iter().any(|item| item.kind == ItemKind::NextStep);
    if steps && letter.due.is_none() && letter.send_to.is_some() {
        said.push(
            "the letter says where the answer goes, and no day was found by which it must be there"
                .to_owned(),
        );
    }
    said.extend(document.unread.iter().map(|unread| format!("not read: {}", unread.what)));
    said
}

/// Returns the beginning of a text, cut between words.
fn first_words(text: &str) -> String {
    const LONGEST: usize = 80;
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let start = text.get(..end).unwrap_or_default();
    let whole = start.rsplit_once(' ').map_or(start, |(whole, _)| whole);
    format!("{whole}...")
}
