//! Strays: words that one draft has as an action and the other as something else, such as a promise that became an aim.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::Drafts;
use super::matching::{Weights, alone, matches};
use super::model::Stray;
use super::unit::{Lexicon, Unit};
use crate::statement::{PassageKind, Statement};

/// The strays of the actions that are in one draft alone, by the place of the action.
#[derive(Debug, Default)]
pub(super) struct Strays<'a> {
    /// For actions of the old draft, words of the new one.
    pub(super) old: BTreeMap<usize, Stray<'a>>,
    /// For actions of the new draft, words of the old one.
    pub(super) new: BTreeMap<usize, Stray<'a>>,
}

/// Finds for every action that is in one draft alone the words of the other draft that say the same. Words that are no
/// action in either draft are none.
pub(super) fn find<'a>(drafts: &Drafts<'a, '_>, weights: &Weights, lexicon: &mut Lexicon<'_>) -> Strays<'a> {
    let theirs = passages(drafts.old.statement, lexicon);
    let ours = passages(drafts.new.statement, lexicon);
    let of = |units: &[Unit],
              partners: &[Option<usize>],
              here: &[(Unit, Stray<'a>)],
              there: &[(Unit, Stray<'a>)]| {
        let places: Vec<usize> = alone(partners).collect();
        let actions: Vec<Unit> = places
            .iter()
            .filter_map(|place| units.get(*place))
            .map(|unit| Unit { text: unit.text, stems: unit.stems.clone(), ..Unit::default() })
            .collect();
        let known: BTreeSet<u32> = here.iter().map(|(unit, _)| unit.text).collect();
        let left: Vec<&(Unit, Stray<'a>)> =
            there.iter().filter(|(unit, _)| !known.contains(&unit.text)).collect();
        let sentences: Vec<Unit> = left.iter().map(|(unit, _)| unit.clone()).collect();
        let found = matches(&actions, &sentences, weights).old;
        let found = places.into_iter().zip(found);
        found.filter_map(|(place, partner)| Some((place, left.get(partner?)?.1.clone()))).collect()
    };
    Strays {
        old: of(drafts.theirs, &drafts.matches.old, &theirs, &ours),
        new: of(drafts.ours, &drafts.matches.new, &ours, &theirs),
    }
}

/// Returns the sentences of prose and the other passages of a statement, those of the inspectors left out.
fn passages<'a>(statement: &'a Statement, lexicon: &mut Lexicon<'_>) -> Vec<(Unit, Stray<'a>)> {
    let passages = statement.passages.iter().filter(|passage| passage.kind != PassageKind::Quoted);
    let mut found = Vec::new();
    for passage in passages {
        let whole = [passage.text.as_str()];
        let sentences: Vec<&str> = passage.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        let texts = if sentences.is_empty() { whole.as_slice() } else { &sentences };
        for quote in texts.iter().copied() {
            let stray = Stray { quote, kind: passage.kind, location: &passage.location };
            found.push((lexicon.sentence(quote), stray));
        }
    }
    found
}
