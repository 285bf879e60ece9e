//! Fits a report into a comment: whole sections up to the first without room, and a word on those left out.

/// The most characters that a comment on GitHub may have. Bytes are counted against it: never fewer than characters.
const LONGEST: usize = 65_536;

/// Room kept for the word on what was left out.
const KEPT: usize = 600;

/// A section that is shown whole or not at all.
#[derive(Debug)]
pub(super) struct Block {
    /// What it is called when it is left out: `a gap`.
    name: &'static str,
    words: String,
}

impl Block {
    /// Returns a section. Its words end with a line end.
    pub(super) fn new(name: &'static str, words: String) -> Self {
        Self { name, words }
    }
}

/// Returns the sections up to the first that does not fit, a blank line between them, and says what was left out.
pub(super) fn fit(blocks: &[Block]) -> String {
    let whole: usize = blocks.iter().map(|block| block.words.len() + 1).sum();
    let room = if whole <= LONGEST { LONGEST } else { LONGEST - KEPT };
    let mut out = String::new();
    let mut left_out: Vec<(&str, usize)> = Vec::new();
    for block in blocks {
        // What follows a section that is left out is so too: it would seem to follow on what stands before the gap.
        if left_out.is_empty() && out.len() + block.words.len() < room {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&block.words);
        } else if let Some((_, number)) = left_out.iter_mut().find(|(name, _)| *name == block.name) {
            *number += 1;
        } else {
            left_out.push((block.name, 1));
        }
    }
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.iter().map(|(name, number)| format!("{name} ({number})")).collect();
        let said = format!(
            "\n**Left out, since a comment may have no more than {LONGEST} characters:** {}. \
             `wsoa check` with `--format html` shows all of it.\n",
            names.join(", ")
        );
        out.push_str(&said);
    }
    out
}
