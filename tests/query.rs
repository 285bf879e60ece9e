//! The query language: what parses, what matches where, and what a person is told about the rest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use insta::assert_snapshot;
use proptest::prelude::*;
use wsoa::query::{Library, LibraryBuilder, Match, QueryId, Trace, parse};
use wsoa::text::{Analyzer, WordRules};

fn analyzer() -> Analyzer {
    Analyzer::new(WordRules {
        stems: [("children".to_owned(), "child".to_owned())].into(),
        joined_prefixes: ["co", "re"].map(str::to_owned).to_vec(),
    })
}

const SETS: [(&str, &str); 4] = [
    ("regrade", "regrade OR reclassify OR change NEAR/4 (grade OR category)"),
    ("review", "@audit OR review"),
    ("audit", r#"audit* OR "dip sample""#),
    ("harm", r#""self-harm" OR neglect"#),
];

fn library<const N: usize>(queries: [&str; N]) -> (Library, [QueryId; N]) {
    let mut builder = LibraryBuilder::default();
    for (name, set) in SETS {
        assert!(builder.add_set(name, parse(set).unwrap()), "{name}");
    }
    let ids = queries.map(|query| {
        let ast = parse(query).unwrap_or_else(|problems| panic!("{query}: {problems:?}"));
        assert_eq!(builder.check(&ast), []);
        builder.add_query(&ast)
    });
    (builder.build(&analyzer()), ids)
}

fn find(query: &str, parts: &[&str]) -> Option<Match> {
    let (library, [id]) = library([query]);
    library.scan(&analyzer(), parts).find(id)
}

/// The passages of a match, as written.
fn passages(query: &str, text: &str) -> Vec<String> {
    let found = find(query, &[text]).map(|found| found.passages).unwrap_or_default();
    found.into_iter().map(|(_, range)| text[range].to_owned()).collect()
}

#[test]
fn queries_match_where_they_should_and_nowhere_else() {
    let cases: [(&str, &str, &[&str]); 59] = [
        ("regrade", "Logs were Regraded, then re-grades stop.", &["Regraded", "re-grades"]),
        ("regrade", "The grade stands.", &[]),
        ("child", "Children and the child\u{2019}s plan", &["Children", "child"]),
        ("follow-up", "a follow-up, no follow", &["follow-up"]),
        ("follow-up", "up to follow", &[]),
        ("co-ordinate", "coordinated and co-ordinating", &["coordinated", "co-ordinating"]),
        ("31/03/17", "by 31/03/17.", &["31/03/17"]),
        ("and/or", "and/or", &["and/or"]),
        ("\"risk assessment\"", "risks: assessments, assess risk", &["risks: assessments"]),
        ("\"risk-assessment\"", "risk assessments", &["risk assessments"]),
        ("\"assess* the risk\"", "Assessors the risks", &["Assessors the risks"]),
        ("\"risk\"", "Risks", &["Risks"]),
        ("\"a b a\"", "a b a b a", &["a b a b a"]),
        ("\"a b c\" OR \"b c d\" OR c", "a b c d", &["a b c d"]),
        ("exploit*", "Exploited, exploitation; unexploited", &["Exploited", "exploitation"]),
        ("follow-u*", "follow-ups, follow me", &["follow-ups"]),
        ("=RHI", "the rhi, an RHI\u{2019}s log, RHIs", &["RHI"]),
        ("=A&E", "a&e or A&E", &["A&E"]),
        ("r.h.i.", "R.H.I. or RHI", &["R.H.I.", "RHI"]),
        (r"/\d+ hours?/", "in 24 HOURS, or 1 hour", &["24 HOURS", "1 hour"]),
        (r"/(?-i)RHI/", "rhi RHI", &["RHI"]),
        (r"/\d\/\d/", "3/4", &["3/4"]),
        (r"/%/", "40 % of", &["%"]),
        (r"/%/ NEAR/0 40", "40 % of", &["40 %"]),
        ("log AND audit", "Audit the log", &["Audit", "log"]),
        ("log AND audit", "Audit", &[]),
        ("log OR audit", "Audit", &["Audit"]),
        ("a OR b AND c", "a", &["a"]),
        ("a OR b AND c", "b", &[]),
        ("(a OR b) AND c", "a", &[]),
        ("a AND NOT b", "a c", &["a"]),
        ("a AND NOT b", "a c b", &[]),
        ("NOT b AND a", "a", &["a"]),
        ("a AND NOT (b AND c)", "a b", &["a"]),
        ("a AND NOT (b AND c)", "c a b", &[]),
        ("a AND NOT b NEAR/1 c", "a b x x c", &["a"]),
        ("a AND NOT b NEAR/1 c", "a b x c", &[]),
        ("a OR b AND NOT c", "a c", &["a"]),
        ("a AND (b OR c AND NOT d)", "a b d", &["a", "b"]),
        ("x NEAR/2 y", "x 1 2 y", &["x 1 2 y"]),
        ("x NEAR/2 y", "x 1 2 3 y", &[]),
        ("x NEAR/2 y", "y 1 x", &["y 1 x"]),
        ("x NEAR/0 y", "y x", &["y x"]),
        ("x NEAR/0 y", "y 1 x", &[]),
        ("x THEN/2 y", "y 1 x", &[]),
        ("x THEN/2 y", "x 1 y", &["x 1 y"]),
        ("x THEN/2 y THEN/0 z", "x 1 y z", &["x 1 y z"]),
        ("x THEN/2 y THEN/0 z", "x 1 y 2 z", &[]),
        ("x NEAR/8 (y OR z)", "z 1 x", &["z 1 x"]),
        ("x NEAR/1 x", "x", &[]),
        ("x NEAR/1 x*", "x", &[]),
        ("x NEAR/1 x", "x x", &["x x"]),
        ("\"risk assessment\" NEAR/3 assess", "risk assessment", &["risk assessment"]),
        ("\"risk assessment\" THEN/3 assess", "risk assessment", &[]),
        ("@regrade", "change the log's category", &["change the log's category"]),
        ("@review", "Dip samples, auditing", &["Dip samples", "auditing"]),
        ("@harm NEAR/3 @review", "reviews of self-harm", &["reviews of self-harm"]),
        ("zo\u{EB}", "Zoe and ZO\u{CB}", &["Zoe", "ZO\u{CB}"]),
        ("log\n  AND (\n audit\n)", "audit log", &["audit", "log"]),
    ];
    for (query, text, expected) in cases {
        assert_eq!(passages(query, text), expected, "{query} in {text:?}");
    }
}

#[test]
fn parts_are_read_apart() {
    assert_eq!(find("x NEAR/5 y", &["x", "y"]), None);
    assert_eq!(find("\"x y\"", &["x", "y"]), None);
    let both = find("x AND y", &["\u{E9} x", "y"]).unwrap();
    assert_eq!(both.passages, [(0, 3..4), (1, 0..1)]);
    assert_eq!(find("x AND NOT y", &["x", "y"]), None);
}

#[test]
fn queries_of_one_library_do_not_disturb_each_other() {
    let queries = ["log", "\"log of risks\"", "risk AND NOT log", "=log", "lo*", "risk NEAR/1 log", "log"];
    let (library, ids) = library(queries);
    for text in ["Logs of risk", "risk", "log", "a log of none", "risk log", "Logs of risk"] {
        let scan = library.scan(&analyzer(), &[text]);
        for (query, id) in queries.iter().zip(ids) {
            assert_eq!(scan.find(id), find(query, &[text]), "{query} in {text}");
        }
    }
}

/// Every problem of a query, drawn under it.
fn problems(query: &str) -> String {
    let mut drawn = String::new();
    for problem in parse(query).expect_err(query) {
        let column = query[..problem.span.start].chars().count();
        let width = query[problem.span.clone()].chars().count().max(1);
        writeln!(drawn, "{}\n{}{}", query.replace('\n', " "), " ".repeat(column), "^".repeat(width)).unwrap();
        writeln!(drawn, "{problem}\n  help: {}", problem.help.as_deref().unwrap_or("none")).unwrap();
    }
    drawn
}

fn problems_of(queries: &[&str]) -> String {
    queries.iter().map(|query| problems(query)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_missing_operator_is_named_with_both_its_words() {
    assert_snapshot!(problems_of(&[
        "risk assessment",
        "weekly risk assessment AND log",
        "log (audit OR review)",
        "\"dip sample\" @audit",
        "log NOT audit",
    ]), @r#"
    risk assessment
    ^^^^^^^^^^^^^^^
    no operator between `risk` and `assessment`
      help: write `"risk assessment"` for the phrase, or `risk AND assessment`

    weekly risk assessment AND log
    ^^^^^^^^^^^^^^^^^^^^^^
    no operator between `weekly` and `risk`
      help: write `"weekly risk assessment"` for the phrase, or `weekly AND risk AND assessment`

    log (audit OR review)
    ^^^^^
    no operator between `log` and `(`
      help: write `AND`, `OR` or `NEAR/8` between them

    "dip sample" @audit
    ^^^^^^^^^^^^^^^^^^^
    no operator between `"dip sample"` and `@audit`
      help: write `AND`, `OR` or `NEAR/8` between them

    log NOT audit
    ^^^^^^^
    no operator between `log` and `NOT`
      help: write `AND NOT`
    "#);
}

#[test]
fn operators_in_small_letters_are_pointed_out() {
    assert_snapshot!(problems_of(&[
        "risk and log or audit",
        "risk near log",
        "risk then/3 log",
        "risk and not log",
        "risk not log",
    ]), @"
    risk and log or audit
         ^^^
    `and` is read as a word here
      help: write operators in capitals: `AND`
    risk and log or audit
                 ^^
    `or` is read as a word here
      help: write operators in capitals: `OR`

    risk near log
         ^^^^
    `near` is read as a word here
      help: write operators in capitals: `NEAR/8`

    risk then/3 log
         ^^^^^^
    `then/3` is read as a word here
      help: write operators in capitals: `THEN/3`

    risk and not log
         ^^^
    `and` is read as a word here
      help: write operators in capitals: `AND`
    risk and not log
             ^^^
    `not` is read as a word here
      help: write operators in capitals: `NOT`

    risk not log
         ^^^
    `not` is read as a word here
      help: write operators in capitals: `AND NOT`
    ");
}

#[test]
fn operators_need_something_on_both_sides() {
    assert_snapshot!(problems_of(&["AND log", "log OR", "log AND OR audit", "(log AND) OR audit", "NOT", ""]), @"
    AND log
    ^^^
    `AND` has nothing before it
      help: write a word, a phrase or a set there, or leave it out

    log OR
        ^^
    `OR` has nothing after it
      help: write a word, a phrase or a set there, or leave it out

    log AND OR audit
        ^^^
    `AND` has nothing after it
      help: write a word, a phrase or a set there, or leave it out

    (log AND) OR audit
         ^^^
    `AND` has nothing after it
      help: write a word, a phrase or a set there, or leave it out

    NOT
    ^^^
    `NOT` has nothing after it
      help: write a word, a phrase or a set there, or leave it out


    ^
    the query is empty
      help: write at least one word to look for
    ");
}

#[test]
fn a_distance_is_a_number_of_words() {
    assert_snapshot!(problems_of(&[
        "log NEAR audit",
        "log NEAR 8 audit",
        "log NEAR/few audit",
        "log THEN/101 audit",
        "log NEAR/-1 audit",
        "log NEAR/3 NOT audit",
    ]), @"
    log NEAR audit
        ^^^^
    `NEAR` needs a distance
      help: `NEAR/8` lets up to 8 words stand between the two parts

    log NEAR 8 audit
        ^^^^^^
    `NEAR` needs a distance
      help: `NEAR/8` lets up to 8 words stand between the two parts

    log NEAR/few audit
        ^^^^^^^^
    the distance `few` is not a number from 0 to 100
      help: `NEAR/8` lets up to 8 words stand between the two parts

    log THEN/101 audit
        ^^^^^^^^
    the distance `101` is not a number from 0 to 100
      help: `THEN/8` lets up to 8 words stand between the two parts

    log NEAR/-1 audit
        ^^^^^^^
    the distance `-1` is not a number from 0 to 100
      help: `NEAR/8` lets up to 8 words stand between the two parts

    log NEAR/3 NOT audit
               ^^^
    a distance cannot lead to a `NOT`
      help: say it beside the distance: `(a NEAR/8 b) AND NOT c`
    ");
}

#[test]
fn parentheses_and_quotes_come_in_pairs() {
    assert_snapshot!(problems_of(&[
        "(log OR audit",
        "log) OR audit",
        "() AND log",
        "log AND \"dip sample",
        "\"\" OR \" - \"",
        "\u{201C}dip sample\u{201D}",
    ]), @r#"
    (log OR audit
    ^
    `(` is not closed
      help: write the `)` it belongs to

    log) OR audit
       ^
    `)` closes nothing
      help: leave it out, or write the `(` it belongs to

    () AND log
    ^^
    the parentheses are empty
      help: write what belongs between them

    log AND "dip sample
            ^
    the quote is not closed
      help: end the phrase with `"`

    "" OR " - "
    ^^
    the phrase is empty
      help: write words between the quotes
    "" OR " - "
          ^^^^^
    the phrase is empty
      help: write words between the quotes

    “dip sample”
    ^^^^^^^^^^^^
    curly quotes do not make a phrase
      help: write straight quotes: `"dip sample"`
    "#);
}

#[test]
fn a_not_needs_company() {
    assert_snapshot!(problems_of(&["NOT log", "log OR NOT audit", "NOT log AND NOT audit", "log AND NOT NOT audit"]), @"
    NOT log
    ^^^^^^^
    `NOT` has nothing beside it that must be there
      help: say what must be there: `a AND NOT b`

    log OR NOT audit
           ^^^^^^^^^
    `NOT` has nothing beside it that must be there
      help: say what must be there: `a AND NOT b`

    NOT log AND NOT audit
    ^^^^^^^
    `NOT` has nothing beside it that must be there
      help: say what must be there: `a AND NOT b`
    NOT log AND NOT audit
                ^^^^^^^^^
    `NOT` has nothing beside it that must be there
      help: say what must be there: `a AND NOT b`

    log AND NOT NOT audit
            ^^^^^^^
    `NOT NOT` asks for nothing
      help: leave both out
    ");
}

#[test]
fn words_and_names_are_checked() {
    assert_snapshot!(problems_of(&["log, audit", "exp*oit", "*oit", "@", "@a.b", "=", "=log*", "log & audit"]), @"
    log, audit
    ^^^^
    `log,` is not a word
      help: leave out the signs around it: `log`

    exp*oit
    ^^^^^^^
    the `*` in `exp*oit` does not stand at the end of a word
      help: `*` ends a word of which only the beginning is given: `exploit*`

    *oit
    ^^^^
    the `*` in `*oit` does not stand at the end of a word
      help: `*` ends a word of which only the beginning is given: `exploit*`

    @
    ^
    `@` is not the name of a set
      help: a set is named by letters, digits and hyphens: `@escalation`

    @a.b
    ^^^^
    `@a.b` is not the name of a set
      help: a set is named by letters, digits and hyphens: `@escalation`

    =
    ^
    `=` is not an exact word
      help: `=` takes one word as it is written: `=RHI`

    =log*
    ^^^^^
    `=log*` is not an exact word
      help: `=` takes one word as it is written: `=RHI`

    log & audit
        ^
    `&` is not a word
      help: write `AND`
    ");
}

#[test]
fn a_regex_error_points_into_the_regex() {
    assert_snapshot!(problems_of(&[
        r"log AND /\d+ (hours/",
        r"/é[z-a]/",
        r"/x*/",
        r"/(\w{50}){50}/",
        r"log OR /\d+",
    ]), @r"
    log AND /\d+ (hours/
                 ^
    the regex does not compile: unclosed group
      help: `\` before a sign takes its special meaning away

    /é[z-a]/
       ^^^
    the regex does not compile: invalid character class range, the start must be <= the end
      help: `\` before a sign takes its special meaning away

    /x*/
    ^^^^
    the regex matches empty text, so it would match everywhere
      help: let it ask for at least one character: `+` for `*`

    /(\w{50}){50}/
    ^^^^^^^^^^^^^^
    the regex is too large
      help: use smaller repetitions, or words and sets in its place

    log OR /\d+
           ^
    the regex is not closed
      help: end it with `/`, and write `\/` for a slash inside it
    ");
}

#[test]
fn all_problems_of_a_query_are_told_at_once() {
    assert_snapshot!(problems("(log audit AND \"\" OR NEAR/x risk) or =) AND NOT"), @r#"
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
     ^^^^^^^^^
    no operator between `log` and `audit`
      help: write `"log audit"` for the phrase, or `log AND audit`
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                   ^^
    the phrase is empty
      help: write words between the quotes
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                      ^^
    `OR` has nothing after it
      help: write a word, a phrase or a set there, or leave it out
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                         ^^^^^^
    the distance `x` is not a number from 0 to 100
      help: `NEAR/8` lets up to 8 words stand between the two parts
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                                      ^^
    `or` is read as a word here
      help: write operators in capitals: `OR`
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                                         ^
    `=` is not an exact word
      help: `=` takes one word as it is written: `=RHI`
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                                          ^
    `)` closes nothing
      help: leave it out, or write the `(` it belongs to
    (log audit AND "" OR NEAR/x risk) or =) AND NOT
                                                ^^^
    `NOT` has nothing after it
      help: write a word, a phrase or a set there, or leave it out
    "#);
}

#[test]
fn deep_and_long_queries_are_refused_without_harm() {
    let deep = format!("{}log{}", "(".repeat(200_000), ")".repeat(200_000));
    assert_eq!(parse(&deep).unwrap_err()[0].message, "parentheses nest more than 64 deep");
    let chain = format!("log{}", " NEAR/1 log".repeat(100_000));
    assert_eq!(parse(&chain).unwrap_err()[0].message, "too many distances follow one another");
    assert!(parse(&"NOT ".repeat(100_000)).is_err());
    assert!(parse(&format!("{}log{}", "(".repeat(64), ")".repeat(64))).is_ok());
}

#[test]
fn sets_that_cannot_work_are_reported_and_never_match() {
    let mut builder = LibraryBuilder::default();
    let sets = [("escalate", "escalate OR @first"), ("first", "a OR @second"), ("second", "b OR @first")];
    for (name, query) in sets {
        assert!(builder.add_set(name, parse(query).unwrap()));
    }
    assert!(!builder.add_set("first", parse("x").unwrap()));
    let told = |query: &str| {
        let problems = builder.check(&parse(query).unwrap());
        problems.into_iter().map(|p| (p.span, p.message, p.help.unwrap_or_default())).collect::<Vec<_>>()
    };
    insta::assert_debug_snapshot!(told("log AND @escalation OR @zebra OR @second"), @r#"
    [
        (
            8..19,
            "unknown set `@escalation`",
            "did you mean `@escalate`?",
        ),
        (
            23..29,
            "unknown set `@zebra`",
            "",
        ),
        (
            33..40,
            "the set `@second` uses itself: `@second` uses `@first` uses `@second`",
            "take one of these names out of the query of the set before it",
        ),
    ]
    "#);
    let second = builder.add_query(&parse("@second").unwrap());
    let unknown = builder.add_query(&parse("@zebra OR log").unwrap());
    let sound = builder.add_query(&parse("@escalate").unwrap());
    let library = builder.build(&analyzer());
    let scan = library.scan(&analyzer(), &["a b log escalates"]);
    assert!(!scan.is_match(second) && scan.is_match(unknown) && scan.is_match(sound));
}

fn draw(trace: &Trace, depth: usize, drawn: &mut String) {
    let mark = if trace.matched { "yes" } else { "no" };
    let Trace { span, label, found, .. } = trace;
    writeln!(drawn, "{}{label} [{}..{}] {mark} {found:?}", "  ".repeat(depth), span.start, span.end).unwrap();
    trace.parts.iter().for_each(|part| draw(part, depth + 1, drawn));
}

#[test]
fn a_trace_tells_how_each_part_fared() {
    let query = "(absent OR \"no apparent risk\") NEAR/6 @regrade AND NOT (=RHI OR /\\d+/) AND lo*";
    let (library, [id]) = library([query]);
    let mut drawn = String::new();
    for text in ["Absent logs will be regraded; each absent log.", "RHI logs of absent", ""] {
        draw(&library.scan(&analyzer(), &[text]).trace(id), 0, &mut drawn);
    }
    assert_snapshot!(drawn, @r#"
    AND [0..78] yes ["Absent logs will be regraded", "logs", "regraded; each absent", "log"]
      NEAR/6 [0..46] yes ["Absent logs will be regraded", "regraded; each absent"]
        OR [0..30] yes ["Absent", "absent"]
          absent [1..7] yes ["Absent", "absent"]
          "no apparent risk" [11..29] no []
        @regrade [38..46] yes ["regraded"]
      NOT [51..70] yes []
        OR [55..70] no []
          =RHI [56..60] no []
          /\d+/ [64..69] no []
      lo* [75..78] yes ["logs", "log"]
    AND [0..78] no []
      NEAR/6 [0..46] no []
        OR [0..30] yes ["absent"]
          absent [1..7] yes ["absent"]
          "no apparent risk" [11..29] no []
        @regrade [38..46] no []
      NOT [51..70] no ["RHI"]
        OR [55..70] yes ["RHI"]
          =RHI [56..60] yes ["RHI"]
          /\d+/ [64..69] no []
      lo* [75..78] yes ["logs"]
    AND [0..78] no []
      NEAR/6 [0..46] no []
        OR [0..30] no []
          absent [1..7] no []
          "no apparent risk" [11..29] no []
        @regrade [38..46] no []
      NOT [51..70] yes []
        OR [55..70] no []
          =RHI [56..60] no []
          /\d+/ [64..69] no []
      lo* [75..78] no []
    "#);
}

fn labels(parts: &[&Trace]) -> Vec<String> {
    parts.iter().map(|part| part.written()).collect()
}

#[test]
fn a_trace_names_what_is_wanting_and_what_is_there() {
    let (absent, both) = ("absent NEAR/3 @regrade", "(absent NEAR/3 @regrade) OR (log AND history AND day)");
    for (query, text, wanting, held) in [
        (absent, "Absent logs are regraded.", &[][..], &["absent", "@regrade"][..]),
        (absent, "Absent logs.", &["@regrade"], &["absent"]),
        (absent, "Night logs.", &["absent", "@regrade"], &[]),
        (
            absent,
            "Absent logs of a night are regraded.",
            &["absent NEAR/3 @regrade"],
            &["absent", "@regrade"],
        ),
        (both, "The log of a day.", &["history"], &["log", "day"]),
        (both, "An absent child.", &["@regrade"], &["absent"]),
        (both, "Gulls.", &["(absent NEAR/3 @regrade) OR (log AND history AND day)"], &[]),
        ("log AND NOT (gull OR tar)", "The log of gulls.", &["NOT (gull OR tar)"], &["log"]),
        ("log AND NOT gull", "The crew.", &["log"], &[]),
        ("(log AND NOT gull) OR (crew AND sail)", "The crew.", &["sail"], &["crew"]),
        ("log", "The log.", &[], &["log"]),
    ] {
        let (library, [id]) = library([query]);
        let trace = library.scan(&analyzer(), &[text]).trace(id);
        assert_eq!(labels(&trace.wanting()), wanting, "{query}: {text}");
        assert_eq!(labels(&trace.held()), held, "{query}: {text}");
        assert_eq!(trace.share() >= 1.0, trace.matched, "{query}: {text}");
        assert_eq!(trace.wanting().is_empty(), trace.matched, "{query}: {text}");
    }
}

#[test]
fn the_share_of_a_query_grows_with_what_is_there() {
    let (library, [id]) = library(["absent AND log AND @regrade AND NOT gull"]);
    let share = |text: &str| library.scan(&analyzer(), &[text]).trace(id).share();
    let shares = ["", "absent gulls", "absent", "absent logs", "absent logs are regraded"].map(share);
    assert!(shares.is_sorted() && shares[0] < shares[1] && shares[1] < shares[2], "{shares:?}");
    assert!((shares[0], shares[4]) == (0.0, 1.0), "{shares:?}");
}

#[test]
fn repetitive_text_is_read_in_good_time() {
    let text = "x y ".repeat(100_000);
    let found = find("(x NEAR/100 y) NEAR/100 (y NEAR/100 x) AND \"x y x y x y\"", &[&text]);
    assert!(found.is_some());
}

/// Words that no query below looks for.
const OTHER: &str = " Often, minutes go out to us. Quiet rooms stay open";

fn any_query() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-e]",
        "[a-e]\\*",
        "=[A-C]",
        "\"[a-c] [a-c]\"",
        "@(regrade|review|audit|harm)",
        Just(r"/[a-b]+ c/".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} AND {b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} OR {b})")),
            (inner.clone(), 0..5, inner.clone()).prop_map(|(a, n, b)| format!("({a} NEAR/{n} {b})")),
            (inner.clone(), 0..5, inner).prop_map(|(a, n, b)| format!("({a} THEN/{n} {b})")),
        ]
    })
}

proptest! {
    #[test]
    fn parsing_never_panics(query in any::<String>()) {
        let _ = parse(&query);
    }

    #[test]
    fn problems_lie_inside_the_query_in_order(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "AND", "OR", "NOT", "NEAR/3", "NEAR", "THEN/x", "(", ")", "\"", "\"a b\"", "/a(/", "/b+/", "/", "@s",
                "@", "=", "=A", "é", "and", "not", "near/2", "a*", "*", "“x”", "&", "a", "8", "\n",
            ]),
            0..14,
        ),
    ) {
        let query = pieces.join(" ");
        if let Err(problems) = parse(&query) {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| query.get(problem.span.clone()).is_some()));
            prop_assert!(problems.is_sorted_by_key(|problem| problem.span.start));
        }
    }

    #[test]
    fn passages_lie_inside_their_part(query in any_query(), parts in prop::collection::vec("([a-eA-E] |é|\u{2019}s|-|\\PC){0,20}", 0..4)) {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        for (part, range) in find(&query, &parts).map(|found| found.passages).unwrap_or_default() {
            prop_assert!(!range.is_empty());
            prop_assert!(parts[part].get(range).is_some());
        }
    }

    #[test]
    fn unrelated_words_change_nothing(query in any_query(), text in "([a-eA-E] ){1,12}") {
        let before = find(&query, &[&text]);
        let longer = text + OTHER;
        prop_assert_eq!(find(&query, &[&longer]), before);
    }

    #[test]
    fn a_scan_agrees_with_its_operators(a in any_query(), b in any_query(), text in "([a-eA-E] ){0,12}") {
        let joint = [" AND ", " OR ", " AND NOT ", " NEAR/3 ", " THEN/3 "].map(|operator| format!("{a}{operator}{b}"));
        let [and, or, and_not, near, then] = joint.each_ref().map(String::as_str);
        let turned = format!("{b} NEAR/3 {a}");
        let (library, ids) = library([&a, &b, and, or, and_not, near, then, &turned]);
        let scan = library.scan(&analyzer(), &[&text]);
        let [a, b, and, or, and_not, near, then, turned] = ids.map(|id| scan.is_match(id));
        prop_assert_eq!((and, or, and_not), (a && b, a || b, a && !b));
        prop_assert_eq!(near, turned);
        prop_assert!(near || !then);
    }
}

#[test]
fn a_regex_matches_whatever_letters_its_text_is_written_in() {
    for (regex, text) in [
        ("/risk/", "RISK"),
        ("/risk/", "ri\u{17f}\u{212a}"),
        ("/(on|under)going/", "Undergoing"),
        (r"/\d+ days?/", "30 DAYS"),
        ("/a(b|cd?)e/", "xACDe"),
        ("/(kept )?daily/", "Daily"),
        ("/caf[eé]s/", "CAFÉS"),
        (r"/^\W*(?:to )?continu(?:e|ing)\b/", "- Continuing"),
        ("/(?-i)Risk/", "At Risk"),
        (r"/[^a]\w+/", "été"),
    ] {
        assert!(find(regex, &[text]).is_some(), "{regex} in {text}");
    }
}
