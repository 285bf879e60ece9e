//! Words of a statement, and names of files, that try to steer the terminal or turn the reading order.

use std::collections::BTreeMap;
use std::path::Path;

use wsoa::assess::{assess, diagnose};
use wsoa::document::{self, Limits};
use wsoa::pack::Rules;
use wsoa::report::{Look, Outcome, Report, terminal};
use wsoa::statement;

use crate::check::QUAY;
use crate::runner::{Desk, Run, command, finish};

const ESCAPES: &str = "\x1b[2J\x1b]0;owned\x07\u{9b}31m";
const TURNS: &str = "\u{202e}\u{2066}\u{200f}";

/// Runs with output let through as it is, as it would reach a terminal.
fn unfiltered(desk: &Desk, args: &[&str]) -> Run {
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let mut command = command(desk.path(), &[args, &["--rules", rules]].concat());
    finish(command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1"))
}

fn assert_tame(shown: &str) {
    let wild = |sign: &char| {
        (sign.is_control() && *sign != '\n')
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let line = shown.lines().find(|line| line.contains(|sign| wild(&sign)));
    assert_eq!(line, None, "a sign that is not seen stands in this line");
}

/// Takes away the colours of the report, which no sign of the statements looks like.
fn uncoloured(shown: &str) -> String {
    regex::Regex::new("\x1b\\[[0-9;]*m").unwrap().replace_all(shown, "").into_owned()
}

/// The statement with hostile signs in a heading, a column heading, a finding, actions, an owner and a date.
fn hostile(escapes: &str, turns: &str) -> String {
    QUAY.replace("# Answer", &format!("# Ans{turns}wer{escapes}"))
        .replace("| Action", &format!("| Act{turns}ion"))
        .replace("| Night desk", &format!("| Night{escapes} desk{turns}"))
        .replace("Publish a rota", &format!("Publish a {turns}rota{escapes}"))
        .replace("next year", &format!("next{escapes} year{turns}"))
        .replace("Superintendent", &format!("Super{turns}intendent{escapes}"))
        .replace("TBC", &format!("T{turns}BC"))
}

#[test]
fn signs_of_a_statement_never_reach_the_output() {
    let entities = hostile("&#27;[2J&#x9b;31m&#7;", "&#x202e;&#x2066;&rlm;");
    for (name, text) in [
        ("plan.md", hostile(ESCAPES, TURNS)),
        ("plan.txt", hostile(ESCAPES, TURNS)),
        ("entities.md", entities),
    ] {
        let desk = Desk::with(name, text);
        for format in ["text", "json"] {
            let args = [
                "check",
                name,
                "--pack",
                "visit-amber-quay-2031",
                "--as-of",
                "2031-06-04",
                "--format",
                format,
            ];
            let run = unfiltered(&desk, &args);
            assert_eq!(run.code, Some(1), "{name}: {}", run.stderr);
            assert!(run.stdout.contains("rota"), "{name}: the statement is quoted: {}", run.stdout);
            assert_tame(&uncoloured(&run.stdout));
            assert_tame(&run.stderr);
        }
    }
}

#[test]
fn a_coloured_report_holds_no_escapes_but_its_own_colours() {
    let rules = Rules::from_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules"))).unwrap();
    let inspection = rules.inspection("visit-amber-quay-2031").unwrap();
    let documents =
        [document::read("plan.md", hostile(ESCAPES, TURNS).as_bytes(), &Limits::default()).unwrap()];
    let statement = statement::read(&documents, &rules, inspection.published);
    let assessment = assess(&statement, &rules, inspection, jiff::civil::date(2031, 6, 4));
    let diagnostics = diagnose(&statement, &rules, inspection, &assessment);
    let report = Report {
        statement: &statement,
        rules: &rules,
        inspection,
        asked: &BTreeMap::new(),
        assessment: &assessment,
        diagnostics: &diagnostics,
    };
    let coloured =
        terminal(&[Outcome::Checked(report)], Look { colour: true, width: 100, quiet: false, plain: false });
    let plain = uncoloured(&coloured);
    assert_ne!(coloured, plain, "it is coloured");
    assert_tame(&plain);
}

#[test]
fn signs_of_a_file_name_never_reach_the_output() {
    let missing = format!("plan{ESCAPES}{TURNS}.md");
    let run = unfiltered(&Desk::new(), &["check", &missing]);
    assert_eq!(run.code, Some(3));
    assert_tame(&run.stderr);
}

#[cfg(unix)]
#[test]
fn signs_of_the_name_of_a_file_that_is_read_never_reach_the_output() {
    let name = format!("plan{ESCAPES}{TURNS}.md");
    let desk = Desk::with(&name, QUAY);
    for format in ["text", "json"] {
        let run = unfiltered(&desk, &["check", &name, "--as-of", "2031-06-04", "--format", format]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_tame(&uncoloured(&run.stdout));
        assert_tame(&run.stderr);
    }
    let empty = Desk::with(&name, "");
    assert_tame(&unfiltered(&empty, &["check", &name]).stderr);
}

#[test]
fn signs_of_an_argument_never_reach_the_output() {
    let name = format!("deferre{ESCAPES}{TURNS}");
    let desk = Desk::with("quay.md", QUAY);
    for args in [["explain", &name].as_slice(), &["check", "quay.md", "--pack", &name]] {
        let run = unfiltered(&desk, args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert_tame(&run.stderr);
    }
}
