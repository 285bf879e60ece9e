//! Cases of every format that is a zip archive of XML: Word, Excel and OpenDocument.

use zip::CompressionMethod;

use crate::case::{Case, case};
use crate::packages::{Part, main_part, open_document, packed, part, plans, with_main, word, zipped};

const MEBIBYTE: usize = 1 << 20;

/// A case for each of the four formats.
fn each(
    what: &'static str,
    files: [&'static str; 4],
    make: fn(Vec<Part>) -> Vec<u8>,
) -> impl Iterator<Item = Case> {
    (0..4).map(move |at| case(what, files[at], move || make(plans("").into_iter().nth(at).unwrap().1)))
}

pub(crate) fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    all.extend(each(
        "a zip bomb: 8 MiB of blanks packed into 8 KiB",
        ["blanks.docx", "blanks.odt", "blanks.xlsx", "blanks.ods"],
        |parts| {
            let text = main_part(&parts).replacen("?>", &format!("?>{}", " ".repeat(8 * MEBIBYTE)), 1);
            packed(&with_main(parts, text))
        },
    ));
    all.extend(each(
        "40 MiB of text, hardly packed",
        ["large.docx", "large.odt", "large.xlsx", "large.ods"],
        |parts| {
            let text =
                main_part(&parts).replacen("?>", &format!("?><!--{}-->", "gull ".repeat(8 * MEBIBYTE)), 1);
            zipped(&with_main(parts, text), CompressionMethod::Stored)
        },
    ));
    all.push(case("three parts of 25 MiB each", "together.docx", three_large_parts));
    all.extend(each("20,000 files", ["crowd.docx", "crowd.odt", "crowd.xlsx", "crowd.ods"], |mut parts| {
        parts.extend((0..20_000).map(|at| part(&format!("media/{at}.txt"), "")));
        zipped(&parts, CompressionMethod::Stored)
    }));
    all.extend(entities());
    all.extend(each(
        "50,000 elements inside one another",
        ["deep.docx", "deep.odt", "deep.xlsx", "deep.ods"],
        |parts| {
            let (start, end) = ("<a>".repeat(50_000), "</a>".repeat(50_000));
            let text = main_part(&parts).replacen("><", &format!(">{start}{end}<"), 2);
            packed(&with_main(parts, text))
        },
    ));
    all.extend(each(
        "XML that breaks off",
        ["broken.docx", "broken.odt", "broken.xlsx", "broken.ods"],
        |parts| {
            let text = main_part(&parts);
            packed(&with_main(parts, &text[..text.len() * 3 / 4]))
        },
    ));
    all.extend(each(
        "bytes that are no text",
        ["noise.docx", "noise.odt", "noise.xlsx", "noise.ods"],
        |parts| packed(&with_main(parts, noise(10_000))),
    ));
    all.extend(each("cut in half", ["half.docx", "half.odt", "half.xlsx", "half.ods"], |parts| {
        let bytes = packed(&parts);
        bytes[..bytes.len() / 2].to_vec()
    }));
    all.extend(each(
        "one bit in every 50 bytes turned",
        ["bits.docx", "bits.odt", "bits.xlsx", "bits.ods"],
        |parts| {
            let mut bytes = packed(&parts);
            bytes.iter_mut().skip(40).step_by(50).for_each(|byte| *byte ^= 0x10);
            bytes
        },
    ));
    all.extend(names());
    all
}

fn three_large_parts() -> Vec<u8> {
    let large = format!("<!--{}-->", "gull ".repeat(5 * MEBIBYTE));
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links: String = ["styles", "numbering"]
        .iter()
        .map(|kind| format!("<Relationship Id=\"{kind}\" Type=\"{office}/{kind}\" Target=\"{kind}.xml\"/>"))
        .collect();
    let mut parts = word(&large, "<w:p/>");
    parts.push(part("word/_rels/document.xml.rels", format!("<Relationships>{links}</Relationships>")));
    for kind in ["styles", "numbering"] {
        parts.push(part(&format!("word/{kind}.xml"), format!("<w:{kind} {space}>{large}</w:{kind}>")));
    }
    zipped(&parts, CompressionMethod::Stored)
}

