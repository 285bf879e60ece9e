//! `wsoa rules schema`: the JSON Schema of rule files.

use std::io::{self, Write};

use wsoa::author::schema::schema;

use crate::cli::exit::Exit;

/// `rules schema` needs nothing to be said.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

impl Args {
    /// Prints the schema.
    pub(super) fn run(&self, out: &mut dyn Write) -> io::Result<Exit> {
        out.write_all(schema().as_bytes()).map(|()| Exit::Clean)
    }
}
