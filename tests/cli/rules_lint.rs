//! `wsoa rules lint` over a pack full of faults: each is named at its place, and nothing else is.

use wsoa::pack::{Code, Severity};

use crate::runner::{Desk, Run, wsoa};

const DOUBTFUL: &str = "tests/fixtures/rules-doubtful";
const PACK: &str = include_str!("../fixtures/rules-doubtful/inspections/weir.toml");
const CORE: &str = include_str!("../fixtures/rules-doubtful/language/core.toml");
const VISIT: &str = include_str!("../fixtures/rules-doubtful/frameworks/visit.toml");

/// Everything beside the rules that lint can hold them against.
const BESIDE: [&str; 6] = [
    "--register",
    "tests/fixtures/doubtful-register.toml",
    "--letter",
    "tests/fixtures/doubtful-letter.txt",
    "--as-of",
    "2032-04-01",
];

/// A desk with the rules full of faults in the folder `rules`.
pub(crate) fn desk() -> Desk {
    let desk = Desk::with("rules/inspections/weir.toml", PACK);
    desk.put("rules/language/core.toml", CORE);
    desk.put("rules/frameworks/visit.toml", VISIT);
    desk
}

/// Returns a line for each problem drawn: its code and its place, then what is said of it.
pub(crate) fn problems(run: &Run) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let (mut code, mut at) = ("", String::new());
    for line in run.stdout.lines() {
        if line.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()) && !line.is_empty()
        {
            (code, at) = (line, String::new());
        } else if let Some(message) = line.strip_prefix("  ⚠ ").or(line.strip_prefix("  × ")) {
            found.push(message.to_owned());
        } else if let Some(rest) = line.strip_prefix("  │ ") {
            *found.last_mut().unwrap() += &format!(" {rest}");
        } else if let Some((_, place)) = line.split_once("╭─[") {
            // Where a problem has two places that stand far apart, the last one drawn is the place to change.
            at = place.trim_end_matches(']').rsplit('/').next().unwrap().to_owned();
        } else if let Some(help) = line.strip_prefix("  help: ") {
            let message = found.pop().unwrap();
            found.push(format!("{}\n  {message}\n  {help}", format!("{code} {at}").trim_end()));
        } else if let (Some(last), Some(more)) = (found.last_mut(), line.strip_prefix("        ")) {
            // Help that goes on; the drawing of the source is set off by bars.
            if !more.contains(['│', '·', '╰']) {
                *last += &format!(" {}", more.trim());
            }
        }
    }
    found
}

