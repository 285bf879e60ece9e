//! Settings that count in a check or a review: where they are found, what they say, and what wins over them.

use serde_json::Value;

use crate::desk::{PACK, PLAN, RULES, waiver};
use crate::runner::{Desk, Run, command, finish};

/// Makes the checks of these tests complete but for what each is about.
fn base() -> String {
    format!("pack = \"{PACK}\"\nrules = '{RULES}'\nas_of = 2031-05-03\n")
}

/// Waives all that is open in the plan.
fn waivers() -> String {
    waiver("night-desk", "until = 2031-12-31") + &waiver("lost-letters", "")
}

fn desk(settings: &str) -> Desk {
    let desk = Desk::with("plan.md", PLAN);
    desk.put("wsoa.toml", format!("{}{settings}", base()));
    desk
}

fn run(desk: &Desk, args: &[&str]) -> Run {
    let run = finish(&mut command(desk.path(), args));
    Run { stdout: run.stdout.replace(RULES, "RULES"), stderr: run.stderr.replace(RULES, "RULES"), ..run }
}

fn json(desk: &Desk, args: &[&str]) -> Value {
    let run = run(desk, &[args, &["--format", "json"]].concat());
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("no JSON: {}{}", run.stdout, run.stderr))
}

#[test]
fn a_check_without_a_file_checks_the_one_that_settings_name_and_shows_who_waived_what() {
    let desk = desk(&format!("statement = [\"plan.md\"]\n{}", waivers()));
    let run = run(&desk, &["check", "--plain"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "note: settings from wsoa.toml\n"));
    insta::assert_snapshot!(run.stdout, @r#"
    no finding needs work, 2 are waived; 38 days left
    Short visit to Pier End

    partial: Somebody decides at night
      night-desk (What must improve, bullet 1)
      waived by Harbour Board on 2031-04-01 until 2031-12-31: It stands in the harbour plan.
      met (likely): A rota covers every night
             Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."
      not met (sure): A call at night is returned within the hour
        rule: night-desk.call-back, neighbouring
        asked in: What must improve, bullet 1
        near: Table 1, row 2, Action (line 5): "Publish a rota with two names for every night."; this
          speaks of a neighbouring matter
        near: Table 1, row 2, column 1 (line 5): "Night desk"; this only repeats what the inspectors
          wrote

    unaddressed: Letters to families arrive
      lost-letters (What must improve, bullet 2)
      waived by Harbour Board on 2031-04-01: It stands in the harbour plan.
      not met (sure): Each letter is entered in a post book
        rule: lost-letters.post-book, no-tie
        asked in: What must improve, bullet 2
        nothing in the statement comes near it

    partial: Every finding is answered
      answers (Next steps, paragraph 1)
      0 of 2 findings are answered in full

    Summary as of 2031-05-03
      night-desk    partial      waived; 1 of 2 met
      lost-letters  unaddressed  waived; 0 of 1 met
      answers       partial      0 of 2 findings are answered in full
      2 items are waived, and make no check fail: night-desk, lost-letters
      The rules rest on: invented letter
    "#);
}

#[test]
fn a_waiver_that_has_run_out_is_told_under_its_item_and_fails() {
    let desk = desk(&waiver("night-desk", "until = 2031-05-02"));
    let run = run(&desk, &["check", "plan.md", "--plain"]);
    assert_eq!(run.code, Some(1));
    let told: Vec<&str> =
        run.stdout.lines().skip_while(|line| !line.contains("night-desk (")).take(4).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    night-desk (What must improve, bullet 1)
    ! waived by Harbour Board on 2031-04-01 until 2031-05-02, which is over, so that the item counts
    again (waiver-expired)
    met (likely): A rota covers every night
    ");
}

#[test]
fn taking_a_waiver_out_restores_the_failure() {
    let desk = desk(&waivers());
    assert_eq!(run(&desk, &["check", "plan.md"]).code, Some(0));
    for left in [waiver("night-desk", ""), waiver("lost-letters", ""), String::new()] {
        desk.put("wsoa.toml", format!("{}{left}", base()));
        assert_eq!(run(&desk, &["check", "plan.md"]).code, Some(1), "{left}");
    }
}

#[test]
fn settings_are_found_by_walking_up_from_the_first_statement() {
    let desk = desk(&waivers());
    desk.put("drafts/may/plan.md", PLAN);
    let down = run(&desk, &["check", "drafts/may/plan.md"]);
    assert_eq!((down.code, down.stderr.as_str()), (Some(0), "note: settings from wsoa.toml\n"));
    let inside = finish(&mut command(&desk.path().join("drafts"), &["check", "may/plan.md"]));
    assert_eq!((inside.code, inside.stderr.as_str()), (Some(0), "note: settings from ../wsoa.toml\n"));
    assert_eq!(inside.stdout.replace("may/", "drafts/may/"), down.stdout.replace("RULES", RULES));
    desk.put("drafts/wsoa.toml", base());
    let nearer = run(&desk, &["check", "drafts/may/plan.md"]);
    assert_eq!((nearer.code, nearer.stderr.as_str()), (Some(1), "note: settings from drafts/wsoa.toml\n"));
}

#[test]
fn paths_are_as_seen_from_the_file_of_settings() {
    let desk = Desk::with("plans/plan.md", PLAN);
    desk.put("plans/next.md", PLAN);
    desk.put("wsoa.toml", format!("{}statement = [\"plans/*.md\"]\n{}", base(), waivers()));
    let below = desk.path().join("plans");
    let run = finish(&mut command(&below, &["check", "--format", "json"]));
    let root: Value = serde_json::from_str(&run.stdout).unwrap();
    let files: Vec<&str> = root["statement"]["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect();
    assert_eq!(files, ["next.md", "plan.md"]);
}

#[test]
fn what_stands_in_a_folder_beside_is_found_too() {
    let desk = Desk::with("drafts/plan.md", PLAN);
    desk.put("wsoa.toml", format!("{}letter = \"letters/letter.md\"\n", base()));
    let run = finish(&mut command(&desk.path().join("drafts"), &["check", "plan.md"]));
    assert_eq!(run.code, Some(3));
    assert!(run.stderr.contains("there is no file `../letters/letter.md`"), "{}", run.stderr);
    desk.put("letters/letter.md", "# Letter\n");
    let run = finish(&mut command(&desk.path().join("drafts"), &["check", "plan.md"]));
    assert_eq!(run.code, Some(1), "{}", run.stderr);
}

#[test]
fn the_folder_of_the_settings_is_a_folder_too() {
    let desk = Desk::with("plan.md", PLAN);
    std::fs::create_dir(desk.path().join("here")).unwrap();
    desk.put("here/ours.toml", "rules = \".\"\n");
    let run =
        finish(&mut command(&desk.path().join("here"), &["check", "../plan.md", "--config", "ours.toml"]));
    assert_eq!(run.code, Some(4));
    assert!(run.stderr.contains("./ours.toml"), "the settings lie among the rules: {}", run.stderr);
}

#[test]
fn a_named_file_counts_alone_and_settings_can_be_left_out() {
    let desk = desk(&waivers());
    desk.put("strict.toml", base());
    let named = run(&desk, &["check", "plan.md", "--config", "strict.toml"]);
    assert_eq!((named.code, named.stderr.as_str()), (Some(1), ""));
    let without =
        ["check", "plan.md", "--no-config", "--rules", RULES, "--pack", PACK, "--as-of", "2031-05-03"];
    let without = run(&desk, &without);
    assert_eq!((without.code, &without.stdout), (Some(1), &named.stdout));
    assert_eq!(run(&desk, &["check", "plan.md", "--config", "a", "--no-config"]).code, Some(2));
}

#[test]
fn options_win_over_settings() {
    let desk = desk("fail_on = \"never\"\nreceived = 2031-03-04\n");
    assert_eq!(run(&desk, &["check", "plan.md"]).code, Some(0));
    assert_eq!(run(&desk, &["check", "plan.md", "--fail-on", "error"]).code, Some(1));
    assert_eq!(json(&desk, &["check", "plan.md"])["as_of"], "2031-05-03");
    assert_eq!(json(&desk, &["check", "plan.md", "--as-of", "2031-05-09"])["as_of"], "2031-05-09");
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let amber = ["check", "plan.md", "--rules", other, "--pack", "visit-amber-quay-2031"];
    assert_eq!(json(&desk, &amber)["pack"]["id"], "visit-amber-quay-2031");
}

#[test]
fn waivers_of_another_inspection_are_left_out_with_a_note() {
    let desk = desk(&waivers());
    let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/rules");
    let run = run(&desk, &["check", "plan.md", "--rules", other, "--pack", "visit-amber-quay-2031"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains(
        "note: the waivers in wsoa.toml are about the answer to visit-pier-end-2031, and are left out"
    ));
    assert!(!run.stdout.contains("waived"), "{}", run.stdout);
}

#[test]
fn decisions_count_from_where_settings_keep_them() {
    let desk = desk("review = \"kept/decisions.toml\"\n");
    std::fs::create_dir(desk.path().join("kept")).unwrap();
    assert_eq!(run(&desk, &["check", "plan.md"]).code, Some(1), "nothing is decided yet");
    let listed = run(&desk, &["review", "plan.md", "--list"]);
    assert_eq!((listed.code, listed.stderr.as_str()), (Some(0), "note: settings from wsoa.toml\n"));
    let decision = "[[decision]]\nitem = \"lost-letters\"\naspect = \"post-book\"\ndecision = \"not-met\"\non = 2031-05-02\nby = \"Clerk of Works\"\n";
    desk.put("kept/decisions.toml", format!("pack = \"{PACK}\"\n{decision}"));
    assert!(run(&desk, &["check", "plan.md"]).stdout.contains("Clerk of Works"));
    assert!(run(&desk, &["review", "plan.md", "--list"]).stdout.contains("Clerk of Works"));
}

#[test]
fn a_review_takes_the_statement_and_the_inspection_from_settings() {
    let desk = desk("statement = [\"plan.md\"]\n");
    let run = run(&desk, &["review", "--list"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("to decide"), "{}", run.stdout);
}

#[test]
fn rules_count_in_every_command_that_uses_some() {
    let desk = desk("");
    let explained = run(&desk, &["explain", "night-desk"]);
    assert_eq!(explained.code, Some(0), "{}", explained.stderr);
    assert!(run(&desk, &["rules", "list"]).stdout.contains(PACK));
    assert!(run(&desk, &["due"]).stdout.contains(PACK));
    assert!(!run(&desk, &["due", "--no-config"]).stdout.contains(PACK));
}

#[test]
fn settings_that_cannot_be_read_end_with_the_code_of_a_wrong_configuration() {
    let broken = Desk::with("plan.md", PLAN);
    broken.put("wsoa.toml", "fail_om = \"error\"\n");
    for args in [&["check", "plan.md"][..], &["review", "plan.md", "--list"], &["due"], &["explain", "x"]] {
        let run = run(&broken, args);
        assert_eq!((run.code, run.stdout.as_str()), (Some(4), ""), "{args:?}");
        insta::allow_duplicates! { insta::assert_snapshot!(run.stderr, @r#"
        unknown-key

          × a file of settings has no key `fail_om`
           ╭─[wsoa.toml:1:1]
         1 │ fail_om = "error"
           · ───────
           ╰────
          help: did you mean `fail_on`?

        error: the settings in `wsoa.toml` cannot be read: there is a problem in them
        help: mend the file, or leave it out with `--no-config`
        "#) }
    }
    let missing = run(&broken, &["check", "plan.md", "--config", "none.toml"]);
    assert_eq!(missing.code, Some(4));
    assert!(missing.stderr.contains("there is no file of settings `none.toml`"), "{}", missing.stderr);
    broken.put("wsoa.toml", b"\xff\xfe");
    let binary = run(&broken, &["check", "plan.md"]);
    assert_eq!(binary.code, Some(4));
    assert!(binary.stderr.contains("it is not UTF-8 text"), "{}", binary.stderr);
}

#[test]
fn an_inspection_that_settings_mistype_is_told_at_its_place() {
    let desk = desk("");
    desk.put("wsoa.toml", base().replace("-end-", "-ent-"));
    let told = run(&desk, &["check", "plan.md"]);
    assert_eq!((told.code, told.stdout.as_str()), (Some(4), ""));
    assert!(
        told.stderr.contains("[wsoa.toml:1:8]") && told.stderr.contains("did you mean"),
        "{}",
        told.stderr
    );
    let option = run(&desk, &["check", "plan.md", "--pack", "visit-pier-emd-2031"]);
    assert_eq!(option.code, Some(2), "what the user typed is wrong usage");
}

#[test]
fn without_a_statement_and_settings_the_help_says_what_to_do() {
    for args in [&["check"][..], &["review"]] {
        let run = run(&Desk::new(), args);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        insta::allow_duplicates! { insta::assert_snapshot!(run.stderr, @"
        error: no statement is named
        help: name its file, as in `wsoa check plan.docx`, or write settings that name it with `wsoa init`
        ") }
    }
}

#[test]
fn a_waiver_is_recorded_with_who_decided_and_why() {
    let desk = desk("# Ours.\n");
    let before = std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap();
    let waive = |item: &str, more: &[&str]| {
        run(
            &desk,
            &[&["waive", item, "--by", "Harbour Board", "--reason", "In the \"harbour\" plan"], more]
                .concat(),
        )
    };
    let done = waive("night-desk", &["--on", "2031-04-01", "--until", "2031-12-31"]);
    insta::assert_snapshot!(done.stdout + &done.stderr, @"waived night-desk in wsoa.toml; `wsoa check` still shows it, and no longer fails for it");
    let after = std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap();
    assert_eq!(
        after.strip_prefix(&before).unwrap(),
        "\n[[waiver]]\nitem = \"night-desk\"\nreason = \"In the \\\"harbour\\\" plan\"\nby = \"Harbour Board\"\non = 2031-04-01\nuntil = 2031-12-31\n"
    );
    assert_eq!(waive("lost-letters", &["--on", "2031-04-01"]).code, Some(0));
    assert_eq!(run(&desk, &["check", "plan.md"]).code, Some(0));
    let kept = std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap();
    let wrong: [(&str, &[&str], &str); 4] = [
        ("night-dest", &[], "did you mean `night-desk`?"),
        ("night-desk", &[], "`night-desk` is waived twice"),
        ("night-desk.rota", &[], "only a whole item can be waived"),
        (
            "answers",
            &["--on", "2031-04-01", "--until", "2031-03-31"],
            "before the day on which it was decided",
        ),
    ];
    for (item, more, told) in wrong {
        let run = waive(item, more);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{item}");
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
    assert_eq!(std::fs::read_to_string(desk.path().join("wsoa.toml")).unwrap(), kept);
    let nowhere = run(&Desk::new(), &["waive", "answers", "--by", "a", "--reason", "b"]);
    assert_eq!(nowhere.code, Some(4));
    assert!(nowhere.stderr.contains("write one with `wsoa init`"), "{}", nowhere.stderr);
    let blank = run(&desk, &["waive", "answers", "--by", " ", "--reason", "b"]);
    assert!(blank.stderr.contains("a waiver says who decided and why"), "{}", blank.stderr);
}
