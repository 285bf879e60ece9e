//! Cases of plain text and Markdown, and of bytes that are neither.

use crate::archives::noise;
use crate::case::{Case, case, sparse};

const ROW: &str = "| Action | Lead |\n|---|---|\n| The nurse will read each record | Named Nurse |\n";

fn utf16(text: &str, pair: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(pair).collect()
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        sparse("1 GB", "huge.txt", b"The nurse will read each record.\n", 1_000_000_000),
        sparse("1 GB", "huge.docx", b"PK\x03\x04", 1_000_000_000),
        sparse("1 GB", "huge.pdf", b"%PDF-1.7\n", 1_000_000_000),
        case("100 MB of text", "large.txt", || "The nurse will read each record.\n".repeat(3_000_000)),
        case("one line of 8 MB", "line.txt", || "gull ".repeat(1_600_000)),
        case("one word of 8 MB", "word.txt", || "x".repeat(8_000_000)),
        case("8 MB of promises", "promises.txt", || "We will read it by 1 May 2017. ".repeat(250_000)),
        case("500,000 lines", "lines.txt", || "x\n".repeat(500_000)),
        case("1,000 columns by tabs", "tabs.txt", || format!("{}\n", "x\t".repeat(1_000)).repeat(200)),
        case("empty", "empty.txt", || ""),
        case("empty, by its name a Word file", "empty.docx", || ""),
        case("nothing but blanks", "blank.txt", || " \n\t\n".repeat(1_000)),
        case("nothing but zero bytes", "zeros.docx", || vec![0; 4_000]),
        case("a zero byte in its text", "zero.txt", || "The nurse\0will read each record.\n"),
        case("noise", "noise.txt", || noise(10_000)),
        case("UTF-16", "wide.txt", || utf16("The nurse will read each record.\n", u16::to_le_bytes, true)),
        case("UTF-16, the other way round", "wide-be.txt", || {
            utf16("The nurse will read each record.\n", u16::to_be_bytes, true)
        }),
        case("UTF-16 without its mark", "unmarked.txt", || {
            utf16("The nurse will read each record.\n", u16::to_le_bytes, false)
        }),
        case("UTF-16 that breaks off in a letter", "odd.txt", || {
            let mut bytes = utf16("The nurse will read \u{1F426}", u16::to_le_bytes, true);
            bytes.truncate(bytes.len() - 1);
            bytes
        }),
        case("Latin-1", "latin.txt", || b"The caf\xE9 will open on Mondays.\n"),
        case("a picture", "photo.md", || [&b"\xFF\xD8\xFF\xE0"[..], &noise(2_000)].concat()),
        case("an old Word file", "old.doc", || {
            let name: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
            [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 1_000], &name, &[0; 1_000]].concat()
        }),
        case("one line of 8 MB", "line.md", || "gull ".repeat(1_600_000)),
        case("a million cells", "million.md", || {
            let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(100));
            format!("{}{}{}", row("a"), row("-"), row("b").repeat(10_000))
        }),
        case("quotations in quotations, 100,000 deep", "quotes.md", || {
            format!("{}Deep\n", "> ".repeat(100_000))
        }),
        case("lists in lists, 2,000 deep", "lists.md", || {
            (0..2_000).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect::<String>()
        }),
        case("200,000 brackets and stars that are never closed", "open.md", || "[*_`![".repeat(200_000)),
        case("100,000 links that are nowhere", "links.md", || {
            (0..100_000).map(|at| format!("[a{at}][b{at}] ")).collect::<String>()
        }),
        case("50,000 notes that refer to one another", "notes.md", || {
            (0..50_000).map(|at| format!("[^{at}]: See[^{}]\n\n", at + 1)).collect::<String>() + "Start[^0]\n"
        }),
        case("100,000 elements of HTML inside one another", "html.md", || {
            format!("{}Deep\n", "<div>\n".repeat(100_000))
        }),
        case("a table, named as a workbook", "text.xlsx", || ROW),
    ]
}
