//! Files made to do harm: each ends in bounded time and memory in a clear error, or in a report that says what was not
//! read. The table of these files in `docs/hostile-files.md` is held to what they give.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod archives;
mod case;
mod limits;
mod packages;
mod page;
mod pdf;
mod pdfs;
mod run;
mod sheets;
mod table;
mod texts;
#[allow(dead_code, reason = "the tests of the Word reader use the rest")]
#[path = "../support/word.rs"]
mod word;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use case::Case;
use run::{Run, check};

/// What a file may cost in a release build, in seconds and mebibytes (DESIGN, section 10).
const SECONDS: f64 = 2.0;
const MEBIBYTES: u64 = 256;

/// How much slower the binary is that is tested.
fn slower() -> f64 {
    // A release build draws on two threads at once, whose times are added.
    if cfg!(debug_assertions) && run::binary().is_none() { 25.0 } else { 1.5 }
}

/// Every case, in the order of the documentation.
fn cases() -> Vec<Case> {
    [archives::cases(), sheets::cases(), pdfs::cases(), page::cases(), texts::cases()]
        .into_iter()
        .flatten()
        .collect()
}

/// Says what is wrong with a run.
fn complaint(case: &Case, run: &Run) -> Option<String> {
    if !matches!(run.code, Some(0 | 1 | 3)) {
        let first = run.stderr.lines().take(3).collect::<Vec<_>>().join(" / ");
        return Some(format!("ends with {:?}: {first}", run.code));
    }
    if run.seconds > SECONDS * slower() {
        return Some(format!("takes {:.1} seconds", run.seconds));
    }
    if run.mebibytes > MEBIBYTES {
        return Some(format!("takes {} MiB", run.mebibytes));
    }
    if run.code == Some(3) {
        let told =
            run.stderr.starts_with("error: ") && run.stderr.contains("\nhelp: ") && run.stdout.is_empty();
        return (!told).then(|| format!("does not say what to do: {}", run.stderr));
    }
    if case.loses && run.unread().is_empty() {
        return Some("says nothing of what was not read".to_owned());
    }
    let wrong = !run.unread().is_empty() && run.verdicts().iter().any(|verdict| verdict == "unaddressed");
    wrong.then(|| "calls unaddressed what was not read".to_owned())
}

/// Runs every case, two at a time, and returns what each gave.
fn run_all(cases: &[Case]) -> Vec<Run> {
    let place = tempfile::tempdir().unwrap();
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((at, case)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, cases.get(at)?)))
                {
                    let folder = place.path().join(at.to_string());
                    std::fs::create_dir(&folder).unwrap();
                    case.write(&folder);
                    let run = check(&folder, case.file, &[]);
                    std::fs::remove_dir_all(&folder).unwrap();
                    done.lock().unwrap().push((at, run));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, run)| run).collect()
}

#[test]
fn every_hostile_file_ends_well_and_as_the_documentation_says() {
    let only = std::env::var("HOSTILE_ONLY").ok();
    let mut cases = cases();
    cases
        .retain(|case| only.as_ref().is_none_or(|only| case.what.contains(only) || case.file.contains(only)));
    let runs = run_all(&cases);
    let mut complaints = Vec::new();
    for (case, run) in cases.iter().zip(&runs) {
        let gives = if matches!(run.code, Some(0 | 1 | 3)) { run.gives() } else { String::new() };
        println!("{:5.2} s {:4} MiB  {} ({}): {gives}", run.seconds, run.mebibytes, case.what, case.file);
        complaints.extend(complaint(case, run).map(|what| format!("{} ({}) {what}", case.what, case.file)));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    if only.is_none() {
        table::hold("docs/hostile-files.md", &table_of(&cases, &runs));
    }
}

fn table_of(cases: &[Case], runs: &[Run]) -> String {
    let mut table = "| The file | What `wsoa check` gives |\n|---|---|\n".to_owned();
    for (case, run) in cases.iter().zip(runs) {
        table.push_str(&format!("| {} (`{}`) | {} |\n", case.what, case.file, table::cell(&run.gives())));
    }
    table
}
