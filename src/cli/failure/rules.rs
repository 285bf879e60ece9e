//! Failures with rule files, and with versions of them.

use std::io;
use std::path::Path;

use super::{Exit, Failure};

impl Failure {
    /// The register is none.
    pub(crate) fn no_register(path: &Path, why: &str) -> Self {
        let help =
            "it holds an [[inspection]] with an `id` for each inspection, and under it [[inspection.item]]s";
        Self::new(Exit::Usage, format!("`{}` is no register: {why}", path.display()), help)
    }

    /// `--fix` was asked of the rules in the program.
    pub(crate) fn nothing_to_fix() -> Self {
        let message = "the rules in the program cannot be changed".to_owned();
        Self::new(Exit::Usage, message, "name the folder or file to mend: `wsoa rules lint rules --fix`")
    }

    /// A rule file changed while it was mended, or holds signs that were not read as they stand.
    pub(crate) fn not_as_read(path: &Path) -> Self {
        let message =
            format!("`{}` is not written, since it differs from what was read of it", path.display());
        Self::new(
            Exit::BadRules,
            message,
            "take out signs that cannot be seen, close other editors and try again",
        )
    }

    /// A name given to `rules diff` is neither a folder nor a revision; git may have said why.
    pub(crate) fn no_revision(name: &str, said: &str) -> Self {
        let said = said.trim().trim_start_matches("fatal: ");
        let why = if said.is_empty() { String::new() } else { format!(": {}", said.replace('\n', " ")) };
        Self::new(
            Exit::BadRules,
            format!(
                "`{name}` is neither a folder of rules nor a revision of the repository you stand in{why}"
            ),
            "name a folder such as `rules`, or a revision such as `main` or `HEAD~1`",
        )
    }

    /// Revisions cannot be read without git.
    pub(crate) fn no_git(name: &str, error: &io::Error) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => {
                format!("`{name}` is no folder, and git, which knows revisions, is not installed")
            }
            _ => format!("`{name}` is no folder, and git, which knows revisions, cannot be run: {error}"),
        };
        Self::new(Exit::BadRules, message, "name a folder of rules, or install git")
    }

    /// A revision holds no rules.
    pub(crate) fn no_rules_in_revision(name: &str, folder: &str) -> Self {
        Self::new(
            Exit::BadRules,
            format!("the revision `{name}` holds no rule file in `{folder}`"),
            "name a revision of a repository that has the rules in a folder `rules` at its top",
        )
    }

    /// A rule file of a revision cannot be read.
    pub(crate) fn unreadable_in_revision(file: &str) -> Self {
        let message = format!("`{file}` cannot be read: it is not UTF-8 text, or git does not have it");
        Self::new(Exit::BadRules, message, "save the file as UTF-8, or fetch the revision in full")
    }
}
