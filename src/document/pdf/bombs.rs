//! What a file would unpack to, checked before it is opened: the interpreter unpacks whatever it is given, whole.
//!
//! Every stream is unpacked here to nothing, within limits, whatever its dictionary says of it. Pictures and attached
//! files, whose bytes are not needed, are blotted out instead, so that no other part of the file can make them count
//! as something else. Streams of encrypted files cannot be checked and are read as they are.

use std::io::Read;

use aho_corasick::AhoCorasick;
use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::filters::{Filter, filters};
use crate::document::{Limit, Limits, ReadError};

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 8 << 10;
/// How many bytes are unpacked at a time.
const CHUNK: usize = 32 << 10;

/// Returns a copy of `bytes` that is safe to open.
///
/// # Errors
///
/// [`ReadError::TooLarge`] when a stream, or all together, unpack to more than a limit, or there are too many pages.
pub(super) fn defused(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut copy = bytes.to_vec();
    let mut kids = Kids { count: 0, limits };
    kids.count(bytes)?;
    // One pattern of plain letters always compiles; without it nothing is checked, so nothing is opened.
    let Ok(finder) = AhoCorasick::new(["stream", "endstream"]) else { return Ok(Vec::new()) };
    let starts = finder.find_overlapping_iter(bytes).filter(|found| found.pattern().as_u32() == 0);
    let ends: Vec<usize> = starts.map(|found| found.start()).collect();
    let mut unpacked = 0;
    let mut before = 0;
    for (at, &start) in ends.iter().enumerate() {
        if bytes.get(..start).is_some_and(|head| head.ends_with(b"end")) {
            before = start;
            continue;
        }
        let from = start.saturating_sub(DICTIONARY).max(before);
        let Some(dictionary) = bytes.get(from..start) else { continue };
        if !dictionary.trim_ascii_end().ends_with(b">>") {
            continue;
        }
        let dictionary = own_dictionary(dictionary);
        let data = start + "stream".len();
        if is_not_needed(dictionary) {
            let end = ends.get(at + 1).map_or(copy.len(), |next| next.saturating_sub("end".len()));
            if let Some(data) = copy.get_mut(data + 2..end) {
                data.fill(0);
            }
            continue;
        }
        let packed = bytes.get(data..).unwrap_or_default();
        let packed = packed.strip_prefix(b"\r\n").or(packed.strip_prefix(b"\n")).unwrap_or(packed);
        let left = limits.of(Limit::TotalBytes).saturating_sub(unpacked);
        let most = limits.of(Limit::PartBytes).min(left);
        let objects = holds_objects(dictionary);
        let Some(size) = size(packed, &filters(dictionary), most, objects.then_some(&mut kids))? else {
            let limit = if left < limits.of(Limit::PartBytes) { Limit::TotalBytes } else { Limit::PartBytes };
            return Err(limits.too_large(limit, "what the file unpacks to"));
        };
        unpacked += size;
    }
    Ok(copy)
}

/// Returns how many bytes a stream unpacks to, `None` when they are more than `most`; its pages are counted where
/// it may hold some.
fn size(
    packed: &[u8],
    filters: &[Filter],
    most: usize,
    kids: Option<&mut Kids<'_>>,
) -> Result<Option<usize>, ReadError> {
    let mut data: Option<Vec<u8>> = None;
    for filter in filters.iter().filter(|filter| **filter != Filter::Flate || filters.len() > 1) {
        let packed = data.as_deref().unwrap_or(packed);
        match filter.unpack(packed, most) {
            Some(unpacked) => data = Some(unpacked),
            None => return Ok(None),
        }
    }
    let keep = kids.is_some();
    let found = match data {
        Some(data) => Some((data.len(), data)),
        // Whether or not the dictionary says so, in one of the two ways the interpreter tries.
        None => [true, false]
            .into_iter()
            .map(|zlib| inflate(packed, zlib, most, keep))
            .find_map(|found| match found {
                Ok((0, _)) => None,
                other => Some(other.ok()),
            })
            .unwrap_or(Some((0, Vec::new()))),
    };
    if let (Some(kids), Some((_, data))) = (kids, &found) {
        kids.count(data)?;
    }
    Ok(found.map(|(size, _)| size))
}

