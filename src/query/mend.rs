//! Slips between the tokens of a query, told and mended so that the parser need not meet them.

use super::ast::Node;
use super::lex::{Kind, Token};
use super::parse::QueryProblem;

/// How deep parentheses may nest, and how many `NEAR` and `THEN` may follow one another.
pub(super) const DEEPEST: usize = 64;

/// Returns `tokens` with operators in capitals and every parenthesis paired, and adds what was amiss to
/// `problems`. Parentheses that nest too deep to go on leave no token.
pub(super) fn mend(query: &str, mut tokens: Vec<Token>, problems: &mut Vec<QueryProblem>) -> Vec<Token> {
    raise_small_operators(&mut tokens, problems);
    balance(query, tokens, problems)
}

/// Whether a token of this kind begins a part of a query.
pub(super) fn begins_part(kind: &Kind) -> bool {
    matches!(kind, Kind::Leaf(_) | Kind::Bad | Kind::Open | Kind::Not)
}

fn ends_part(kind: &Kind) -> bool {
    matches!(kind, Kind::Leaf(_) | Kind::Bad | Kind::Close)
}

/// Objects to `and`, `or`, `not` and `near` in the place of an operator, and makes them one.
fn raise_small_operators(tokens: &mut [Token], problems: &mut Vec<QueryProblem>) {
    for at in 0..tokens.len() {
        let Some(Token { kind: Kind::Leaf(Node::Word(word)), span }) = tokens.get(at) else { continue };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let between = before.is_some_and(|token| ends_part(&token.kind));
        let leads = tokens.get(at + 1).is_some_and(|token| begins_part(&token.kind));
        let Some((kind, wanted)) = as_operator(word, between).filter(|_| leads) else { continue };
        problems.push(QueryProblem {
            span: span.clone(),
            message: format!("`{word}` is read as a word here"),
            help: Some(format!("write operators in capitals: `{wanted}`")),
        });
        if let Some(token) = tokens.get_mut(at) {
            token.kind = kind;
        }
    }
}

/// The operator that `word` would be in capitals, and how to write it. All but `not` stand `between` two parts.
fn as_operator(word: &str, between: bool) -> Option<(Kind, String)> {
    let upper = word.to_uppercase();
    let name = upper.split_once('/').map_or(upper.as_str(), |(name, _)| name);
    match name {
        "AND" if between => Some((Kind::And, upper)),
        "OR" if between => Some((Kind::Or, upper)),
        "NOT" if between => Some((Kind::Not, "AND NOT".to_owned())),
        "NOT" => Some((Kind::Not, upper)),
        "NEAR" | "THEN" if between => {
            let kind = Kind::Near { within: 8, ordered: name == "THEN" };
            let wanted = if upper.contains('/') { upper } else { format!("{name}/8") };
            Some((kind, wanted))
        }
        _ => None,
    }
}

/// Objects to parentheses without a partner, and leaves them out or adds the partner.
fn balance(query: &str, tokens: Vec<Token>, problems: &mut Vec<QueryProblem>) -> Vec<Token> {
    let mut object = |span, message: String, help: &str| {
        problems.push(QueryProblem { span, message, help: Some(help.to_owned()) });
    };
    let mut open = Vec::new();
    let mut balanced = Vec::with_capacity(tokens.len());
    for token in tokens {
        match token.kind {
            Kind::Open if open.len() == DEEPEST => {
                let message = format!("parentheses nest more than {DEEPEST} deep");
                object(token.span, message, "split the query into named sets");
                return Vec::new();
            }
            Kind::Open => open.push(token.span.clone()),
            Kind::Close if open.pop().is_none() => {
                let help = "leave it out, or write the `(` it belongs to";
                object(token.span, "`)` closes nothing".to_owned(), help);
                continue;
            }
            _ => {}
        }
        balanced.push(token);
    }
    let end = query.len();
    for unclosed in open {
        object(unclosed, "`(` is not closed".to_owned(), "write the `)` it belongs to");
        balanced.push(Token { span: end..end, kind: Kind::Close });
    }
    balanced
}
