//! The holidays of the years that are known, and the working days between them.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use thiserror::Error;

/// A day lies outside the years whose holidays are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the holidays around {day} are not known")]
pub struct OutsideCalendar {
    /// The day.
    pub day: Date,
}

/// The holidays of a region, from one day to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// The first and the last day for which they are complete; `None` when none are known.
    known: Option<(Date, Date)>,
    days: BTreeSet<Date>,
}

impl Default for Holidays {
    fn default() -> Self {
        Self::new(None, [])
    }
}

impl Holidays {
    /// Returns the holidays `days`, complete from the first to the last day of `known`.
    pub fn new(known: Option<(Date, Date)>, days: impl IntoIterator<Item = Date>) -> Self {
        Self { known, days: days.into_iter().collect() }
    }

    /// Returns every holiday, in order.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.days.iter().copied()
    }

    /// Tells whether `day` is neither Saturday, Sunday nor holiday.
    ///
    /// # Errors
    ///
    /// [`OutsideCalendar`] when the holidays of that day are not known.
    pub fn is_working_day(&self, day: Date) -> Result<bool, OutsideCalendar> {
        if self.known.is_none_or(|(first, last)| day < first || day > last) {
            return Err(OutsideCalendar { day });
        }
        Ok(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.days.contains(&day))
    }

    /// Returns the working day that is `number` working days after `start`; `start` itself when `number` is 0.
    ///
    /// # Errors
    ///
    /// [`OutsideCalendar`] when the count leaves the years that are known.
    pub fn working_day_after(&self, start: Date, number: u32) -> Result<Date, OutsideCalendar> {
        let mut day = start;
        let mut left = number;
        while left > 0 {
            day = day.tomorrow().map_err(|_| OutsideCalendar { day })?;
            left -= u32::from(self.is_working_day(day)?);
        }
        Ok(day)
    }

    /// Returns how many working days lie after `from`, up to and including `to`; none when `to` is not later.
    ///
    /// # Errors
    ///
    /// [`OutsideCalendar`] when one of the days is not in the years that are known.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<u32, OutsideCalendar> {
        let mut day = from;
        let mut counted = 0;
        while day < to {
            day = day.tomorrow().map_err(|_| OutsideCalendar { day })?;
            counted += u32::from(self.is_working_day(day)?);
        }
        Ok(counted)
    }
}
