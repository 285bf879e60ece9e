//! The package: the parts that bear on the text, what is embedded in it, and whether it is encrypted.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::names::{Ns, Odf};
use crate::document::Limits;
use crate::document::archive::{Archive, Part};
use crate::document::error::ReadError;
use crate::document::xml::parse;

/// The parts of a file that are read.
pub(super) struct Package {
    /// The text, with the styles made for it alone.
    pub(super) content: Part,
    /// The styles it shares.
    pub(super) styles: Option<Part>,
    /// What is embedded, by its folder in the package.
    pub(super) objects: Objects,
}

impl Package {
    /// Unpacks the parts.
    pub(super) fn unpack(bytes: &[u8], limits: &Limits) -> Result<Self, ReadError> {
        let mut archive = Archive::open(bytes, limits)?;
        let objects = match archive.part("META-INF/manifest.xml")? {
            Some(mut part) => {
                part.text = without_doctype(part.text);
                let tree = parse(&part, limits)?;
                if tree.descendants().any(|node| node.is(Ns::Manifest, "encryption-data")) {
                    return Err(ReadError::PasswordProtected);
                }
                Objects::read(&mut archive, tree.root_element())?
            }
            None => Objects::default(),
        };
        let Some(content) = archive.part("content.xml")? else {
            return Err(ReadError::Damaged {
                part: "content.xml".to_owned(),
                why: "it is missing".to_owned(),
            });
        };
        Ok(Self { content, styles: archive.part("styles.xml")?, objects })
    }
}

/// Takes out the DOCTYPE that OpenOffice 2 wrote into manifests, which only names a file; one that declares anything
/// stays, and is refused.
fn without_doctype(text: String) -> String {
    let Some((before, after)) = text.split_once("<!DOCTYPE manifest:manifest ") else { return text };
    match after.split_once('>') {
        Some((named, rest)) if !named.contains('[') => format!("{before}{rest}"),
        _ => text,
    }
}

/// Something embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Object {
    /// A formula, as the signs it shows.
    Formula(String),
    /// A chart, which draws numbers from elsewhere.
    Chart,
    /// Something that is not read, named with its article.
    Unreadable(&'static str),
}

/// What is embedded in a file.
#[derive(Debug, Default)]
pub(super) struct Objects(BTreeMap<String, Object>);

impl Objects {
    /// Reads what the manifest lists; a folder that is a document in itself is an object.
    fn read(archive: &mut Archive<'_>, manifest: Node<'_, '_>) -> Result<Self, ReadError> {
        let mut objects = BTreeMap::new();
        for entry in manifest.children().filter(|node| node.is(Ns::Manifest, "file-entry")) {
            let attr = |name| entry.attr(Ns::Manifest, name).unwrap_or_default();
            let Some(folder) = attr("full-path").strip_suffix('/').filter(|folder| !folder.is_empty()) else {
                continue;
            };
            let Some(kind) = attr("media-type").strip_prefix("application/vnd.oasis.opendocument.") else {
                continue;
            };
            if objects.contains_key(folder) {
                continue;
            }
            let object = match kind {
                "formula" => formula(archive, folder)?,
                "chart" => Object::Chart,
                kind => Object::Unreadable(document(kind)),
            };
            objects.insert(folder.to_owned(), object);
        }
        Ok(Self(objects))
    }

    /// Returns the object that `link` leads to.
    pub(super) fn at(&self, link: &str) -> Object {
        let folder = link.trim_start_matches("./").trim_end_matches('/');
        self.0.get(folder).cloned().unwrap_or(Object::Unreadable("an embedded object"))
    }
}

/// Names an embedded document by its kind.
pub(super) fn document(kind: &str) -> &'static str {
    match kind {
        "spreadsheet" => "an embedded spreadsheet",
        "text" => "an embedded document",
        "presentation" => "an embedded presentation",
        "graphics" => "an embedded drawing",
        _ => "an embedded object",
    }
}

fn formula(archive: &mut Archive<'_>, folder: &str) -> Result<Object, ReadError> {
    let limits = archive.limits();
    let Some(part) = archive.part(&format!("{folder}/content.xml"))? else {
        return Ok(Object::Unreadable("a formula"));
    };
    match parse(&part, limits) {
        Ok(tree) => Ok(Object::Formula(formula_text(tree.root_element()))),
        Err(ReadError::Damaged { .. }) => Ok(Object::Unreadable("a formula")),
        Err(error) => Err(error),
    }
}

/// Returns the signs a MathML formula shows, its source in another language left out.
pub(super) fn formula_text(math: Node<'_, '_>) -> String {
    let is_source = |node: Node<'_, '_>| {
        node.ancestors().any(|above| matches!(above.tag_name().name(), "annotation" | "annotation-xml"))
    };
    math.descendants()
        .filter(|node| node.is_text() && !is_source(*node))
        .filter_map(|node| node.text())
        .map(str::trim)
        .collect()
}
