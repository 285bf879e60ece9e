//! The query parser and the pack loader are given changed queries and rule files: each problem lies inside its source.

use std::path::{Path, PathBuf};

use wsoa::pack::{Source, embedded, load};
use wsoa::query::{LibraryBuilder, parse};
use wsoa::text::{Analyzer, WordRules};

use crate::mutate::{Chance, mutate};
use crate::run;

/// Returns the queries of the rules that ship: what stands in `met_by` and in sets.
fn queries() -> Vec<Vec<u8>> {
    let sources = embedded();
    let quoted = sources.iter().flat_map(|source| source.text.split('\'').skip(1).step_by(2));
    quoted.filter(|query| query.len() > 8).map(|query| query.as_bytes().to_vec()).collect()
}

#[test]
fn query() {
    let seeds = queries();
    assert!(seeds.len() > 50, "{} queries", seeds.len());
    let signs = [
        " OR ", " AND ", " NOT ", " NEAR/4 ", " THEN/4 ", "(", ")", "\"", "/", "@regrade", "*", "=", "NEAR/",
        "/(a|b)+/", "\\", "é", " ",
    ];
    let make = |case: u64| {
        let mut chance = Chance::of(case);
        let (mut bytes, other) = (chance.pick(&seeds).clone(), chance.pick(&seeds).clone());
        mutate(&mut bytes, &other, &signs, &mut chance);
        ("query".to_owned(), bytes)
    };
    let analyzer = Analyzer::new(WordRules::default());
    run::cases("query", 400, make, |_, bytes| {
        let query = String::from_utf8_lossy(bytes);
        let ast = match parse(&query) {
            Ok(ast) => ast,
            Err(problems) => {
                assert!(!problems.is_empty());
                for problem in problems {
                    assert!(query.get(problem.span.clone()).is_some(), "{problem:?} lies outside the query");
                }
                return;
            }
        };
        let mut builder = LibraryBuilder::default();
        if builder.check(&ast).is_empty() {
            let id = builder.add_query(&ast);
            let library = builder.build(&analyzer);
            for text in ["The nurse will read each record.", &query] {
                if let Some(found) = library.scan(&analyzer, &[text]).find(id) {
                    assert!(found.passages.iter().all(|(_, place)| text.get(place.clone()).is_some()));
                }
            }
        }
    });
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn pack() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules-small"), &mut paths);
    paths.sort();
    let texts: Vec<(String, Vec<u8>)> =
        paths.iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect();
    let signs = [
        "[[finding]]\n",
        "[sets]\n",
        "'''",
        "\"",
        "[",
        "]",
        " = ",
        "\n",
        "id = \"x\"\n",
        "met_by = 'a OR b'\n",
        "1979-05-27",
        "true",
        "#",
        "é",
    ];
    let make = |case: u64| {
        let mut chance = Chance::of(case);
        let at = chance.below(texts.len());
        let (mut bytes, (_, other)) = (texts[at].1.clone(), chance.pick(&texts).clone());
        mutate(&mut bytes, &other, &signs, &mut chance);
        (format!("pack{at}"), bytes)
    };
    run::cases("pack", 60, make, |name, bytes| {
        let changed: usize = name.trim_start_matches("pack").parse().unwrap();
        let sources = texts.iter().enumerate().map(|(at, (path, text))| {
            Source::new(path.clone(), &String::from_utf8_lossy(if at == changed { bytes } else { text }))
        });
        let problems = match load(sources.collect()) {
            Ok(rules) => rules.warnings,
            Err(problems) => {
                assert!(problems.any_error());
                problems
            }
        };
        for problem in problems.iter() {
            let Some(source) = &problem.source else { continue };
            for (place, _) in &problem.labels {
                assert!(source.text.get(place.clone()).is_some(), "{problem:?} lies outside its file");
            }
        }
    });
}
