//! Archives taken apart, so that the XML inside is changed and not its packing.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::mutate::{Chance, mutate};

/// A file in an archive: its name and its contents.
pub(crate) type Part = (String, Vec<u8>);

/// Unpacks an archive.
pub(crate) fn unpacked(bytes: &[u8]) -> Vec<Part> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts = (0..archive.len()).map(|at| {
        let mut entry = archive.by_index(at).unwrap();
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).unwrap();
        (entry.name().unwrap().into_owned(), contents)
    });
    parts.collect()
}

/// Packs parts.
pub(crate) fn packed(parts: &[Part]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(contents).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Changes the contents of one or two parts.
pub(crate) fn mutate_parts(parts: &mut [Part], others: &[Part], signs: &[&str], chance: &mut Chance) {
    for _ in 0..*chance.pick(&[1, 1, 2]) {
        let at = weighted(parts, chance);
        let other = chance.pick(others).1.clone();
        mutate(&mut parts[at].1, &other, signs, chance);
    }
}

/// Picks a part: most often one that holds text.
fn weighted(parts: &[Part], chance: &mut Chance) -> usize {
    let texts =
        ["document.xml", "content.xml", "sheet1.xml", "sharedStrings.xml", "footnotes.xml", "numbering.xml"];
    let holding: Vec<usize> =
        (0..parts.len()).filter(|at| texts.iter().any(|text| parts[*at].0.ends_with(text))).collect();
    if holding.is_empty() || chance.below(4) == 0 {
        chance.below(parts.len())
    } else {
        *chance.pick(&holding)
    }
}
