//! `wsoa rules lint --fix`: what it changes, what it says of it, and what it leaves alone.

use std::fs;

use crate::rules_lint::{desk, problems};
use crate::runner::{Desk, Run, wsoa};

const PACK: &str = "rules/inspections/weir.toml";
const CORE: &str = "rules/language/core.toml";

fn text(desk: &Desk, file: &str) -> String {
    fs::read_to_string(desk.path().join(file)).unwrap()
}

fn fix(desk: &Desk) -> Run {
    desk.wsoa(&["rules", "lint", "rules", "--fix"])
}

/// The lines of `after` that differ from `before`, those that are gone marked with `-`, new ones with `+`.
fn changed(before: &str, after: &str) -> String {
    let gone = before.lines().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let new = after.lines().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_needs_no_thought_is_mended_and_told() {
    let desk = desk();
    let (pack, core, visit) =
        (text(&desk, PACK), text(&desk, CORE), text(&desk, "rules/frameworks/visit.toml"));
    let run = fix(&desk);
    assert_eq!(run.code, Some(0));
    let told = &run.stdout[..run.stdout.find("\n\n").unwrap()];
    insta::assert_snapshot!(told, @r#"
    rules/inspections/weir.toml:28: removed `calls`, which `call` beside it finds
    rules/inspections/weir.toml:28: removed `"night desk"`, which `desk` beside it finds
    rules/inspections/weir.toml:45: removed a sentence that stands twice in `picked-up.reject`
    rules/language/core.toml:2: removed `answering`, which `answer*` beside it finds
    rules/language/core.toml:3: removed the set `@ghost`, which no query used
    rules/language/core.toml:4: removed the set `@spectre`, which no query used
    rules/language/core.toml:5: removed the set `@phantom`, which no query used
    rules/inspections/weir.toml:28: removed `"duty desk"`, which `desk` beside it finds
    mended 8 places in 2 files
    "#);
    insta::assert_snapshot!(changed(&pack, &text(&desk, PACK)), @r#"
    - met_by = '(call OR calls OR ringing) AND (@answer OR desk OR "night desk" OR "duty desk") AND NOT calling'
    + met_by = '(call OR ringing) AND (@answer OR desk) AND NOT calling'
    "#);
    insta::assert_snapshot!(changed(&core, &text(&desk, CORE)), @"
    - answer = 'answer* OR answering OR (ring NEAR/3 back)'
    - ghost = 'ghost'   # nobody asks for it
    - spectre = '@phantom'
    - phantom = 'phantom'
    + answer = 'answer* OR (ring NEAR/3 back)'
    ");
    assert_eq!(text(&desk, PACK).matches("A leaflet will tell families how to call at night.").count(), 1);
    assert_eq!(text(&desk, "rules/frameworks/visit.toml"), visit);
    assert!(!problems(&run).iter().any(|one| one.starts_with("shadowed") || one.starts_with("unused")));
}

#[test]
fn what_is_mended_stays_as_it_is() {
    let desk = desk();
    fix(&desk);
    let (pack, core) = (text(&desk, PACK), text(&desk, CORE));
    let again = fix(&desk);
    assert!(again.stdout.starts_with("nothing to mend\n"), "{}", again.stdout);
    assert_eq!((text(&desk, PACK), text(&desk, CORE)), (pack, core));
    let left: Vec<_> = fs::read_dir(desk.path().join("rules/language")).unwrap().collect();
    assert_eq!(left.len(), 1, "no file is left over");
}

#[test]
fn a_choice_goes_without_moving_the_lines_around_it() {
    let desk = desk();
    let query =
        "answer = '''\n  answer* OR answering OR\n  answered OR (ring NEAR/3 back) OR\n  answers'''\n";
    desk.put(
        CORE,
        text(&desk, CORE).replace("answer = 'answer* OR answering OR (ring NEAR/3 back)'\n", query),
    );
    fix(&desk);
    insta::assert_snapshot!(text(&desk, CORE).lines().take(4).collect::<Vec<_>>().join("\n"), @"
    [sets]
    answer = '''
      answer* OR
      (ring NEAR/3 back)'''
    ");
}

#[test]
fn line_ends_and_marks_of_other_editors_stay() {
    let desk = desk();
    let core = format!("\u{feff}{}", text(&desk, CORE).replace('\n', "\r\n"));
    desk.put(CORE, &core);
    fix(&desk);
    let mended = text(&desk, CORE);
    assert!(
        mended.starts_with("\u{feff}[sets]\r\nanswer = 'answer* OR (ring NEAR/3 back)'\r\n\r\n[[agency]]"),
        "{mended}"
    );
    assert_eq!(mended.matches('\n').count(), mended.matches("\r\n").count());
}

#[test]
fn rules_that_do_not_load_are_left_alone() {
    let desk = desk();
    desk.put("rules/frameworks/visit.toml", "[framework]\nid = \"visit\"\n");
    let (pack, core) = (text(&desk, PACK), text(&desk, CORE));
    let run = fix(&desk);
    assert_eq!(run.code, Some(4));
    assert!(run.stdout.contains("missing-key") && !run.stdout.contains("mended"), "{}", run.stdout);
    assert_eq!((text(&desk, PACK), text(&desk, CORE)), (pack, core));
}

#[test]
fn one_file_is_mended_alone() {
    let desk = desk();
    let core = text(&desk, CORE);
    desk.wsoa(&["rules", "lint", "--rules", "rules", PACK, "--fix"]);
    assert!(text(&desk, PACK).contains("met_by = '(call OR ringing)"));
    assert_eq!(text(&desk, CORE), core);
}

#[test]
fn the_rules_in_the_program_cannot_be_mended() {
    let run = wsoa(&["rules", "lint", "--fix"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr, @"
    error: the rules in the program cannot be changed
    help: name the folder or file to mend: `wsoa rules lint rules --fix`
    ");
}

#[cfg(unix)]
#[test]
fn a_linked_file_is_changed_in_its_place_and_keeps_its_rights() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = desk();
    desk.put("elsewhere/core.toml", text(&desk, CORE));
    let real = desk.path().join("elsewhere/core.toml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    fs::remove_file(desk.path().join(CORE)).unwrap();
    symlink(&real, desk.path().join(CORE)).unwrap();
    fix(&desk);
    assert!(fs::symlink_metadata(desk.path().join(CORE)).unwrap().is_symlink());
    assert!(!fs::read_to_string(&real).unwrap().contains("answering"));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}
