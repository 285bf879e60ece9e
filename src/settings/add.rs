//! A waiver added to a file of settings that is there, of which nothing else is changed.

use std::fmt::Write as _;

use super::Settings;
use crate::assess::Waiver;
use crate::pack::Problems;
use crate::review::quoted;

impl Settings {
    /// Returns `text`, the text of a file of settings called `name`, with a waiver at its end. Nothing that stands in it is
    /// changed.
    ///
    /// # Errors
    ///
    /// Gives the problems of the text as it would stand, so that nothing is ever written that cannot be read again; to
    /// waive an item twice is one.
    pub fn with_waiver(name: &str, text: &str, waiver: &Waiver) -> Result<String, Problems> {
        let gap = match text {
            "" => "",
            whole if whole.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let mut added = format!("{gap}{}", written(waiver));
        if text.contains("\r\n") {
            added = added.replace('\n', "\r\n");
        }
        let new = format!("{text}{added}");
        Self::read(name, &new).map(|_| new)
    }
}

/// Returns a waiver as the file holds it.
fn written(waiver: &Waiver) -> String {
    let Waiver { item, reason, by, on, until } = waiver;
    let mut out = format!(
        "[[waiver]]\nitem = {}\nreason = {}\nby = {}\non = {on}\n",
        quoted(item),
        quoted(reason),
        quoted(by)
    );
    if let Some(last) = until {
        let _ = writeln!(out, "until = {last}");
    }
    out
}
