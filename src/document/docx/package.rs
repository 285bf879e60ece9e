//! The package: a zip archive of parts that name one another through relationships.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml;
use crate::document::error::ReadError;
use crate::document::limits;

/// One part, unpacked.
pub(super) struct Part {
    /// Its name in the package, without a leading slash: `word/document.xml`.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

impl Part {
    /// Returns the error that this part is damaged.
    pub(super) fn damaged(&self, why: impl Into<String>) -> ReadError {
        damaged(&self.name, why)
    }
}

fn damaged(part: &str, why: impl Into<String>) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: why.into() }
}

/// An opened package. Nothing is unpacked before it is asked for.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    packed_bytes: u64,
    /// Entry indices by lower-cased name: part names do not differ by case alone.
    entries: BTreeMap<String, usize>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive in `bytes` and reads its list of entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        // Counted before opening, since the list is read whole.
        if bytes.windows(4).filter(|four| four == b"PK\x01\x02").count() > limits::ARCHIVE_ENTRIES {
            return Err(ReadError::TooLarge {
                what: "the number of files in the archive".to_owned(),
                limit: limits::ARCHIVE_ENTRIES.to_string(),
            });
        }
        if !bytes.windows(4).any(|four| four == b"PK\x05\x06") {
            return Err(ReadError::Truncated { why: "the archive has no end".to_owned() });
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| zip_error("the archive", &error))?;
        if archive.has_duplicate_names() {
            return Err(damaged("the archive", "two of its files have the same name"));
        }
        let entries = archive
            .file_names_raw()
            .enumerate()
            .map(|(index, name)| (entry_key(&String::from_utf8_lossy(name)), index))
            .collect();
        Ok(Self { archive, packed_bytes: bytes.len() as u64, entries, unpacked: 0 })
    }

    /// Tells whether the package has an entry whose name starts with `prefix`, in lower case.
    pub(super) fn has(&self, prefix: &str) -> bool {
        self.entries.range(prefix.to_owned()..).next().is_some_and(|(name, _)| name.starts_with(prefix))
    }

    /// Unpacks the part `name`, `None` when there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(&index) = self.entries.get(&entry_key(name)) else { return Ok(None) };
        let too_large = |what: &str, limit: u64, unit: &str| ReadError::TooLarge {
            what: format!("{what} of {name}"),
            limit: format!("{limit}{unit}"),
        };
        let mut entry = self.archive.by_index(index).map_err(|error| zip_error(name, &error))?;
        let packed = entry.compressed_size().clamp(1, self.packed_bytes);
        let mut bytes = Vec::new();
        let mut buffer = [0; 16 << 10];
        loop {
            let read = entry.read(&mut buffer).map_err(|error| damaged(name, error.to_string()))?;
            if read == 0 {
                break;
            }
            bytes.extend_from_slice(buffer.get(..read).unwrap_or_default());
            let size = bytes.len() as u64;
            if size > limits::PART_BYTES {
                return Err(too_large("the unpacked size", limits::PART_BYTES >> 20, " MiB"));
            }
            if size > limits::RATIO_GRACE && size / packed > limits::RATIO {
                return Err(too_large("the compression", limits::RATIO, " times"));
            }
            if self.unpacked + size > limits::TOTAL_BYTES {
                return Err(too_large("the unpacked size", limits::TOTAL_BYTES >> 20, " MiB in all"));
            }
        }
        self.unpacked += bytes.len() as u64;
        let text =
            decode(bytes).ok_or_else(|| damaged(name, "its text is in no encoding that XML allows"))?;
        Ok(Some(Part { name: name.to_owned(), text }))
    }

    /// Reads the relationships of the part `name`, of the package itself when it is empty; none when there is no
    /// such list.
    pub(super) fn relationships(&mut self, name: &str) -> Result<Option<Relationships>, ReadError> {
        let (folder, _) = name.rsplit_once('/').unwrap_or_default();
        let Some(part) = self.part(&relationships_of(name))? else { return Ok(None) };
        let tree = xml::parse(&part)?;
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

/// The key an entry is found by: some programs write backslashes, a leading slash or another case.
fn entry_key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
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

/// Returns the text of an XML part: UTF-8, or UTF-16 with the byte order mark it must have.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let pair: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => u16::from_le_bytes,
        Some([0xFE, 0xFF]) => u16::from_be_bytes,
        _ => {
            let text = String::from_utf8(bytes).ok()?;
            return Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text));
        }
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().skip(1).map(|two| pair(*two)).collect();
    String::from_utf16(&units).ok()
}

fn zip_error(part: &str, error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::PasswordProtected,
        ZipError::Io(inner) if inner.kind() == std::io::ErrorKind::UnexpectedEof => {
            ReadError::Truncated { why: format!("{part} stops before its end") }
        }
        _ => damaged(part, error.to_string()),
    }
}
