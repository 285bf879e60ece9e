//! Queries in rule files: cut out of their quotes, parsed, checked against the sets, and added to the library.

use std::ops::Range;

use super::at::At;
use super::code::Code;
use super::fields::{Field, File, Text};
use crate::query::{Ast, Library, LibraryBuilder, Node, QueryId, parse};
use crate::text::{Analyzer, WordRules};

/// A query that parses, with its place.
#[derive(Debug, Clone)]
pub(super) struct Written<'t> {
    ast: Ast,
    file: File<'t>,
    /// Where the query itself stands, without its quotes.
    bytes: Range<usize>,
}

impl Written<'_> {
    /// Returns its place in the rules.
    pub(super) fn at(&self) -> At {
        self.file.at(self.bytes.clone())
    }
}

/// Parses the query that a value holds; every problem is noted at its place inside the query.
pub(super) fn written<'t>(field: Field<'t>) -> Option<Written<'t>> {
    field.text()?;
    let raw = field.raw();
    let Some(inside) = inside_quotes(raw) else {
        let message = "a query with a backslash must stand between single quotes";
        field.object(Code::QueryString, message, Code::QueryString.help());
        return None;
    };
    let start = field.span().start + inside.start;
    let query = raw.get(inside.clone())?;
    match parse(query) {
        Ok(ast) => Some(Written { ast, file: field.file, bytes: start..start + query.len() }),
        Err(problems) => {
            for found in problems {
                let span = visible(&found.span, query);
                let at = start + span.start..start + span.end;
                let problem = field.file.problem(Code::QuerySyntax, at, &found.message);
                let help = found.help.as_deref().unwrap_or(Code::QuerySyntax.help());
                field.file.report.push(problem.help(help));
            }
            None
        }
    }
}

/// Returns where the query starts and ends inside the TOML string `raw`, or `None` where escapes in the string
/// would make its text differ from what stands in the file.
fn inside_quotes(raw: &str) -> Option<Range<usize>> {
    let escapes = raw.starts_with('"') && raw.contains('\\');
    let long = raw.starts_with("'''") || raw.starts_with("\"\"\"");
    let quotes = if long { 3 } else { 1 };
    let body = raw.get(quotes..raw.len().checked_sub(quotes)?)?;
    let first_line = match (long, body) {
        (true, body) if body.starts_with("\r\n") => 2,
        (true, body) if body.starts_with('\n') => 1,
        _ => 0,
    };
    (!escapes).then_some(quotes + first_line..quotes + body.len())
}

/// Widens an empty span to the sign beside it, so that a label shows something.
fn visible(span: &Range<usize>, query: &str) -> Range<usize> {
    if !span.is_empty() {
        return span.clone();
    }
    let after = query.get(span.start..).and_then(|rest| rest.chars().next());
    let before = query.get(..span.start).and_then(|rest| rest.chars().next_back());
    match (after, before) {
        (Some(sign), _) => span.start..span.start + sign.len_utf8(),
        (None, Some(sign)) => span.start - sign.len_utf8()..span.start,
        (None, None) => span.clone(),
    }
}

/// Of what text a query is asked. Those that are asked of the same are looked for together, and no others beside them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Group {
    /// The sets themselves, for a person who looks into the rules.
    Sets,
    /// Owners, agency headings and doers.
    Agencies,
    /// Headings of columns.
    Columns,
    /// Sentences that name an owner or a measure.
    Clauses,
    /// Sentences that may commit.
    Commitments,
    /// Actions, owners and measures that may show a sign.
    Signs,
    /// Headings of sections.
    Sections,
    /// Whole statements, to know their inspection.
    Recognise,
    /// Items of a letter, which may ask about a topic or demand something of the statement.
    Topics,
    /// What answers topics; copied into the rules of a letter, and asked of no text as it stands.
    TopicAnswers,
    /// Headings and cells that may name a finding of the inspection with this number.
    Names(usize),
    /// Passages that may do what a next step of the inspection asks.
    NextSteps(usize),
    /// Actions that may answer an aspect of the inspection.
    Aspects(usize),
}

impl Group {
    fn number(self) -> usize {
        match self {
            Self::Sets => 0,
            Self::Agencies => 1,
            Self::Columns => 2,
            Self::Clauses => 3,
            Self::Commitments => 4,
            Self::Sections => 5,
            Self::Signs => 6,
            Self::Recognise => 7,
            Self::Topics => 8,
            Self::TopicAnswers => 9,
            Self::Names(inspection) => 10 + 3 * inspection,
            Self::NextSteps(inspection) => 11 + 3 * inspection,
            Self::Aspects(inspection) => 12 + 3 * inspection,
        }
    }
}

/// All queries, ready to be asked.
pub(super) struct Built {
    pub(super) library: Library,
    pub(super) analyzer: Analyzer,
    /// Every query but the cues, with its place.
    pub(super) places: Vec<(QueryId, At)>,
    /// Every regular expression outside of queries, with its place.
    pub(super) patterns: Vec<(String, At)>,
}

/// Gathers the sets and queries of all packs.
#[derive(Debug, Default)]
pub(super) struct Queries {
    builder: LibraryBuilder,
    places: Vec<(QueryId, At)>,
    patterns: Vec<(String, At)>,
}

impl Queries {
    /// Adds a set under a name that is free. One whose query is wrong is added too, so that its name is known.
    pub(super) fn add_set(&mut self, name: &str, query: Option<&Written<'_>>) {
        let unknown = || Ast { span: 0..0, node: Node::Word(name.to_owned()) };
        self.builder.add_set(name, query.map_or_else(unknown, |query| query.ast.clone()));
    }

    /// Adds a query; names in it that mean nothing are noted. All sets must have been added before.
    pub(super) fn add(&mut self, query: Written<'_>, group: Group) -> QueryId {
        for found in self.builder.check(&query.ast) {
            let start = query.bytes.start;
            let at = start + found.span.start..start + found.span.end;
            let problem = query.file.problem(Code::QuerySet, at, &found.message);
            let help = found.help.as_deref().unwrap_or(Code::QuerySet.help());
            query.file.report.push(problem.help(help));
        }
        let at = query.at();
        let id = self.builder.add_to_group(group.number(), query.ast);
        self.places.push((id, at));
        id
    }

    /// Notes a regular expression that is used outside of queries.
    pub(super) fn note_pattern(&mut self, pattern: &str, at: At) {
        self.patterns.push((pattern.to_owned(), at));
    }

    /// Adds the query that a value holds, with its place.
    pub(super) fn read(&mut self, field: Field<'_>, group: Group) -> Option<(QueryId, At)> {
        let query = written(field)?;
        let at = query.at();
        Some((self.add(query, group), at))
    }

    /// Adds a query that matches `text` as a phrase.
    pub(super) fn phrase(&mut self, file: File<'_>, text: &Text, group: Group) -> Option<QueryId> {
        let words = text.value.replace('"', " ");
        match parse(&format!("\"{words}\"")) {
            Ok(ast) => Some(self.builder.add_to_group(group.number(), ast)),
            Err(problems) => {
                let why = problems.first().map_or("it holds no word", |problem| problem.message.as_str());
                let message = format!("this cannot be looked for as a phrase: {why}");
                file.report.push(file.problem(Code::QuerySyntax, text.span.clone(), message));
                None
            }
        }
    }

    /// Makes them all ready, with an analyzer for texts that works by the same `words`.
    pub(super) fn build(self, words: WordRules) -> Built {
        let analyzer = Analyzer::new(words);
        let library = self.builder.build(&analyzer);
        Built { library, analyzer, places: self.places, patterns: self.patterns }
    }
}
