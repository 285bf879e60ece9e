//! The running text of one block: what of it is seen, and whether all of it is bold or italic.

use super::html::{Tag, Veil};

/// The text of a block as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// The byte of the source at which its first piece begins.
    pub(super) start: Option<usize>,
    bold: usize,
    italic: usize,
    struck: usize,
    pictures: usize,
    veil: Veil,
    /// Whether a line end of the source stands before what comes next.
    soft_break: bool,
    seen: usize,
    seen_bold: usize,
    seen_italic: usize,
}

/// A mark that changes how text is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Style {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Struck out.
    Struck,
    /// The words that stand in for a picture.
    Picture,
}

impl Inline {
    /// Begins or ends a style.
    pub(super) fn style(&mut self, style: Style, begins: bool) {
        let count = match style {
            Style::Bold => &mut self.bold,
            Style::Italic => &mut self.italic,
            Style::Struck => &mut self.struck,
            Style::Picture => &mut self.pictures,
        };
        *count = if begins { *count + 1 } else { count.saturating_sub(1) };
    }

    /// Adds text that begins at the byte `offset`.
    pub(super) fn text(&mut self, text: &str, offset: usize) {
        if self.is_unseen() {
            return;
        }
        if std::mem::take(&mut self.soft_break) {
            self.text.push(if begins_with_label(text) { '\n' } else { ' ' });
        }
        let signs = text.chars().filter(|sign| !sign.is_whitespace()).count();
        self.start.get_or_insert(offset);
        self.seen += signs;
        self.seen_bold += if self.bold > 0 { signs } else { 0 };
        self.seen_italic += if self.italic > 0 { signs } else { 0 };
        self.text.push_str(text);
    }

    /// Adds a line end of the source, shown as space; before a label, as the line end that the writer saw.
    pub(super) fn soft_break(&mut self) {
        // A soft hyphen at the end of a line joins the two halves of a word.
        if self.is_unseen() || self.text.ends_with('\u{AD}') {
            return;
        }
        self.soft_break = true;
    }

    /// Adds a line break that the writer asked for.
    pub(super) fn line_break(&mut self) {
        if !self.is_unseen() {
            self.text.push('\n');
        }
    }

    /// Goes past an HTML tag.
    pub(super) fn tag(&mut self, source: &str) {
        if let Some(tag) = Tag::parse(source) {
            if tag.breaks_line() {
                self.line_break();
            }
            self.veil.pass(&tag);
        }
    }

    fn is_unseen(&self) -> bool {
        self.struck > 0 || self.pictures > 0 || self.veil.is_down()
    }

    /// Returns the text, and whether all of it is bold, and italic.
    pub(super) fn finish(self) -> (String, bool, bool) {
        let all = |count: usize| self.seen > 0 && count == self.seen;
        let (bold, italic) = (all(self.seen_bold), all(self.seen_italic));
        (self.text, bold, italic)
    }
}

/// The longest label before its colon, in bytes.
const LONGEST_LABEL: usize = 40;

/// Whether a line begins as `By when: March` does: writers put such lines one under another and mean them so.
fn begins_with_label(line: &str) -> bool {
    let Some(colon) = line.find(':').filter(|colon| *colon <= LONGEST_LABEL) else { return false };
    let label = &line[..colon];
    label.starts_with(char::is_uppercase) && !label.contains(['.', ';', '('])
}
