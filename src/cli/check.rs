//! `wsoa check`: hold a statement against its inspection.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use super::both::both;
use super::exit::Exit;
use super::failure::Failure;
use super::files::Reading;
use super::{Global, screen};
use wsoa::assess::{Recognised, Severity, When, assess, diagnose, prepare, recognise};
use wsoa::document::Document;
use wsoa::pack::{Inspection, Rules};
use wsoa::personal::mask;
use wsoa::report::{Look, Report, json, terminal};
use wsoa::statement;

/// What to check and how to show the result.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa check plan.docx
  wsoa check plan.docx --pack jtai-central-bedfordshire-2016 --as-of 2016-08-09
  wsoa check statement.docx plan.xlsx
  wsoa check plan.md --format json > result.json
  wsoa check plan.docx --quiet --fail-on error")]
pub(crate) struct Args {
    /// The statement: one file, or several that together are one submission (.docx, .pdf, .xlsx,
    /// .odt, .ods, .html, .md, .txt)
    #[arg(required = true, value_name = "STATEMENT")]
    statements: Vec<PathBuf>,

    /// The inspection it answers, by id (`wsoa rules list` shows them) [default: recognised from its own words]
    #[arg(long, value_name = "ID")]
    pack: Option<String>,

    /// The day of the check, for days left and overdue dates [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// The day on which the letter was received, from which the time to answer runs where the letter names no date
    /// [default: the date of the letter]
    #[arg(long, value_name = "YYYY-MM-DD")]
    received: Option<Date>,

    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Print the opening line and the summary only
    #[arg(long, short)]
    quiet: bool,

    /// End with exit code 1 when a problem of this level or worse is found
    #[arg(long, value_enum, default_value_t = Level::Warning, value_name = "LEVEL")]
    fail_on: Level,

    #[command(flatten)]
    reading: Reading,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For programs: schema 1
    Json,
}

/// The level of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Likely to send the statement back
    Error,
    /// Likely to be asked about
    Warning,
    /// Worth knowing
    Note,
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        // Neither needs the other, and each takes a good part of the time.
        let (rules, documents) =
            both(|| global.load_for(self.pack.as_deref()), || self.reading.documents(&self.statements));
        let checked = rules.map_err(Failure::from).and_then(|rules| {
            let documents = documents?;
            let id = choose(self.pack.as_deref(), &documents, &rules)?.id.clone();
            let whole = self.pack.is_some() || global.rules.is_some();
            let rules = if whole { rules } else { global.load_for(Some(&id))? };
            let inspection = rules.inspection(&id).ok_or_else(|| Failure::unknown_pack(&id, &rules))?;
            let checked = self.check(&rules, inspection, documents);
            // The process ends with this command: to take the rules apart piece by piece would only cost time.
            std::mem::forget(rules);
            Ok(checked)
        });
        match checked {
            Ok((text, exit)) => out.write_all(text.as_bytes()).map(|()| exit),
            Err(failure) => failure.explain(),
        }
    }

    fn check(&self, rules: &Rules, inspection: &Inspection, mut documents: Vec<Document>) -> (String, Exit) {
        let personal = mask(&mut documents, &rules.language.personal);
        let documents = &documents;
        let as_of = self.as_of.unwrap_or_else(|| jiff::Zoned::now().date());
        let anchor = inspection.published.or(Some(as_of));
        let (mut statement, ()) =
            both(|| statement::read(documents, rules, anchor), || prepare(rules, inspection));
        statement.personal = personal;
        let when = When { as_of, received: self.received };
        let assessment = assess(&statement, rules, inspection, when);
        let diagnostics = diagnose(&statement, rules, inspection, &assessment);
        let report = Report {
            statement: &statement,
            rules,
            inspection,
            assessment: &assessment,
            diagnostics: &diagnostics,
        };
        let text = match self.format {
            Format::Json => json(&report),
            Format::Text => terminal(
                &report,
                Look { colour: screen::colour(), width: screen::width(), quiet: self.quiet },
            ),
        };
        let failing = diagnostics.iter().any(|diagnostic| diagnostic.severity >= self.fail_on.severity());
        (text, if failing { Exit::Problems } else { Exit::Clean })
    }
}

/// Returns the inspection the statement answers: the one named, or the one its own words speak of.
fn choose<'r>(
    named: Option<&str>,
    documents: &[Document],
    rules: &'r Rules,
) -> Result<&'r Inspection, Failure> {
    if let Some(id) = named {
        return rules.inspection(id).ok_or_else(|| Failure::unknown_pack(id, rules));
    }
    match recognise(documents, rules) {
        Recognised::One(inspection) => {
            screen::note(&format!(
                "recognised the inspection from the statement's own words: {}",
                inspection.id
            ));
            Ok(inspection)
        }
        Recognised::Several(found) => Err(Failure::several_packs(&found)),
        Recognised::None => Err(Failure::no_pack(rules)),
    }
}
