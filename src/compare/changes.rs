//! Changes: what became of every action of two drafts.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::matching::{Matches, Weights, alone, matches};
use super::model::{Change, Pair, Reassigned, Redated, Turn};
use super::order;
use super::sections::Groups;
use super::unit::{Lexicon, Unit};
use super::{Draft, strays, words};
use crate::pack::Rules;
use crate::statement::{Action, Commitment, PointerKind, Statement};

/// Where a pair is told: by its place in the new draft, or that of what preceded it, and then its place in the old one.
type Order = (Option<usize>, Option<usize>);

/// Returns every action of two drafts with what changed: in the order of the new draft, those that are gone after what
/// preceded them.
pub(super) fn pairs<'a>(old: Draft<'a>, new: Draft<'a>, rules: &'a Rules) -> Vec<Pair<'a>> {
    let mut lexicon = Lexicon::new(rules);
    let mut units = |statement: &Statement| -> Vec<Unit> {
        statement.actions.iter().map(|action| lexicon.action(action)).collect()
    };
    let (theirs, ours) = (units(old.statement), units(new.statement));
    let weights = Weights::of(theirs.iter().chain(&ours));
    let matches = matches(&theirs, &ours, &weights);
    let drafts = Drafts { rules, old, new, theirs: &theirs, ours: &ours, matches: &matches };
    let moved = drafts.moved(&mut lexicon);
    let rows = [drafts.theirs, drafts.ours].map(|units| units.iter().map(|unit| unit.row).collect());
    let [their_rows, our_rows]: [BTreeSet<u32>; 2] = rows;
    let referred = drafts.groups(|unit| unit.row, |row| their_rows.contains(&row) && our_rows.contains(&row));
    let most = words::limit(drafts.reworded());
    let strays = strays::find(&drafts, &weights, &mut lexicon);
    let mut found: Vec<(Order, Pair<'a>)> = Vec::new();
    let mut before = None;
    for (place, partner) in matches.old.iter().enumerate() {
        let Some(was) = old.statement.actions.get(place) else { continue };
        let now = partner.and_then(|partner| new.statement.actions.get(partner));
        let pair = Pair {
            was: Some(was),
            now,
            changes: drafts.changes(place, &moved, &referred, most),
            stray: strays.old.get(&place).cloned(),
            answers: Turn {
                was: old.answers(place),
                now: partner.map_or(&[], |partner| new.answers(partner)),
            },
        };
        before = partner.or(before);
        found.push(((before, partner.is_none().then_some(place)), pair));
    }
    for place in alone(&matches.new) {
        let Some(now) = new.statement.actions.get(place) else { continue };
        let pair = Pair {
            was: None,
            now: Some(now),
            changes: Vec::new(),
            stray: strays.new.get(&place).cloned(),
            answers: Turn { was: &[], now: new.answers(place) },
        };
        found.push(((Some(place), None), pair));
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, pair)| pair).collect()
}

