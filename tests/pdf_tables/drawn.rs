//! Draws PDF pages: text and lines at places measured in points from the top left corner, as the reader sees them.

/// A page to draw on.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    marks: String,
}

impl Sheet {
    /// Makes an empty A4 page, landscape.
    pub(crate) fn new() -> Self {
        Self { width: 842.0, height: 595.0, marks: String::new() }
    }

    /// Writes a line of text with its baseline at `y`.
    pub(crate) fn text(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        self.set("F1", 10.0, x, y, text)
    }

    /// Writes a line of bold text.
    pub(crate) fn bold(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        self.set("F2", 10.0, x, y, text)
    }

    /// Writes lines of text twelve points apart.
    pub(crate) fn lines(&mut self, x: f32, y: f32, lines: &[&str]) -> &mut Self {
        for (at, line) in lines.iter().enumerate() {
            self.text(x, y + 12.0 * at as f32, line);
        }
        self
    }

    /// Writes text that runs up the page from `y`.
    pub(crate) fn upwards(&mut self, x: f32, y: f32, text: &str) -> &mut Self {
        let y = self.height - y;
        self.mark(&format!("BT /F1 10 Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET"))
    }

    fn set(&mut self, font: &str, size: f32, x: f32, y: f32, text: &str) -> &mut Self {
        let y = self.height - y;
        let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        self.mark(&format!("BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET"))
    }

    /// Draws a thin line.
    pub(crate) fn line(&mut self, from: (f32, f32), to: (f32, f32)) -> &mut Self {
        let (top, bottom) = (self.height - from.1, self.height - to.1);
        self.mark(&format!("0.5 w {} {top} m {} {bottom} l S", from.0, to.0))
    }

    /// Shades an area in light grey.
    pub(crate) fn shade(&mut self, left: f32, top: f32, right: f32, bottom: f32) -> &mut Self {
        let y = self.height - bottom;
        self.mark(&format!("0.85 g {left} {y} {} {} re f 0 g", right - left, bottom - top))
    }

    /// Draws every line of a grid.
    pub(crate) fn grid(&mut self, columns: &[f32], rows: &[f32]) -> &mut Self {
        let (left, right) = (columns[0], columns[columns.len() - 1]);
        let (top, bottom) = (rows[0], rows[rows.len() - 1]);
        for x in columns {
            self.line((*x, top), (*x, bottom));
        }
        for y in rows {
            self.line((left, *y), (right, *y));
        }
        self
    }

    /// Draws the frame of a cell, as word processors draw a table: each cell by itself.
    pub(crate) fn frame(&mut self, left: f32, top: f32, right: f32, bottom: f32) -> &mut Self {
        self.line((left, top), (right, top)).line((left, bottom), (right, bottom));
        self.line((left, top), (left, bottom)).line((right, top), (right, bottom))
    }

    /// Writes a row of short texts, one a column.
    pub(crate) fn row(&mut self, columns: &[f32], y: f32, texts: &[&str]) -> &mut Self {
        for (x, text) in columns.iter().zip(texts) {
            self.text(x + 4.0, y, text);
        }
        self
    }

    /// Writes a row of short bold texts.
    pub(crate) fn heads(&mut self, columns: &[f32], y: f32, texts: &[&str]) -> &mut Self {
        for (x, text) in columns.iter().zip(texts) {
            self.bold(x + 4.0, y, text);
        }
        self
    }

    fn mark(&mut self, mark: &str) -> &mut Self {
        self.marks.push_str(mark);
        self.marks.push('\n');
        self
    }
}

/// Returns the file that has `sheets` as its pages.
pub(crate) fn pdf(sheets: &[Sheet]) -> Vec<u8> {
    let kids: String = (0..sheets.len()).map(|at| format!("{} 0 R ", 5 + 2 * at)).collect();
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", sheets.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for sheet in sheets {
        let (width, height) = (sheet.width, sheet.height);
        let contents = objects.len() + 2;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {contents} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{}endstream", sheet.marks.len(), sheet.marks));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}
