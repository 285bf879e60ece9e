//! Rule files as they stand: a name and a text, from the binary or from a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use include_dir::{Dir, include_dir};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::code::Code;
use super::problem::{Problem, Problems};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// No rule file a person writes comes near this size; it keeps a mistaken path from filling the memory.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// How deep folders are followed, so that a link to a folder above cannot go on for ever.
const MAX_DEPTH: usize = 8;

/// A rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path, as the user named it, with `/` between folders.
    pub name: String,
    /// What it says, without a byte order mark, and with signs that a person would not see made visible.
    pub text: Arc<str>,
    lines: Lines,
}

/// Where the lines of a text end, found when somebody first asks.
#[derive(Debug, Clone, Default)]
struct Lines(OnceLock<Vec<usize>>);

impl PartialEq for Lines {
    /// They follow from the text, whether anybody has asked or not.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lines {}

impl Source {
    /// Returns a rule file called `name` that says `text`.
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { name: printable(&name.into()), text: printable(text).into(), lines: Lines::default() }
    }

    /// Returns the number of the line that holds a byte, counted from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        let ends = self.lines.0.get_or_init(|| self.text.match_indices('\n').map(|(end, _)| end).collect());
        ends.partition_point(|end| *end < byte) + 1
    }

    /// Returns the file's name without its folders and its ending.
    pub fn stem(&self) -> &str {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        file.strip_suffix(".toml").unwrap_or(file)
    }
}

impl Source {
    /// Cuts an inspection file down to what it begins with: the table that says what inspection it is.
    fn cut_to_head(&mut self) {
        if let Some(end) = self.text.find("\n[[") {
            self.text = self.text.get(..=end).unwrap_or_default().into();
        }
    }
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let read = self.text.as_ref().read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            read.data(),
            *read.span(),
            read.line(),
            read.column(),
            read.line_count(),
        )))
    }
}

/// Returns the rule files that ship in the binary.
pub fn embedded() -> Vec<Source> {
    let mut found = Vec::new();
    collect_embedded(&EMBEDDED, &mut found);
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Returns the rule files that ship in the binary, of every inspection but the one called `id` only the table that says
/// what inspection it is. To read all of them takes several times as long.
pub fn embedded_for(id: Option<&str>) -> Vec<Source> {
    let mut sources = embedded();
    let others = |source: &&mut Source| {
        source.name.contains("/inspections/") && id.is_none_or(|id| source.stem() != id)
    };
    sources.iter_mut().filter(others).for_each(Source::cut_to_head);
    sources
}

fn collect_embedded(folder: &Dir<'_>, found: &mut Vec<Source>) {
    found.extend(folder.files().filter_map(|file| {
        let path = file.path();
        let text = file.contents_utf8().filter(|_| is_rule_file(path))?;
        Some(Source::new(format!("rules/{}", shown(path)), text))
    }));
    for inner in folder.dirs() {
        collect_embedded(inner, found);
    }
}

/// Reads one rule file.
///
/// # Errors
///
/// Says what keeps the file from being read: it is not there, too large, or no UTF-8 text.
pub fn read_file(path: &Path) -> Result<Source, Problems> {
    let name = shown(path);
    let unreadable = |why: &dyn std::fmt::Display| {
        Problems::from(Problem::outside(Code::Unreadable, format!("`{name}` cannot be read: {why}")))
    };
    let size = fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if size > MAX_BYTES {
        return Err(unreadable(&"it is larger than 8 MiB"));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            let message = format!("`{name}` is not UTF-8 text, from line {line} on");
            Err(Problem::outside(Code::NotUtf8, message).into())
        }
    }
}

/// Reads every rule file under a folder, by path.
///
/// # Errors
///
/// Gives every file that cannot be read, or says that the folder holds none.
pub fn read_dir(folder: &Path) -> Result<Vec<Source>, Problems> {
    let mut paths = Vec::new();
    let mut problems = Vec::new();
    collect_paths(folder, MAX_DEPTH, &mut paths, &mut problems);
    if paths.is_empty() && problems.is_empty() {
        let message = format!("`{}` holds no rule file", shown(folder));
        problems.push(Problem::outside(Code::NoRules, message));
    }
    let mut sources = Vec::new();
    for path in paths {
        match read_file(&path) {
            Ok(source) => sources.push(source),
            Err(found) => problems.extend(found),
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    if problems.is_empty() { Ok(sources) } else { Err(problems.into()) }
}

fn collect_paths(folder: &Path, depth: usize, paths: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("`{}` cannot be read: {error}", shown(folder));
            problems.push(Problem::outside(Code::Unreadable, message));
            return;
        }
    };
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.is_dir() {
            if depth > 0 {
                collect_paths(&path, depth - 1, paths, problems);
            }
        } else if is_rule_file(&path) {
            paths.push(path);
        }
    }
}

fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Returns `text` safe for a terminal and of the same length in bytes: signs that move the cursor or turn the
/// direction of writing, which a person would not see, are replaced by ones that show.
pub(super) fn printable(text: &str) -> String {
    if text.chars().all(is_printable) {
        return text.to_owned();
    }
    let mut signs = text.chars().peekable();
    let mut shown = String::with_capacity(text.len());
    while let Some(sign) = signs.next() {
        shown.push(match sign {
            '\n' | '\t' => sign,
            '\r' if signs.peek() == Some(&'\n') => sign,
            '\0'..='\u{1f}' | '\u{7f}' => '?',
            '\u{80}'..='\u{9f}' => '\u{b7}',
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => sign,
        });
    }
    shown
}

/// Whether `sign` may stay wherever it stands.
fn is_printable(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\n' | '\t')
        || (sign > '\u{9f}'
            && !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}