#[test]
fn each_fault_is_named_at_its_place_and_nothing_else_is() {
    let run = wsoa(&[&["rules", "lint", DOUBTFUL], &BESIDE[..]].concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!run.stdout.contains("Failed to read"), "a label lies outside its file");
    let found = problems(&run);
    assert!(run.stdout.ends_with(&format!("4 files, 4 aspects, {} warnings\n", found.len())));
    insta::assert_snapshot!(found.join("\n"), @r#"
    unknown-item
      the register has the inspection `visit-mill-ford-2032`, and no rules do
      write a file for it in `inspections`
    unfinished visit-low-lock-2032.toml:5:8
      `area` is still blank
      put what the letter says here into words of your own
    unfinished visit-low-lock-2032.toml:6:18
      `inspectorates` is still blank
      put what the letter says here into words of your own
    unfinished visit-low-lock-2032.toml:14:11
      `summary` is still blank
      put what the letter says here into words of your own
    unfinished visit-low-lock-2032.toml:20:8
      `asks` is still blank
      put what the letter says here into words of your own
    unfinished visit-low-lock-2032.toml:22:10
      `accept` has no sentence yet
      write at least two sentences of your own that meet it, and two near misses that do not
    unfinished visit-low-lock-2032.toml:23:10
      `reject` has no sentence yet
      write at least two sentences of your own that meet it, and two near misses that do not
    file-name weir.toml:2:6
      the file of `visit-harrow-weir-2032` is called `weir.toml`
      rename the file to `visit-harrow-weir-2032.toml`
    expired-fact weir.toml:9:24
      the name of `board` ended on 2019-09-29, and the letter came out on 2032-03-03
      name the body that did its work on that day, or mend the dates of the [[agency]]
    unknown-item weir.toml:13:6
      the register has no item `submision` here
      did you mean `submission`?
    unknown-item weir.toml:19:6
      the aspect `in-the-record` of the register is missing here
      add it; what the register asks must be checked
    shadowed-synonym weir.toml:28:20
      `calls` finds nothing that `call` beside it does not find
      leave it out
    shadowed-synonym weir.toml:28:62
      `"night desk"` finds nothing that `desk` beside it does not find
      leave it out
    shadowed-synonym weir.toml:28:78
      `"duty desk"` finds nothing that `desk` beside it does not find
      leave it out
    never-matches weir.toml:29:34
      this rules out what must be there, so that nothing matches
      take one of the two out
    ambiguous-accept weir.toml:37:3
      this answers `night-calls.decided` rather than the aspect that accepts it
      reword it so that it does what this aspect asks, or move it to `night-calls.decided`
    example-twice weir.toml:45:3
      this sentence stands in `picked-up.reject` already
      remove one of the two, or say the other in another voice
    example-twice weir.toml:46:3
      nearly the same sentence stands in `picked-up.reject` already
      remove one of the two, or say the other in another voice
    unknown-item weir.toml:50:6
      the register has no aspect `decided` here
      write the id as the register has it; ids are final
    never-matches weir.toml:52:11
      both sides of `NEAR/4` are the same, so that the words must stand twice
      ask for the word alone, or name the other word that must stand near it
    never-matches weir.toml:53:12
      `told_by` matches none of the sentences that the aspect accepts
      widen it until it matches those in the most usual words; `wsoa rules test` shows what is missing
    example-twice weir.toml:56:3
      `picked-up.accept` holds this sentence too
      remove one of the two, or say the other in another voice
    cue-twice weir.toml:77:9
      `at night` stands in a cue of `night-calls`, so that it names both
      give each finding cues of its own, of the words by which only it is called
    no-profile weir.toml:80:6
      `same-worker` has 3 accepted and 3 rejected sentences, too few to tell it by
      write at least six of either, in different voices
    matches-nearly-any weir.toml:82:11
      `met_by` matches 4 of the 13 sentences that other findings accept
      ask for the matter too: join what it is about with `AND`, or rule its neighbours out with `not_by`
    slow-pattern weir.toml:82:21
      `no*` has only 2 letters before its `*`
      write the words out, or give it more letters
    slow-pattern weir.toml:82:28
      the regular expression begins with anything, so that it is tried from every letter
      leave the beginning out: it is looked for anywhere
    slow-pattern weir.toml:82:40
      the regular expression runs on over any words in two places
      give one of them a limit, such as `{0,40}`, or write the words as a query
    letter-words weir.toml:90:8
      these 15 words stand in the letter (tests/fixtures/doubtful-letter.txt: line 5)
      say it in your own words; of a letter only a cue of a few words may stand here
    shadowed-synonym core.toml:2:22
      `answering` finds nothing that `answer*` beside it does not find
      leave it out
    unused-set core.toml:3:1
      no query uses the set `@ghost`
      remove it, or use it
    unused-set core.toml:4:1
      no query uses the set `@spectre`
      remove it, or use it
    unused-set core.toml:5:1
      no query uses the set `@phantom`
      remove it, or use it
    expired-fact core.toml:21:9
      the calendar ends on 2031-12-31, before 2032-04-01, so that working days cannot be counted
      add the holidays of the years that follow, and move `until`
    slow-pattern core.toml:26:11
      the regular expression begins with anything, so that it is tried from every letter
      leave the beginning out: it is looked for anywhere
    "#);
}

#[test]
fn every_kind_of_doubt_is_among_them() {
    let found = problems(&wsoa(&[&["rules", "lint", DOUBTFUL], &BESIDE[..]].concat()));
    for code in Code::ALL.iter().filter(|code| code.severity() == Severity::Warning) {
        assert!(found.iter().any(|one| one.starts_with(code.name())), "{code}");
    }
}

#[test]
fn a_doubt_is_drawn_inside_the_query() {
    let run = wsoa(&["rules", "lint", DOUBTFUL]);
    let from = run.stdout.find("shadowed-synonym").unwrap();
    let to = run.stdout[from..].find("help:").unwrap();
    insta::assert_snapshot!(&run.stdout[from..from + to], @r#"
    shadowed-synonym

      ⚠ `calls` finds nothing that `call` beside it does not find
        ╭─[tests/fixtures/rules-doubtful/inspections/weir.toml:28:20]
     27 │ asks = "A person picks up each call at night"
     28 │ met_by = '(call OR calls OR ringing) AND (@answer OR desk OR "night desk" OR "duty desk") AND NOT calling'
        ·            ──┬─    ─────
        ·              ╰── finds it already
     29 │ not_by = 'leaflet OR (poster AND NOT poster)'
        ╰────
    "#);
}

#[test]
fn without_a_register_a_letter_and_a_day_nothing_is_said_of_them() {
    let (with, without) = (
        problems(&wsoa(&[&["rules", "lint", DOUBTFUL], &BESIDE[..]].concat())),
        problems(&wsoa(&["rules", "lint", DOUBTFUL])),
    );
    let mut gone: Vec<&str> =
        with.iter().filter(|one| !without.contains(one)).map(|one| one.lines().next().unwrap()).collect();
    gone.sort_unstable();
    insta::assert_snapshot!(gone.join("\n"), @"
    expired-fact core.toml:21:9
    letter-words weir.toml:90:8
    unknown-item
    unknown-item weir.toml:13:6
    unknown-item weir.toml:19:6
    unknown-item weir.toml:50:6
    ");
    assert!(without.iter().all(|one| with.contains(one)));
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    assert_eq!(wsoa(&["rules", "lint", DOUBTFUL]).code, Some(0));
    assert_eq!(wsoa(&["rules", "lint", DOUBTFUL, "--deny-warnings"]).code, Some(1));
    let sound = desk();
    std::fs::remove_file(sound.path().join("rules/inspections/weir.toml")).unwrap();
    sound.put("rules/language/core.toml", "[sets]\n");
    let run = sound.wsoa(&["rules", "lint", "rules", "--deny-warnings"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "2 files, 0 aspects, no problems\n"));
}

/// Faults that keep the pack from loading, put in beside those that are there.
const ERRORS: [(&str, &str); 6] = [
    ("[inspection]", "# A broken pack\n[inspection]"),
    ("published = 2032-03-03", "published = \"2032-03-03\""),
    ("lead = \"council\"", "lead = \"counsel\""),
    ("asks = \"Sent to", "askes = \"Sent to"),
    ("'archive'", "'archive shelf'"),
    ("agencies = [\"council\"]\ncues = [\"at night\"]", "agencies = []\ncues = [\"at night\"]"),
];

#[test]
fn errors_and_doubts_are_named_in_one_run() {
    let desk = desk();
    let broken = ERRORS.iter().fold(PACK.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    });
    desk.put("rules/inspections/weir.toml", broken);
    let run = desk.wsoa(&["rules", "lint", "rules"]);
    assert_eq!(run.code, Some(4));
    let places: Vec<String> =
        problems(&run).iter().map(|one| one.lines().next().unwrap().to_owned()).collect();
    insta::assert_snapshot!(places.join("\n"), @"
    file-name weir.toml:3:6
    wrong-type weir.toml:8:13
    unknown-agency weir.toml:9:8
    missing-key weir.toml:13:1
    unknown-key weir.toml:15:1
    shadowed-synonym weir.toml:29:20
    shadowed-synonym weir.toml:29:62
    shadowed-synonym weir.toml:29:78
    never-matches weir.toml:30:34
    ambiguous-accept weir.toml:38:3
    example-twice weir.toml:46:3
    example-twice weir.toml:47:3
    never-matches weir.toml:53:11
    never-matches weir.toml:54:12
    query-syntax weir.toml:55:11
    example-twice weir.toml:57:3
    empty-text weir.toml:77:12
    cue-twice weir.toml:78:9
    no-profile weir.toml:81:6
    matches-nearly-any weir.toml:83:11
    slow-pattern weir.toml:83:21
    slow-pattern weir.toml:83:28
    slow-pattern weir.toml:83:40
    shadowed-synonym core.toml:2:22
    slow-pattern core.toml:26:11
    ");
}

#[test]
fn one_file_is_doubted_alone_and_nothing_is_taken_for_unused() {
    let desk = desk();
    let run = desk.wsoa(&["rules", "lint", "--rules", "rules", "rules/language/core.toml"]);
    let places: Vec<String> =
        problems(&run).iter().map(|one| one.lines().next().unwrap().to_owned()).collect();
    assert_eq!(places, ["shadowed-synonym core.toml:2:22", "slow-pattern core.toml:26:11"]);
}

#[test]
fn what_the_rules_are_held_against_must_be_readable() {
    let desk = desk();
    desk.put("register.toml", "[[inspection]]\nname = 'weir'\n");
    let run = desk.wsoa(&["rules", "lint", "rules", "--register", "register.toml"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr, @"
    error: `register.toml` is no register: line 1: missing field `id`
    help: it holds an [[inspection]] with an `id` for each inspection, and under it [[inspection.item]]s
    ");
    assert_eq!(desk.wsoa(&["rules", "lint", "rules", "--register", "none.toml"]).code, Some(3));
    assert_eq!(desk.wsoa(&["rules", "lint", "rules", "--letter", "none.pdf"]).code, Some(3));
}
