//! What the rules say about the cases in `tests/statements`: held in `snapshots/`, and held against what a reader says.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use wsoa::assess::assess;
use wsoa::author::cases::{self, Case, CaseStatement, FILE_ENDING, Subject};
use wsoa::author::snapshot::snapshot;
use wsoa::document::{Limits, ReadError};
use wsoa::pack::Rules;
use wsoa::personal::mask;
use wsoa::statement::{self, Statement};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements")
}

/// The files of the folder that end so, in order.
fn files(ending: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap();
    let names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(ending)).collect();
    names.sort();
    names
}

fn cases_of(file: &str) -> Vec<Case> {
    cases::parse(&std::fs::read_to_string(folder().join(file)).unwrap()).unwrap()
}

fn read(file: &str, case: &Case, rules: &Rules) -> Statement {
    let beside = |name: &str| Ok::<_, ReadError>(std::fs::read(folder().join(name)).unwrap());
    let mut documents = case.documents(file, &Limits::default(), beside).unwrap();
    mask(&mut documents, &rules.language.personal);
    statement::read(&documents, rules, rules.inspection(&case.pack).unwrap().published)
}

#[test]
fn the_rules_say_the_same_about_every_case() {
    let rules = Rules::embedded().unwrap();
    for file in files(FILE_ENDING) {
        let (cases, stem) = (cases_of(&file), file.trim_end_matches(FILE_ENDING));
        for case in &cases {
            let statement = read(&file, case, &rules);
            let said = snapshot(&statement, &rules, rules.inspection(&case.pack).unwrap(), case.as_of);
            let words = case.name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
            let slug = words.collect::<Vec<_>>().join("-").to_lowercase();
            let name = if cases.len() > 1 { format!("{stem}-{slug}") } else { stem.to_owned() };
            insta::with_settings!({
                snapshot_path => "../snapshots",
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, {
                insta::assert_snapshot!(name, said);
            });
        }
    }
}

#[test]
fn the_rules_agree_with_the_reader_but_where_it_is_known() {
    let rules = Rules::embedded().unwrap();
    let mut complaints = Vec::new();
    for file in files(FILE_ENDING) {
        for case in cases_of(&file) {
            let statement = read(&file, &case, &rules);
            let assessment = assess(&statement, &rules, rules.inspection(&case.pack).unwrap(), case.as_of);
            let judged = cases::judge(&case.expectations, &assessment);
            let failed = judged.into_iter().filter(|one| one.outcome.fails());
            complaints.extend(failed.map(|one| format!("{file}: {} is {}", one.name, one.said)));
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_reader_has_judged_every_aspect_of_every_whole_statement() {
    let rules = Rules::embedded().unwrap();
    for file in files(FILE_ENDING) {
        for case in cases_of(&file) {
            if matches!(case.statement, CaseStatement::Written(_)) {
                continue;
            }
            let judged = |wanted: &str| {
                let about = |subject: &Subject| matches!(subject, Subject::Aspect(name) if name == wanted);
                case.expectations.iter().any(|expectation| about(&expectation.subject))
            };
            for finding in &rules.inspection(&case.pack).unwrap().findings {
                for aspect in &finding.aspects {
                    let name = format!("{}.{}", finding.id, aspect.id);
                    assert!(judged(&name), "{file} says nothing of {name}");
                }
            }
        }
    }
}

#[test]
fn every_statement_of_the_folder_has_a_case() {
    let cases: Vec<Case> = files(FILE_ENDING).iter().flat_map(|file| cases_of(file)).collect();
    for file in files("").iter().filter(|file| !file.ends_with(FILE_ENDING)) {
        let used = cases.iter().any(|case| case.statement == CaseStatement::File(file.clone()));
        assert!(used || ["README.md", "generate.py"].contains(&file.as_str()), "{file} has no case");
    }
}
