//! An action of one or both drafts, as JSON writes it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::{Change, Pair, Piece, Stray};
use crate::document::Location;
use crate::report::json::ActionPart;
use crate::statement::PassageKind;

/// An action of one or both drafts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ActionChange")]
pub(super) struct PairPart<'a> {
    /// What became of it; nothing where it is the same in both drafts.
    changes: Vec<ChangeKind>,
    /// It in the old draft; null where it was added.
    was: Option<ActionPart<'a>>,
    /// It in the new draft; null where it was removed.
    now: Option<ActionPart<'a>>,
    /// Where it was reworded, its words in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a [Piece]>,
    /// Where it was redated, by how many days it is later, negative when earlier; left out where either draft names no
    /// day.
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<i32>,
    /// Where it was redated, whether its new date is past on the day of the check, and it is not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    past: Option<bool>,
    /// Where it is in one draft alone: the words of the other that say the same and are no action there.
    #[serde(skip_serializing_if = "Option::is_none")]
    stands: Option<StrayPart<'a>>,
}

/// What may become of an action.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum ChangeKind {
    /// It is in the new draft alone.
    Added,
    /// It is in the old draft alone.
    Removed,
    /// It stands elsewhere among the other actions, or in another section or table. What only follows from actions that
    /// were added or removed is no move.
    Moved,
    /// Its row names another finding.
    Referred,
    /// Its words changed.
    Reworded,
    /// It commits more or less firmly.
    Recommitted,
    /// It is due on another day.
    Redated,
    /// Another does it.
    Reassigned,
    /// Its success is known by something else.
    Remeasured,
}

/// Words that one draft has as an action and the other as something else.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Stray")]
struct StrayPart<'a> {
    /// The words.
    quote: &'a str,
    /// What they are.
    kind: StrayKind,
    /// Where they stand.
    location: &'a Location,
}

/// What words are that are no action.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum StrayKind {
    /// The inspectors' words.
    Quoted,
    /// Prose that commits nobody.
    Prose,
    /// Background, strengths, governance, a glossary.
    Context,
    /// Text that no longer belongs to the statement.
    Superseded,
}

impl<'a> PairPart<'a> {
    pub(super) fn of(pair: &'a Pair<'a>) -> Self {
        let changes = match (pair.was, pair.now) {
            (None, _) => vec![ChangeKind::Added],
            (_, None) => vec![ChangeKind::Removed],
            _ => pair.changes.iter().map(ChangeKind::of).collect(),
        };
        let words = pair.changes.iter().find_map(|change| match change {
            Change::Reworded(pieces) => Some(pieces.as_slice()),
            _ => None,
        });
        let redated = pair.changes.iter().find_map(|change| match change {
            Change::Redated(redated) => Some(redated),
            _ => None,
        });
        Self {
            changes,
            was: pair.was.map(|action| ActionPart::of(action, pair.answers.was)),
            now: pair.now.map(|action| ActionPart::of(action, pair.answers.now)),
            words,
            days: redated.and_then(|redated| redated.days),
            past: redated.map(|redated| redated.past),
            stands: pair.stray.as_ref().map(StrayPart::of),
        }
    }
}

impl ChangeKind {
    fn of(change: &Change<'_>) -> Self {
        match change {
            Change::Moved => Self::Moved,
            Change::Referred(_) => Self::Referred,
            Change::Reworded(_) => Self::Reworded,
            Change::Recommitted(_) => Self::Recommitted,
            Change::Redated(_) => Self::Redated,
            Change::Reassigned(_) => Self::Reassigned,
            Change::Remeasured(_) => Self::Remeasured,
        }
    }
}

impl<'a> StrayPart<'a> {
    fn of(stray: &'a Stray<'a>) -> Self {
        let kind = match stray.kind {
            PassageKind::Quoted => StrayKind::Quoted,
            PassageKind::Prose => StrayKind::Prose,
            PassageKind::Context => StrayKind::Context,
            PassageKind::Superseded => StrayKind::Superseded,
        };
        Self { quote: stray.quote, kind, location: stray.location }
    }
}
