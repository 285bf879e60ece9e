//! Reads a framework file.

use super::code::Code;
use super::fields::Fields;
use super::model::Framework;

/// The tables a framework file may hold.
pub(super) const TABLES: &[&str] = &["framework"];

/// Reads `[framework]`.
pub(super) fn read(root: &Fields<'_>, known: &[Framework]) -> Option<Framework> {
    let fields = root.need("framework")?.table("a framework", &["id", "name", "summary"])?;
    let id = fields.need("id").and_then(|id| id.id());
    let name = fields.need("name").and_then(|name| name.text());
    let summary = fields.need("summary").and_then(|summary| summary.text());
    let (id, name, summary) = (id?, name?, summary?);
    if known.iter().any(|framework| framework.id == id.value) {
        let message = format!("the framework `{}` is defined twice", id.value);
        root.file.report.push(root.file.problem(Code::DuplicateId, id.span, message));
        return None;
    }
    Some(Framework { id: id.value, name: name.value, summary: summary.value })
}
