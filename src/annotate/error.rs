//! Why a copy with comments could not be made, and what can be done about it.

use thiserror::Error;

use crate::document::ReadError;

/// Why a copy with comments could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AnnotateError {
    /// Comments cannot be put into a file of this format.
    #[error("comments can be put into Word (.docx, .docm) and Excel (.xlsx, .xlsm) files only")]
    Format,
    /// The file cannot be read.
    #[error("{0}")]
    Read(#[from] ReadError),
    /// The file is not the one that was checked.
    #[error("it changed while it was checked")]
    Changed,
    /// The file cannot be packed again.
    #[error("its part {part} cannot be copied: {why}")]
    Unpacked {
        /// The part, as it is called inside the file.
        part: String,
        /// What is wrong with it.
        why: String,
    },
}

impl AnnotateError {
    /// Returns what the person who has the file can do, as one instruction without a full stop.
    pub fn help(&self) -> String {
        match self {
            Self::Format => {
                "save the statement as .docx or .xlsx and check that file, or leave --annotate out".to_owned()
            }
            Self::Read(error) => error.help(),
            Self::Changed => "save and close the file, and run the check again".to_owned(),
            Self::Unpacked { .. } => {
                "open it in the program that made it, save it under another name and check that file"
                    .to_owned()
            }
        }
    }
}
