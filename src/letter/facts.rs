//! What a letter says of itself: area, days, addressees, and who is to answer where.

use jiff::civil::Date;

use super::Scene;
use super::model::{Fieldwork, Letter};
use super::names;
use super::parts::Part;
use super::pieces::{Piece, PieceKind};
use crate::dates::DateReader;
use crate::pack::{FactOf, LetterFact, LetterRole, LetterSignOf, PartOfLetter};

/// The texts in which facts are looked for, a piece a line.
#[derive(Debug)]
pub(super) struct Facts<'r> {
    scene: Scene<'r>,
    head: String,
    address: String,
    next_steps: String,
    whole: String,
}

impl<'r> Facts<'r> {
    /// Gathers the texts of a letter.
    pub(super) fn new(scene: Scene<'r>, pieces: &[Piece<'_>], parts: &[Part<'_, '_>]) -> Self {
        let first = parts.iter().take_while(|part| part.rule.is_none()).last();
        let head = first.and_then(|part| part.pieces.last()).map_or(0, |last| {
            pieces.iter().position(|piece| std::ptr::eq(piece, last)).map_or(0, |at| at + 1)
        });
        let greets = |piece: &Piece<'_>| scene.shows(LetterSignOf::Salutation, &piece.text);
        let address = pieces.iter().take(head).position(greets).unwrap_or(0);
        let next_steps = parts.iter().filter(|part| part.role() == LetterRole::NextStep);
        Self {
            scene,
            head: lines(pieces.iter().take(head)),
            address: lines(pieces.iter().take(address)),
            next_steps: lines(next_steps.flat_map(|part| part.pieces)),
            whole: lines(pieces.iter()),
        }
    }

    /// Tells `letter` what the letter says of itself.
    pub(super) fn tell(&self, letter: &mut Letter) {
        letter.area = self.first(FactOf::Area);
        letter.published = self.day(FactOf::Published);
        letter.fieldwork = self.days(FactOf::Fieldwork);
        letter.due = self.day(FactOf::Due);
        letter.send_to = self.first(FactOf::SendTo);
        letter.lead = self.first(FactOf::Lead);
        let named = self.first(FactOf::Agencies).unwrap_or_default();
        letter.agencies = names::split(&named, self.scene);
        letter.inspectorates = self.all(FactOf::Inspectorate);
        letter.addressees = self.all(FactOf::Addressee);
    }

    fn rules(&self, of: FactOf) -> impl Iterator<Item = (&'r LetterFact, &str)> {
        let framework = self.scene.framework;
        let holds = move |rule: &&LetterFact| rule.of == of && rule.holds_for(framework);
        self.scene.language.letters.facts.iter().filter(holds).map(|rule| {
            let text = match rule.part {
                PartOfLetter::Head => &self.head,
                PartOfLetter::Address => &self.address,
                PartOfLetter::NextSteps => &self.next_steps,
                PartOfLetter::Whole => &self.whole,
            };
            (rule, text.as_str())
        })
    }

    /// Returns what the first rule gives that finds anything.
    fn first(&self, of: FactOf) -> Option<String> {
        self.rules(of).find_map(|(rule, text)| {
            let found = rule.pattern.first(text)?;
            Some(tidy(rule.value.as_deref().unwrap_or(found)))
        })
    }

    /// Returns what all rules give, each thing once.
    fn all(&self, of: FactOf) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for (rule, text) in self.rules(of) {
            let given = match &rule.value {
                Some(value) if rule.pattern.is_match(text) => vec![value.as_str()],
                Some(_) => Vec::new(),
                None => rule.pattern.all(text),
            };
            for name in given.into_iter().map(tidy) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    /// Returns the day that the first rule gives whose text holds a date.
    fn day(&self, of: FactOf) -> Option<Date> {
        self.rules(of).find_map(|(rule, text)| {
            let dates = |found: &str| self.dates(found, None).first().map(|(_, last)| *last);
            rule.pattern.all(text).into_iter().find_map(dates)
        })
    }

    /// Returns the days that the first rule gives whose text holds a date, from the first to the last of them.
    fn days(&self, of: FactOf) -> Option<Fieldwork> {
        self.rules(of).find_map(|(rule, text)| {
            rule.pattern.all(text).into_iter().find_map(|found| {
                // What names no year means that of the dates beside it.
                let (_, dated) = *self.dates(found, None).last()?;
                let dates = self.dates(found, Some(dated.first_of_year()));
                let from = dates.iter().map(|(first, _)| *first).min()?;
                Some(Fieldwork { from: from.min(dated), to: dated })
            })
        })
    }

    fn dates(&self, text: &str, anchor: Option<Date>) -> Vec<(Date, Date)> {
        let reader = DateReader::new(self.scene.language.dates.clone(), anchor);
        reader.in_text(text).into_iter().filter_map(|found| found.due.range).collect()
    }
}

fn lines<'p>(pieces: impl Iterator<Item = &'p Piece<'p>>) -> String {
    let texts = pieces.filter(|piece| !matches!(piece.kind, PieceKind::Table(_)));
    let texts: Vec<&str> = texts.map(|piece| piece.text.trim()).collect();
    texts.join("\n")
}

/// Takes off what is no part of a name.
fn tidy(found: &str) -> String {
    found
        .trim_matches(|sign: char| {
            sign.is_whitespace() || is_footnote_mark(sign) || matches!(sign, '.' | ',' | ':' | ';')
        })
        .to_owned()
}

/// Whether a sign is a raised number, as the mark of a footnote is.
fn is_footnote_mark(sign: char) -> bool {
    sign.is_numeric() && !sign.is_ascii_digit()
}
