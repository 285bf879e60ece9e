//! Causes: on which passages an aspect turned, and what made them fare otherwise.

use super::commitment;
use super::held::Held;
use super::model::{Cause, LikenessChange, Passage, Said, Turn, TurnedOn};
use super::parts::{Asked, Eye, of_query};
use super::place;
use crate::assess::{Fared, Fate};
use crate::pack::Aspect;
use crate::query::Scan;
use crate::statement::Action;

/// How many passages are given for one aspect.
const MOST_PASSAGES: usize = 3;

/// Likeness that differs by less is the same.
const SAME: f64 = 1e-9;

/// Returns the passages on which an aspect turned: of those that one version alone shows for it, the ones that fare
/// otherwise.
pub(super) fn turned_on<'h>(
    old: &Held<'h>,
    new: &Held<'h>,
    (finding, aspect): (&str, &str),
    said: &Turn<Option<Said>>,
) -> Vec<TurnedOn> {
    let (Some(was), Some(now)) = (&said.was, &said.now) else { return Vec::new() };
    let (Some(was_rule), Some(now_rule)) = (old.aspect(finding, aspect), new.aspect(finding, aspect)) else {
        return Vec::new();
    };
    let pair = Pair { old, new, finding, was: was_rule, now: now_rule };
    let deciding = match (was.met, now.met) {
        (true, false) => was.passages.clone(),
        (false, true) => now.passages.clone(),
        _ => only_in_one(&was.passages, &now.passages),
    };
    let turned = deciding.iter().map(|passage| pair.passage(passage));
    turned.filter(|turned| turned.fate.differs() || !turned.causes.is_empty()).take(MOST_PASSAGES).collect()
}

/// Returns the passages that one version alone shows, or shows for another reason, each once.
fn only_in_one(was: &[Passage], now: &[Passage]) -> Vec<Passage> {
    let mut only: Vec<Passage> = was.iter().filter(|one| !now.contains(one)).cloned().collect();
    for one in now.iter().filter(|one| !was.contains(one)) {
        if only.iter().all(|known| (&known.place, &known.quote) != (&one.place, &one.quote)) {
            only.push(one.clone());
        }
    }
    only
}

/// An aspect in both versions.
struct Pair<'p, 'h> {
    old: &'p Held<'h>,
    new: &'p Held<'h>,
    finding: &'p str,
    was: &'h Aspect,
    now: &'h Aspect,
}

/// An action in both versions.
struct Acted<'a> {
    was: (&'a Action, &'a Fared),
    now: (&'a Action, &'a Fared),
}

impl Pair<'_, '_> {
    fn passage(&self, passage: &Passage) -> TurnedOn {
        let find = |held: &Held<'_>| held.action(&passage.place, &passage.quote).map(|(at, _)| at);
        let (was, now) = (find(self.old), find(self.new));
        let (fared_was, fared_now) = (self.fared(self.old, was), self.fared(self.new, now));
        let causes = match (&fared_was, &fared_now) {
            (Some(was), Some(now)) => self.of_action(was, now),
            (None, None) => self.of_words(&passage.quote),
            _ => vec![Cause::ReadOtherwise],
        };
        let fate = |fared: &Option<Fared>| fared.as_ref().map(|fared| fared.fate.clone());
        TurnedOn {
            place: passage.place.clone(),
            quote: passage.quote.clone(),
            fate: Turn { was: fate(&fared_was), now: fate(&fared_now) },
            causes,
        }
    }

    fn fared(&self, held: &Held<'_>, action: Option<usize>) -> Option<Fared> {
        let mut all = held.why().fared(self.finding, &self.was.id)?;
        let place = all.iter().position(|fared| Some(fared.action) == action)?;
        Some(all.swap_remove(place))
    }

    fn id(&self) -> String {
        format!("{}.{}", self.finding, self.was.id)
    }

