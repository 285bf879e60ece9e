//! Who is named: those who must act on an item, and lists of names taken apart.

use super::Scene;
use super::parts::Part;
use crate::pack::LetterSignOf;

/// Returns who must act on an item that says `text`: whom its own words name, or whom its part is about.
pub(super) fn responsible(text: &str, part: &Part<'_, '_>, scene: Scene<'_>) -> Vec<String> {
    let named = scene.signs(LetterSignOf::Responsible).find_map(|sign| sign.first(text));
    let named = named.filter(|name| !scene.shows(LetterSignOf::Refers, name));
    match named.map(str::to_owned).or_else(|| part.party.clone()) {
        Some(name) => vec![name],
        None => Vec::new(),
    }
}

/// Whether `text` is a heading that opens a part of such letters.
pub(super) fn is_heading(text: &str, scene: Scene<'_>) -> bool {
    let sections = scene.language.letters.sections.iter();
    sections
        .filter(|rule| rule.holds_for(scene.framework))
        .any(|rule| rule.heading.as_ref().is_some_and(|heading| heading.is_match(text)))
}

/// Returns the names in a list such as `the police, Upton Council and Upton, Weir and Ford Care Board`. A comma or `and`
/// parts two names only after what the rules know as the end of a name.
pub(super) fn split(list: &str, scene: Scene<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut name = String::new();
    let is_whole = |name: &str| name.is_empty() || scene.shows(LetterSignOf::NameEnds, name);
    for word in list.split_whitespace() {
        let bare = word.trim_end_matches([',', ';']);
        if scene.shows(LetterSignOf::NameJoins, bare) && is_whole(&name) {
            names.push(std::mem::take(&mut name));
            continue;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(bare);
        if bare.len() < word.len() {
            if is_whole(&name) {
                names.push(std::mem::take(&mut name));
            } else {
                name.push_str(word.get(bare.len()..).unwrap_or_default());
            }
        }
    }
    names.push(name);
    let bare = |name: &String| {
        scene.signs(LetterSignOf::Name).find_map(|sign| sign.first(name)).unwrap_or(name).to_owned()
    };
    let nobody = |name: &String| name.is_empty() || scene.shows(LetterSignOf::Nobody, name);
    names.iter().map(bare).filter(|name| !nobody(name)).collect()
}
