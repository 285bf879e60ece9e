//! `wsoa rules diff`: what a change of the rules changes in the verdicts, and which part of which rule did it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::runner::{Desk, Run, command, finish, wsoa};

/// A plan that answers the rota by a word of the shared set.
const ROSTER: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a roster for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
| Night desk | Return each call within the hour. | Superintendent, police | 1 May 2031 | Calls counted. |
";

/// The same with the word of another alternative.
const ROTA: &str = "\
# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By | How we know |
| --- | --- | --- | --- | --- |
| Night desk | Publish a rota for every night. | Superintendent, police | 1 May 2031 | No night without a name. |
";

const HEATH: &str = "# Answer to the visit to Bell Heath\n\n- The caretaker will light the lamps at dusk.\n";

const SHARED: &str =
    "[sets]\nroster = 'rota OR @lists OR \"table of names\"'\nlists = 'roster OR (list NEAR/3 name)'\n";

const PACK: &str = "inspections/visit-amber-quay-2031.toml";

/// A desk with the rules twice, in `old` and in `new`, and three statements.
fn desk() -> Desk {
    let desk = Desk::new();
    for version in ["old", "new"] {
        rules(&desk, version);
    }
    desk.put("plans/roster.md", ROSTER);
    desk.put("plans/deep/rota.md", ROTA);
    desk.put("plans/heath.md", HEATH);
    desk
}

/// Puts the rules of these tests into a folder, with a shared set in the place of a word.
fn rules(desk: &Desk, folder: &str) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/rules");
    for file in
        ["frameworks/visit.toml", "language/core.toml", PACK, "inspections/visit-bell-heath-2031.toml"]
    {
        desk.put(&format!("{folder}/{file}"), fs::read(from.join(file)).unwrap());
    }
    desk.put(&format!("{folder}/language/shared.toml"), SHARED);
    edit(desk, &format!("{folder}/{PACK}"), "'rota AND night'", "'@roster AND night'");
    edit(desk, &format!("{folder}/{PACK}"), "told_by = 'rota'", "told_by = '@roster'");
}

