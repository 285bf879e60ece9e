//! `wsoa init`: write the settings of a statement, asked for in a few questions or given as options.

mod ask;
mod guess;

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _, Write};
use std::path::Path;
use std::sync::Arc;

use self::ask::ask;
use self::guess::{Folder, inspection};
use super::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::files::write_new;
use super::level::Level;
use super::lines::{Lines, Stop};
use super::screen;
use super::settings::FILE;
use wsoa::pack::Rules;
use wsoa::report::safe;
use wsoa::settings::{FailOn, Start, template};

/// What to write into the settings.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa init
  wsoa init --yes
  wsoa init --pack jtai-central-bedfordshire-2016 --statement plan.docx --fail-on error")]
pub(crate) struct Args {
    /// The inspection that the statement answers, by id; or `draft`, for rules made from the letter
    #[arg(long, value_name = "ID")]
    pack: Option<String>,

    /// A file of the statement, or a pattern such as `drafts/*.docx`; may be given several times
    #[arg(long, value_name = "FILE")]
    statement: Vec<String>,

    /// The letter of the inspection
    #[arg(long, value_name = "LETTER")]
    letter: Option<String>,

    /// The level of a problem from which on a check fails [default: warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<Level>,

    /// Ask nothing: take what the files in this folder tell
    #[arg(long, short)]
    yes: bool,

    /// Write over the settings that are there
    #[arg(long)]
    force: bool,
}

/// What `pack` says where the rules are drafted from the letter.
const DRAFT: &str = "draft";

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let rules = match self.ready(global) {
            Ok(rules) => rules,
            Err(failure) => return failure.explain(),
        };
        let folder = Folder::here(&rules);
        let mut input = io::stdin().lock();
        // An input that is at its end answers nothing; a pipe does as well as a terminal.
        let start = if self.asks_nothing() || !io::stdin().is_terminal() && input.fill_buf()?.is_empty() {
            self.start(&folder, &rules)
        } else {
            match ask(&folder, &rules, &mut Lines { input: &mut input, out }) {
                Ok(start) => start,
                Err(Stop::Io(error)) => return Err(error),
                Err(Stop::Failed(failure)) => return failure.explain(),
                Err(Stop::Quit) => {
                    writeln!(out, "nothing is written")?;
                    return Ok(Exit::Clean);
                }
            }
        };
        let above = global.config.path(None);
        match write_new(Path::new(FILE), template(&start).as_bytes(), self.force) {
            Ok(()) => {
                tell(&start, &folder, out)?;
                if let Some(path) = above.filter(|path| path != Path::new(FILE)) {
                    screen::note(&format!("settings from {} no longer count in this folder", path.display()));
                }
                Ok(Exit::Clean)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Failure::settings_there().explain(),
            Err(error) => Failure::unwritten(Path::new(FILE), &error).explain(),
        }
    }

    /// Makes sure that the file can be written and that the inspection is one, before anybody is asked.
    fn ready(&self, global: &Global) -> Result<Arc<Rules>, Failure> {
        if !self.force && fs::symlink_metadata(FILE).is_ok() {
            return Err(Failure::settings_there());
        }
        let rules = global.load_for(None)?;
        match &self.pack {
            Some(id) if id != DRAFT && rules.inspection(id).is_none() => {
                Err(Failure::unknown_pack(id, &rules))
            }
            _ => Ok(rules),
        }
    }

    fn asks_nothing(&self) -> bool {
        let is_told = self.pack.is_some() || self.letter.is_some() || self.fail_on.is_some();
        self.yes || is_told || !self.statement.is_empty()
    }

    /// Returns what the user said, and for the rest what the folder tells.
    fn start(&self, folder: &Folder, rules: &Rules) -> Start {
        let statement = match self.statement.as_slice() {
            [] => folder.statement.iter().cloned().collect(),
            named => named.to_vec(),
        };
        let letter = self.letter.clone().or_else(|| folder.letter.clone());
        let known = || inspection(letter.as_deref(), &statement, rules).map(|known| known.pack);
        Start {
            pack: self.pack.clone().or_else(known),
            statement,
            letter,
            fail_on: self.fail_on.map(FailOn::from).unwrap_or_default(),
        }
    }
}

/// Says what was written, what was left out, and what to do next.
fn tell(start: &Start, folder: &Folder, out: &mut dyn Write) -> io::Result<()> {
    let statement = match (start.statement.as_slice(), folder.documents.as_slice()) {
        ([], []) => "left out: no document is in this folder".to_owned(),
        ([], several) => format!("left out: it may be any of {}", several.join(", ")),
        (named, _) => named.join(", "),
    };
    let left_out = |thing: &Option<String>, why: &str| thing.clone().unwrap_or(format!("left out: {why}"));
    let pack = left_out(&start.pack, "each check recognises it from the statement, or stops");
    let letter = left_out(&start.letter, "no letter was named or found");
    writeln!(out, "wrote {FILE}")?;
    for (what, told) in [
        ("statement", statement.as_str()),
        ("letter", &letter),
        ("pack", &pack),
        ("fail_on", start.fail_on.name()),
    ] {
        writeln!(out, "  {what:<9}  {}", safe(told))?;
    }
    for name in start.statement.iter().chain(&start.letter).filter(|name| is_missing(name)) {
        writeln!(out, "there is no file `{}` yet", safe(name))?;
    }
    let file = if start.statement.is_empty() { " FILE" } else { "" };
    writeln!(out, "next: wsoa check{file}")
}

/// Whether a file that is named is not there; a pattern may find some later.
fn is_missing(name: &str) -> bool {
    !name.contains(['*', '?', '[']) && !Path::new(name).exists()
}
