//! `wsoa schema`: the JSON Schema of what is printed as JSON, and of rule files.

use std::io::{self, Write};

use clap::ValueEnum;

use super::exit::Exit;
use wsoa::{author, report};

/// Which schema to print.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa schema check > check-1.json
  wsoa schema letter")]
pub(crate) struct Args {
    /// What the schema is of
    #[arg(value_enum, value_name = "WHAT")]
    of: Of,
}

/// What there are schemas of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    /// What `wsoa check` prints with `--format json`, and each line of `--format json-lines`
    Check,
    /// What `wsoa compare` prints with `--format json`
    Compare,
    /// What `wsoa letter` prints with `--format json`
    Letter,
    /// Rule files (TOML), for editors
    Rules,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, out: &mut dyn Write) -> io::Result<Exit> {
        let schema = match self.of {
            Of::Check => report::check_schema(),
            Of::Compare => report::compare::schema(),
            Of::Letter => report::letter::schema(),
            Of::Rules => author::schema::schema(),
        };
        out.write_all(schema.as_bytes()).map(|()| Exit::Clean)
    }
}
