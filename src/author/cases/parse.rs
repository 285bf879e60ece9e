//! Reads a file of cases: headings, and the fenced blocks below each.

use jiff::civil::Date;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

use super::expectation::Expectation;
use super::{Case, CaseProblem, CaseStatement, Fence, line_of};

/// What a `case` block says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    pack: Option<String>,
    as_of: Option<toml::value::Datetime>,
    statement: Option<String>,
}

/// A heading with the blocks below it.
#[derive(Debug)]
struct Section {
    name: String,
    line: usize,
    fences: Vec<Fence>,
}

/// Reads the cases in `text`. The pack and the day of the first case hold for those that name none.
///
/// # Errors
///
/// Everything that is wrong with the file, each with its line.
pub fn parse(text: &str) -> Result<Vec<Case>, Vec<CaseProblem>> {
    let mut reader = Reader { text, pack: None, as_of: None, problems: Vec::new() };
    let cases: Vec<Case> = sections(text).iter().filter_map(|section| reader.case(section)).collect();
    if cases.is_empty() && reader.problems.is_empty() {
        let message = "no case stands here; write a heading, and a block that opens with ```case below it";
        reader.problems.push(CaseProblem { line: 1, message: message.to_owned() });
    }
    if reader.problems.is_empty() { Ok(cases) } else { Err(reader.problems) }
}

struct Reader<'t> {
    text: &'t str,
    pack: Option<String>,
    as_of: Option<Date>,
    problems: Vec<CaseProblem>,
}

impl Reader<'_> {
    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(CaseProblem { line, message: message.into() });
    }

    /// Returns the case of a section, where it holds one.
    fn case(&mut self, section: &Section) -> Option<Case> {
        let of = |info: &str| section.fences.iter().find(|fence| fence.info == info);
        for fence in &section.fences {
            if !["case", "statement", "expect"].contains(&fence.info.as_str()) && of("case").is_some() {
                let message = format!("a block `{}` is none of `case`, `statement` and `expect`", fence.info);
                self.problem(line_of(self.text, fence.bytes.start) - 1, message);
            }
        }
        let fence = of("case")?;
        let line = line_of(self.text, fence.bytes.start) - 1;
        let expectations = of("expect").map(|fence| self.expectations(fence)).unwrap_or_default();
        // What cannot be read is told of once, and not again as missing.
        let head = self.head(fence)?;
        self.pack = head.pack.or(self.pack.take());
        self.as_of = head.as_of.and_then(|day| self.day(day, line)).or(self.as_of);
        let statement = match (head.statement, of("statement")) {
            (Some(file), None) => Some(CaseStatement::File(file)),
            (None, Some(written)) => Some(CaseStatement::Written(written.text.clone())),
            (Some(_), Some(_)) => {
                self.problem(line, "the statement is both a file and a block; take out one");
                None
            }
            (None, None) => {
                self.problem(line, "the case has no statement; name a file as `statement = \"...\"`, or write a block ```statement");
                None
            }
        };
        if self.pack.is_none() {
            self.problem(line, "the case names no pack; write `pack = \"...\"` with the id of an inspection");
        }
        if self.as_of.is_none() {
            self.problem(line, "the case names no day; write `as_of = 2016-08-09`");
        }
        if of("expect").is_none_or(|fence| fence.text.trim().is_empty()) {
            self.problem(
                line,
                "the case expects nothing; write a block ```expect with a line for each verdict",
            );
        }
        Some(Case {
            name: section.name.clone(),
            pack: self.pack.clone()?,
            as_of: self.as_of?,
            statement: statement?,
            expectations,
            line: section.line,
        })
    }

    fn head(&mut self, fence: &Fence) -> Option<Head> {
        match toml::from_str(&fence.text) {
            Ok(head) => Some(head),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.problem(line_of(self.text, fence.bytes.start + at), error.message());
                None
            }
        }
    }

    fn day(&mut self, written: toml::value::Datetime, line: usize) -> Option<Date> {
        let day = written.to_string().parse().ok();
        if day.is_none() {
            self.problem(line, format!("`{written}` is no day; write it as 2016-08-09"));
        }
        day
    }

    fn expectations(&mut self, fence: &Fence) -> Vec<Expectation> {
        let first = line_of(self.text, fence.bytes.start);
        let mut expectations = Vec::new();
        for (n, written) in fence.text.lines().enumerate() {
            match Expectation::read(written, first + n) {
                Ok(expectation) => expectations.extend(expectation),
                Err(problem) => self.problems.push(problem),
            }
        }
        expectations
    }
}

/// Returns the headings of a file, each with the fenced blocks that follow it before the next.
fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section { name: String::new(), line: 1, fences: Vec::new() }];
    let (mut in_heading, mut in_fence) = (false, false);
    for (event, bytes) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                let line = line_of(text, bytes.start);
                sections.push(Section { name: String::new(), line, fences: Vec::new() });
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::End(TagEnd::CodeBlock) => in_fence = false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                in_fence = true;
                if let Some(section) = sections.last_mut() {
                    section.fences.push(Fence {
                        info: info.trim().to_owned(),
                        text: String::new(),
                        bytes: 0..0,
                    });
                }
            }
            Event::Text(part) | Event::Code(part) => {
                let Some(section) = sections.last_mut() else { continue };
                match section.fences.last_mut().filter(|_| in_fence) {
                    Some(fence) => {
                        let start = if fence.text.is_empty() { bytes.start } else { fence.bytes.start };
                        fence.bytes = start..bytes.end;
                        fence.text.push_str(&part);
                    }
                    None if in_heading => section.name.push_str(&part),
                    None => {}
                }
            }
            _ => {}
        }
    }
    sections
}
