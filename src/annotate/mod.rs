//! The annotated copy: the officer's own Word or Excel file with a comment at each place that the report speaks of.
//!
//! [`notes`] says what is to be said and where; [`annotated`] writes it into the file. Nothing else of the file changes:
//! what has no comment to carry is copied as it is packed.

mod docx;
mod edits;
mod error;
mod gaps;
mod names;
mod notes;
mod package;
mod wording;
mod xlsx;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use error::AnnotateError;
pub use notes::notes;

use crate::document::{Anchor, Format, Limits};

/// Who signs the comments, by which those of an earlier copy are known and replaced.
const AUTHOR: &str = "wsoa";

/// Something to be said in a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The file it belongs in, as the user named it.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What kind of thing it says.
    pub kind: Kind,
    /// What it says behind the word of its kind, in one line.
    pub text: String,
}

/// Where a note belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At the beginning of the file, where it concerns the whole.
    Start,
    /// At the text that was read from there.
    At(Anchor),
    /// At the end of the file.
    End,
}

/// What a note says, in the order in which notes at one place are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What was checked, and how many findings need work.
    Checked,
    /// The passage answers something.
    Answers,
    /// The passage would answer something, or binds nobody, and why.
    FallsShort,
    /// Nothing answers something, and this is the best place for an answer.
    MissingHere,
    /// Something else is to be looked at.
    Check,
    /// A person decided that an item need not be answered here.
    Waived,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 6] =
        [Self::Checked, Self::Answers, Self::FallsShort, Self::MissingHere, Self::Check, Self::Waived];

    /// Returns the word that a note of this kind opens with.
    pub fn word(self) -> &'static str {
        match self {
            Self::Checked => "Checked",
            Self::Answers => "Answers",
            Self::FallsShort => "Falls short",
            Self::MissingHere => "Missing here",
            Self::Check => "Check",
            Self::Waived => "Waived",
        }
    }
}

/// Returns the file `bytes`, called `file`, with those of `notes` that belong in it as comments of the day `day`. Comments that
/// an earlier run left in it are replaced; all others are kept.
///
/// # Errors
///
/// [`AnnotateError::Format`] when comments cannot be put into files of this format, [`AnnotateError::Read`] when the file
/// cannot be read within `limits`, and [`AnnotateError::Changed`] when it is not the one that the notes were made for.
pub fn annotated(
    (file, format): (&str, Format),
    bytes: &[u8],
    notes: &[Note],
    day: Date,
    limits: &Limits,
) -> Result<Vec<u8>, AnnotateError> {
    let own: Vec<&Note> = notes.iter().filter(|note| note.file == file).collect();
    match format {
        Format::Docx => docx::annotated(bytes, &own, day, limits),
        Format::Xlsx => xlsx::annotated(bytes, &own, limits),
        _ => Err(AnnotateError::Format),
    }
}

/// Returns the notes of one place in the order in which they are written, each once.
fn in_order(mut notes: Vec<&Note>) -> Vec<&Note> {
    notes.sort_by_key(|note| note.kind);
    let mut told = BTreeSet::new();
    notes.retain(|note| told.insert((note.kind, note.text.as_str())));
    notes
}