    /// Returns what made an action fare otherwise: how it commits, what its place names, what its words hold, how like the
    /// examples they are, and the same of the aspect that it is nearer to.
    fn of_action(&self, was: &Fared, now: &Fared) -> Vec<Cause> {
        let action = |held: &Held<'_>, fared: &Fared| held.statement.actions.get(fared.action).cloned();
        let (Some(was_action), Some(now_action)) = (action(self.old, was), action(self.new, now)) else {
            return Vec::new();
        };
        let acted = Acted { was: (&was_action, was), now: (&now_action, now) };
        let mut causes = commitment::causes(self.old.version, self.new.version, &was_action, &now_action);
        if was.bond != now.bond {
            causes.extend(place::causes(self.old, self.new, self.finding, &was_action));
        }
        causes.extend(self.of_queries(&acted));
        if causes.is_empty() {
            causes.extend(self.of_home(&acted));
        }
        if causes.is_empty() {
            causes.extend(self.of_likeness(was, now));
        }
        causes
    }

    /// Returns what the queries of the aspect hold otherwise of an action.
    fn of_queries(&self, acted: &Acted<'_>) -> Vec<Cause> {
        let ((was_action, was), (now_action, now)) = (acted.was, acted.now);
        // The same words on both sides, so that nothing but the queries can differ.
        let whole =
            was_action.binding_text() != now_action.binding_text() || was_action.binding_text().is_empty();
        let (Some(was), Some(now)) =
            (self.old.why().words(was.action, whole), self.new.why().words(now.action, whole))
        else {
            return Vec::new();
        };
        self.between(was, now)
    }

    /// Returns what the queries of the aspect hold otherwise of words that are no action's.
    fn of_words(&self, words: &str) -> Vec<Cause> {
        self.between(&self.old.version.scan(words), &self.new.version.scan(words))
    }

    fn between(&self, was: &Scan<'_>, now: &Scan<'_>) -> Vec<Cause> {
        let old = Eye { version: self.old.version, text: was };
        let new = Eye { version: self.new.version, text: now };
        let id = self.id();
        let queries = queries(self.was).into_iter().zip(queries(self.now));
        let parts = queries
            .flat_map(|((name, was), (_, now))| of_query((&id, name), (old, was), (new, now)))
            .map(Cause::Part);
        parts.collect()
    }

    /// Returns what changed of the aspect that the action is nearer to in one version.
    fn of_home(&self, acted: &Acted<'_>) -> Vec<Cause> {
        let (was, now) = (acted.was.1, acted.now.1);
        let homes = [&was.fate, &now.fate].into_iter().filter_map(|fate| match fate {
            Fate::AnotherNearer { aspect, .. } => aspect.split_once('.'),
            _ => None,
        });
        let causes = homes.filter_map(|(finding, aspect)| {
            let (was, now) = (self.old.aspect(finding, aspect)?, self.new.aspect(finding, aspect)?);
            Some(Pair { finding, was, now, ..*self }.of_queries(acted))
        });
        causes.flatten().collect()
    }

    fn of_likeness(&self, was: &Fared, now: &Fared) -> Option<Cause> {
        let (was, now) = (was.likeness?, now.likeness?);
        let differs = |was: f64, now: f64| (was - now).abs() > SAME;
        let pairs = [(was.accepted, now.accepted), (was.rejected, now.rejected), (was.beyond, now.beyond)];
        if !pairs.into_iter().any(|(was, now)| differs(was, now)) {
            return None;
        }
        let texts = |aspect: &Aspect, accepted: bool| -> Vec<String> {
            let examples = if accepted { &aspect.accept } else { &aspect.reject };
            examples.iter().map(|example| example.text.clone()).collect()
        };
        let more = |here: &Aspect, there: &Aspect, accepted: bool| {
            let there = texts(there, accepted);
            texts(here, accepted).iter().filter(|text| !there.contains(text)).count()
        };
        Some(Cause::Likeness(LikenessChange {
            accepted: Turn { was: was.accepted, now: now.accepted },
            rejected: Turn { was: was.rejected, now: now.rejected },
            beyond: Turn { was: was.beyond, now: now.beyond },
            accepts_added: more(self.now, self.was, true),
            accepts_taken_out: more(self.was, self.now, true),
            rejects_added: more(self.now, self.was, false),
            rejects_taken_out: more(self.was, self.now, false),
        }))
    }
}

fn queries(aspect: &Aspect) -> [(&'static str, Asked<'_>); 3] {
    [
        ("met_by", Some((aspect.met_by, &aspect.met_by_at))),
        ("told_by", aspect.told_by.zip(aspect.told_by_at.as_ref())),
        ("not_by", aspect.not_by.zip(aspect.not_by_at.as_ref())),
    ]
}
