//! The encodings that pages come in.

use crate::try_read;
use wsoa::document::ReadError;

fn text(bytes: &[u8]) -> String {
    try_read(bytes).unwrap().texts().join("|")
}

#[test]
fn the_encodings_of_the_west_are_read() {
    assert_eq!(text("<html><p>£5 – “naïve”".as_bytes()), "£5 – “naïve”");
    assert_eq!(text(b"\xEF\xBB\xBF<html><p>\xC2\xA35"), "£5");
    assert_eq!(text(b"<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>\xA35 \x96 \x93na\xEFve\x94\x81"), "£5 – “naïve”");
    assert_eq!(text(b"<html><meta charset='ISO-8859-1'><p>\x80"), "€");
    assert_eq!(text(b"<html><p>\xA35"), "£5");
    let utf16: Vec<u8> = "\u{FEFF}<html><p>£5".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(text(&utf16), "£5");
}

#[test]
fn a_page_that_was_saved_again_as_utf_8_is_that() {
    assert_eq!(text("<html><meta charset=windows-1252><p>“Port”".as_bytes()), "“Port”");
}

#[test]
fn signs_that_cannot_be_told_are_said_to_be_unread() {
    let page = try_read(b"<html><meta charset=utf-8>\n<p>A\xA3B\n<p>\x93C").unwrap();
    assert_eq!(page.texts(), ["A\u{FFFD}B", "\u{FFFD}C"]);
    insta::assert_snapshot!(page.unread[0].what, @"2 signs that are not UTF-8, the first on line 2, were not read");
}

#[test]
fn other_encodings_are_refused() {
    let refused = try_read(b"<html><meta charset=shift_jis>\n<p>\x83\x8F").unwrap_err();
    assert_eq!(refused, ReadError::NotUtf8 { line: 2, character: 4 });
    let declared = b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><html><p>\xA35";
    assert_eq!(text(declared), "£5");
}

#[test]
fn a_web_archive_is_refused_with_a_way_out() {
    let archive = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html><p>x";
    let refused = try_read(archive).unwrap_err();
    insta::assert_snapshot!(refused, @"it is a web archive (.mht)");
    insta::assert_snapshot!(refused.help(), @"open it in the browser and save it as `Webpage, HTML only`");
}
