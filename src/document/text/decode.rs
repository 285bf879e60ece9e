//! Bytes to text: UTF-8, and the UTF-16 that Notepad saves with a byte order mark.

use super::super::ReadError;

/// Returns the text that `bytes` hold, without its byte order mark.
///
/// UTF-8 is the rule; UTF-16 is read where a byte order mark tells it.
///
/// # Errors
///
/// [`ReadError::NotUtf8`] with the place of the first byte, or half character, that is no text.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, ReadError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        not_utf8_after(&String::from_utf8_lossy(good))
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(not_utf8_after(&text)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(not_utf8_after(&text)) }
}

/// Returns the error that stands right after the readable `text`.
fn not_utf8_after(text: &str) -> ReadError {
    let mut line = 1_u32;
    let mut character = 1_u32;
    let mut last = '\0';
    for sign in text.chars() {
        if sign == '\r' || (sign == '\n' && last != '\r') {
            line = line.saturating_add(1);
            character = 1;
        } else if sign != '\n' {
            character = character.saturating_add(1);
        }
        last = sign;
    }
    ReadError::NotUtf8 { line, character }
}
