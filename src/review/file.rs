//! The file of decisions as it stands: read once, and changed only where a decision is, so that what people write
//! between them stays.

use std::fmt::Write as _;
use std::ops::Range;

use super::model::{Decision, Decisions, Rest};
use super::read::read;
use crate::pack::{Choice, Problems};

/// What stands above the decisions in a new file.
const HEAD: &str = "\
# What people decided about verdicts that the rules cannot prove. `wsoa review` writes this file, and `wsoa check` reads it
# when it stands beside the statement. A decision holds while the words that it rests on stand in the statement.
";

/// A file of decisions: its text, and what it says.
#[derive(Debug, Clone)]
pub struct Written {
    /// What the file is called.
    pub(super) name: String,
    /// What stands in it.
    pub(super) text: String,
    /// The decisions in it.
    pub(super) decisions: Decisions,
    /// Where each decision stands: from its header to the end of its last value, in bytes.
    pub(super) places: Vec<Range<usize>>,
}

impl Written {
    /// Returns a file without a decision, about the answer to the inspection `pack`.
    pub fn new(name: &str, pack: &str) -> Self {
        let decisions = Decisions { pack: pack.to_owned(), all: Vec::new() };
        let text = format!("{HEAD}pack = {}\n", quoted(pack));
        Self { name: name.to_owned(), text, decisions, places: Vec::new() }
    }

    /// Reads the text of a file called `name`.
    ///
    /// # Errors
    ///
    /// Gives every problem in the file.
    pub fn read(name: &str, text: &str) -> Result<Self, Problems> {
        read(name, text)
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the decisions.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Returns the file with a decision in it, in the place of the one about the same aspect where there is one. Nothing
    /// else is changed, and comments among the lines of the old one are kept above the new.
    ///
    /// # Errors
    ///
    /// Gives the problems of the text as it would stand, so that nothing is ever written that cannot be read again.
    pub fn with(&self, decision: &Decision) -> Result<Self, Problems> {
        let mut text = self.text.clone();
        let is_it = |other: &Decision| other.is_about(&decision.item, &decision.aspect);
        let place = self.decisions.all.iter().position(is_it).and_then(|at| self.places.get(at));
        match place.and_then(|place| Some((place, text.get(place.clone())?))) {
            Some((place, old)) => {
                let new = comments(old) + written(decision).trim_end();
                text.replace_range(place.clone(), &new);
            }
            None => {
                if !text.ends_with('\n') {
                    text.push('\n');
                }
                text.push('\n');
                text.push_str(&written(decision));
            }
        }
        Self::read(&self.name, &text)
    }
}

/// Returns the whole lines of comment among the lines of a decision. No text of a decision spans lines as it is written
/// here; one that a person wrote so may hold a line that looks like a comment, which then is kept twice.
fn comments(old: &str) -> String {
    let lines = old.lines().filter(|line| line.trim_start().starts_with('#'));
    lines.map(|line| format!("{}\n", line.trim())).collect()
}

/// Returns a decision as the file holds it.
fn written(decision: &Decision) -> String {
    let mut out = String::from("[[decision]]\n");
    line("item", &decision.item, &mut out);
    line("aspect", &decision.aspect, &mut out);
    line("decision", decision.answer.name(), &mut out);
    if !decision.rests.is_empty() {
        out.push_str("passages = [\n");
        for rest in &decision.rests {
            let _ = writeln!(out, "  {},", passage(rest));
        }
        out.push_str("]\n");
    }
    line("by", &decision.by, &mut out);
    let _ = writeln!(out, "on = {}", decision.on);
    line("why", &decision.why, &mut out);
    line("rules_said", &decision.rules_said, &mut out);
    out
}

/// Writes a key with its text, unless there is none.
fn line(key: &str, text: &str, out: &mut String) {
    if !text.is_empty() {
        let _ = writeln!(out, "{key} = {}", quoted(text));
    }
}

fn passage(rest: &Rest) -> String {
    let keys = [
        ("words", Some(rest.words.as_str())),
        ("place", Some(rest.place.as_str()).filter(|place| !place.is_empty())),
        ("owner", rest.owner.as_deref()),
        ("due", rest.due.as_deref()),
        ("stood", rest.footing.map(Choice::name)),
    ];
    let keys = keys.iter().filter_map(|(key, value)| Some(format!("{key} = {}", quoted((*value)?))));
    format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
}

/// Returns a text in quotes on one line of TOML, with signs that a person would not see written out.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            _ if sign.is_control() || is_unseen(sign) => {
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// Whether a sign, none of which is beyond the first 65536, has no look of its own.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
