//! How a question looks: what is asked, what the rules think, and the passages to read.

use std::io::{self, Write};

use wsoa::report::{hang, review::changed, safe};
use wsoa::review::{Question, Shown};

/// How many passages are shown whole; more than these only where the rules take them all for an answer.
const WHOLE: usize = 3;

/// Shows a question, which is number `at` of `all`.
pub(super) fn show(
    question: &Question<'_>,
    (at, all): (usize, usize),
    several: bool,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (finding, aspect) = (question.finding, question.aspect);
    let mut line = |indent: usize, text: &str| {
        writeln!(out, "{}{}", " ".repeat(indent), hang(&safe(text), indent + 2, width))
    };
    line(0, "")?;
    line(0, &format!("{at} of {all}: {}.{}", finding.id, aspect.id))?;
    line(0, &finding.summary)?;
    line(2, &format!("asked: {}", aspect.asks))?;
    if let Some(good) = &aspect.good {
        line(2, &format!("a good answer: {good}"))?;
    }
    if let Some((decision, suspicion)) = question.before {
        let by = if decision.by.is_empty() { String::new() } else { format!(" by {}", decision.by) };
        let why = if decision.why.is_empty() { String::new() } else { format!(" ({})", decision.why) };
        line(2, &format!("decided before: {}{by} on {}{why}", decision.answer.says(), decision.on))?;
        line(2, &format!("what changed: {}", changed(suspicion, several)))?;
    }
    line(2, &format!("the rules say: {}", question.rules_say))?;
    if question.shown.is_empty() {
        line(2, "nothing in the statement comes near it")?;
    }
    for (n, shown) in question.shown.iter().enumerate() {
        line(2, &format!("{}. {}: {}", n + 1, place(shown, several), said(shown, n < WHOLE)))?;
        line(5, shown.says)?;
    }
    Ok(())
}

fn place(shown: &Shown, several: bool) -> String {
    match shown.location.file.as_str() {
        file if several && !file.is_empty() => format!("{file}, {}", shown.location.text),
        _ => shown.location.text.clone(),
    }
}

/// The words with who does it and by when.
fn said(shown: &Shown, whole: bool) -> String {
    let rest = &shown.rest;
    let words = if whole { rest.words.clone() } else { wsoa::report::shorten(&rest.words) };
    let about: Vec<&str> = [&rest.owner, &rest.due].into_iter().flatten().map(String::as_str).collect();
    if about.is_empty() { format!("\"{words}\"") } else { format!("\"{words}\" ({})", about.join("; ")) }
}
