//! What the language files say about inspection letters: their kinds, parts, facts and turns of phrase.

use super::fields::{Field, Fields};
use super::keys;
use super::language::tables;
use super::names::{Entries, FactOf, LetterRole, LetterSignOf, Nested, PartOfLetter};
use crate::text::Pattern;

/// How inspection letters are laid out and what they say where, in the order of the files.
#[derive(Debug, Default)]
pub struct LetterRules {
    /// The kinds of letter. The first that a letter shows is its kind.
    pub kinds: Vec<LetterKind>,
    /// The parts. The first that a heading opens is the one.
    pub sections: Vec<LetterSection>,
    /// Where facts stand. The first that gives a fact decides it; lists gather what all of them give.
    pub facts: Vec<LetterFact>,
    /// Turns of phrase. Several rules may share a sign.
    pub signs: Vec<LetterSign>,
}

impl LetterRules {
    /// Returns the patterns that are a sign of `of` in letters of `framework`.
    pub fn signs<'r>(
        &'r self,
        of: LetterSignOf,
        framework: Option<&'r str>,
    ) -> impl Iterator<Item = &'r Pattern> {
        let holds = move |sign: &&LetterSign| sign.of == of && holds_for(&sign.frameworks, framework);
        self.signs.iter().filter(holds).map(|sign| &sign.pattern)
    }
}

/// Whether a rule for `frameworks` holds in a letter of `framework`: one that names none holds in all, and all hold
/// where the kind of the letter is not known.
pub(super) fn holds_for(frameworks: &[String], framework: Option<&str>) -> bool {
    frameworks.is_empty() || framework.is_none_or(|framework| frameworks.iter().any(|id| id == framework))
}

/// A kind of letter.
#[derive(Debug)]
pub struct LetterKind {
    /// The framework, by its id.
    pub framework: String,
    /// Matches what such a letter begins with.
    pub recognise: Pattern,
}

/// A part of a letter.
#[derive(Debug)]
pub struct LetterSection {
    /// What it does.
    pub role: LetterRole,
    /// Matches its heading.
    pub heading: Option<Pattern>,
    /// Matches a sentence that opens it; such a part ends with its list.
    pub lead: Option<Pattern>,
    /// What in it is one item.
    pub entries: Entries,
    /// What a list within its list is.
    pub nested: Nested,
    /// Matches a sentence that demands something.
    pub demand: Option<Pattern>,
    /// The frameworks in whose letters it stands; none for all.
    frameworks: Vec<String>,
}

impl LetterSection {
    /// Whether it stands in letters of `framework`.
    pub fn holds_for(&self, framework: Option<&str>) -> bool {
        holds_for(&self.frameworks, framework)
    }
}

/// Where a fact stands.
#[derive(Debug)]
pub struct LetterFact {
    /// Which fact.
    pub of: FactOf,
    /// In which part of the letter it is looked for.
    pub part: PartOfLetter,
    /// Matches it, or the words around it with the fact as the first group.
    pub pattern: Pattern,
    /// What it is called, where that is not what the pattern takes.
    pub value: Option<String>,
    frameworks: Vec<String>,
}

impl LetterFact {
    /// Whether it stands in letters of `framework`.
    pub fn holds_for(&self, framework: Option<&str>) -> bool {
        holds_for(&self.frameworks, framework)
    }
}

/// Words of a letter that are a sign of something.
#[derive(Debug)]
pub struct LetterSign {
    /// What they are a sign of.
    pub of: LetterSignOf,
    /// Matches them.
    pub pattern: Pattern,
    frameworks: Vec<String>,
}

/// Reads what one language file says about letters.
pub(super) fn read(root: &Fields<'_>, rules: &mut LetterRules) {
    for fields in tables(root, "letter", "a kind of letter", keys::LETTER) {
        let framework = fields.need("framework").and_then(Field::id);
        let recognise = fields.need("recognise").and_then(pattern);
        let kind = framework.zip(recognise);
        rules.kinds.extend(kind.map(|(id, recognise)| LetterKind { framework: id.value, recognise }));
    }
    for fields in tables(root, "letter_section", "a part of a letter", keys::LETTER_SECTION) {
        rules.sections.extend(read_section(&fields));
    }
    for fields in tables(root, "letter_fact", "a fact of a letter", keys::LETTER_FACT) {
        rules.facts.extend(read_fact(&fields));
    }
    for fields in tables(root, "letter_sign", "a sign in a letter", keys::LETTER_SIGN) {
        let of = fields.need("of").and_then(Field::choice);
        let pattern = fields.need("pattern").and_then(pattern);
        let frameworks = frameworks(&fields);
        let sign = of.zip(pattern).map(|(of, pattern)| LetterSign { of, pattern, frameworks });
        rules.signs.extend(sign);
    }
}

fn read_section(fields: &Fields<'_>) -> Option<LetterSection> {
    let role = fields.need("role").and_then(Field::choice);
    let lead = fields.get("lead").and_then(pattern);
    let heading = if lead.is_some() { fields.get("heading") } else { fields.need("heading") };
    let heading = heading.and_then(pattern);
    let entries = fields.get("entries").map_or(Some(Entries::Bullets), Field::choice);
    let nested = fields.get("nested").map_or(Some(Nested::Own), Field::choice);
    let demand = match entries {
        Some(Entries::Demands) => fields.need("demand").and_then(pattern),
        _ => fields.get("demand").and_then(pattern),
    };
    let frameworks = frameworks(fields);
    Some(LetterSection { role: role?, heading, lead, entries: entries?, nested: nested?, demand, frameworks })
}

fn read_fact(fields: &Fields<'_>) -> Option<LetterFact> {
    let of = fields.need("fact").and_then(Field::choice);
    let part = fields.need("in").and_then(Field::choice);
    let pattern = fields.need("pattern").and_then(pattern);
    let value = fields.get("value").and_then(Field::text).map(|text| text.value);
    Some(LetterFact { of: of?, part: part?, pattern: pattern?, value, frameworks: frameworks(fields) })
}

fn pattern(field: Field<'_>) -> Option<Pattern> {
    field.pattern().map(Pattern::new)
}

fn frameworks(fields: &Fields<'_>) -> Vec<String> {
    let written = fields.get("frameworks").map(Field::filled_list).unwrap_or_default();
    written.into_iter().filter_map(Field::id).map(|id| id.value).collect()
}
