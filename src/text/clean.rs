//! Text as a reader sees it: what typesetting added or split is undone.

use unicode_normalization::UnicodeNormalization;

/// Returns `text` as a person reads it: soft hyphens and zero-width signs dropped, ligatures spelt out, every
/// kind of space a plain one, non-breaking hyphens plain ones, control and bidirectional signs removed, and runs
/// of space (line ends included) made one, with none at either end. Curly quotes and dashes stay.
///
/// Superscripts and fractions stay too: spelt out, a footnote mark would join the word before it.
pub fn clean(text: &str) -> String {
    let visible = text.chars().filter(|&c| c.is_whitespace() || !is_unseen(c));
    // Nearly all text is composed already, and composing is most of the work.
    if text.chars().all(is_composed) {
        single_spaced(visible.map(plain_hyphen), text.len())
    } else {
        single_spaced(visible.flat_map(spell_out).nfc(), text.len())
    }
}

/// Collects `signs` with every run of space made one plain space, and none at either end.
fn single_spaced(signs: impl Iterator<Item = char>, capacity: usize) -> String {
    let mut cleaned = String::with_capacity(capacity);
    let mut space_due = false;
    for c in signs {
        if c.is_whitespace() {
            space_due = !cleaned.is_empty();
            continue;
        }
        if std::mem::take(&mut space_due) {
            cleaned.push(' ');
        }
        cleaned.push(c);
    }
    cleaned
}

/// Whether `c` leaves no mark on the page.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}'                        // soft hyphen
            | '\u{61C}' | '\u{180E}'        // Arabic letter mark, Mongolian vowel separator
            | '\u{200B}'..='\u{200F}'       // zero-width space and joiners, direction marks
            | '\u{202A}'..='\u{202E}'       // direction embeddings and overrides
            | '\u{2060}'..='\u{206F}'       // word joiner, invisible operators, direction isolates
            | '\u{FE00}'..='\u{FE0F}'       // variation selectors
            | '\u{FEFF}'                    // byte order mark
            | '\u{FFF9}'..='\u{FFFB}'       // interlinear annotation
            | '\u{E0000}'..='\u{E01EF}') // tags and further variation selectors
}

/// Whether `c` neither combines with another sign nor has another form: Latin letters, and punctuation up to the
/// currency signs.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{2000}'..='\u{20CF}')
}

/// Gives a plain hyphen for the special ones, and any other sign as it is.
fn plain_hyphen(c: char) -> char {
    if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c }
}

/// Gives the letters of a ligature, and any other sign as it is, hyphens plain.
fn spell_out(c: char) -> impl Iterator<Item = char> {
    let (plain, ligature) = match c {
        '\u{FB00}'..='\u{FB06}' => (None, Some(c)),
        _ => (Some(plain_hyphen(c)), None),
    };
    plain.into_iter().chain(ligature.into_iter().nfkc())
}
