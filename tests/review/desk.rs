//! A desk on which a person reviews a statement, draft after draft.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::runner::{Desk, Run, command, finish};

/// The rules of these tests.
pub(crate) const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/review/rules");
pub(crate) const PACK: &str = "visit-pier-end-2031";

/// A row of a plan: finding, action, owner, date, measure.
pub(crate) type Row<'t> = [&'t str; 5];

/// Names no owner and no day, so that the rules are not sure of it.
pub(crate) const ROTA: &str = "Publish a rota with two names for every night.";
/// Puts off, so that the rules find a gap.
pub(crate) const CALL: &str = "Calling back within the hour waits for the review next year.";

pub(crate) fn rota(action: &str) -> Row<'_> {
    ["Night desk", action, "", "", ""]
}

/// A plan that answers one aspect, puts the next off and says nothing of the third.
pub(crate) fn plan() -> String {
    markdown(&[rota(ROTA), rota(CALL)])
}

pub(crate) fn markdown(rows: &[Row<'_>]) -> String {
    let head = [["Finding", "Action", "Lead", "By", "How we know"], ["---"; 5]];
    let rows = head.iter().chain(rows).map(|row| format!("| {} |\n", row.join(" | ")));
    format!("# Answer to the visit to Pier End\n\n{}", rows.collect::<String>())
}

/// Runs the binary with lines to read.
pub(crate) fn told(desk: &Desk, args: &[&str], lines: &str) -> Run {
    let mut child = start(desk, args);
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Starts the binary, which reads what is written to it.
pub(crate) fn start(desk: &Desk, args: &[&str]) -> Child {
    let args = [args, &["--rules", RULES, "--pack", PACK]].concat();
    let mut command = command(desk.path(), &args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Runs the binary with nothing to read.
pub(crate) fn run(desk: &Desk, args: &[&str]) -> Run {
    finish(&mut command(desk.path(), &[args, &["--rules", RULES, "--pack", PACK]].concat()))
}

/// Reviews `plan.md` as an officer who answers with these lines.
pub(crate) fn review(desk: &Desk, lines: &str) -> Run {
    told(desk, &["review", "plan.md", "--by", "Clerk of Works", "--on", "2031-05-02"], lines)
}

/// Checks a statement, as JSON.
pub(crate) fn check(desk: &Desk, statement: &str, more: &[&str]) -> Value {
    let args = [&["check", statement, "--as-of", "2031-05-03", "--format", "json"], more].concat();
    let run = run(desk, &args);
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("no JSON: {}{}", run.stdout, run.stderr))
}

/// Returns the aspect `finding.aspect` of a check.
pub(crate) fn aspect(root: &Value, name: &str) -> Value {
    let (finding, aspect) = name.split_once('.').unwrap();
    let item = root["items"].as_array().unwrap().iter().find(|item| item["id"] == finding).unwrap();
    item["aspects"].as_array().unwrap().iter().find(|one| one["id"] == aspect).unwrap().clone()
}

/// Returns what became of the decision about `name` in a statement: its state, and what changed.
pub(crate) fn state_in(desk: &Desk, statement: &str, name: &str) -> (String, String) {
    let reviewed = aspect(&check(desk, statement, &[]), name)["reviewed"].clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&reviewed["state"]), text(&reviewed["changed"]["says"]))
}

/// Puts another draft on the desk, and returns what became of the decision about `name`.
pub(crate) fn redrafted(desk: &Desk, draft: &str, name: &str) -> (String, String) {
    desk.put("plan.md", draft);
    state_in(desk, "plan.md", name)
}

pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
