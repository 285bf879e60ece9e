//! Reads a framework file.

use super::defined::Defined;
use super::fields::{Field, Fields};
use super::model::Framework;

/// The tables a framework file may hold.
pub(super) const TABLES: &[&str] = &["framework"];

/// Reads `[framework]`.
pub(super) fn read<'t>(root: &Fields<'t>, ids: &mut Defined<'t>) -> Option<Framework> {
    let fields = root.need("framework")?.table("a framework", &["id", "name", "summary"])?;
    let id = fields.need("id").and_then(|id| ids.read(id));
    let name = fields.need("name").and_then(Field::text);
    let summary = fields.need("summary").and_then(Field::text);
    Some(Framework { id: id?.value, name: name?.value, summary: summary?.value })
}
