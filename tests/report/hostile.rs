//! Words of a statement, and names of files, that try to steer a screen, turn the reading order or break out of a format.

use serde_json::Value;
use wsoa::report::{Failed, Outcome, csv, github, json_lines, junit, sarif};

use crate::checked::{Checked, QUAY};

const ESCAPES: &str = "\x1b[2J\x1b]0;owned\x07\u{9b}31m\u{8}";
const TURNS: &str = "\u{202e}\u{2066}\u{200f}";
const MARKUP: &str = "]]><!-- --></failure><script>&amp;\"'</script>]]&gt;%s${{ secrets.TOKEN }}";

fn assert_tame(shown: &str, format: &str) {
    let wild = |sign: char| {
        (sign.is_control() && !['\n', '\r'].contains(&sign))
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let line = shown.lines().find(|line| line.contains(wild));
    assert_eq!(line, None, "{format}: a sign that is not seen stands in this line");
}

/// The statement with hostile signs in a heading, a finding, actions, an owner, a date, a decision, a waiver and its name.
fn hostile(end: &str) -> Checked {
    let bad = format!("{ESCAPES}{TURNS}{MARKUP}");
    let text = QUAY
        .replace("# Answer", &format!("# Answer {bad}"))
        .replace("Publish a rota", &format!("Publish a rota {bad}"))
        .replace("next year", &format!("next year {bad}"))
        .replace("Superintendent", &format!("Superintendent {bad}"))
        .replace("1 May 2031", &format!("1 May 2031 {bad}"));
    Checked::with_picture(&format!("quay{bad}.{end}"), &text)
        .decided("rota", &bad, None)
        .waived("lost-letters", &bad)
}

fn every_format(outcomes: &[Outcome<'_>]) -> [(&'static str, String); 5] {
    [
        ("json-lines", json_lines(outcomes)),
        ("sarif", sarif(outcomes)),
        ("junit", junit(outcomes)),
        ("github", github(outcomes)),
        ("csv", csv(outcomes)),
    ]
}

#[test]
fn signs_of_a_statement_reach_no_output() {
    for end in ["md", "txt"] {
        let checked = hostile(end);
        let name = format!("lost{ESCAPES}{TURNS}{MARKUP}.docx");
        let why = format!("`{name}` cannot be read: it is empty");
        let outcomes = [checked.outcome(), Outcome::Failed(Failed { files: &[&name], why: &why })];
        for (format, text) in every_format(&outcomes) {
            assert!(text.contains("rota"), "{format}: the statement is quoted");
            assert_tame(&text, format);
        }
    }
}

#[test]
fn what_is_written_can_be_read_again() {
    let checked = hostile("txt");
    let outcomes = [checked.outcome()];
    let [(_, lines), (_, sarif), (_, junit), (_, github), _] = every_format(&outcomes);
    assert_eq!(lines.lines().count(), 1);
    serde_json::from_str::<Value>(&lines).unwrap();
    serde_json::from_str::<Value>(&sarif).unwrap();
    let xml = roxmltree::Document::parse(&junit).unwrap();
    let names = [
        "testsuites",
        "testsuite",
        "properties",
        "property",
        "testcase",
        "failure",
        "error",
        "skipped",
        "system-out",
        "system-err",
    ];
    let own = |node: &roxmltree::Node<'_, '_>| !node.is_element() || names.contains(&node.tag_name().name());
    assert!(xml.descendants().all(|node| own(&node) && !node.is_comment()), "{junit}");
    assert!(
        xml.descendants().any(|node| node.text().is_some_and(|text| text.contains("</failure><script>")))
    );
    assert!(github.lines().all(|line| line.starts_with("::")), "{github}");
}

#[test]
fn a_report_on_nothing_is_whole_in_every_format() {
    for (format, text) in every_format(&[]) {
        match format {
            "sarif" => assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["version"], "2.1.0"),
            "junit" => assert!(roxmltree::Document::parse(&text).is_ok(), "{text}"),
            "csv" => assert_eq!(text.lines().count(), 1),
            _ => assert_eq!(text, ""),
        }
    }
}
