//! `wsoa rules show`: what the rules say about one thing.

use std::io::{self, Write};

use wsoa::pack::{AgencyId, Aspect, At, Example, Finding, Framework, Inspection, Item, NextStep, Rules, Set};

use super::find::{Named, Names};
use crate::cli::exit::Exit;
use crate::cli::explain;

/// What `rules show` understands.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An inspection, `finding`, `finding.aspect`, `inspection/finding`, a framework, or a set as `@name`
    id: String,
}

impl Args {
    /// Prints what has the id.
    pub(super) fn run(&self, rules: &Rules, out: &mut dyn Write) -> io::Result<Exit> {
        let names = Names::new(rules);
        let found = match names.find(&self.id) {
            Ok(found) => found,
            Err(why) => {
                explain(why)?;
                return Ok(Exit::Usage);
            }
        };
        let mut page = Page { rules, out };
        for (n, (id, named)) in found.into_iter().enumerate() {
            if n > 0 {
                writeln!(page.out)?;
            }
            writeln!(page.out, "{id}")?;
            match named {
                Named::Inspection(inspection) => page.inspection(inspection)?,
                Named::Finding(finding) => page.finding(finding)?,
                Named::NextStep(step) => page.next_step(step)?,
                Named::Aspect(aspect) => page.aspect(aspect)?,
                Named::Framework(framework) => page.framework(framework)?,
                Named::Set(set) => page.set(set)?,
            }
        }
        Ok(Exit::Clean)
    }
}

/// What is printed, and the rules it is about.
struct Page<'p> {
    rules: &'p Rules,
    out: &'p mut dyn Write,
}

impl Page<'_> {
    fn line(&mut self, what: &str, value: &str) -> io::Result<()> {
        writeln!(self.out, "  {what:<13} {value}")
    }

    fn query(&mut self, what: &str, at: &At) -> io::Result<()> {
        let query = self.rules.text_at(at).split_whitespace().collect::<Vec<_>>().join(" ");
        self.line(what, &query)
    }

    fn inspection(&mut self, one: &Inspection) -> io::Result<()> {
        let date = |date: Option<jiff::civil::Date>| date.map_or("-".to_owned(), |date| date.to_string());
        self.line("title", &one.title)?;
        self.line("framework", &one.framework)?;
        self.line("area", &one.area)?;
        self.line("inspectorates", &one.inspectorates.join(", "))?;
        if let Some((from, to)) = one.fieldwork {
            self.line("fieldwork", &format!("{from} to {to}"))?;
        }
        self.line("published", &date(one.published))?;
        self.line("due", &date(one.due))?;
        self.line("send to", one.send_to.as_deref().unwrap_or("-"))?;
        self.line("lead", one.lead.as_str())?;
        self.line("agencies", &joined(&one.agencies))?;
        self.line("standing", &one.standing)?;
        for item in one.items() {
            let n = item.order() + 1;
            match item {
                Item::NextStep(step) => writeln!(self.out, "\n{n:>3}. {}: {}", step.id, step.asks)?,
                Item::Finding(finding) => {
                    writeln!(self.out, "\n{n:>3}. {}: {}", finding.id, finding.summary)?;
                    for aspect in &finding.aspects {
                        writeln!(self.out, "       .{}: {}", aspect.id, aspect.asks)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn next_step(&mut self, step: &NextStep) -> io::Result<()> {
        self.line("asks", &step.asks)?;
        self.line("where", &step.place.to_string())?;
        self.line("check", step.check.name())
    }

    fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        self.line("summary", &finding.summary)?;
        self.line("where", &finding.place.to_string())?;
        self.line("agencies", &joined(&finding.agencies))?;
        for cue in &finding.cue_texts {
            self.line("cue", cue)?;
        }
        for aspect in &finding.aspects {
            writeln!(self.out, "\n.{}", aspect.id)?;
            self.aspect(aspect)?;
        }
        Ok(())
    }

    fn aspect(&mut self, aspect: &Aspect) -> io::Result<()> {
        self.line("asks", &aspect.asks)?;
        if let Some(good) = &aspect.good {
            self.line("good", good)?;
        }
        self.query("met by", &aspect.met_by_at)?;
        if let Some(at) = &aspect.told_by_at {
            self.query("told by", at)?;
        }
        if let Some(at) = &aspect.not_by_at {
            self.query("not by", at)?;
        }
        self.examples("accept", &aspect.accept)?;
        self.examples("reject", &aspect.reject)
    }

    fn examples(&mut self, what: &str, examples: &[Example]) -> io::Result<()> {
        examples.iter().try_for_each(|example| self.line(what, &example.text))
    }

    fn framework(&mut self, framework: &Framework) -> io::Result<()> {
        self.line("name", &framework.name)?;
        self.line("summary", &framework.summary)
    }

    fn set(&mut self, set: &Set) -> io::Result<()> {
        let file = self.rules.source(set.at.file).map_or("", |source| &source.name);
        self.line("file", file)?;
        self.query("query", &set.at)
    }
}

fn joined(agencies: &[AgencyId]) -> String {
    agencies.iter().map(AgencyId::as_str).collect::<Vec<_>>().join(", ")
}
