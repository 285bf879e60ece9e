//! The questions of `wsoa init`. Each has an answer that an empty line takes.

use std::path::Path;

use super::DRAFT;
use super::guess::{Folder, Known, inspection};
use crate::cli::lines::{Lines, Stop};
use wsoa::pack::{Rules, nearest};
use wsoa::settings::{FailOn, Start};

/// How many inspections are listed to choose from.
const MOST_LISTED: usize = 9;

/// What stands for nothing.
const NOTHING: &str = "-";

/// Asks what the settings are to be.
pub(super) fn ask(folder: &Folder, rules: &Rules, lines: &mut Lines<'_, '_>) -> Result<Start, Stop> {
    lines.say("An empty line takes what stands in [brackets]; - leaves a thing out; Ctrl-C ends.")?;
    let statement = statement(folder, lines)?;
    let letter = letter(folder.letter.as_deref(), lines)?;
    let known = inspection(letter.as_deref(), &statement, rules);
    Ok(Start { pack: pack(known, rules, lines)?, statement, letter, fail_on: fail_on(lines)? })
}

fn statement(folder: &Folder, lines: &mut Lines<'_, '_>) -> Result<Vec<String>, Stop> {
    if folder.statement.is_none() && !folder.documents.is_empty() {
        lines.say(&format!("documents in this folder: {}", folder.documents.join(", ")))?;
    }
    let question = "Which files are the statement? (names or patterns, with commas between)";
    loop {
        let line = asked(question, folder.statement.as_deref(), lines)?;
        let Some(line) = line else { return Ok(Vec::new()) };
        let files: Vec<String> = line.split(',').map(|file| file.trim().to_owned()).collect();
        match files.iter().find(|file| !is_there(file)) {
            Some(file) => lines.say(&format!("there is no file `{file}`"))?,
            None => return Ok(files),
        }
    }
}

fn letter(guessed: Option<&str>, lines: &mut Lines<'_, '_>) -> Result<Option<String>, Stop> {
    loop {
        match asked("Which file is the letter?", guessed, lines)? {
            Some(file) if !Path::new(&file).is_file() => {
                lines.say(&format!("there is no file `{file}`"))?;
            }
            answered => return Ok(answered),
        }
    }
}

fn pack(known: Option<Known>, rules: &Rules, lines: &mut Lines<'_, '_>) -> Result<Option<String>, Stop> {
    let mut inspections: Vec<_> = rules.inspections.iter().collect();
    inspections.sort_by_key(|inspection| (std::cmp::Reverse(inspection.published), &inspection.id));
    let ids: Vec<&str> = inspections.iter().map(|inspection| inspection.id.as_str()).collect();
    let question = match &known {
        Some(Known { from, .. }) => {
            format!("Which inspection does it answer? (an id; this one is recognised from {from})")
        }
        None => {
            for (n, inspection) in inspections.iter().take(MOST_LISTED).enumerate() {
                lines.say(&format!("  {}  {}: {}", n + 1, inspection.id, inspection.title))?;
            }
            format!(
                "Which inspection does it answer? (a number or an id; {DRAFT} for rules made from the letter)"
            )
        }
    };
    loop {
        let line = asked(&question, known.as_ref().map(|known| known.pack.as_str()), lines)?;
        let Some(line) = line else { return Ok(None) };
        let numbered = line.parse().ok().and_then(|n: usize| ids.get(n.checked_sub(1)?).copied());
        let id = numbered.unwrap_or(&line);
        if id == DRAFT || ids.contains(&id) {
            return Ok(Some(id.to_owned()));
        }
        let help = match nearest(&id.to_lowercase(), ids.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it is one of {}", ids.join(", ")),
        };
        lines.say(&format!("there is no inspection `{id}`; {help}"))?;
    }
}

fn fail_on(lines: &mut Lines<'_, '_>) -> Result<FailOn, Stop> {
    let names: Vec<&str> = FailOn::ALL.iter().map(|level| level.name()).collect();
    let names = names.join(", ");
    loop {
        let question = format!("What makes a check fail? ({names})");
        let line = asked(&question, Some(FailOn::default().name()), lines)?;
        match FailOn::ALL.iter().copied().find(|level| Some(level.name()) == line.as_deref()) {
            Some(level) => return Ok(level),
            None => lines.say(&format!("one word, please: {names}"))?,
        }
    }
}

/// Asks, and returns the answer, which is the guess where the line is empty; `None` where the thing is left out.
fn asked(question: &str, guess: Option<&str>, lines: &mut Lines<'_, '_>) -> Result<Option<String>, Stop> {
    let guess = guess.unwrap_or(NOTHING);
    let line = lines.ask(&format!("{question} [{guess}] "))?;
    let answer = if line.is_empty() { guess } else { &line };
    Ok(Some(answer.to_owned()).filter(|answer| answer != NOTHING))
}

/// Whether a file is there, or a pattern finds some.
fn is_there(file: &str) -> bool {
    Path::new(file).is_file()
        || glob::glob(file).is_ok_and(|found| found.filter_map(Result::ok).any(|path| path.is_file()))
}
