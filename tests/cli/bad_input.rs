//! What a person is told when a file keeps the check from its work: all of it in one place.

use crate::check::QUAY;
use crate::runner::{Desk, Run};
use crate::word::{Word, archive, text};

const UNREADABLE: i32 = 3;

/// Puts the file there and checks it.
fn check(name: &str, bytes: impl AsRef<[u8]>) -> Run {
    Desk::with(name, bytes).wsoa(&["check", name, "--rules", "RULES"])
}

/// Fails unless the run ended so: the code, nothing printed, and an error that names the file with what to do.
pub(crate) fn assert_explained(run: &Run, code: i32, name: &str) {
    assert_eq!((run.code, run.stdout.as_str()), (Some(code), ""), "{name}: {}", run.stderr);
    let line = |start: &str| run.stderr.lines().find(|line| line.trim_start().starts_with(start));
    let error = line("error: ").unwrap_or_else(|| panic!("{name}: no error line in {}", run.stderr));
    assert!(!error.ends_with('.'), "{error}");
    assert!(run.stderr.contains(&format!("`{name}`")), "it names `{name}`: {}", run.stderr);
    assert!(line("help: ").is_some(), "{name}: no help line in {}", run.stderr);
    assert!(!run.stderr.contains("panicked") && !run.stderr.contains(".rs:"), "{}", run.stderr);
}

fn plan() -> Vec<u8> {
    Word::body(&text("The plan for Amber Quay")).bytes()
}

/// An OLE compound file that holds a stream of this name, as far as a reader looks.
fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

fn without(part: &str) -> Vec<u8> {
    let mut files = Word::body(&text("The plan")).files();
    files.retain(|(name, _)| name != part);
    archive(&files)
}

fn zip_of(name: &str) -> Vec<u8> {
    archive(&[(name.to_owned(), "x".to_owned())])
}

#[test]
fn every_file_that_cannot_be_read_says_why_and_what_to_do() {
    let whole = plan();
    let half = whole.get(..whole.len() / 2).unwrap();
    let utf16_without_mark: Vec<u8> = "Amber Quay".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, &[u8]); 17] = [
        ("empty.docx", b""),
        ("empty.txt", b""),
        ("blank.md", b" \r\n\t\n"),
        ("mark-only.txt", b"\xEF\xBB\xBF\n"),
        ("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3, 255]),
        ("text.docx", b"The plan for Amber Quay.\n"),
        ("program.docx", b"MZ\x90\0\x03\0\0\0"),
        ("rich.docx", b"{\\rtf1\\ansi The plan}"),
        ("old.docx", &compound_file("WordDocument")),
        ("old.xlsx", &compound_file("Workbook")),
        ("locked.docx", &compound_file("EncryptedPackage")),
        ("half.docx", half),
        ("zip.docx", &zip_of("plan.txt")),
        ("slides.docx", &zip_of("ppt/presentation.xml")),
        ("no-body.docx", &without("word/document.xml")),
        ("latin-1.txt", b"The plan\nfor the caf\xE9 at Amber Quay\n"),
        ("utf-16.txt", &utf16_without_mark),
    ];
    let mut said = String::new();
    for (name, bytes) in files {
        let run = check(name, bytes);
        assert_explained(&run, UNREADABLE, name);
        said.push_str(&run.stderr);
    }
    insta::assert_snapshot!(said, @"
    error: `empty.docx` cannot be read: the file is empty
    help: send the file again, or check that this is the right one
    error: `empty.txt` cannot be read: the file is empty
    help: send the file again, or check that this is the right one
    error: `blank.md` cannot be read: the file is empty
    help: send the file again, or check that this is the right one
    error: `mark-only.txt` cannot be read: the file is empty
    help: send the file again, or check that this is the right one
    error: `binary.txt` cannot be read: it is a file of another kind
    help: check that this is the right file, and send the document itself
    error: `text.docx` cannot be read: it is plain text
    help: name it .txt, or .md if it is Markdown
    error: `program.docx` cannot be read: it is a program, which may be harmful
    help: delete it, and ask the sender for the document
    error: `rich.docx` cannot be read: it is a Rich Text file
    help: open it in Word and save it as .docx
    error: `old.docx` cannot be read: it is a Word 97-2003 document (.doc)
    help: open it in Word and save it as .docx
    error: `old.xlsx` cannot be read: it is an Excel 97-2003 workbook (.xls)
    help: open it in Excel and save it as .xlsx
    error: `locked.docx` cannot be read: the file is protected with a password
    help: open it with the password, remove the password (in Word and Excel: File, Info, Protect) and save it again
    error: `half.docx` cannot be read: the file is cut short: the archive has no end
    help: copy or download the file again
    error: `zip.docx` cannot be read: it is a zip archive
    help: unpack it and give the document inside
    error: `slides.docx` cannot be read: it is a PowerPoint presentation
    help: save it as a PDF
    error: `no-body.docx` cannot be read: the file is damaged: word/document.xml: it is missing
    help: open it in the program that made it, let it repair the file and save it again
    error: `latin-1.txt` cannot be read: line 2, character 12: this is not UTF-8 text
    help: save the file as UTF-8 (in Notepad: Save as, Encoding, UTF-8)
    error: `utf-16.txt` cannot be read: it is text in UTF-16 without its mark
    help: save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)
    ");
}

