//! Whether a decision holds: its words stand and bind no less, and nothing came that the person did not read.

use super::grounds::{Ground, Grounds};
use super::model::{Answer, Decision, Rest};
use super::words::{Stands, Words};
use crate::assess::{AspectOutcome, Suspicion};

const GONE: &str = "the words it rests on are no longer there";
const AROUND: &str = "the words it rests on now stand in a sentence that says more";
const FALLEN: &str = "the words it rests on no longer bind as they did";
const TAKEN_BACK: &str = "a sentence beside the words it rests on now refuses, puts off or depends";
const GROWN: &str = "the passage it rests on now says more";
const RISEN: &str = "the words it rests on now bind more than they did";
const NEW: &str = "an action that was not there now answers, by the rules";
const FOUND: &str = "nothing was there to be read, and now something comes near";

/// Returns what changed since a decision; `None` where it holds. `outcome` is that of the rules for its aspect, and
/// `answering` the actions, by place, that they take for answers.
pub(super) fn suspicion(
    decision: &Decision,
    grounds: &Grounds<'_>,
    outcome: &AspectOutcome,
    answering: &[usize],
) -> Option<Suspicion> {
    let rests: Vec<(&Rest, Words)> =
        decision.rests.iter().map(|rest| (rest, grounds.words(&rest.words))).collect();
    match decision.answer {
        Answer::Met => rests.iter().find_map(|(rest, words)| met_no_more(rest, words, grounds)),
        Answer::NotMet => {
            let changed = rests.iter().find_map(|(rest, words)| open_again(rest, words, grounds));
            changed.or_else(|| news(&rests, grounds, outcome, answering))
        }
    }
}

/// Says what keeps words from meeting what they were found to meet.
fn met_no_more(rest: &Rest, words: &Words, grounds: &Grounds<'_>) -> Option<Suspicion> {
    // Where the file does not say how they stood, words that bind at all will do.
    let least = rest.footing.map_or(1, |footing| footing.rank());
    let mut wrong = None;
    for (ground, stands) in grounds.standing(words) {
        let found = if stands == Stands::Within {
            suspect(AROUND, rest, ground.quoted())
        } else if ground.footing.rank() < least {
            suspect(FALLEN, rest, ground.quoted())
        } else if let Some(sentence) = grounds.taken_back(ground, words) {
            suspect(TAKEN_BACK, rest, (sentence.to_owned(), ground.location.clone()))
        } else {
            return None;
        };
        wrong.get_or_insert(found);
    }
    Some(wrong.unwrap_or_else(|| gone(rest, words, grounds)))
}

/// Says why words that did not meet the aspect must be read again. A passage that grew may hold what was missing.
fn open_again(rest: &Rest, words: &Words, grounds: &Grounds<'_>) -> Option<Suspicion> {
    let most = rest.footing.map_or(u8::MAX, |footing| footing.rank());
    let mut wrong = None;
    for (ground, stands) in grounds.standing(words) {
        let says = match stands {
            Stands::Whole if ground.footing.rank() <= most => return None,
            Stands::Whole => RISEN,
            Stands::Part => GROWN,
            Stands::Within => AROUND,
        };
        wrong.get_or_insert_with(|| suspect(says, rest, ground.quoted()));
    }
    Some(wrong.unwrap_or_else(|| gone(rest, words, grounds)))
}

/// Says what stands there that was not there to be read.
fn news(
    rests: &[(&Rest, Words)],
    grounds: &Grounds<'_>,
    outcome: &AspectOutcome,
    answering: &[usize],
) -> Option<Suspicion> {
    let was_read = |ground: &Ground<'_>| {
        rests.iter().any(|(_, words)| words.stand_in(&ground.words) == Some(Stands::Whole))
    };
    let mut actions = answering.iter().filter_map(|action| grounds.all.get(*action));
    if let Some(ground) = actions.find(|ground| !was_read(ground)) {
        return Some(came(NEW, Some(ground.quoted())));
    }
    let near = outcome.nearest.first().filter(|_| rests.is_empty())?;
    Some(came(FOUND, Some((near.quote.clone(), near.location.clone()))))
}

fn gone(rest: &Rest, words: &Words, grounds: &Grounds<'_>) -> Suspicion {
    Suspicion {
        says: GONE,
        words: rest.words.clone(),
        now: grounds.nearest(words).map(|ground| ground.quoted()),
    }
}

fn suspect(says: &'static str, rest: &Rest, now: (String, crate::document::Location)) -> Suspicion {
    Suspicion { says, words: rest.words.clone(), now: Some(now) }
}

fn came(says: &'static str, now: Option<(String, crate::document::Location)>) -> Suspicion {
    Suspicion { says, words: String::new(), now }
}
