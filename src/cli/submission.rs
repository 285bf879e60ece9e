//! A submission: the files of one statement, the inspection that they answer, and the day on which they are looked at.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::both::both;
use super::failure::Failure;
use super::files::Reading;
use super::settings::Found;
use super::{Global, screen};
use wsoa::assess::{Assessment, Assessor, Diagnostic, Recognised, When, prepare, recognise};
use wsoa::document::Document;
use wsoa::letter::{self, Draft, Item, Letter, Wording};
use wsoa::pack::{Inspection, Rules};
use wsoa::personal::mask;
use wsoa::report::Report;
use wsoa::statement::{self, Statement};

/// What a statement is held against, and when.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Submission {
    /// The inspection it answers, by id (`wsoa rules list` shows them); or `draft`, for rules made from the letter even
    /// where the inspection is known [default: recognised from the letter, or from its own words]
    #[arg(long, value_name = "ID")]
    pub(crate) pack: Option<String>,

    /// The letter of the inspection: quotations of it point at its findings, and where the rules do not know the
    /// inspection, the statement is held against a draft of rules made from the letter
    #[arg(long, value_name = "LETTER")]
    pub(crate) letter: Option<PathBuf>,

    /// The day of the check, for days left and overdue dates [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,

    /// The day on which the letter was received, from which the time to answer runs where the letter names no date
    /// [default: the date of the letter]
    #[arg(long, value_name = "YYYY-MM-DD")]
    received: Option<Date>,

    #[command(flatten)]
    reading: Reading,

    #[arg(skip)]
    settings: Option<Box<Found>>,
}

impl Submission {
    /// Returns the same under settings, which count where the user said nothing.
    pub(crate) fn under(&self, found: Option<&Found>) -> Self {
        let mut settled = self.clone();
        if let Some(found) = found {
            let letter = found.settings.letter.as_deref().map(|letter| found.path_of(letter));
            settled.pack = settled.pack.or_else(|| found.settings.pack.clone());
            settled.letter = settled.letter.or(letter);
            settled.as_of = settled.as_of.or(found.settings.as_of);
            settled.received = settled.received.or(found.settings.received);
            settled.settings = Some(Box::new(found.clone()));
        }
        settled
    }

    /// Returns the settings under which it is.
    pub(crate) fn settings(&self) -> Option<&Found> {
        self.settings.as_deref()
    }

    /// Returns the time of the check.
    pub(crate) fn when(&self) -> When {
        When { as_of: self.as_of.unwrap_or_else(|| jiff::Zoned::now().date()), received: self.received }
    }

    /// Returns how its files are read.
    pub(crate) fn reading(&self) -> &Reading {
        &self.reading
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
        if pack == Some(DRAFT) && self.letter.is_none() {
            return Err(Failure::no_letter());
        }
        let must_draft = pack == Some(DRAFT);
        let pack = pack.filter(|_| !must_draft);
        let (files, letter) = both(
            || both(|| global.load_for(pack), || self.reading.documents(paths)),
            || self.letter.as_ref().map(|path| self.reading.document(path, &path.display().to_string())),
        );
        let (rules, documents) = (files.0?, files.1?);
        if let Some(found) = &self.settings {
            found.hold_against(&rules, pack)?;
        }
        let letter = letter.transpose()?.map(|document| super::letter::read(document, &rules));
        let mut notes = Vec::new();
        let Chosen { id, draft, note } = match (&letter, pack) {
            (Some(letter), None) => {
                let chosen = choose_by_letter(letter, &rules, must_draft)?;
                notes.extend(speaks_of_another(&documents, &rules, &chosen.id));
                chosen
            }
            _ => choose(pack, &documents, &rules)?,
        };
        notes.extend(note);
        let (rules, asked) = match draft {
            Some(draft) => (Arc::new(global.load_draft(draft.source)?), draft.asked),
            None if pack.is_some() || global.rules.is_some() => (rules, BTreeMap::new()),
            None => (global.load_for(Some(&id))?, BTreeMap::new()),
        };
        let place = rules.inspections.iter().position(|inspection| inspection.id == id);
        let place = place.ok_or_else(|| Failure::unknown_pack(&id, &rules))?;
        Ok(Opened { rules, place, documents, letter, asked, notes })
    }
}

/// Says so where a statement speaks of one inspection that is known, and is to be held against another.
fn speaks_of_another(documents: &[Document], rules: &Rules, id: &str) -> Option<String> {
    match recognise(documents, rules) {
        Recognised::One(other) if other.id != id => Some(format!(
            "the statement's own words speak of another inspection than the letter: {}",
            other.id
        )),
        _ => None,
    }
}

