//! Grounds: every action and passage of a statement, as decisions look for their words in it.

use super::model::{Footing, Rest};
use super::words::{Stands, Words};
use crate::document::Location;
use crate::statement::{Action, Passage, Standing, Statement};

/// The actions of a statement, in order, and then its passages.
#[derive(Debug)]
pub(super) struct Grounds<'s> {
    pub(super) all: Vec<Ground<'s>>,
    abbreviations: &'s [String],
}

/// An action or a passage.
#[derive(Debug)]
pub(super) struct Ground<'s> {
    pub(super) text: &'s str,
    pub(super) location: &'s Location,
    pub(super) footing: Footing,
    pub(super) action: Option<&'s Action>,
    pub(super) words: Words,
}

/// The least that words must have in common with others to be shown as what they may have become.
const NEAR: f64 = 0.4;

impl<'s> Grounds<'s> {
    pub(super) fn of(statement: &'s Statement, abbreviations: &'s [String]) -> Self {
        let words = |text: &str| Words::of(text, abbreviations);
        let action = |action: &'s Action| Ground {
            text: &action.text,
            location: &action.location,
            footing: Footing::of_action(action),
            action: Some(action),
            words: words(&action.text),
        };
        let passage = |passage: &'s Passage| Ground {
            text: &passage.text,
            location: &passage.location,
            footing: Footing::of_passage(passage),
            action: None,
            words: words(&passage.text),
        };
        let actions = statement.actions.iter().map(action);
        Self { all: actions.chain(statement.passages.iter().map(passage)).collect(), abbreviations }
    }

    /// Returns the words of a text.
    pub(super) fn words(&self, text: &str) -> Words {
        Words::of(text, self.abbreviations)
    }

    /// Returns where words stand, and how.
    pub(super) fn standing<'g>(
        &'g self,
        words: &'g Words,
    ) -> impl Iterator<Item = (&'g Ground<'s>, Stands)> + 'g {
        self.all.iter().filter_map(|ground| Some((ground, words.stand_in(&ground.words)?)))
    }

    /// Returns what comes nearest to words that stand nowhere.
    pub(super) fn nearest(&self, words: &Words) -> Option<&Ground<'s>> {
        let like = self.all.iter().map(|ground| (words.likeness(&ground.words), ground));
        // Of equals the first: `max_by` would give the last.
        let best = like.rev().max_by(|(a, _), (b, _)| a.total_cmp(b))?;
        (best.0 >= NEAR).then_some(best.1)
    }

    /// Returns the first sentence of an action, outside of these words, that refuses, puts off or makes it depend.
    pub(super) fn taken_back<'g>(&self, ground: &'g Ground<'s>, words: &Words) -> Option<&'g str> {
        let takes_back = |standing: Standing| {
            matches!(standing, Standing::Declined | Standing::Deferred | Standing::Conditional)
        };
        let sentences = ground.action?.sentences.iter().filter(|sentence| takes_back(sentence.standing));
        let beside = |text: &str| self.words(text).stand_in(words).is_none();
        sentences.map(|sentence| sentence.text.as_str()).find(|text| beside(text))
    }
}

impl Ground<'_> {
    /// Returns it as something that a decision rests on.
    pub(super) fn rest(&self) -> Rest {
        Rest {
            words: self.text.to_owned(),
            place: self.location.text.clone(),
            owner: self.action.and_then(|action| action.owner.clone()),
            due: self.action.and_then(|action| action.due.as_ref()).map(|due| due.text.clone()),
            footing: Some(self.footing),
        }
    }

    /// Returns its words and its place.
    pub(super) fn quoted(&self) -> (String, Location) {
        (self.text.to_owned(), self.location.clone())
    }
}
