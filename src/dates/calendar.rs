//! What a date names, and the first and last day of it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::DateRules;

/// The first and the last day of what a date names.
pub(super) type Days = (Date, Date);

/// The years a plan may speak of; any other is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i16> = 1980..=2079;

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// `2016`.
    Calendar(i16),
    /// `2016/17`: the year it begins in.
    Split(i16),
}

/// What a date names, before it is placed in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Day { day: i8, month: i8, year: Option<Year> },
    Month { month: i8, year: Option<Year> },
    Quarter { quarter: i8, year: Option<Year> },
    Term { month: i8, day: i8, year: Option<Year> },
    FinancialYear(Option<i16>),
    CalendarYear(i16),
    Impossible,
}

/// Which part of what a date names is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Early,
    Middle,
    Late,
    End,
    WeekFrom,
    WeekTo,
}

impl Named {
    /// Returns whether no year is written.
    pub(super) fn lacks_year(self) -> bool {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } => year.is_none(),
            Self::Quarter { year, .. } | Self::Term { year, .. } => year.is_none(),
            Self::FinancialYear(year) => year.is_none(),
            Self::CalendarYear(_) | Self::Impossible => false,
        }
    }

    /// Returns the days it names; a date without a year is the first that ends on or after `anchor`.
    pub(super) fn days(self, rules: &DateRules, anchor: Option<Date>) -> Option<Days> {
        if !self.lacks_year() {
            return self.in_year(None, rules);
        }
        let anchor = anchor?;
        // Nine years, since 29 February may be eight years away.
        let years = (anchor.year().saturating_sub(1)..).take(10);
        years.filter_map(|year| self.in_year(Some(year), rules)).find(|(_, last)| *last >= anchor)
    }

    /// Returns the days it names when it has no year of its own and ends last before or on `end`.
    pub(super) fn days_before(self, end: Date, rules: &DateRules) -> Option<Days> {
        let years = [end.year(), end.year().saturating_sub(1)];
        years.into_iter().filter_map(|year| self.in_year(Some(year), rules)).find(|(first, _)| *first <= end)
    }

    fn in_year(self, other: Option<i16>, rules: &DateRules) -> Option<Days> {
        let other = other.map(Year::Calendar);
        match self {
            Self::Day { day, month, year } => {
                let day = date(year.or(other)?.holding(month, rules.year_begins), month, day)?;
                Some((day, day))
            }
            Self::Month { month, year } => {
                let first = date(year.or(other)?.holding(month, rules.year_begins), month, 1)?;
                Some((first, first.last_of_month()))
            }
            Self::Quarter { quarter, year } => {
                let begins = financial_year(year.or(other)?.begins(), rules)?.0;
                let first = begins.checked_add((i32::from(quarter) * 3 - 3).months()).ok()?;
                Some((first, first.checked_add(2.months()).ok()?.last_of_month()))
            }
            Self::Term { month, day, year } => {
                // A school year begins in September.
                let first = date(year.or(other)?.holding(month, 9), month, 1)?;
                let last = date(first.year(), month, day).unwrap_or(first.last_of_month());
                Some((last, last))
            }
            Self::FinancialYear(year) => financial_year(year.or(other.map(Year::begins))?, rules),
            Self::CalendarYear(year) => Some((date(year, 1, 1)?, date(year, 12, 31)?)),
            Self::Impossible => None,
        }
    }
}

impl Year {
    fn begins(self) -> i16 {
        match self {
            Self::Calendar(year) | Self::Split(year) => year,
        }
    }

    /// Returns the calendar year that `month` falls in, where a split year begins with the month `begins`.
    fn holding(self, month: i8, begins: u8) -> i16 {
        match self {
            Self::Split(year) if month.unsigned_abs() < begins => year.saturating_add(1),
            Self::Calendar(year) | Self::Split(year) => year,
        }
    }
}

impl Part {
    /// Returns the days of this part of `days`.
    pub(super) fn of(self, (first, last): Days, named: Named) -> Option<Days> {
        // The length of a term is not known, only its end.
        if matches!(named, Named::Term { .. }) {
            return Some((first, last));
        }
        Some(match self {
            Self::Whole => (first, last),
            Self::End => (last, last),
            Self::WeekFrom => (first, first.checked_add(6.days()).ok()?),
            Self::WeekTo => (last.checked_sub(6.days()).ok()?, last),
            Self::Early | Self::Middle | Self::Late => {
                let is_month = matches!(named, Named::Month { .. });
                let third = |count: i32| {
                    let span = if is_month { (10 * count).days() } else { (4 * count).months() };
                    first.checked_add(span).ok().filter(|day| *day <= last)
                };
                let ends = |next: Date| next.yesterday().ok();
                match self {
                    Self::Early => (first, third(1).and_then(ends).unwrap_or(last)),
                    Self::Middle => (third(1).unwrap_or(first), third(2).and_then(ends).unwrap_or(last)),
                    _ => (third(2).unwrap_or(first), last),
                }
            }
        })
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    if YEARS.contains(&year) { Date::new(year, month, day).ok() } else { None }
}

fn financial_year(year: i16, rules: &DateRules) -> Option<Days> {
    let month = i8::try_from(rules.year_begins).ok().filter(|month| (1..=12).contains(month)).unwrap_or(1);
    let first = date(year, month, 1)?;
    Some((first, first.checked_add(1.year()).ok()?.yesterday().ok()?))
}

/// Returns the month, 1 to 12, that `word`, in lower case, names in full or short.
pub(super) fn month(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_month = |name: &str| name == word || (word.len() == 3 && name.starts_with(word));
    let index = if word == "sept" { Some(8) } else { NAMES.iter().position(|name| is_month(name)) };
    index.and_then(|index| i8::try_from(index + 1).ok())
}

/// Returns whether `word`, in lower case, is a day of the week, in full or short.
pub(super) fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    NAMES.iter().any(|name| *name == word || (word.len() >= 3 && word.len() <= 5 && name.starts_with(word)))
}
