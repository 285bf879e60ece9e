//! Words as a decision holds them: what is left of a text when everything is taken off that no reader would call a change
//! of words, and whether such words stand in another text.

use unicode_normalization::UnicodeNormalization;

use crate::text::sentences;

/// The words of a text without regard to white space, case, quote marks, dashes, bullets and list numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    words: Vec<String>,
    /// Of each word, whether a sentence begins with it.
    begins: Vec<bool>,
}

/// How words stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// They are all of it.
    Whole,
    /// They are whole sentences of it.
    Part,
    /// They stand in the midst of a sentence, whose other words may turn what they say.
    Within,
}

impl Words {
    pub(crate) fn of(text: &str, abbreviations: &[String]) -> Self {
        let mut all = Self { words: Vec::new(), begins: Vec::new() };
        for range in sentences(text, abbreviations) {
            let sentence = text.get(range).unwrap_or_default();
            for (n, word) in of_sentence(sentence).into_iter().enumerate() {
                all.words.push(word);
                all.begins.push(n == 0);
            }
        }
        all
    }

    /// Returns the words in their order.
    pub(crate) fn all(&self) -> &[String] {
        &self.words
    }

    /// Returns how these words stand in `text`; `None` where they do not.
    pub(super) fn stand_in(&self, text: &Self) -> Option<Stands> {
        let length = self.words.len();
        if length == 0 || length > text.words.len() {
            return None;
        }
        if self.words == text.words {
            return Some(Stands::Whole);
        }
        let starts =
            text.words.windows(length).enumerate().filter(|(_, window)| *window == self.words.as_slice());
        let whole_sentences = |start: usize| {
            let begins = |at: usize| text.begins.get(at).copied().unwrap_or(true);
            begins(start) && begins(start + length)
        };
        let mut found = None;
        for (start, _) in starts {
            if whole_sentences(start) {
                return Some(Stands::Part);
            }
            found = Some(Stands::Within);
        }
        found
    }

    /// Returns how much the words of two texts have in common, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let mut theirs: Vec<&str> = other.words.iter().map(String::as_str).collect();
        theirs.sort_unstable();
        let mut mine: Vec<&str> = self.words.iter().map(String::as_str).collect();
        mine.sort_unstable();
        let all = mine.len() + theirs.len();
        let (mut common, mut at) = (0, 0);
        for word in mine {
            while theirs.get(at).is_some_and(|other| *other < word) {
                at += 1;
            }
            if theirs.get(at) == Some(&word) {
                common += 1;
                at += 1;
            }
        }
        // Both are numbers of words, far below where a float would lose one.
        if all == 0 { 0.0 } else { 2.0 * f64::from(common) / all as f64 }
    }
}

fn of_sentence(sentence: &str) -> Vec<String> {
    let mut pieces = sentence.split_whitespace().skip_while(|piece| is_bullet(piece)).peekable();
    if pieces.peek().is_some_and(|piece| is_list_number(piece)) {
        pieces.next();
    }
    pieces.flat_map(of_piece).collect()
}

fn is_bullet(piece: &str) -> bool {
    piece.chars().all(|sign| !sign.is_alphanumeric() && (is_dash(sign) || is_mark(sign)))
}

/// `3.`, `2.1)`, `(b)`, `iv.`: what a list item is numbered with. A number that nothing closes is a word, and a capital
/// with a full stop may begin a name.
fn is_list_number(piece: &str) -> bool {
    let Some(number) = piece.strip_suffix(['.', ')']) else { return false };
    let number = number.trim_start_matches('(');
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let roman = || number.len() <= 5 && number.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let capital = |byte: u8| byte.is_ascii_uppercase() && piece.ends_with(')');
    let letter =
        || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase() || capital(byte));
    !number.is_empty() && (number.split('.').all(digits) || letter() || roman())
}

/// Returns the words of a piece between white space: parted at dashes, since a line end parts there too.
pub(crate) fn of_piece(piece: &str) -> Vec<String> {
    let plain: String = piece.nfkc().filter(|sign| !is_unseen(*sign)).flat_map(char::to_lowercase).collect();
    let below_zero = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit());
    let sign = plain.strip_prefix(is_dash).filter(|rest| below_zero(rest)).map(|_| "-");
    let mut words: Vec<String> = plain
        .split(is_dash)
        .map(|word| word.trim_matches(is_mark).replace(is_apostrophe, "'"))
        .filter(|word| !word.is_empty())
        .collect();
    if let (Some(sign), Some(first)) = (sign, words.first_mut()) {
        first.insert_str(0, sign);
    }
    words
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '`' | '\u{b4}' | '\u{2018}'..='\u{201b}' | '\u{2032}')
}

/// Whether a sign at the edge of a word is no part of it. A question mark is: it turns a promise into a question.
fn is_mark(sign: char) -> bool {
    is_apostrophe(sign)
        || matches!(
            sign,
            '"' | '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}' | '\u{2033}'
        )
        || matches!(
            sign,
            '.' | ',' | ';' | ':' | '!' | '(' | ')' | '[' | ']' | '{' | '}' | '\u{2026}' | '*' | '_' | '|'
        )
        || matches!(
            sign,
            '\u{2022}' | '\u{b7}' | '\u{25aa}' | '\u{25cf}' | '\u{25cb}' | '\u{25e6}' | '\u{f0b7}'
        )
}

/// Soft hyphens and signs without width.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
