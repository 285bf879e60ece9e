//! How text is cleaned, cut into words and sentences, and stemmed.

use std::collections::BTreeMap;

use proptest::prelude::*;
use wsoa::text::{Analyzer, WordRules, clean, sentences};

fn analyzer() -> Analyzer {
    let stems = [("children", "child"), ("timeliness", "timely"), ("timely", "timely")];
    Analyzer::new(WordRules {
        stems: stems.iter().map(|(word, stem)| ((*word).to_owned(), (*stem).to_owned())).collect(),
        joined_prefixes: ["co", "re"].map(str::to_owned).to_vec(),
    })
}

fn folded(text: &str) -> Vec<String> {
    analyzer().words(text).into_iter().map(|word| word.folded).collect()
}

fn stems(text: &str) -> Vec<String> {
    analyzer().words(text).into_iter().map(|word| word.stem).collect()
}

fn sentences_of(text: &str) -> Vec<&str> {
    let abbreviations = ["dr", "para", "e.g"].map(str::to_owned);
    sentences(text, &abbreviations).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn cleaned_text_reads_as_on_the_page() {
    let cases = [
        ("safe\u{AD}guarding", "safeguarding"),
        ("o\u{FB00}ender pro\u{FB01}le", "offender profile"),
        ("\u{FEFF} by\u{A0}31\u{2009}March \r\n\t 2017 ", "by 31 March 2017"),
        ("re\u{2011}grade co\u{2010}ordinate", "re-grade co-ordinate"),
        ("\u{202E}hidden\u{202C} \u{7}bell\u{200B}", "hidden bell"),
        (
            "the board\u{2019}s \u{201C}own\u{201D} plan \u{2013} now",
            "the board\u{2019}s \u{201C}own\u{201D} plan \u{2013} now",
        ),
        ("within 5 days\u{B2}, \u{BD} of them", "within 5 days\u{B2}, \u{BD} of them"),
        ("cafe\u{301}", "caf\u{E9}"),
        (" \u{200B} ", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(clean(text), expected, "{text:?}");
    }
}

#[test]
fn words_are_cut_as_a_reader_cuts_them() {
    let cases: [(&str, &[&str]); 18] = [
        ("The Lead Practitioner's log", &["the", "lead", "practitioner", "log"]),
        ("RHI\u{2019}s and partners' logs", &["rhi", "and", "partners", "logs"]),
        ("don\u{2019}t", &["don't"]),
        ("follow-up of risk-assessments", &["follow", "up", "of", "risk", "assessments"]),
        ("Co-ordinate, re-grade, re-co-ordinate", &["coordinate", "regrade", "recoordinate"]),
        ("co-ordination-led", &["coordination", "led"]),
        ("co- and re-", &["co", "and", "re"]),
        ("by 31/03/17 or 31.03.2017, at 10:30.", &["by", "31/03/17", "or", "31.03.2017", "at", "10:30"]),
        ("2016/17 and 2016-17", &["2016/17", "and", "2016-17"]),
        ("9.5 of 1,200 cases, 3,4", &["9.5", "of", "1,200", "cases", "3", "4"]),
        ("under s.17 and para.12", &["under", "s.17", "and", "para", "12"]),
        ("the R.H.I. and R.H.I panels", &["the", "rhi", "and", "rhi", "panels"]),
        ("the R.H.I.\u{2019}s panel", &["the", "rhi", "panel"]),
        ("e.g. audits. Then", &["eg", "audits", "then"]),
        ("and/or A&E", &["and", "or", "a", "e"]),
        ("Z\u{F6}e\u{308} na\u{EF}ve", &["zoe", "naive"]),
        ("within 5 days\u{B2}", &["within", "5", "days"]),
        ("\u{2013} & \u{2022} ...", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(folded(text), expected, "{text:?}");
    }
}

#[test]
fn a_word_keeps_what_was_written_and_where() {
    let text = "See the R.H.I. co-ordinator\u{2019}s log";
    let words = analyzer().words(text);
    let exact: Vec<&str> = words.iter().map(|word| word.exact.as_str()).collect();
    assert_eq!(exact, ["See", "the", "R.H.I.", "co-ordinator", "log"]);
    assert!(words.iter().all(|word| text[word.range.clone()] == word.exact));
}

#[test]
fn stems_follow_the_rules_before_the_stemmer() {
    assert_eq!(stems("children child child\u{2019}s"), ["child", "child", "child"]);
    assert_eq!(stems("timeliness timely"), ["timely", "timely"]);
    assert_eq!(stems("regrades regraded re-grading"), ["regrad", "regrad", "regrad"]);
    assert_eq!(stems("31/03/17 caf\u{E9}s"), ["31/03/17", "cafe"]);
    assert_eq!(
        Analyzer::new(WordRules { stems: BTreeMap::new(), joined_prefixes: Vec::new() }).stem("children"),
        "children"
    );
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let cases: [(&str, &[&str]); 12] = [
        ("The panel meets weekly. It keeps a log.", &["The panel meets weekly.", "It keeps a log."]),
        ("Ask Dr. Quill to chair. See para. 12 first.", &["Ask Dr. Quill to chair.", "See para. 12 first."]),
        ("Use audits, e.g. Monthly ones; then report.", &["Use audits, e.g. Monthly ones; then report."]),
        ("Who leads? the chair does.", &["Who leads? the chair does."]),
        ("Who leads? The chair does.", &["Who leads?", "The chair does."]),
        ("1. Train staff. 2.1. Audit them.", &["1. Train staff.", "2.1. Audit them."]),
        ("First line\nSecond line. Third", &["First line", "Second line.", "Third"]),
        (
            "It says \u{201C}We will. Then we stop.\u{201D} No more.",
            &["It says \u{201C}We will. Then we stop.\u{201D}", "No more."],
        ),
        ("It says \"We will. Then we stop.\" No more.", &["It says \"We will. Then we stop.\"", "No more."]),
        ("A stray \" mark. Goes on.", &["A stray \" mark.", "Goes on."]),
        ("\n \n", &[]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(sentences_of(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in any::<String>()) {
        let once = clean(&text);
        prop_assert_eq!(clean(&once), once);
    }

    #[test]
    fn words_stand_in_order_and_are_what_the_text_says(text in "([a-zA-Z0-9 '\u{2019}./:,-]|re-|'s|é|\\PC){0,40}") {
        let mut end = 0;
        for word in analyzer().words(&text) {
            prop_assert!(word.range.start >= end && word.range.end > word.range.start);
            prop_assert_eq!(&text[word.range.clone()], &word.exact);
            prop_assert!(!word.folded.is_empty());
            end = word.range.end;
        }
    }

    #[test]
    fn sentences_hold_all_that_is_no_space(text in "([a-zA-Z .?!\"\n]|Dr\\. |\u{201C}|\u{201D}|\\PC){0,40}") {
        let abbreviations = ["dr".to_owned()];
        let together: String = sentences(&text, &abbreviations).into_iter().map(|range| &text[range]).collect();
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(solid(&together), solid(&text));
    }
}
