//! Topics: what letters ask about and what answers it, for letters that nobody has written rules for.

use super::at::At;
use super::defined::Defined;
use super::fields::{Field, Fields, Text};
use super::keys;
use super::language;
use super::names::NextStepCheck;
use super::queries::{Group, Queries};
use crate::query::QueryId;

/// Something that any letter may ask about.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Its id, from which findings about it are named.
    pub id: String,
    /// Matches an item of a letter that asks about it.
    pub asked: QueryId,
    /// The set that matches an action which answers it, wherever the action stands.
    pub answered: String,
    /// The set that matches such an action where its place already tells the item.
    pub told: String,
}

/// Something that a letter may demand of the statement itself.
#[derive(Debug, Clone)]
pub struct Demand {
    /// How it is checked.
    pub check: NextStepCheck,
    /// Matches a sentence of a letter that demands it.
    pub asked: QueryId,
    /// Where the query stands that matches a passage of a statement which does what is asked.
    pub shown_by_at: Option<At>,
}

/// A topic as it is written.
pub(super) struct TopicTable<'t> {
    id: Text,
    fields: Fields<'t>,
}

/// Returns the topics of all language files.
pub(super) fn tables<'t>(roots: &[Fields<'t>]) -> Vec<TopicTable<'t>> {
    let mut ids = Defined::new("topic");
    let topics = roots.iter().flat_map(|root| language::tables(root, "topic", "a topic", keys::TOPIC));
    let mut read =
        |fields: Fields<'t>| Some(TopicTable { id: fields.need("id").and_then(|id| ids.read(id))?, fields });
    topics.filter_map(&mut read).collect()
}

impl<'t> TopicTable<'t> {
    /// Returns the queries for what answers it, each with the name under which other queries use it as a set.
    pub(super) fn sets(&self) -> Vec<(Text, Field<'t>)> {
        let set = |key, name: fn(&str) -> String| {
            let field = self.fields.get(key)?;
            Some((Text { value: name(&self.id.value), span: self.id.span.clone() }, field))
        };
        [set("answered", answers), set("told", tells)].into_iter().flatten().collect()
    }

    /// Reads the topic; all sets must be known.
    pub(super) fn read(self, queries: &mut Queries) -> Option<Topic> {
        self.fields.need("answered");
        let (asked, _) = queries.read(self.fields.need("asked")?, Group::Topics)?;
        let answered = answers(&self.id.value);
        let told = if self.fields.get("told").is_some() { tells(&self.id.value) } else { answered.clone() };
        Some(Topic { id: self.id.value, asked, answered, told })
    }
}

fn answers(id: &str) -> String {
    format!("answers-{id}")
}

fn tells(id: &str) -> String {
    format!("tells-{id}")
}

/// Reads the demands of one language file.
pub(super) fn read_demands(root: &Fields<'_>, queries: &mut Queries) -> Vec<Demand> {
    let read = |fields: Fields<'_>| {
        let check = fields.need("check").and_then(Field::choice);
        let asked = fields.need("asked").and_then(|query| queries.read(query, Group::Topics));
        let shown_by = fields.get("shown_by").and_then(|query| queries.read(query, Group::Sets));
        let (check, (asked, _)) = check.zip(asked)?;
        Some(Demand { check, asked, shown_by_at: shown_by.map(|(_, at)| at) })
    };
    language::tables(root, "demand", "a demand", keys::DEMAND).into_iter().filter_map(read).collect()
}
