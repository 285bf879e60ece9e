//! Word files built from strings of XML.

use std::io::{Cursor, Write};

use wsoa::document::{Document, Limits, ReadError, docx};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" "#,
    r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#,
);

/// A Word file in the making. Each part is given by what stands inside its root element.
#[derive(Default, Clone)]
pub(crate) struct Word {
    body: String,
    parts: Vec<(&'static str, &'static str, String)>,
    strict: bool,
}

impl Word {
    /// Starts a file with this in its body.
    pub(crate) fn body(xml: &str) -> Self {
        Self { body: xml.to_owned(), ..Self::default() }
    }

    /// Adds `word/styles.xml`.
    pub(crate) fn styles(self, xml: &str) -> Self {
        self.part("styles", "styles", xml)
    }

    /// Adds `word/numbering.xml`.
    pub(crate) fn numbering(self, xml: &str) -> Self {
        self.part("numbering", "numbering", xml)
    }

    /// Adds `word/footnotes.xml`.
    pub(crate) fn footnotes(self, xml: &str) -> Self {
        self.part("footnotes", "footnotes", xml)
    }

    /// Adds `word/endnotes.xml`.
    pub(crate) fn endnotes(self, xml: &str) -> Self {
        self.part("endnotes", "endnotes", xml)
    }

    /// Adds `word/comments.xml`.
    pub(crate) fn comments(self, xml: &str) -> Self {
        self.part("comments", "comments", xml)
    }

    /// Writes the strict namespaces.
    pub(crate) fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    fn part(mut self, kind: &'static str, root: &'static str, xml: &str) -> Self {
        self.parts.push((kind, root, xml.to_owned()));
        self
    }

    /// Returns the files of the archive.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let kind = if self.strict {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        };
        let wrap = |root: &str, xml: &str| {
            let text = format!("<?xml version=\"1.0\"?><w:{root} {NAMESPACES}>{xml}</w:{root}>");
            if self.strict { text.replace(W, STRICT) } else { text }
        };
        let related: String = self
            .parts
            .iter()
            .enumerate()
            .map(|(id, (part, ..))| relationship(id, &format!("{kind}/{part}"), &format!("{part}.xml")))
            .collect();
        let mut files = vec![
            ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
            (
                "_rels/.rels".to_owned(),
                relationships(&relationship(0, &format!("{kind}/officeDocument"), "word/document.xml")),
            ),
            ("word/document.xml".to_owned(), wrap("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/_rels/document.xml.rels".to_owned(), relationships(&related)),
        ];
        for (part, root, xml) in &self.parts {
            files.push((format!("word/{part}.xml"), wrap(root, xml)));
        }
        files
    }

    /// Returns the bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        archive(&self.files())
    }

    /// Reads the file.
    pub(crate) fn read(&self) -> Document {
        self.try_read().unwrap()
    }

    /// Reads the file, or says why not.
    pub(crate) fn try_read(&self) -> Result<Document, ReadError> {
        docx::read("plan.docx", &self.bytes(), &Limits::default())
    }
}

/// Zips files.
pub(crate) fn archive(files: &[(String, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn relationships(inside: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
    )
}

fn relationship(id: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

/// A paragraph with these properties and runs.
pub(crate) fn p(properties: &str, inside: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")
}

/// A paragraph of plain text.
pub(crate) fn text(words: &str) -> String {
    p("", &run("", words))
}

/// A paragraph in a style.
pub(crate) fn styled(style: &str, words: &str) -> String {
    p(&format!("<w:pStyle w:val=\"{style}\"/>"), &run("", words))
}

/// A run with these properties.
pub(crate) fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// A list item.
pub(crate) fn item(list: u32, level: u32, words: &str) -> String {
    let reference = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    p(&reference, &if words.is_empty() { String::new() } else { run("", words) })
}

/// A table of rows.
pub(crate) fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

/// A row of cells.
pub(crate) fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A cell with these properties that holds one paragraph of text.
pub(crate) fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", text(words))
}

/// A run that holds one field character.
pub(crate) fn field(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

/// A run that holds a field's instruction.
pub(crate) fn instruction(text: &str) -> String {
    format!("<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>")
}
