//! The program as SARIF describes it: what it can find, and what it can notify of.

use super::model::{Configuration, Driver, Rule, Text, Tool};
use crate::assess::{Code, Severity};

/// The notification of a statement that could not be checked.
pub(super) const NOT_CHECKED: &str = "not-checked";
/// The notification of a part of a statement that could not be read.
pub(super) const NOT_READ: &str = "not-read";

/// Returns the program with every rule, in the order of the documentation.
pub(super) fn tool() -> Tool {
    let notification = |id, says, help, level| Rule {
        id,
        short_description: Text::of(says),
        full_description: Text::of(says),
        help: Text::of(help),
        default_configuration: Configuration { level },
    };
    let not_checked = notification(
        NOT_CHECKED,
        "a statement could not be held against its inspection",
        "No result is about it. Mend what the message names and check it again.",
        Severity::Error,
    );
    let not_read = notification(
        NOT_READ,
        "part of a statement could not be read",
        "An answer may stand there: what depends on it is told as `cannot-tell`. Give the part as text.",
        Severity::Warning,
    );
    Tool {
        driver: Driver {
            name: "wsoa",
            semantic_version: env!("CARGO_PKG_VERSION"),
            short_description: Text::of(env!("CARGO_PKG_DESCRIPTION")),
            rules: Code::ALL.iter().copied().map(rule).collect(),
            notifications: vec![not_checked, not_read],
        },
    }
}

fn rule(code: Code) -> Rule {
    let explanation = code.explanation();
    let first = explanation.split("\n\n").next().unwrap_or(explanation);
    Rule {
        id: code.name(),
        short_description: Text::of(code.description()),
        full_description: Text::of(first),
        help: Text { text: explanation.to_owned(), markdown: Some(explanation) },
        default_configuration: Configuration { level: code.severity() },
    }
}

/// Returns the place of a code among the rules.
pub(super) fn index(code: Code) -> Option<usize> {
    Code::ALL.iter().position(|one| *one == code)
}
