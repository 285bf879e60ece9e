//! Laws that hold of every statement, whatever it says: the same twice, unmoved by idle talk, and true to its document.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use wsoa::assess::{self, Assessment, ItemOutcome};
use wsoa::document::{self, Document, Limits, markdown};
use wsoa::pack::{Inspection, Rules};
use wsoa::report::{self, Look, Outcome, Report};
use wsoa::statement::{self, Statement};

const TODAY: Date = date(2016, 8, 1);

fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| Rules::embedded().unwrap())
}

fn inspection() -> &'static Inspection {
    rules().inspection("jtai-central-bedfordshire-2016").unwrap()
}

fn check(document: Document) -> (Statement, Assessment) {
    let statement = statement::read(&[document], rules(), inspection().published);
    let assessment = assess::assess(&statement, rules(), inspection(), TODAY);
    (statement, assessment)
}

fn read(words: &str) -> Document {
    markdown::read("plan.md", words, &Limits::default()).unwrap()
}

/// Every verdict of an assessment, of findings, aspects and next steps.
fn verdicts(assessment: &Assessment) -> Vec<String> {
    let of = |item: &ItemOutcome| match item {
        ItemOutcome::Finding(finding) => {
            let met: Vec<_> = finding.aspects.iter().map(|aspect| (&aspect.id, aspect.met)).collect();
            format!("{} {:?} {met:?}", finding.id, finding.verdict)
        }
        ItemOutcome::NextStep(step) => format!("{} {:?} {:?}", step.id, step.verdict, step.missing),
    };
    assessment.items.iter().map(of).collect()
}

/// One entry of a plan: something that the rules accept or reject, and a finding that stands beside it.
#[derive(Debug, Clone)]
struct Entry {
    finding: &'static str,
    action: &'static str,
    layout: Layout,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Layout {
    Row,
    Bullet,
    Prose,
    Quoted,
}

impl Entry {
    fn row(&self) -> String {
        let cell = |text: &str| text.replace('|', "\\|");
        format!(
            "| {} | {} | Named nurse | 1 May 2017 | Seen in 9 of 10 |\n",
            cell(self.finding),
            cell(self.action)
        )
    }

