//! Fields: what Word computes and stores beside its instruction. Results count as written, instructions do not.

/// Fields whose result repeats what stands elsewhere in the document.
const FURNITURE: [&str; 3] = ["TOC", "TOA", "INDEX"];

/// Tells whether the result of a field with this instruction is furniture.
pub(super) fn is_furniture(instruction: &str) -> bool {
    let name = instruction.split_whitespace().next().unwrap_or_default();
    FURNITURE.iter().any(|each| name.eq_ignore_ascii_case(each))
}

/// The fields that are open at the place being read, outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Set when the document opens more fields than it closes: an open table of contents would then hide the rest
    /// of the document, so its results count.
    unbalanced: bool,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

impl Fields {
    /// Starts a story of a document that closes the fields it opens, or does not.
    pub(super) fn new(balanced: bool) -> Self {
        Self { open: Vec::new(), unbalanced: !balanced }
    }

    /// Starts a story inside this one.
    pub(super) fn inner(&self) -> Self {
        Self { open: Vec::new(), unbalanced: self.unbalanced }
    }

    /// Takes a field character: `begin`, `separate` or `end`.
    pub(super) fn turn(&mut self, kind: &str) {
        match kind {
            "begin" => self.open.push(Field::default()),
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.in_result = true;
                }
            }
            "end" => {
                self.open.pop();
            }
            _ => {}
        }
    }

    /// Takes a piece of the instruction.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.in_result) {
            field.instruction.push_str(text);
        }
    }

    /// Tells whether text at this place does not count.
    pub(super) fn silent(&self) -> bool {
        self.open
            .iter()
            .any(|field| !field.in_result || (!self.unbalanced && is_furniture(&field.instruction)))
    }

    /// Ends a paragraph: an instruction does not go on past it, or a damaged field would hide what follows.
    pub(super) fn end_paragraph(&mut self) {
        while self.open.last().is_some_and(|field| !field.in_result) {
            self.open.pop();
        }
    }
}
