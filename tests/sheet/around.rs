//! What stands around the cells: comments, text boxes, pictures and what cannot be read.

use crate::book::{Book, rows};
use crate::support::texts;

const DRAWING: &str = concat!(
    r#"xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" "#,
    r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:dgm="urn:dgm""#,
);

fn book() -> Book {
    Book::plan(&rows(&[&["Action", "Lead"], &["Tar the hull", "Boatswain"]]))
}

fn drawn(inside: &str) -> Book {
    book().beside(
        "drawing",
        &format!("<xdr:wsDr {DRAWING}><xdr:twoCellAnchor>{inside}</xdr:twoCellAnchor></xdr:wsDr>"),
    )
}

fn shape(about: &str, body: &str) -> String {
    format!(
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"Box\" {about}/></xdr:nvSpPr><xdr:txBody>{body}</xdr:txBody></xdr:sp>"
    )
}

fn picture(about: &str, side: u32) -> String {
    format!(
        "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"3\" name=\"P\" {about}/></xdr:nvPicPr><xdr:spPr><a:xfrm><a:ext cx=\"{side}\" cy=\"{side}\"/></a:xfrm></xdr:spPr></xdr:pic>"
    )
}

#[test]
fn comments_are_counted_and_not_read() {
    let note = |author: u32| {
        format!("<comment ref=\"A1\" authorId=\"{author}\"><text><t>Is this so?</t></text></comment>")
    };
    let notes = format!(
        "<comments><authors><author>Someone</author><author>tc={{1}}</author></authors><commentList>{}{}</commentList></comments>",
        note(0),
        note(1)
    );
    let threads = "<ThreadedComments><threadedComment id=\"{1}\"/><threadedComment id=\"{2}\" parentId=\"{1}\"/></ThreadedComments>";
    let document = book().beside("comments", &notes).beside("threadedComment", threads).read();
    assert_eq!(document.marks.comments, 3);
    assert!(!document.texts().iter().any(|text| text.contains("Is this so")));
}

#[test]
fn comments_on_a_hidden_sheet_do_not_count() {
    let notes = "<comments><commentList><comment ref=\"A1\" authorId=\"0\"/></commentList></comments>";
    let document = book().sheet("Old", "").state("hidden").beside("comments", notes).read();
    assert_eq!(document.marks.comments, 0);
}

#[test]
fn text_boxes_stand_behind_their_sheet() {
    let run = |look: &str, text: &str| format!("<a:r><a:rPr {look}/><a:t>{text}</a:t></a:r>");
    let body = format!(
        "<a:p>{}{}</a:p><a:p>{}</a:p>",
        run("strike=\"sngStrike\"", "Old "),
        run("strike=\"noStrike\"", "Send updates"),
        run("", "by the fifth")
    );
    let group = format!("<xdr:grpSp>{}</xdr:grpSp>", shape("", &body));
    let document = drawn(&group).sheet("Next", &rows(&[&["Words"]])).read();
    assert_eq!(texts(&document), ["Plan", "Send updates\nby the fifth", "Next", "Words"]);
    assert_eq!(document.blocks[2].location.text, "text box on sheet \"Plan\"");
}

#[test]
fn hidden_shapes_and_fallbacks_are_not_read() {
    let body = "<a:p><a:r><a:t>Unseen</a:t></a:r></a:p>";
    let fallback = format!(
        "<mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        shape("", body)
    );
    assert_eq!(texts(&drawn(&(shape("hidden=\"1\"", body) + &fallback)).read()), ["Plan"]);
}

#[test]
fn a_sheet_with_only_a_text_box_is_read() {
    let xml =
        format!("<xdr:wsDr {DRAWING}>{}</xdr:wsDr>", shape("", "<a:p><a:r><a:t>Alone</a:t></a:r></a:p>"));
    let document = Book::plan("").beside("drawing", &xml).read();
    assert_eq!(texts(&document), ["Plan", "Alone"]);
}

#[test]
fn a_large_picture_on_an_empty_sheet_may_hold_text() {
    let bare = |about: &str, side: u32| {
        let xml = format!("<xdr:wsDr {DRAWING}>{}</xdr:wsDr>", picture(about, side));
        Book::plan("").beside("drawing", &xml).read().unread
    };
    assert_eq!(bare("", 5_000_000)[0].what, "the picture on sheet \"Plan\" may hold text");
    assert!(bare("", 1_000_000).is_empty());
    assert!(bare("descr=\"The harbour\"", 5_000_000).is_empty());
    assert!(drawn(&picture("", 5_000_000)).read().unread.is_empty());
}

#[test]
fn diagrams_and_embedded_objects_are_unread() {
    let diagram = "<xdr:graphicFrame><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic></xdr:graphicFrame>";
    let document =
        drawn(diagram).after("<oleObjects><oleObject progId=\"Word.Document\"/></oleObjects>").read();
    let unread: Vec<&str> = document.unread.iter().map(|unread| unread.what.as_str()).collect();
    assert_eq!(
        unread,
        [
            "an embedded object on sheet \"Plan\" was not read",
            "a SmartArt diagram on sheet \"Plan\" was not read"
        ]
    );
}
