//! How long it takes to write a report on a large statement: ten megabytes of text, a thousand actions and a thousand gaps.
//!
//! `cargo bench --bench reports`
#![allow(clippy::unwrap_used, reason = "a measurement fails by panicking")]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use divan::Bencher;
use wsoa::assess::{
    AspectOutcome, Assessment, Confidence, Diagnostic, FindingOutcome, ItemOutcome, Near, Reason, Verdict,
    assess, diagnose,
};
use wsoa::document::{self, Limits, Location};
use wsoa::pack::{Inspection, Rules};
use wsoa::report::{self, Look, Outcome, Report};
use wsoa::statement::{self, Passage, Statement};

/// How many gaps the report tells of, how many actions the statement has, and how much text it holds beside them.
const GAPS: usize = 1000;
const ACTIONS: usize = 1000;
const BYTES: usize = 10 << 20;

const PACK: &str = "jtai-central-bedfordshire-2016";
const SAMPLE: &str = "tests/statements/ladder-plan.md";

struct Large {
    rules: Rules,
    inspection: Inspection,
    statement: Statement,
    assessment: Assessment,
    diagnostics: Vec<Diagnostic>,
    asked: BTreeMap<String, wsoa::letter::Item>,
}

impl Large {
    fn report(&self) -> Report<'_> {
        Report {
            statement: &self.statement,
            rules: &self.rules,
            inspection: &self.inspection,
            asked: &self.asked,
            assessment: &self.assessment,
            diagnostics: &self.diagnostics,
        }
    }
}

/// Makes a large statement of the sample: its actions over and over, and every finding with all of its aspects open.
fn large() -> &'static Large {
    static LARGE: OnceLock<Large> = OnceLock::new();
    LARGE.get_or_init(|| {
        let rules = Rules::embedded().unwrap();
        let sample = rules.inspection(PACK).unwrap();
        let document =
            document::read("large.md", &std::fs::read(SAMPLE).unwrap(), &Limits::default()).unwrap();
        let mut statement = statement::read(&[document], &rules, sample.published);
        let mut assessment = assess(&statement, &rules, sample, jiff::civil::date(2016, 8, 9));
        statement.actions = statement.actions.iter().cycle().take(ACTIONS).cloned().collect();
        assessment.answers = vec![Vec::new(); ACTIONS];
        let passage = statement.passages.iter().max_by_key(|passage| passage.text.len()).unwrap().clone();
        let many = BYTES / passage.text.len();
        statement.passages = std::iter::repeat_n(passage.clone(), many).collect();

        let mut inspection = sample.clone();
        inspection.findings = Vec::new();
        assessment.items.retain(|item| matches!(item, ItemOutcome::NextStep(_)));
        let mut gaps = 0;
        for (number, finding) in sample.findings.iter().cycle().enumerate() {
            if gaps >= GAPS {
                break;
            }
            let mut finding = finding.clone();
            finding.id = format!("{}-{number}", finding.id);
            let aspects = finding.aspects.iter().map(|aspect| open(&aspect.id, &passage)).collect();
            gaps += finding.aspects.len();
            let (id, verdict) = (finding.id.clone(), Verdict::Unaddressed);
            assessment.items.push(ItemOutcome::Finding(FindingOutcome {
                id,
                verdict,
                aspects,
                waived: None,
            }));
            inspection.findings.push(finding);
        }
        let diagnostics = diagnose(&statement, &rules, &inspection, &assessment);
        Large { rules, inspection, statement, assessment, diagnostics, asked: BTreeMap::new() }
    })
}

fn open(id: &str, passage: &Passage) -> AspectOutcome {
    let location = Location { file: "large.md".to_owned(), ..passage.location.clone() };
    let near = Near { quote: passage.text.clone(), location, action: None, why: Reason::ContextOnly };
    AspectOutcome {
        id: id.to_owned(),
        met: false,
        confidence: Confidence::Likely,
        reason: Some(Reason::ContextOnly),
        evidence: Vec::new(),
        nearest: vec![near; 3],
        reviewed: None,
    }
}

fn main() {
    divan::main();
}

/// Measures one way of writing the report.
fn measure(bencher: Bencher<'_, '_>, write: impl Fn(&[Outcome<'_>]) -> String) {
    let outcomes = [Outcome::Checked(large().report())];
    bencher.bench_local(|| write(divan::black_box(&outcomes)));
}

#[divan::bench]
fn text(bencher: Bencher<'_, '_>) {
    let look = Look { colour: true, width: 100, quiet: false, plain: false };
    measure(bencher, |outcomes| report::terminal(outcomes, look));
}

#[divan::bench]
fn plain(bencher: Bencher<'_, '_>) {
    let look = Look { colour: false, width: 100, quiet: false, plain: true };
    measure(bencher, |outcomes| report::terminal(outcomes, look));
}

#[divan::bench]
fn concise(bencher: Bencher<'_, '_>) {
    measure(bencher, report::concise);
}

#[divan::bench]
fn json(bencher: Bencher<'_, '_>) {
    measure(bencher, |outcomes| outcomes.iter().filter_map(Outcome::report).map(report::json).collect());
}

#[divan::bench]
fn html(bencher: Bencher<'_, '_>) {
    measure(bencher, report::html);
}

#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    measure(bencher, report::markdown);
}
