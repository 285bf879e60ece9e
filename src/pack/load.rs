//! Rule files to rules: parsed, told apart, read in the order in which they need each other, and compiled.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::at::SourceRef;
use super::code::Code;
use super::defined::Defined;
use super::fields::{Fields, File};
use super::inspection::Reader;
use super::keys;
use super::kind::Kind;
use super::model::Rules;
use super::problem::{Problem, Problems, Report};
use super::queries::Queries;
use super::source::Source;
use super::vocabulary::Language;
use super::{framework, language};

/// Loads rule files, sorted by name first. Warnings are kept in [`Rules::warnings`].
///
/// # Errors
///
/// Gives every problem in all of the files, warnings among them, if any of them is an error.
pub fn load(sources: Vec<Source>) -> Result<Rules, Problems> {
    let mut rules = load_partly(sources);
    if rules.warnings.any_error() { Err(std::mem::take(&mut rules.warnings)) } else { Ok(rules) }
}

/// Loads what can be used of rule files, for those who look into the rules and judge no statement by them. Everything
/// that is wrong is kept in [`Rules::warnings`], errors too.
pub fn load_partly(mut sources: Vec<Source>) -> Rules {
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let report = Report::default();
    let parsed: Vec<_> = sources.iter().map(|source| DeTable::parse_recoverable(&source.text)).collect();
    let mut rules = read(&sources, &parsed, &report);
    let mut problems = report.into_problems();
    for (source, (_, errors)) in sources.iter().zip(&parsed) {
        note_syntax(source, errors, &mut problems);
    }
    drop(parsed);
    rules.warnings = Problems::from(problems);
    rules.sources = sources;
    rules
}

type Parsed<'t> = (Spanned<DeTable<'t>>, Vec<Error>);

/// Reads what parsed: sets before what uses them, agencies and frameworks before the inspections that name them.
fn read(sources: &[Source], parsed: &[Parsed<'_>], report: &Report) -> Rules {
    let (mut languages, mut frameworks, mut inspections) = (Vec::new(), Vec::new(), Vec::new());
    for (n, (source, (root, _))) in sources.iter().zip(parsed).enumerate() {
        let file = File { source, at: SourceRef(n), report };
        let first_line = 0..source.text.find('\n').unwrap_or(source.text.len());
        let open = |what, known| Fields::open(file, root.get_ref(), first_line.clone(), what, known);
        match source.kind_of(root.get_ref()) {
            Kind::Language => languages.push(open("a language file", keys::LANGUAGE_FILE)),
            Kind::Framework => frameworks.push(open("a framework file", keys::FRAMEWORK_FILE)),
            Kind::Inspection => inspections.push(open("an inspection file", keys::INSPECTION_FILE)),
        }
    }
    let mut queries = Queries::default();
    let mut vocabulary =
        Language { sets: language::read_sets(&languages, &mut queries), ..Language::default() };
    let (mut agencies, mut topics) = (Defined::new("agency"), Defined::new("topic"));
    for root in &languages {
        language::read(root, &mut queries, (&mut agencies, &mut topics), &mut vocabulary);
    }
    let mut framework_ids = Defined::new("framework");
    let frameworks = frameworks.iter().filter_map(|root| framework::read(root, &mut framework_ids)).collect();
    let files: Vec<File<'_>> =
        sources.iter().enumerate().map(|(n, source)| File { source, at: SourceRef(n), report }).collect();
    let frameworks = framework::extend(frameworks, &files);
    let mut reader = Reader {
        queries: &mut queries,
        agencies: &agencies,
        frameworks: &framework_ids,
        inspections: Defined::new("inspection"),
        number: 0,
        draft: false,
    };
    let inspections = inspections.iter().filter_map(|root| reader.read(root)).collect();
    let built = queries.build(vocabulary.words.clone());
    Rules {
        inspections,
        frameworks,
        language: vocabulary,
        library: built.library,
        analyzer: built.analyzer,
        sources: Vec::new(),
        queries: built.places,
        patterns: built.patterns,
        warnings: Problems::default(),
    }
}

/// Adds the syntax errors of one file to `problems`, and takes out what only echoes them: whatever else is wrong on
/// the same line, and things missed that may stand in the part that could not be read.
fn note_syntax(source: &Source, errors: &[Error], problems: &mut Vec<Problem>) {
    if errors.is_empty() {
        return;
    }
    let broken: Vec<_> = errors.iter().map(|error| line_of(source, &error.span().unwrap_or(0..0))).collect();
    let may_be_unread = [Code::MissingKey, Code::NoAspects, Code::FewExamples];
    problems.retain(|problem| {
        let here = problem.source.as_ref() == Some(source);
        let start = problem.labels.first().map_or(0, |(span, _)| span.start);
        let echo = may_be_unread.contains(&problem.code) || broken.iter().any(|line| line.contains(&start));
        !(here && echo)
    });
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        problems.push(Problem::new(Code::TomlSyntax, source, span, error.message()));
    }
}

/// Returns the line, its end included, in which `span` starts.
fn line_of(source: &Source, span: &Range<usize>) -> Range<usize> {
    let before = source.text.get(..span.start).unwrap_or_default();
    let after = source.text.get(span.start..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    start..span.start + after.find('\n').map_or(after.len(), |end| end + 1)
}
