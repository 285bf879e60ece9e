//! Topics: what letters ask about and what answers it, for letters that nobody has written rules for.

use super::at::At;
use super::defined::Defined;
use super::fields::{Field, Fields};
use super::keys;
use super::language::tables;
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
    /// Where the query stands that matches an action which answers it, wherever the action stands.
    pub answered_at: At,
    /// Where the query stands that matches such an action where its place already tells the item.
    pub told_at: Option<At>,
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

/// Reads the topics and demands of one language file.
pub(super) fn read<'t>(
    root: &Fields<'t>,
    queries: &mut Queries,
    ids: &mut Defined<'t>,
    (topics, demands): (&mut Vec<Topic>, &mut Vec<Demand>),
) {
    for fields in tables(root, "topic", "a topic", keys::TOPIC) {
        let id = fields.need("id").and_then(|id| ids.read(id));
        let asked = fields.need("asked").and_then(|query| queries.read(query, Group::Topics));
        let answered = fields.need("answered").and_then(|query| answer(queries, query));
        let told_at = fields.get("told").and_then(|query| answer(queries, query));
        let read = |id, (asked, _), answered_at| Topic { id, asked, answered_at, told_at };
        topics.extend(id.zip(asked).zip(answered).map(|((id, asked), at)| read(id.value, asked, at)));
    }
    for fields in tables(root, "demand", "a demand", keys::DEMAND) {
        let check = fields.need("check").and_then(Field::choice);
        let asked = fields.need("asked").and_then(|query| queries.read(query, Group::Topics));
        let shown_by_at = fields.get("shown_by").and_then(|query| answer(queries, query));
        demands.extend(check.zip(asked).map(|(check, (asked, _))| Demand { check, asked, shown_by_at }));
    }
}

/// Reads a query that is copied into the rules of a letter, and returns its place.
fn answer(queries: &mut Queries, query: Field<'_>) -> Option<At> {
    queries.read(query, Group::TopicAnswers).map(|(_, at)| at)
}
