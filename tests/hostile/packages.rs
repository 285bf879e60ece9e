//! Packages built from strings: the four formats that are zip archives of XML.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file in an archive: its name and its contents.
pub(crate) type Part = (String, Vec<u8>);

/// Zips parts, packed or as they are.
pub(crate) fn zipped(parts: &[Part], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in parts {
        // The kind of an OpenDocument file is told by a part that is not packed.
        let method = if name == "mimetype" { CompressionMethod::Stored } else { method };
        writer.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(contents).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Zips parts, packed.
pub(crate) fn packed(parts: &[Part]) -> Vec<u8> {
    zipped(parts, CompressionMethod::Deflated)
}

/// A part.
pub(crate) fn part(name: &str, contents: impl Into<Vec<u8>>) -> Part {
    (name.to_owned(), contents.into())
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn related(target: &str, kind: &str) -> Vec<u8> {
    format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
    )
    .into_bytes()
}

/// The parts of a Word file, its body given; `before` stands ahead of the root element.
pub(crate) fn word(before: &str, body: &str) -> Vec<Part> {
    let document = format!(
        "<?xml version=\"1.0\"?>{before}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    vec![
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels", related("word/document.xml", "officeDocument")),
        part("word/document.xml", document),
    ]
}

/// The parts of an Excel file of one sheet, what stands in its `worksheet` element given, and its shared strings.
pub(crate) fn excel(before: &str, sheet: &str, strings: &[&str]) -> Vec<Part> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Plan\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let strings: String = strings.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let links = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    vec![
        part("[Content_Types].xml", types),
        part("_rels/.rels", related("xl/workbook.xml", "officeDocument")),
        part("xl/workbook.xml", book),
        part("xl/_rels/workbook.xml.rels", links),
        part("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\">{strings}</sst>")),
        part(
            "xl/worksheets/sheet1.xml",
            format!("<?xml version=\"1.0\"?>{before}<worksheet xmlns=\"{main}\">{sheet}</worksheet>"),
        ),
    ]
}

/// The parts of an OpenDocument file, `text` or `spreadsheet`, what stands in its body given.
pub(crate) fn open_document(kind: &str, before: &str, body: &str) -> Vec<Part> {
    let spaces: String = ["office", "text", "table", "style"]
        .iter()
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .collect();
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.{kind}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
    );
    vec![
        part("mimetype", format!("application/vnd.oasis.opendocument.{kind}")),
        part(
            "content.xml",
            format!(
                "<?xml version=\"1.0\"?>{before}<office:document-content{spaces}><office:body><office:{kind}>{body}</office:{kind}>\
                 </office:body></office:document-content>"
            ),
        ),
        part("META-INF/manifest.xml", manifest),
    ]
}

/// The four formats, each with a small table that is a plan of one action; `before` stands ahead of each root element.
pub(crate) fn plans(before: &str) -> [(&'static str, Vec<Part>); 4] {
    let rows = [["Action", "Lead"], ["The nurse will read each record", "Named Nurse"]];
    let table = |row: &str, cell: fn(&str) -> String| -> String {
        let rows = rows.iter().map(|cells| {
            format!("<{row}>{}</{row}>", cells.iter().map(|text| cell(text)).collect::<String>())
        });
        rows.collect()
    };
    let word_table = table("w:tr", |text| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"));
    let sheet = table("row", |text| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"));
    let open = table("table:table-row", |text| {
        format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")
    });
    let open = format!(
        "<table:table table:name=\"Plan\"><table:table-column/><table:table-column/>{open}</table:table>"
    );
    [
        ("docx", word(before, &format!("<w:tbl>{word_table}</w:tbl>"))),
        ("odt", open_document("text", before, &open)),
        ("xlsx", excel(before, &format!("<sheetData>{sheet}</sheetData>"), &[])),
        ("ods", open_document("spreadsheet", before, &open)),
    ]
}

/// Replaces the contents of the part that holds the text.
pub(crate) fn with_main(mut parts: Vec<Part>, contents: impl Into<Vec<u8>>) -> Vec<Part> {
    let main = ["word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"];
    let (_, text) = parts.iter_mut().find(|(name, _)| main.contains(&name.as_str())).unwrap();
    *text = contents.into();
    parts
}

/// Returns the part that holds the text.
pub(crate) fn main_part(parts: &[Part]) -> String {
    let main = ["word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"];
    let (_, text) = parts.iter().find(|(name, _)| main.contains(&name.as_str())).unwrap();
    String::from_utf8(text.clone()).unwrap()
}
