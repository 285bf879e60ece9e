//! The text of a note: how ours is written, and how it is told from what a person wrote in the same note.
//!
//! Ours stands between a head and a foot. The foot holds the sum of each of our lines, so that a line that a person typed
//! among them or wrote on is theirs, whatever it begins with.

use std::collections::BTreeSet;
use std::hash::Hasher as _;

use roxmltree::Node;
use siphasher::sip::SipHasher13;

use crate::annotate::edits::xml;
use crate::annotate::{AUTHOR, Kind, Note};
use crate::assess::{Code, Reason};

/// Returns a note as one line of the note of a cell.
pub(super) fn line(note: &Note) -> String {
    let space = if note.text.starts_with(':') { "" } else { " " };
    format!("{}{space}{}", note.kind.word(), note.text)
}

/// Returns the head of our words in a note.
fn head() -> String {
    format!("{AUTHOR}:")
}

/// Returns what a foot begins with.
fn foot() -> String {
    format!("-- {AUTHOR}")
}

/// Returns the sum of a line, four signs. White space counts as one space, since programs do not all keep it.
fn sum(line: &str) -> String {
    let mut hash = SipHasher13::new();
    for word in line.split_whitespace() {
        hash.write(word.as_bytes());
        hash.write_u8(0);
    }
    format!("{:04x}", hash.finish() & 0xffff)
}

/// Returns the sums of a line that is a foot, and what a person wrote behind them.
fn footed(line: &str) -> Option<(BTreeSet<&str>, &str)> {
    let (sums, behind) = line.trim().strip_prefix(&foot())?.strip_prefix(" (")?.split_once(')')?;
    let is_sum = |word: &&str| word.len() == 4 && word.bytes().all(|sign| sign.is_ascii_hexdigit());
    let sums: Vec<&str> = sums.split(' ').collect();
    sums.iter().all(is_sum).then_some((sums.into_iter().collect(), behind.trim()))
}

/// Returns the kind whose word a line begins with, and the rest.
fn kind(line: &str) -> Option<(Kind, &str)> {
    Kind::ALL.into_iter().find_map(|kind| Some((kind, line.strip_prefix(kind.word())?)))
}

/// Whether a line of a note without a foot is surely ours, by what only we write in it. Such are the notes of an earlier
/// form, and those whose foot a person took away.
fn is_surely_ours(line: &str) -> bool {
    let Some((kind, rest)) = kind(line) else { return false };
    let names_aspect = || {
        // As in `(night-desk.rota).`
        let mut ids = rest.split('(').filter_map(|behind| behind.split_once(").")?.0.split_once('.'));
        ids.any(|(finding, aspect)| [finding, aspect].iter().all(|id| !id.is_empty() && !id.contains(' ')))
    };
    let gives_reason =
        || Reason::ALL.iter().any(|reason| rest.starts_with(&format!(": {}. ", reason.says())));
    match kind {
        Kind::Checked => rest.starts_with(" against \"") && rest.ends_with("before the statement is sent."),
        Kind::Answers | Kind::MissingHere => rest.starts_with(" (") && names_aspect() && rest.ends_with('.'),
        Kind::FallsShort => rest.ends_with('.') && gives_reason(),
        Kind::Check => {
            let of_code = Code::ALL.iter().any(|code| rest.ends_with(&format!(". ({code})")));
            of_code || (rest.starts_with(": no answer was found to this: ") && names_aspect())
        }
        Kind::Waived => rest.starts_with(": ") && rest.contains("). Decided") && rest.ends_with('.'),
    }
}

/// What stands in a note from our head on.
pub(super) struct Own<'a> {
    /// The runs that are ours or among ours, that of the head first.
    pub(super) runs: Vec<Node<'a, 'a>>,
    /// What a person wrote in them.
    pub(super) kept: String,
}

/// Returns our words in the `text` of a note.
pub(super) fn own<'a>(text: Node<'a, 'a>) -> Option<Own<'a>> {
    let runs: Vec<Node<'a, 'a>> = text.children().filter(|run| run.tag_name().name() == "r").collect();
    let words = |run: &Node<'_, '_>| -> String {
        let pieces = run.children().filter(|piece| piece.tag_name().name() == "t");
        pieces.filter_map(|piece| piece.text()).collect()
    };
    let is_head = |line: &str| line.trim() == head();
    let at = runs.iter().position(|run| words(run).lines().any(is_head))?;
    let runs = runs.get(at..)?.to_vec();
    let said: String = runs.iter().map(words).collect();
    let sums: BTreeSet<&str> = said.lines().filter_map(footed).flat_map(|(sums, _)| sums).collect();
    let is_ours = |line: &str| match sums.is_empty() {
        true => is_surely_ours(line),
        false => kind(line).is_some() && sums.contains(sum(line).as_str()),
    };
    let mut kept = Vec::new();
    for line in said.lines().filter(|line| !is_head(line)) {
        match footed(line) {
            Some((_, behind)) => kept.extend(Some(behind).filter(|behind| !behind.is_empty())),
            None if is_ours(line) => {}
            None => kept.push(line),
        }
    }
    Some(Own { runs, kept: kept.join("\n").trim().to_owned() })
}

/// Returns runs of the `lines`, below `above`, which a person wrote, as XML with the names prefixed by `prefix`; and as text.
/// `apart` says that other runs stand before them.
pub(super) fn runs(above: &str, lines: &[String], apart: bool, prefix: &str) -> (String, String) {
    let mut written = String::new();
    let mut seen = String::new();
    let mut add = |bold: bool, words: String| {
        let bold = if bold { format!("<{prefix}b/>") } else { String::new() };
        written.push_str(&format!(
            "<{prefix}r><{prefix}rPr>{bold}<{prefix}sz val=\"9\"/><{prefix}rFont val=\"Tahoma\"/><{prefix}family val=\"2\"/></{prefix}rPr>\
             <{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>",
            xml(&words)
        ));
        seen.push_str(&words);
    };
    if !above.is_empty() {
        let gap = if apart { "\n" } else { "" };
        add(false, format!("{gap}{above}"));
    }
    if !lines.is_empty() {
        let gap = if apart || !above.is_empty() { "\n\n" } else { "" };
        add(true, format!("{gap}{}\n", head()));
        let sums: Vec<String> = lines.iter().map(|line| sum(line)).collect();
        add(false, format!("{}\n{} ({})", lines.join("\n"), foot(), sums.join(" ")));
    }
    (written, seen)
}
