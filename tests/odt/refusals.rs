//! Files that are refused, and what their owner is told.

use crate::support::word::archive;
use crate::writer::{Odt, p};
use wsoa::document::{Limits, ReadError, odt, read};

fn told(error: &ReadError) -> String {
    format!("{error} | {}", error.help())
}

/// What is said of an archive with these changes to a good one.
fn refusal(change: impl Fn(&mut Vec<(String, String)>)) -> String {
    let mut files = Odt::body(&p("Plan")).files();
    change(&mut files);
    told(&read("plan.odt", &archive(&files), &Limits::default()).unwrap_err())
}

/// Puts `text` in place of the part `name`, which is left out when it is empty.
fn part<'a>(name: &'a str, text: &'a str) -> impl Fn(&mut Vec<(String, String)>) + 'a {
    move |files| {
        files.retain(|(each, _)| each != name);
        if !text.is_empty() {
            files.push((name.to_owned(), text.to_owned()));
        }
    }
}

#[test]
fn missing_and_broken_parts_are_named() {
    let said = [
        told(&odt::read("plan.odt", &archive(&[]), &Limits::default()).unwrap_err()),
        refusal(part("content.xml", "<office:document-content>")),
        refusal(part("content.xml", "<a/>")),
        refusal(part("styles.xml", "<a></b>")),
        refusal(part("styles.xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")),
        refusal(part("META-INF/manifest.xml", "nothing")),
    ];
    insta::assert_debug_snapshot!(said, @r#"
    [
        "the file is damaged: content.xml: it is missing | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: content.xml: an unknown namespace prefix 'office' at 1:2 | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: content.xml: it holds no text document | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: styles.xml: expected 'a' tag, not 'b' at 1:4 | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: styles.xml: it has a DOCTYPE, which no Office file has | open it in the program that made it, let it repair the file and save it again",
        "the file is damaged: META-INF/manifest.xml: unknown token at 1:1 | open it in the program that made it, let it repair the file and save it again",
    ]
    "#);
}

#[test]
fn an_encrypted_file_asks_for_its_password() {
    let entry = "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>";
    let mut files = Odt::body("").manifest(entry).files();
    part("content.xml", "\u{1}scrambled")(&mut files);
    assert_eq!(
        read("plan.odt", &archive(&files), &Limits::default()).unwrap_err(),
        ReadError::PasswordProtected
    );
}

#[test]
fn the_doctype_of_old_manifests_does_no_harm_unless_it_declares_something() {
    let with = |doctype: &str| {
        let mut files = Odt::body(&p("Plan")).files();
        part("META-INF/manifest.xml", &format!("<?xml version=\"1.0\"?>{doctype}<manifest/>"))(&mut files);
        read("plan.odt", &archive(&files), &Limits::default()).map(|document| document.texts().concat())
    };
    let named =
        "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">";
    assert_eq!(with(named).unwrap(), "Plan");
    assert!(with("<!DOCTYPE manifest:manifest [<!ENTITY x \"y\">]>").is_err());
}

#[test]
fn the_format_is_told_by_the_mimetype() {
    let kind = |kind: &str| {
        let mut files = Odt::body(&p("Plan")).files();
        part("mimetype", kind)(&mut files);
        read("plan.odt", &archive(&files), &Limits::default()).map(|document| document.texts().concat())
    };
    assert_eq!(kind("application/vnd.oasis.opendocument.text").unwrap(), "Plan");
    assert_eq!(kind("application/vnd.oasis.opendocument.text-template").unwrap(), "Plan");
    assert!(matches!(
        kind("application/vnd.oasis.opendocument.graphics"),
        Err(ReadError::NotThisFormat { .. })
    ));
}
