//! What other programs read of a file: pandoc, pdftotext and LibreOffice, whichever is installed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::fixtures::Fixture;

/// What one program reads of one fixture.
pub(crate) struct Reading {
    pub(crate) program: &'static str,
    pub(crate) fixture: String,
    pub(crate) text: String,
}

/// Returns what every program that is installed reads of the fixtures it knows; says which is not there.
pub(crate) fn readings(fixtures: &[Fixture]) -> Vec<Reading> {
    let mut all = each("pandoc", fixtures, &["docx", "odt", "html"], |path| {
        let mut command = Command::new("pandoc");
        command
            .args(["--to", "plain", "--track-changes", "accept", "--wrap", "none", "--columns", "4000"])
            .arg(path);
        command
    });
    all.extend(each("pdftotext", fixtures, &["pdf"], |path| {
        let mut command = Command::new("pdftotext");
        command.arg("-layout").arg(path).arg("-");
        command
    }));
    all.extend(office(fixtures, &["docx", "odt"], "txt:Text (encoded):UTF8"));
    // Every sheet, as shown, in a file of its own.
    all.extend(office(
        fixtures,
        &["xlsx", "ods"],
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    ));
    all
}

fn is_installed(program: &str) -> bool {
    let mut command = Command::new(program);
    let found = command
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .status()
        .is_ok();
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

/// Runs a program that prints the text of one file.
fn each(
    program: &'static str,
    fixtures: &[Fixture],
    formats: &[&str],
    command: impl Fn(&Path) -> Command,
) -> Vec<Reading> {
    if !is_installed(program) {
        return Vec::new();
    }
    let known = fixtures.iter().filter(|fixture| formats.contains(&fixture.format()));
    let read = |fixture: &Fixture| {
        let output = command(&fixture.path()).stdin(Stdio::null()).output().unwrap();
        assert!(
            output.status.success(),
            "{program} {}: {}",
            fixture.name,
            String::from_utf8_lossy(&output.stderr)
        );
        Reading { program, fixture: fixture.name.clone(), text: String::from_utf8(output.stdout).unwrap() }
    };
    known.map(read).collect()
}

/// Has LibreOffice turn fixtures into `kind`, all in one run: its start takes longer than its work.
fn office(fixtures: &[Fixture], formats: &[&str], kind: &str) -> Vec<Reading> {
    if !is_installed("soffice") {
        return Vec::new();
    }
    let place = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}", place.path().join("profile").display());
    let mut command = Command::new("soffice");
    command.args(["--headless", &profile, "--convert-to", kind, "--outdir"]).arg(place.path());
    let mut names = BTreeMap::new();
    for fixture in fixtures.iter().filter(|fixture| formats.contains(&fixture.format())) {
        // Two fixtures may differ in their extension alone, which the text file does not keep.
        let stem = fixture.name.replace('.', "_");
        let copy = place.path().join(format!("{stem}.{}", fixture.format()));
        fs::copy(fixture.path(), &copy).unwrap();
        command.arg(copy);
        names.insert(stem, fixture.name.clone());
    }
    if names.is_empty() {
        // Without a file LibreOffice would wait for one for ever.
        return Vec::new();
    }
    command.stdin(Stdio::null()).output().unwrap();
    let extension = kind.split(':').next().unwrap();
    let mut texts: BTreeMap<&String, String> = BTreeMap::new();
    for entry in fs::read_dir(place.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|found| found != extension) {
            continue;
        }
        let made = path.file_stem().unwrap().to_str().unwrap();
        // A sheet's file is called after the workbook's and the sheet's name.
        let name = names.iter().find(|(stem, _)| made == *stem || made.starts_with(&format!("{stem}-")));
        let (_, name) = name.unwrap_or_else(|| panic!("{made} is nobody's"));
        texts.entry(name).or_default().push_str(&fs::read_to_string(&path).unwrap());
    }
    if texts.is_empty() {
        println!("skipped: the LibreOffice that is installed makes no {extension} of {formats:?}");
    }
    let reading =
        |(name, text): (&String, String)| Reading { program: "LibreOffice", fixture: name.clone(), text };
    texts.into_iter().map(reading).collect()
}
