//! The command line: one file per subcommand, and the only code that prints or exits.
//!
//! To add a subcommand, write its file with `struct Args` (clap's) and `fn run(&self, &Global, &mut dyn Write)`, and
//! name it once in [`Command`] and once in [`Command::run`].

mod annotate;
mod both;
mod check;
mod columns;
mod compare;
mod completions;
mod draw;
mod due;
mod exit;
mod explain;
mod failure;
mod files;
mod init;
mod letter;
mod level;
mod lines;
mod man;
mod output;
mod read;
mod review;
mod rules;
mod schema;
mod screen;
mod settings;
mod shelf;
mod submission;
mod targets;
mod waive;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, Subcommand, ValueEnum};
use wsoa::pack::{Kind, Problems, Rules, Source, embedded_for, load, read_dir};

use self::exit::Exit;
use self::failure::Failure;
use self::settings::{Config, Found};
use self::shelf::Shelf;

/// Checks a written statement of action against the inspection that asked for it
#[derive(Debug, Parser)]
#[command(name = "wsoa", version, propagate_version = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every subcommand understands.
#[derive(Debug, clap::Args)]
pub(crate) struct Global {
    /// Use the rules of this folder instead of the built-in ones
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) rules: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) config: Config,

    /// When to use colour; NO_COLOR and CLICOLOR_FORCE are respected
    #[arg(long, visible_alias = "color", global = true, value_enum, default_value_t, value_name = "WHEN")]
    colour: Colour,

    #[arg(skip)]
    shelf: Shelf,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal that takes it
    #[default]
    Auto,
    /// Everywhere, files and pipes too
    Always,
    /// Nowhere
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Hold a written statement of action against the inspection it answers
    Check(check::Args),
    /// Show what changed between two drafts: what got better or worse, and what became of each action
    Compare(compare::Args),
    /// Decide about verdicts that the rules cannot prove, and keep what was decided
    Review(review::Args),
    /// Show what an inspection letter asks: its facts, and every item with its place
    Letter(letter::Args),
    /// List when the answer to each inspection is due, soonest first
    Due(due::Args),
    /// Show what is read of a document: its text with the place of each piece, and what could not be read
    Read(read::Args),
    /// Write the settings of a statement into wsoa.toml, asking for them or taking them from options
    Init(init::Args),
    /// Record in wsoa.toml that an item of the letter need not be answered, by whose decision and why
    Waive(waive::Args),
    /// Explain a problem code, a reason, or what an item of the letter asks
    Explain(explain::Args),
    /// Look into the rules, check them and test them
    Rules(rules::Args),
    /// Print the JSON Schema of what is printed as JSON, or of rule files
    Schema(schema::Args),
    /// Print what a shell needs to complete commands and options
    Completions(completions::Args),
    /// Print the manual page, or write those of all commands
    Man(man::Args),
}

impl Command {
    fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        match self {
            Self::Check(args) => args.run(global, out),
            Self::Compare(args) => args.run(global, out),
            Self::Review(args) => args.run(global, out),
            Self::Letter(args) => global.settled(|global| args.run(global, out)),
            Self::Due(args) => global.settled(|global| args.run(global, out)),
            Self::Read(args) => args.run(global, out),
            Self::Init(args) => args.run(global, out),
            Self::Waive(args) => args.run(global, out),
            Self::Explain(args) => global.settled(|global| args.run(global, out)),
            Self::Rules(args) => global.settled(|global| args.run(global, out)),
            Self::Schema(args) => args.run(out),
            Self::Completions(args) => args.run(out),
            Self::Man(args) => args.run(out),
        }
    }
}

impl Global {
    /// Loads the rules that the user asked for.
    fn load(&self) -> Result<Rules, Problems> {
        match &self.rules {
            Some(folder) => Rules::from_dir(folder),
            None => Rules::embedded(),
        }
    }

    /// Gives the rules that the user asked for, of the built-in ones only what the inspection `id` needs; with `None`,
    /// what it takes to tell which inspection is meant. They are loaded once.
    fn load_for(&self, id: Option<&str>) -> Result<Arc<Rules>, Problems> {
        match &self.rules {
            Some(folder) => self.shelf.take(Some(folder), None, || Rules::from_dir(folder)),
            None => self.shelf.take(None, id, || Rules::embedded_for(id)),
        }
    }

    /// Returns the same under settings, which count where the user said nothing, with nothing loaded yet.
    fn under(&self, found: Option<&Found>) -> Self {
        let rules = || found.and_then(|found| Some(found.path_of(found.settings.rules.as_deref()?)));
        let (config, colour) = (self.config.clone(), self.colour);
        Self { rules: self.rules.clone().or_else(rules), config, colour, shelf: Shelf::default() }
    }

    /// Runs a command under the settings of the current folder, of which only the rules count for it.
    fn settled(&self, run: impl FnOnce(&Self) -> io::Result<Exit>) -> io::Result<Exit> {
        match self.config.find(None) {
            Ok(found) => run(&self.under(found.as_ref())),
            Err(failure) => failure.explain(),
        }
    }

    /// Loads the rules that the user asked for with a draft in the place of all their inspections.
    fn load_draft(&self, draft: Source) -> Result<Rules, Problems> {
        let mut sources = match &self.rules {
            Some(folder) => read_dir(folder)?,
            None => embedded_for(None),
        };
        sources.retain(|source| source.kind() != Kind::Inspection);
        sources.push(draft);
        load(sources)
    }

    /// Loads the rules that the user asked for, or says on standard error what is wrong with them.
    fn load_or_explain(&self) -> io::Result<Result<Rules, Exit>> {
        Self::or_explain(self.load())
    }

    /// The same without what the inspections ask for, where their heads are enough.
    fn load_heads_or_explain(&self) -> io::Result<Result<Arc<Rules>, Exit>> {
        Self::or_explain(self.load_for(None))
    }

    fn or_explain<R>(loaded: Result<R, Problems>) -> io::Result<Result<R, Exit>> {
        match loaded {
            Ok(rules) => Ok(Ok(rules)),
            Err(problems) => Failure::from(problems).explain().map(Err),
        }
    }
}

/// Says on standard error, in one line, why the command cannot go on.
fn explain(why: impl std::fmt::Display) -> io::Result<()> {
    writeln!(anstream::stderr(), "error: {}", wsoa::report::safe(&why.to_string()))
}

/// Runs the command that the user gave.
pub(crate) fn main() -> Exit {
    match parse_and_run() {
        Ok(exit) => exit,
        // Whoever reads the output has seen enough, as `| head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(error) => {
            // When standard error is gone too, there is nobody left to tell.
            let _ = explain(format_args!("the output cannot be written: {error}"));
            Exit::Problems
        }
    }
}

fn parse_and_run() -> io::Result<Exit> {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            error.print()?;
            return Ok(if error.use_stderr() { Exit::Usage } else { Exit::Clean });
        }
    };
    match cli.global.colour {
        Colour::Auto => {}
        Colour::Always => anstream::ColorChoice::Always.write_global(),
        Colour::Never => anstream::ColorChoice::Never.write_global(),
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    let exit = cli.command.run(&cli.global, &mut out)?;
    match out.flush() {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        flushed => flushed?,
    }
    // The process ends here: to take the rules apart piece by piece would only cost time.
    std::mem::forget(cli);
    Ok(exit)
}
