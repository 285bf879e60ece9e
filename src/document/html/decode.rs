//! The bytes of a page to text, in the encoding that the page says it is in.

use crate::document::ReadError;
use crate::document::text;

/// How far into a page its encoding is looked for; browsers look no further than 1,024 bytes.
const START: usize = 4096;

/// The text of a page.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The line of the first sign that could not be told, and how many there are.
    pub(super) lost: Option<(u32, usize)>,
}

/// Returns the text that `bytes` hold: as their byte order mark says, else as UTF-8 where that is what they are, for
/// pages are often saved again without their statement of it; else in the encoding they state, and in Windows-1252
/// where they state none, as browsers have it.
///
/// # Errors
///
/// [`ReadError::NotUtf8`] for UTF-16 that is cut, and for an encoding that is neither Unicode nor Western.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let whole = |text| Decoded { text, lost: None };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return text::decode(bytes).map(whole);
    }
    let marked = bytes.strip_prefix(b"\xEF\xBB\xBF");
    let bytes = marked.unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(whole(text.to_owned()));
    }
    match stated(bytes).as_deref() {
        _ if marked.is_some() => Ok(lossy(bytes)),
        Some("utf-8" | "utf8") => Ok(lossy(bytes)),
        None => Ok(whole(western(bytes))),
        Some(name) if is_western(name) => Ok(whole(western(bytes))),
        Some(_) => text::decode(bytes).map(whole),
    }
}

/// Decodes UTF-8 in which some bytes are wrong.
fn lossy(bytes: &[u8]) -> Decoded {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let count = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let before = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let lines = before.bytes().filter(|byte| *byte == b'\n').count();
    let line = u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1);
    Decoded { text, lost: (count > 0).then_some((line, count)) }
}

/// Whether browsers read the encoding `name` as Windows-1252, or all but a few signs of it are the same.
fn is_western(name: &str) -> bool {
    matches!(
        name,
        "windows-1252"
            | "cp1252"
            | "x-cp1252"
            | "iso-8859-1"
            | "iso8859-1"
            | "latin1"
            | "l1"
            | "us-ascii"
            | "ascii"
    )
}

/// Returns the encoding that the page states in its first lines, in small letters: `charset=` of a `meta`, or
/// `encoding=` of an XML declaration.
fn stated(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..START).unwrap_or(bytes)).to_ascii_lowercase();
    let declared = start.trim_start().strip_prefix("<?xml").and_then(|rest| {
        let declaration = rest.split_once("?>")?.0;
        value_of(declaration.split_once("encoding")?.1)
    });
    let metas = start.match_indices("<meta").filter_map(|(at, _)| {
        let tag = start.get(at..)?.split_once('>')?.0;
        value_of(tag.split_once("charset")?.1)
    });
    declared.or_else(|| metas.into_iter().next())
}

/// Returns the value behind the name of an attribute: `="utf-8"`, or `=utf-8` inside another value.
fn value_of(behind: &str) -> Option<String> {
    let value = behind.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = |sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'' | ';' | '/' | '>');
    value.split(end).next().filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Decodes Windows-1252, in which every byte is one sign.
fn western(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9F => WINDOWS.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{FFFD}'),
            _ => char::from(*byte),
        })
        .collect()
}

/// The signs of Windows-1252 from 0x80 to 0x9F; all others are those of Unicode. Five bytes mean nothing.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];
