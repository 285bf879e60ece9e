//! The comparison as JSON of schema 1: one object; fields may be added, none changed.

mod action;

use schemars::JsonSchema;
use serde::Serialize;

use self::action::PairPart;
use crate::assess::{ItemOutcome, Verdict};
use crate::compare::{AspectChange, Comparison, Counts, ItemChange, Pair, Progress};
use crate::pack::Agency;
use crate::report::escaped;
use crate::report::json::{AspectPart, Day, Kind, PackPart, SchemaOne, StatementPart, WaivedPart, schema_of};

/// Returns the comparison as JSON, indented, with a line end.
pub fn json(comparison: &Comparison<'_>) -> String {
    escaped(&Root::of(comparison))
}

/// Returns the JSON Schema (draft 2020-12) of what `wsoa compare` prints as JSON, as text that ends with a line end.
pub fn schema() -> String {
    schema_of::<Root<'_>>()
}

/// What `wsoa compare --format json` prints: what changed between two drafts of a statement. Later versions of the
/// program may add fields, and names to the lists of reasons, ties and changes; none is changed or taken away.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "wsoa compare, schema 1")]
struct Root<'a> {
    /// The version of this shape.
    schema: SchemaOne,
    /// The draft as it was.
    old: StatementPart<'a>,
    /// The draft as it is.
    new: StatementPart<'a>,
    /// The rules that both were held against.
    pack: PackPart<'a>,
    /// The day for which both were checked.
    as_of: Day,
    /// How much changed.
    counts: &'a Counts,
    /// What the letter asks and how it fares, in the order of the letter.
    items: Vec<ItemPart<'a>>,
    /// The actions that changed, and those that did not and yet made an aspect better or worse: in the order of the new
    /// draft, those that are gone after what preceded them.
    actions: Vec<PairPart<'a>>,
}

/// Something that the letter asks, and how it fares.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Item")]
struct ItemPart<'a> {
    /// Its id in the rules.
    id: &'a str,
    /// What kind of demand it is.
    kind: Kind,
    /// How it fares. A finding is worse when any of its aspects is, and none is better.
    progress: Progress,
    /// Its verdict in the old draft.
    was: Verdict,
    /// Its verdict in the new draft.
    now: Verdict,
    /// Of a finding: its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    aspects: Option<Vec<AspectChangePart<'a>>>,
    /// Of a next step: the agencies that own an action now and owned none, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    came: Option<Vec<&'a str>>,
    /// Of a next step: the agencies that own no action now and owned one, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    went: Option<Vec<&'a str>>,
    /// A person's decision that it need not be answered here. It is shown as any other, and makes no comparison fail.
    #[serde(skip_serializing_if = "Option::is_none")]
    waived: Option<WaivedPart<'a>>,
}

/// A part of what a finding asks, and how it fares.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AspectChange")]
struct AspectChangePart<'a> {
    /// Its id, unique in the finding.
    id: &'a str,
    /// How it fares.
    progress: Progress,
    /// Its outcome in the old draft.
    was: AspectPart<'a>,
    /// Its outcome in the new draft.
    now: AspectPart<'a>,
    /// Where it got better or worse, the actions that made it so: their places in `actions`, counted from 0. None where
    /// a person's decision did, or something around the actions.
    causes: Vec<usize>,
    /// Whether it got better or worse with a person's decision that came, went, or holds no longer.
    decided: bool,
}

impl<'a> Root<'a> {
    fn of(comparison: &'a Comparison<'a>) -> Self {
        let aspects = comparison.items.iter().flat_map(|item| &item.aspects);
        let causes: Vec<usize> = aspects.flat_map(|aspect| aspect.causes.iter().copied()).collect();
        let told = |(place, pair): &(usize, &Pair<'_>)| !pair.is_unchanged() || causes.contains(place);
        let pairs: Vec<(usize, &Pair<'a>)> = comparison.pairs.iter().enumerate().filter(told).collect();
        let places: Vec<usize> = pairs.iter().map(|(place, _)| *place).collect();
        Self {
            schema: SchemaOne,
            old: StatementPart::of(comparison.old.statement),
            new: StatementPart::of(comparison.new.statement),
            pack: PackPart::of(comparison.inspection, comparison.new.assessment),
            as_of: Day(comparison.new.assessment.as_of),
            counts: &comparison.counts,
            items: comparison.items.iter().map(|item| ItemPart::of(item, &places)).collect(),
            actions: pairs.into_iter().map(|(_, pair)| PairPart::of(pair)).collect(),
        }
    }
}

impl<'a> ItemPart<'a> {
    fn of(item: &'a ItemChange<'a>, places: &[usize]) -> Self {
        let ids = |agencies: &[&'a Agency]| agencies.iter().map(|agency| agency.id.as_str()).collect();
        let aspects = || item.aspects.iter().map(|aspect| AspectChangePart::of(aspect, places)).collect();
        let (kind, aspects, came, went) = match item.now {
            ItemOutcome::Finding(_) => (Kind::Finding, Some(aspects()), None, None),
            ItemOutcome::NextStep(_) => (Kind::NextStep, None, Some(ids(&item.came)), Some(ids(&item.went))),
        };
        Self {
            id: item.now.id(),
            kind,
            progress: item.progress,
            was: item.was.verdict(),
            now: item.now.verdict(),
            aspects,
            came,
            went,
            waived: item.now.waived().map(WaivedPart::of),
        }
    }
}

impl<'a> AspectChangePart<'a> {
    fn of(aspect: &'a AspectChange<'a>, places: &[usize]) -> Self {
        let place = |cause: &usize| places.binary_search(cause).ok();
        Self {
            id: &aspect.rule.id,
            progress: aspect.progress,
            was: AspectPart::of(aspect.was),
            now: AspectPart::of(aspect.now),
            causes: aspect.causes.iter().filter_map(place).collect(),
            decided: aspect.decided,
        }
    }
}
