//! `never-matches`: a query that finds none of its own accepted sentences, and a part of one that can find nothing.

use super::Lint;
use super::desk::{Desk, Trials, Written, aspects, inside};
use crate::assess::Pull;
use crate::pack::{At, Code, Problem};
use crate::query::{Alike, Ast, Node};

pub(super) const LINT: Lint = Lint { code: Code::NeverMatches, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let missed = desk.trials().iter().flat_map(|tried| missed(desk, tried));
    missed.chain(desk.queries().flat_map(|query| impossible(desk, &query))).collect()
}

/// Doubts `met_by` and `told_by` that match none of the sentences they are there for.
fn missed(desk: &Desk<'_>, tried: &Trials<'_>) -> Vec<Problem> {
    let mut doubts = Vec::new();
    for (place, (_, _, aspect)) in aspects(tried.inspection).enumerate() {
        let own =
            || tried.trials.iter().filter(|trial| trial.aspect == place).filter_map(|t| t.pulls.get(place));
        let mut doubt = |name: &str, at: &At, matches: fn(&Pull) -> bool| {
            if own().next().is_some() && !own().any(matches) {
                let message = format!("`{name}` matches none of the sentences that the aspect accepts");
                let help = "widen it until it matches those in the most usual words; `wsoa rules test` shows what is missing";
                doubts.push(desk.doubt(Code::NeverMatches, at, message).help(help));
            }
        };
        doubt("met_by", &aspect.met_by_at, |pull| pull.met);
        if let Some(at) = &aspect.told_by_at {
            doubt("told_by", at, |pull| pull.told);
        }
    }
    doubts
}

/// Doubts parts of a query that no text can match, or only one that nobody writes.
fn impossible(desk: &Desk<'_>, query: &Written<'_>) -> Vec<Problem> {
    let mut doubts = Vec::new();
    query.ast.walk(&mut |part| match &part.node {
        Node::And(parts) => doubts.extend(contradiction(desk, query, parts)),
        Node::Near { left, right, .. } => doubts.extend(repetition(desk, query, part, left, right)),
        _ => {}
    });
    doubts
}

/// `a AND NOT a`: what must be there is ruled out beside it.
fn contradiction(desk: &Desk<'_>, query: &Written<'_>, parts: &[Ast]) -> Option<Problem> {
    let finds_all = |wide: &Ast, narrow: &Ast| desk.shapes.finds_all(wide, narrow, Alike::Texts);
    let ruled_out = |not: &Ast| {
        let wanted = parts.iter().find(|wanted| {
            !wanted.is_not() && not.parts().into_iter().any(|absent| finds_all(absent, wanted))
        })?;
        let message = "this rules out what must be there, so that nothing matches";
        let there = inside(query.at, &wanted.span).bytes;
        let doubt = desk.doubt(Code::NeverMatches, &inside(query.at, &not.span), message);
        Some(doubt.label("must not be there").also(there, "must be there").help("take one of the two out"))
    };
    parts.iter().filter(|part| part.is_not()).find_map(ruled_out)
}

/// `a NEAR/4 a`: a word is not near itself, so that it must stand twice.
fn repetition(desk: &Desk<'_>, query: &Written<'_>, near: &Ast, left: &Ast, right: &Ast) -> Option<Problem> {
    let same = |a, b| desk.shapes.finds_all(a, b, Alike::Words);
    if !same(left, right) || !same(right, left) {
        return None;
    }
    let message =
        format!("both sides of `{}` are the same, so that the words must stand twice", near.node.label());
    let doubt = desk.doubt(Code::NeverMatches, &inside(query.at, &near.span), message);
    Some(doubt.help("ask for the word alone, or name the other word that must stand near it"))
}
