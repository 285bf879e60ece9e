//! `wsoa explain`: what a code, a reason or an item of the letter means, and what a good answer contains.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::Global;
use super::columns::columns;
use super::exit::Exit;
use super::failure::Failure;
use wsoa::assess::{Code, Reason};
use wsoa::pack::{self, Aspect, Finding, Inspection, NextStep, NextStepCheck, Rules};

/// What to explain.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  wsoa explain
  wsoa explain finding-partial
  wsoa explain deferred
  wsoa explain shadowed-synonym
  wsoa explain escalation
  wsoa explain escalation.senior-leaders")]
pub(crate) struct Args {
    /// A code of a statement (`finding-partial`) or a rule file (`shadowed-synonym`), a reason (`deferred`), a finding,
    /// `finding.aspect` or next step [default: list the codes and reasons]
    #[arg(value_name = "CODE|ITEM")]
    name: Option<String>,
}

impl Args {
    /// Runs the command.
    pub(crate) fn run(&self, global: &Global, out: &mut dyn Write) -> io::Result<Exit> {
        let Some(name) = &self.name else { return list(out).map(|()| Exit::Clean) };
        match text(name, global) {
            Ok(text) => out.write_all(text.as_bytes()).map(|()| Exit::Clean),
            Err(failure) => failure.explain(),
        }
    }
}

/// Lists every code and reason with what it means in a line.
fn list(out: &mut dyn Write) -> io::Result<()> {
    let of_statements = Code::ALL.iter().map(|code| [code.to_string(), code.description().to_owned()]);
    let reasons = Reason::ALL.iter().map(|reason| [reason.code().to_owned(), reason.says().to_owned()]);
    let of_rules = pack::Code::ALL.iter().map(|code| [code.to_string(), code.description().to_owned()]);
    writeln!(out, "What can be wrong with a statement\n")?;
    columns(&of_statements.collect::<Vec<_>>(), out)?;
    writeln!(out, "\nWhy a passage does not meet an aspect\n")?;
    columns(&reasons.collect::<Vec<_>>(), out)?;
    writeln!(out, "\nWhat can be wrong with a rule file\n")?;
    columns(&of_rules.collect::<Vec<_>>(), out)
}

fn text(name: &str, global: &Global) -> Result<String, Failure> {
    let mut text = String::new();
    if let Some(code) = Code::from_name(name) {
        of_code(code, &mut text);
    } else if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.code() == name) {
        let _ = writeln!(text, "{name}: {}\n\n{}", reason.says(), reason.explanation());
    } else if let Some(code) = pack::Code::ALL.iter().find(|code| code.name() == name) {
        of_rule_code(*code, &mut text);
    } else {
        let rules = global.load()?;
        of_item(name, &rules, &mut text);
        if text.is_empty() {
            return Err(Failure::unknown_name(name, &known_names(&rules)));
        }
    }
    Ok(text)
}

fn of_code(code: Code, text: &mut String) {
    let (severity, says) = (code.severity(), code.description());
    let _ = writeln!(text, "{code} ({severity}): {says}\n\n{}", code.explanation());
}

/// Explains what can be wrong with a rule file.
fn of_rule_code(code: pack::Code, text: &mut String) {
    let means = match code.severity() {
        pack::Severity::Error => "The rules cannot be used until it is mended.",
        pack::Severity::Warning => "The rules can be used; somebody should look.",
    };
    let _ = writeln!(text, "{code}: {}\n\n{means}\nWhat to do: {}", code.description(), code.help());
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
    let aspects: Vec<&Aspect> =
        finding.aspects.iter().filter(|a| aspect.is_none_or(|wanted| a.id == wanted)).collect();
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
    let _ = writeln!(text, "{}\n", check_explanation(step.check));
}

fn check_explanation(check: NextStepCheck) -> &'static str {
    match check {
        NextStepCheck::CoordinatedStatement => {
            "Met when a passage of the statement says that it is the one coordinated answer. Say in the opening what the \
             document is, which letter it answers, and who coordinates it."
        }
        NextStepCheck::RespondsToFindings => {
            "Met when every finding is addressed: committed actions answer every aspect. The report lists what is missing."
        }
        NextStepCheck::MultiAgency => {
            "Met when each agency of the inspection owns an action. The owner column counts, a mention in the text does not."
        }
        NextStepCheck::PartnershipAndAgencyActions => {
            "Met when some actions are owned by several agencies together and some by one alone."
        }
        NextStepCheck::Submission => {
            "Met when the day of the check is not past the due date and the statement says where it goes or when it is sent."
        }
    }
}

fn known_names(rules: &Rules) -> Vec<String> {
    let mut names: Vec<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    names.extend(pack::Code::ALL.iter().map(|code| code.name().to_owned()));
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