/// XML with a DOCTYPE: a billion laughs, and a file of the machine.
fn entities() -> Vec<Case> {
    fn laughs() -> String {
        let levels: String = (1..10)
            .map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10)))
            .collect();
        format!("<!DOCTYPE laughs [<!ENTITY l0 \"gull\">{levels}]>")
    }
    let mut all = Vec::new();
    for (at, file) in ["laughs.docx", "laughs.odt", "laughs.xlsx", "laughs.ods"].into_iter().enumerate() {
        all.push(case("a billion laughs: entities in a DOCTYPE", file, move || {
            let (_, parts) = plans(&laughs()).into_iter().nth(at).unwrap();
            let text = main_part(&parts).replace("The nurse", "&l9;");
            packed(&with_main(parts, text))
        }));
    }
    for (at, file) in
        ["passwords.docx", "passwords.odt", "passwords.xlsx", "passwords.ods"].into_iter().enumerate()
    {
        all.push(case("an entity that names a file of the machine", file, move || {
            let (_, parts) = plans("<!DOCTYPE p [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>")
                .into_iter()
                .nth(at)
                .unwrap();
            let text = main_part(&parts).replace("The nurse", "&f;");
            packed(&with_main(parts, text))
        }));
    }
    all
}

/// Names of files in the archive that lead elsewhere, or stand twice.
fn names() -> Vec<Case> {
    let plan = || plans("").into_iter().next().unwrap().1;
    let with = move |extra: &'static [&'static str]| {
        let mut parts = plan();
        parts.extend(extra.iter().map(|name| part(name, "root:x:0:0")));
        packed(&parts)
    };
    vec![
        case("files named `../../etc/passwd`, `/etc/passwd` and `C:\\x`", "paths.docx", move || {
            with(&["../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "word\\..\\..\\x"])
        }),
        case("its text said to be at `../../../../etc/passwd`", "outside.docx", move || {
            let mut parts = plan();
            let (_, links) = parts.iter_mut().find(|(name, _)| name == "_rels/.rels").unwrap();
            *links = String::from_utf8(links.clone())
                .unwrap()
                .replace("word/document.xml", "../../../../etc/passwd")
                .into();
            packed(&parts)
        }),
        case("two files that both are the text, in another case", "twice.docx", move || {
            with(&["Word/Document.xml"])
        }),
        case("two files of the same name", "same.docx", move || {
            let mut parts = plan();
            parts.push(part("word/document.xm_", "<root/>"));
            let bytes = zipped(&parts, CompressionMethod::Stored);
            // The writer refuses to write a name twice.
            replaced(&bytes, b"word/document.xm_", b"word/document.xml")
        }),
        case("encrypted as old zip programs do", "locked.docx", move || {
            // Bit 0 of the flags, in the header of each file and in the list.
            let bytes = packed(&plan());
            let bytes = replaced(&bytes, b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01");
            flagged(bytes)
        }),
        case("encrypted as Word does", "secret.docx", || {
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 1_000], &name, &[0; 4_000]].concat()
        }),
        case("encrypted as LibreOffice does", "secret.odt", || {
            let mut parts = with_main(open_document("text", "", ""), noise(2_000));
            let (_, manifest) = parts.last_mut().unwrap();
            *manifest = String::from_utf8(manifest.clone())
                .unwrap()
                .replace(
                    "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>",
                    "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"><manifest:encryption-data/></manifest:file-entry>",
                )
                .into();
            packed(&parts)
        }),
        case("a program", "renamed.docx", || [&b"MZ\x90\x00\x03"[..], &noise(5_000)].concat()),
        case("a zip archive of something else", "photos.docx", || {
            packed(&[part("photos/1.jpg", noise(500))])
        }),
        case("a Word file named as a workbook", "renamed.xlsx", move || packed(&plan())),
    ]
}

/// Sets the flag of encryption in every entry of the list.
fn flagged(mut bytes: Vec<u8>) -> Vec<u8> {
    for (start, flag) in [(b"PK\x01\x02", 8), (b"PK\x03\x04", 6)] {
        let places: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, four)| four == start).map(|(at, _)| at).collect();
        places.into_iter().for_each(|at| bytes[at + flag] |= 1);
    }
    bytes
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

/// Bytes in no order, the same each time.
pub(crate) fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 24) as u8
    };
    std::iter::repeat_with(next).take(length).collect()
}
