//! The page and the comment as a person asks for them.

use super::Parsed;
use super::runner::{Desk, Run};

const PLAN: &str = "# Answer to the short visit to Amber Quay

| Finding | Action | Lead | By when |
|---|---|---|---|
| Boats | The harbour master will test every boat. | Harbour Master | 1 June 2031 |
";

fn check(desk: &Desk, more: &[&str]) -> Run {
    let mut args =
        vec!["check", "plan.md", "--rules", "RULES", "--as-of", "2031-05-01", "--fail-on", "never"];
    args.extend(more);
    desk.wsoa(&args)
}

#[test]
fn the_ending_of_the_output_file_tells_the_format() {
    let desk = Desk::with("plan.md", PLAN);
    for (name, start) in [("report.html", "<!DOCTYPE html>"), ("report.md", "## ")] {
        let run = check(&desk, &["-o", name]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
        let written = std::fs::read_to_string(desk.path().join(name)).unwrap();
        assert!(written.starts_with(start), "{written}");
    }
}

#[test]
fn the_format_named_is_what_is_printed() {
    let desk = Desk::with("plan.md", PLAN);
    let page = check(&desk, &["--format", "html"]).stdout;
    assert_eq!(Parsed::of(&page).errors, [""; 0]);
    assert!(Parsed::of(&page).part("actions").contains("The harbour master will test every boat."));
    let (named, short) = (check(&desk, &["--format", "markdown"]), check(&desk, &["--format", "md"]));
    assert!(named.stdout.starts_with("## ") && named.stdout == short.stdout);
}

#[test]
fn statements_that_fail_stand_beside_those_that_do_not() {
    let desk = Desk::with("plan.md", PLAN);
    desk.put("empty.md", "");
    let page = check(&desk, &["empty.md", "--each", "--format", "html"]).stdout;
    let overview = Parsed::of(&page).part("overview");
    assert!(overview.contains("plan.md") && overview.contains("empty.md | – "), "{overview}");
}
