//! `wsoa compare`: what changed between two drafts of a statement.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{ArgGroup, ValueEnum};

use super::Global;
use super::both::both;
use super::exit::Exit;
use super::failure::Failure;
use super::files::ending;
use super::output::Output;
use super::review::{Beside, applied};
use super::screen;
use super::settings::Found;
use super::submission::{Opened, Submission};
use super::targets::may_be_written;
use wsoa::assess::Assessment;
use wsoa::compare::{Comparison, Draft, compare};
use wsoa::report::Look;
use wsoa::report::compare::{html, json, text};
use wsoa::review::Written;
use wsoa::statement::Statement;

/// Which drafts to compare and how to show the result.
#[derive(Debug, Clone, clap::Args)]
#[command(group(ArgGroup::new("written").args(["output"])), after_help = "Examples:
  wsoa compare plan-may.docx plan-june.docx
  wsoa compare plan-may.docx plan-june.pdf --pack jtai-central-bedfordshire-2016
  wsoa compare old/statement.docx new/statement.docx --with-old old/plan.xlsx --with-new new/plan.xlsx
  wsoa compare plan-may.docx plan-june.docx -o changes.html
  wsoa compare plan-may.docx plan-june.docx --format json > changes.json

Ends with exit code 1 when an item of the letter got worse.")]
pub(crate) struct Args {
    /// The draft as it was (.docx, .pdf, .xlsx, .odt, .ods, .html, .md, .txt)
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The draft as it is; it may come in another format
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// A further file of the old draft, where it is in several
    #[arg(long, value_name = "FILE")]
    with_old: Vec<PathBuf>,

    /// A further file of the new draft, where it is in several
    #[arg(long, value_name = "FILE")]
    with_new: Vec<PathBuf>,

    #[command(flatten)]
    submission: Submission,

    #[command(flatten)]
    beside: Beside,

    /// How to print the result [default: as the ending of the output file says, else text]
    #[arg(long, value_enum)]
    format: Option<Format>,

    #[command(flatten)]
    output: Output,

    /// Print the opening lines and the summary only
    #[arg(long, short)]
    quiet: bool,

    /// Draw nothing: words and full stops only, for a screen reader; also where NO_GRAPHICS is set
    #[arg(long)]
    plain: bool,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For programs: schema 1, one object
    Json,
    /// A page for a browser and for paper: one file that needs no other
    Html,
}

impl Format {
    /// Returns the format that the user chose, or that the ending of the output file tells.
    fn chosen(named: Option<Self>, file: Option<&Path>) -> Result<Self, Failure> {
        let told = file.and_then(ending);
        Ok(match (named, told.as_deref()) {
            (Some(named), _) => named,
            (None, None | Some("txt")) => Self::Text,
            (None, Some("json")) => Self::Json,
            (None, Some("html" | "htm")) => Self::Html,
            (None, Some(other)) => return Err(Failure::no_format(other, ".html, .json or .txt")),
        })
    }

    fn render(self, comparison: &Comparison<'_>, look: Look) -> String {
        match self {
            Self::Text => text(comparison, look),
            Self::Json => json(comparison),
            Self::Html => html(comparison),
        }
    }
}

/// The comparison in the format that was asked for, and how the command is to end.
type Compared = (String, Exit);

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let chosen = Format::chosen(self.format, self.output.file());
        let compared = chosen.and_then(|format| Ok((format, self.compared(format, global)?)));
        let (format, (text, exit)) = match compared {
            Ok(compared) => compared,
            Err(failure) => return failure.explain(),
        };
        match self.output.write(&text, format == Format::Text, out)? {
            Ok(()) => Ok(exit),
            Err(failure) => failure.explain(),
        }
    }

    /// Compares the drafts under the settings of the new one, which count where the user said nothing.
    fn compared(&self, format: Format, global: &Global) -> Result<Compared, Failure> {
        let found = global.config.find(Some(&self.new))?;
        let found = found.as_ref();
        let settled = Self {
            submission: self.submission.under(found),
            beside: self.beside.under(found),
            ..self.clone()
        };
        settled.submission.settings().into_iter().for_each(Found::say);
        settled.settled(format, &global.under(found))
    }

    fn settled(&self, format: Format, global: &Global) -> Result<Compared, Failure> {
        let files = |first: &PathBuf, more: &[PathBuf]| [std::slice::from_ref(first), more].concat();
        let (old, new) = (files(&self.old, &self.with_old), files(&self.new, &self.with_new));
        let targets: Vec<&Path> = self.output.file().into_iter().collect();
        may_be_written(&targets, &[old.as_slice(), &new].concat(), self.output.over())?;
        // Opened together, so that either draft may tell which inspection both answer.
        let mut opened = self.submission.open(&[old.as_slice(), &new].concat(), global)?;
        let (theirs, ours) = opened.read_drafts(old.len(), self.submission.when().as_of);
        let decided = [self.beside.read(&old, &mut opened)?, self.beside.read(&new, &mut opened)?];
        let left_out = self.submission.settings().and_then(|found| found.left_out(&opened.inspection().id));
        opened.notes.extend(left_out);
        opened.say_notes();
        let [theirs_decided, ours_decided] = &decided;
        let (before, after) = both(
            || self.assess(&opened, &theirs, theirs_decided.as_ref()),
            || self.assess(&opened, &ours, ours_decided.as_ref()),
        );
        let old = Draft { statement: &theirs, assessment: &before };
        let new = Draft { statement: &ours, assessment: &after };
        let comparison = compare(old, new, &opened.rules, opened.inspection());
        let look = screen::look(self.quiet, self.plain, self.output.file().is_none());
        let exit = if comparison.is_worse() { Exit::Problems } else { Exit::Clean };
        Ok((format.render(&comparison, look), exit))
    }

    /// Holds a draft against the inspection, as `check` does.
    fn assess(&self, opened: &Opened, statement: &Statement, decided: Option<&Written>) -> Assessment {
        let mut assessment = opened.assessor().assess(statement, self.submission.when());
        applied(decided, opened, statement, &mut assessment);
        if let Some(found) = self.submission.settings() {
            // What is wrong with waivers is for `check` to say.
            found.settings.apply(opened.inspection(), &mut assessment, &mut Vec::new());
        }
        assessment
    }
}
