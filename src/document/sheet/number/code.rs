//! The code of a number format, `dd/mm/yyyy` or `#,##0.0%`, taken apart.

use super::day::DateParts;

/// The longest code that is read; Excel allows 255 characters.
const LONGEST: usize = 1024;

/// A number format: up to three sections for numbers and one for text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::document::sheet) struct Code {
    sections: Vec<Section>,
}

/// One section of a format.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    tokens: Vec<Token>,
}

/// A sign of a section, or several that belong together.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Text shown as it is.
    Literal(String),
    /// A place for a digit, and whether a zero is shown in it.
    Digit(bool),
    Point,
    Comma,
    Percent,
    /// The place of text.
    Text,
    /// The number as it is without a format.
    General,
    /// A part of a date or time: its letter, in lower case, and how often it is said.
    Date(char, usize),
    /// An exponent or fraction, which no plan has.
    Exact,
}

impl Code {
    /// Reads a format's code.
    pub(in crate::document::sheet) fn read(code: &str) -> Self {
        let code: String = code.chars().take(LONGEST).collect();
        let mut sections = vec![Section::default()];
        let mut rest = code.chars().peekable();
        while let Some(sign) = rest.next() {
            if sign == ';' {
                sections.push(Section::default());
                continue;
            }
            let token = match sign {
                '"' => Token::Literal(rest.by_ref().take_while(|sign| *sign != '"').collect()),
                '\\' | '!' => Token::Literal(rest.next().into_iter().collect()),
                '_' => {
                    rest.next();
                    Token::Literal(" ".to_owned())
                }
                '*' => {
                    rest.next();
                    continue;
                }
                '[' => match bracket(&rest.by_ref().take_while(|sign| *sign != ']').collect::<String>()) {
                    Some(token) => token,
                    None => continue,
                },
                '0' => Token::Digit(true),
                '#' | '?' => Token::Digit(false),
                '.' => Token::Point,
                ',' => Token::Comma,
                '%' => Token::Percent,
                '@' => Token::Text,
                'E' | 'e' if rest.next_if(|sign| matches!(sign, '+' | '-')).is_some() => Token::Exact,
                'G' | 'g' if starts(&rest, "eneral") => {
                    rest.nth("eneral".len() - 1);
                    Token::General
                }
                'A' | 'a' if starts(&rest, "m/pm") => {
                    rest.nth("m/pm".len() - 1);
                    continue;
                }
                'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => {
                    let mut times = 1;
                    while rest.next_if(|next| next.eq_ignore_ascii_case(&sign)).is_some() {
                        times += 1;
                    }
                    Token::Date(sign.to_ascii_lowercase(), times)
                }
                '/' => Token::Exact,
                sign => Token::Literal(sign.to_string()),
            };
            if let Some(section) = sections.last_mut() {
                section.tokens.push(token);
            }
        }
        Self { sections }
    }

    /// Returns the section that a number is shown by, and whether its minus sign is still to be shown.
    pub(super) fn section_for(&self, value: f64) -> Option<(&Section, bool)> {
        let at = match self.sections.len() {
            0 | 1 => 0,
            2 => usize::from(value < 0.0),
            _ if value < 0.0 => 1,
            _ if value == 0.0 => 2,
            _ => 0,
        };
        self.sections.get(at).map(|section| (section, at == 0))
    }

    /// Whether the format shows no text at all, as `;;;` does.
    pub(in crate::document::sheet) fn hides_text(&self) -> bool {
        matches!(self.sections.as_slice(), [_, _, _, text] if text.tokens.is_empty())
    }
}

impl Section {
    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Whether it tells numbers in a way that is not laid out here.
    pub(super) fn is_exact_only(&self) -> bool {
        self.tokens.contains(&Token::Exact)
    }

    /// Returns what the section shows of a date; `None` when it is none.
    ///
    /// `m` is the month, unless it stands among hours and seconds without a day or year.
    pub(super) fn date(&self) -> Option<DateParts> {
        let has =
            |letter| self.tokens.iter().any(|token| matches!(token, Token::Date(each, _) if *each == letter));
        let (day, year) = (has('d'), has('y'));
        let time = has('h') || has('s');
        let month = has('m') && (day || year || !time);
        (day || year || month || time).then_some(DateParts { day, month, year, time })
    }
}

/// Reads what stands in square brackets: a currency or an elapsed time; colours and conditions are not shown.
fn bracket(inside: &str) -> Option<Token> {
    if let Some(currency) = inside.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        return (!sign.is_empty()).then(|| Token::Literal(sign.to_owned()));
    }
    let first = inside.chars().next()?.to_ascii_lowercase();
    let elapsed =
        matches!(first, 'h' | 'm' | 's') && inside.chars().all(|sign| sign.eq_ignore_ascii_case(&first));
    elapsed.then_some(Token::Date(if first == 'm' { 's' } else { first }, inside.len()))
}

fn starts(rest: &std::iter::Peekable<std::str::Chars<'_>>, word: &str) -> bool {
    let mut rest = rest.clone();
    word.chars().all(|letter| rest.next().is_some_and(|next| next.eq_ignore_ascii_case(&letter)))
}
