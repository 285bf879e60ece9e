//! Failures with what people keep beside a statement: decisions, settings and waivers.

use std::path::Path;

use super::{Exit, Failure};
use wsoa::pack::Problems;

impl Failure {
    /// The file of decisions cannot be read.
    pub(crate) fn unread_review(path: &Path, error: &dyn std::fmt::Display) -> Self {
        let message = format!("the decisions in `{}` cannot be read: {error}", path.display());
        Self::new(Exit::BadRules, message, "mend the file or move it away; nothing in it was changed")
    }

    /// The file of decisions was read, and has problems.
    pub(crate) fn bad_review(path: &Path, problems: Problems) -> Self {
        let found = match problems.len() {
            1 => "there is a problem".to_owned(),
            many => format!("there are {many} problems"),
        };
        let message = format!("the decisions in `{}` cannot be read: {found} in them", path.display());
        let help = Some("mend the file; nothing in it was changed".to_owned());
        Self { exit: Exit::BadRules, message, help, problems: Some(problems) }
    }

    /// The file of decisions that was named is not there.
    pub(crate) fn no_review(path: &Path) -> Self {
        let message = format!("there is no file of decisions `{}`", path.display());
        Self::new(Exit::BadRules, message, "check the name, or leave `--review` out")
    }

    /// The file of decisions is about the answer to another inspection.
    pub(crate) fn other_review(path: &Path, about: &str, pack: &str) -> Self {
        let name = path.display();
        let message = format!(
            "the decisions in `{name}` are about the answer to `{about}`, and this one answers `{pack}`"
        );
        Self::new(Exit::BadRules, message, "name another file, or the right inspection with `--pack`")
    }

    /// The file of decisions was changed by somebody else in the meantime.
    pub(crate) fn changed_review(path: &Path) -> Self {
        let message =
            format!("`{}` was changed by somebody else in the meantime, and is left so", path.display());
        Self::new(Exit::BadRules, message, "run `wsoa review` again; what was decided before is kept")
    }

    /// The file of settings that was named is not there.
    pub(crate) fn no_settings(path: &Path) -> Self {
        let message = format!("there is no file of settings `{}`", path.display());
        Self::new(Exit::BadRules, message, "check the name, or write one with `wsoa init`")
    }

    /// The file of settings cannot be read.
    pub(crate) fn unread_settings(path: &Path, error: &dyn std::fmt::Display) -> Self {
        let message = format!("the settings in `{}` cannot be read: {error}", path.display());
        Self::new(Exit::BadRules, message, "mend the file, or leave it out with `--no-config`")
    }

    /// The file of settings was read, and has problems.
    pub(crate) fn bad_settings(path: &Path, problems: Problems) -> Self {
        let found = match problems.len() {
            1 => "there is a problem".to_owned(),
            many => format!("there are {many} problems"),
        };
        let failure = Self::unread_settings(path, &format!("{found} in them"));
        Self { problems: Some(problems), ..failure }
    }

    /// A waiver cannot be written as it was given.
    pub(crate) fn no_waiver(path: &Path, problems: Problems) -> Self {
        let message = format!("the waiver is not written into `{}`", path.display());
        let help = Some("mend what is wrong with it; nothing in the file was changed".to_owned());
        Self { exit: Exit::Usage, message, help, problems: Some(problems) }
    }

    /// Settings are to be written where there are some.
    pub(crate) fn settings_there() -> Self {
        let message = "`wsoa.toml` is there already, and is left as it is".to_owned();
        Self::new(Exit::Usage, message, "change it in an editor, or write over it with `--force`")
    }
}