/// Changes a file of a desk.
fn edit(desk: &Desk, file: &str, from: &str, to: &str) {
    let path = desk.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn diff(desk: &Desk, args: &[&str]) -> Run {
    desk.wsoa(&[&["rules", "diff", "old", "new", "--statements", "plans"], args].concat())
}

fn json(desk: &Desk) -> Value {
    serde_json::from_str(&diff(desk, &["--format", "json"]).stdout).unwrap()
}

/// Returns the lines of a diff that say what became of passages and what did it.
fn causes(desk: &Desk) -> String {
    let run = diff(desk, &[]);
    let lines = run.stdout.lines().filter(|line| line.starts_with("        "));
    lines.map(|line| format!("{}\n", &line[8..])).collect()
}

#[test]
fn rules_that_are_the_same_change_nothing() {
    let run = diff(&desk(), &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.stdout, @"
    the rules are the same

    Verdicts that changed
      findings    0 of 5
      aspects     0 of 7
      next steps  0 of 4
    Of 3 statements something else is said of 0
    Not assessed again: 3 whose inspection has the same rules
    ");
}

#[test]
fn a_word_taken_out_of_a_shared_set_is_named_with_its_set_and_all_it_changes() {
    let desk = desk();
    edit(&desk, "new/language/shared.toml", "roster OR (list", "(list");
    let run = diff(&desk, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    insta::assert_snapshot!(run.stdout, @r#"
    1 rule file differs: language/shared.toml

    roster.md (visit-amber-quay-2031)
      night-desk: addressed → partial
        .rota: met (likely) → not met (neighbouring, likely)
          Table 1, row 2, Action (line 5): "Publish a roster for every night."
            answered (reference-and-words) → no tie
            met_by, by `@roster`: `roster` was taken out of `@lists` (language/shared.toml, line 3);
                it found "roster"
            told_by, by `@roster`: `roster` was taken out of `@lists` (language/shared.toml, line
                3); it found "roster"
      new problem: Table 1, row 2, Action (line 5): Somebody decides at night: the finding is
          answered in part (finding-partial)

    What changed verdicts of aspects
      1 `roster` was taken out of `@lists` (language/shared.toml, line 3)

    Verdicts that changed
      findings    1 of 5
      aspects     1 of 7
      next steps  0 of 4
    Of 3 statements something else is said of 1
    Not assessed again: 1 whose inspection has the same rules, 1 with no word in which the rules
        differ
    "#);
    let back = desk.wsoa(&["rules", "diff", "new", "old", "--statements", "plans"]);
    assert_eq!(back.code, Some(1));
    assert!(back.stdout.contains("`roster` was added to `@lists`"), "{}", back.stdout);
}

#[test]
fn markdown_is_fit_for_a_pull_request() {
    let desk = desk();
    edit(&desk, "new/language/shared.toml", "roster OR (list", "(list");
    edit(&desk, "plans/roster.md", "Publish a roster", r"Publish \*one\* &lt;i&gt; \| @mention of a roster");
    let run = diff(&desk, &["--format", "markdown"]);
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(run.stdout, @r#"
    ## Rules: verdicts change

    Rule files that differ: `language/shared.toml`

    | | compared | changed |
    |---|---:|---:|
    | statements | 3 | 1 |
    | findings | 5 | 1 |
    | aspects | 7 | 1 |
    | next steps | 4 | 0 |

    Not assessed again: 1 whose inspection has the same rules, 1 with no word in which the rules differ.

    ### What changed verdicts of aspects

    - 1 × `roster` was taken out of `@lists` (language/shared.toml, line 3)

    ### `roster.md`

    Answers `visit-amber-quay-2031`.

    | item | was | now | what did it |
    |---|---|---|---|
    | night-desk | addressed | **partial** |  |
    | night-desk.rota | met (likely) | **not met (neighbouring, likely)** | Table 1, row 2, Action (line 5): "Publish \*one\* &lt;i> \| &#64;mention of a roster for every night."<br>answered (reference-and-words) → no tie<br>met_by, by `@roster`: `roster` was taken out of `@lists` (language/shared.toml, line 3); it found "roster"<br>told_by, by `@roster`: `roster` was taken out of `@lists` (language/shared.toml, line 3); it found "roster" |

    - new problem: Table 1, row 2, Action (line 5): Somebody decides at night: the finding is answered in part (`finding-partial`)
    "#);
}

#[test]
fn json_holds_both_sides_of_everything_that_differs() {
    let desk = desk();
    edit(&desk, "new/language/shared.toml", "roster OR (list", "(list");
    let told = json(&desk);
    assert_eq!((&told["schema"], &told["any_verdict_changed"]), (&1.into(), &true.into()));
    assert_eq!(told["files"][0]["file"], "language/shared.toml");
    let aspect = &told["statements"][0]["items"][0]["aspects"][0];
    assert_eq!(aspect["id"], "rota");
    assert_eq!((&aspect["said"]["was"]["met"], &aspect["said"]["now"]["met"]), (&true.into(), &false.into()));
    let cause = &aspect["turned_on"][0]["causes"][0];
    assert_eq!((&cause["cause"], &cause["part"]), (&"part".into(), &"roster".into()));
    assert_eq!(cause["sets"], serde_json::json!(["@roster", "@lists"]));
    assert_eq!(
        cause["place"],
        serde_json::json!({ "file": "language/shared.toml", "line": 3, "column": 10 })
    );
}

#[test]
fn evidence_that_changes_without_a_verdict_is_told_and_no_failure() {
    let desk = desk();
    edit(&desk, &format!("new/{PACK}"), "met_by = '@roster AND night'", "met_by = '@roster AND dawn'");
    let run = diff(&desk, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    insta::assert_snapshot!(run.stdout.split("\nVerdicts").next().unwrap(), @r#"
    1 rule file differs: inspections/visit-amber-quay-2031.toml

    deep/rota.md (visit-amber-quay-2031)
      night-desk: partial as before
        .rota: met (likely) as before
          Table 1, row 2, Action (line 5): "Publish a rota for every night."
            answered (reference-and-words) → answered (reference)
            met_by: `dawn` was added (inspections/visit-amber-quay-2031.toml, line 26); nothing
                there meets it

    roster.md (visit-amber-quay-2031)
      night-desk: addressed as before
        .rota: met (likely) as before
          Table 1, row 2, Action (line 5): "Publish a roster for every night."
            answered (reference-and-words) → answered (reference)
            met_by: `dawn` was added (inspections/visit-amber-quay-2031.toml, line 26); nothing
                there meets it
    "#);
}

#[test]
fn each_kind_of_cause_is_told() {
    let mut told = String::new();
    for (file, from, to) in [
        (PACK, "NEAR/6 hour", "NEAR/1 hour"),
        (PACK, "(call OR ring) NEAR/6 hour", "(call OR ring) NEAR/6 hour AND telephone"),
        (PACK, "met_by = '(call OR ring)", "not_by = 'return'\nmet_by = '(call OR ring)"),
        (PACK, "cues = [\"night desk\"]\nabout = 'night'", "about = 'harbour'"),
        ("language/core.toml", "'\"next year\"'", "'\"next year\" OR publish'"),
        (
            "language/core.toml",
            "kind = \"firm\"",
            "kind = \"vague\"\nwhen = 'publish'\nnote = \"loose\"\n\n[[commitment]]\nkind = \"firm\"",
        ),
        ("language/core.toml", "heading = 'glossary'", "heading = 'answer'"),
    ] {
        let desk = desk();
        edit(&desk, &format!("new/{file}"), from, to);
        told.push_str(&format!("{from} -> {to}\n{}\n", causes(&desk)));
    }
    insta::assert_snapshot!(told, @r#"
    NEAR/6 hour -> NEAR/1 hour
    answered (reference-and-words) → no tie
    met_by: `(call OR ring) NEAR/6 hour` became `(call OR ring) NEAR/1 hour`
        (inspections/visit-amber-quay-2031.toml, line 35); it found "call within the hour"

    (call OR ring) NEAR/6 hour -> (call OR ring) NEAR/6 hour AND telephone
    answered (reference-and-words) → no tie
    met_by: `telephone` was added (inspections/visit-amber-quay-2031.toml, line 35); nothing
        there meets it

    met_by = '(call OR ring) -> not_by = 'return'
    met_by = '(call OR ring)
    answered (reference-and-words) → ruled out (words)
    not_by: `return` was added (inspections/visit-amber-quay-2031.toml, line 35); it finds
        "Return"

    cues = ["night desk"]
    about = 'night' -> about = 'harbour'
    answered (reference-and-words) → answered (words)
    the cue `night desk` was taken out (inspections/visit-amber-quay-2031.toml, line 16)
    about of night-desk: `night` became `harbour` (inspections/visit-amber-quay-2031.toml,
        line 20); it found "Night"
    the cue `night desk` was taken out (inspections/visit-amber-quay-2031.toml, line 16)
    about of night-desk: `night` became `harbour` (inspections/visit-amber-quay-2031.toml,
        line 20); it found "Night"
    answered (reference-and-words) → answered (words)
    the cue `night desk` was taken out (inspections/visit-amber-quay-2031.toml, line 16)
    about of night-desk: `night` became `harbour` (inspections/visit-amber-quay-2031.toml,
        line 20); it found "Night"
    answered (reference-and-words) → answered (words)
    the cue `night desk` was taken out (inspections/visit-amber-quay-2031.toml, line 16)
    about of night-desk: `night` became `harbour` (inspections/visit-amber-quay-2031.toml,
        line 20); it found "Night"

    '"next year"' -> '"next year" OR publish'
    answered (reference-and-words) → not committed
    the sentence "Publish a rota for every night." is deferred, was firm
    when of put off: `publish` was added (language/core.toml, line 35); it finds "Publish"
    the sentence "Publish a rota for every night." is deferred, was firm
    when of put off: `publish` was added (language/core.toml, line 35); it finds "Publish"
    answered (reference-and-words) → not committed
    the sentence "Publish a roster for every night." is deferred, was firm
    when of put off: `publish` was added (language/core.toml, line 35); it finds "Publish"

    kind = "firm" -> kind = "vague"
    when = 'publish'
    note = "loose"

    [[commitment]]
    kind = "firm"
    answered (reference-and-words) → not committed
    the sentence "Publish a rota for every night." is vague, was firm
    the rule `loose` was added (language/core.toml, line 40)
    the sentence "Publish a rota for every night." is vague, was firm
    the rule `loose` was added (language/core.toml, line 40)
    answered (reference-and-words) → not committed
    the sentence "Publish a roster for every night." is vague, was firm
    the rule `loose` was added (language/core.toml, line 40)

    heading = 'glossary' -> heading = 'answer'
    answered (reference-and-words) → no action
    one version alone reads this as an action
    no tie → no action
    one version alone reads this as an action
    answered (words) → no action
    one version alone reads this as an action
    answered (reference-and-words) → no action
    one version alone reads this as an action
    answered (reference-and-words) → no action
    one version alone reads this as an action
    no tie → no action
    one version alone reads this as an action
    "#);
}

#[test]
fn an_item_or_an_inspection_of_one_version_alone_is_a_change() {
    let desk = desk();
    let text = fs::read_to_string(desk.path().join("new").join(PACK)).unwrap();
    let start = text.find("[[finding]]\nid = \"lost-letters\"").unwrap();
    let end = text.find("[[next_step]]").unwrap();
    desk.put(&format!("new/{PACK}"), format!("{}{}", &text[..start], &text[end..]));
    fs::remove_file(desk.path().join("new/inspections/visit-bell-heath-2031.toml")).unwrap();
    let run = diff(&desk, &[]);
    assert_eq!(run.code, Some(1));
    for told in [
        "lost-letters: unaddressed → not there",
        "heath.md: is held to answer no inspection, was visit-bell-heath-2031",
        "inspections/visit-bell-heath-2031.toml (gone)",
    ] {
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
}

#[test]
fn what_stands_beside_a_statement_says_its_inspection_and_day() {
    let desk = desk();
    desk.put("plans/plain.txt", "- Publish a roster for every night.\n");
    desk.put("plans/plain.expect.toml", "inspection = \"visit-amber-quay-2031\"\nas_of = 2031-07-01\n");
    desk.put("plans/other.txt", "- Publish a roster for every night.\n");
    desk.put("plans/other.gold.json", r#"{ "inspection": "visit-amber-quay-2032" }"#);
    edit(&desk, "new/language/shared.toml", "roster OR (list", "(list");
    let run = diff(&desk, &[]);
    assert!(run.stdout.contains("\nplain.txt (visit-amber-quay-2031)\n"), "{}", run.stdout);
    let left_out = "left out: other.txt: there is no inspection `visit-amber-quay-2032` in the rules";
    assert!(run.stdout.contains(left_out), "{}", run.stdout);
    desk.put("plans/other.gold.json", "{ inspection");
    let run = diff(&desk, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    assert!(run.stderr.contains("other.gold.json` cannot be read"), "{}", run.stderr);
}

#[test]
fn a_file_that_cannot_be_read_is_left_out_and_told() {
    let desk = desk();
    desk.put("plans/broken.docx", b"PK\x03\x04 not a document");
    desk.put("plans/notes.md", "Our plan for the year.\n");
    desk.put("plans/plan.py", "print('Amber Quay')");
    let run = diff(&desk, &[]);
    assert_eq!(run.code, Some(0));
    let left_out: Vec<&str> = run.stdout.lines().filter(|line| line.starts_with("left out")).collect();
    assert_eq!(left_out.len(), 2, "{left_out:?}");
    assert!(left_out[0].starts_with("left out: broken.docx: `broken.docx` cannot be read: "), "{left_out:?}");
    assert_eq!(left_out[1], "left out: notes.md: it does not say which inspection it answers");
}

#[test]
fn rules_that_do_not_load_end_with_code_4_and_name_their_version() {
    let desk = desk();
    for version in ["old", "new"] {
        let shared = format!("{version}/language/shared.toml");
        edit(&desk, &shared, "rota OR", "rota OR OR");
        let run = diff(&desk, &[]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""));
        assert!(run.stderr.contains(&format!("{shared}:2:")), "{}", run.stderr);
        edit(&desk, &shared, "rota OR OR", "rota OR");
    }
    let run = desk.wsoa(&["rules", "diff", "old", "new", "--statements", "nowhere"]);
    assert_eq!(run.code, Some(3));
    insta::assert_snapshot!(run.stderr, @"
    error: the statements in `nowhere` cannot be read: No such file or directory (os error 2)
    help: name a folder that holds statements with `--statements DIR`
    ");
}

/// Runs git in a desk.
fn git(desk: &Desk, args: &[&str]) {
    let mut git = std::process::Command::new("git");
    git.args(["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]).args(args);
    git.current_dir(desk.path()).env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = git.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A desk that is a repository of two commits: the second takes a word out.
fn repository() -> Desk {
    let desk = Desk::new();
    rules(&desk, "rules");
    desk.put("plans/roster.md", ROSTER);
    git(&desk, &["init", "--quiet"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "--quiet", "-m", "Know both words"]);
    edit(&desk, "rules/language/shared.toml", "roster OR (list", "(list");
    git(&desk, &["commit", "--quiet", "-a", "-m", "Forget one"]);
    desk
}

#[test]
fn revisions_are_compared_like_folders() {
    let desk = repository();
    let told = |old: &str, new: &str| {
        let run = desk.wsoa(&["rules", "diff", old, new, "--statements", "plans"]);
        assert_eq!(run.stderr, "");
        (run.code, run.stdout)
    };
    let between = told("HEAD~1", "HEAD");
    assert_eq!(between.0, Some(1));
    assert!(between.1.contains("`roster` was taken out of `@lists` (language/shared.toml, line 3)"));
    assert_eq!(told("HEAD~1", "rules"), between, "the folder holds what the revision does");
    assert_eq!(told("HEAD", "rules").0, Some(0));
    edit(&desk, "rules/language/shared.toml", "rota OR", "rota OR roster OR");
    assert_eq!(told("HEAD~1", "rules").0, Some(0), "the word is there again, in another place");
}

#[test]
fn a_revision_is_read_from_anywhere_in_its_repository() {
    let desk = repository();
    let mut inside =
        command(&desk.path().join("plans"), &["rules", "diff", "HEAD~1", "HEAD", "--statements", "."]);
    assert_eq!(finish(&mut inside).code, Some(1));
}

#[test]
fn what_is_no_version_is_told_with_what_would_be_one() {
    let desk = repository();
    git(&desk, &["rm", "--quiet", "-r", "rules"]);
    git(&desk, &["commit", "--quiet", "-m", "Take the rules away"]);
    let mut said = String::new();
    let outside = Desk::new();
    outside.put("plans/roster.md", ROSTER);
    for (desk, old) in [(&desk, "HEAD~9"), (&desk, "--all"), (&desk, "HEAD"), (&outside, "HEAD")] {
        let run = desk.wsoa(&["rules", "diff", "--statements", "plans", "--", old, "HEAD~1"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""), "{old}");
        // What git adds in brackets differs from place to place.
        let lines = run.stderr.lines().map(|line| line.split(" (or any").next().unwrap_or_default());
        said.push_str(&lines.map(|line| format!("{line}\n")).collect::<String>());
    }
    let mut without = command(desk.path(), &["rules", "diff", "HEAD~1", "HEAD~2", "--statements", "plans"]);
    let run = finish(without.env("PATH", desk.path()));
    assert_eq!(run.code, Some(4));
    said.push_str(&run.stderr);
    insta::assert_snapshot!(said, @"
    error: `HEAD~9` is neither a folder of rules nor a revision of the repository you stand in
    help: name a folder such as `rules`, or a revision such as `main` or `HEAD~1`
    error: `--all` is neither a folder of rules nor a revision of the repository you stand in
    help: name a folder such as `rules`, or a revision such as `main` or `HEAD~1`
    error: the revision `HEAD` holds no rule file in `rules/`
    help: name a revision of a repository that has the rules in a folder `rules` at its top
    error: `HEAD` is neither a folder of rules nor a revision of the repository you stand in: not a git repository
    help: name a folder such as `rules`, or a revision such as `main` or `HEAD~1`
    error: `HEAD~1` is no folder, and git, which knows revisions, is not installed
    help: name a folder of rules, or install git
    ");
}

/// What a check says of each aspect: its verdict, evidence and all, as JSON.
fn aspects_by_check(rules: &Path, statement: &str) -> Vec<(String, Value)> {
    let rules = rules.to_str().unwrap();
    let pack = "jtai-central-bedfordshire-2016";
    let day = ["--as-of", "2016-08-09", "--format", "json"];
    let run = wsoa(&[&["check", statement, "--rules", rules, "--pack", pack], &day[..]].concat());
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    let mut aspects = Vec::new();
    for item in told["items"].as_array().unwrap() {
        for aspect in item["aspects"].as_array().into_iter().flatten() {
            aspects.push((aspect_id(item, aspect), aspect.clone()));
        }
    }
    aspects
}

fn aspect_id(item: &Value, aspect: &Value) -> String {
    format!("{}.{}", item["id"].as_str().unwrap(), aspect["id"].as_str().unwrap())
}

/// A synonym taken out of a shared set of the shipped rules: the aspects that change are exactly those that two checks tell
/// apart, and the set and the word are named.
#[test]
fn a_synonym_of_the_shipped_rules_changes_what_two_checks_tell_apart() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = project.join("rules");
    for (statement, file, set, word) in [
        ("tests/labelled/consortium.md", "health-and-tool.toml", "@boys", "male"),
        ("tests/labelled/promises.md", "health-and-tool.toml", "@assess-again", "afresh"),
    ] {
        let desk = Desk::new();
        copy(&shipped, &desk.path().join("rules"));
        edit(&desk, &format!("rules/language/{file}"), &format!("OR {word} OR"), "OR");
        let changed_rules = desk.path().join("rules");
        let was = aspects_by_check(&shipped, statement);
        let now = aspects_by_check(&changed_rules, statement);
        let differing = || was.iter().zip(&now).filter(|(was, now)| was != now);
        let expected: Vec<&str> = differing().map(|((id, _), _)| id.as_str()).collect();
        let decides = differing().any(|((_, was), (_, now))| was["met"] != now["met"]);
        assert!(decides, "{word} no longer decides a verdict on {statement}; choose another word");

        let name = statement.rsplit('/').next().unwrap();
        let stem = name.split('.').next().unwrap();
        let pack = "inspection = \"jtai-central-bedfordshire-2016\"\n";
        desk.put(&format!("plans/{name}"), fs::read(project.join(statement)).unwrap());
        desk.put(&format!("plans/{stem}.expect.toml"), pack);
        desk.put("plans/letter.txt", fs::read(project.join("tests/statements/letter-reply.txt")).unwrap());
        let args = ["--statements", "plans", "--as-of", "2016-08-09", "--format", "json"];
        let run = desk.wsoa(&[&["rules", "diff", shipped.to_str().unwrap(), "rules"], &args[..]].concat());
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        let told: Value = serde_json::from_str(&run.stdout).unwrap();
        let statements = told["statements"].as_array().unwrap();
        let change = statements.iter().find(|change| change["statement"] == name).unwrap();
        let mut changed = Vec::new();
        for item in change["items"].as_array().unwrap() {
            for aspect in item["aspects"].as_array().into_iter().flatten() {
                let met = |side: &str| aspect["said"][side]["met"].as_bool().unwrap();
                if met("was") != met("now") {
                    let causes = aspect["turned_on"][0]["causes"].as_array().unwrap();
                    let names = |cause: &Value| {
                        cause["part"] == word && cause["sets"].as_array().unwrap().contains(&set.into())
                    };
                    assert!(causes.iter().any(names), "{}: {causes:?}", aspect_id(item, aspect));
                }
                changed.push(aspect_id(item, aspect));
            }
        }
        assert_eq!(changed, expected, "{statement} without {word}");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}
