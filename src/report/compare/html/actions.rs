//! The actions that came, went and changed.

use maud::{Markup, html};

use super::place;
use crate::compare::{Change, Comparison, Draft, Pair, Piece};
use crate::report::compare::pieces::shortened;
use crate::report::compare::told::{self, Fact};
use crate::report::html::parts::{self, cut, quote};
use crate::statement::Action;

/// Returns the actions of the new draft alone; `None` where there are none.
pub(super) fn added(comparison: &Comparison<'_>) -> Option<Markup> {
    let pairs = comparison.pairs.iter().filter(|pair| pair.was.is_none());
    let told = pairs
        .filter_map(|pair| Some(whole(pair, (comparison.new, pair.now?), pair.answers.now, comparison.old)));
    table("added-actions", "Actions of the new draft alone", "Answers", &told.collect::<Vec<_>>())
}

/// Returns the actions of the old draft alone; `None` where there are none.
pub(super) fn removed(comparison: &Comparison<'_>) -> Option<Markup> {
    let pairs = comparison.pairs.iter().filter(|pair| pair.now.is_none());
    let told = pairs
        .filter_map(|pair| Some(whole(pair, (comparison.old, pair.was?), pair.answers.was, comparison.new)));
    table("removed-actions", "Actions of the old draft alone", "Answered", &told.collect::<Vec<_>>())
}

fn table(id: &str, caption: &str, answers: &str, rows: &[Markup]) -> Option<Markup> {
    let columns = ["Action", "Owner", "Due", answers, "Place"].map(|name| html! { (name) });
    let rows = (!rows.is_empty()).then(|| html! { @for row in rows { (row) } })?;
    Some(parts::table(id, "items", &html! { (caption) }, &columns, &rows))
}

/// Returns the row of an action that is in one draft alone; where its words are no action in the other, it says so.
fn whole(
    pair: &Pair<'_>,
    (draft, action): (Draft<'_>, &Action),
    answers: &[String],
    other: Draft<'_>,
) -> Markup {
    let due = action.due.as_ref().map_or("none", |due| &due.text);
    html! {
        tr {
            th scope="row" {
                (cut(&action.text))
                @if let Some(stray) = &pair.stray {
                    p.soft.small {
                        (told::stray(pair, stray)) ", " (place(other, stray.location)) ": " (quote(stray.quote, &[]))
                    }
                }
            }
            td { (cut(action.owner.as_deref().unwrap_or("none"))) }
            td { (cut(due)) }
            td { (if answers.is_empty() { "nothing".to_owned() } else { answers.join(", ") }) }
            td { (place(draft, &action.location)) }
        }
    }
}

/// Returns the actions of both drafts that changed; `None` where there are none.
pub(super) fn changed(comparison: &Comparison<'_>) -> Option<Markup> {
    let is_changed = |pair: &&Pair<'_>| pair.was.is_some() && pair.now.is_some() && !pair.changes.is_empty();
    let pairs: Vec<&Pair<'_>> = comparison.pairs.iter().filter(is_changed).collect();
    (!pairs.is_empty()).then(|| html! { @for pair in pairs { (entry(comparison, pair)) } })
}

fn entry(comparison: &Comparison<'_>, pair: &Pair<'_>) -> Markup {
    let (Some(was), Some(now)) = (pair.was, pair.now) else { return html! {} };
    let pieces = pair.changes.iter().find_map(|change| match change {
        Change::Reworded(pieces) => Some(shortened(pieces)),
        _ => None,
    });
    html! {
        article.change {
            h3 { (capital(&told::happened(pair))) }
            p.words { @match pieces { Some(pieces) => q { (reworded(&pieces)) }, None => (quote(&now.text, &[])) } }
            p.soft.small {
                (place(comparison.new, &now.location))
                @if was.location.text != now.location.text { "; in the old draft " (place(comparison.old, &was.location)) }
            }
            @let facts = told::facts(pair);
            @if !facts.is_empty() { dl.facts { @for fact in facts { (told_fact(&fact)) } } }
        }
    }
}

fn told_fact(fact: &Fact) -> Markup {
    html! {
        dt { (capital(fact.label)) }
        dd {
            (cut(&fact.now)) span.soft { "; was " (cut(&fact.was)) }
            @if !fact.remark.is_empty() { br; (fact.remark) }
        }
    }
}

/// Returns a text with the words that went struck out and those that came underlined, and both said to those who do not
/// see it.
fn reworded(pieces: &[Piece]) -> Markup {
    html! {
        @for (at, piece) in pieces.iter().enumerate() {
            @if at > 0 { " " }
            @if piece.same { (piece.now) } @else {
                @if !piece.was.is_empty() {
                    del { span.said { "taken out: " } (piece.was) span.said { "; " } }
                }
                @if !(piece.was.is_empty() || piece.now.is_empty()) { " " }
                @if !piece.now.is_empty() {
                    ins { span.said { "put in: " } (piece.now) span.said { "; " } }
                }
            }
        }
    }
}

/// Returns a text that begins with a capital.
fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
