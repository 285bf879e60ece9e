//! Archives: the zip files that Word, Excel and OpenDocument files are, unpacked part by part within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::ReadError;
use super::limits::{Limit, Limits};

/// One part, unpacked.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Its name in the package, without a leading slash: `word/document.xml`.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
    encoding: Encoding,
}

/// How the text of a part is written down.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    Utf8 { mark: bool },
    Utf16 { big_endian: bool },
}

impl Part {
    /// Returns the error that this part is damaged.
    pub(crate) fn damaged(&self, why: impl Into<String>) -> ReadError {
        damaged(&self.name, why)
    }

    /// Makes a new part.
    pub(crate) fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, encoding: Encoding::Utf8 { mark: false } }
    }

    /// Returns the part with another text.
    pub(crate) fn with(&self, text: String) -> Self {
        Self { name: self.name.clone(), text, encoding: self.encoding }
    }

    /// Returns its text in the encoding that it came in.
    pub(crate) fn encoded(&self) -> Vec<u8> {
        let units = || std::iter::once(0xFEFF).chain(self.text.encode_utf16());
        match self.encoding {
            Encoding::Utf8 { mark: false } => self.text.as_bytes().to_vec(),
            Encoding::Utf8 { mark: true } => [MARK, &self.text].concat().into_bytes(),
            Encoding::Utf16 { big_endian: true } => units().flat_map(u16::to_be_bytes).collect(),
            Encoding::Utf16 { big_endian: false } => units().flat_map(u16::to_le_bytes).collect(),
        }
    }
}

/// The byte order mark.
const MARK: &str = "\u{FEFF}";

fn damaged(part: &str, why: impl Into<String>) -> ReadError {
    ReadError::Damaged { part: part.to_owned(), why: why.into() }
}

/// An opened archive. Nothing is unpacked before it is asked for.
pub(crate) struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    packed_bytes: usize,
    /// Entry indices by lower-cased name: part names do not differ by case alone.
    entries: BTreeMap<String, usize>,
    unpacked: usize,
}

impl<'a> Archive<'a> {
    /// Opens the archive in `bytes` and reads its list of entries.
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        // Counted before opening, since the list is read whole.
        let entries = bytes.windows(4).filter(|four| four == b"PK\x01\x02").count();
        limits.hold(Limit::ArchiveEntries, entries, || "the number of files in the archive".to_owned())?;
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
        Ok(Self { archive, limits, packed_bytes: bytes.len(), entries, unpacked: 0 })
    }

    /// Returns the limits it is read within.
    pub(crate) fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// Tells whether the archive has an entry whose name starts with `prefix`, in lower case.
    pub(crate) fn has(&self, prefix: &str) -> bool {
        self.entries.range(prefix.to_owned()..).next().is_some_and(|(name, _)| name.starts_with(prefix))
    }

    /// Unpacks the part `name`, `None` when there is none.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(&index) = self.entries.get(&entry_key(name)) else { return Ok(None) };
        let mut entry = self.archive.by_index(index).map_err(|error| zip_error(name, &error))?;
        let packed =
            usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX).clamp(1, self.packed_bytes);
        let mut bytes = Vec::new();
        let mut buffer = [0; 16 << 10];
        loop {
            let read = entry.read(&mut buffer).map_err(|error| damaged(name, error.to_string()))?;
            if read == 0 {
                break;
            }
            bytes.extend_from_slice(buffer.get(..read).unwrap_or_default());
            let size = bytes.len();
            self.limits.hold(Limit::PartBytes, size, || format!("the unpacked size of {name}"))?;
            if size > self.limits.of(Limit::RatioGrace) {
                self.limits.hold(Limit::Ratio, size / packed, || format!("the compression of {name}"))?;
            }
            let all = || format!("the unpacked size of {name} and the parts before it");
            self.limits.hold(Limit::TotalBytes, self.unpacked + size, all)?;
        }
        self.unpacked += bytes.len();
        let (text, encoding) =
            decode(bytes).ok_or_else(|| damaged(name, "its text is in no encoding that XML allows"))?;
        Ok(Some(Part { name: name.to_owned(), text, encoding }))
    }
}

/// The key an entry is found by: some programs write backslashes, a leading slash or another case.
pub(crate) fn entry_key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Returns the text of an XML part: UTF-8, or UTF-16 with the byte order mark it must have.
fn decode(bytes: Vec<u8>) -> Option<(String, Encoding)> {
    let big_endian = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => false,
        Some([0xFE, 0xFF]) => true,
        _ => {
            let text = String::from_utf8(bytes).ok()?;
            return Some(match text.strip_prefix(MARK) {
                Some(marked) => (marked.to_owned(), Encoding::Utf8 { mark: true }),
                None => (text, Encoding::Utf8 { mark: false }),
            });
        }
    };
    let unit = if big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().skip(1).map(|two| unit(*two)).collect();
    Some((String::from_utf16(&units).ok()?, Encoding::Utf16 { big_endian }))
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
