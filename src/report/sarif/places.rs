//! Places as SARIF writes them: files by relative URIs, lines where a file has lines, and the place in words.

use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Ordered;
use super::model::{
    Artifact, ArtifactLocation, Base, LogicalLocation, Message, PhysicalLocation, Place, Region, Text,
};
use crate::document::Location;
use crate::report::{Outcome, safe, shorten};
use crate::statement::Statement;

/// What services such as GitHub call the folder that is checked.
const HERE: &str = "%SRCROOT%";

/// What stands as itself in a URI (RFC 3986, section 2.3). The colon is not among them, so that no name looks like a
/// scheme.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The files of a run, each with its URI, and the folders that these are relative to.
pub(super) struct Places {
    /// The files as they were named, in the order in which they first come.
    files: Vec<(String, ArtifactLocation)>,
    /// The folders outside the one in which the program ran, in that order.
    outside: Vec<String>,
}

impl Places {
    /// Gives every file of the outcomes its URI.
    pub(super) fn of(outcomes: &[Outcome<'_>]) -> Self {
        let mut places = Self { files: Vec::new(), outside: Vec::new() };
        for outcome in outcomes {
            match outcome {
                Outcome::Checked(report) => {
                    for (path, _) in &report.statement.files {
                        places.take(path);
                    }
                }
                Outcome::Failed(failed) => failed.files.iter().for_each(|path| places.take(path)),
            }
        }
        places
    }

    fn take(&mut self, path: &str) {
        if self.files.iter().any(|(known, _)| known == path) {
            return;
        }
        let (uri, uri_base_id) = match inside(path) {
            Some(uri) => (uri, HERE.to_owned()),
            None => (encoded(name(path)), self.base_of(path)),
        };
        let index = self.files.len();
        self.files.push((path.to_owned(), ArtifactLocation { uri, uri_base_id, index }));
    }

    /// Returns the name that stands for a folder outside. An absolute path, which may tell who the user is, is not
    /// written.
    fn base_of(&mut self, path: &str) -> String {
        let folder = Path::new(path).parent().map(|folder| folder.to_string_lossy().into_owned());
        let folder = folder.unwrap_or_default();
        let place = self.outside.iter().position(|known| *known == folder).unwrap_or_else(|| {
            self.outside.push(folder);
            self.outside.len() - 1
        });
        outside_name(place)
    }

    /// Returns the folders that URIs are relative to. Their own URIs are left out, as the standard allows.
    pub(super) fn bases(&self) -> Ordered<Base> {
        let base = |says: &str| Base { description: Text::of(says) };
        let here = (HERE.to_owned(), base("the folder in which wsoa was run"));
        let outside = (0..self.outside.len())
            .map(|place| (outside_name(place), base("a folder outside the one in which wsoa was run")));
        std::iter::once(here).chain(outside).collect()
    }

    /// Returns the files of the run.
    pub(super) fn artifacts(&self) -> Vec<Artifact> {
        let artifact = |(_, location): &(String, ArtifactLocation)| Artifact {
            location: location.clone(),
            roles: ["analysisTarget"],
        };
        self.files.iter().map(artifact).collect()
    }

    /// Returns a file as a whole.
    pub(super) fn file(&self, path: &str) -> Place {
        let known = self.files.iter().find(|(known, _)| known == path);
        let artifact_location = known.map_or_else(
            || ArtifactLocation { uri: encoded(name(path)), uri_base_id: HERE.to_owned(), index: 0 },
            |(_, location)| location.clone(),
        );
        Place {
            physical_location: PhysicalLocation { artifact_location, region: None },
            logical_locations: Vec::new(),
            message: None,
        }
    }

    /// Returns a place in a statement with the words that stand there; without a location, its first file.
    pub(super) fn of_statement(
        &self,
        statement: &Statement,
        location: Option<&Location>,
        quote: Option<&str>,
    ) -> Place {
        let first = statement.files.first().map_or("", |(path, _)| path.as_str());
        let Some(location) = location else { return self.file(first) };
        let file = Some(location.file.as_str()).filter(|file| !file.is_empty()).unwrap_or(first);
        let place = self.file(file);
        let quote = quote.map(|quote| Message::of(&shorten(&safe(quote))));
        let logical_locations = in_words(location).into_iter().collect();
        let Some(start_line) = location.line else {
            return Place { logical_locations, message: quote, ..place };
        };
        let region = Some(Region { start_line, start_column: location.character, snippet: quote });
        let physical_location = PhysicalLocation { region, ..place.physical_location };
        Place { physical_location, logical_locations, message: None }
    }
}

/// `Table 2, row 5, Action`, and the same below its headings.
fn in_words(location: &Location) -> Option<LogicalLocation> {
    let name = safe(&location.text);
    let above = location.headings.iter().map(|heading| safe(heading));
    let path: Vec<String> = above.chain([name.clone()]).collect();
    (!name.is_empty()).then(|| LogicalLocation { name, fully_qualified_name: path.join(" / ") })
}

/// Returns the URI of a file in or below the folder in which the program ran, relative to it.
fn inside(path: &str) -> Option<String> {
    let mut parts = Vec::new();
    for component in Path::new(path).components() {
        match component {
            Component::Normal(part) => parts.push(encoded(&part.to_string_lossy())),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Returns a path as texts may show it: an absolute one, which may tell who the user is, by its last part only.
pub(super) fn shown(path: &str) -> &str {
    if inside(path).is_some() { path } else { name(path) }
}

/// Returns the last part of a path.
fn name(path: &str) -> &str {
    Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or(path)
}

fn encoded(name: &str) -> String {
    utf8_percent_encode(name, ENCODED).to_string()
}

fn outside_name(place: usize) -> String {
    format!("FOLDER{}", place + 1)
}
