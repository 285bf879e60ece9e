//! The text of a query to its tree, or to every problem in it.

use std::ops::Range;

use super::ast::{Ast, Node};
use super::lex::{Kind, Token, lex};
use super::mend::{DEEPEST, begins_part, mend};

/// Something wrong in a query, with its place in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryProblem {
    /// Where: bytes of the query.
    pub span: Range<usize>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do about it, where that is known.
    pub help: Option<String>,
}

/// Parses a query.
///
/// # Errors
///
/// Gives every problem found, at least one, in the order of their places: two words side by side without an
/// operator, a missing parenthesis or quote, an empty phrase, a distance that is no number from 0 to 100, a regex
/// that does not compile or is too large, a `NOT` with nothing beside it that must be there.
pub fn parse(query: &str) -> Result<Ast, Vec<QueryProblem>> {
    let mut problems = Vec::new();
    let tokens = lex(query, &mut problems);
    if tokens.is_empty() {
        problems.push(QueryProblem {
            span: 0..query.len(),
            message: "the query is empty".to_owned(),
            help: Some("write at least one word to look for".to_owned()),
        });
    }
    let tokens = mend(query, tokens, &mut problems);
    let mut parser = Parser { query, tokens, at: 0, run_end: 0, problems };
    let parsed = if parser.tokens.is_empty() { None } else { parser.any() };
    let mut problems = parser.problems;
    if let (Some(ast), true) = (&parsed, problems.is_empty()) {
        check_nots(ast, true, &mut problems);
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    match parsed {
        Some(ast) if problems.is_empty() => Ok(ast),
        _ => Err(problems),
    }
}

struct Parser<'q> {
    query: &'q str,
    tokens: Vec<Token>,
    at: usize,
    /// The end of a run of words side by side that has been objected to as a whole.
    run_end: usize,
    problems: Vec<QueryProblem>,
}

