//! PDF files built object by object, with the standard fonts.

use std::fmt::Write;

use wsoa::document::{Document, Limits, ReadError, pdf};

/// The height of every page, from which places on it are measured down.
const HEIGHT: f32 = 842.0;

/// A PDF file in the making.
#[derive(Default, Clone)]
pub(crate) struct Pdf {
    pages: Vec<(String, String)>,
    objects: Vec<Vec<u8>>,
    catalog: String,
    trailer: String,
}

/// Where the objects of the caller begin: after the catalog, the page tree and the fonts.
pub(crate) const FIRST: usize = 9;

impl Pdf {
    /// Starts a file with one page of this content.
    pub(crate) fn page(content: &str) -> Self {
        Self::default().and_page(content)
    }

    /// Adds a page.
    pub(crate) fn and_page(self, content: &str) -> Self {
        self.and_page_with(content, "")
    }

    /// Adds a page with further entries in its dictionary.
    pub(crate) fn and_page_with(mut self, content: &str, entries: &str) -> Self {
        self.pages.push((content.to_owned(), entries.to_owned()));
        self
    }

    /// Adds an object, the first of which is number [`FIRST`].
    pub(crate) fn object(mut self, object: impl Into<Vec<u8>>) -> Self {
        self.objects.push(object.into());
        self
    }

    /// Adds entries to the catalog.
    pub(crate) fn catalog(mut self, entries: &str) -> Self {
        self.catalog.push_str(entries);
        self
    }

    /// Adds entries to the trailer.
    pub(crate) fn trailer(mut self, entries: &str) -> Self {
        self.trailer.push_str(entries);
        self
    }

    /// Returns the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let font = |name: &str| {
            format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>").into_bytes()
        };
        let first_page = FIRST + self.objects.len();
        let kids: String = (0..self.pages.len()).map(|at| format!("{} 0 R ", first_page + 2 * at)).collect();
        let mut objects: Vec<Vec<u8>> = vec![
            format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalog).into_bytes(),
            format!("<</Type/Pages/Kids[{kids}]/Count {}>>", self.pages.len()).into_bytes(),
            font("Helvetica"),
            font("Helvetica-Bold"),
            font("Helvetica-Oblique"),
            b"<</Type/Font/Subtype/Type1/BaseFont/Symbol>>".to_vec(),
            font("Courier"),
            b"<</Type/Font/Subtype/Type1/BaseFont/Unknown/FirstChar 65/LastChar 69/Widths[600 600 600 600 600]/Encoding<</Differences[65/g1/g2/g3/g4/g5]>>>>"
                .to_vec(),
        ];
        objects.extend(self.objects.iter().cloned());
        for (at, (content, entries)) in self.pages.iter().enumerate() {
            let content_number = first_page + 2 * at + 1;
            let fonts = "/F1 3 0 R/F2 4 0 R/F3 5 0 R/F4 6 0 R/F5 7 0 R/F6 8 0 R";
            let resources = if entries.contains("/Resources") {
                String::new()
            } else {
                format!("/Resources<</Font<<{fonts}>>>>")
            };
            let entries = entries.replace("@FONTS", &format!("/Font<<{fonts}>>"));
            objects.push(
                format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content_number} 0 R{resources}{entries}>>")
                    .into_bytes(),
            );
            objects.push(stream("", content.as_bytes()));
        }
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        for (at, object) in objects.iter().enumerate() {
            offsets.push(file.len());
            file.extend(format!("{} 0 obj\n", at + 1).into_bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let start = file.len();
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        offsets.iter().for_each(|offset| writeln!(end, "{offset:010} 00000 n ").unwrap());
        let (size, trailer) = (objects.len() + 1, &self.trailer);
        writeln!(end, "trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF").unwrap();
        file.extend(end.into_bytes());
        file
    }

    /// Reads it, which must succeed.
    pub(crate) fn read(&self) -> Document {
        self.try_read().unwrap()
    }

    /// Reads it.
    pub(crate) fn try_read(&self) -> Result<Document, ReadError> {
        pdf::read("plan.pdf", &self.bytes(), &Limits::default())
    }
}

/// Makes a stream object with these entries in its dictionary.
pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>stream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// Shows `text` in `font` and `size`, its baseline `down` from the top of the page.
pub(crate) fn show(font: &str, size: f32, across: f32, down: f32, text: &str) -> String {
    format!("BT /{font} {size} Tf 1 0 0 1 {across} {} Tm ({text}) Tj ET\n", HEIGHT - down)
}

/// Shows plain text of 11 points.
pub(crate) fn text(across: f32, down: f32, text: &str) -> String {
    show("F1", 11.0, across, down, text)
}

/// Shows bold text of 11 points.
pub(crate) fn bold(across: f32, down: f32, text: &str) -> String {
    show("F2", 11.0, across, down, text)
}

/// Shows lines of plain text below one another, each ending where the page allows no further word.
pub(crate) fn lines(across: f32, down: f32, all: &[&str]) -> String {
    all.iter().enumerate().map(|(at, line)| text(across, down + 13.0 * at as f32, line)).collect()
}

/// Draws a thin filled rectangle, or any other.
pub(crate) fn rect(left: f32, top: f32, width: f32, height: f32) -> String {
    format!("{left} {} {width} {height} re f\n", HEIGHT - top - height)
}

/// Draws the lines of a table with these column and row borders.
pub(crate) fn grid(columns: &[f32], rows: &[f32]) -> String {
    let (left, right) = (columns[0], columns[columns.len() - 1]);
    let (top, bottom) = (rows[0], rows[rows.len() - 1]);
    let down = columns.iter().map(|x| rect(*x, top, 0.5, bottom - top));
    let across = rows.iter().map(|y| rect(left, *y, right - left, 0.5));
    down.chain(across).collect()
}
