//! The forms in which people write one date.

use super::DateRules;
use super::calendar::{Named, Part, Year, is_weekday, month};
use super::token::{Kind, Token};

/// How much must stand around a form before it counts as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// It is a date wherever it stands: `31 March 2017`.
    None,
    /// A name of a month, term or season by itself: `May`.
    Name,
    /// A year by itself: `2016`.
    Year,
    /// It is a date only if nothing else is there: `31/3`.
    Alone,
}

/// A form found at some token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    pub(super) named: Named,
    pub(super) part: Part,
    pub(super) proof: Proof,
    /// The token after its last.
    pub(super) end: usize,
}

/// A text as the grammar sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) rules: &'a DateRules,
    /// Whether the text is prose; a date cell may be shorter.
    pub(super) prose: bool,
    /// The year about which two digits after a month are more likely a year than a day.
    pub(super) about: Option<i16>,
}

impl Scene<'_> {
    /// Returns the form that begins at the token `at`, with the words that say which part is meant.
    pub(super) fn form(&self, at: usize) -> Option<Form> {
        let (part, core) = self.part(at);
        let form = self.core(core)?;
        if part != Part::Whole && matches!(form.proof, Proof::Alone) {
            return None;
        }
        let proof = if part == Part::Whole { form.proof } else { Proof::None };
        Some(Form { part, proof, ..form })
    }

    /// Returns the part that the words at `at` name (`end of`, `mid-`, `w/c`) and the token after them.
    fn part(&self, at: usize) -> (Part, usize) {
        let at = if self.is_word(at, "the") { at + 1 } else { at };
        let (part, next) = match self.word(at) {
            Some("end") => (Part::End, at + 1),
            Some("mid" | "middle") => (Part::Middle, at + 1),
            Some("early" | "start" | "beginning") => (Part::Early, at + 1),
            Some("late") => (Part::Late, at + 1),
            Some("wc") => (Part::WeekFrom, at + 1),
            Some("we") if self.is_number(at + 1) => (Part::WeekTo, at + 1),
            Some("w") if self.is_sign(at + 1, '/') && self.is_word(at + 2, "c") => (Part::WeekFrom, at + 3),
            Some("w") if self.is_sign(at + 1, '/') && self.is_word(at + 2, "e") => (Part::WeekTo, at + 3),
            Some("week") => match self.word(at + 1) {
                Some("commencing" | "beginning" | "starting" | "of") => (Part::WeekFrom, at + 2),
                Some("ending") => (Part::WeekTo, at + 2),
                _ => (Part::Whole, at),
            },
            _ => (Part::Whole, at),
        };
        if part == Part::Whole {
            return (part, at);
        }
        let next = if self.is_sign(next, '-') { next + 1 } else { next };
        let next = if self.is_word(next, "of") { next + 1 } else { next };
        (part, if self.is_word(next, "the") { next + 1 } else { next })
    }

    fn core(&self, at: usize) -> Option<Form> {
        let at = if self.word(at).is_some_and(is_weekday) { self.after_weekday(at) } else { at };
        self.numeric(at)
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.financial(at))
            .or_else(|| self.term(at))
            .or_else(|| self.year_first(at))
    }

    fn after_weekday(&self, at: usize) -> usize {
        let next = if self.is_sign(at + 1, ',') || self.is_sign(at + 1, '.') { at + 2 } else { at + 1 };
        if self.is_word(next, "the") { next + 1 } else { next }
    }

    /// `17th March 2018`, `1 st October`, `3rd of October '16`.
    fn day_month(&self, at: usize) -> Option<Form> {
        let (day, next) = self.day(at)?;
        let of = self.is_word(next, "of");
        let next = next + usize::from(of || self.is_sign(next, '-'));
        let month = month(self.word(next)?)?;
        let capital = self.tokens.get(next)?.capital;
        let (year, end) = self.year_after(self.after_month(next));
        if year == Written::Absent && self.prose && !capital {
            return None;
        }
        Some(Form { named: year.of(|year| Named::Day { day, month, year }), ..form(end, Proof::None) })
    }

    /// Returns the token after the month at `at`, and after the full stop of its abbreviation: `Sept. 2016`.
    fn after_month(&self, at: usize) -> usize {
        let short =
            self.word(at).is_some_and(|word| word.len() <= 4 && !matches!(word, "may" | "june" | "july"));
        let stopped = short && self.is_sign(at + 1, '.') && self.is_number(at + 2);
        at + 1 + usize::from(stopped)
    }

    /// `March 2017`, `Nov-16`, `March 31, 2017`, `May 25`, `May`.
    fn month_first(&self, at: usize) -> Option<Form> {
        let month = month(self.word(at)?)?;
        let next = self.after_month(at);
        if let (year @ (Written::Year(_) | Written::Impossible), end) = self.year_after_month(next) {
            return Some(Form {
                named: year.of(|year| Named::Month { month, year }),
                ..form(end, Proof::None)
            });
        }
        if let Some((day, after)) = self.day(next) {
            let ordinal = after > next + 1;
            let comma = usize::from(self.is_sign(after, ','));
            if let (year @ Written::Year(_), end) = self.full_year(after + comma) {
                return Some(Form {
                    named: year.of(|year| Named::Day { day, month, year }),
                    ..form(end, Proof::None)
                });
            }
            if ordinal || !self.prose {
                return Some(Form {
                    named: Named::Day { day, month, year: None },
                    ..form(after, Proof::None)
                });
            }
        }
        Some(form_of(Named::Month { month, year: None }, at + 1, Proof::Name))
    }

    /// `Q3 2016/17`, `Quarter 1 of 2022/23`, `third quarter of 2016/17`.
    fn quarter(&self, at: usize) -> Option<Form> {
        let ordinals = ["first", "second", "third", "fourth"];
        let (quarter, next) = match self.word(at)? {
            "q" | "qtr" | "quarter" => match self.kind(at + 1)? {
                Kind::Number(number @ 1..=4, 1) => (i8::try_from(*number).ok()?, at + 2),
                Kind::Word(word) => (one_to_four(&["one", "two", "three", "four"], word)?, at + 2),
                _ => return None,
            },
            word if matches!(self.word(at + 1), Some("quarter" | "qtr")) => {
                (one_to_four(&ordinals, word)?, at + 2)
            }
            _ => return None,
        };
        let (year, end) = self.loose_year(next);
        Some(form_of(year.of(|year| Named::Quarter { quarter, year }), end, Proof::None))
    }

    /// `financial year 2012/13`, `FY16/17`, `the end of the financial year`.
    fn financial(&self, at: usize) -> Option<Form> {
        let next = match self.word(at)? {
            "financial" if self.is_word(at + 1, "year") => at + 2,
            "fy" => at + 1,
            _ => return None,
        };
        let short = self.short_split(next).map(|(year, end)| (Written::Year(Year::Split(year)), end));
        let (year, end) = short.unwrap_or_else(|| self.loose_year(next));
        let proof = if year == Written::Absent { Proof::Name } else { Proof::None };
        Some(form_of(year.of(|year| Named::FinancialYear(year.map(begins))), end, proof))
    }

    /// `autumn term 2016`, `Christmas 2016`, `spring 2016/17`: the names stand in the rules.
    fn term(&self, at: usize) -> Option<Form> {
        let matched = self.rules.terms.iter().filter_map(|(name, day)| {
            let mut length = 0;
            let fits = name.split_whitespace().all(|word| {
                length += 1;
                self.word(at + length - 1).is_some_and(|written| written.eq_ignore_ascii_case(word))
            });
            (fits && length > 0).then_some((length, *day))
        });
        let (length, (month, day)) = matched.max_by_key(|(length, _)| *length)?;
        let next = at + length;
        let next = if self.is_word(next, "term") { next + 1 } else { next };
        let (year, end) = self.loose_year(next);
        let proof = if year == Written::Absent { Proof::Name } else { Proof::None };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Some(form_of(year.of(|year| Named::Term { month, day, year }), end, proof))
    }

    /// `2016/17`, `2016/17 Q3`, `2016 autumn term`, `2016`.
    fn year_first(&self, at: usize) -> Option<Form> {
        let (Written::Year(year), next) = self.full_year(at) else { return None };
        let later = self.quarter(next).or_else(|| self.term(next)).filter(|form| form.named.lacks_year());
        if let Some(Form { named, end, .. }) = later {
            let named = match named {
                Named::Quarter { quarter, .. } => Named::Quarter { quarter, year: Some(year) },
                Named::Term { month, day, .. } => Named::Term { month, day, year: Some(year) },
                other => other,
            };
            return Some(form_of(named, end, Proof::None));
        }
        let named_financial = self.is_word(next, "financial") && self.is_word(next + 1, "year");
        let end = if named_financial { next + 2 } else { next };
        let proof = if named_financial { Proof::None } else { Proof::Year };
        let named = match year {
            Year::Calendar(year) if !named_financial => Named::CalendarYear(year),
            Year::Calendar(year) | Year::Split(year) => Named::FinancialYear(Some(year)),
        };
        Some(form_of(named, end, proof))
    }
}

fn begins(year: Year) -> i16 {
    match year {
        Year::Calendar(year) | Year::Split(year) => year,
    }
}

fn one_to_four(names: &[&str], word: &str) -> Option<i8> {
    names.iter().position(|name| *name == word).and_then(|index| i8::try_from(index + 1).ok())
}

/// A year that may have been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Year(Year),
    /// Something stands in its place that is no year of our time: `2106`.
    Impossible,
    Absent,
}

impl Written {
    /// Returns what a date names with this year.
    pub(super) fn of(self, named: impl FnOnce(Option<Year>) -> Named) -> Named {
        match self {
            Self::Year(year) => named(Some(year)),
            Self::Absent => named(None),
            Self::Impossible => Named::Impossible,
        }
    }
}

pub(super) fn form_of(named: Named, end: usize, proof: Proof) -> Form {
    Form { named, part: Part::Whole, proof, end }
}

fn form(end: usize, proof: Proof) -> Form {
    form_of(Named::Impossible, end, proof)
}
