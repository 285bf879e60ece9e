//! Files that cannot be opened.

use crate::builder::{Pdf, text};
use wsoa::document::{Limits, ReadError, pdf};

fn refusal(bytes: &[u8]) -> ReadError {
    match pdf::read("plan.pdf", bytes, &Limits::default()) {
        Err(error) => error,
        Ok(document) => panic!("{document:?}"),
    }
}

#[test]
fn a_password_is_asked_for() {
    let zeros = "00".repeat(32);
    let encrypt = format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<{zeros}>/U<{zeros}>/P -4>>");
    let file = Pdf::page(&text(72.0, 100.0, "Words.")).trailer(&encrypt);
    assert_eq!(refusal(&file.bytes()), ReadError::PasswordProtected);
}

#[test]
fn a_file_cut_short_or_without_pages_is_refused() {
    let bytes = Pdf::page(&text(72.0, 100.0, "Words.")).bytes();
    assert!(matches!(refusal(&bytes[..60]), ReadError::Truncated { .. }));
    assert!(matches!(refusal(&Pdf::default().bytes()), ReadError::Damaged { .. }));
    assert!(matches!(refusal(b"%PDF-1.7\nnothing more\n%%EOF"), ReadError::Damaged { .. }));
}

#[test]
fn a_file_without_its_table_of_objects_is_read() {
    let bytes = Pdf::page(&text(72.0, 100.0, "Words all the same.")).bytes();
    let table = bytes.windows(5).rposition(|five| five == b"xref\n").unwrap() - 20;
    let mut broken = bytes.clone();
    broken[table + 20..table + 24].copy_from_slice(b"feld");
    let document = pdf::read("plan.pdf", &broken, &Limits::default()).unwrap();
    assert_eq!(document.blocks[0].text, "Words all the same.");
}
