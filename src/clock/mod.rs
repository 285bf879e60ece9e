//! How the time to answer runs: so many working days, days or months, from the day it starts.

mod holidays;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

pub use holidays::{Holidays, OutsideCalendar};

/// What a clock counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days that are neither Saturday, Sunday nor holiday.
    WorkingDays,
    /// Days of the calendar.
    Days,
    /// Months of the calendar; a day that the last month lacks becomes its last day.
    Months,
}

/// Whether the day on which time starts is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The day after it is day one: "within 70 working days of receiving it".
    After,
    /// It is itself day one: "56 days beginning with the day of publication".
    BeginningWith,
}

/// The time within which something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// How many units, at least 1.
    pub length: u32,
    /// What is counted.
    pub unit: Unit,
    /// Whether the first day counts.
    pub count: Count,
}

impl Clock {
    /// Returns the last day of the time that starts on `start`.
    ///
    /// # Errors
    ///
    /// [`OutsideCalendar`] when working days are counted and the time leaves the years whose holidays are known, or
    /// when it leaves the calendar altogether.
    pub fn last_day(&self, start: Date, holidays: &Holidays) -> Result<Date, OutsideCalendar> {
        let length = i64::from(self.length);
        let moved = |span: Span| start.checked_add(span).map_err(|_| OutsideCalendar { day: start });
        match (self.unit, self.count) {
            (Unit::WorkingDays, Count::After) => holidays.working_day_after(start, self.length),
            (Unit::WorkingDays, Count::BeginningWith) => {
                let counted = u32::from(holidays.is_working_day(start)?);
                holidays.working_day_after(start, self.length.saturating_sub(counted))
            }
            (Unit::Days, Count::After) => moved(length.days()),
            (Unit::Days, Count::BeginningWith) => moved((length - 1).days()),
            (Unit::Months, Count::After) => moved(length.months()),
            (Unit::Months, Count::BeginningWith) => {
                let after = moved(length.months())?;
                after.yesterday().map_err(|_| OutsideCalendar { day: start })
            }
        }
    }
}
