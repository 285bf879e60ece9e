//! Mends: the changes of rule files that no one needs to think about, made on the text until none is left.

use std::collections::BTreeMap;

use crate::pack::{Edit, Problem, Problems, Rules, Source, load};

/// After how many rounds it is enough. Each makes every change that touches no other, so that few are ever needed.
const MOST_ROUNDS: usize = 16;

/// What was changed in rule files.
#[derive(Debug, Clone, Default)]
pub struct Mended {
    /// The files as they are now, those that were not changed too.
    pub sources: Vec<Source>,
    /// What was changed, in the order of its doing.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub file: String,
    /// The line in which it began at the time, counted from 1.
    pub line: usize,
    /// What was done: `removed "panel"`.
    pub does: String,
}

/// Mends `sources` by what `look` finds in them, changing only files that `may` be changed. What is changed loads
/// again: a round after which the rules would not load is undone, and the last.
///
/// # Errors
///
/// Gives every problem of rules that do not load to begin with.
pub fn mend(
    sources: Vec<Source>,
    may: impl Fn(&Source) -> bool,
    look: impl Fn(&Rules) -> Problems,
) -> Result<Mended, Problems> {
    let mut rules = load(sources)?;
    let mut changes = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let found: Vec<Problem> =
            look(&rules).into_iter().chain(std::mem::take(&mut rules.warnings)).collect();
        let wanted = found.iter().filter(|problem| problem.source.as_ref().is_some_and(&may));
        let (edited, done) = edit(&rules.sources, wanted);
        if done.is_empty() {
            break;
        }
        let Ok(loaded) = load(edited) else { break };
        rules = loaded;
        changes.extend(done);
    }
    Ok(Mended { sources: rules.sources, changes })
}

/// Makes every change that the problems ask for and that touches no other.
fn edit<'p>(sources: &[Source], problems: impl Iterator<Item = &'p Problem>) -> (Vec<Source>, Vec<Change>) {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for problem in problems {
        if let (Some(source), Some(mend)) = (&problem.source, &problem.mend) {
            by_file.entry(&source.name).or_default().push(mend);
        }
    }
    let mut changes = Vec::new();
    let edited = sources.iter().map(|source| {
        let Some(edits) = by_file.get_mut(source.name.as_str()) else { return source.clone() };
        let edits = apart(edits);
        changes.extend(edits.iter().map(|edit| Change {
            file: source.name.clone(),
            line: line(&source.text, edit.bytes.start),
            does: edit.does.clone(),
        }));
        Source::new(source.name.clone(), &applied(&source.text, &edits))
    });
    (edited.collect(), changes)
}

/// Returns the edits in order, without those that touch one before them.
fn apart<'e>(edits: &mut [&'e Edit]) -> Vec<&'e Edit> {
    edits.sort_by_key(|edit| (edit.bytes.start, edit.bytes.end));
    let mut chosen: Vec<&Edit> = Vec::new();
    for edit in edits.iter() {
        if chosen.last().is_none_or(|last| last.bytes.end <= edit.bytes.start) {
            chosen.push(edit);
        }
    }
    chosen
}

/// Makes edits that are in order and apart, from the back, so that the places of those before stay right.
fn applied(text: &str, edits: &[&Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        if text.get(edit.bytes.clone()).is_some() {
            text.replace_range(edit.bytes.clone(), &edit.with);
        }
    }
    text
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}
