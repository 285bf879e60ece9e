//! Where words begin and end in a text, found without copying anything.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Whether a word may consist of `c`: a letter of any script or a plain digit. Superscripts and fractions are
/// signs, so that a footnote mark does not become part of the word it follows.
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphabetic() && !is_combining_mark(c))
}

/// Whether `c` is an apostrophe, straight or curly.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}')
}

/// Whether `c` is a hyphen, plain or typographic.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The places of the words of a text, in order.
#[derive(Debug)]
pub(crate) struct Cuts<'t> {
    text: &'t str,
    at: usize,
    joined_prefixes: &'t [String],
}

impl<'t> Cuts<'t> {
    /// Cuts `text`; the first parts in `joined_prefixes` join the rest of their hyphenated word.
    pub(super) fn new(text: &'t str, joined_prefixes: &'t [String]) -> Self {
        Self { text, at: 0, joined_prefixes }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn start_of_next(&self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        rest.char_indices().find(|&(_, c)| is_word_char(c)).map(|(offset, _)| self.at + offset)
    }

    /// The end of the run of letters and digits that begins at `start`.
    fn run_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
                at += 1;
            }
            match self.char_at(at) {
                Some(c) if !c.is_ascii() && (is_word_char(c) || is_combining_mark(c)) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }

    /// Whether `sign`, which stands between `part` and the text at `next`, holds the two together.
    fn joins(&self, sign: char, part: &str, next: usize) -> bool {
        let Some(follower) = self.char_at(next) else { return false };
        let after_digit = part.ends_with(|c: char| c.is_ascii_digit());
        let before_digit = follower.is_ascii_digit();
        match sign {
            '/' | ':' => after_digit && before_digit,
            ',' => after_digit && is_thousand(self.slice(next..self.run_end(next))),
            '.' if before_digit => after_digit || is_section_sign(part),
            '.' => is_one_letter(part) && is_one_letter(self.slice(next..self.run_end(next))),
            _ if is_hyphen(sign) && before_digit => after_digit,
            _ if is_hyphen(sign) => {
                is_word_char(follower) && self.joined_prefixes.iter().any(|p| part.eq_ignore_ascii_case(p))
            }
            _ => false,
        }
    }
}

impl Iterator for Cuts<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.start_of_next()?;
        let mut part_start = start;
        let mut end = self.run_end(start);
        let mut dotted = false;
        self.at = end;
        while let Some(sign) = self.char_at(end).filter(|&c| !c.is_whitespace()) {
            let next = end + sign.len_utf8();
            if is_apostrophe(sign) && self.char_at(next).is_some_and(is_word_char) {
                let run_end = self.run_end(next);
                if self.slice(next..run_end).eq_ignore_ascii_case("s") {
                    self.at = run_end;
                    break;
                }
                end = run_end;
            } else if self.joins(sign, self.slice(part_start..end), next) {
                dotted = sign == '.' && is_one_letter(self.slice(part_start..end));
                part_start = next;
                end = self.run_end(next);
            } else if dotted && sign == '.' {
                dotted = false;
                part_start = next;
                end = next;
            } else {
                break;
            }
            self.at = end;
        }
        Some(start..end)
    }
}

/// `s` of `s.17`, `pp` of `pp.4`; longer words before a point and a digit end a sentence.
fn is_section_sign(part: &str) -> bool {
    let mut letters = part.chars();
    letters.by_ref().take(3).all(char::is_alphabetic) && letters.next().is_none() && !part.is_empty()
}

fn is_one_letter(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

fn is_thousand(run: &str) -> bool {
    run.len() == 3 && run.bytes().all(|b| b.is_ascii_digit())
}
