//! The picture of the timeline: a dot for each action over the months, with lines for the day of the check and the deadline.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use maud::{Markup, html};

use super::frame::Frame;
use super::parts::counted;
use crate::report::falls::day;

/// An action that is due on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dot {
    /// The day.
    pub(super) day: Date,
    /// The class that fills it.
    pub(super) class: &'static str,
}

/// The size of the picture, in units of its own; dots stand in the middle between the lines' labels and the months.
const WIDTH: i32 = 960;
const HEIGHT: i32 = 210;
const MARGIN: i32 = 36;
const BASE: i32 = 172;
const TOP: i32 = 44;
/// The width of a dot with its share of space.
const DOT: i32 = 11;
/// The most months that are named under the line.
const MOST_NAMED: i32 = 14;
/// How many months the named ones may be apart.
const APART: [i32; 9] = [1, 2, 3, 6, 12, 24, 60, 120, 600];

/// Returns the picture; nothing where no action names a day.
pub(super) fn picture(dots: &[Dot], as_of: Date, deadline: Option<Date>, frame: &Frame) -> Markup {
    if dots.is_empty() {
        return html! {};
    }
    let marked = deadline.into_iter().chain([as_of]);
    let days = || dots.iter().map(|dot| dot.day).chain(marked.clone());
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return html! {} };
    let scale = Scale::over(first, last);
    // Dots that would overlap stand on one another; where they are many, closer.
    let mut columns: BTreeMap<i32, Vec<&'static str>> = BTreeMap::new();
    let mut sorted = dots.to_vec();
    sorted.sort_by_key(|dot| dot.day);
    for dot in sorted {
        columns.entry(scale.x(dot.day) / DOT).or_default().push(dot.class);
    }
    let highest = columns.values().map(Vec::len).max().unwrap_or(1);
    let step = (f64::from(BASE - TOP) / highest as f64).min(f64::from(DOT));
    let (title, description) = (frame.id("timeline-title"), frame.id("timeline-description"));
    html! {
        div.scroll.drawing role="group" aria-labelledby=(title) tabindex="0" {
            svg.timeline viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-labelledby={ (title) " " (description) } {
                title id=(title) { "When actions fall due" }
                desc id=(description) { (described(dots, as_of, deadline)) }
                @for month in scale.months() {
                    line.tick x1=(scale.x(month)) x2=(scale.x(month)) y1=(BASE + 8) y2=(BASE + 15) {}
                    text x=(scale.x(month)) y=(BASE + 31) text-anchor="middle" { (month.strftime("%b %Y").to_string()) }
                }
                line.axis x1=(MARGIN) x2=(WIDTH - MARGIN) y1=(BASE + 8) y2=(BASE + 8) {}
                (line_at(scale.x(as_of), 14, "now", &format!("this check, {}", day(as_of))))
                @if let Some(deadline) = deadline {
                    (line_at(scale.x(deadline), 32, "due", &format!("statement due, {}", day(deadline))))
                }
                @for (column, classes) in &columns {
                    @for (height, class) in classes.iter().enumerate() {
                        circle class=(class) cx=(column * DOT + DOT / 2) cy=(format!("{:.1}", f64::from(BASE) - height as f64 * step)) r="4.5" {}
                    }
                }
            }
        }
    }
}

/// A line from the months up to its label, which stands on the side that has room.
fn line_at(x: i32, y: i32, class: &str, label: &str) -> Markup {
    let (anchor, at) = if x > WIDTH / 2 { ("end", x - 6) } else { ("start", x + 6) };
    html! {
        line class=(class) x1=(x) x2=(x) y1=(y - 10) y2=(BASE + 8) {}
        text class=(class) x=(at) y=(y) text-anchor=(anchor) paint-order="stroke" { (label) }
    }
}

/// The picture in words; the table below it has the dates.
fn described(dots: &[Dot], as_of: Date, deadline: Option<Date>) -> String {
    let named = |date: Option<Date>| date.map(day).unwrap_or_default();
    let (from, to) =
        (named(dots.iter().map(|dot| dot.day).min()), named(dots.iter().map(|dot| dot.day).max()));
    let due =
        deadline.map(|deadline| format!(" The statement is due on {}.", day(deadline))).unwrap_or_default();
    format!(
        "{} with a date, from {from} to {to}. The check was made for {}.{due} The table below lists every date.",
        counted(dots.len(), "action"),
        day(as_of)
    )
}

/// Where days stand on the line.
struct Scale {
    first: Date,
    last: Date,
}

impl Scale {
    /// Returns a scale of whole months.
    fn over(first: Date, last: Date) -> Self {
        let after = last.last_of_month().checked_add(1.day()).unwrap_or(last);
        Self { first: first.first_of_month(), last: after }
    }

    fn x(&self, day: Date) -> i32 {
        let all = (self.last - self.first).get_days().max(1);
        let gone = (day - self.first).get_days().clamp(0, all);
        // Both are at most some millions of days.
        MARGIN + (i64::from(gone) * i64::from(WIDTH - 2 * MARGIN) / i64::from(all)) as i32
    }

    /// Returns the days that are named under the line: first days of months, as many as there is room for.
    fn months(&self) -> impl Iterator<Item = Date> {
        let months = (self.last - self.first).get_days() / 30;
        let apart = APART.into_iter().find(|apart| months / apart < MOST_NAMED).unwrap_or(months.max(1));
        let month = move |at: i32| {
            let gone = Span::new().try_months(at * apart).ok()?;
            self.first.checked_add(gone).ok()
        };
        (0..MOST_NAMED).map_while(month).take_while(|month| *month < self.last)
    }
}
