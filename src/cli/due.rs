//! `wsoa due`: when the answer to each inspection is due.

use std::io::{self, Write};
use std::path::PathBuf;

use jiff::civil::Date;

use super::Global;
use super::columns::columns;
use super::exit::Exit;
use super::failure::Failure;
use super::files::write_new;
use wsoa::assess::{Basis, Deadline};
use wsoa::pack::{Inspection, Rules};
use wsoa::report::{Event, calendar};

/// Which day to count from, and where to put a calendar file.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa due
  wsoa due --as-of 2016-08-09
  wsoa due --ics statements.ics")]
pub(crate) struct Args {
    /// The day from which days are counted [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// Also write the dates that are still to come to a calendar file, which Outlook and other calendars take
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,

    /// Write over the calendar file where there is one already
    #[arg(long, requires = "ics")]
    force: bool,
}

/// An inspection with what is known of its due date.
struct Entry<'r> {
    inspection: &'r Inspection,
    deadline: Option<Deadline>,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let rules = match global.load_heads_or_explain()? {
            Ok(rules) => rules,
            Err(exit) => return Ok(exit),
        };
        let as_of = self.as_of.unwrap_or_else(|| jiff::Zoned::now().date());
        let entries = entries(&rules, as_of);
        if let Some(path) = &self.ics {
            let events: Vec<Event> = entries.iter().filter_map(|entry| event(entry, as_of)).collect();
            if let Err(error) = write_new(path, calendar(&events, as_of).as_bytes(), self.force) {
                return Failure::unwritten(path, &error).explain();
            }
        }
        let mut rows = vec![["INSPECTION", "DUE", "LEFT", "KNOWN FROM"].map(str::to_owned)];
        rows.extend(entries.iter().map(|entry| row(entry, &rules, as_of)));
        columns(&rows, out)?;
        Ok(Exit::Clean)
    }
}

/// Returns the inspections: those still due, the soonest first; then those past, the latest first; then those of which
/// no date is known.
fn entries(rules: &Rules, as_of: Date) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = rules
        .inspections
        .iter()
        .map(|inspection| Entry { inspection, deadline: Deadline::of(inspection, rules, None) })
        .collect();
    entries.sort_by_key(|entry| match &entry.deadline {
        Some(deadline) if deadline.due >= as_of => (0, (deadline.due - as_of).get_days()),
        Some(deadline) => (1, (as_of - deadline.due).get_days()),
        None => (2, 0),
    });
    entries
}

fn row(entry: &Entry<'_>, rules: &Rules, as_of: Date) -> [String; 4] {
    let id = entry.inspection.id.clone();
    let Some(deadline) = &entry.deadline else {
        return [
            id,
            "-".to_owned(),
            "-".to_owned(),
            "neither the letter nor its framework gives a date".to_owned(),
        ];
    };
    let left = match deadline.days_left(as_of, &rules.language.holidays) {
        (days, Some(working)) => format!("{days} days, {working} of them working days"),
        (days, None) if days >= 0 => format!("{days} days"),
        (days, None) => format!("past by {} days", -days),
    };
    let basis = match deadline.basis {
        Basis::Letter => "the letter",
        Basis::Received => "the framework, from the day of receipt",
        Basis::Published => "the framework, from the date of the letter",
    };
    [id, deadline.due.to_string(), left, basis.to_owned()]
}

fn event(entry: &Entry<'_>, as_of: Date) -> Option<Event> {
    let deadline = entry.deadline.as_ref().filter(|deadline| deadline.due >= as_of)?;
    Some(Event {
        id: entry.inspection.id.clone(),
        day: deadline.due,
        summary: format!("Written statement of action due: {}", entry.inspection.area),
        description: entry.inspection.title.clone(),
    })
}