impl<'a> Draft<'a> {
    fn answers(self, action: usize) -> &'a [String] {
        self.assessment.answers.get(action).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Two drafts whose actions are matched.
pub(super) struct Drafts<'a, 'u> {
    pub(super) rules: &'a Rules,
    pub(super) old: Draft<'a>,
    pub(super) new: Draft<'a>,
    pub(super) theirs: &'u [Unit],
    pub(super) ours: &'u [Unit],
    pub(super) matches: &'u Matches,
}

/// A pair by the places of its actions in the old and the new draft.
type At = (usize, usize);

impl<'a> Drafts<'a, '_> {
    /// Returns the places of the actions that are in both drafts, in the order of the old one.
    fn joint(&self) -> impl Iterator<Item = At> + '_ {
        let partners = self.matches.old.iter().enumerate();
        partners.filter_map(|(place, partner)| Some((place, (*partner)?)))
    }

    /// Returns which groups of the two drafts are each other, by the actions that are in both.
    fn groups(&self, of: impl Fn(&Unit) -> u32, named: impl Fn(u32) -> bool) -> Groups {
        let members =
            self.joint().filter_map(|(old, new)| Some((self.theirs.get(old)?, self.ours.get(new)?)));
        let members: Vec<(u32, u32)> = members.map(|(old, new)| (of(old), of(new))).collect();
        Groups::of(&members, named)
    }

    /// Returns the actions, by place in the old draft, that moved.
    fn moved(&self, lexicon: &mut Lexicon<'_>) -> BTreeSet<usize> {
        let known = [self.old, self.new].map(|draft| lexicon.sections(draft.statement));
        let alike = self.name_sections_alike();
        let named = |section: u32| alike && known.iter().all(|all| lexicon.has(all, section));
        let sections = self.groups(|unit| unit.section, named);
        let tables = Groups::of(&self.joint().map(|at| self.tables(at)).collect::<Vec<_>>(), |_| false);
        let elsewhere = |at: &At| {
            let section = |units: &[Unit], place: usize| units.get(place).map_or(0, |unit| unit.section);
            let (theirs, ours) = self.tables(*at);
            sections.differ(section(self.theirs, at.0), section(self.ours, at.1))
                || tables.differ(theirs, ours)
        };
        let (gone, staying): (Vec<At>, Vec<At>) = self.joint().partition(elsewhere);
        // The words of both drafts decide which of two actions that changed places moved, the one of fewer words, so that
        // it is the same one whichever draft is called the new one.
        let weight = |place: usize| {
            let (old, new) = *staying.get(place)?;
            let (was, now) =
                (&self.old.statement.actions.get(old)?.text, &self.new.statement.actions.get(new)?.text);
            Some((was.len() + now.len(), was.min(now), was.max(now)))
        };
        let passed = order::moved(&staying, weight);
        let passed = passed.into_iter().filter_map(|place| staying.get(place));
        gone.iter().chain(passed).map(|(old, _)| *old).collect()
    }

    /// Whether most actions that are in both drafts stand under the same headings in both. Drafts in two formats may not,
    /// since one says which lines are headings and the other leaves it to be guessed.
    fn name_sections_alike(&self) -> bool {
        let units = self.joint().filter_map(|(old, new)| Some((self.theirs.get(old)?, self.ours.get(new)?)));
        let alike: Vec<bool> = units.map(|(old, new)| old.section == new.section).collect();
        alike.iter().filter(|alike| **alike).count() * 2 > alike.len()
    }

    /// Returns the numbers of the tables in which both actions of a pair stand, 0 where they stand in none.
    fn tables(&self, at: At) -> (u32, u32) {
        let table = |draft: Draft<'_>, place: usize| {
            draft.statement.actions.get(place).and_then(|action| action.location.table).unwrap_or(0)
        };
        (table(self.old, at.0), table(self.new, at.1))
    }

    /// Returns the old and the new text of every action whose words changed.
    fn reworded(&self) -> impl Iterator<Item = (&str, &str)> {
        self.joint().filter_map(|(place, partner)| {
            let differs = self.theirs.get(place)?.text != self.ours.get(partner)?.text;
            let (was, now) =
                (self.old.statement.actions.get(place)?, self.new.statement.actions.get(partner)?);
            differs.then_some((was.text.as_str(), now.text.as_str()))
        })
    }

    /// Returns what changed of the old action at `place`, told word by word where that needs no more than `most`
    /// comparisons of words; nothing where it has no partner.
    fn changes(
        &self,
        place: usize,
        moved: &BTreeSet<usize>,
        referred: &Groups,
        most: usize,
    ) -> Vec<Change<'a>> {
        let partner = self.matches.old.get(place).copied().flatten();
        let actions = partner.and_then(|partner| {
            Some((self.old.statement.actions.get(place)?, self.new.statement.actions.get(partner)?))
        });
        let units = partner.and_then(|partner| Some((self.theirs.get(place)?, self.ours.get(partner)?)));
        let (Some((was, now)), Some((old, new))) = (actions, units) else { return Vec::new() };
        let changes = [
            moved.contains(&place).then_some(Change::Moved),
            referred
                .differ(old.row, new.row)
                .then(|| Change::Referred(Turn { was: row(was), now: row(now) })),
            (old.text != new.text).then(|| Change::Reworded(words::pieces(&was.text, &now.text, most))),
            (was.commitment != now.commitment)
                .then_some(Change::Recommitted(Turn { was: was.commitment, now: now.commitment })),
            (old.due != new.due).then(|| Change::Redated(self.redated(was, now))),
            self.reassigned(was, now, old.owner != new.owner),
            (old.measure != new.measure).then_some(Change::Remeasured(Turn {
                was: was.measure.as_deref(),
                now: now.measure.as_deref(),
            })),
        ];
        changes.into_iter().flatten().collect()
    }

    fn redated(&self, was: &'a Action, now: &'a Action) -> Redated<'a> {
        let last = |action: &Action| action.due.as_ref().and_then(|due| due.range).map(|(_, last)| last);
        let (before, after) = (last(was), last(now));
        let days = before.zip(after).map(|(before, after)| (after - before).get_days());
        let deadline = self.new.assessment.deadline.as_ref().map(|deadline| deadline.due);
        let later = |day: Option<Date>, deadline: Date| day.is_some_and(|day| day > deadline);
        Redated {
            due: Turn { was: was.due.as_ref(), now: now.due.as_ref() },
            days,
            past: now.commitment != Commitment::Done
                && after.is_some_and(|after| after < self.new.assessment.as_of),
            passes: deadline.filter(|deadline| later(after, *deadline) && !later(before, *deadline)),
        }
    }

    fn reassigned(&self, was: &'a Action, now: &'a Action, renamed: bool) -> Option<Change<'a>> {
        let came = self.rules.only(&now.agencies, &was.agencies);
        let went = self.rules.only(&was.agencies, &now.agencies);
        // The same name that was read in pieces tells of no agency, and is the same name.
        let as_written = was.owner == now.owner;
        let differs = renamed || (as_written && !(came.is_empty() && went.is_empty()));
        let owner = Turn { was: was.owner.as_deref(), now: now.owner.as_deref() };
        differs.then_some(Change::Reassigned(Reassigned { owner, came, went }))
    }
}

/// Returns what the row of an action says about the finding that it answers.
fn row(action: &Action) -> String {
    let row = action.pointers.iter().filter(|pointer| pointer.kind == PointerKind::Row);
    row.map(|pointer| pointer.text.as_str()).collect::<Vec<_>>().join("; ")
}
