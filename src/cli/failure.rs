//! Failures: what keeps a command from its work, in the words of the person who must act, with the exit code.

use std::io::{self, Write};
use std::path::Path;

use super::draw::draw;
use super::exit::Exit;
use wsoa::annotate::AnnotateError;
use wsoa::document::ReadError;
use wsoa::letter::Letter;
use wsoa::pack::{Inspection, Problems, Rules, nearest};
use wsoa::report::safe;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
    help: Option<String>,
    problems: Option<Problems>,
}

impl Failure {
    fn new(exit: Exit, message: String, help: impl Into<String>) -> Self {
        Self { exit, message, help: Some(help.into()), problems: None }
    }

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

    /// A copy with comments would take the place of a file of the statement.
    pub(crate) fn copy_over_statement(path: &Path) -> Self {
        let message = format!("`{}` is the statement itself", path.display());
        Self::new(Exit::Usage, message, "name another file for the copy with comments")
    }

    /// Two copies with comments were to have one name.
    pub(crate) fn copied_twice(path: &Path) -> Self {
        let message = format!("`{}` is named for two copies", path.display());
        Self::new(Exit::Usage, message, "name a file for each copy")
    }

    /// A copy has an ending that no file of the statement has, or none that has no copy yet.
    pub(crate) fn no_file_to_copy(path: &Path, ending: &str) -> Self {
        let name = path.display();
        let message =
            format!("`{name}` cannot be a copy: no .{ending} file of the statement is left to be copied");
        Self::new(Exit::Usage, message, "give the copy the ending of the file that it is to be a copy of")
    }

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

    /// `--pack` names no inspection.
    pub(crate) fn unknown_pack(id: &str, rules: &Rules) -> Self {
        let near =
            nearest(&id.to_lowercase(), rules.inspections.iter().map(|inspection| inspection.id.as_str()));
        let help = match near {
            Some(near) => format!("did you mean `{near}`? `wsoa rules list` shows every inspection"),
            None => "`wsoa rules list` shows every inspection".to_owned(),
        };
        Self::new(Exit::Usage, format!("there is no inspection `{id}` in the rules"), help)
    }

    /// The statement speaks of several inspections.
    pub(crate) fn several_packs(found: &[&Inspection]) -> Self {
        let ids: Vec<String> = found.iter().map(|inspection| format!("`{}`", inspection.id)).collect();
        let message = format!("the statement speaks of {} inspections: {}", found.len(), ids.join(", "));
        Self::new(Exit::Usage, message, "say which one it answers with `--pack ID`")
    }

    /// Nothing can be drafted from a letter; `otherwise` is what else can be done.
    pub(crate) fn no_draft(letter: &Letter, otherwise: &str) -> Self {
        let why = match &letter.framework {
            Some(_) => "nothing was found in it that is to be improved",
            None => "it does not show of what kind of inspection it is",
        };
        let help = format!("`wsoa letter {}` shows what was read of it; or {otherwise}", letter.file);
        Self::new(
            Exit::Unreadable,
            format!("no rules can be made from the letter `{}`: {why}", letter.file),
            help,
        )
    }

    /// Rules are to be drafted, and no letter is named.
    pub(crate) fn no_letter() -> Self {
        let message = "`--pack draft` makes rules from the letter, and no letter is named".to_owned();
        Self::new(Exit::Usage, message, "name the letter too, as in `--letter letter.pdf --pack draft`")
    }

    /// The statement speaks of no inspection that the rules know.
    pub(crate) fn no_pack(rules: &Rules) -> Self {
        let ids: Vec<&str> = rules.inspections.iter().map(|inspection| inspection.id.as_str()).collect();
        let message =
            "the statement does not say which inspection it answers, or the rules do not hold it".to_owned();
        let known = ids.join(", ");
        let help =
            format!("give its letter with `--letter FILE`, or say which with `--pack ID`, one of: {known}");
        Self::new(Exit::Usage, message, help)
    }

    /// A name given to `explain` or `rules show` is not known.
    pub(crate) fn unknown_name(name: &str, known: &[String]) -> Self {
        let help = match nearest(&name.to_lowercase(), known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "`wsoa rules show ID` lists the items of an inspection, `wsoa rules list` the inspections"
                    .to_owned()
            }
        };
        Self::new(Exit::Usage, format!("nothing is called `{name}`"), help)
    }

    /// What `rules why` was asked about is nothing that actions answer.
    pub(crate) fn no_aspect(item: &str, inspection: &Inspection) -> Self {
        let findings = inspection.findings.iter();
        let ids = findings.flat_map(|finding| {
            let aspects = finding.aspects.iter().map(|aspect| format!("{}.{}", finding.id, aspect.id));
            std::iter::once(finding.id.clone()).chain(aspects)
        });
        let ids: Vec<String> = ids.collect();
        let help = match nearest(item, ids.iter().map(String::as_str)) {
            _ if inspection.next_steps.iter().any(|step| step.id == item) => {
                format!("it is a next step, which no action answers; `wsoa explain {item}` says what does")
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`wsoa rules show {}` lists the findings and their aspects", inspection.id),
        };
        let message = format!("`{}` has no finding or aspect called `{item}`", inspection.id);
        Self::new(Exit::Usage, message, help)
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

    /// An item is to be waived that the inspection does not ask for.
    pub(crate) fn no_item(item: &str, known: &[&str], inspection: &Inspection) -> Self {
        let help = match nearest(item, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`wsoa rules show {}` lists its items", inspection.id),
        };
        Self::new(Exit::Usage, format!("`{}` asks for no item `{item}`", inspection.id), help)
    }

    /// Settings are to be written where there are some.
    pub(crate) fn settings_there() -> Self {
        let message = "`wsoa.toml` is there already, and is left as it is".to_owned();
        Self::new(Exit::Usage, message, "change it in an editor, or write over it with `--force`")
    }

    /// Returns what is wrong and what to do about it, in one line.
    pub(crate) fn told(&self) -> String {
        match &self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message.clone(),
        }
    }

    /// Returns what is wrong, in one line.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Says on standard error what is wrong and what to do, and gives the exit code.
    pub(crate) fn explain(&self) -> io::Result<Exit> {
        let mut err = anstream::stderr();
        if let Some(problems) = &self.problems {
            draw(problems, &mut err)?;
        }
        // An error that cannot be shown is the same error: the exit code still tells it.
        let _ = writeln!(err, "error: {}", safe(&self.message));
        if let Some(help) = &self.help {
            let _ = writeln!(err, "help: {}", safe(help));
        }
        Ok(self.exit)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self { exit: Exit::BadRules, message: problems.to_string(), help: None, problems: Some(problems) }
    }
}
