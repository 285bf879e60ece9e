//! Rules drafted from a letter: `check --letter` without rules, and `rules new`.

use serde_json::Value;

use crate::runner::{Desk, Run};

const LETTER: &str = include_str!("../letter/gull-rock.md");

/// A plan that takes up each item in another way: by quotation, by heading and number, reworded as what is wanted, and
/// below the letter's own heading. Nothing is said of the curfew log.
const PLAN: &str = "\
# Gull Rock answers

| Finding | Action | Owner | By when | How we will know |
|---|---|---|---|---|
| The board's audits of lighthouse referrals do not show whether children are safer. | The audit group will read \
twenty lighthouse referrals again each quarter and ask each family whether the child is safer. | Board manager | 1 May \
2031 | Share of children found safer at the second reading |
| LSCB 2 | The board will adopt a strategy on harm by smugglers, and every ferry crew will be given one number to call. \
| Board chair | 1 June 2031 | Trial calls answered |
| Return interviews are timely | An independent worker will meet each child within 72 hours of the return, and the team \
manager will check ten interviews a month. | Missing team manager | 1 May 2031 | Share of interviews within 72 hours |
| Carers are told when a child is found on the mainland | The night watch sergeant will ring the carers within the hour \
and write the time of the call in the record. | Night watch sergeant | 1 May 2031 | Share of calls within the hour |

## Health services on the island

The head of nursing will hold a weighing clinic in each fishing village every Monday from 1 May 2031, and will report the \
number of babies weighed to the board each month.
";

fn desk() -> Desk {
    let desk = Desk::with("letter.md", LETTER);
    desk.put("plan.md", PLAN);
    desk
}

fn check(desk: &Desk, args: &[&str]) -> Run {
    let check = ["check", "plan.md", "--letter", "letter.md", "--as-of", "2031-04-01", "--fail-on", "error"];
    desk.wsoa(&[&check, args].concat())
}

fn json(desk: &Desk, args: &[&str]) -> Value {
    let run = check(desk, &[&["--format", "json"], args].concat());
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr))
}

fn item<'j>(json: &'j Value, id: &str) -> &'j Value {
    json["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap()
}

