//! `wsoa rules`: look into the rules, check them and test them.

mod find;
mod lint;
mod list;
mod schema;
mod show;
mod sources;
mod test;

use std::io::{self, Write};

use super::Global;
use super::exit::Exit;

/// The subcommands of `rules`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check rule files and report every problem with its place
    Lint(lint::Args),
    /// List the inspections and frameworks
    List(list::Args),
    /// Print the JSON Schema of rule files, for editors
    Schema(schema::Args),
    /// Show an inspection, a finding, an aspect, a framework or a @set
    Show(show::Args),
    /// Run the accepted and rejected example sentences of every aspect
    Test(test::Args),
}

impl Args {
    /// Runs the subcommand.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        match &self.command {
            Command::Lint(args) => return args.run(global, out),
            Command::Schema(args) => return args.run(out),
            _ => {}
        }
        let rules = match global.load_or_explain()? {
            Ok(rules) => rules,
            Err(exit) => return Ok(exit),
        };
        match &self.command {
            Command::Lint(args) => args.run(global, out),
            Command::Schema(args) => args.run(out),
            Command::List(args) => args.run(&rules, out),
            Command::Show(args) => args.run(&rules, out),
            Command::Test(args) => args.run(&rules, out),
        }
    }
}

/// Returns `1 finding`, `2 findings`.
fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
