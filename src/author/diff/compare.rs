//! Compares what two versions of the rules say of many statements, all cores at work, each document read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::changes;
use super::crew::in_order;
use super::held::{Held, Tally};
use super::model::{Counts, Diff, LeftOut, StatementChange, Turn};
use super::reach::Reach;
use super::version::{Version, changed_files};
use super::vocabulary::Vocabulary;
use crate::assess::{Assessor, Recognised, When, recognise};
use crate::document::Document;
use crate::pack::Inspection;
use crate::personal::mask;
use crate::statement::{self, Statement};

/// A statement to compare by.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its path, as reports name it.
    pub name: String,
    /// The id of the inspection it answers; `None` where its own words tell.
    pub pack: Option<String>,
    /// The day as of which it is checked; where nobody said, the day of the letter.
    pub as_of: Option<Date>,
}

/// Compares what `old` and `new` say of `samples`. `read` gives the documents of one, or says why they cannot be read.
pub fn compare(
    old: &Version,
    new: &Version,
    samples: &[Sample],
    read: impl Fn(&Sample) -> Result<Vec<Document>, String> + Sync,
) -> Diff {
    let bench = Bench::new(old, new);
    let mut diff = Diff {
        files: changed_files(old, new),
        counts: Counts::default(),
        statements: Vec::new(),
        left_out: Vec::new(),
    };
    let results = in_order(samples, |sample| bench.hold(sample, &read));
    for (sample, result) in samples.iter().zip(results) {
        match result {
            Ok(compared) => diff.add(compared),
            Err(why) => diff.left_out.push(LeftOut { statement: sample.name.clone(), why }),
        }
    }
    diff
}

/// What came of one statement.
#[derive(Default)]
struct Compared {
    tally: Tally,
    same_rules: bool,
    untouched: bool,
    change: Option<StatementChange>,
}

impl Diff {
    fn add(&mut self, compared: Compared) {
        let counts = &mut self.counts;
        counts.statements.compared += 1;
        counts.statements.changed += usize::from(compared.change.is_some());
        counts.same_rules += usize::from(compared.same_rules);
        counts.untouched += usize::from(compared.untouched);
        for (all, own) in [
            (&mut counts.findings, compared.tally.findings),
            (&mut counts.aspects, compared.tally.aspects),
            (&mut counts.next_steps, compared.tally.next_steps),
        ] {
            all.compared += own.compared;
            all.changed += own.changed;
        }
        self.statements.extend(compared.change);
    }
}

/// Both versions, set up to hold statements.
struct Bench<'v> {
    old: Side<'v>,
    new: Side<'v>,
    /// What the change touches of how a statement is read, whatever it answers.
    reading: Reach,
    /// What it touches of the statements that answer an inspection, for each that both versions have, by id.
    reaches: BTreeMap<&'v str, Reach>,
    /// Whether both tell alike which inspection a statement answers.
    recognise_alike: bool,
}

/// One version with what holds statements against its inspections, made when first asked for.
struct Side<'v> {
    version: &'v Version,
    assessors: BTreeMap<&'v str, OnceLock<Assessor<'v>>>,
}

impl<'v> Side<'v> {
    fn new(version: &'v Version) -> Self {
        let ids = version.rules.inspections.iter().map(|inspection| inspection.id.as_str());
        Self { version, assessors: ids.map(|id| (id, OnceLock::new())).collect() }
    }

    fn inspection(&self, id: &str) -> Option<&'v Inspection> {
        self.version.rules.inspection(id)
    }

    fn assessor(&self, inspection: &'v Inspection) -> Option<&Assessor<'v>> {
        let made = self.assessors.get(inspection.id.as_str())?;
        Some(made.get_or_init(|| Assessor::new(&self.version.rules, inspection)))
    }

    /// Returns the inspection that documents answer by their own words, or why none can be told.
    fn recognise(&self, documents: &[Document]) -> Result<&'v str, String> {
        match recognise(documents, &self.version.rules) {
            Recognised::One(inspection) => Ok(&inspection.id),
            Recognised::None => Err("it does not say which inspection it answers".to_owned()),
            Recognised::Several(found) => {
                let ids: Vec<String> = found.iter().map(|one| format!("`{}`", one.id)).collect();
                Err(format!("it speaks of {} inspections: {}", found.len(), ids.join(", ")))
            }
        }
    }
}

impl<'v> Bench<'v> {
    fn new(old: &'v Version, new: &'v Version) -> Self {
        let inspections = new.rules.inspections.iter();
        let reaches = inspections.filter_map(|now| {
            let was = old.rules.inspection(&now.id)?;
            Some((now.id.as_str(), Reach::of((old, Some(was)), (new, Some(now)))))
        });
        let reading = Reach::of((old, None), (new, None));
        let heads = old.heads();
        Self {
            old: Side::new(old),
            new: Side::new(new),
            recognise_alike: matches!(reading, Reach::Nothing) && heads.is_some() && heads == new.heads(),
            reading,
            reaches: reaches.collect(),
        }
    }

