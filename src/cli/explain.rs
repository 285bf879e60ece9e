//! `wsoa explain`: what a code, a reason or an item of the letter means, and what a good answer contains.

use std::fmt::Write as _;

use clap::Args;

use super::exit::Exit;
use super::failure::Failure;
use super::out;
use crate::Global;
use wsoa::assess::{Code, Reason};
use wsoa::pack::{Aspect, Finding, Inspection, NextStep, Rules};

/// Explain a problem code, a reason, or what an item of the letter asks
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  wsoa explain finding-partial
  wsoa explain deferred
  wsoa explain escalation
  wsoa explain escalation.senior-leaders")]
pub(crate) struct Explain {
    /// A code (`finding-partial`), a reason (`deferred`), a finding, `finding.aspect` or next step
    #[arg(value_name = "CODE|ITEM")]
    name: String,
}

/// Runs the command.
pub(crate) fn run(args: &Explain, global: &Global) -> Result<Exit, Failure> {
    let name = args.name.as_str();
    let mut text = String::new();
    if let Some(code) = Code::from_name(name) {
        of_code(code, &mut text);
    } else if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.code() == name) {
        let _ = writeln!(text, "{name}: {}\n\n{}", reason.says(), reason.explanation());
    } else {
        let rules = global.rules()?;
        of_item(name, &rules, &mut text);
        if text.is_empty() {
            return Err(Failure::unknown_name(name, known_names(&rules).iter().map(String::as_str)));
        }
    }
    out::print(&text)?;
    Ok(Exit::Clean)
}

fn of_code(code: Code, text: &mut String) {
    let severity = format!("{:?}", code.severity()).to_lowercase();
    let _ = writeln!(text, "{code} ({severity}): {}\n\n{}", code.description(), code.explanation());
}

fn of_item(name: &str, rules: &Rules, text: &mut String) {
    let (pack, name) = name.split_once('/').map_or((None, name), |(pack, name)| (Some(pack), name));
    let (item, aspect) = name.split_once('.').map_or((name, None), |(item, aspect)| (item, Some(aspect)));
    let packs = rules.inspections.iter().filter(|inspection| pack.is_none_or(|pack| inspection.id == pack));
    for inspection in packs {
        for finding in inspection.findings.iter().filter(|finding| finding.id == item) {
            of_finding(inspection, finding, aspect, text);
        }
        for step in inspection.next_steps.iter().filter(|step| step.id == item && aspect.is_none()) {
            of_next_step(inspection, step, text);
        }
    }
}

fn of_finding(inspection: &Inspection, finding: &Finding, aspect: Option<&str>, text: &mut String) {
    let aspects: Vec<&Aspect> = finding.aspects.iter().filter(|a| aspect.is_none_or(|wanted| a.id == wanted)).collect();
    if aspects.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}: {}", finding.id, finding.summary);
    let _ = writeln!(text, "asked in: {} ({})", inspection.title, finding.place);
    for aspect in aspects {
        let _ = writeln!(text, "\n{}.{}\n  asks: {}", finding.id, aspect.id, aspect.asks);
        if let Some(good) = &aspect.good {
            let _ = writeln!(text, "  a good answer: {good}");
        }
        if let Some(example) = aspect.accept.first() {
            let _ = writeln!(text, "  meets it: \"{}\"", example.text);
        }
        if let Some(example) = aspect.reject.first() {
            let _ = writeln!(text, "  does not: \"{}\"", example.text);
        }
    }
    text.push('\n');
}

fn of_next_step(inspection: &Inspection, step: &NextStep, text: &mut String) {
    let _ = writeln!(text, "{}: {}", step.id, step.asks);
    let _ = writeln!(text, "asked in: {} ({})\n", inspection.title, step.place);
    let _ = writeln!(text, "{}\n", step.check.explanation());
}

fn known_names(rules: &Rules) -> Vec<String> {
    let mut names: Vec<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    names.extend(Reason::ALL.iter().map(|reason| reason.code().to_owned()));
    for inspection in &rules.inspections {
        names.extend(inspection.next_steps.iter().map(|step| step.id.clone()));
        for finding in &inspection.findings {
            names.push(finding.id.clone());
            names.extend(finding.aspects.iter().map(|aspect| format!("{}.{}", finding.id, aspect.id)));
        }
    }
    names
}
