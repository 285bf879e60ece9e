//! When the answer to an inspection is due: by its letter, else by the clock of its framework.

use jiff::civil::Date;

use crate::clock::Holidays;
use crate::pack::{Framework, Inspection, Rules, Start};

/// When an answer is due, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The last day.
    pub due: Date,
    /// How it is known.
    pub basis: Basis,
    /// The last day that the framework's clock gives, where the letter names another one.
    pub by_the_clock: Option<Date>,
}

/// How a due date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The letter names it.
    Letter,
    /// The framework's clock gives it, from the day on which the letter was received.
    Received,
    /// The framework's clock gives it, from the date of the letter, since nobody said when it was received.
    Published,
}

impl Deadline {
    /// Returns when the answer to `inspection` is due: the date its letter names, else the one that the clock of its
    /// framework gives from `received`, else from the date of the letter. `None` where neither is known.
    pub fn of(inspection: &Inspection, rules: &Rules, received: Option<Date>) -> Option<Self> {
        let framework = rules.frameworks.iter().find(|framework| framework.id == inspection.framework);
        let counted = framework
            .and_then(|framework| by_the_clock(framework, inspection, received, &rules.language.holidays));
        match (inspection.due, counted) {
            (Some(due), counted) => {
                let by_the_clock = counted.map(|(date, _)| date).filter(|date| *date != due);
                Some(Self { due, basis: Basis::Letter, by_the_clock })
            }
            (None, Some((due, basis))) => Some(Self { due, basis, by_the_clock: None }),
            (None, None) => None,
        }
    }

    /// Returns the days left on `as_of`: of the calendar, and working days where the calendar of holidays reaches so
    /// far. Negative when it is past, and then without working days.
    pub fn days_left(&self, as_of: Date, holidays: &Holidays) -> (i32, Option<u32>) {
        let days = (self.due - as_of).get_days();
        let working = (days >= 0).then(|| holidays.working_days_between(as_of, self.due).ok()).flatten();
        (days, working)
    }
}

/// Returns the last day by the framework's first duty that has a clock.
fn by_the_clock(
    framework: &Framework,
    inspection: &Inspection,
    received: Option<Date>,
    holidays: &Holidays,
) -> Option<(Date, Basis)> {
    let (clock, starts) = framework.duties.iter().find_map(|duty| Some((duty.clock?, duty.starts)))?;
    let (start, basis) = match (starts, received) {
        (Start::Receipt, Some(received)) => (received, Basis::Received),
        _ => (inspection.published?, Basis::Published),
    };
    Some((clock.last_day(start, holidays).ok()?, basis))
}
