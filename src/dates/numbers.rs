//! The numbers of a date: days, years, and dates written in figures alone.

use super::calendar::{Named, Year};
use super::grammar::{Form, Proof, Scene, Written, form_of};
use super::token::Kind;

impl Scene<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<&Kind> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match self.kind(at)? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at) == Some(word)
    }

    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.kind(at) == Some(&Kind::Sign(sign))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Number(..)))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.kind(at)? {
            Kind::Number(number, digits) => Some((*number, *digits)),
            _ => None,
        }
    }

    /// Returns the day of the month at `at`, with or without its ordinal letters, and the token after it.
    pub(super) fn day(&self, at: usize) -> Option<(i8, usize)> {
        let (number, digits) = self.number(at)?;
        let part_of_more =
            self.is_glued(at) && at > 0 && (self.word(at - 1).is_some() || self.is_number(at - 1));
        if digits > 2 || !(1..=31).contains(&number) || part_of_more {
            return None;
        }
        let ordinal = matches!(self.word(at + 1), Some("st" | "nd" | "rd" | "th"));
        Some((i8::try_from(number).ok()?, at + 1 + usize::from(ordinal)))
    }

    /// `31/12/2016`, `31.3.17`, `2016-10-31`, `09/2016`, `31/3`.
    pub(super) fn numeric(&self, at: usize) -> Option<Form> {
        let (first, digits) = self.number(at)?;
        let Some(Kind::Sign(sign @ ('/' | '.' | '-'))) = self.kind(at + 1) else { return None };
        let joined = |index: usize| self.is_glued(index) && self.is_glued(index + 1);
        let (second, second_digits) = self.number(at + 2)?;
        if !joined(at + 1) || second_digits > 4 || self.is_inside_number(at) {
            return None;
        }
        if self.is_sign(at + 3, *sign) && joined(at + 3) {
            let (third, third_digits) = self.number(at + 4)?;
            let more = self.is_glued(at + 5) && (self.is_sign(at + 5, *sign) && self.is_number(at + 6));
            if more || second_digits > 2 {
                return None;
            }
            let (day, year, year_digits) =
                if digits == 4 { (third, first, digits) } else { (first, third, third_digits) };
            return Some(form_of(figures(day, second, year, year_digits), at + 5, Proof::None));
        }
        let month = || i8::try_from(second).ok().filter(|month| (1..=12).contains(month));
        match (digits, second_digits) {
            (1 | 2, 4) if *sign != '.' && (1..=12).contains(&first) => {
                let month = i8::try_from(first).ok()?;
                Some(form_of(year(second, 4).of(|year| Named::Month { month, year }), at + 3, Proof::None))
            }
            // Round the clock is no day of July.
            (1 | 2, 1 | 2) if *sign == '/' && (1..=31).contains(&first) && (first, second) != (24, 7) => {
                let (day, month) = (i8::try_from(first).ok()?, month()?);
                Some(form_of(Named::Day { day, month, year: None }, at + 3, Proof::Alone))
            }
            _ => None,
        }
    }

    /// Returns whether the number at `at` goes on from a number or letter before it: `v1.2`, `1.2/3`.
    fn is_inside_number(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is_glued(at)) else { return false };
        match self.kind(before) {
            Some(Kind::Sign('/' | '.' | '-')) => {
                before > 0 && self.is_glued(before) && self.is_number(before - 1)
            }
            Some(Kind::Word(_)) => true,
            _ => false,
        }
    }

    /// Returns the year after the day and month of a date, of four digits or two, and the token after it.
    pub(super) fn year_after(&self, at: usize) -> (Written, usize) {
        let comma = at + usize::from(self.is_sign(at, ',') || self.is_sign(at, '-'));
        if let (written @ (Written::Year(_) | Written::Impossible), end) = self.full_year(comma) {
            return (written, end);
        }
        if let Some((year, end)) = self.short_year(at) {
            return (Written::Year(Year::Calendar(year)), end);
        }
        (Written::Absent, at)
    }

    /// The same after a month alone, where two digits may also be a day.
    pub(super) fn year_after_month(&self, at: usize) -> (Written, usize) {
        let (written, end) = self.year_after(at);
        let Written::Year(Year::Calendar(year)) = written else { return (written, end) };
        let about = self.about.unwrap_or(2020);
        let plain_digits = self.number(at).is_some_and(|(number, digits)| digits == 2 && number <= 31);
        let likely = (about.saturating_sub(10)..=about.saturating_add(9)).contains(&year);
        if plain_digits && !likely { (Written::Absent, at) } else { (written, end) }
    }

    /// `16`, `'16`, `-16`: in prose the bare digits must end a phrase.
    fn short_year(&self, at: usize) -> Option<(i16, usize)> {
        let marked = self.is_sign(at, '\'') || (self.is_sign(at, '-') && self.is_glued(at));
        let place = at + usize::from(marked);
        let (number, digits) = self.number(place)?;
        if digits != 2 || (marked && !self.is_glued(place)) {
            return None;
        }
        let next = self.kind(place + 1);
        let goes_on = match next {
            Some(Kind::Word(word)) => {
                matches!(word.as_str(), "st" | "nd" | "rd" | "th") || (self.prose && !marked)
            }
            Some(Kind::Sign('%' | '/' | ':')) => true,
            Some(Kind::Sign('.' | ',' | '-')) => self.is_glued(place + 1) && self.is_number(place + 2),
            Some(Kind::Number(..)) => true,
            _ => false,
        };
        (!goes_on).then(|| (full(number), place + 1))
    }

    /// Returns the year of four digits at `at`, alone or split (`2016/17`), and the token after it.
    pub(super) fn full_year(&self, at: usize) -> (Written, usize) {
        let Some((number, 4)) = self.number(at) else { return (Written::Absent, at) };
        if self.is_inside_number(at) || self.is_sign(at + 1, '%') {
            return (Written::Absent, at);
        }
        if let Some((second, digits)) = self.second_of_split(at) {
            let follows = match digits {
                2 => (number + 1) % 100 == second,
                4 => number + 1 == second,
                _ => false,
            };
            if follows {
                let split = |year| match year {
                    Year::Calendar(year) | Year::Split(year) => Year::Split(year),
                };
                let written = match year(number, 4) {
                    Written::Year(year) => Written::Year(split(year)),
                    other => other,
                };
                return (written, at + 3);
            }
        }
        (year(number, 4), at + 1)
    }

    fn second_of_split(&self, at: usize) -> Option<(u32, usize)> {
        let joined = (self.is_sign(at + 1, '/') || self.is_sign(at + 1, '-')) && self.is_glued(at + 1);
        if joined && self.is_glued(at + 2) { self.number(at + 2) } else { None }
    }

    /// `16/17` after a word that says it is a year.
    pub(super) fn short_split(&self, at: usize) -> Option<(i16, usize)> {
        let (first, 2) = self.number(at)? else { return None };
        let (second, 2) = self.second_of_split(at)? else { return None };
        ((first + 1) % 100 == second).then(|| (full(first), at + 3))
    }

    /// Returns a year that words like `of` may stand before.
    pub(super) fn loose_year(&self, at: usize) -> (Written, usize) {
        let skipped = match self.kind(at) {
            Some(Kind::Word(word)) if matches!(word.as_str(), "of" | "in") => at + 1,
            Some(Kind::Sign(',' | '-' | '(')) => at + 1,
            _ => at,
        };
        let (written, end) = self.full_year(skipped);
        if written == Written::Absent {
            let short = self.short_split(at).map(|(year, end)| (Written::Year(Year::Split(year)), end));
            return short.unwrap_or((Written::Absent, at));
        }
        (written, end)
    }
}

fn figures(day: u32, month: u32, number: u32, digits: usize) -> Named {
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    match (day, month) {
        (Some(day), Some(month)) => match year(number, digits) {
            Written::Year(year) => Named::Day { day, month, year: Some(year) },
            _ => Named::Impossible,
        },
        _ => Named::Impossible,
    }
}

fn year(number: u32, digits: usize) -> Written {
    match digits {
        2 => Written::Year(Year::Calendar(full(number))),
        4 if (1980..=2079).contains(&number) => {
            i16::try_from(number).map_or(Written::Impossible, |year| Written::Year(Year::Calendar(year)))
        }
        _ => Written::Impossible,
    }
}

/// Returns the year that two digits stand for: one from 1980 to 2079.
fn full(number: u32) -> i16 {
    let number = i16::try_from(number).unwrap_or_default();
    if number < 80 { 2000 + number } else { 1900 + number }
}
