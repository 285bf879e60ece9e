//! The results of one statement: what is wrong, where, and a fingerprint by which it is known again in the next draft.

use std::collections::BTreeMap;
use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;

use super::Ordered;
use super::model::{Message, Place, ResultProperties, SarifResult, Suppression};
use super::places::Places;
use super::rules::index;
use crate::assess::{Diagnostic, ItemOutcome};
use crate::document::Location;
use crate::report::{Report, safe, shorten, told};

/// Returns a result for each diagnostic, in their order.
pub(super) fn of(report: &Report<'_>, places: &Places) -> Vec<SarifResult> {
    let words = words(report);
    let mut seen = BTreeMap::new();
    let results = report.diagnostics.iter().map(|diagnostic| {
        let item = report.assessment.items.iter().find(|item| Some(item.id()) == diagnostic.item.as_deref());
        let location = diagnostic.location.as_ref();
        let action = diagnostic.action.and_then(|place| report.statement.actions.get(place));
        let alone = || *words.get(&key(location?))?;
        let quote = action.map(|action| action.text.as_str()).or_else(alone);
        SarifResult {
            rule_id: diagnostic.code.name(),
            rule_index: index(diagnostic.code),
            level: diagnostic.severity,
            message: Message::of(&format!("{}. What to do: {}", diagnostic.message, diagnostic.help)),
            locations: [places.of_statement(report.statement, location, quote)],
            related_locations: item.map(|item| near(report, item, places)).unwrap_or_default(),
            partial_fingerprints: fingerprint(diagnostic, &mut seen),
            suppressions: suppressions(diagnostic, item),
            properties: diagnostic.item.as_ref().map(|id| ResultProperties {
                item: id.clone(),
                decided: item.map(|item| told::decisions(report, item)).unwrap_or_default(),
            }),
        }
    });
    results.collect()
}

/// Returns the words of the statement by their place; `None` where words of several passages or actions stand.
fn words<'a>(report: &Report<'a>) -> BTreeMap<(&'a str, &'a str), Option<&'a str>> {
    let passages = report.statement.passages.iter().map(|passage| (&passage.location, &passage.text));
    let actions = report.statement.actions.iter().map(|action| (&action.location, &action.text));
    let mut words = BTreeMap::new();
    for (location, text) in passages.chain(actions) {
        let alone = words.entry(key(location)).or_insert(Some(text.as_str()));
        *alone = alone.filter(|known| known == text);
    }
    words
}

fn key(location: &Location) -> (&str, &str) {
    (&location.file, &location.text)
}

/// Returns the passages that come near the parts of an item that nothing meets, each with why it falls short.
fn near(report: &Report<'_>, item: &ItemOutcome, places: &Places) -> Vec<Place> {
    let ItemOutcome::Finding(finding) = item else { return Vec::new() };
    let nearest = told::aspects(report, finding)
        .flat_map(|(rule, outcome)| outcome.nearest.iter().map(move |near| (rule, near)));
    let near = nearest.map(|(rule, near)| {
        let place = places.of_statement(report.statement, Some(&near.location), Some(&near.quote));
        let quote = shorten(&safe(&near.quote));
        let message = format!("{}: \"{quote}\" ({})", rule.asks, near.why.says());
        Place { message: Some(Message::of(&message)), ..place }
    });
    near.collect()
}

fn suppressions(diagnostic: &Diagnostic, item: Option<&ItemOutcome>) -> Vec<Suppression> {
    if !diagnostic.waived {
        return Vec::new();
    }
    let waived = item.and_then(ItemOutcome::waived).map(told::waived);
    let justification = waived.unwrap_or_else(|| "waived".to_owned());
    vec![Suppression { kind: "external", status: "accepted", justification }]
}

/// Returns by what a result is known again: the item, the code, the words of the message but for its numbers and days,
/// and how many results like it came before. The place is left out, since rows move.
fn fingerprint(diagnostic: &Diagnostic, seen: &mut BTreeMap<u64, u32>) -> Ordered<String> {
    let mut hash = SipHasher13::new();
    let words = diagnostic.message.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let item = diagnostic.item.as_deref().unwrap_or_default();
    for word in [item, diagnostic.code.name()].into_iter().chain(words) {
        hash.write(word.to_lowercase().as_bytes());
        hash.write_u8(0);
    }
    let hash = hash.finish();
    let times = seen.entry(hash).and_modify(|times| *times += 1).or_insert(1);
    BTreeMap::from([("itemCodeWords/v1".to_owned(), format!("{hash:016x}:{times}"))])
}
