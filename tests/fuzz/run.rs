//! Runs cases, keeps what fails, and says how to see it again.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The longest that one case may take: the seeds are a few kilobytes.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap())
}

/// Tries the cases of one reader; `make` gives the name and the bytes of a case, `check` tries it.
pub(crate) fn cases(
    reader: &str,
    usual: u64,
    make: impl Fn(u64) -> (String, Vec<u8>),
    check: impl Fn(&str, &[u8]),
) {
    let (first, count) = (number("FUZZ_FROM").unwrap_or(0), number("FUZZ_CASES").unwrap_or(usual));
    let keep = std::env::var_os("FUZZ_KEEP").map(PathBuf::from);
    let mut failures = Vec::new();
    for case in first..first + count {
        let (name, bytes) = make(case);
        if let Some(folder) = &keep {
            std::fs::write(folder.join(format!("current-{reader}-{name}")), &bytes).unwrap();
        }
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| check(&name, &bytes)));
        let took = start.elapsed();
        let wrong = match &outcome {
            Ok(()) if took <= LONGEST => continue,
            Ok(()) => format!("it takes {took:?}"),
            Err(panic) => told(panic.as_ref()),
        };
        match &keep {
            // Gone on with, so that a long run finds more than one fault.
            Some(folder) => {
                std::fs::write(folder.join(format!("{reader}-{case}-{name}")), &bytes).unwrap();
                failures.push(format!("{case}: {wrong}"));
            }
            None => {
                println!(
                    "{reader}, case {case}: FUZZ_FROM={case} FUZZ_CASES=1 FUZZ_KEEP=/tmp cargo test --test fuzz {reader}"
                );
                outcome.map_or_else(|panic| resume_unwind(panic), |()| panic!("{wrong}"));
            }
        }
    }
    if let Some(folder) = &keep {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().unwrap().to_string_lossy().starts_with(&format!("current-{reader}-")) {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases fail\n{}", failures.len(), failures.join("\n"));
}

fn told(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic").to_owned()
}
