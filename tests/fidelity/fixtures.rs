//! The fixtures, which `tests/fixtures/make` writes, with what is to be seen in each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use wsoa::document::{self, Block, BlockKind, Document, Limits};

/// One fixture.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fixture {
    pub(crate) name: String,
    /// The program that wrote it.
    pub(crate) producer: String,
    /// The markers to be seen, in reading order.
    pub(crate) seen: Vec<String>,
    /// The markers not to be seen.
    pub(crate) gone: Vec<String>,
}

/// All fixtures, and the text around each marker.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fixtures {
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) file: Vec<Fixture>,
}

/// The formats that are read so far.
const READ: &[&str] = &["docx", "md", "txt", "odt", "html", "xlsx", "ods", "pdf"];

impl Fixtures {
    pub(crate) fn load() -> Self {
        let mut all: Self =
            toml::from_str(&std::fs::read_to_string(folder().join("markers.toml")).unwrap()).unwrap();
        all.file.retain(|fixture| READ.contains(&fixture.format()));
        all
    }
}

impl Fixture {
    pub(crate) fn path(&self) -> PathBuf {
        folder().join(&self.name)
    }

    /// Returns the extension of its name.
    pub(crate) fn format(&self) -> &str {
        self.name.rsplit_once('.').unwrap().1
    }

    pub(crate) fn read(&self) -> Document {
        let bytes = std::fs::read(self.path()).unwrap();
        document::read(&self.name, &bytes, &Limits::default())
            .unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents")
}

/// Returns what is said in a document block by block, with the spaces between words made one.
pub(crate) fn texts(document: &Document) -> Vec<String> {
    document.texts().into_iter().map(squeeze).collect()
}

/// Returns the text with one space between its words.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns what is said in a document without its notes, which stand where they are referred to in some formats
/// and at the end in others.
pub(crate) fn texts_without_notes(document: &Document) -> Vec<String> {
    let body = document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Note)).cloned();
    let body = Document { blocks: body.collect::<Vec<Block>>(), ..Document::default() };
    texts(&body)
}
