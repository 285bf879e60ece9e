//! A case: a file made to do harm, and how it is written.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

/// One hostile file.
pub(crate) struct Case {
    /// What it is, in a few words.
    pub(crate) what: &'static str,
    /// Its name.
    pub(crate) file: &'static str,
    /// Whether some of its words cannot be read, which has to be said.
    pub(crate) loses: bool,
    contents: Contents,
}

enum Contents {
    Made(Box<dyn Fn() -> Vec<u8> + Sync + Send>),
    /// A beginning, and zeros up to this many bytes, which take no room on the disk.
    Sparse(&'static [u8], u64),
}

/// A case whose bytes `make` returns.
pub(crate) fn case<B: Into<Vec<u8>>>(
    what: &'static str,
    file: &'static str,
    make: impl Fn() -> B + Sync + Send + 'static,
) -> Case {
    Case { what, file, loses: false, contents: Contents::Made(Box::new(move || make().into())) }
}

/// A case of `length` bytes, of which only the first are not zero.
pub(crate) fn sparse(what: &'static str, file: &'static str, start: &'static [u8], length: u64) -> Case {
    Case { what, file, loses: false, contents: Contents::Sparse(start, length) }
}

impl Case {
    /// Says that some of its words cannot be read.
    pub(crate) fn losing(self) -> Self {
        Self { loses: true, ..self }
    }

    /// Writes the file into a folder.
    pub(crate) fn write(&self, place: &Path) {
        let mut file = File::create(place.join(self.file)).unwrap();
        match &self.contents {
            Contents::Made(make) => file.write_all(&make()).unwrap(),
            Contents::Sparse(start, length) => {
                file.write_all(start).unwrap();
                file.set_len(*length).unwrap();
            }
        }
    }
}
