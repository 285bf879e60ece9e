//! What the files in a folder tell of a statement: which of them it is, which is the letter, and which inspection it
//! answers.

use std::fs;
use std::path::Path;

use crate::cli::files::Reading;
use wsoa::assess::{Recognised, recognise};
use wsoa::document::Document;
use wsoa::letter::{self, Letter};
use wsoa::pack::Rules;

/// How files end that may be a statement or a letter.
const ENDINGS: [&str; 9] = ["docx", "pdf", "xlsx", "odt", "ods", "html", "htm", "md", "txt"];

/// How many documents are read; in a folder of more than these it is quicker to say which are meant.
const MOST: usize = 24;

/// The documents of a folder.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Those that are no letter, by name.
    pub(super) documents: Vec<String>,
    /// Of these the one that is the statement: the only one, or the only one that speaks of an inspection.
    pub(super) statement: Option<String>,
    /// The first that is a letter.
    pub(super) letter: Option<String>,
}

/// An inspection that was recognised.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) pack: String,
    /// The files that tell.
    pub(super) from: String,
}

impl Folder {
    /// Looks into the documents of the current folder. What cannot be read tells nothing.
    pub(super) fn here(rules: &Rules) -> Self {
        let names = names();
        if names.len() > MOST {
            return Self { documents: names, ..Self::default() };
        }
        let mut folder = Self::default();
        let mut speaking = Vec::new();
        for name in names {
            let document = read(&name);
            if document.as_ref().is_some_and(|document| as_letter(document, rules).is_some()) {
                folder.letter.get_or_insert(name);
                continue;
            }
            if document.is_some_and(|document| matches!(recognise(&[document], rules), Recognised::One(_))) {
                speaking.push(name.clone());
            }
            folder.documents.push(name);
        }
        folder.statement = match (folder.documents.as_slice(), speaking.as_slice()) {
            ([one], _) | (_, [one]) => Some(one.clone()),
            _ => None,
        };
        folder
    }
}

/// Returns the inspection of a letter, or else the one of which the files of a statement speak.
pub(super) fn inspection(letter: Option<&str>, statement: &[String], rules: &Rules) -> Option<Known> {
    let by_letter = letter.and_then(|name| {
        let letter = as_letter(&read(name)?, rules)?;
        Some(Known { pack: letter::inspection(&letter, rules)?.id.clone(), from: name.to_owned() })
    });
    by_letter.or_else(|| {
        let documents: Vec<Document> = statement.iter().filter_map(|name| read(name)).collect();
        match recognise(&documents, rules) {
            Recognised::One(inspection) => {
                Some(Known { pack: inspection.id.clone(), from: statement.join(", ") })
            }
            Recognised::Several(_) | Recognised::None => None,
        }
    })
}

fn read(name: &str) -> Option<Document> {
    Reading::default().document(Path::new(name), name).ok()
}

/// Returns what a document asks where it is a letter, which says what place it is about and asks for something.
fn as_letter(document: &Document, rules: &Rules) -> Option<Letter> {
    let letter = letter::read(document, &rules.language);
    (letter.area.is_some() && !letter.items.is_empty()).then_some(letter)
}

/// Returns the names of the documents in the current folder, in order; not those that word processors keep for themselves.
fn names() -> Vec<String> {
    let entries = fs::read_dir(".").into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with(['.', '~']))
        .filter(|name| {
            let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
            ending.is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
        })
        .collect();
    names.sort();
    names
}