    fn write(&self) -> String {
        match self.layout {
            Layout::Row => format!(
                "| Finding | Action | Lead | By when | Measure |\n|---|---|---|---|---|\n{}",
                self.row()
            ),
            Layout::Bullet => format!("- {} (Duty manager, 1 May 2017)\n", self.action),
            Layout::Prose => format!("{}\n", self.action),
            Layout::Quoted => format!("> {}\n", self.action),
        }
    }
}

fn entries(layouts: &'static [Layout]) -> impl Strategy<Value = Vec<Entry>> {
    let aspects = inspection().findings.iter().flat_map(|finding| &finding.aspects);
    let texts = aspects
        .flat_map(|aspect| aspect.accept.iter().chain(&aspect.reject))
        .map(|example| example.text.as_str());
    let cues = inspection().findings.iter().flat_map(|finding| &finding.cue_texts).map(String::as_str);
    let cues: Vec<&'static str> = cues.chain(["", "gulls on the roof"]).collect();
    let texts: Vec<&'static str> = texts.collect();
    let entry = (prop::sample::select(cues), prop::sample::select(texts), prop::sample::select(layouts));
    let entry = entry.prop_map(|(finding, action, layout)| Entry { finding, action, layout });
    prop::collection::vec(entry, 1..7)
}

const ALL: &[Layout] = &[Layout::Row, Layout::Bullet, Layout::Prose, Layout::Quoted];

/// Joins the blocks of a plan, with a heading before every third.
fn plan(blocks: &[String]) -> String {
    let headed = blocks.iter().enumerate().map(|(at, block)| match at % 3 {
        0 => format!("## Part {at}\n\n{block}"),
        _ => block.clone(),
    });
    format!("# Plan\n\n{}", headed.collect::<Vec<_>>().join("\n"))
}

/// A plan of one table, and its rows without one.
fn table(entries: &[Entry], without: Option<usize>) -> String {
    let rows =
        entries.iter().enumerate().filter(|(at, _)| Some(*at) != without).map(|(_, entry)| entry.row());
    format!(
        "| Finding | Action | Lead | By when | Measure |\n|---|---|---|---|---|\n{}",
        rows.collect::<String>()
    )
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether each line of `quote` is part of one block of the document, or several such parts: an action goes on
/// after its owner's name, and in a footnote.
fn is_said(quote: &str, document: &Document) -> bool {
    let said: Vec<String> = document.texts().into_iter().map(squeeze).collect();
    quote.split('\n').all(|line| is_made_of(&squeeze(line), &said, MOST_PARTS))
}

/// How many stretches of the document one line of an action may be put together from.
const MOST_PARTS: usize = 4;

fn is_made_of(line: &str, said: &[String], parts: usize) -> bool {
    let is_part = |piece: &str| said.iter().any(|text| text.contains(piece));
    let mut ends = line.match_indices(' ').map(|(at, _)| at).collect::<Vec<_>>();
    ends.push(line.len());
    let longest = ends.into_iter().rev().find(|end| is_part(&line[..*end]));
    match longest {
        Some(end) if end == line.len() => true,
        Some(end) => parts > 1 && is_made_of(line[end..].trim_start(), said, parts - 1),
        None => false,
    }
}

/// Whether everything an assessment quotes is said in the document.
fn quotes_are_said(assessment: &Assessment, document: &Document) -> Result<(), TestCaseError> {
    for item in &assessment.items {
        let ItemOutcome::Finding(finding) = item else { continue };
        for aspect in &finding.aspects {
            let evidence = aspect.evidence.iter().map(|evidence| &evidence.quote);
            for quote in evidence.chain(aspect.nearest.iter().map(|near| &near.quote)) {
                prop_assert!(is_said(quote, document), "{quote:?}");
            }
            for evidence in &aspect.evidence {
                for words in &evidence.words {
                    prop_assert!(evidence.quote.get(words.clone()).is_some_and(|words| !words.is_empty()));
                }
            }
        }
    }
    Ok(())
}

/// Text of the signs that readers and the statement look for.
fn signs() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "| Action | Lead | By when |\n|---|---|---|\n",
            "| Finding | Action |\n|---|---|\n",
            "| a | b | c |\n",
            "|",
            "\n",
            "\n\n",
            "# ",
            "## Background\n\n",
            "Superseded\n\n",
            "- ",
            "  - ",
            "1. ",
            "(a) ",
            "Action 3. ",
            "R1.1 ",
            "É1. ",
            "> ",
            "“",
            "”",
            "\"",
            "‘",
            "Lead: ",
            "By when: ",
            "Measure: ",
            "Finding: ",
            "Action: ",
            "Owner: Head of Quay",
            "who",
            ":",
            ";",
            ",",
            ".",
            ". ",
            "(",
            ")",
            "[",
            "]",
            "1 May 2017",
            "31/03/17",
            "ongoing",
            "TBC",
            "Q3 2016/17",
            "The nurse will read each record",
            "must",
            "é",
            "\u{301}",
            "🐦",
            "–",
            "\u{b}",
            "No action is proposed.",
            "absent",
            "missing",
            "regrade",
            "<br>",
            "[^1]",
            "\n\n[^1]: note\n\n",
            "**",
            "*",
            "\t",
            "    ",
        ]),
        0..40,
    )
    .prop_map(|pieces| pieces.concat())
}

