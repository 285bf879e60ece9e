//! Why a file could not be read, and what its owner can do about it.

use thiserror::Error;

use super::limits::Limit;

/// Why a file could not be read at all. What is merely missing from a file that was read is
/// [`Unread`](super::Unread).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file has no bytes, or no text: the sender's to mend, most often a copy that went wrong.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of a kind that is not read, or not of the kind the name says: the sender's to mend.
    #[error("it is {found}")]
    NotThisFormat {
        /// What the bytes are, with its article: `a PDF`.
        found: &'static str,
        /// What to do, as an instruction without a full stop: `save it as .docx`.
        mend: &'static str,
    },
    /// The file is encrypted: only someone who knows the password can mend it.
    #[error("the file is protected with a password")]
    PasswordProtected,
    /// The file stops before its end: the fault of a copy, a download or a mail system.
    #[error("the file is cut short: {why}")]
    Truncated {
        /// What is missing.
        why: String,
    },
    /// A part of the file contradicts its format: the fault of the program that wrote it, or of the disk.
    #[error("the file is damaged: {part}: {why}")]
    Damaged {
        /// The part, as it is called inside the file: `word/document.xml`.
        part: String,
        /// What is wrong with it.
        why: String,
    },
    /// The file is larger than any statement, or made to exhaust the reader: nobody's fault, or a hostile sender's.
    #[error("the file is too large to read safely: {what} is over the limit of {}", .limit.show(*.most))]
    TooLarge {
        /// What is too large: `the text of word/document.xml`.
        what: String,
        /// The limit it is over.
        limit: Limit,
        /// What the limit stands at.
        most: usize,
    },
    /// A text file is in another encoding than UTF-8: the fault of how it was saved.
    #[error("line {line}, character {character}: this is not UTF-8 text")]
    NotUtf8 {
        /// The line of the first byte that is not UTF-8, counted from 1.
        line: u32,
        /// The character in that line, counted from 1.
        character: u32,
    },
}

impl ReadError {
    /// Returns what the person who has the file can do, as one instruction without a full stop.
    pub fn help(&self) -> String {
        match self {
            Self::Empty => "send the file again, or check that this is the right one",
            Self::NotThisFormat { mend, .. } => mend,
            Self::PasswordProtected => {
                "open it with the password, remove the password (in Word and Excel: File, Info, Protect) and save it again"
            }
            Self::Truncated { .. } => "copy or download the file again",
            Self::Damaged { .. } => "open it in the program that made it, let it repair the file and save it again",
            Self::TooLarge { limit, .. } => {
                return format!(
                    "split the statement into several files, or save it again without pictures and embedded files; if you trust it, raise the limit with --limit {}=VALUE",
                    limit.name()
                );
            }
            Self::NotUtf8 { .. } => "save the file as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        }
        .to_owned()
    }
}
