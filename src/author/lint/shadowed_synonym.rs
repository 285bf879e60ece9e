//! `shadowed-synonym`: a choice of an `OR` that finds nothing which another choice beside it does not find.
//!
//! Only what can be left out without any change is reported. Where distances are counted from the words that match, or
//! those words are used themselves, `risk` finds less than `"risk assessment"` beside it: the shorter run ends earlier.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Lint;
use super::desk::{Desk, Written, inside};
use crate::pack::{Code, CommitmentKind, Problem, Rules};
use crate::query::{Alike, Ast, Node, QueryId};

pub(super) const LINT: Lint = Lint { code: Code::ShadowedSynonym, look };

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    let measured = Measured::of(desk);
    let mut doubts = Vec::new();
    for query in desk.queries() {
        each_choice(query.ast, measured.alike(query.id), &mut |choices, alike| {
            let shadowed = desk.shapes.shadowed(choices, alike).into_iter();
            doubts.extend(shadowed.filter_map(|(at, by)| doubt(desk, &query, choices, at, by)));
        });
    }
    doubts
}

/// Shows `visit` the choices of every `OR`, with what must stay the same when one of them is left out.
fn each_choice(ast: &Ast, alike: Alike, visit: &mut impl FnMut(&[Ast], Alike)) {
    if let Node::Or(choices) = &ast.node {
        visit(choices, alike);
    }
    let alike = if matches!(ast.node, Node::Near { .. }) { Alike::Words } else { alike };
    ast.parts().into_iter().for_each(|part| each_choice(part, alike, visit));
}

fn doubt(desk: &Desk<'_>, query: &Written<'_>, choices: &[Ast], at: usize, by: usize) -> Option<Problem> {
    let (choice, wider) = (choices.get(at)?, choices.get(by)?);
    let (said, other) = (shown(desk, query, choice), shown(desk, query, wider));
    let message = format!("`{said}` finds nothing that `{other}` beside it does not find");
    let doubt = desk.doubt(Code::ShadowedSynonym, &inside(query.at, &choice.span), message);
    let out = inside(query.at, &with_its_or(desk.rules.text_at(query.at), choices, at)?);
    let does = format!("removed `{said}`, which `{other}` beside it finds");
    Some(doubt.also(inside(query.at, &wider.span).bytes, "finds it already").mend(out.bytes, "", does))
}

/// Returns a part as its author wrote it, in one line.
fn shown(desk: &Desk<'_>, query: &Written<'_>, part: &Ast) -> String {
    let text = desk.rules.text_at(&inside(query.at, &part.span));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns where a choice stands with the `OR` that falls away with it: one on its own line, so that the lines stay as
/// they are, unless the choice has a line of its own.
fn with_its_or(text: &str, choices: &[Ast], at: usize) -> Option<Range<usize>> {
    let choice = &choices.get(at)?.span;
    let before = at.checked_sub(1).and_then(|before| choices.get(before)).map(|one| one.span.end..choice.end);
    let after = choices.get(at + 1).map(|next| choice.start..next.span.start);
    let in_line = |out: &Range<usize>, gap: Range<usize>| {
        let gap = text.get(gap).unwrap_or_default();
        (!gap.contains('\n')).then(|| out.clone())
    };
    let after_in_line = after.as_ref().and_then(|out| in_line(out, choice.end..out.end));
    let before_in_line = before.as_ref().and_then(|out| in_line(out, out.start..choice.start));
    after_in_line.or(before_in_line).or(after).or(before)
}

/// The queries of which it matters what words they match, and not only whether they match.
struct Measured(BTreeSet<QueryId>);

impl Measured {
    fn of(desk: &Desk<'_>) -> Self {
        let mut measured = Self(read_for_their_words(desk.rules).collect());
        let mut ahead: Vec<(&Ast, Alike)> =
            desk.queries().map(|query| (query.ast, measured.alike(query.id))).collect();
        while let Some((ast, alike)) = ahead.pop() {
            if let Node::Set(name) = &ast.node
                && alike == Alike::Words
                && let Some(set) = desk.rules.language.sets.get(name)
                && measured.0.insert(set.query)
            {
                ahead.extend(desk.rules.library.ast(set.query).map(|ast| (ast, Alike::Words)));
            }
            let alike = if matches!(ast.node, Node::Near { .. }) { Alike::Words } else { alike };
            ahead.extend(ast.parts().into_iter().map(|part| (part, alike)));
        }
        measured
    }

    fn alike(&self, query: QueryId) -> Alike {
        if self.0.contains(&query) { Alike::Words } else { Alike::Texts }
    }
}

/// Returns the queries whose matches are cut out of the text, or counted: names of agencies, headings, clauses, promises,
/// and what letters ask about.
fn read_for_their_words(rules: &Rules) -> impl Iterator<Item = QueryId> {
    let language = &rules.language;
    let promises = language.commitments.iter().filter(|rule| rule.kind == CommitmentKind::Firm);
    let agencies = language.agencies.iter().map(|agency| agency.owns);
    let columns = language.columns.iter().map(|column| column.heading);
    let clauses = language.clauses.iter().map(|clause| clause.when);
    let topics = language.topics.iter().map(|topic| topic.asked);
    agencies.chain(columns).chain(clauses).chain(promises.map(|rule| rule.when)).chain(topics)
}
