//! Text as a reader sees it: what typesetting added or split is undone.

use unicode_normalization::UnicodeNormalization;

/// Returns `text` as a person reads it: soft hyphens and zero-width signs dropped, ligatures spelt out, every
/// kind of space a plain one, non-breaking hyphens plain ones, control and bidirectional signs removed, and runs
/// of space (line ends included) made one, with none at either end. Curly quotes and dashes stay.
///
/// Superscripts and fractions stay too: spelt out, a footnote mark would join the word before it.
pub fn clean(text: &str) -> String {
    let visible = text.chars().filter(|&c| c.is_whitespace() || !is_unseen(c));
    let mut cleaned = String::with_capacity(text.len());
    let mut space_due = false;
    for c in visible.flat_map(spell_out).nfc() {
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

/// Gives the letters of a ligature, a plain hyphen for the special ones, and any other sign as it is.
fn spell_out(c: char) -> impl Iterator<Item = char> {
    let (plain, ligature) = match c {
        '\u{FB00}'..='\u{FB06}' => (None, Some(c)),
        '\u{2010}' | '\u{2011}' => (Some('-'), None),
        _ => (Some(c), None),
    };
    plain.into_iter().chain(ligature.into_iter().nfkc())
}
