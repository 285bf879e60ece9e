//! The filters a stream may be packed with, each unpacked within a limit.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// A way of packing bytes that says nothing of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    Flate,
    Lzw,
    RunLength,
    Hex,
    Ascii85,
}

/// Returns the filters that a dictionary names, in the order they are undone.
pub(super) fn filters(dictionary: &[u8]) -> Vec<Filter> {
    let names = dictionary.split(|byte| !byte.is_ascii_alphanumeric());
    names
        .filter_map(|name| match name {
            b"FlateDecode" | b"Fl" => Some(Filter::Flate),
            b"LZWDecode" | b"LZW" => Some(Filter::Lzw),
            b"RunLengthDecode" | b"RL" => Some(Filter::RunLength),
            b"ASCIIHexDecode" | b"AHx" => Some(Filter::Hex),
            b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85),
            _ => None,
        })
        .take(8)
        .collect()
}

impl Filter {
    /// Unpacks `bytes`, as far as they can be; `None` when they make more than `most` bytes.
    pub(super) fn unpack(self, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
        let mut unpacked = Vec::new();
        match self {
            Self::Flate => {
                // What was read before an error counts too.
                let _ = ZlibDecoder::new(bytes).take(most as u64 + 1).read_to_end(&mut unpacked);
            }
            Self::Lzw => lzw(bytes, most, &mut unpacked),
            Self::RunLength => run_length(bytes, most, &mut unpacked),
            Self::Hex => {
                let digits =
                    bytes.iter().take_while(|byte| **byte != b'>').filter(|byte| byte.is_ascii_hexdigit());
                let digits: Vec<u8> =
                    digits.filter_map(|byte| char::from(*byte).to_digit(16)).map(|d| d as u8).collect();
                unpacked
                    .extend(digits.chunks(2).map(|pair| pair.iter().fold(0, |sum, digit| sum << 4 | digit)));
            }
            Self::Ascii85 => ascii85(bytes, &mut unpacked),
        }
        (unpacked.len() <= most).then_some(unpacked)
    }
}

fn run_length(bytes: &[u8], most: usize, unpacked: &mut Vec<u8>) {
    let mut rest = bytes;
    while let Some((&length, after)) = rest.split_first() {
        let taken = match length {
            0..=127 => {
                let run = after.get(..usize::from(length) + 1).unwrap_or(after);
                unpacked.extend_from_slice(run);
                run.len()
            }
            128 => return,
            _ => {
                unpacked.extend(
                    after
                        .first()
                        .into_iter()
                        .flat_map(|byte| std::iter::repeat_n(*byte, 257 - usize::from(length))),
                );
                1
            }
        };
        rest = after.get(taken..).unwrap_or_default();
        if unpacked.len() > most {
            return;
        }
    }
}

fn ascii85(bytes: &[u8], unpacked: &mut Vec<u8>) {
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => unpacked.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    unpacked.extend(value85(&group).to_be_bytes());
                    group.clear();
                }
            }
            _ => {}
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        unpacked.extend(value85(&group).to_be_bytes().into_iter().take(kept));
    }
}

fn value85(digits: &[u8]) -> u32 {
    digits.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit)))
}

/// Unpacks LZW: each code stands for a run already seen and one byte more, codes grow from 9 to 12 bits.
fn lzw(bytes: &[u8], most: usize, unpacked: &mut Vec<u8>) {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // Each entry beyond the single bytes: where in the output it stands, and how long it is.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    let mut width = 9;
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (buffer >> bits) as usize & ((1 << width) - 1);
        if code == CLEAR {
            table.clear();
            (before, width) = (None, 9);
            continue;
        }
        if code == END || unpacked.len() > most {
            return;
        }
        let start = unpacked.len();
        if code < CLEAR {
            unpacked.push(code as u8);
        } else {
            let known = table.get(code - END - 1).copied();
            // A code that is just being made is the run before and its own first byte.
            let Some((from, length)) = known.or(before.map(|(from, length)| (from, length + 1))) else {
                return;
            };
            for at in from..from + length {
                let Some(byte) = unpacked.get(at).copied() else { return };
                unpacked.push(byte);
            }
        }
        if let Some((from, length)) = before.filter(|_| table.len() < 4096 - END - 1) {
            table.push((from, length + 1));
        }
        before = Some((start, unpacked.len() - start));
        // The width grows one code early, as nearly all writers do it.
        width = match table.len() + END + 2 {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
}