    /// Holds one statement against both versions; or says why it cannot be compared.
    fn hold(
        &self,
        sample: &Sample,
        read: &(impl Fn(&Sample) -> Result<Vec<Document>, String> + Sync),
    ) -> Result<Compared, String> {
        if let Some(id) = &sample.pack {
            if self.old.inspection(id).is_none() && self.new.inspection(id).is_none() {
                return Err(format!("there is no inspection `{id}` in the rules"));
            }
            if let Some(same) = self.unchanged(id) {
                return Ok(same);
            }
        }
        let documents = read(sample)?;
        let (was, now) = match &sample.pack {
            Some(id) => (self.old.inspection(id), self.new.inspection(id)),
            None => self.recognised(&documents)?,
        };
        let (Some(was), Some(now)) = (was, now) else { return Ok(held_otherwise(sample, was, now)) };
        if was.id != now.id {
            return Ok(held_otherwise(sample, Some(was), Some(now)));
        }
        if let Some(same) = self.unchanged(&now.id) {
            return Ok(same);
        }
        let words = Vocabulary::new(&documents, &self.new.version.rules.analyzer);
        if self.reaches.get(now.id.as_str()).is_some_and(|reach| !reach.touches(&words)) {
            return Ok(Compared { tally: Tally::of(now), untouched: true, ..Compared::default() });
        }
        let alike = was.published == now.published && !self.reading.touches(&words);
        Ok(self.compared(sample, documents, (was, now), alike))
    }

    /// Returns the result for a statement that answers an inspection that rests on the same rules in both versions.
    fn unchanged(&self, id: &str) -> Option<Compared> {
        let same = matches!(self.reaches.get(id)?, Reach::Nothing);
        let inspection = self.new.inspection(id).filter(|_| same)?;
        Some(Compared { tally: Tally::of(inspection), same_rules: true, ..Compared::default() })
    }

    /// Returns the inspection that documents answer, by either version.
    fn recognised(
        &self,
        documents: &[Document],
    ) -> Result<(Option<&'v Inspection>, Option<&'v Inspection>), String> {
        let was = self.old.recognise(documents);
        let now = if self.recognise_alike { was.clone() } else { self.new.recognise(documents) };
        if let (Err(_), Err(why)) = (&was, &now) {
            return Err(why.clone());
        }
        let find = |side: &Side<'v>, id: Result<&str, String>| id.ok().and_then(|id| side.inspection(id));
        Ok((find(&self.old, was), find(&self.new, now)))
    }

    /// Holds a statement against an inspection in both versions, which may read it `alike`.
    fn compared(
        &self,
        sample: &Sample,
        documents: Vec<Document>,
        (was, now): (&'v Inspection, &'v Inspection),
        alike: bool,
    ) -> Compared {
        // Without a clock, and early enough that nothing is overdue by chance.
        let as_of = sample.as_of.or(now.published).or(was.published).unwrap_or(Date::ZERO);
        let when = When::from(as_of);
        let read_anew = (!alike).then(|| statement_of(documents.clone(), self.new.version, now, as_of));
        let was_statement = statement_of(documents, self.old.version, was, as_of);
        let now_statement = read_anew.as_ref().unwrap_or(&was_statement);
        let (Some(was_assessor), Some(now_assessor)) = (self.old.assessor(was), self.new.assessor(now))
        else {
            return Compared::default();
        };
        let old = Held::new(self.old.version, was, was_assessor, &was_statement, when);
        let new = Held::new(self.new.version, now, now_assessor, now_statement, when);
        let mut tally = Tally::default();
        let items = changes::items(&old, &new, &mut tally);
        let diagnostics = changes::diagnostics(&old, &new);
        let differs = !items.is_empty() || !diagnostics.is_empty();
        let change = differs.then(|| StatementChange {
            statement: sample.name.clone(),
            pack: Turn { was: Some(was.id.clone()), now: Some(now.id.clone()) },
            items,
            diagnostics,
        });
        Compared { tally, change, ..Compared::default() }
    }
}

/// Returns the result for a statement that is not held to answer the same inspection by both versions.
fn held_otherwise(sample: &Sample, was: Option<&Inspection>, now: Option<&Inspection>) -> Compared {
    let id = |inspection: Option<&Inspection>| inspection.map(|one| one.id.clone());
    let change = StatementChange {
        statement: sample.name.clone(),
        pack: Turn { was: id(was), now: id(now) },
        items: Vec::new(),
        diagnostics: Vec::new(),
    };
    Compared { change: Some(change), ..Compared::default() }
}

/// Returns a statement as one version reads it, with personal data masked.
fn statement_of(
    mut documents: Vec<Document>,
    version: &Version,
    inspection: &Inspection,
    as_of: Date,
) -> Statement {
    let personal = mask(&mut documents, &version.rules.language.personal);
    let mut statement = statement::read(&documents, &version.rules, inspection.published.or(Some(as_of)));
    statement.personal = personal;
    statement
}
