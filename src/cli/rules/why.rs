//! `wsoa rules why`: how every action of a statement fared against one aspect.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::submission::{Opened, Submission};
use crate::cli::{Global, screen};
use wsoa::author::why;
use wsoa::pack::Inspection;

/// How many actions are shown of each aspect.
const MOST_ACTIONS: usize = 10;

/// What `rules why` understands.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa rules why plan.docx escalation.senior-leaders
  wsoa rules why statement.docx plan.xlsx perpetrators --all
  wsoa rules why plan.md jtai-central-bedfordshire-2016/perpetrators.places --format json")]
pub(super) struct Args {
    /// The statement: one file, or several that together are one submission
    #[arg(required = true, value_name = "STATEMENT")]
    statements: Vec<PathBuf>,

    /// The aspect, or a finding for each of its aspects: `finding`, `finding.aspect` or `inspection/finding.aspect`
    #[arg(required = true)]
    item: String,

    #[command(flatten)]
    submission: Submission,

    /// Show every action, not only the nearest ten
    #[arg(long)]
    all: bool,

    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person at a terminal
    Text,
    /// For programs: schema 1, every action
    Json,
}

impl Args {
    /// Explains the aspects.
    pub(super) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let (pack, item) = match self.item.split_once('/') {
            Some((pack, item)) => (Some(pack), item),
            None => (None, self.item.as_str()),
        };
        let pack = self.submission.pack.as_deref().or(pack);
        let explained = self
            .submission
            .open_as(pack, &self.statements, global)
            .and_then(|mut opened| self.explain(item, &mut opened));
        match explained {
            Ok(text) => out.write_all(text.as_bytes()).map(|()| Exit::Clean),
            Err(failure) => failure.explain(),
        }
    }

    fn explain(&self, item: &str, opened: &mut Opened) -> Result<String, Failure> {
        opened.say_notes();
        let (finding, aspect) = self.wanted(item, opened.inspection())?;
        let when = self.submission.when();
        let statement = opened.read(when.as_of);
        let assessor = opened.assessor();
        let assessment = assessor.assess(&statement, when);
        let report = opened.report(&statement, &assessment, &[]);
        let explained = why::explain(&assessor, &report, &finding, aspect.as_deref());
        let most = if self.all { usize::MAX } else { MOST_ACTIONS };
        Ok(match self.format {
            Format::Json => why::json(&report, &explained),
            Format::Text => why::text(&report, &explained, most, screen::width()),
        })
    }

    /// Returns the finding that the user names, and the aspect, where one is named.
    fn wanted(&self, item: &str, inspection: &Inspection) -> Result<(String, Option<String>), Failure> {
        let (name, aspect) = item.split_once('.').map_or((item, None), |(name, aspect)| (name, Some(aspect)));
        let finding = inspection.findings.iter().find(|finding| finding.id == name);
        let is_there =
            finding.is_some_and(|found| aspect.is_none_or(|a| found.aspects.iter().any(|one| one.id == a)));
        let elsewhere = self.item.split_once('/').is_some_and(|(pack, _)| pack != inspection.id);
        if !is_there || elsewhere {
            let item = if elsewhere { &self.item } else { item };
            return Err(Failure::no_aspect(item, inspection));
        }
        Ok((name.to_owned(), aspect.map(str::to_owned)))
    }
}
