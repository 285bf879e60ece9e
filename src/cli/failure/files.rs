//! Failures with files: those that cannot be read, found or written, and what was asked of them.

use std::io;
use std::path::Path;

use super::{Exit, Failure};
use wsoa::annotate::AnnotateError;
use wsoa::document::ReadError;

impl Failure {
    /// The file cannot be opened.
    pub(crate) fn unopened(name: &str, path: &Path, error: &io::Error) -> Self {
        if path.is_dir() {
            return Self::new(
                Exit::Unreadable,
                format!("`{name}` is a folder"),
                "name the statement in it, such as `plan.docx`",
            );
        }
        match error.kind() {
            io::ErrorKind::NotFound => Self::new(
                Exit::Unreadable,
                format!("there is no file `{name}`"),
                "check the name and the folder you are in",
            ),
            io::ErrorKind::PermissionDenied => Self::new(
                Exit::Unreadable,
                format!("`{name}` may not be opened"),
                "close it elsewhere, or ask for the right to read it",
            ),
            _ => Self::new(
                Exit::Unreadable,
                format!("`{name}` cannot be opened: {error}"),
                "copy it to this machine and try again",
            ),
        }
    }

    /// The file was opened and cannot be read.
    pub(crate) fn unreadable(name: &str, error: &ReadError) -> Self {
        Self::new(Exit::Unreadable, format!("`{name}` cannot be read: {error}"), error.help())
    }

    /// A file that was asked for cannot be written.
    pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Self {
        let name = path.display();
        let (why, help) = match error.kind() {
            io::ErrorKind::AlreadyExists => {
                ("it is there already".to_owned(), "name another file, or write over it with `--force`")
            }
            io::ErrorKind::NotFound => (
                "there is no such folder".to_owned(),
                "make the folder first, or name a file in one that is there",
            ),
            io::ErrorKind::PermissionDenied => (
                "nobody but others may write there".to_owned(),
                "name a file in a folder that you may write to",
            ),
            io::ErrorKind::IsADirectory => ("it is a folder".to_owned(), "name a file in it"),
            _ => (error.to_string(), "name a file in a folder that you may write to"),
        };
        Self::new(Exit::Usage, format!("`{name}` cannot be written: {why}"), help)
    }

    /// No statement is named, on the command line or in settings.
    pub(crate) fn no_statement() -> Self {
        let help =
            "name its file, as in `wsoa check plan.docx`, or write settings that name it with `wsoa init`";
        Self::new(Exit::Usage, "no statement is named".to_owned(), help)
    }

    /// A pattern of file names is written wrongly.
    pub(crate) fn bad_pattern(pattern: &str, why: &str) -> Self {
        let help = "write `*` for any signs and `?` for one, as in `drafts/*.docx`";
        Self::new(Exit::Usage, format!("`{pattern}` is no pattern of file names: {why}"), help)
    }

    /// No file has a name that fits.
    pub(crate) fn nothing_matches(pattern: &str) -> Self {
        let help = "check the folder you are in and the pattern";
        Self::new(Exit::Unreadable, format!("no file matches `{pattern}`"), help)
    }

    /// Several statements were to be printed as one object.
    pub(crate) fn one_object(statements: usize) -> Self {
        let message =
            format!("`--format json` is one object about one statement, and there are {statements}");
        Self::new(Exit::Usage, message, "use `--format json-lines`, an object a line, or name one statement")
    }

    /// The ending of the file for the result tells no format.
    pub(crate) fn no_format(ending: &str, endings: &str) -> Self {
        let message = format!("no result is written as .{ending}");
        let help = format!(
            "let the file end in {endings}, or say which with `--format`; for comments in your own Word or Excel file use \
             `wsoa check --annotate`"
        );
        Self::new(Exit::Usage, message, help)
    }

    /// Standard input was to be watched.
    pub(crate) fn unwatched() -> Self {
        let message = "standard input cannot be watched".to_owned();
        Self::new(Exit::Usage, message, "name the file, or leave `--watch` out")
    }

    /// A copy with comments cannot be made of a file.
    pub(crate) fn unannotated(name: &str, error: &AnnotateError) -> Self {
        let why = error.to_string();
        Self::new(Exit::Usage, format!("`{name}` cannot be annotated: {why}"), error.help())
    }

    /// A file would take the place of one that is read.
    pub(crate) fn over_what_is_read(path: &Path) -> Self {
        let message = format!("`{}` is read here, and is never written over", path.display());
        Self::new(Exit::Usage, message, "name another file for what is to be written")
    }

    /// One file is named for two things.
    pub(crate) fn written_twice(path: &Path) -> Self {
        let message = format!("`{}` is to be written twice", path.display());
        Self::new(Exit::Usage, message, "name a file of its own for each")
    }

    /// A copy has an ending that no file of the statement has, or none that has no copy yet.
    pub(crate) fn no_file_to_copy(path: &Path, ending: &str) -> Self {
        let name = path.display();
        let message =
            format!("`{name}` cannot be a copy: no .{ending} file of the statement is left to be copied");
        Self::new(Exit::Usage, message, "give the copy the ending of the file that it is to be a copy of")
    }

    /// A folder holds no statements.
    pub(crate) fn no_statements(folder: &Path, error: Option<&io::Error>) -> Self {
        let name = folder.display();
        let message = match error {
            Some(error) => format!("the statements in `{name}` cannot be read: {error}"),
            None => format!("`{name}` holds no statement"),
        };
        Self::new(Exit::Unreadable, message, "name a folder that holds statements with `--statements DIR`")
    }

    /// What stands beside a statement about it cannot be read.
    pub(crate) fn unreadable_beside(path: &Path, error: &dyn std::fmt::Display) -> Self {
        let error = error.to_string();
        let first = error.lines().next().unwrap_or_default().to_owned();
        let message = format!("`{}` cannot be read: {first}", path.display());
        Self::new(Exit::Unreadable, message, "mend it, or take it away")
    }
}
