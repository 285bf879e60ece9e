//! A query as written: the tree of its parts, each with its place.

use std::ops::Range;

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ast {
    /// Where the part stands: bytes of the query.
    pub span: Range<usize>,
    /// What it asks for.
    pub node: Node,
}

/// What one part of a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A bare word, matched by its English stem: `regrade`.
    Word(String),
    /// Words in this order, side by side, each matched by its stem: `"risk assessment"`.
    Phrase(Vec<String>),
    /// Every word that begins so: `exploit*`.
    Prefix(String),
    /// A word exactly as written, case and all: `=RHI`.
    Exact(String),
    /// A regular expression over the text, the last resort: `/\d+ hours?/`.
    Regex(String),
    /// A shared set by its name: `@escalation`.
    Set(String),
    /// All of these.
    And(Vec<Ast>),
    /// Any of these.
    Or(Vec<Ast>),
    /// The text must not hold this. Stands only beside something that must be there.
    Not(Box<Ast>),
    /// Both parts with at most `within` words between them; in this order when `ordered` (`THEN`), else in any
    /// (`NEAR`).
    Near {
        /// The first part.
        left: Box<Ast>,
        /// The second part.
        right: Box<Ast>,
        /// How many words may lie between the two, 0 to 100.
        within: usize,
        /// Whether the first part must come first.
        ordered: bool,
    },
}

impl Ast {
    /// Whether the part asks that something be absent.
    pub fn is_not(&self) -> bool {
        matches!(self.node, Node::Not(_))
    }

    /// Shows `visit` this part, and then every part that it is made of.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        self.parts().into_iter().for_each(|part| part.walk(visit));
    }

    /// Returns the parts it is made of.
    pub fn parts(&self) -> Vec<&Self> {
        match &self.node {
            Node::And(parts) | Node::Or(parts) => parts.iter().collect(),
            Node::Not(inner) => vec![inner],
            Node::Near { left, right, .. } => vec![left, right],
            Node::Word(_)
            | Node::Phrase(_)
            | Node::Prefix(_)
            | Node::Exact(_)
            | Node::Regex(_)
            | Node::Set(_) => Vec::new(),
        }
    }
}

impl Node {
    /// Returns the part as a person writes it; of an operator, its name alone.
    pub fn label(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Self::Prefix(word) => format!("{word}*"),
            Self::Exact(word) => format!("={word}"),
            Self::Regex(pattern) => format!("/{pattern}/"),
            Self::Set(name) => format!("@{name}"),
            Self::And(_) => "AND".to_owned(),
            Self::Or(_) => "OR".to_owned(),
            Self::Not(_) => "NOT".to_owned(),
            Self::Near { within, ordered: false, .. } => format!("NEAR/{within}"),
            Self::Near { within, ordered: true, .. } => format!("THEN/{within}"),
        }
    }
}
