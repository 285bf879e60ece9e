//! The package: an archive of parts that name one another through relationships.

use crate::document::archive::Archive;
use crate::document::error::ReadError;
use crate::document::xml;

/// Reads the relationships of the part `name`, of the package itself when it is empty; none when there is no such list.
pub(super) fn relationships(
    archive: &mut Archive<'_>,
    name: &str,
) -> Result<Option<Relationships>, ReadError> {
    let (folder, _) = name.rsplit_once('/').unwrap_or_default();
    let Some(part) = archive.part(&relationships_of(name))? else { return Ok(None) };
    let tree = xml::parse(&part, archive.limits())?;
    let targets = tree
        .root_element()
        .children()
        .filter(|node| node.tag_name().name() == "Relationship")
        .filter(|node| node.attribute("TargetMode") != Some("External"))
        .filter_map(|node| {
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            Some((kind, resolve(folder, node.attribute("Target")?)))
        })
        .collect();
    Ok(Some(Relationships { targets }))
}

/// What a part is related to.
#[derive(Default)]
pub(super) struct Relationships {
    /// The last word of each relationship's type, which transitional and strict files share, and its target.
    targets: Vec<(String, String)>,
}

impl Relationships {
    /// Returns the name of the first part related as `kind`: `styles`, `footnotes`.
    pub(super) fn target(&self, kind: &str) -> Option<&str> {
        self.targets.iter().find(|(each, _)| each == kind).map(|(_, target)| target.as_str())
    }
}

/// Returns the name of the part that lists the relationships of the part `name`, of the package when it is empty.
pub(super) fn relationships_of(name: &str) -> String {
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