/// One case for so many of the usual 256, so that the laws are tried in seconds; `PROPTEST_CASES` asks for more.
fn one_in(share: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / share).max(1), failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(one_in(32))]

    #[test]
    fn the_same_statement_is_assessed_the_same_twice(entries in entries(ALL)) {
        let words = plan(&entries.iter().map(Entry::write).collect::<Vec<_>>());
        let (first, second) = (check(read(&words)), check(read(&words)));
        prop_assert_eq!(format!("{first:?}"), format!("{second:?}"));
    }

    #[test]
    fn an_idle_paragraph_changes_no_verdict(
        entries in entries(ALL),
        idle in prop::sample::select(vec![
            "The harbour is quiet in winter.",
            "Gulls nest on the roof of the old customs house.",
            "Tea is served at four, with a choice of cakes.",
            "The carpet is green; the walls are white.",
            "It rained on most of the days in between.",
        ]),
        at in any::<prop::sample::Index>(),
    ) {
        let mut blocks: Vec<String> = entries.iter().map(Entry::write).collect();
        let (_, before) = check(read(&plan(&blocks)));
        let at = at.index(blocks.len() + 1);
        // Appended to a block, so that the headings stay where they are.
        match blocks.get_mut(at) {
            Some(block) => *block = format!("{idle}\n\n{block}"),
            None => blocks.last_mut().unwrap().push_str(&format!("\n{idle}\n")),
        }
        let (_, after) = check(read(&plan(&blocks)));
        prop_assert_eq!(verdicts(&before), verdicts(&after));
        prop_assert_eq!(before.answers, after.answers);
    }

    #[test]
    fn a_row_taken_out_takes_its_answers_with_it_and_no_others(entries in entries(&[Layout::Row]), at in any::<prop::sample::Index>()) {
        // A blank finding cell means the finding of the row above, which may be the one taken out.
        let mut entries = entries;
        entries.iter_mut().filter(|entry| entry.finding.is_empty()).for_each(|entry| entry.finding = "gulls on the roof");
        let (statement, before) = check(read(&table(&entries, None)));
        prop_assert_eq!(statement.actions.len(), entries.len());
        let at = at.index(entries.len());
        let (_, after) = check(read(&table(&entries, Some(at))));
        let mut left = before.answers.clone();
        let gone = left.remove(at);
        prop_assert_eq!(&after.answers, &left);
        let unmet = verdicts_of_aspects(&after);
        for aspect in gone.iter().filter(|aspect| !left.iter().flatten().any(|other| other == *aspect)) {
            prop_assert!(verdicts_of_aspects(&before).contains(&(aspect.clone(), true)), "{}", aspect);
            prop_assert!(unmet.contains(&(aspect.clone(), false)), "{} has no other evidence", aspect);
        }
    }

    #[test]
    fn an_aspect_is_met_exactly_where_an_action_answers_it(entries in entries(ALL)) {
        let document = read(&plan(&entries.iter().map(Entry::write).collect::<Vec<_>>()));
        let (statement, assessment) = check(document.clone());
        prop_assert_eq!(assessment.answers.len(), statement.actions.len());
        for (aspect, met) in verdicts_of_aspects(&assessment) {
            prop_assert_eq!(met, assessment.answers.iter().flatten().any(|answer| *answer == aspect), "{}", aspect);
        }
        quotes_are_said(&assessment, &document)?;
    }

    #[test]
    fn actions_stand_where_the_file_has_them(sizes in prop::collection::vec(0_u32..5, 1..5), prose in any::<bool>()) {
        let mut words = String::new();
        let mut places = Vec::new();
        for (table, size) in (1_u32..).zip(&sizes) {
            words.push_str(if prose { "Many gulls.\n\n" } else { "## Part\n\n" });
            words.push_str("| Ref | Action | Lead | By when |\n|---|---|---|---|\n");
            for row in 2..size + 2 {
                words.push_str(&format!("| {row} | Paint pier {table} of quay {row} | Nurse | 1 May 2017 |\n"));
                let line = u32::try_from(words.lines().count()).unwrap();
                places.push((format!("Paint pier {table} of quay {row}"), Some(table), Some(row), Some(2), Some(line)));
            }
            words.push('\n');
        }
        let statement = statement::read(&[read(&words)], rules(), None);
        let found: Vec<_> = statement.actions.iter().map(|action| {
            let place = &action.location;
            (action.text.clone(), place.table, place.row, place.column, place.line)
        }).collect();
        prop_assert_eq!(found, places);
        for action in &statement.actions {
            let place = &action.location;
            let said = format!("Table {}, row {}, Action", place.table.unwrap(), place.row.unwrap());
            prop_assert!(place.text.starts_with(&said), "{}", place.text);
        }
    }
}

fn verdicts_of_aspects(assessment: &Assessment) -> Vec<(String, bool)> {
    let findings = assessment.items.iter().filter_map(|item| match item {
        ItemOutcome::Finding(finding) => Some(finding),
        ItemOutcome::NextStep(_) => None,
    });
    findings
        .flat_map(|finding| {
            finding.aspects.iter().map(|aspect| (format!("{}.{}", finding.id, aspect.id), aspect.met))
        })
        .collect()
}

proptest! {
    #![proptest_config(one_in(16))]

    #[test]
    fn any_text_is_read_assessed_and_reported(text in prop_oneof![1 => any::<String>(), 3 => signs()], width in 20_usize..120) {
        for file in ["plan.md", "plan.txt"] {
            let Ok(document) = document::read(file, text.as_bytes(), &Limits::default()) else { continue };
            let (statement, assessment) = check(document.clone());
            quotes_are_said(&assessment, &document)?;
            let diagnostics = assess::diagnose(&statement, rules(), inspection(), &assessment);
            let report = Report {
                statement: &statement,
                rules: rules(),
                inspection: inspection(),
                asked: &BTreeMap::new(),
assessment: &assessment,
                diagnostics: &diagnostics,
            };
            prop_assert!(serde_json::from_str::<serde_json::Value>(&report::json(&report)).is_ok());
            let look = Look { colour: false, width, quiet: false, plain: width % 2 == 0 };
            prop_assert!(!report::terminal(&[Outcome::Checked(report)], look).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(one_in(2))]

    #[test]
    fn what_is_read_of_any_text_is_said_in_it(text in signs()) {
        for file in ["plan.md", "plan.txt"] {
            let Ok(document) = document::read(file, text.as_bytes(), &Limits::default()) else { continue };
            let statement = statement::read(std::slice::from_ref(&document), rules(), None);
            for action in &statement.actions {
                for sentence in &action.sentences {
                    prop_assert!(is_said(&sentence.text, &document), "{:?} of {:?}", sentence.text, document.texts());
                }
            }
        }
    }
}
