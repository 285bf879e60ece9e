//! Lists of contents: lines that lead to a page number. They say nothing the document does not say where they lead.

use super::columns::Piece;
use super::lines::Line;

/// Takes the lines of a list of contents out of a column.
pub(super) fn take(column: &mut Vec<Piece>) {
    let mut kinds: Vec<Entry> = column.iter().map(entry).collect();
    // The first line of an entry that takes two.
    for at in 1..kinds.len().saturating_sub(1) {
        if let Some([Entry::Dotted | Entry::Spaced, kind @ Entry::No, Entry::Dotted | Entry::Spaced]) =
            kinds.get_mut(at - 1..=at + 1)
        {
            *kind = Entry::Spaced;
        }
    }
    let mut keep = vec![true; column.len()];
    let mut start = 0;
    while start < kinds.len() {
        let run = kinds.iter().skip(start).take_while(|kind| **kind != Entry::No).count();
        let of_run = kinds.get(start..start + run).unwrap_or_default();
        let dotted = of_run.contains(&Entry::Dotted);
        // Without dots, a single number at the end of a line says little.
        if dotted || run >= 4 {
            keep.iter_mut().skip(start).take(run).for_each(|keep| *keep = false);
        }
        start += run + 1;
    }
    let mut keep = keep.into_iter();
    column.retain(|_| keep.next().unwrap_or(true));
}

/// How a line leads to a page number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// By dots.
    Dotted,
    /// By a wide gap.
    Spaced,
    No,
}

fn entry(piece: &Piece) -> Entry {
    let Piece::Line(line) = piece else { return Entry::No };
    let text = line.text();
    let number_at = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - number_at.len();
    if !(1..=3).contains(&digits) {
        return Entry::No;
    }
    let label =
        number_at.trim_end_matches(|c: char| matches!(c, '.' | '…' | '_' | '·' | '-') || c.is_whitespace());
    let leader = number_at.get(label.len()..).unwrap_or_default();
    let dots =
        leader.chars().map(|c| if c == '…' { 3 } else { usize::from(!c.is_whitespace()) }).sum::<usize>();
    if label.is_empty() {
        Entry::No
    } else if dots >= 4 {
        Entry::Dotted
    } else if dots == 0 && is_apart(line) {
        Entry::Spaced
    } else {
        Entry::No
    }
}

/// Tells whether the last word of a line stands far from the others.
fn is_apart(line: &Line) -> bool {
    match line.words.as_slice() {
        [.., before, last] => last.start - before.end > 2.5 * line.size,
        _ => false,
    }
}