impl Parser<'_> {
    /// `a OR b OR c`, the loosest.
    fn any(&mut self) -> Option<Ast> {
        let mut parts = vec![self.all()];
        while self.eat(|kind| matches!(kind, Kind::Or)).is_some() {
            parts.push(self.all());
        }
        join(parts, Node::Or)
    }

    /// `a AND NOT b`, and words side by side for want of an operator.
    fn all(&mut self) -> Option<Ast> {
        let mut parts = vec![self.not()];
        loop {
            if self.eat(|kind| matches!(kind, Kind::And)).is_none() {
                match self.tokens.get(self.at) {
                    Some(next) if begins_part(&next.kind) => self.object_to_neighbours(),
                    _ => return join(parts, Node::And),
                }
            }
            parts.push(self.not());
        }
    }

    fn not(&mut self) -> Option<Ast> {
        let Some(not) = self.eat(|kind| matches!(kind, Kind::Not)) else { return self.near() };
        while let Some(again) = self.eat(|kind| matches!(kind, Kind::Not)) {
            self.object(not.start..again.end, "`NOT NOT` asks for nothing", "leave both out");
        }
        let inner = self.near()?;
        Some(Ast { span: not.start..inner.span.end, node: Node::Not(Box::new(inner)) })
    }

    /// `a NEAR/8 b THEN/2 c`, from the left, the tightest.
    fn near(&mut self) -> Option<Ast> {
        let mut left = self.part();
        let mut chain = 0;
        while let Some(Token { kind: Kind::Near { within, ordered }, span }) = self.tokens.get(self.at) {
            let (within, ordered, span) = (*within, *ordered, span.clone());
            self.at += 1;
            chain += 1;
            if chain == DEEPEST {
                self.object(span, "too many distances follow one another", "split the query into named sets");
            }
            let right = self.part();
            left = match (left, right) {
                (Some(left), Some(right)) if chain < DEEPEST => Some(Ast {
                    span: left.span.start..right.span.end,
                    node: Node::Near { left: Box::new(left), right: Box::new(right), within, ordered },
                }),
                _ => None,
            };
        }
        left
    }

    /// A leaf or a group.
    fn part(&mut self) -> Option<Ast> {
        while let Some(not) = self.eat_misplaced_not() {
            let help = "say it beside the distance: `(a NEAR/8 b) AND NOT c`";
            self.object(not, "a distance cannot lead to a `NOT`", help);
        }
        let token = self.tokens.get(self.at);
        let span = token.map(|token| token.span.clone()).unwrap_or_default();
        match token.map(|token| &token.kind) {
            Some(Kind::Leaf(node)) => {
                self.at += 1;
                Some(Ast { span, node: node.clone() })
            }
            Some(Kind::Bad) => {
                self.at += 1;
                None
            }
            Some(Kind::Open) => self.group(span),
            Some(Kind::Close | Kind::And | Kind::Or | Kind::Not | Kind::Near { .. }) | None => {
                self.object_to_missing_part();
                None
            }
        }
    }

    fn group(&mut self, open: Range<usize>) -> Option<Ast> {
        self.at += 1;
        if let Some(close) = self.eat(|kind| matches!(kind, Kind::Close)) {
            self.object(
                open.start..close.end,
                "the parentheses are empty",
                "write what belongs between them",
            );
            return None;
        }
        let inner = self.any();
        let close = self.eat(|kind| matches!(kind, Kind::Close));
        let end = close.map_or(self.query.len(), |close| close.end);
        inner.map(|inner| Ast { span: open.start..end, node: inner.node })
    }

    fn eat(&mut self, wanted: impl Fn(&Kind) -> bool) -> Option<Range<usize>> {
        let token = self.tokens.get(self.at).filter(|token| wanted(&token.kind))?;
        self.at += 1;
        Some(token.span.clone())
    }

    fn eat_misplaced_not(&mut self) -> Option<Range<usize>> {
        let before = self.at.checked_sub(1).and_then(|before| self.tokens.get(before))?;
        let after_near = matches!(before.kind, Kind::Near { .. });
        after_near.then(|| self.eat(|kind| matches!(kind, Kind::Not))).flatten()
    }

    fn object(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(QueryProblem { span, message: message.into(), help: Some(help.into()) });
    }

    fn text(&self, token: &Token) -> &str {
        self.query.get(token.span.clone()).unwrap_or_default()
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Leaf(Node::Word(_))))
    }

    /// Objects to the token at hand, which begins a part right after another part. A run of words is one problem.
    fn object_to_neighbours(&mut self) {
        let first = self.at.saturating_sub(1);
        let (Some(before), Some(next)) = (self.tokens.get(first), self.tokens.get(self.at)) else { return };
        let raised = matches!(next.kind, Kind::Not) && self.text(next) != "NOT";
        let beside_bad = matches!(before.kind, Kind::Bad) || matches!(next.kind, Kind::Bad);
        if self.at < self.run_end || raised || beside_bad {
            return;
        }
        let mut message = format!("no operator between `{}` and `{}`", self.text(before), self.text(next));
        let mut span = before.span.start..next.span.end;
        let mut help = "write `AND`, `OR` or `NEAR/8` between them".to_owned();
        if matches!(next.kind, Kind::Not) {
            message = format!("no operator between `{}` and `NOT`", self.text(before));
            help = "write `AND NOT`".to_owned();
        } else if self.is_word(first) && self.is_word(self.at) {
            self.run_end = (self.at..).find(|&at| !self.is_word(at)).unwrap_or(self.at);
            let run = self.tokens.get(first..self.run_end).unwrap_or_default();
            let words: Vec<&str> = run.iter().map(|token| self.text(token)).collect();
            span.end = run.last().map_or(span.end, |last| last.span.end);
            help = format!("write `\"{}\"` for the phrase, or `{}`", words.join(" "), words.join(" AND "));
        }
        self.object(span, message, help);
    }

    /// Objects to an operator that lacks the part before or after it.
    fn object_to_missing_part(&mut self) {
        let before = self.at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let lone = match before {
            Some(before) if !matches!(before.kind, Kind::Open) => Some((before, "after")),
            _ => self.tokens.get(self.at).map(|next| (next, "before")),
        };
        let Some((operator, side)) = lone else { return };
        let message = format!("`{}` has nothing {side} it", self.text(operator));
        self.object(operator.span.clone(), message, "write a word, a phrase or a set there, or leave it out");
    }
}

/// Makes one part of several; parts that could not be read have been objected to already.
fn join(parts: Vec<Option<Ast>>, node: fn(Vec<Ast>) -> Node) -> Option<Ast> {
    let mut parts: Vec<Ast> = parts.into_iter().flatten().collect();
    if parts.len() < 2 {
        return parts.pop();
    }
    let start = parts.first().map_or(0, |first| first.span.start);
    let end = parts.last().map_or(0, |last| last.span.end);
    Some(Ast { span: start..end, node: node(parts) })
}

/// Objects to every `NOT` with nothing beside it that must be there; `alone` tells whether `ast` itself is so.
fn check_nots(ast: &Ast, alone: bool, problems: &mut Vec<QueryProblem>) {
    match &ast.node {
        Node::Not(inner) => {
            if alone {
                problems.push(QueryProblem {
                    span: ast.span.clone(),
                    message: "`NOT` has nothing beside it that must be there".to_owned(),
                    help: Some("say what must be there: `a AND NOT b`".to_owned()),
                });
            }
            check_nots(inner, true, problems);
        }
        Node::And(parts) => {
            let alone = parts.iter().all(|part| matches!(part.node, Node::Not(_)));
            parts.iter().for_each(|part| check_nots(part, alone, problems));
        }
        Node::Or(parts) => parts.iter().for_each(|part| check_nots(part, true, problems)),
        Node::Near { left, right, .. } => {
            check_nots(left, true, problems);
            check_nots(right, true, problems);
        }
        _ => {}
    }
}
