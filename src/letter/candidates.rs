//! Sentences that ask for something though they stand where a letter praises or tells what was found.

use super::Scene;
use super::items::place;
use super::model::{Item, ItemKind};
use super::parts::Part;
use super::pieces::PieceKind;
use crate::pack::{LetterRole, LetterSignOf};
use crate::text::sentences;

/// Returns the candidates of a letter, numbered.
pub(super) fn of(parts: &[Part<'_, '_>], scene: Scene<'_>) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let told =
        parts.iter().filter(|part| matches!(part.role(), LetterRole::Strengths | LetterRole::Narrative));
    for part in told {
        let mut heading = part.heading.as_str();
        let mut count = 0;
        for piece in part.pieces {
            let noun = match piece.kind {
                PieceKind::Heading(_) => {
                    (heading, count) = (piece.text.as_str(), 0);
                    continue;
                }
                PieceKind::Table(_) => continue,
                PieceKind::Bullet { .. } => "bullet",
                PieceKind::Paragraph => "paragraph",
            };
            count += 1;
            for range in sentences(&piece.text, &scene.language.abbreviations) {
                let sentence = piece.text.get(range).unwrap_or_default();
                if !scene.shows(LetterSignOf::Asks, sentence) {
                    continue;
                }
                found.push(Item {
                    kind: ItemKind::CandidateApart,
                    heading: heading.to_owned(),
                    order: found.len() + 1,
                    responsible: part.party.clone().into_iter().collect(),
                    text: sentence.to_owned(),
                    location: place(piece.location, heading, noun, count),
                });
            }
        }
    }
    found
}
