//! OpenDocument spreadsheets built from strings of XML.

use wsoa::document::{Document, Limits, ReadError, sheet};

use super::support::word::archive;

const NAMESPACES: &str = concat!(
    r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
    r#"xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" "#,
    r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" "#,
    r#"xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" "#,
    r#"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" "#,
    r#"xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" "#,
    r#"xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" "#,
    r#"xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0""#,
);

/// A spreadsheet in the making.
#[derive(Default, Clone)]
pub(crate) struct Ods {
    styles: String,
    body: String,
    extra: Vec<(String, String)>,
}

impl Ods {
    /// Starts a spreadsheet with a sheet called Plan that holds these rows.
    pub(crate) fn plan(rows: &str) -> Self {
        Self::body(&format!("<table:table table:name=\"Plan\">{rows}</table:table>"))
    }

    /// Starts a spreadsheet with this in its body.
    pub(crate) fn body(xml: &str) -> Self {
        Self { body: xml.to_owned(), ..Self::default() }
    }

    /// Adds automatic styles.
    pub(crate) fn styles(mut self, xml: &str) -> Self {
        self.styles.push_str(xml);
        self
    }

    /// Adds a file to the archive.
    pub(crate) fn file(mut self, name: &str, xml: &str) -> Self {
        self.extra.push((name.to_owned(), xml.to_owned()));
        self
    }

    /// Returns the bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let content = format!(
            "<office:document-content {NAMESPACES}><office:automatic-styles>{}</office:automatic-styles>\
             <office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>",
            self.styles, self.body
        );
        let mut files = vec![
            ("mimetype".to_owned(), "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
            ("content.xml".to_owned(), content),
        ];
        files.extend(
            self.extra.iter().map(|(name, xml)| (name.clone(), xml.replace("NAMESPACES", NAMESPACES))),
        );
        archive(&files)
    }

    /// Reads the file.
    pub(crate) fn read(&self) -> Document {
        self.try_read().unwrap()
    }

    /// Reads the file, or says why not.
    pub(crate) fn try_read(&self) -> Result<Document, ReadError> {
        sheet::read_ods("plan.ods", &self.bytes(), &Limits::default())
    }
}

/// A row of cells.
pub(crate) fn row(attributes: &str, cells: &[String]) -> String {
    format!("<table:table-row {attributes}>{}</table:table-row>", cells.concat())
}

/// A cell that holds one paragraph.
pub(crate) fn cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
}

/// A row of plain cells.
pub(crate) fn texts(texts: &[&str]) -> String {
    row("", &texts.iter().map(|text| cell("", text)).collect::<Vec<_>>())
}
