//! OpenDocument files built from strings of XML.

use wsoa::document::{Document, Limits, ReadError, odt};

use crate::support::word::archive;

const NAMESPACES: &str = concat!(
    r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
    r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" "#,
    r#"xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" "#,
    r#"xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" "#,
    r#"xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" "#,
    r#"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" "#,
    r#"xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" "#,
    r#"xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" "#,
    r#"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" "#,
    r#"xmlns:math="http://www.w3.org/1998/Math/MathML" "#,
    r#"xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0" "#,
    r#"xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0""#,
);

/// An OpenDocument text in the making.
#[derive(Default, Clone)]
pub(crate) struct Odt {
    body: String,
    automatic: String,
    shared: String,
    manifest: String,
    objects: Vec<(String, String)>,
}

impl Odt {
    /// Starts a file with this in its body.
    pub(crate) fn body(xml: &str) -> Self {
        Self { body: xml.to_owned(), ..Self::default() }
    }

    /// Sets the automatic styles of `content.xml`.
    pub(crate) fn automatic(mut self, xml: &str) -> Self {
        xml.clone_into(&mut self.automatic);
        self
    }

    /// Sets the common styles of `styles.xml`.
    pub(crate) fn styles(mut self, xml: &str) -> Self {
        xml.clone_into(&mut self.shared);
        self
    }

    /// Adds to the manifest.
    pub(crate) fn manifest(mut self, xml: &str) -> Self {
        self.manifest.push_str(xml);
        self
    }

    /// Adds an embedded object of this kind, with `xml` as its content.
    pub(crate) fn object(mut self, folder: &str, kind: &str, xml: &str) -> Self {
        self.objects.push((format!("{folder}/content.xml"), xml.to_owned()));
        self.manifest(&format!(
            "<manifest:file-entry manifest:full-path=\"{folder}/\" \
             manifest:media-type=\"application/vnd.oasis.opendocument.{kind}\"/>"
        ))
    }

    /// Returns the files of the archive.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let wrap =
            |root: &str, xml: &str| format!("<?xml version=\"1.0\"?><{root} {NAMESPACES}>{xml}</{root}>");
        let content = format!(
            "<office:automatic-styles>{}</office:automatic-styles>\
             <office:body><office:text>{}</office:text></office:body>",
            self.automatic, self.body
        );
        let furniture = "<style:header><text:p>Running head</text:p></style:header>";
        let shared = format!(
            "<office:styles>{}</office:styles><office:master-styles><style:master-page>{furniture}\
             </style:master-page></office:master-styles>",
            self.shared
        );
        let mut files = vec![
            ("mimetype".to_owned(), "application/vnd.oasis.opendocument.text".to_owned()),
            ("content.xml".to_owned(), wrap("office:document-content", &content)),
            ("styles.xml".to_owned(), wrap("office:document-styles", &shared)),
            ("META-INF/manifest.xml".to_owned(), wrap("manifest:manifest", &self.manifest)),
        ];
        files.extend(self.objects.iter().cloned());
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
        odt::read("plan.odt", &self.bytes(), &Limits::default())
    }
}

/// A paragraph with this inside.
pub(crate) fn p(inside: &str) -> String {
    format!("<text:p>{inside}</text:p>")
}

/// A paragraph in a style.
pub(crate) fn styled(style: &str, inside: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{inside}</text:p>")
}

/// A heading.
pub(crate) fn h(level: u32, words: &str) -> String {
    format!("<text:h text:outline-level=\"{level}\">{words}</text:h>")
}

/// A run in a style.
pub(crate) fn span(style: &str, inside: &str) -> String {
    format!("<text:span text:style-name=\"{style}\">{inside}</text:span>")
}

/// A style of a family with these text properties; `more` are further attributes.
pub(crate) fn style(family: &str, name: &str, more: &str, properties: &str) -> String {
    format!(
        "<style:style style:family=\"{family}\" style:name=\"{name}\" {more}>\
         <style:text-properties {properties}/></style:style>"
    )
}

/// A list with these attributes.
pub(crate) fn list(attributes: &str, inside: &str) -> String {
    format!("<text:list {attributes}>{inside}</text:list>")
}

/// A list item that holds one paragraph and `more`.
pub(crate) fn item(words: &str, more: &str) -> String {
    format!("<text:list-item>{}{more}</text:list-item>", p(words))
}

/// A table of rows.
pub(crate) fn table(rows: &str) -> String {
    format!("<table:table>{rows}</table:table>")
}

/// A row of cells.
pub(crate) fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// A cell with these attributes that holds one paragraph.
pub(crate) fn cell(attributes: &str, words: &str) -> String {
    format!("<table:table-cell {attributes}>{}</table:table-cell>", p(words))
}

/// A cell that another one covers.
pub(crate) fn covered() -> String {
    "<table:covered-table-cell/>".to_owned()
}
