//! Marker words: each that is to be seen is read once, in the text around it and in order; the others are not read.

use crate::fixtures::{Fixture, Fixtures, texts, texts_without_notes};

/// The markers of notes: where they stand depends on the format.
const NOTES: [&str; 2] = ["zqseenfoot", "zqseenkeeper"];

/// Returns the markers in a text, as often as they stand there.
fn markers(text: &str) -> Vec<&str> {
    text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| word.starts_with("zq")).collect()
}

fn count(wanted: &str, all: &[String]) -> usize {
    all.iter().flat_map(|text| markers(text)).filter(|marker| *marker == wanted).count()
}

/// Says what is wrong with the reading of a fixture, a line each.
fn complaints(fixture: &Fixture, fixtures: &Fixtures) -> Vec<String> {
    let document = fixture.read();
    let said = texts(&document);
    let mut complaints = Vec::new();
    for marker in &fixture.seen {
        match count(marker, &said) {
            0 => complaints.push(format!("`{marker}` is lost")),
            1 if said.iter().any(|text| text.contains(&fixtures.texts[marker])) => {}
            1 => complaints.push(format!("`{marker}` is read, but not in its text whole")),
            times => complaints.push(format!("`{marker}` is read {times} times")),
        }
    }
    for text in &said {
        for marker in
            markers(text).into_iter().filter(|marker| !fixture.seen.iter().any(|seen| seen == marker))
        {
            complaints.push(format!("`{marker}` is read, and is not to be seen"));
        }
    }
    let order: Vec<&String> =
        fixture.seen.iter().filter(|marker| !NOTES.contains(&marker.as_str())).collect();
    let body = texts_without_notes(&document);
    let found: Vec<&str> =
        body.iter().flat_map(|text| markers(text)).filter(|marker| !NOTES.contains(marker)).collect();
    if complaints.is_empty() && found != order {
        complaints.push(format!("the order is {found:?}"));
    }
    if !document.unread.is_empty() {
        complaints.push(format!("left unread: {:?}", document.unread));
    }
    complaints
}

#[test]
fn what_is_to_be_seen_is_read_once_and_in_order_and_nothing_else() {
    let fixtures = Fixtures::load();
    assert!(fixtures.file.len() >= 30, "{} fixtures", fixtures.file.len());
    let told: Vec<String> = fixtures
        .file
        .iter()
        .flat_map(|fixture| {
            complaints(fixture, &fixtures).into_iter().map(|what| format!("{}: {what}", fixture.name))
        })
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn tracked_changes_and_comments_are_counted() {
    for fixture in Fixtures::load().file.iter().filter(|fixture| fixture.name.starts_with("marks.")) {
        let marks = fixture.read().marks;
        let found = (marks.insertions > 0, marks.deletions > 0, marks.comments > 0);
        let expected = match fixture.format() {
            "docx" | "odt" => (true, true, true),
            // A page shows changes by `ins` and `del`; its comments are the program's that wrote it.
            "html" => (true, true, false),
            _ => (false, false, false),
        };
        assert_eq!(found, expected, "{}: {marks:?}", fixture.name);
    }
}
