//! Who is named: those who must act on an item, and lists of names taken apart.

use super::Scene;
use super::parts::Part;
use crate::pack::LetterSignOf;

/// Returns who must act on an item that says `text`: whom its own words name, or whom its part is about.
pub(super) fn responsible(text: &str, part: &Part<'_, '_>, scene: Scene<'_>) -> Vec<String> {
    let named = scene.signs(LetterSignOf::Responsible).find_map(|sign| sign.first(text));
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

/// Returns the names in a list such as `the police, Upton Council and Upton and Weir Care Board`. A comma parts two
/// names; `and` does only after what the rules know as the end of a name.
pub(super) fn split(list: &str, scene: Scene<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for stretch in list.split([',', ';', '\n']) {
        let mut name = String::new();
        for word in stretch.split_whitespace() {
            let whole = scene.shows(LetterSignOf::NameEnds, &name);
            if is_and(word) && (name.is_empty() || whole) {
                names.push(std::mem::take(&mut name));
                continue;
            }
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        names.push(name);
    }
    names.retain(|name| !name.is_empty() && !scene.shows(LetterSignOf::Nobody, name));
    names
}

fn is_and(word: &str) -> bool {
    matches!(word, "and" | "&")
}
