//! Only what a person sees counts.

use crate::builder::{FIRST, Pdf, rect, stream, text};
use crate::support::texts;

fn read(content: &str) -> Vec<String> {
    texts(&Pdf::page(content).read()).into_iter().map(str::to_owned).collect()
}

#[test]
fn white_text_shows_on_a_dark_ground_only() {
    assert_eq!(
        read(&format!("1 g {} 0 g {}", text(72.0, 100.0, "Hidden"), text(72.0, 140.0, "Shown"))),
        ["Shown"]
    );
    let banner = format!("0 0 0.5 rg {} 1 g {}", rect(60.0, 85.0, 300.0, 30.0), text(72.0, 100.0, "Banner"));
    assert_eq!(read(&banner), ["Banner"]);
}

#[test]
fn covered_text_is_not_seen() {
    let covered = text(72.0, 100.0, "Secret") + &rect(60.0, 85.0, 300.0, 30.0) + &text(72.0, 160.0, "Open");
    assert_eq!(read(&covered), ["Open"]);
}

#[test]
fn text_off_the_page_or_clipped_away_is_not_seen() {
    let clipped = format!("q 0 0 595 400 re W n {} Q\n", text(72.0, 100.0, "Clipped"));
    assert_eq!(read(&(text(900.0, 100.0, "Far") + &clipped + &text(72.0, 160.0, "Near"))), ["Near"]);
}

#[test]
fn text_that_is_not_painted_counts_over_a_picture_only() {
    let unpainted =
        |down: f32, words: &str| text(72.0, down, words).replace("BT", "BT 3 Tr").replace("ET", "0 Tr ET");
    assert_eq!(read(&(unpainted(100.0, "Ghost") + &text(72.0, 160.0, "Plain"))), ["Plain"]);
    let picture = stream("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\0");
    let scan = format!("q 595 0 0 842 0 0 cm /Im Do Q {}", unpainted(100.0, "Recognised on a scan"));
    let resources = format!("/Resources<<@FONTS/XObject<</Im {FIRST} 0 R>>>>");
    let document = Pdf::default().object(picture).and_page_with(&scan, &resources).read();
    assert_eq!(texts(&document), ["Recognised on a scan"]);
}

#[test]
fn text_drawn_twice_is_said_once_and_bold() {
    let document =
        Pdf::page(&(text(72.0, 100.0, "Bolder all the way.") + &text(72.3, 100.0, "Bolder all the way.")))
            .read();
    assert_eq!(texts(&document), ["Bolder all the way."]);
    assert!(document.blocks[0].bold);
}

#[test]
fn struck_words_are_left_out_and_underlined_ones_stay() {
    // The words run from 72 to about 150 points.
    let struck = text(72.0, 100.0, "No longer true") + &rect(72.0, 96.0, 70.5, 0.6);
    let underlined = text(72.0, 140.0, "Still very true") + &rect(72.0, 141.5, 72.0, 0.6);
    assert_eq!(read(&(struck + &underlined)), ["Still very true"]);
    let part = text(72.0, 100.0, "Keep this")
        + &text(125.0, 100.0, "drop")
        + &rect(125.0, 96.0, 22.0, 0.6)
        + &text(151.0, 100.0, "and this");
    assert_eq!(read(&part), ["Keep this and this"]);
}

#[test]
fn hidden_layers_are_not_seen() {
    let content =
        format!("/OC /Layer BDC {} EMC {}", text(72.0, 100.0, "Layered"), text(72.0, 160.0, "Plain"));
    let file = Pdf::default()
        .object("<</Type/OCG/Name(Notes)>>")
        .catalog(&format!("/OCProperties<</OCGs[{FIRST} 0 R]/D<</OFF[{FIRST} 0 R]>>>>"))
        .and_page_with(&content, &format!("/Resources<<@FONTS/Properties<</Layer {FIRST} 0 R>>>>"));
    assert_eq!(texts(&file.read()), ["Plain"]);
}

#[test]
fn what_stands_in_a_form_field_is_seen_and_a_hidden_one_is_not() {
    let look = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>",
        b"BT /F1 11 Tf 2 5 Td (Filled in) Tj ET",
    );
    let field = |flags: u32, top: u32| {
        format!(
            "<</Type/Annot/Subtype/Widget/F {flags}/Rect[72 {top} 272 {}]/AP<</N {FIRST} 0 R>>>>",
            top + 20
        )
    };
    let annotations = format!("/Annots[{} {}]", field(4, 600), field(2, 500));
    let file = Pdf::default().object(look).and_page_with("", &annotations);
    assert_eq!(texts(&file.read()), ["Filled in"]);
}

#[test]
fn text_that_says_what_it_stands_for_is_believed() {
    let content = "/Span<</ActualText(office)>>BDC BT /F1 11 Tf 72 700 Td (o#ce) Tj ET EMC";
    assert_eq!(read(content), ["office"]);
}

#[test]
fn comments_are_counted_and_not_read() {
    let note = "<</Type/Annot/Subtype/Text/Rect[72 600 90 618]/Contents(Is this still so?)>>";
    let file = Pdf::default().and_page_with(&text(72.0, 100.0, "The plan."), &format!("/Annots[{note}]"));
    assert_eq!(texts(&file.read()), ["The plan."]);
    assert_eq!(file.read().marks.comments, 1);
}
