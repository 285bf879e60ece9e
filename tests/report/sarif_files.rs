//! SARIF: the files it names, those that it is written to, and those of which nothing can be said.

use wsoa::report::{Failed, Outcome, sarif};

use crate::checked::{Checked, QUAY, read};
use crate::runner::Desk;
use crate::sarif::{held, list, run};

#[test]
fn a_file_is_named_relative_to_where_the_program_ran() {
    let uri = |path: &str| {
        let failed = Outcome::Failed(Failed { files: &[path], why: "it is empty" });
        let run = run(&[failed]);
        let location = &run["artifacts"][0]["location"];
        let base = location["uriBaseId"].as_str().unwrap().to_owned();
        assert!(run["originalUriBaseIds"].get(&base).is_some(), "{base} is explained");
        (location["uri"].as_str().unwrap().to_owned(), base)
    };
    for (path, expected, base) in [
        ("plan.md", "plan.md", "%SRCROOT%"),
        ("./drafts//plan.md", "drafts/plan.md", "%SRCROOT%"),
        ("drafts/../plan.md", "plan.md", "%SRCROOT%"),
        ("Our plan #2 (100%).docx", "Our%20plan%20%232%20%28100%25%29.docx", "%SRCROOT%"),
        ("c:plan?.md", "c%3Aplan%3F.md", "%SRCROOT%"),
        ("entwürfe/plan.md", "entw%C3%BCrfe/plan.md", "%SRCROOT%"),
        ("../plan.md", "plan.md", "FOLDER1"),
        ("drafts/../../plan.md", "plan.md", "FOLDER1"),
        ("/home/jsmith/plan.md", "plan.md", "FOLDER1"),
    ] {
        assert_eq!(uri(path), (expected.to_owned(), base.to_owned()), "{path}");
    }
}

#[test]
fn files_of_one_name_in_two_folders_outside_are_told_apart_and_the_folders_not_told() {
    let far = Checked::of("/home/jsmith/one/plan.md", QUAY);
    let near =
        Checked::read(&[read("/home/jsmith/two/plan.md", QUAY), read("../plan.md", "Nothing else.\n")]);
    let why = "`/home/jsmith/two/lost.docx` cannot be read: it is empty";
    let lost = Outcome::Failed(Failed { files: &["/home/jsmith/two/lost.docx"], why });
    let text = sarif(&[far.outcome(), near.outcome(), lost]);
    assert!(!text.contains("jsmith"), "{text}");
    let run = held(&text);
    let files = list(&run["artifacts"]).iter().map(|file| {
        let location = &file["location"];
        format!("{}/{}", location["uriBaseId"].as_str().unwrap(), location["uri"].as_str().unwrap())
    });
    let files: Vec<String> = files.collect();
    assert_eq!(files, ["FOLDER1/plan.md", "FOLDER2/plan.md", "FOLDER3/plan.md", "FOLDER2/lost.docx"]);
}

#[test]
fn the_same_run_gives_the_same_bytes_whatever_fails_the_check() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("late/quay.md", QUAY);
    let check = |level: &str| {
        let args = [
            "check",
            "--each",
            "quay.md",
            "late/quay.md",
            "lost.md",
            "--rules",
            "RULES",
            "--as-of",
            "2031-06-04",
        ];
        desk.wsoa(&[&args[..], &["--fail-on", level, "--format", "sarif"]].concat())
    };
    let (error, note) = (check("error"), check("note"));
    assert_eq!(error.stdout, note.stdout);
    assert_eq!(error.code, Some(3));
    let run = held(&error.stdout);
    let notes = list(&run["invocations"][0]["toolExecutionNotifications"]);
    assert!(
        notes[0]["message"]["text"].as_str().unwrap().starts_with("there is no file `lost.md`"),
        "{notes:?}"
    );
}

#[test]
fn the_ending_of_the_output_file_tells_the_format() {
    let desk = Desk::with("quay.md", QUAY);
    let run =
        desk.wsoa(&["check", "quay.md", "--rules", "RULES", "--as-of", "2031-06-04", "-o", "out.sarif"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""), "{}", run.stderr);
    held(&std::fs::read_to_string(desk.path().join("out.sarif")).unwrap());
}

#[test]
fn a_statement_that_cannot_be_checked_is_told_where_it_is_the_only_one() {
    for (format, told) in [
        ("sarif", "\"executionSuccessful\": false"),
        ("junit", "<error message="),
        ("json-lines", "\"error\":"),
        ("github", "::error file=lost.md"),
        ("csv", "not-checked"),
    ] {
        let run = Desk::new().wsoa(&["check", "lost.md", "--format", format]);
        assert!(run.stdout.contains(told), "{format}: {}", run.stdout);
        assert!(run.stderr.starts_with("error: there is no file `lost.md`"), "{}", run.stderr);
        assert_eq!(run.code, Some(3));
    }
}
