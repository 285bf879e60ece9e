//! The colours of a page, light and dark: every text can be told from its ground (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeMap;

use super::plan;

/// Texts on their grounds, and grounds that text without one of its own stands on.
const TEXTS: [(&str, &str); 14] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "quiet-ground"),
    ("soft", "paper"),
    ("soft", "card"),
    ("link", "paper"),
    ("link", "card"),
    ("good", "good-ground"),
    ("half", "half-ground"),
    ("bad", "bad-ground"),
    ("unsure", "unsure-ground"),
    ("quiet", "quiet-ground"),
    ("found-ink", "found"),
    ("link", "quiet-ground"),
];

/// What is drawn, on what it is drawn on.
const DRAWN: [&str; 5] = ["good-fill", "half-fill", "bad-fill", "unsure-fill", "quiet-fill"];

/// Returns the colours that a page names, `light` or `dark`.
fn colours(dark: bool) -> BTreeMap<String, [f64; 3]> {
    let page = plan().page();
    let style = page.all("style").next().unwrap().text.clone();
    let (light, rest) = style.split_once("prefers-color-scheme: dark").unwrap();
    let dark_part = rest.split_once("\n}\n").unwrap().0;
    let named = |css: &str| -> BTreeMap<String, [f64; 3]> {
        let pairs = css.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(": #"));
        pairs.map(|(name, hex)| (name.to_owned(), channels(hex))).collect()
    };
    let mut colours = named(light);
    if dark {
        let others = named(dark_part);
        assert_eq!(others.keys().collect::<Vec<_>>(), colours.keys().collect::<Vec<_>>());
        colours = others;
    }
    colours
}

fn channels(hex: &str) -> [f64; 3] {
    let channel = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [channel(0), channel(2), channel(4)]
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_on_white_has_the_contrast_that_the_standard_gives_it() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
}

#[test]
fn text_stands_out_from_its_ground() {
    for dark in [false, true] {
        let colours = colours(dark);
        for (text, ground) in TEXTS {
            let found = contrast(colours[text], colours[ground]);
            assert!(found >= 4.5, "{text} on {ground}, dark {dark}: {found:.2}");
        }
    }
}

#[test]
fn pictures_stand_out_from_their_ground() {
    for dark in [false, true] {
        let colours = colours(dark);
        for (fill, ground) in DRAWN.iter().flat_map(|fill| [(fill, "paper"), (fill, "card")]) {
            let found = contrast(colours[*fill], colours[ground]);
            assert!(found >= 3.0, "{fill} on {ground}, dark {dark}: {found:.2}");
        }
    }
}
