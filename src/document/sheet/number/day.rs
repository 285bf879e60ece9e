//! Days and times that a workbook keeps as numbers, shown as a British reader writes them.

use jiff::Span;
use jiff::civil::Date;

/// The day from which a workbook counts its days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::document::sheet) enum Epoch {
    /// 31 December 1899 is day 0, and 1900 has a 29 February, which it had not.
    #[default]
    Windows,
    /// 1 January 1904 is day 0.
    Macintosh,
}

/// What a format shows of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::document::sheet) struct DateParts {
    pub(in crate::document::sheet) day: bool,
    pub(in crate::document::sheet) month: bool,
    pub(in crate::document::sheet) year: bool,
    pub(in crate::document::sheet) time: bool,
}

const MINUTES_A_DAY: f64 = 1440.0;
/// 31 December 9999, the last day that Excel knows.
const LAST_DAY: f64 = 2_958_465.0;

impl Epoch {
    /// Returns the day and time that `value` stands for, as far as `parts` are shown; `None` when it is no day.
    pub(in crate::document::sheet) fn show(self, value: f64, parts: DateParts) -> Option<String> {
        if !(0.0..=LAST_DAY).contains(&value) {
            return None;
        }
        // Within bounds by the line above, so no conversion loses anything.
        let minutes = (value * MINUTES_A_DAY).round() as i64;
        let (days, minutes) = (minutes / 1440, minutes % 1440);
        if !(parts.day || parts.month || parts.year) {
            return Some(format!("{:02}:{:02}", days * 24 + minutes / 60, minutes % 60));
        }
        let date = self.first_day(days)?.checked_add(Span::new().try_days(days).ok()?).ok()?;
        let shown = shown_day(date, parts);
        let time = parts.time && minutes > 0;
        Some(if time { format!("{shown} {:02}:{:02}", minutes / 60, minutes % 60) } else { shown })
    }

    /// Returns the day from which `days` are counted.
    fn first_day(self, days: i64) -> Option<Date> {
        let (year, month, day) = match self {
            Self::Macintosh => (1904, 1, 1),
            Self::Windows if days < 60 => (1899, 12, 31),
            Self::Windows => (1899, 12, 30),
        };
        Date::new(year, month, day).ok()
    }
}

/// Returns a day as a plan writes it: `31/03/2017`, or `March 2017` where only the month is shown, or the year alone.
pub(in crate::document::sheet) fn shown_day(date: Date, parts: DateParts) -> String {
    if parts.day || !(parts.month || parts.year) {
        format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
    } else if parts.month {
        date.strftime("%B %Y").to_string()
    } else {
        date.year().to_string()
    }
}
