//! Recognition: which inspection a statement answers.

use wsoa::assess::{Recognised, recognise};

use super::{read, rules};

/// The ids recognised in documents.
fn ids(documents: &[&str]) -> Vec<String> {
    let documents: Vec<_> = documents.iter().map(|words| read(words)).collect();
    match recognise(&documents, rules()) {
        Recognised::One(inspection) => vec![inspection.id.clone()],
        Recognised::Several(inspections) => {
            assert!(inspections.len() > 1);
            inspections.iter().map(|inspection| inspection.id.clone()).collect()
        }
        Recognised::None => Vec::new(),
    }
}

#[test]
fn a_statement_that_speaks_of_one_inspection_answers_it() {
    assert_eq!(ids(&["# Gull Rock\n\nOur answer to the visit.\n"]), ["visit-gull-rock-2031"]);
}

#[test]
fn a_statement_that_speaks_of_two_needs_a_person_to_choose() {
    assert_eq!(
        ids(&["Gull Rock: our answer to the second visit.\n"]),
        ["visit-gull-rock-2031", "visit-gull-rock-2033"]
    );
}

#[test]
fn a_statement_that_speaks_of_none_answers_none() {
    assert_eq!(ids(&["Gull Rock has gulls.\n"]), Vec::<String>::new());
    assert_eq!(ids(&[]), Vec::<String>::new());
}

#[test]
fn the_words_may_stand_in_different_files_and_in_tables() {
    assert_eq!(
        ids(&["Gull Rock.\n", "| The visit | Gulls |\n|---|---|\n| 1 | 2 |\n"]),
        ["visit-gull-rock-2031"]
    );
}

#[test]
fn what_is_struck_out_is_not_recognised() {
    assert_eq!(ids(&["Gull Rock ~~visit~~ gulls.\n"]), Vec::<String>::new());
}

#[test]
fn the_pack_in_the_binary_knows_its_statements() {
    let rules = wsoa::pack::Rules::embedded().unwrap();
    let known = |words: &str| match recognise(&[read(words)], &rules) {
        Recognised::One(inspection) => Some(inspection.id.clone()),
        _ => None,
    };
    let id = Some("jtai-central-bedfordshire-2016".to_owned());
    assert_eq!(known("# Central Bedfordshire\n\nOur answer to the joint targeted area inspection.\n"), id);
    assert_eq!(known("# Norfolk\n\nOur answer to the joint targeted area inspection.\n"), None);
    assert_eq!(known("# Central Bedfordshire\n\nOur roads and bridges.\n"), None);
}
