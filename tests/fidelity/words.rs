//! Word by word: what other programs read of a file is read here too, and nothing more.

use std::collections::BTreeMap;

use wsoa::document::{BlockKind, Document};

use crate::fixtures::{Fixtures, texts};
use crate::independent::{Reading, readings};

type Words = BTreeMap<String, i64>;

fn words(text: &str) -> Words {
    let mut words = Words::new();
    let parts = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in parts {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// Words that another program reads and a reader here may leave out, any number of times.
fn may_be_left_out(reading: &Reading, fixtures: &Fixtures) -> Words {
    let fixture = fixtures.file.iter().find(|fixture| fixture.name == reading.fixture).unwrap();
    // What nobody sees, or sees struck out: LibreOffice writes hidden cells, pandoc struck words, both running heads.
    let mut allowed: String =
        fixture.gone.iter().map(|marker| format!("{} ", fixtures.texts[marker])).collect();
    if fixture.format() == "pdf" {
        // The header row stands again on each page, and the number of the page.
        allowed.push_str(HEADER_ROW);
        allowed.push_str(" Page of");
    }
    if fixture.name.starts_with("tracker.") {
        // The date in the hidden row, in any form.
        allowed.push_str(" 2 30 11 2016 Nov November");
    }
    words(&allowed)
}

/// The texts that a program is known not to read: pandoc makes a title metadata, and reads no text boxes of the old
/// kind; LibreOffice writes neither notes nor text boxes into plain text.
fn not_read_by(reading: &Reading, fixtures: &Fixtures) -> Words {
    let markers: &[&str] = match reading.program {
        "pandoc" => &["zqseenbox", "zqseentitle"],
        "LibreOffice" => &["zqseenbox", "zqseenfoot", "zqseenkeeper"],
        _ => &[],
    };
    let texts = markers.iter().map(|marker| fixtures.texts[*marker].as_str());
    // The names of sheets, which LibreOffice puts in the names of the files it writes.
    words(&texts.chain(["Plan Tracker Risks"]).collect::<Vec<_>>().join(" "))
}

const HEADER_ROW: &str = "Finding Action Lead By when How we will know zqseencolumn";

/// Whether a word numbers a list item, a footnote or a page: a reader here keeps numbers apart from the text.
fn numbers(word: &str) -> bool {
    word.chars().all(char::is_numeric) && word.len() <= 2 || ["i", "o"].contains(&word)
}

fn own_words(document: &Document) -> Words {
    words(&texts(document).join(" "))
}

/// Returns the words that `most` has and `least` lacks, with how often, those allowed left out.
fn lacking(most: &Words, least: &Words, allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let missing = most.iter().filter_map(|(word, times)| {
        let short = times - least.get(word).copied().unwrap_or_default();
        (short > 0 && !allowed(word))
            .then(|| if short == 1 { word.clone() } else { format!("{word} ({short} times)") })
    });
    missing.collect()
}

#[test]
fn the_words_of_other_programs_are_read_and_no_others() {
    let fixtures = Fixtures::load();
    let mut told = Vec::new();
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    for reading in readings(&fixtures.file) {
        let fixture = fixtures.file.iter().find(|fixture| fixture.name == reading.fixture).unwrap();
        let (own, other) = (own_words(&fixture.read()), words(&reading.text));
        *compared.entry(reading.program).or_default() += 1;
        let left_out = may_be_left_out(&reading, &fixtures);
        let lost = lacking(&other, &own, |word| left_out.contains_key(word) || numbers(word));
        if !lost.is_empty() {
            told.push(format!(
                "{}: {} reads, and it is lost here: {}",
                fixture.name,
                reading.program,
                lost.join(", ")
            ));
        }
        let unknown = not_read_by(&reading, &fixtures);
        let added = lacking(&own, &other, |word| unknown.contains_key(word));
        // Of OpenDocument, pandoc reads neither header rows nor sections.
        let half_read = reading.program == "pandoc" && fixture.format() == "odt";
        if !added.is_empty() && !half_read {
            told.push(format!(
                "{}: read here, and not by {}: {}",
                fixture.name,
                reading.program,
                added.join(", ")
            ));
        }
    }
    println!("compared: {compared:?}");
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn no_fixture_is_compared_with_nothing() {
    let fixtures = Fixtures::load();
    for fixture in &fixtures.file {
        assert!(!own_words(&fixture.read()).is_empty(), "{}", fixture.name);
    }
    let table = fixtures.file.iter().find(|fixture| fixture.name == "plan.python-docx.docx").unwrap().read();
    assert!(
        table
            .blocks
            .iter()
            .any(|block| matches!(&block.kind, BlockKind::Table(table) if table.rows.len() == 8))
    );
}
