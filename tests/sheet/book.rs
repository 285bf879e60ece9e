//! Excel workbooks built from strings of XML.

use wsoa::document::{Document, Limits, ReadError, sheet};

use super::support::word::archive;

const NAMESPACES: &str = concat!(
    r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#,
);
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook in the making.
#[derive(Default, Clone)]
pub(crate) struct Book {
    sheets: Vec<Tab>,
    properties: String,
    parts: Vec<(&'static str, String)>,
}

/// A sheet in the making.
#[derive(Default, Clone)]
struct Tab {
    name: String,
    state: String,
    /// What stands before, in and after the rows.
    before: String,
    rows: String,
    after: String,
    /// The parts that the sheet names: kind and text.
    parts: Vec<(&'static str, String)>,
}

impl Book {
    /// Starts a workbook with a sheet called Plan that holds these rows.
    pub(crate) fn plan(rows: &str) -> Self {
        Self::default().sheet("Plan", rows)
    }

    /// Adds a sheet.
    pub(crate) fn sheet(mut self, name: &str, rows: &str) -> Self {
        self.sheets.push(Tab { name: name.to_owned(), rows: rows.to_owned(), ..Tab::default() });
        self
    }

    fn last(mut self, change: impl FnOnce(&mut Tab)) -> Self {
        change(self.sheets.last_mut().unwrap());
        self
    }

    /// Sets the state of the last sheet: `hidden`, `veryHidden`.
    pub(crate) fn state(self, state: &str) -> Self {
        self.last(|tab| tab.state = format!("state=\"{state}\""))
    }

    /// Adds what stands before the rows of the last sheet.
    pub(crate) fn before(self, xml: &str) -> Self {
        self.last(|tab| tab.before.push_str(xml))
    }

    /// Adds what stands after the rows of the last sheet.
    pub(crate) fn after(self, xml: &str) -> Self {
        self.last(|tab| tab.after.push_str(xml))
    }

    /// Merges cells of the last sheet.
    pub(crate) fn merge(self, areas: &[&str]) -> Self {
        let cells: String = areas.iter().map(|area| format!("<mergeCell ref=\"{area}\"/>")).collect();
        self.after(&format!("<mergeCells>{cells}</mergeCells>"))
    }

    /// Adds a part that the last sheet names: comments, threadedComment, drawing.
    pub(crate) fn beside(self, kind: &'static str, xml: &str) -> Self {
        self.last(|tab| tab.parts.push((kind, xml.to_owned())))
    }

    /// Adds the shared strings.
    pub(crate) fn strings(mut self, xml: &str) -> Self {
        self.parts.push(("sharedStrings", format!("<sst {NAMESPACES}>{xml}</sst>")));
        self
    }

    /// Adds styles: a number format, and what stands in its font, for each style from 1 on. Style 0 is plain.
    pub(crate) fn styles(mut self, styles: &[(&str, &str)]) -> Self {
        let quoted = |code: &str| code.replace('"', "&quot;");
        let (mut codes, mut fonts, mut cells) = (String::new(), String::new(), String::new());
        for (at, (code, font)) in styles.iter().enumerate() {
            codes.push_str(&format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 200 + at, quoted(code)));
            fonts.push_str(&format!("<font>{font}</font>"));
            let id = if code.is_empty() { 0 } else { 200 + at };
            cells.push_str(&format!("<xf numFmtId=\"{id}\" fontId=\"{}\"/>", at + 1));
        }
        let xml = format!(
            "<styleSheet {NAMESPACES}><numFmts>{codes}</numFmts><fonts><font/>{fonts}</fonts>\
             <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/>{cells}</cellXfs></styleSheet>"
        );
        self.parts.push(("styles", xml));
        self
    }

    /// Sets the workbook's properties.
    pub(crate) fn properties(mut self, attributes: &str) -> Self {
        self.properties = attributes.to_owned();
        self
    }

    /// Returns the files of the archive.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let related = |parts: &[(String, String)]| {
            let each = parts.iter().enumerate().map(|(id, (kind, target))| {
                format!("<Relationship Id=\"rId{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
            });
            format!("<Relationships>{}</Relationships>", each.collect::<String>())
        };
        let named = self.sheets.iter().enumerate().map(|(at, tab)| {
            format!("<sheet name=\"{}\" sheetId=\"{}\" {} r:id=\"rId{at}\"/>", tab.name, at + 1, tab.state)
        });
        let workbook = format!(
            "<workbook {NAMESPACES}><workbookPr {}/><sheets>{}</sheets></workbook>",
            self.properties,
            named.collect::<String>()
        );
        let sheets =
            (0..self.sheets.len()).map(|at| ("worksheet".to_owned(), format!("worksheets/sheet{at}.xml")));
        let parts = self.parts.iter().map(|(kind, _)| ((*kind).to_owned(), format!("{kind}.xml")));
        let root = [("officeDocument".to_owned(), "xl/workbook.xml".to_owned())];
        let mut files = vec![
            ("_rels/.rels".to_owned(), related(&root)),
            ("xl/workbook.xml".to_owned(), workbook),
            ("xl/_rels/workbook.xml.rels".to_owned(), related(&sheets.chain(parts).collect::<Vec<_>>())),
        ];
        for (kind, xml) in &self.parts {
            files.push((format!("xl/{kind}.xml"), xml.clone()));
        }
        for (at, tab) in self.sheets.iter().enumerate() {
            let Tab { before, rows, after, parts, .. } = tab;
            let xml =
                format!("<worksheet {NAMESPACES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>");
            files.push((format!("xl/worksheets/sheet{at}.xml"), xml));
            let beside: Vec<(String, String)> = parts
                .iter()
                .enumerate()
                .map(|(id, (kind, _))| ((*kind).to_owned(), format!("../beside/{kind}{at}_{id}.xml")))
                .collect();
            files.push((format!("xl/worksheets/_rels/sheet{at}.xml.rels"), related(&beside)));
            for (id, (kind, xml)) in parts.iter().enumerate() {
                files.push((format!("xl/beside/{kind}{at}_{id}.xml"), xml.clone()));
            }
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
        sheet::read_xlsx("plan.xlsx", &self.bytes(), &Limits::default())
    }
}

/// Rows from the first on, each of texts in the columns from A on; an empty text is no cell, an empty row no row.
pub(crate) fn rows(rows: &[&[&str]]) -> String {
    let row = |(at, texts): (usize, &&[&str])| {
        let cells = texts.iter().zip('A'..).filter(|(text, _)| !text.is_empty());
        let cells: String = cells.map(|(text, column)| cell(&format!("{column}{}", at + 1), text)).collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    rows.iter().enumerate().map(row).collect()
}

/// A cell of text; `text` may hold XML entities.
pub(crate) fn cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

/// A cell of text in a style.
pub(crate) fn styled(name: &str, style: usize, text: &str) -> String {
    cell(name, text).replacen("<c ", &format!("<c s=\"{style}\" "), 1)
}

/// A cell of a number in a style.
pub(crate) fn number(name: &str, style: usize, value: &str) -> String {
    format!("<c r=\"{name}\" s=\"{style}\"><v>{value}</v></c>")
}

/// A row of cells.
pub(crate) fn row(number: u32, attributes: &str, cells: &str) -> String {
    format!("<row r=\"{number}\" {attributes}>{cells}</row>")
}
