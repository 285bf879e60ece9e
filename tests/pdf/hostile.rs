//! Input made to exhaust or crash the reader.

use std::io::Write;

use crate::builder::{FIRST, Pdf, lines, stream, text};
use crate::support::texts;
use proptest::prelude::*;
use wsoa::document::{Document, Limit, Limits, ReadError, pdf};

fn too_large(file: &Pdf) -> String {
    match file.try_read() {
        Err(error @ ReadError::TooLarge { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

/// Returns why the only page was not read.
fn unread(file: &Pdf) -> String {
    let document = file.read();
    assert!(document.blocks.is_empty());
    document.unread.iter().map(|unread| unread.what.clone()).collect::<Vec<_>>().join("; ")
}

/// Packs a megabyte of spaces `times` over.
fn bomb(times: usize) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    (0..times).for_each(|_| packer.write_all(&[b' '; 1 << 20]).unwrap());
    packer.finish().unwrap()
}

#[test]
fn streams_that_unpack_to_too_much_are_refused() {
    let bomb = bomb(40);
    for entries in ["/Filter/FlateDecode", "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", ""] {
        let file = Pdf::page("").object(stream(entries, &bomb));
        insta::allow_duplicates! {
            insta::assert_snapshot!(too_large(&file), @"the file is too large to read safely: what the file unpacks to is over the limit of 32 MiB");
        }
    }
    let crowd = (0..4)
        .fold(Pdf::page(""), |file, _| file.object(stream("/Filter/FlateDecode", &bomb[..bomb.len() / 2])));
    insta::assert_snapshot!(too_large(&crowd), @"the file is too large to read safely: what the file unpacks to is over the limit of 64 MiB");
}

#[test]
fn a_bomb_called_a_picture_is_never_unpacked() {
    let content = stream("/Subtype/Image/Filter/FlateDecode", &bomb(40));
    let file = Pdf::default().object(content).and_page_with("", &format!("/Contents {FIRST} 0 R"));
    assert!(file.try_read().is_ok());
}

#[test]
fn page_trees_that_loop_or_swarm_end() {
    let file = Pdf::page(&text(72.0, 100.0, "Words.")).object("<</Type/Pages/Kids[2 0 R 2 0 R]>>");
    assert_eq!(texts(&file.read()), ["Words."]);
    let swarm = format!("<</Type/Pages/Kids[{}]>>", "<<>>".repeat(40_000));
    insta::assert_snapshot!(too_large(&Pdf::page("").object(swarm)), @"the file is too large to read safely: the number of pages is over the limit of 2,000");
}

#[test]
fn drawings_that_repeat_themselves_without_end_are_not_drawn() {
    let mut file = Pdf::default();
    for at in 0..12 {
        let inner = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>",
            FIRST + at + 1
        );
        file = file.object(stream(&inner, "/X Do ".repeat(10).as_bytes()));
    }
    let file = file.object(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 m 9 9 l S"));
    let file = file.and_page_with("/X Do", &format!("/Resources<</XObject<</X {FIRST} 0 R>>>>"));
    insta::assert_snapshot!(unread(&file), @"page 1 was not read: it draws more than any page does");
}

#[test]
fn one_operator_of_a_million_letters_is_not_drawn() {
    let long = format!("BT /F1 11 Tf 72 700 Td ({}) Tj ET", "a".repeat(1 << 20));
    insta::assert_snapshot!(unread(&Pdf::page(&long)), @"page 1 was not read: one of its shapes or lines of text is larger than any page");
}

#[test]
fn content_shared_by_many_pages_counts_for_each() {
    let shared = stream("", " ".repeat(100 << 10).as_bytes());
    let file = (0..20).fold(Pdf::default().object(shared), |file, _| {
        file.and_page_with("", &format!("/Contents[{FIRST} 0 R {FIRST} 0 R]"))
    });
    let mut limits = Limits::default();
    limits.set(Limit::TotalBytes, 1 << 20);
    let refused = pdf::read("plan.pdf", &file.bytes(), &limits).unwrap_err().to_string();
    insta::assert_snapshot!(refused, @"the file is too large to read safely: what the pages draw is over the limit of 1 MiB");
}

#[test]
fn wild_places_and_sizes_do_no_harm() {
    let vast = format!("1{}", "0".repeat(38));
    let wild = "BT /F1 @ Tf @ 0 0 @ @ -@ Tm (A) Tj /F1 11 Tf 0 0 0 0 0 0 Tm (B) Tj ET \
                @ @ @ @ re f 0 0 m @ 5 l S q @ 0 0 0.00001 0 0 cm 0 0 1 1 re W n Q "
        .replace('@', &vast);
    let file = Pdf::page(&(wild + &text(72.0, 100.0, "Words.")));
    assert_eq!(texts(&file.read()), ["Words."]);
}

fn sample() -> Vec<u8> {
    let content = text(72.0, 80.0, "A title")
        + &lines(72.0, 110.0, &["Some words of text that run on", "over two lines."]);
    Pdf::page(&content).object(stream("", b"spare")).bytes()
}

fn harmless(bytes: &[u8]) -> Option<Document> {
    pdf::read("plan.pdf", bytes, &Limits::default()).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damage_never_breaks_the_reader(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = sample();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        harmless(&bytes);
    }

    #[test]
    fn a_cut_never_breaks_the_reader(end in any::<prop::sample::Index>()) {
        let bytes = sample();
        harmless(&bytes[..end.index(bytes.len())]);
    }
}
