//! Running heads and feet: what stands at the same place on several pages, so that a table may go on past it.

use std::collections::BTreeMap;

use super::Sheet;
use super::words::{self, TextLine, text_lines};

/// What stands outside the text area of a page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Margins {
    /// Where its running head ends.
    pub(super) top: f32,
    /// Where its running foot begins.
    pub(super) bottom: f32,
}

/// The part of a page, from its top and from its bottom, in which heads and feet stand.
const ZONE: f32 = 0.16;
/// The strip at the edge of a page where no text area begins: margins are two centimetres or more, and a head
/// that stands on one page alone is in it.
const STRIP: f32 = 50.0;

/// Returns the margins of each sheet.
pub(super) fn of(sheets: &[Sheet<'_>]) -> Vec<Margins> {
    let zones: Vec<Vec<(String, TextLine)>> = sheets.iter().map(zone_lines).collect();
    let mut seen: BTreeMap<(String, i32), usize> = BTreeMap::new();
    for (key, line) in zones.iter().flatten() {
        // Two keys each, so that a place on the border of two steps is found from both.
        for place in places(line) {
            *seen.entry((key.clone(), place)).or_default() += 1;
        }
    }
    let repeated = |key: &str, line: &TextLine| {
        places(line).iter().any(|place| seen.get(&(key.to_owned(), *place)).is_some_and(|count| *count > 1))
    };
    sheets
        .iter()
        .zip(&zones)
        .map(|(sheet, lines)| {
            let height = sheet.page.height;
            let mut margins = Margins { top: 0.0, bottom: height };
            // From the edge inwards: the first line that is no furniture ends it.
            for (key, line) in lines.iter().filter(|(_, line)| line.baseline < height / 2.0) {
                if !repeated(key, line) && line.rect.bottom > STRIP {
                    break;
                }
                margins.top = margins.top.max(line.rect.bottom);
            }
            for (key, line) in lines.iter().rev().filter(|(_, line)| line.baseline > height / 2.0) {
                if !repeated(key, line) && line.rect.top < height - STRIP {
                    break;
                }
                margins.bottom = margins.bottom.min(line.rect.top);
            }
            margins
        })
        .collect()
}

/// Returns the lines outside tables near the top and the bottom of a page, their digits made alike.
fn zone_lines(sheet: &Sheet<'_>) -> Vec<(String, TextLine)> {
    let height = sheet.page.height;
    let (top, bottom) = (ZONE * height, (1.0 - ZONE) * height);
    let in_zone = |at: &usize| {
        let middle = sheet.words.get(*at).map(|word| word.rect.centre().1);
        sheet.taken.get(*at) == Some(&false) && middle.is_some_and(|y| y < top || y > bottom)
    };
    let lines = text_lines(&sheet.words, (0..sheet.words.len()).filter(in_zone));
    let key = |line: &TextLine| {
        let text = words::text(sheet.page, &sheet.words, &line.words);
        let mut key: String = text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
        while key.contains("##") {
            key = key.replace("##", "#");
        }
        key
    };
    lines.into_iter().map(|line| (key(&line), line)).collect()
}

/// Returns the steps of four points that the line may be said to stand on.
fn places(line: &TextLine) -> [i32; 2] {
    let step = (line.baseline / 4.0) as i32;
    [step, step + 1]
}
