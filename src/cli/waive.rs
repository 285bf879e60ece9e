//! `wsoa waive`: record in the settings that an item of the letter need not be answered.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::Global;
use super::exit::Exit;
use super::failure::Failure;
use super::files::write_new;
use super::settings::text;
use wsoa::assess::Waiver;
use wsoa::pack::Inspection;
use wsoa::report::safe;
use wsoa::settings::Settings;

/// What is waived, by whom and why.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa waive submission --by \"Director\" --reason \"Agreed with the inspectorate on 1 August\"
  wsoa waive training-impact --by \"Director\" --reason \"It stands in the police plan\" --until 2016-12-31")]
pub(crate) struct Args {
    /// The item of the letter, by id; `wsoa rules show` lists them
    #[arg(value_name = "ITEM")]
    item: String,

    /// Why it need not be answered here
    #[arg(long, value_name = "WORDS", value_parser = said)]
    reason: String,

    /// Who decided, as the record is to name them
    #[arg(long, value_name = "NAME", value_parser = said)]
    by: String,

    /// The day of the decision [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<Date>,

    /// The last day on which the waiver holds [default: it has no end]
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<Date>,
}

/// Takes a text that says something.
fn said(words: &str) -> Result<String, &'static str> {
    let words = safe(words).trim().to_owned();
    if words.is_empty() { Err("a waiver says who decided and why") } else { Ok(words) }
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        match self.write(global) {
            Ok(path) => {
                let (item, path) = (safe(&self.item), safe(&path.display().to_string()));
                writeln!(
                    out,
                    "waived {item} in {path}; `wsoa check` still shows it, and no longer fails for it"
                )?;
                Ok(Exit::Clean)
            }
            Err(failure) => failure.explain(),
        }
    }

    /// Writes the waiver at the end of the settings, and returns their file.
    fn write(&self, global: &Global) -> Result<PathBuf, Failure> {
        let found = global
            .config
            .find(None)?
            .ok_or_else(|| Failure::no_settings(Path::new(super::settings::FILE)))?;
        if let Some(id) = found.settings.pack.as_deref() {
            let rules = global.under(Some(&found)).load_for(Some(id))?;
            found.hold_against(&rules, Some(id))?;
            // Of rules made from a letter nobody knows the items yet.
            rules.inspection(id).map_or(Ok(()), |inspection| self.is_asked(inspection))?;
        }
        let waiver = Waiver {
            item: self.item.clone(),
            reason: self.reason.clone(),
            by: self.by.clone(),
            on: self.on.unwrap_or_else(|| jiff::Zoned::now().date()),
            until: self.until,
        };
        let name = found.path.display().to_string();
        let new = Settings::with_waiver(&name, &text(&found.path)?, &waiver)
            .map_err(|problems| Failure::no_waiver(&found.path, problems))?;
        write_new(&found.path, new.as_bytes(), true)
            .map_err(|error| Failure::unwritten(&found.path, &error))?;
        Ok(found.path)
    }

    /// Makes sure that the inspection asks for the item. What is wrong with the id of an aspect, the settings say better.
    fn is_asked(&self, inspection: &Inspection) -> Result<(), Failure> {
        let findings = inspection.findings.iter().map(|finding| finding.id.as_str());
        let ids: Vec<&str> =
            findings.chain(inspection.next_steps.iter().map(|step| step.id.as_str())).collect();
        if ids.contains(&self.item.as_str()) || self.item.contains('.') {
            return Ok(());
        }
        Err(Failure::no_item(&self.item, &ids, inspection))
    }
}
