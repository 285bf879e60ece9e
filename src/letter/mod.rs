//! Letters: what an inspection letter or report asks, and the facts it states.
//!
//! [`read`] takes a document and what the rules know of letters, and gives a [`Letter`]. The document is laid flat
//! into pieces (`pieces`), these are put under the parts of the letter they belong to (`parts`), and each part gives
//! its items (`items`, `rows`); what else the letter says of itself are facts (`facts`). No phrase is known here: all
//! of them stand in the rules.

mod candidates;
mod draft;
mod facts;
mod items;
mod known;
mod model;
mod names;
mod parts;
mod pieces;
mod rows;
mod telling;
mod unsure;

pub use draft::{Draft, Wording, draft};
pub use known::inspection;
pub use model::{Fieldwork, Item, ItemKind, Letter};

use crate::document::Document;
use crate::pack::{Language, LetterKind, LetterSignOf};
use crate::text::Pattern;
use facts::Facts;
pub(crate) use telling::Telling;

/// Returns what the letter in `document` asks.
pub fn read(document: &Document, language: &Language) -> Letter {
    let pieces = pieces::flatten(document);
    let framework = framework(&pieces, &language.letters.kinds);
    let scene = Scene { language, framework };
    let parts = parts::cut(&pieces, scene);
    let mut letter =
        Letter { file: document.file.clone(), framework: framework.map(str::to_owned), ..Letter::default() };
    Facts::new(scene, &pieces, &parts).tell(&mut letter);
    letter.candidates = candidates::of(&parts, scene);
    let asked: Vec<_> = parts
        .into_iter()
        .map(|part| {
            let taken = items::of(&part, scene);
            (part, taken)
        })
        .collect();
    letter.items = asked.iter().flat_map(|(_, taken)| taken.items.iter().cloned()).collect();
    for (n, item) in letter.items.iter_mut().enumerate() {
        item.order = n + 1;
    }
    letter.unsure = unsure::of(&letter, &asked, document, scene);
    letter
}

/// What every step works by.
#[derive(Debug, Clone, Copy)]
struct Scene<'r> {
    language: &'r Language,
    /// The kind of letter, where it is known.
    framework: Option<&'r str>,
}

impl<'r> Scene<'r> {
    /// Returns the patterns that are a sign of `of` in such a letter.
    fn signs(self, of: LetterSignOf) -> impl Iterator<Item = &'r Pattern> {
        self.language.letters.signs(of, self.framework)
    }

    /// Whether `text` shows a sign of `of`.
    fn shows(self, of: LetterSignOf, text: &str) -> bool {
        self.signs(of).any(|sign| sign.is_match(text))
    }
}

/// How many pieces of a letter may say of what kind it is.
const HEAD: usize = 30;

fn framework<'r>(pieces: &[pieces::Piece<'_>], kinds: &'r [LetterKind]) -> Option<&'r str> {
    let head: Vec<&str> = pieces.iter().take(HEAD).map(|piece| piece.text.as_str()).collect();
    let head = head.join("\n");
    kinds.iter().find(|kind| kind.recognise.is_match(&head)).map(|kind| kind.framework.as_str())
}
