//! What cannot be read is said, with its page.

use crate::builder::{FIRST, Pdf, show, stream, text};
use crate::support::{outline, texts};

#[test]
fn a_page_that_is_a_picture_is_said_not_to_be_read() {
    let picture = stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\0");
    let scan = "q 500 0 0 700 40 70 cm /Im Do Q";
    let resources = format!("/Resources<<@FONTS/XObject<</Im {FIRST} 0 R>>>>");
    let file =
        Pdf::default().object(picture).and_page(&text(72.0, 100.0, "Words.")).and_page_with(scan, &resources);
    insta::assert_snapshot!(outline(&file.read()), @"
    p: Words. [p. 1, paragraph 1]
    unread: page 2 is a picture: words in a picture cannot be read
    ");
    assert_eq!(file.read().unread[0].location.page, Some(2));
}

#[test]
fn a_page_of_unknown_letters_is_said_not_to_be_read_and_left_out() {
    let garbage = show("F6", 11.0, 72.0, 100.0, "ABCDEABCDEABCDEABCDEABCDE");
    let document = Pdf::page(&garbage).read();
    assert_eq!(texts(&document), [""; 0]);
    insta::assert_snapshot!(outline(&document), @"unread: page 1: 100% of its signs map to no letter, so that its text cannot be read as it looks; none of its text was read");
}

#[test]
fn an_empty_page_is_nothing_to_speak_of() {
    let document = Pdf::page("").read();
    assert!(document.blocks.is_empty() && document.unread.is_empty());
}
