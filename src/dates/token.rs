//! The words, numbers and signs that a date is written with.

use std::ops::Range;

/// A word, number or sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// The bytes it takes.
    pub(super) range: Range<usize>,
    /// Whether no space stands before it.
    pub(super) glued: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, in lower case.
    Word(String),
    /// Digits: the number and how many there are.
    Number(u32, usize),
    /// Any other character; all dashes are `-`, all apostrophes `'`.
    Sign(char),
}

/// Returns the tokens of `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        if sign.is_whitespace() {
            glued = false;
            continue;
        }
        match tokens.last_mut().filter(|_| glued) {
            Some(Token { kind: Kind::Word(word), range, .. }) if sign.is_alphabetic() => {
                word.extend(sign.to_lowercase());
                range.end = end;
            }
            Some(Token { kind: Kind::Number(number, digits), range, .. }) if sign.is_ascii_digit() => {
                *number = number.saturating_mul(10).saturating_add(sign.to_digit(10).unwrap_or_default());
                *digits += 1;
                range.end = end;
            }
            _ => tokens.push(Token { kind: kind(sign), range: at..end, glued, capital: sign.is_uppercase() }),
        }
        glued = true;
    }
    tokens
}

fn kind(sign: char) -> Kind {
    if sign.is_alphabetic() {
        Kind::Word(sign.to_lowercase().collect())
    } else if let Some(digit) = sign.to_digit(10) {
        Kind::Number(digit, 1)
    } else {
        Kind::Sign(match sign {
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            '’' | '‘' | '`' => '\'',
            other => other,
        })
    }
}
