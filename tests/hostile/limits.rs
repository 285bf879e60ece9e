//! The limits: each is documented with its reason, and each can be raised by a flag.

use wsoa::document::Limit;

use crate::packages::{packed, word};
use crate::run::check;
use crate::table;

#[test]
fn every_limit_is_documented_as_it_is() {
    let mut lines = "| Limit | Unless raised | Why that much |\n|---|---|---|\n".to_owned();
    for limit in Limit::ALL {
        let value = limit.show(limit.default_value());
        lines.push_str(&format!("| `{}` | {value} | {} |\n", limit.name(), table::cell(limit.reason())));
    }
    table::hold("docs/limits.md", &lines);
}

#[test]
fn a_limit_that_is_raised_lets_the_file_through() {
    let place = tempfile::tempdir().unwrap();
    let body =
        format!("{}<w:p><w:r><w:t>Deep</w:t></w:r></w:p>{}", "<w:sdt>".repeat(210), "</w:sdt>".repeat(210));
    std::fs::write(place.path().join("deep.docx"), packed(&word("", &body))).unwrap();
    let refused = check(place.path(), "deep.docx", &[]);
    assert_eq!(refused.code, Some(3));
    assert!(refused.stderr.contains("over the limit of 200"), "{}", refused.stderr);
    assert!(refused.stderr.contains("raise the limit with --limit depth=VALUE"), "{}", refused.stderr);
    let read = check(place.path(), "deep.docx", &["--limit", "depth=250"]);
    assert_eq!(read.code, Some(1), "{}", read.stderr);
}

#[test]
fn a_limit_can_be_told_in_mebibytes() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("plan.txt"), "The nurse will read it.\n".repeat(2_000)).unwrap();
    let run = |limit: &str| check(place.path(), "plan.txt", &["--limit", limit]);
    assert!(run("text-bytes=40KiB").stderr.contains("over the limit of 40,960 bytes"));
    assert_eq!(run("text-bytes=1MiB").code, Some(1));
    assert_eq!(run("text-bytes=48000").code, Some(1));
}

#[test]
fn a_limit_that_is_not_known_or_no_amount_is_told() {
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join("plan.txt"), "The nurse will read it.").unwrap();
    for (written, told) in [
        ("cell=5", "there is no limit `cell`; did you mean `cells`?"),
        ("cells", "write it as NAME=VALUE, such as `cells=400000`"),
        ("cells=many", "`many` is no amount"),
        ("cells=0", "`0` is no amount"),
        ("cells=-1", "`-1` is no amount"),
        ("part-bytes=99999999999999999999", "is no amount"),
        ("part-bytes=99999999999GiB", "is no amount"),
        ("gulls-on-the-roof=5", "there is no limit `gulls-on-the-roof`; the limits are file-bytes, "),
    ] {
        let run = check(place.path(), "plan.txt", &["--limit", written]);
        assert_eq!(run.code, Some(2), "{written}");
        assert!(run.stderr.contains(told), "{written}: {}", run.stderr);
    }
}
