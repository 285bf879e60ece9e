//! The smaller matters: what is about no item of the letter, by kind.

use maud::{Markup, html};

use super::aspect::place;
use super::frame::Frame;
use super::parts::{Tone, counted, mark, told};
use crate::assess::{Code, Diagnostic, Severity};
use crate::report::Report;

/// Returns the matters that are about no item of the letter.
pub(super) fn without_item<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a Diagnostic> {
    report.diagnostics.iter().filter(|found| found.item.is_none())
}

/// Returns the matters by code, the weightiest first.
pub(super) fn smaller(report: &Report<'_>, frame: &Frame) -> Markup {
    let mut groups: Vec<(Code, Vec<&Diagnostic>)> = Code::ALL
        .iter()
        .map(|code| (*code, without_item(report).filter(|found| found.code == *code).collect::<Vec<_>>()))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    groups.sort_by_key(|(_, found)| std::cmp::Reverse(found.iter().map(|found| found.severity).max()));
    html! { @for (code, found) in groups { (group(report, code, &found, frame)) } }
}

fn group(report: &Report<'_>, code: Code, found: &[&Diagnostic], frame: &Frame) -> Markup {
    let severity = found.iter().map(|found| found.severity).max().unwrap_or(Severity::Note);
    let helps: Vec<&str> = found.iter().map(|found| found.help.as_str()).collect();
    let help = helps.first().copied().filter(|first| helps.iter().all(|help| help == first));
    let title = html! { (sentence(code.description())) " " (weight(severity)) };
    html! {
        section.matter {
            (frame.heading(1, None, &title))
            p.soft.small {
                code { (code) }
                @if found.len() > 1 { " · " (counted(found.len(), "time")) }
                @if let Some(help) = help { " · what to do: " (told(help)) }
            }
            ul {
                @for found in found {
                    li {
                        @if let Some(location) = &found.location { (place(report, location)) ": " }
                        (told(&found.message))
                        @if help.is_none() { span.soft { "; " (told(&found.help)) } }
                        @if found.waived { " (waived)" }
                    }
                }
            }
        }
    }
}

fn weight(severity: Severity) -> Markup {
    match severity {
        Severity::Error => mark(Tone::Bad, "✗", "error"),
        Severity::Warning => mark(Tone::Half, "!", "warning"),
        Severity::Note => mark(Tone::Quiet, "·", "note"),
    }
}

/// Returns words as the beginning of a sentence.
fn sentence(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
