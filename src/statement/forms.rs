//! Forms: labels that a plan fills in over and over, whose role their values tell where their name does not.

use std::collections::BTreeMap;

use super::agencies::names_somebody;
use super::labels::label_starts;
use super::plan::Reader;
use super::roles::roles_of;
use crate::document::{Block, BlockKind};
use crate::pack::ColumnRole;

/// A label said less often is a remark, and no blank of a form.
const FEWEST_TIMES: usize = 3;
/// How many words a value has at least, on average, where it says what will be done.
const WORDS_OF_ACTION: usize = 6;
/// The most words of a value that is an owner or a date alone.
const WORDS_OF_FIELD: usize = 14;
/// The most words of the name of a label.
const WORDS_OF_NAME: usize = 5;

/// The roles of the labels that the rules do not know.
#[derive(Debug, Default)]
pub(super) struct Forms {
    roles: BTreeMap<String, ColumnRole>,
}

/// A label with everything that stands behind it in the document.
struct Blank {
    name: String,
    values: Vec<String>,
}

impl Blank {
    fn words(&self) -> usize {
        self.values.iter().map(|value| value.split_whitespace().count()).sum()
    }

    /// Whether most of its values are short and pass the test.
    fn are_mostly(&self, test: impl Fn(&str) -> bool) -> bool {
        let short = |value: &str| value.split_whitespace().count() <= WORDS_OF_FIELD;
        let passed = self.values.iter().filter(|value| short(value) && test(value)).count();
        passed * 5 >= self.values.len() * 3
    }
}

impl Forms {
    /// Learns from a document what its labels stand for. Where no known label asks for somebody or a day, it is
    /// no form of actions, and nothing is learnt.
    pub(super) fn of(blocks: &[Block], reader: &Reader<'_>) -> Self {
        let blanks = blanks(blocks);
        let role = |blank: &Blank| roles_of(&blank.name, reader.rules).first().copied();
        let known: Vec<ColumnRole> = blanks.iter().filter_map(role).collect();
        let unknown: Vec<Blank> = blanks.into_iter().filter(|blank| role(blank).is_none()).collect();
        let is_form = known.contains(&ColumnRole::Owner) || known.contains(&ColumnRole::Due);
        if unknown.is_empty() || !is_form {
            return Self::default();
        }
        let mut learner = Learner { known, unknown, roles: BTreeMap::new() };
        learner.learn(ColumnRole::Due, |blank| blank.are_mostly(|value| reader.is_date(value)));
        learner
            .learn(ColumnRole::Owner, |blank| blank.are_mostly(|value| names_somebody(value, reader.rules)));
        learner.learn_action();
        Self { roles: learner.roles }
    }

    /// Returns what a label stands for in this document, where that was learnt.
    pub(super) fn role(&self, name: &str) -> Option<ColumnRole> {
        self.roles.get(&key(name)).copied()
    }
}

struct Learner {
    known: Vec<ColumnRole>,
    /// In the order in which the document brings them.
    unknown: Vec<Blank>,
    roles: BTreeMap<String, ColumnRole>,
}

impl Learner {
    /// Gives a role to the first unknown label that looks like it, unless a known one has it.
    fn learn(&mut self, role: ColumnRole, is_like: impl Fn(&Blank) -> bool) {
        if !self.known.contains(&role)
            && let Some(at) = self.unknown.iter().position(is_like)
        {
            self.roles.insert(self.unknown.remove(at).name, role);
        }
    }

    /// The wordiest of the unknown labels is the action; what stands before it tells what it answers, and one behind it
    /// how it will be known to have worked.
    fn learn_action(&mut self) {
        let mut behind = 0;
        if !self.known.contains(&ColumnRole::Action) {
            let wordy = |blank: &&Blank| blank.words() >= WORDS_OF_ACTION * blank.values.len();
            let wordiest = self.unknown.iter().filter(wordy).map(Blank::words).max();
            let Some(at) = self.unknown.iter().position(|blank| Some(blank.words()) == wordiest) else {
                return;
            };
            self.roles.insert(self.unknown.remove(at).name, ColumnRole::Action);
            behind = at;
            let before = self.unknown.iter().take(at);
            self.roles.extend(before.map(|blank| (blank.name.clone(), ColumnRole::Finding)));
        }
        if !self.known.contains(&ColumnRole::Measure)
            && let Some([blank]) = self.unknown.get(behind..)
        {
            self.roles.insert(blank.name.clone(), ColumnRole::Measure);
        }
    }
}

fn key(name: &str) -> String {
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Returns the labels of a document that stand often enough to be the blanks of a form.
fn blanks(blocks: &[Block]) -> Vec<Blank> {
    let mut blanks: Vec<Blank> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut note = |name: &str, value: &str| {
        let name = key(name);
        let at = *places.entry(name.clone()).or_insert(blanks.len());
        if at == blanks.len() {
            blanks.push(Blank { name, values: Vec::new() });
        }
        blanks[at].values.push(value.trim().trim_end_matches(['.', ';', ',']).to_owned());
    };
    for block in blocks {
        match &block.kind {
            BlockKind::Heading(_) | BlockKind::Quote => {}
            // The first of two columns may be labels, and the second what is filled in.
            BlockKind::Table(table) if table.columns == 2 => {
                for row in &table.rows {
                    if let [name, value] = row.cells.as_slice() {
                        note(&name.text(), &value.text());
                    }
                }
            }
            BlockKind::Table(_) => {}
            _ => block.text.split('\n').for_each(|line| labels_of(line, &mut note)),
        }
    }
    blanks.retain(|blank| blank.values.len() >= FEWEST_TIMES);
    blanks
}

fn labels_of(line: &str, note: &mut impl FnMut(&str, &str)) {
    if !line.contains(':') {
        return;
    }
    let named: Vec<(usize, &str)> =
        label_starts(line).filter_map(|at| Some((at, name_at(line, at)?))).collect();
    for (n, (at, name)) in named.iter().enumerate() {
        let end = named.get(n + 1).map_or(line.len(), |(next, _)| *next);
        note(name, line.get(at + name.len() + 1..end).unwrap_or_default());
    }
}

/// Returns the name of a label that begins at `at`: a few words, the first with a capital, up to a colon.
fn name_at(line: &str, at: usize) -> Option<&str> {
    let rest = line.get(at..)?;
    let name = rest.split(':').next().filter(|name| name.len() < rest.len())?;
    let capital = name.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase);
    let short = (1..=WORDS_OF_NAME).contains(&name.split_whitespace().count());
    (capital && short && !name.contains(['.', ';', '"', '“'])).then_some(name)
}
