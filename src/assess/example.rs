//! Examples: whether a rule author's example sentence meets its aspect, by the same judgement as a statement.

use super::answers::Case;
use super::likeness::Profiles;
use super::ties::Bond;
use crate::pack::{Inspection, Rules};
use crate::statement::{Judge, Sentence};

/// What an aspect makes of one example.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// Whether it answers the aspect as an action in a row of its finding, were there no other aspect that it could answer.
    pub answers: bool,
    /// Whether `met_by` matches.
    pub met: bool,
    /// Whether `told_by` matches.
    pub told: bool,
    /// Whether `not_by` matches.
    pub refused: bool,
    /// Whether it is rather like the rejected examples than the accepted ones.
    pub beside: bool,
    /// The words that were judged: the example without its [`dropped`](Self::dropped) sentences.
    pub kept: String,
    /// The sentences taken out, since they commit nobody.
    pub dropped: Vec<Sentence>,
}

/// How strongly a sentence is drawn to an aspect, every word of it taken to bind.
#[derive(Debug, Clone, Copy)]
pub struct Pull {
    /// Whether `met_by` matches.
    pub met: bool,
    /// Whether `told_by` matches.
    pub told: bool,
    /// Whether it answers the aspect, were there no other aspect that it could answer.
    pub answers: bool,
    /// How well: of the aspects that it could answer, an action answers the one with the greatest strength.
    pub strength: f64,
}

/// Judges examples of one inspection.
#[derive(Debug)]
pub struct ExampleJudge<'r> {
    rules: &'r Rules,
    inspection: &'r Inspection,
    profiles: Profiles<'r>,
}

impl<'r> ExampleJudge<'r> {
    /// Returns a judge of examples of `inspection`, one of `rules`.
    pub fn new(rules: &'r Rules, inspection: &'r Inspection) -> Self {
        Self { rules, inspection, profiles: Profiles::new(rules, inspection) }
    }

    /// Judges `text`, one example, against the aspect at place `aspect` of the finding at place `finding`; `None` where
    /// there is no such aspect.
    pub fn judge(&self, finding: usize, aspect: usize, text: &str) -> Option<Judgement> {
        let before: usize = self.inspection.findings.iter().take(finding).map(|one| one.aspects.len()).sum();
        let rule = self.inspection.findings.get(finding)?.aspects.get(aspect)?;
        let sentences = Judge::new(self.rules).sentences(text).into_iter();
        let (kept, dropped): (Vec<Sentence>, Vec<Sentence>) = sentences.partition(|s| s.standing.binds());
        let kept = kept.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(" ");
        let scan = self.rules.library.scan(&self.rules.analyzer, &[&kept]);
        let likeness = self.profiles.likeness(&kept).get(before + aspect).copied().unwrap_or_default();
        let case = Case::new(rule, Some(Bond::Reference), &scan, likeness);
        let (answers, beside) = (!kept.is_empty() && case.answers_alone(), case.beside_the_point().is_some());
        let Case { meets: met, tells: told, neighbour: refused, .. } = case;
        drop(scan);
        Some(Judgement { answers, met, told, refused, beside, kept, dropped })
    }

    /// Returns how strongly `text` is drawn to each aspect, in the order of the findings and their aspects, where it
    /// stands in a row of the finding at place `finding`.
    pub fn pulls(&self, finding: usize, text: &str) -> Vec<Pull> {
        let scan = self.rules.library.scan(&self.rules.analyzer, &[text]);
        let findings = self.inspection.findings.iter().enumerate();
        let aspects = findings.flat_map(|(at, one)| one.aspects.iter().map(move |aspect| (at, aspect)));
        let pulls = aspects.zip(self.profiles.likeness(text)).map(|((at, aspect), likeness)| {
            let case = Case::new(aspect, (at == finding).then_some(Bond::Reference), &scan, likeness);
            Pull {
                met: case.meets,
                told: case.tells,
                answers: case.answers_alone(),
                strength: case.strength(),
            }
        });
        pulls.collect()
    }
}
