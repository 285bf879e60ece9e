//! Numbers as a cell shows them: the number formats of Excel, read as far as a plan uses them.

mod code;
mod day;

pub(super) use code::Code;
pub(super) use day::{DateParts, Epoch, shown_day};

use code::{Section, Token};

impl Code {
    /// Returns what a cell in this format shows of a number; empty when the format shows nothing.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> String {
        let Some((section, signed)) = self.section_for(value) else { return general(value) };
        if let Some(parts) = section.date() {
            return epoch.show(value, parts).unwrap_or_else(|| general(value));
        }
        let minus = if signed && value < 0.0 { "-" } else { "" };
        match figures(section, value.abs()) {
            Some(figures) => format!("{minus}{figures}"),
            None => general(value),
        }
    }
}

/// Returns a number as a cell without a format shows it: ten figures at most, no zeros at the end.
pub(super) fn general(value: f64) -> String {
    if value == value.trunc() && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let before_point = value.abs().log10().floor().max(0.0);
    if !(1e-9..1e15).contains(&value.abs()) {
        return format!("{value:e}");
    }
    // From 1 to 9 by the lines above, so the conversion loses nothing.
    let places = (9.0 - before_point).clamp(0.0, 9.0) as usize;
    let figures = format!("{value:.places$}");
    figures.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Lays a number out by a section; `None` where the section puts signs between its digits, or tells fractions.
fn figures(section: &Section, value: f64) -> Option<String> {
    let tokens = section.tokens();
    let is_place = |token: &Token| matches!(token, Token::Digit(_) | Token::Point | Token::Comma);
    let Some(first) = tokens.iter().position(is_place) else {
        let shows_number = tokens.iter().any(|token| matches!(token, Token::General | Token::Text));
        let value = general(value);
        let texts = tokens.iter().map(|token| match token {
            Token::Literal(text) => text.as_str(),
            Token::General | Token::Text => value.as_str(),
            Token::Percent => "%",
            _ => "",
        });
        let shown: String = texts.collect();
        return (shows_number || !shown.is_empty() || tokens.is_empty()).then_some(shown);
    };
    let last = tokens.iter().rposition(is_place)?;
    let (before, rest) = tokens.split_at(first);
    let (places, after) = rest.split_at(last + 1 - first);
    if !places.iter().all(is_place) || section.is_exact_only() {
        return None;
    }
    let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
    let point = places.iter().position(|token| *token == Token::Point).unwrap_or(places.len());
    let (whole, decimals) = places.split_at(point);
    // Commas behind the last digit stand for thousands left out, those between digits are shown.
    let commas_behind =
        |tokens: &[Token]| tokens.iter().rev().take_while(|token| **token == Token::Comma).count();
    let behind_whole = commas_behind(whole);
    let scale = behind_whole + commas_behind(decimals);
    let grouped = whole.iter().rev().skip(behind_whole).any(|token| *token == Token::Comma);
    let digits = |tokens: &[Token], must: bool| {
        tokens.iter().filter(|token| matches!(token, Token::Digit(zero) if *zero || !must)).count()
    };
    let value =
        value * 100_f64.powi(i32::try_from(percents).ok()?) / 1000_f64.powi(i32::try_from(scale).ok()?);
    let most = digits(decimals, false);
    let mut text = format!("{value:.most$}");
    let least = digits(decimals, true);
    for _ in least..most {
        match text.strip_suffix('0') {
            Some(shorter) => text.truncate(shorter.len()),
            None => break,
        }
    }
    let text = text.trim_end_matches('.');
    let (whole_text, decimal_text) = text.split_once('.').unwrap_or((text, ""));
    let mut laid = format!("{whole_text:0>width$}", width = digits(whole, true));
    if grouped {
        laid = in_thousands(&laid);
    }
    if !decimal_text.is_empty() {
        laid = format!("{laid}.{decimal_text}");
    }
    Some(format!("{}{laid}{}", literals(before), literals(after)))
}

fn literals(tokens: &[Token]) -> String {
    let texts = tokens.iter().map(|token| match token {
        Token::Literal(text) => text.as_str(),
        Token::Percent => "%",
        _ => "",
    });
    texts.collect()
}

fn in_thousands(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
