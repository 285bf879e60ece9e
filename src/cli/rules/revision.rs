//! Versions of the rules as a person names them: a folder, or a revision of the git repository one stands in.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::cli::failure::Failure;
use wsoa::author::diff::Version;
use wsoa::pack::{Source, load, read_dir};

/// Where the rules stand in a revision.
const FOLDER: &str = "rules/";

/// Loads the version that a person calls `name`: the folder of that name, else the revision.
pub(super) fn version(name: &str) -> Result<Version, Failure> {
    let folder = Path::new(name);
    let (root, sources) = if folder.is_dir() {
        (name.replace('\\', "/"), read_dir(folder)?)
    } else {
        let commit = commit(name)?;
        (format!("{name}:{FOLDER}"), sources(name, &commit)?)
    };
    Ok(Version::new(load(sources)?, root))
}

/// Returns the id of the commit that a revision is.
fn commit(name: &str) -> Result<String, Failure> {
    let wanted = format!("{name}^{{commit}}");
    let found = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted], name, "")?;
    let id = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    if found.status.success() && !id.is_empty() {
        return Ok(id);
    }
    Err(Failure::no_revision(name, &String::from_utf8_lossy(&found.stderr)))
}

/// Returns the rule files of a commit, named as git names them: `HEAD~1:rules/language/words.toml`.
fn sources(name: &str, commit: &str) -> Result<Vec<Source>, Failure> {
    let listed = git(&["ls-tree", "-r", "-z", "--full-tree", commit, "--", FOLDER], name, "")?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let files: Vec<(&str, &str)> = listed.split('\0').filter_map(rule_file).collect();
    if files.is_empty() {
        return Err(Failure::no_rules_in_revision(name, FOLDER));
    }
    let ids: String = files.iter().map(|(id, _)| format!("{id}\n")).collect();
    let held = git(&["cat-file", "--batch"], name, &ids)?.stdout;
    let mut rest = held.as_slice();
    let mut sources = Vec::new();
    for (_, path) in files {
        let full = format!("{name}:{path}");
        let text = next_blob(&mut rest).and_then(|blob| std::str::from_utf8(blob).ok());
        let text = text.ok_or_else(|| Failure::unreadable_in_revision(&full))?;
        sources.push(Source::new(full, text));
    }
    Ok(sources)
}

/// Returns the id and the path of an entry of a tree, where it is a rule file: `100644 blob ID<tab>PATH`.
fn rule_file(entry: &str) -> Option<(&str, &str)> {
    let (about, path) = entry.split_once('\t')?;
    let mut about = about.split(' ');
    let (mode, kind, id) = (about.next()?, about.next()?, about.next()?);
    let is_file = kind == "blob" && mode.starts_with("100");
    (is_file && path.ends_with(".toml")).then_some((id, path))
}

/// Takes the next object from what `git cat-file --batch` wrote: `ID blob SIZE`, a line end, the bytes, a line end.
fn next_blob<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let (head, after) = rest.split_at(end);
    let size: usize = std::str::from_utf8(head).ok()?.rsplit(' ').next()?.parse().ok()?;
    let blob = after.get(1..=size)?;
    *rest = after.get(size + 2..)?;
    Some(blob)
}

/// Runs git to its end with `input`.
fn git(args: &[&str], name: &str, input: &str) -> Result<Output, Failure> {
    let failed = |error: &io::Error| Failure::no_git(name, error);
    let mut command = Command::new("git");
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| failed(&error))?;
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // Beside the reading: neither side may wait for the other with its pipe full.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
        child.wait_with_output()
    })
    .map_err(|error| failed(&error))
}
