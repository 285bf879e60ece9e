//! Each reader is given changed files: it never panics, ends soon, and what it reads keeps the laws, twice the same.

use wsoa::document::{self, Limits};

use crate::mutate::{Chance, mutate};
use crate::package::{mutate_parts, packed};
use crate::seeds::{packages, seeds};
use crate::{laws, run};

/// Limits a little lower than the usual ones, so that changed files reach them.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.set(document::Limit::Cells, 20_000);
    limits
}

fn check(name: &str, bytes: &[u8]) {
    let read = || document::read(name, bytes, &limits());
    let Ok(first) = read() else { return };
    let ends = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];
    let lines = String::from_utf8_lossy(bytes).matches(ends).count() + 1;
    let has_lines = bytes.first().is_some_and(|byte| *byte < 0x80);
    laws::hold(&first, name, has_lines.then_some(lines));
    let second = read().unwrap();
    assert!(format!("{first:?}") == format!("{second:?}"), "read twice, it is not the same");
}

/// Changes the bytes of whole files.
fn whole(format: &str, usual: u64, signs: &[&str]) {
    let seeds = seeds(format);
    let make = |case: u64| {
        let mut chance = Chance::of(case);
        let (_, mut bytes) = chance.pick(&seeds).clone();
        let (_, other) = chance.pick(&seeds).clone();
        mutate(&mut bytes, &other, signs, &mut chance);
        (format!("plan.{format}"), bytes)
    };
    run::cases(format, usual, make, check);
}

/// Changes the parts inside an archive, and now and then the archive.
fn parts(format: &str, usual: u64, signs: &[&str]) {
    let seeds = packages(format);
    let make = |case: u64| {
        let mut chance = Chance::of(case);
        let mut parts = chance.pick(&seeds).clone();
        let others = chance.pick(&seeds).clone();
        mutate_parts(&mut parts, &others, signs, &mut chance);
        let mut bytes = packed(&parts);
        if chance.below(12) == 0 {
            mutate(&mut bytes, b"PK\x03\x04PK\x01\x02PK\x05\x06", &["PK\x05\x06"], &mut chance);
        }
        (format!("plan.{format}"), bytes)
    };
    run::cases(format, usual, make, check);
}

#[test]
fn docx() {
    let signs = [
        "<w:tbl><w:tr><w:tc>",
        "</w:tc></w:tr></w:tbl>",
        "<w:del>",
        "</w:del>",
        "<w:vMerge/>",
        "<w:gridSpan w:val=\"9\"/>",
        "<w:p><w:r><w:t>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:footnoteReference w:id=\"1\"/>",
        "<w:txbxContent>",
    ];
    parts("docx", 60, &signs);
}

#[test]
fn odt() {
    let signs = [
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
        "<text:p>",
        "</text:p>",
        "<text:list><text:list-item>",
        "<table:covered-table-cell/>",
        "<text:s text:c=\"9\"/>",
        " table:number-rows-spanned=\"7\"",
        " table:number-columns-repeated=\"50\"",
        "<text:change text:change-id=\"ct1\"/>",
    ];
    parts("odt", 60, &signs);
}

#[test]
fn xlsx() {
    let signs = [
        "<row r=\"7\">",
        "</row>",
        "<c r=\"B9\" t=\"s\"><v>3</v></c>",
        "<mergeCell ref=\"A1:C9\"/>",
        " hidden=\"1\"",
        "<c t=\"inlineStr\"><is><t>Action</t></is></c>",
        "<col min=\"1\" max=\"9\" hidden=\"1\"/>",
        " s=\"99\"",
        "<v>1e9</v>",
    ];
    parts("xlsx", 60, &signs);
}

#[test]
fn ods() {
    let signs = [
        "<table:table-row>",
        "</table:table-row>",
        "<table:table-cell><text:p>Action</text:p></table:table-cell>",
        " table:number-rows-repeated=\"900\"",
        " table:number-columns-repeated=\"900\"",
        "<table:covered-table-cell/>",
        " table:number-columns-spanned=\"7\"",
        " table:visibility=\"collapse\"",
        " office:date-value=\"9999-99-99\"",
    ];
    parts("ods", 60, &signs);
}

#[test]
fn pdf() {
    let signs = [
        " 0 R ",
        "<<",
        ">>",
        "[",
        "]",
        "stream\n",
        "endstream",
        "endobj",
        "BT",
        "ET",
        " Tf ",
        " Tj ",
        " cm ",
        " re f ",
        " l S ",
        "(",
        ")",
        "/Kids",
        "/Parent 2 0 R",
        "/Contents",
        "q ",
        "Q ",
        "-1000000 ",
        "1 0 0 1 ",
        "xref",
        "trailer",
    ];
    whole("pdf", 40, &signs);
}

#[test]
fn html() {
    let signs = [
        "<table><tr><td>",
        "</table>",
        "<td rowspan=\"9\" colspan=\"9\">",
        "<ul><li>",
        "</ul>",
        "<div hidden>",
        "</div>",
        "<p>",
        "<template>",
        "<svg>",
        "<select>",
        "<!--",
        "-->",
        "<s>",
        "&#0;",
        "&amp",
        "<details>",
        "<b><i>",
        "</b>",
        "<style>",
    ];
    whole("html", 150, &signs);
}

#[test]
fn markdown() {
    let signs = [
        "|",
        "\n|---|---|\n",
        "# ",
        "- ",
        "> ",
        "```\n",
        "[^1]",
        "\n[^1]: ",
        "<table><tr><td>",
        "<br>",
        "**",
        "~~",
        "\n\n",
        "\t",
        "1. ",
        "\u{2028}",
        "\\",
        "<!--",
        "](",
        "é",
        "\u{301}",
    ];
    whole("md", 150, &signs);
}

#[test]
fn text() {
    let signs = [
        "\t", "|", "\n", "\r", "\n\n", "    ", "- ", "1. ", "(a) ", "+---+", "======\n", "\u{2028}", "\u{B}",
        "\u{C}", "> ", "é", "\u{301}",
    ];
    whole("txt", 150, &signs);
}
