//! Due dates as a calendar file (iCalendar, RFC 5545).

use std::fmt::Write as _;

use jiff::civil::Date;

/// A day to be put in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What tells it from other events, the same each time it is written.
    pub id: String,
    /// The day.
    pub day: Date,
    /// What is due, in one line.
    pub summary: String,
    /// More about it.
    pub description: String,
}

/// The most octets of a line; longer ones are folded (RFC 5545, 3.1).
const LINE: usize = 75;

/// Returns a calendar of whole-day events, stamped with the day `as_of`.
pub fn calendar(events: &[Event], as_of: Date) -> String {
    let stamp = as_of.strftime("%Y%m%dT000000Z");
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        concat!("PRODID:-//wsoa//wsoa ", env!("CARGO_PKG_VERSION"), "//EN").to_owned(),
    ];
    for event in events {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@wsoa", escape(&event.id)),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", event.day.strftime("%Y%m%d")),
            format!("SUMMARY:{}", escape(&event.summary)),
            format!("DESCRIPTION:{}", escape(&event.description)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    let mut file = String::new();
    for line in lines {
        fold(&line, &mut file);
    }
    file
}

/// Escapes what has a meaning in the text of a property (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Writes a line, folded where it is too long: a continued line begins with a space.
fn fold(line: &str, file: &mut String) {
    let mut width = 0;
    for sign in line.chars() {
        if width + sign.len_utf8() > LINE {
            file.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(file, "{sign}");
        width += sign.len_utf8();
    }
    file.push_str("\r\n");
}
