//! A package with parts changed or added: every other entry is copied as it is packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::edits::{Edits, xml};
use super::error::AnnotateError;
use crate::document::archive::{Archive, Part, entry_key};
use crate::document::package::relationships_of;
use crate::document::xml::parse;
use crate::document::{Limits, ReadError};

/// The part that tells the type of every other.
const TYPES: &str = "[Content_Types].xml";
/// The namespace of the types of parts.
const TYPES_URI: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// The namespace of relationships.
const RELATIONSHIPS_URI: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A package that is being changed.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    pub(super) archive: Archive<'a>,
    limits: &'a Limits,
    /// The parts that changed or came new, by the key of their entry.
    changed: BTreeMap<String, Part>,
    /// What the list of types must come to hold.
    types: Vec<Type>,
}

/// What a part or all parts of one ending are.
enum Type {
    /// The part of this name is of this type.
    Part(String, &'static str),
    /// Every part whose name ends so is of this type.
    Ending(&'static str, &'static str),
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        let archive = Archive::open(bytes, limits)?;
        Ok(Self { bytes, archive, limits, changed: BTreeMap::new(), types: Vec::new() })
    }

    /// Puts a part in the place of the one of its name, or adds it.
    pub(super) fn put(&mut self, part: Part) {
        self.changed.insert(entry_key(&part.name), part);
    }

    /// Adds a part of a type of its own. Its name is `stem` and `ending`, with a number between them.
    pub(super) fn add(&mut self, stem: &str, ending: &str, type_name: &'static str, text: &str) -> String {
        let name = self.unused(stem, ending);
        self.put(Part::new(&name, text.to_owned()));
        self.types.push(Type::Part(format!("/{name}"), type_name));
        name
    }

    /// Adds a part whose ending tells its type.
    pub(super) fn add_by_ending(
        &mut self,
        stem: &str,
        ending: &'static str,
        type_name: &'static str,
        text: &str,
    ) -> String {
        let name = self.unused(stem, &format!(".{ending}"));
        self.put(Part::new(&name, text.to_owned()));
        self.types.push(Type::Ending(ending, type_name));
        name
    }

    /// Returns the first name that no part has.
    fn unused(&self, stem: &str, ending: &str) -> String {
        let name = |number: usize| match number {
            0 => format!("{stem}{ending}"),
            number => format!("{stem}{number}{ending}"),
        };
        let free = |name: &String| {
            let key = entry_key(name);
            !self.archive.has(&key) && !self.changed.contains_key(&key)
        };
        // Of so many names at least one is free, since an archive holds fewer files.
        (0..).map(name).find(free).unwrap_or_default()
    }

    /// Relates the part `from` to the part `to` and returns the id of the relationship. `kind` is the whole type.
    pub(super) fn relate(&mut self, from: &str, to: &str, kind: &str) -> Result<String, ReadError> {
        let list = relationships_of(from);
        let part = match self.changed.get(&entry_key(&list)) {
            Some(part) => part.clone(),
            None => self.archive.part(&list)?.unwrap_or_else(|| Part::new(&list, no_relationships())),
        };
        let tree = parse(&part, self.limits)?;
        let root = tree.root_element();
        let taken: Vec<&str> = root.children().filter_map(|node| node.attribute("Id")).collect();
        let free = |id: &String| !taken.iter().any(|taken| taken.eq_ignore_ascii_case(id));
        let id = (1..=taken.len() + 1).map(|number| format!("rId{number}")).find(free).unwrap_or_default();
        let element = format!(
            "<Relationship xmlns=\"{RELATIONSHIPS_URI}\" Id=\"{id}\" Type=\"{kind}\" Target=\"/{}\"/>",
            xml(to)
        );
        let mut edits = Edits::default();
        edits.append(root, &part.text, &plainly(&element, root, RELATIONSHIPS_URI));
        self.put(part.with(edits.apply(&part.text)));
        Ok(id)
    }

    /// Says in the list of types what the added parts are.
    fn tell_types(&mut self) -> Result<(), ReadError> {
        if self.types.is_empty() {
            return Ok(());
        }
        let part = self.archive.part(TYPES)?;
        let part = part
            .ok_or_else(|| ReadError::Damaged { part: TYPES.to_owned(), why: "it is missing".to_owned() })?;
        let tree = parse(&part, self.limits)?;
        let root = tree.root_element();
        let says = |key: &str, value: &str| {
            let mut told = root.children().filter_map(|node| node.attribute(key));
            told.any(|told| told.eq_ignore_ascii_case(value))
        };
        let mut told: Vec<String> = Vec::new();
        for kind in &self.types {
            let element = match kind {
                Type::Part(name, _) if says("PartName", name) => continue,
                Type::Ending(ending, _) if says("Extension", ending) => continue,
                Type::Part(name, kind) => {
                    format!(
                        "<Override xmlns=\"{TYPES_URI}\" PartName=\"{}\" ContentType=\"{kind}\"/>",
                        xml(name)
                    )
                }
                Type::Ending(ending, kind) => {
                    format!("<Default xmlns=\"{TYPES_URI}\" Extension=\"{ending}\" ContentType=\"{kind}\"/>")
                }
            };
            let element = plainly(&element, root, TYPES_URI);
            if !told.contains(&element) {
                told.push(element);
            }
        }
        let mut edits = Edits::default();
        edits.append(root, &part.text, &told.concat());
        self.put(part.with(edits.apply(&part.text)));
        Ok(())
    }

    /// Packs the package again, in the order in which it was packed.
    pub(super) fn pack(mut self) -> Result<Vec<u8>, AnnotateError> {
        self.tell_types()?;
        let refuse = |part: &str, error: &ZipError| AnnotateError::Unpacked {
            part: part.to_owned(),
            why: error.to_string(),
        };
        let whole = |error: ZipError| refuse("list of files", &error);
        let mut old = ZipArchive::new(Cursor::new(self.bytes)).map_err(whole)?;
        let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() + (1 << 16))));
        new.set_raw_comment(old.comment().into()).map_err(whole)?;
        for index in 0..old.len() {
            let entry = old.by_index_raw(index).map_err(whole)?;
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            let copied = match self.changed.remove(&entry_key(&name)) {
                None => new.raw_copy_file(entry),
                Some(part) => {
                    let options = entry.options();
                    drop(entry);
                    write(&mut new, &name, options, &part)
                }
            };
            copied.map_err(|error| refuse(&name, &error))?;
        }
        for part in self.changed.values() {
            let name = &part.name;
            write(&mut new, name, SimpleFileOptions::default(), part)
                .map_err(|error| refuse(name, &error))?;
        }
        Ok(new.finish().map_err(whole)?.into_inner())
    }
}

fn write(
    new: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    options: SimpleFileOptions,
    part: &Part,
) -> Result<(), ZipError> {
    new.start_file(name, options)?;
    Ok(new.write_all(&part.encoded())?)
}

fn no_relationships() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONSHIPS_URI}\"/>"
    )
}

/// Returns an element without its declaration where the names around it already mean the same.
fn plainly(element: &str, root: roxmltree::Node<'_, '_>, uri: &str) -> String {
    if root.lookup_namespace_uri(None) == Some(uri) {
        element.replacen(&format!(" xmlns=\"{uri}\""), "", 1)
    } else {
        element.to_owned()
    }
}