/// Which inspection a submission answers.
struct Chosen {
    id: String,
    /// Its rules, where nobody has written any.
    draft: Option<Draft>,
    /// How it was found, where nobody named it.
    note: Option<String>,
}

/// Returns the inspection that a letter tells of, with the draft of its rules where nobody has
/// written any, or `must_draft` asks for it.
fn choose_by_letter(letter: &Letter, rules: &Rules, must_draft: bool) -> Result<Chosen, Failure> {
    let known = letter::inspection(letter, rules).filter(|_| !must_draft);
    if let Some(known) = known {
        let note = format!("recognised the inspection from its letter: {}", known.id);
        return Ok(Chosen { id: known.id.clone(), draft: None, note: Some(note) });
    }
    let draft = letter::draft(letter, rules, Wording::Letter)
        .ok_or_else(|| Failure::no_draft(letter, "name the inspection with `--pack ID`"))?;
    let note = "checked against a draft of rules made from the letter: read every verdict yourself";
    let id = draft.source.stem().to_owned();
    Ok(Chosen { id, draft: Some(draft), note: Some(note.to_owned()) })
}

/// What `--pack` says where the rules are to be drafted from the letter although they are known.
const DRAFT: &str = "draft";

/// A submission with the rules it is held against.
pub(crate) struct Opened {
    /// The rules.
    pub(crate) rules: Arc<Rules>,
    /// The place of the inspection among those of the rules.
    place: usize,
    documents: Vec<Document>,
    letter: Option<Letter>,
    /// Where the rules were drafted from the letter, what it asks, by the id that it has in them.
    pub(crate) asked: BTreeMap<String, Item>,
    /// Remarks for the person who asked, to be made beside the result.
    pub(crate) notes: Vec<String>,
}

impl Opened {
    /// Says the remarks on standard error.
    pub(crate) fn say_notes(&self) {
        self.notes.iter().for_each(|note| screen::note(note));
    }

    /// Returns the inspection that the submission answers.
    pub(crate) fn inspection(&self) -> &Inspection {
        // The place was found in these very rules.
        &self.rules.inspections[self.place]
    }

    /// Returns what holds statements against the inspection.
    pub(crate) fn assessor(&self) -> Assessor<'_> {
        let assessor = Assessor::new(&self.rules, self.inspection());
        match &self.letter {
            Some(letter) => assessor.with_letter(letter),
            None => assessor,
        }
    }

    /// Returns the report on a statement.
    pub(crate) fn report<'o>(
        &'o self,
        statement: &'o Statement,
        assessment: &'o Assessment,
        diagnostics: &'o [Diagnostic],
    ) -> Report<'o> {
        let (rules, inspection, asked) = (&self.rules, self.inspection(), &self.asked);
        Report { statement, rules, inspection, asked, assessment, diagnostics }
    }

    /// Reads the statement as of a day, with personal data masked.
    pub(crate) fn read(&mut self, as_of: Date) -> Statement {
        let documents = std::mem::take(&mut self.documents);
        self.read_these(documents, as_of)
    }

    /// Reads two drafts as of a day, with personal data masked: the first `old` files, and the rest.
    pub(crate) fn read_drafts(&mut self, old: usize, as_of: Date) -> (Statement, Statement) {
        let mut documents = std::mem::take(&mut self.documents);
        let new = documents.split_off(old.min(documents.len()));
        both(|| self.read_these(documents, as_of), || self.read_these(new, as_of))
    }

    fn read_these(&self, mut documents: Vec<Document>, as_of: Date) -> Statement {
        let personal = mask(&mut documents, &self.rules.language.personal);
        let (rules, inspection) = (&self.rules, self.inspection());
        let anchor = inspection.published.or(Some(as_of));
        let (mut statement, ()) =
            both(|| statement::read(&documents, rules, anchor), || prepare(rules, inspection));
        statement.personal = personal;
        statement
    }
}

/// Returns the inspection the statement answers: the one named, or the one its own words speak of.
fn choose(named: Option<&str>, documents: &[Document], rules: &Rules) -> Result<Chosen, Failure> {
    if let Some(id) = named {
        let known = rules.inspection(id).ok_or_else(|| Failure::unknown_pack(id, rules))?;
        return Ok(Chosen { id: known.id.clone(), draft: None, note: None });
    }
    match recognise(documents, rules) {
        Recognised::One(inspection) => {
            let note = format!("recognised the inspection from the statement's own words: {}", inspection.id);
            Ok(Chosen { id: inspection.id.clone(), draft: None, note: Some(note) })
        }
        Recognised::Several(found) => Err(Failure::several_packs(&found)),
        Recognised::None => Err(Failure::no_pack(rules)),
    }
}
