//! A submission: the files of one statement, the inspection that they answer, and the day on which they are looked at.

use std::path::PathBuf;

use jiff::civil::Date;

use super::both::both;
use super::failure::Failure;
use super::files::Reading;
use super::{Global, screen};
use wsoa::assess::{Recognised, When, prepare, recognise};
use wsoa::document::Document;
use wsoa::pack::{Inspection, Rules};
use wsoa::personal::mask;
use wsoa::statement::{self, Statement};

/// What a statement is held against, and when.
#[derive(Debug, clap::Args)]
pub(crate) struct Submission {
    /// The inspection it answers, by id (`wsoa rules list` shows them) [default: recognised from its own words]
    #[arg(long, value_name = "ID")]
    pub(crate) pack: Option<String>,

    /// The day of the check, for days left and overdue dates [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// The day on which the letter was received, from which the time to answer runs where the letter names no date
    /// [default: the date of the letter]
    #[arg(long, value_name = "YYYY-MM-DD")]
    received: Option<Date>,

    #[command(flatten)]
    reading: Reading,
}

impl Submission {
    /// Returns the time of the check.
    pub(crate) fn when(&self) -> When {
        When { as_of: self.as_of.unwrap_or_else(|| jiff::Zoned::now().date()), received: self.received }
    }

    /// Opens the files at `paths` and loads the rules of the inspection that they answer.
    pub(crate) fn open(&self, paths: &[PathBuf], global: &Global) -> Result<Opened, Failure> {
        self.open_as(self.pack.as_deref(), paths, global)
    }

    /// Opens the files at `paths` as an answer to `pack`, or where that is left out to the one they speak of.
    pub(crate) fn open_as(
        &self,
        pack: Option<&str>,
        paths: &[PathBuf],
        global: &Global,
    ) -> Result<Opened, Failure> {
        // Neither needs the other, and each takes a good part of the time.
        let (rules, documents) = both(|| global.load_for(pack), || self.reading.documents(paths));
        let (rules, documents) = (rules?, documents?);
        let id = choose(pack, &documents, &rules)?.id.clone();
        let whole = pack.is_some() || global.rules.is_some();
        let rules = if whole { rules } else { global.load_for(Some(&id))? };
        let place = rules.inspections.iter().position(|inspection| inspection.id == id);
        let place = place.ok_or_else(|| Failure::unknown_pack(&id, &rules))?;
        Ok(Opened { rules, place, documents })
    }
}

/// A submission with the rules it is held against.
pub(crate) struct Opened {
    /// The rules.
    pub(crate) rules: Rules,
    /// The place of the inspection among those of the rules.
    place: usize,
    documents: Vec<Document>,
}

impl Opened {
    /// Returns the inspection that the submission answers.
    pub(crate) fn inspection(&self) -> &Inspection {
        // The place was found in these very rules.
        &self.rules.inspections[self.place]
    }

    /// Reads the statement as of a day, with personal data masked.
    pub(crate) fn read(&mut self, as_of: Date) -> Statement {
        let personal = mask(&mut self.documents, &self.rules.language.personal);
        let (rules, inspection, documents) = (&self.rules, self.inspection(), &self.documents);
        let anchor = inspection.published.or(Some(as_of));
        let (mut statement, ()) =
            both(|| statement::read(documents, rules, anchor), || prepare(rules, inspection));
        statement.personal = personal;
        statement
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