/// The findings of a check, each with its verdict.
fn verdicts(json: &Value) -> Vec<(String, String)> {
    let items = json["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "finding");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    items.map(|item| (text(&item["id"]), text(&item["verdict"]))).collect()
}

#[test]
fn a_plan_is_held_against_what_the_letter_alone_asks() {
    let json = json(&desk(), &[]);
    let found: Vec<String> = verdicts(&json).iter().map(|(id, verdict)| format!("{id}: {verdict}")).collect();
    insta::assert_snapshot!(found.join("\n"), @"
    audit-and-quality-assurance: addressed
    strategy-harm-smugglers: addressed
    missing-children: addressed
    officers-night-watch: partial
    unborn-and-babies: addressed
    ");
}

#[test]
fn each_way_to_name_an_item_ties_the_action_to_it() {
    // Each row or section is taken away in turn, and with it goes the answer.
    for (words, id) in [
        ("| The board's audits", "audit-and-quality-assurance"),
        ("| LSCB 2", "strategy-harm-smugglers"),
        ("| Return interviews", "missing-children"),
        ("The head of nursing", "unborn-and-babies"),
    ] {
        let lines: Vec<&str> = PLAN.lines().filter(|line| !line.starts_with(words)).collect();
        assert_eq!(lines.len() + 1, PLAN.lines().count(), "{words}");
        let desk = desk();
        assert_eq!(item(&json(&desk, &[]), id)["verdict"], "addressed", "{id}");
        desk.put("plan.md", lines.join("\n"));
        assert_eq!(item(&json(&desk, &[]), id)["verdict"], "unaddressed", "{id}");
    }
}

#[test]
fn nothing_is_sure_that_rests_on_a_draft() {
    let run = check(&desk(), &["--format", "json"]);
    assert!(run.stdout.contains("\"likely\""));
    assert!(!run.stdout.contains("\"sure\""), "{}", run.stdout);
    assert!(!check(&desk(), &[]).stdout.contains("sure)"));
    assert_eq!(
        run.stderr,
        "note: checked against a draft of rules made from the letter: read every verdict yourself\n"
    );
}

#[test]
fn a_program_can_lay_each_item_beside_the_letter() {
    let checked = json(&desk(), &[]);
    assert_eq!(checked["pack"]["draft"], true);
    insta::assert_json_snapshot!(item(&checked, "officers-night-watch")["letter"], @r#"
    {
      "location": {
        "character": 1,
        "file": "letter.md",
        "headings": [
          "Joint targeted area inspection of Gull Rock",
          "Areas for improvement",
          "Children who go missing"
        ],
        "line": 22,
        "text": "Children who go missing, bullet 2"
      },
      "order": 4,
      "text": "Officers of the night watch do not tell carers when a child is found on the mainland. The curfew log is..."
    }
    "#);
    let letter: Value =
        serde_json::from_str(&desk().wsoa(&["letter", "letter.md", "--format", "json"]).stdout).unwrap();
    for item in checked["items"].as_array().unwrap() {
        let beside = &item["letter"];
        let order = usize::try_from(beside["order"].as_u64().unwrap()).unwrap();
        let asked = &letter["items"][order - 1];
        assert_eq!(beside["location"], asked["location"]);
        let text = beside["text"].as_str().unwrap().trim_end_matches("...");
        assert!(asked["text"].as_str().unwrap().starts_with(text), "{text}");
        assert!(text.chars().count() <= 110);
    }
}

#[test]
fn the_report_says_on_what_it_rests_and_where_the_letter_asks() {
    let run = check(&desk(), &[]);
    let gap = run.stdout.find("officers-night-watch.").unwrap();
    let (head, rest) = (run.stdout.lines().take(4), &run.stdout[gap..]);
    let head: Vec<&str> = head.collect();
    insta::assert_snapshot!(head.join("\n"), @"
    1 of 5 findings needs work; 70 days left
    Joint targeted area inspection, Gull Rock
    Verdicts rest on rules drafted from the letter and are likely at best
    ");
    insta::assert_snapshot!(&rest[..rest.find("also near").unwrap()], @"
    officers-night-watch.demand-2 (no-tie, likely)

      × not met: The curfew log is incomplete, so that nobody can see which families have asked for
      │ help three times or more in one winter.
       ╭─[plan.md, Table 1, row 2, Action (line 5)]
     1 │ The audit group will read twenty lighthouse referrals again each quarter and ask each family
       · ──────────────────────────────────────────────┬─────────────────────────────────────────────
       ·                                               ╰── nothing ties this to it
     2 │ whether the child is safer.
       ╰────

    Advice:
      ☞ asked in: Children who go missing, bullet 2
       ╭─[letter.md, Children who go missing, bullet 2]
     1 │ The curfew log is incomplete, so that nobody can see which families have asked for help
       · ───────────────────────────────────────────┬───────────────────────────────────────────
       ·                                            ╰── asked here
     2 │ three times or more in one winter.
       ╰────
    ");
    let quiet = check(&desk(), &["--quiet"]);
    assert!(quiet.stdout.contains("likely at best"));
}

/// A letter of an inspection that the shipped rules know, in words of our own.
const KNOWN: &str = "\
# Joint targeted area inspection of Central Bedfordshire

10 May 2016

Dear partnership

This inspection took place from 14 to 18 March 2016.

## Areas for improvement

- The pier lamp is out on most nights.
";

#[test]
fn the_rules_of_a_known_letter_are_used_unless_a_draft_is_asked_for() {
    let desk = desk();
    desk.put("letter.md", KNOWN);
    let known = json(&desk, &[]);
    assert_eq!(known["pack"]["id"], "jtai-central-bedfordshire-2016");
    assert_eq!(known["pack"].get("draft"), None);
    assert!(known["items"].as_array().unwrap().iter().all(|item| item.get("letter").is_none()));
    assert_eq!(
        check(&desk, &["--quiet"]).stderr,
        "note: recognised the inspection from its letter: jtai-central-bedfordshire-2016\n"
    );
    let draft = json(&desk, &["--pack", "draft"]);
    assert_eq!(draft["pack"]["draft"], true);
    assert_eq!(draft["pack"]["id"], "jtai-central-bedfordshire-2016");
    assert_eq!(verdicts(&draft).len(), 1);
    // Another day, another inspection.
    desk.put("letter.md", KNOWN.replace("2016", "2018"));
    assert_eq!(json(&desk, &[])["pack"]["id"], "jtai-central-bedfordshire-2018");
}

#[test]
fn a_draft_needs_a_letter_of_a_known_kind_that_asks_for_something() {
    let desk = desk();
    let run = desk.wsoa(&["check", "plan.md", "--pack", "draft"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr, @"
    error: `--pack draft` makes rules from the letter, and no letter is named
    help: name the letter too, as in `--letter letter.pdf --pack draft`
    ");
    desk.put(
        "letter.md",
        "# A note from the harbour\n\n## Areas for improvement\n\n- The pier must be mended.\n",
    );
    let run = check(&desk, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: no rules can be made from the letter `letter.md`: it does not show of what kind of inspection it is
    help: `wsoa letter letter.md` shows what was read of it; or name the inspection with `--pack ID`
    ");
    let run = desk.wsoa(&["rules", "new", "--from", "letter.md", "-o", "new.toml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(3), ""));
    insta::assert_snapshot!(run.stderr, @"
    error: no rules can be made from the letter `letter.md`: it does not show of what kind of inspection it is
    help: `wsoa letter letter.md` shows what was read of it; or copy the file in `rules/inspections` that is most like yours
    ");
    assert!(!desk.path().join("new.toml").exists());
    desk.put("letter.md", "# Joint targeted area inspection of Gull Rock\n\nAll is well.\n");
    let run = check(&desk, &[]);
    assert_eq!(run.code, Some(3));
    insta::assert_snapshot!(run.stderr, @"
    error: no rules can be made from the letter `letter.md`: nothing was found in it that is to be improved
    help: `wsoa letter letter.md` shows what was read of it; or name the inspection with `--pack ID`
    ");
}

#[test]
fn new_rules_lint_clean_but_for_their_blanks() {
    let desk = desk();
    let file = "jtai-gull-rock-2031.toml";
    let run = desk.wsoa(&["rules", "new", "--from", "letter.md", "-o", file]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    insta::assert_snapshot!(run.stdout, @"
    jtai-gull-rock-2031.toml: 8 items of the letter
    `wsoa rules lint jtai-gull-rock-2031.toml` lists what is still to be filled in
    ");
    let lint = desk.wsoa(&["rules", "lint", file, "--letter", "letter.md"]);
    assert_eq!(lint.code, Some(0), "{}", lint.stdout);
    let codes = crate::rules_lint::problems(&lint);
    assert!(codes.iter().all(|one| one.starts_with("unfinished ")), "{codes:#?}");
    let text = std::fs::read_to_string(desk.path().join(file)).unwrap();
    let blanks = text.matches("\"TODO\"").count() + text.matches(" = []").count();
    assert_eq!(codes.len(), blanks);
    assert_eq!(desk.wsoa(&["rules", "lint", file, "--deny-warnings"]).code, Some(1));
    // What is printed is what is kept.
    assert_eq!(desk.wsoa(&["rules", "new", "--from", "letter.md"]).stdout, text);
}

#[test]
fn a_file_that_is_there_is_written_over_only_by_force() {
    let desk = desk();
    desk.put("mine.toml", "# mine\n");
    let new = ["rules", "new", "--from", "letter.md", "-o", "mine.toml"];
    let run = desk.wsoa(&new);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr.lines().last().unwrap(),
        "help: name another file, or write over it with `--force`"
    );
    let kept = || std::fs::read_to_string(desk.path().join("mine.toml")).unwrap();
    assert_eq!(kept(), "# mine\n");
    let run = desk.wsoa(&[&new[..], &["--force"]].concat());
    assert_eq!(run.code, Some(0));
    assert!(run.stdout.contains("name the file so, or change its `id`"), "{}", run.stdout);
    assert!(kept().starts_with("#:schema"));
}

#[test]
fn two_drafts_of_one_inspection_do_not_stand_side_by_side() {
    let desk = desk();
    desk.put("letter.md", KNOWN);
    for folder in ["language", "frameworks"] {
        for file in std::fs::read_dir(format!("{}/rules/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let file = file.unwrap();
            let name = format!("rules/{folder}/{}", file.file_name().to_str().unwrap());
            desk.put(&name, std::fs::read(file.path()).unwrap());
        }
    }
    desk.put("rules/inspections/.keep", "");
    let new = |name: &str| {
        let path = format!("rules/inspections/{name}");
        desk.wsoa(&["rules", "new", "--from", "letter.md", "--rules", "rules", "-o", &path])
    };
    assert_eq!(new("jtai-central-bedfordshire-2016.toml").stderr, "");
    let twice = new("again.toml");
    assert_eq!(twice.code, Some(0));
    assert_eq!(twice.stderr, "note: the rules have an inspection `jtai-central-bedfordshire-2016` already\n");
    let lint = desk.wsoa(&["rules", "lint", "rules"]);
    assert_eq!(lint.code, Some(4));
    let found = crate::rules_lint::problems(&lint);
    let errors: Vec<&String> = found.iter().filter(|one| one.starts_with("duplicate-id")).collect();
    assert_eq!(errors.len(), 1, "{found:#?}");
    insta::assert_snapshot!(errors[0], @"
    duplicate-id jtai-central-bedfordshire-2016.toml:6:6
      the inspection `jtai-central-bedfordshire-2016` is defined twice
      it stands in `rules/inspections/again.toml` already; give one of the two another id, or remove it
    ");
}