/// Is over a limit.
struct Over;

/// Unpacks deflated bytes; the result is empty unless it is to be kept.
fn inflate(packed: &[u8], zlib: bool, most: usize, keep: bool) -> Result<(usize, Vec<u8>), Over> {
    let mut reader: Box<dyn Read> =
        if zlib { Box::new(ZlibDecoder::new(packed)) } else { Box::new(DeflateDecoder::new(packed)) };
    let mut chunk = vec![0; CHUNK];
    let (mut size, mut kept) = (0, Vec::new());
    loop {
        match reader.read(&mut chunk) {
            Ok(0) | Err(_) => return Ok((size, kept)),
            Ok(read) => {
                size += read;
                if size > most {
                    return Err(Over);
                }
                if keep {
                    kept.extend_from_slice(chunk.get(..read).unwrap_or_default());
                }
            }
        }
    }
}

/// Counts the entries of page trees, each of which the interpreter makes a page of before it can be asked how many
/// there are.
struct Kids<'l> {
    count: usize,
    limits: &'l Limits,
}

impl Kids<'_> {
    /// Entries per page that is allowed: names and form fields have trees of their own.
    const PER_PAGE: usize = 16;

    fn count(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        let Ok(finder) = AhoCorasick::new(["/Kids"]) else { return Ok(()) };
        let mut done = 0;
        for found in finder.find_iter(bytes) {
            if found.start() < done {
                continue;
            }
            let rest = bytes.get(found.end()..).unwrap_or_default();
            let (entries, length) = entries(rest);
            self.count += entries;
            done = found.end() + length;
            let most = self.limits.of(Limit::Pages).saturating_mul(Self::PER_PAGE);
            if self.count > most {
                return Err(self.limits.too_large(Limit::Pages, "the number of pages"));
            }
        }
        Ok(())
    }
}

/// Returns how many references and dictionaries the array at the start of `bytes` holds, and how long it is.
fn entries(bytes: &[u8]) -> (usize, usize) {
    let (mut depth, mut entries) = (0_usize, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (entries, at);
                }
            }
            b'R' if depth > 0 => entries += 1,
            b'<' if depth > 0 && bytes.get(at + 1) == Some(&b'<') => entries += 1,
            byte if depth == 0 && !byte.is_ascii_whitespace() => return (0, at),
            _ => {}
        }
    }
    (entries, bytes.len())
}

/// Returns the part of `bytes` from where the object begins whose dictionary ends them.
fn own_dictionary(bytes: &[u8]) -> &[u8] {
    let begins = bytes.windows(4).rposition(|four| four == b" obj" || four == b"\nobj");
    begins.and_then(|at| bytes.get(at..)).unwrap_or(bytes)
}

/// Tells whether a dictionary is of a picture or an attached file.
fn is_not_needed(dictionary: &[u8]) -> bool {
    has_name(dictionary, b"/Subtype", b"/Image") || has_name(dictionary, b"/Type", b"/EmbeddedFile")
}

/// Tells whether a dictionary may be of a stream that holds objects.
fn holds_objects(dictionary: &[u8]) -> bool {
    dictionary.windows(3).any(|three| three == b"/N ") || dictionary.windows(6).any(|six| six == b"ObjStm")
}

/// Tells whether a dictionary gives the entry `key` the name `value`.
fn has_name(dictionary: &[u8], key: &[u8], value: &[u8]) -> bool {
    let mut places = dictionary.windows(key.len()).enumerate().filter(|(_, window)| *window == key);
    places.any(|(at, _)| {
        let rest = dictionary.get(at + key.len()..).unwrap_or_default().trim_ascii_start();
        let after = rest.strip_prefix(value);
        after.is_some_and(|after| !after.first().is_some_and(u8::is_ascii_alphanumeric))
    })
}
