//! The README says what the program prints.

use crate::runner::wsoa;

const README: &str = include_str!("../../README.md");

#[test]
fn the_sample_of_the_readme_is_what_its_command_prints() {
    let sample = README
        .split("<!-- sample:begin -->")
        .nth(1)
        .and_then(|rest| rest.split("<!-- sample:end -->").next());
    let printed = wsoa(&["check", "tests/statements/harbour-plan.docx", "--as-of", "2016-08-09"]).stdout;
    let mut rest = printed.lines();
    let is_shown = |line: &&str| !matches!(line.trim(), "" | "..." | "```text" | "```");
    for line in sample.unwrap().lines().filter(is_shown) {
        assert!(rest.any(|printed| printed == line), "this is not printed, or not in this order: {line:?}");
    }
}

#[test]
fn every_option_in_the_readme_is_one() {
    let helps: String = ["check", "review", "compare", "letter", "due", "init", "waive", "man", "rules"]
        .map(|command| wsoa(&[command, "--help"]).stdout)
        .concat();
    let new = wsoa(&["rules", "new", "--help"]).stdout + &wsoa(&["rules", "lint", "--help"]).stdout;
    let option = regex::Regex::new(r"(?:^|[\s`])(--[a-z][a-z-]+)").unwrap();
    let foreign = ["--release", "--path"];
    for found in option.captures_iter(README).map(|found| found.get(1).unwrap().as_str()) {
        let is_one = helps.contains(found) || new.contains(found) || foreign.contains(&found);
        assert!(is_one, "the README names {found}, which no help does");
    }
}
