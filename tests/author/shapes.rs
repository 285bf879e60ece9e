//! What is said of queries without a text holds of every text.

use proptest::prelude::*;
use wsoa::query::{Alike, Ast, LibraryBuilder, Match, Node, Shapes, parse};
use wsoa::text::{Analyzer, WordRules};

const SETS: [(&str, &str); 2] =
    [("marks", r#"grade OR mark OR "first mark""#), ("young", "child* OR @marks")];

fn analyzer() -> Analyzer {
    Analyzer::new(WordRules {
        stems: [("kids".to_owned(), "child".to_owned())].into(),
        joined_prefixes: Vec::new(),
    })
}

fn builder() -> LibraryBuilder {
    let mut builder = LibraryBuilder::default();
    for (name, query) in SETS {
        builder.add_set(name, parse(query).unwrap());
    }
    builder
}

/// Where each query matches each text.
fn found(queries: &[String], texts: &[String]) -> Vec<Vec<Option<Match>>> {
    let mut builder = builder();
    let ids: Vec<_> = queries.iter().map(|query| builder.add_query(&parse(query).unwrap())).collect();
    let library = builder.build(&analyzer());
    let all = |text: &String| {
        let scan = library.scan(&analyzer(), &[text]);
        ids.iter().map(|id| scan.find(*id)).collect()
    };
    texts.iter().map(all).collect()
}

fn finds_all(wide: &str, narrow: &str, alike: Alike) -> bool {
    let library = builder().build(&analyzer());
    let analyzer = analyzer();
    Shapes::new(&library, &analyzer).finds_all(&parse(wide).unwrap(), &parse(narrow).unwrap(), alike)
}

#[test]
fn a_part_finds_all_that_a_narrower_one_finds() {
    for (wide, narrow) in [
        ("grade", "graded"),
        ("grad*", "grading"),
        ("grad*", "gradual*"),
        ("grade", "=Graded"),
        ("grad*", "=GRADES"),
        ("mark", r#""first marks""#),
        (r#""first mark*""#, r#""the first marked child""#),
        ("@marks", "marking"),
        ("@young", "@marks"),
        ("@young", "childless"),
        ("mark OR note", "marks OR noted"),
        ("mark", "marks AND NOT note"),
        ("mark", "note NEAR/3 marks"),
        ("mark AND NOT note", "marks AND day AND NOT (note OR day)"),
    ] {
        assert!(finds_all(wide, narrow, Alike::Texts), "{wide} | {narrow}");
    }
    for (wide, narrow) in [
        ("graded OR note", "mark"),
        ("grading*", "grade"),
        ("=Grade", "grade"),
        (r#""first mark""#, "mark"),
        ("child*", "child"), // the rules say that kids are children
        ("hope*", "hope"),   // hoping does not begin so
        ("mark AND NOT note", "mark"),
        ("mark AND day", "mark"),
        ("mark", "day AND NOT mark"),
        ("mark NEAR/3 note", "mark NEAR/4 note"),
        ("/mark/", "mark"),
    ] {
        assert!(!finds_all(wide, narrow, Alike::Texts), "{wide} | {narrow}");
    }
}

#[test]
fn a_longer_run_reaches_further_than_a_word_in_it() {
    assert!(finds_all("mark", r#""first mark""#, Alike::Texts));
    assert!(!finds_all("mark", r#""first mark""#, Alike::Words));
    assert!(finds_all(r#""first mark*""#, r#""first marks""#, Alike::Words));
}

fn leaf() -> impl Strategy<Value = String> {
    let words =
        ["grade", "graded", "mark", "marks", "note", "kids", "child", "childless", "day", "hoping", "hope"];
    let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    let other = [
        "gra*",
        "mark*",
        "child*",
        "hop*",
        "=Grade",
        "=Marks",
        "@marks",
        "@young",
        r#""first mark""#,
        r#""mark note""#,
        r#""first mark*""#,
        r#""a first mark""#,
        "/mark/",
    ];
    prop_oneof![3 => word, 2 => prop::sample::select(other.to_vec()).prop_map(str::to_owned)]
}

fn query() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 10, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("({})", parts.join(" OR "))),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} AND {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} AND NOT {b})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} NEAR/1 {b})")),
        ]
    })
}

fn text() -> impl Strategy<Value = String> {
    let words = [
        "grade",
        "Grade",
        "grades",
        "grading",
        "mark",
        "Marks",
        "marking",
        "note",
        "noted",
        "kids",
        "children",
        "childless",
        "days",
        "first",
        "a",
        "hoping",
        "hope",
        "to",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..9).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn what_finds_all_misses_no_text(
        wide in prop::collection::vec(query(), 4),
        narrow in prop::collection::vec(query(), 4),
        texts in prop::collection::vec(text(), 12),
    ) {
        let pairs = wide.iter().flat_map(|wide| narrow.iter().map(move |narrow| (wide, narrow)));
        // Some one pair in ten is such a pair.
        for (wide, narrow) in pairs.filter(|(wide, narrow)| finds_all(wide, narrow, Alike::Texts)) {
            for (text, both) in texts.iter().zip(found(&[wide.clone(), narrow.clone()], &texts)) {
                prop_assert!(both[0].is_some() || both[1].is_none(), "{wide} | {narrow} | {text}");
            }
        }
    }

    #[test]
    fn what_is_shadowed_can_be_left_out(choices in prop::collection::vec(query(), 2..7), texts in prop::collection::vec(text(), 12)) {
        for alike in [Alike::Texts, Alike::Words] {
            let left = without_shadowed(&choices, alike);
            // Where words count, so do the distances from them.
            let near = |or: &str| if alike == Alike::Words { format!("({or}) NEAR/1 to") } else { or.to_owned() };
            let queries = [near(&choices.join(" OR ")), near(&left.join(" OR "))];
            for (text, both) in texts.iter().zip(found(&queries, &texts)) {
                match alike {
                    Alike::Texts => prop_assert_eq!(both[0].is_some(), both[1].is_some(), "{:?} | {}", queries, text),
                    Alike::Words => prop_assert_eq!(&both[0], &both[1], "{:?} | {}", queries, text),
                }
            }
        }
    }
}

fn without_shadowed(choices: &[String], alike: Alike) -> Vec<String> {
    let library = builder().build(&analyzer());
    let analyzer = analyzer();
    let asts: Vec<Ast> = choices.iter().map(|choice| parse(choice).unwrap()).collect();
    let shadowed = Shapes::new(&library, &analyzer).shadowed(&asts, alike);
    let is_left = |at: &usize| !shadowed.iter().any(|(gone, _)| gone == at);
    let left: Vec<String> = (0..choices.len()).filter(is_left).map(|at| choices[at].clone()).collect();
    assert!(!left.is_empty() && asts.iter().all(|ast| !matches!(ast.node, Node::Not(_))));
    left
}
