//! The text of a note: how ours is written, and how it is told from what a person wrote in the same note.

use roxmltree::Node;

use crate::annotate::edits::xml;
use crate::annotate::{AUTHOR, Kind, Note};

/// Returns a note as one line of the note of a cell.
pub(super) fn line(note: &Note) -> String {
    let space = if note.text.starts_with(':') { "" } else { " " };
    format!("{}{space}{}", note.kind.word(), note.text)
}

/// Returns the head of our words in a note.
fn head() -> String {
    format!("{AUTHOR}:")
}

/// Whether a line is one that [`line`] writes.
fn is_own_line(line: &str) -> bool {
    Kind::ALL
        .iter()
        .any(|kind| line.strip_prefix(kind.word()).is_some_and(|rest| rest.starts_with([':', ' '])))
}

/// What stands in a note from our head on, and where that begins.
pub(super) struct Own<'a> {
    /// The runs that are ours, head included.
    pub(super) runs: Vec<Node<'a, 'a>>,
    /// What a person wrote among our words.
    pub(super) kept: String,
}

/// Returns our words in the `text` of a note.
pub(super) fn own<'a>(text: Node<'a, 'a>) -> Option<Own<'a>> {
    let runs: Vec<Node<'a, 'a>> = text.children().filter(|run| run.tag_name().name() == "r").collect();
    let words = |run: &Node<'_, '_>| -> String {
        let pieces = run.children().filter(|piece| piece.tag_name().name() == "t");
        pieces.filter_map(|piece| piece.text()).collect()
    };
    let at = runs.iter().position(|run| words(run).trim() == head())?;
    let (head, rest) = runs.get(at..)?.split_first()?;
    let said: String = rest.iter().map(words).collect();
    let kept: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty() && !is_own_line(line)).collect();
    Some(Own { runs: std::iter::once(*head).chain(rest.iter().copied()).collect(), kept: kept.join("\n") })
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
        add(false, above.to_owned());
    }
    if !lines.is_empty() {
        let gap = if apart || !above.is_empty() { "\n\n" } else { "" };
        add(true, format!("{gap}{}\n", head()));
        add(false, lines.join("\n"));
    }
    (written, seen)
}
