//! `cue-twice`: a cue that stands in a cue of another finding of the same letter, so that both findings are named.

use super::Lint;
use super::desk::Desk;
use crate::pack::{At, Code, Finding, Inspection, Problem};

pub(super) const LINT: Lint = Lint { code: Code::CueTwice, look };

/// A cue with its words by their stems.
struct Cue<'r> {
    finding: &'r Finding,
    text: &'r str,
    at: &'r At,
    stems: Vec<String>,
}

fn look(desk: &Desk<'_>) -> Vec<Problem> {
    desk.rules.inspections.iter().flat_map(|inspection| doubts(desk, inspection)).collect()
}

fn doubts(desk: &Desk<'_>, inspection: &Inspection) -> Vec<Problem> {
    let findings = inspection.findings.iter();
    let cues: Vec<Cue<'_>> = findings.flat_map(|finding| cues(desk, finding)).collect();
    let mut doubts = Vec::new();
    for (place, cue) in cues.iter().enumerate() {
        let others = cues.iter().enumerate().filter(|(_, other)| other.finding.id != cue.finding.id);
        // Of two that are the same the later one is doubted.
        let mut holding =
            others.filter(|(at, other)| cue.stands_in(other) && (*at < place || !other.stands_in(cue)));
        if let Some((_, other)) = holding.next() {
            doubts.push(doubt(desk, cue, other));
        }
    }
    doubts
}

fn cues<'r>(desk: &Desk<'_>, finding: &'r Finding) -> Vec<Cue<'r>> {
    let stems = |text: &str| desk.rules.analyzer.words(text).into_iter().map(|word| word.stem).collect();
    let cues = finding.cue_texts.iter().zip(&finding.cues_at);
    cues.map(|(text, at)| Cue { finding, text, at, stems: stems(text) }).collect()
}

impl Cue<'_> {
    fn stands_in(&self, other: &Self) -> bool {
        !self.stems.is_empty() && other.stems.windows(self.stems.len()).any(|run| run == self.stems)
    }
}

fn doubt(desk: &Desk<'_>, cue: &Cue<'_>, other: &Cue<'_>) -> Problem {
    let message = match cue.stems.len() == other.stems.len() {
        true => format!("`{}` is a cue of `{}` too", cue.text, other.finding.id),
        false => format!("`{}` stands in a cue of `{}`, so that it names both", cue.text, other.finding.id),
    };
    let doubt = desk.doubt(Code::CueTwice, cue.at, message);
    doubt.also(other.at.bytes.clone(), format!("a cue of `{}`", other.finding.id))
}
