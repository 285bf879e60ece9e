//! The text of a query to its tokens.

use std::ops::Range;

use super::ast::Node;
use super::parse::QueryProblem;
use super::regexes;
use crate::text::is_word_char;

/// One token with its place in the query.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// The kinds of token.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`
    Not,
    /// `NEAR/8`, or `THEN/8` when ordered.
    Near { within: usize, ordered: bool },
    /// What the text is searched for.
    Leaf(Node),
    /// Something in the place of a leaf that has already been objected to.
    Bad,
}

/// The longest distance of `NEAR` and `THEN`, in words.
const FARTHEST: usize = 100;

/// Cuts `query` into tokens and adds what is wrong with single tokens to `problems`.
pub(super) fn lex(query: &str, problems: &mut Vec<QueryProblem>) -> Vec<Token> {
    let mut lexer = Lexer { query, at: 0, problems };
    std::iter::from_fn(|| lexer.token()).collect()
}

struct Lexer<'q, 'p> {
    query: &'q str,
    at: usize,
    problems: &'p mut Vec<QueryProblem>,
}

impl<'q> Lexer<'q, '_> {
    fn token(&mut self) -> Option<Token> {
        self.at = self.query.len() - self.rest().trim_start().len();
        let start = self.at;
        let kind = match self.rest().chars().next()? {
            '(' => self.sign(Kind::Open),
            ')' => self.sign(Kind::Close),
            '"' => self.phrase(),
            '\u{201C}' | '\u{201D}' => self.curly_phrase(),
            '/' => self.regex(),
            '@' => self.set(),
            '=' => self.exact(),
            _ => self.word(),
        };
        Some(Token { span: start..self.at, kind })
    }

    fn rest(&self) -> &'q str {
        self.query.get(self.at..).unwrap_or_default()
    }

    fn sign(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    fn object(&mut self, span: Range<usize>, message: String, help: impl Into<Option<String>>) -> Kind {
        self.problems.push(QueryProblem { span, message, help: help.into() });
        Kind::Bad
    }

    /// Reads on to the next space, parenthesis or quote and returns what was read.
    fn chunk(&mut self) -> &'q str {
        let rest = self.rest();
        let is_end = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '\u{201C}' | '\u{201D}');
        let chunk = rest.find(is_end).and_then(|end| rest.get(..end)).unwrap_or(rest);
        self.at += chunk.len();
        chunk
    }

    /// Reads on past `close`, or to the end of the line where there is none. Returns what lies before it.
    fn until(&mut self, close: char, skip_escaped: bool) -> Result<&'q str, ()> {
        let rest = self.rest();
        let mut escaped = false;
        for (offset, c) in rest.char_indices() {
            if c == close && !escaped {
                self.at += offset + c.len_utf8();
                return Ok(rest.get(..offset).unwrap_or_default());
            }
            escaped = skip_escaped && c == '\\' && !escaped;
        }
        self.at += rest.find('\n').unwrap_or(rest.len());
        Err(())
    }

    fn phrase(&mut self) -> Kind {
        let start = self.at;
        self.at += 1;
        let Ok(inner) = self.until('"', false) else {
            let help = "end the phrase with `\"`".to_owned();
            return self.object(start..start + 1, "the quote is not closed".to_owned(), help);
        };
        let words: Vec<String> = inner.split_whitespace().map(str::to_owned).collect();
        if !inner.contains(is_word_char) {
            let help = "write words between the quotes".to_owned();
            return self.object(start..self.at, "the phrase is empty".to_owned(), help);
        }
        match words.iter().find(|word| has_stray_star(word)) {
            Some(word) => self.stray_star(start, word),
            None => Kind::Leaf(Node::Phrase(words)),
        }
    }

    fn curly_phrase(&mut self) -> Kind {
        let start = self.at;
        self.at += '\u{201C}'.len_utf8();
        let inner = self.until('\u{201D}', false).unwrap_or_default();
        let help = format!("write straight quotes: `\"{}\"`", if inner.is_empty() { "a b" } else { inner });
        self.object(start..self.at, "curly quotes do not make a phrase".to_owned(), help)
    }

    fn regex(&mut self) -> Kind {
        let start = self.at;
        self.at += 1;
        let Ok(pattern) = self.until('/', true) else {
            let help = "end it with `/`, and write `\\/` for a slash inside it".to_owned();
            return self.object(start..start + 1, "the regex is not closed".to_owned(), help);
        };
        match regexes::check(pattern) {
            Ok(()) => Kind::Leaf(Node::Regex(pattern.to_owned())),
            Err(problem) => {
                let inside = |place: Range<usize>| start + 1 + place.start..start + 1 + place.end;
                let span = problem.span.map_or(start..self.at, inside);
                self.object(span, problem.message, problem.help.to_owned())
            }
        }
    }

    fn set(&mut self) -> Kind {
        let start = self.at;
        self.at += 1;
        let name = self.chunk();
        let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            let help = "a set is named by letters, digits and hyphens: `@escalation`".to_owned();
            return self.object(start..self.at, format!("`@{name}` is not the name of a set"), help);
        }
        Kind::Leaf(Node::Set(name.to_owned()))
    }

    fn exact(&mut self) -> Kind {
        let start = self.at;
        self.at += 1;
        let word = self.chunk();
        if word.contains('*') || !is_written_as_word(word) {
            let help = "`=` takes one word as it is written: `=RHI`".to_owned();
            return self.object(start..self.at, format!("`={word}` is not an exact word"), help);
        }
        Kind::Leaf(Node::Exact(word.to_owned()))
    }

    fn word(&mut self) -> Kind {
        let start = self.at;
        let word = self.chunk();
        match word {
            "AND" => return Kind::And,
            "OR" => return Kind::Or,
            "NOT" => return Kind::Not,
            _ => {}
        }
        let (name, distance) = word.split_once('/').map_or((word, None), |(name, n)| (name, Some(n)));
        if name == "NEAR" || name == "THEN" {
            return self.near(start, name, distance);
        }
        if has_stray_star(word) {
            return self.stray_star(start, word);
        }
        let stem = word.strip_suffix('*').unwrap_or(word);
        if !is_written_as_word(stem) {
            return self.not_a_word(start, word);
        }
        Kind::Leaf(if stem.len() < word.len() {
            Node::Prefix(stem.to_owned())
        } else {
            Node::Word(word.to_owned())
        })
    }

    fn near(&mut self, start: usize, name: &str, distance: Option<&str>) -> Kind {
        let within = distance.and_then(|n| n.parse().ok()).filter(|&n| n <= FARTHEST);
        if within.is_none() {
            let strayed = if distance.is_none() { self.strayed_number() } else { "" };
            let message = match distance {
                None | Some("") => format!("`{name}` needs a distance"),
                Some(given) => format!("the distance `{given}` is not a number from 0 to {FARTHEST}"),
            };
            let example = if strayed.is_empty() { "8" } else { strayed };
            let help = format!("`{name}/{example}` lets up to {example} words stand between the two parts");
            self.object(start..self.at, message, help);
        }
        Kind::Near { within: within.unwrap_or(FARTHEST), ordered: name == "THEN" }
    }

    /// Reads the number of `NEAR 8`, so that it is not taken for a word to look for.
    fn strayed_number(&mut self) -> &'q str {
        let before = self.at;
        self.at = self.query.len() - self.rest().trim_start().len();
        let number = self.chunk();
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            self.at = before;
            return "";
        }
        number
    }

    fn stray_star(&mut self, start: usize, word: &str) -> Kind {
        let message = format!("the `*` in `{word}` does not stand at the end of a word");
        let help = "`*` ends a word of which only the beginning is given: `exploit*`".to_owned();
        self.object(start..self.at, message, help)
    }

    fn not_a_word(&mut self, start: usize, word: &str) -> Kind {
        let plain = word.trim_matches(|c: char| !is_word_char(c));
        let help = match word {
            "&" | "&&" | "+" => "write `AND`".to_owned(),
            "|" | "||" | "," => "write `OR`".to_owned(),
            "!" | "-" => "write `NOT`".to_owned(),
            _ if plain.is_empty() => "leave it out: a query is made of words and operators".to_owned(),
            _ => format!("leave out the signs around it: `{plain}`"),
        };
        self.object(start..self.at, format!("`{word}` is not a word"), help)
    }
}

/// Whether a `*` stands anywhere but after the last letter of `word`.
fn has_stray_star(word: &str) -> bool {
    let stem = word.strip_suffix('*').unwrap_or(word);
    stem.contains('*') || (stem.len() < word.len() && !stem.ends_with(is_word_char))
}

/// Whether `word` begins and ends with a letter or digit, but for the last point of `R.H.I.`.
fn is_written_as_word(word: &str) -> bool {
    let body = word.strip_suffix('.').filter(|body| body.contains('.')).unwrap_or(word);
    body.starts_with(is_word_char) && body.ends_with(is_word_char)
}
