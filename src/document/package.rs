//! The package of an Office file: an archive of parts that name one another through relationships.

use super::archive::Archive;
use super::error::ReadError;
use super::xml;

/// Reads the relationships of the part `name`, of the package itself when it is empty; none when there is no such list.
pub(crate) fn relationships(
    archive: &mut Archive<'_>,
    name: &str,
) -> Result<Option<Relationships>, ReadError> {
    let (folder, _) = name.rsplit_once('/').unwrap_or_default();
    let Some(part) = archive.part(&relationships_of(name))? else { return Ok(None) };
    let tree = xml::parse(&part, archive.limits())?;
    let related = tree
        .root_element()
        .children()
        .filter(|node| node.tag_name().name() == "Relationship")
        .filter(|node| node.attribute("TargetMode") != Some("External"))
        .filter_map(|node| {
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            let id = node.attribute("Id").unwrap_or_default().to_owned();
            Some(Relationship { id, kind, target: resolve(folder, node.attribute("Target")?) })
        })
        .collect();
    Ok(Some(Relationships { related }))
}

/// What a part is related to.
#[derive(Debug, Default)]
pub(crate) struct Relationships {
    related: Vec<Relationship>,
}

#[derive(Debug)]
struct Relationship {
    id: String,
    /// The last word of its type, which transitional and strict files share.
    kind: String,
    target: String,
}

impl Relationships {
    /// Returns the name of the first part related as `kind`: `styles`, `footnotes`.
    pub(crate) fn target(&self, kind: &str) -> Option<&str> {
        self.targets(kind).next()
    }

    /// Returns the names of all parts related as `kind`.
    pub(crate) fn targets(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.related.iter().filter(move |each| each.kind == kind).map(|each| each.target.as_str())
    }

    /// Returns the kind and the name of the part related by `id`.
    pub(crate) fn by_id(&self, id: &str) -> Option<(&str, &str)> {
        let found = self.related.iter().find(|each| each.id == id)?;
        Some((&found.kind, &found.target))
    }
}

/// Returns the name of the part that lists the relationships of the part `name`, of the package when it is empty.
pub(crate) fn relationships_of(name: &str) -> String {
    match name.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{name}.rels"),
    }
}

/// Returns the part that `target`, written in a part of `folder`, means.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
