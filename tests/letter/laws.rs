//! Laws that hold of every letter: what it asks stands in it, in reading order, the same each time.

use proptest::prelude::*;

use crate::page;

/// One part of a letter: a heading, and what stands under it.
#[derive(Debug, Clone)]
struct Part {
    heading: &'static str,
    entries: Vec<(bool, String)>,
}

const HEADINGS: [&str; 9] = [
    "Key strengths",
    "Areas for improvement",
    "What needs to improve?",
    "Areas for priority action",
    "Practice study: area for improvement",
    "Main findings",
    "Next steps",
    "Inspection outcome",
    "Of ropes and bells",
];

const TITLES: [&str; 4] = [
    "Joint targeted area inspection of Weir",
    "Area SEND inspection of Weir Local Area Partnership",
    "Inspection of Weir local authority children’s services",
    "Of lamps",
];

fn part() -> impl Strategy<Value = Part> {
    let words = prop::sample::select(vec![
        "Keepers should",
        "the pier",
        "must be mended",
        "by 4 May 2031",
        "and",
        "the bell:",
        "rings.",
        "Boats drift.",
        "There are no",
        "Leaders need to",
        "look out",
    ]);
    let text = prop::collection::vec(words, 1..7).prop_map(|words| words.join(" "));
    let entries = prop::collection::vec((any::<bool>(), text), 0..5);
    (prop::sample::select(&HEADINGS[..]), entries).prop_map(|(heading, entries)| Part { heading, entries })
}

fn html(title: &str, parts: &[Part]) -> String {
    let mut body = format!("<h1>{title}</h1>");
    for (n, part) in parts.iter().enumerate() {
        body.push_str(&format!("<h2>{}</h2>", part.heading));
        for (m, (listed, text)) in part.entries.iter().enumerate() {
            // A number tells every entry from every other.
            let text = format!("{n}.{m}x {text}");
            body.push_str(&if *listed {
                format!("<ul><li>{text}</li></ul>")
            } else {
                format!("<p>{text}</p>")
            });
        }
    }
    body
}

/// The letters and digits of a text, which no joining changes.
fn glued(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn items_stand_in_the_letter_in_reading_order(
        title in prop::sample::select(&TITLES[..]),
        parts in prop::collection::vec(part(), 0..6),
    ) {
        let letter = page(&html(title, &parts));
        let said: Vec<String> = parts.iter().flat_map(|part| part.entries.iter().map(|(_, text)| text)).cloned().collect();
        let whole: String = parts
            .iter()
            .enumerate()
            .flat_map(|(n, part)| part.entries.iter().enumerate().map(move |(m, (_, text))| glued(&format!("{n}.{m}x {text}"))))
            .collect();
        let mut from = 0;
        for (n, item) in letter.items.iter().enumerate() {
            prop_assert_eq!(item.order, n + 1);
            let at = whole.get(from..).and_then(|rest| rest.find(&glued(&item.text)));
            prop_assert!(at.is_some(), "`{}` does not stand after the item before it in {:?}", item.text, said);
            from += at.unwrap_or_default() + glued(&item.text).len();
        }
        for candidate in &letter.candidates {
            // The same words may stand in an item and elsewhere too.
            let words = glued(&candidate.text);
            let in_items: usize = letter.items.iter().map(|item| glued(&item.text).matches(&words).count()).sum();
            prop_assert!(whole.matches(&words).count() > in_items, "`{}` is part of an item", candidate.text);
        }
        let again = page(&html(title, &parts));
        prop_assert_eq!(again.items, letter.items);
    }
}
