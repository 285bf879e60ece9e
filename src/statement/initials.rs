//! Initials: the key in which a plan says which posts its short codes stand for.

use std::collections::BTreeMap;

use crate::document::{Block, BlockKind, Cell, Table};

/// The posts behind the codes of a document, by code.
#[derive(Debug, Default)]
pub(super) struct Initials {
    posts: BTreeMap<String, String>,
}

/// What parts one entry of a key from the next on a line.
const BETWEEN_ENTRIES: [char; 6] = [';', '\n', '·', '•', '|', '\t'];
/// What stands between a code and its post.
const BEHIND_CODE: [char; 6] = ['=', ':', '–', '—', '-', ' '];
/// The lengths of a code, in bytes.
const CODE: std::ops::RangeInclusive<usize> = 2..=8;
/// The most words of a post: what is longer is a sentence that begins with an abbreviation.
const LONGEST_POST: usize = 10;
/// The fewest entries of a line that is a key.
const FEWEST: usize = 2;

impl Initials {
    /// Reads the keys of a document.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut read = Self::default();
        read.read(blocks);
        read
    }

    fn read(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let BlockKind::Table(table) = &block.kind {
                self.read_table(table);
                continue;
            }
            let entries: Vec<(&str, &str, bool)> =
                block.text.split(BETWEEN_ENTRIES).filter_map(entry).collect();
            let is_key = entries.len() >= FEWEST;
            for (code, post, signed) in entries {
                if is_key || signed {
                    self.posts.entry(code.to_owned()).or_insert_with(|| post.to_owned());
                }
            }
        }
    }

    /// Reads the rows of a table that hold a code and a post, and nothing else.
    fn read_table(&mut self, table: &Table) {
        for row in &table.rows {
            let texts: Vec<String> =
                row.cells.iter().map(Cell::text).filter(|text| !text.trim().is_empty()).collect();
            if let [code, post] = texts.as_slice()
                && is_code(code.trim())
                && is_post(post)
            {
                self.posts.entry(code.trim().to_owned()).or_insert_with(|| post.trim().to_owned());
            }
        }
    }

    /// Returns an owner with the posts that its codes stand for.
    pub(super) fn written_out(&self, owner: &str) -> String {
        let parts =
            owner.split(|sign: char| sign.is_whitespace() || matches!(sign, '/' | ',' | ';' | '&' | '+'));
        let posts: Vec<&str> =
            parts.filter_map(|part| self.posts.get(part.trim()).map(String::as_str)).collect();
        if posts.is_empty() { owner.to_owned() } else { format!("{owner}; {}", posts.join("; ")) }
    }
}

/// Returns the code and the post of an entry, and whether a sign stands between them.
fn entry(text: &str) -> Option<(&str, &str, bool)> {
    let text = text.trim();
    let (code, rest) =
        text.split_at(text.find(|sign: char| sign.is_whitespace() || matches!(sign, '=' | ':'))?);
    let post = rest.trim_start_matches(BEHIND_CODE);
    let signed = rest.get(..rest.len() - post.len()).is_some_and(|between| !between.trim().is_empty());
    (is_code(code) && is_post(post)).then(|| (code, post.trim_end_matches(['.', ' ']), signed))
}

/// Whether a text is a code: short, with several capitals, and no sign but a hyphen or an ampersand.
fn is_code(text: &str) -> bool {
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    CODE.contains(&text.len())
        && capitals >= 2
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'&'))
}

fn is_post(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=LONGEST_POST).contains(&words) && text.trim_start().starts_with(char::is_alphabetic)
}