#[test]
fn a_file_is_called_what_it_is() {
    let said = |name: &str, bytes: &[u8]| {
        let run = check(name, bytes);
        assert_explained(&run, UNREADABLE, name);
        run.stderr
    };
    let bell = said("bell.docx", &[7; 300]);
    assert!(!bell.contains("text"), "control characters are no text: {bell}");
    let doc = said("old.doc", &compound_file("WordDocument"));
    assert!(doc.contains("(.doc)") && !doc.contains("not the format its name says"), "{doc}");
    let picture = said("scan.pdf", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    assert!(picture.contains("a picture"), "{picture}");
}

#[test]
fn what_is_no_file_says_so() {
    let desk = Desk::with("drafts/quay.md", QUAY);
    let mut said = String::new();
    for name in ["gone.docx", "drafts", "drafts/gone/plan.md"] {
        let run = desk.wsoa(&["check", name, "--rules", "RULES"]);
        assert_explained(&run, UNREADABLE, name);
        said.push_str(&run.stderr);
    }
    insta::assert_snapshot!(said, @"
    error: there is no file `gone.docx`
    help: check the name and the folder you are in
    error: `drafts` is a folder
    help: name the statement in it, such as `plan.docx`
    error: there is no file `drafts/gone/plan.md`
    help: check the name and the folder you are in
    ");
}

/// Linux alone keeps to a limit on memory that the shell sets.
#[cfg(target_os = "linux")]
#[test]
fn a_file_far_too_large_is_not_taken_into_memory() {
    let desk = Desk::with("huge.txt", "The plan\n");
    desk.put("huge.docx", b"PK\x03\x04");
    for name in ["huge.txt", "huge.docx"] {
        let file = std::fs::OpenOptions::new().write(true).open(desk.path().join(name)).unwrap();
        file.set_len(1 << 30).unwrap();
        let mut shell = std::process::Command::new("sh");
        let limited = "ulimit -v 524288; exec \"$0\" check \"$1\"";
        shell.args(["-c", limited, env!("CARGO_BIN_EXE_wsoa"), name]).current_dir(desk.path());
        let run = crate::runner::finish(&mut shell);
        assert_explained(&run, UNREADABLE, name);
        assert!(run.stderr.contains("too large"), "{}", run.stderr);
    }
}

#[test]
fn one_bad_file_among_good_ones_is_named() {
    let desk = Desk::with("quay.md", QUAY);
    desk.put("annex.txt", "");
    for format in ["text", "json"] {
        let run = desk.wsoa(&["check", "quay.md", "annex.txt", "--rules", "RULES", "--format", format]);
        assert_explained(&run, UNREADABLE, "annex.txt");
        assert!(!run.stderr.contains("quay.md"), "{}", run.stderr);
    }
}

#[test]
fn text_with_a_byte_order_mark_is_read() {
    let little: Vec<u8> =
        std::iter::once(0xFEFF).chain(QUAY.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        std::iter::once(0xFEFF).chain(QUAY.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let plain = [b"\xEF\xBB\xBF", QUAY.as_bytes()].concat();
    let report = |bytes: &[u8]| {
        let run = Desk::with("quay.md", bytes).wsoa(&[
            "check",
            "quay.md",
            "--rules",
            "RULES",
            "--as-of",
            "2031-06-04",
        ]);
        (run.code, run.stdout)
    };
    let expected = report(QUAY.as_bytes());
    assert_eq!(expected.0, Some(1));
    for bytes in [little, big, plain] {
        assert_eq!(report(&bytes), expected);
    }
}

#[test]
fn a_file_is_read_by_what_it_holds_where_its_name_says_nothing() {
    let word = check("plan", plan());
    assert_eq!(word.code, Some(1), "{}", word.stderr);
    let text = check("plan", "The plan for Amber Quay\n");
    assert_eq!(text.code, Some(1), "{}", text.stderr);
    let shouted = check("PLAN.DOCX", plan());
    assert_eq!(shouted.code, Some(1), "{}", shouted.stderr);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_utf8_is_named_as_well_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"pl\xFFn.txt");
    std::fs::write(desk.path().join(name), "").unwrap();
    let mut command = crate::runner::command(desk.path(), &["check"]);
    let run = crate::runner::finish(command.arg(name));
    assert_explained(&run, UNREADABLE, "pl\u{fffd}n.txt");
}
