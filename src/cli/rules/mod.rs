//! `wsoa rules`: look into the rules, check them and test them.

mod diff;
mod find;
mod lint;
mod list;
mod new;
mod revision;
mod samples;
mod schema;
mod show;
mod sources;
mod test;
mod why;

use std::io::{self, Write};

use super::Global;
use super::exit::Exit;
use wsoa::pack::Rules;

/// The subcommands of `rules`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Say what a change of the rules changes in the verdicts on statements, and which part of which rule did it
    Diff(diff::Args),
    /// Check rule files and report every problem with its place
    Lint(lint::Args),
    /// List the inspections and frameworks
    List(list::Args),
    /// Draft the rules of an inspection from its letter, for a person to finish
    New(new::Args),
    /// Print the JSON Schema of rule files, for editors
    Schema(schema::Args),
    /// Show an inspection, a finding, an aspect, a framework or a @set
    Show(show::Args),
    /// Run the accepted and rejected example sentences of every aspect
    Test(test::Args),
    /// Say why an aspect is met or not: how every action of a statement fared against it
    Why(why::Args),
}

impl Args {
    /// Runs the subcommand.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        match &self.command {
            Command::Diff(args) => args.run(out),
            Command::Lint(args) => args.run(global, out),
            Command::List(args) => loaded(global, |rules| args.run(rules, out)),
            Command::Show(args) => loaded(global, |rules| args.run(rules, out)),
            Command::Test(args) => loaded(global, |rules| args.run(rules, global, out)),
            Command::Why(args) => args.run(global, out),
            Command::New(args) => args.run(global, out),
            Command::Schema(args) => args.run(out),
        }
    }
}

/// Does something with all the rules, once they are loaded.
fn loaded(global: &Global, run: impl FnOnce(&Rules) -> io::Result<Exit>) -> io::Result<Exit> {
    match global.load_or_explain()? {
        Ok(rules) => run(&rules),
        Err(exit) => Ok(exit),
    }
}

/// Returns `1 finding`, `2 findings`.
fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
