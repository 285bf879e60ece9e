//! Tables in the documentation that a test writes, and holds to the truth ever after.

use std::path::Path;

const START: &str = "<!-- written by a test: UPDATE_DOCS=1 cargo test --test hostile -->\n";
const END: &str = "<!-- end -->\n";

/// Holds the table in a page of the documentation against `table`; with `UPDATE_DOCS` set, writes it there.
pub(crate) fn hold(page: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) =
        text.split_once(START).unwrap_or_else(|| panic!("{page} has no place for the table"));
    let (old, after) = rest.split_once(END).unwrap_or_else(|| panic!("the table of {page} has no end"));
    let (old, new) = (old.trim_matches('\n'), table.trim_matches('\n'));
    if old == new {
        return;
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, format!("{before}{START}\n{new}\n\n{END}{after}")).unwrap();
        return;
    }
    let differing = new.lines().filter(|line| !old.lines().any(|other| other == *line));
    let gone = old.lines().filter(|line| !new.lines().any(|other| other == *line));
    let shown: Vec<String> =
        differing.map(|line| format!("+ {line}")).chain(gone.map(|line| format!("- {line}"))).collect();
    panic!("{page} is out of date; write it anew with UPDATE_DOCS=1\n{}", shown.join("\n"));
}

/// Returns a text as a cell of a Markdown table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}
