//! The boxes in which the notes of a sheet are shown: a drawing in an old markup (VML) that programs write loosely, so that
//! it is read by its marks and never as XML.

use std::fmt::Write as _;

use super::Spot;
use super::layout::Layout;
use crate::document::ReadError;
use crate::document::archive::Part;

/// How the parts of a new drawing begin, the shape of all its boxes included.
const OPENED: &str = concat!(
    r#"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" "#,
    r#"xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>"#,
    r#"</o:shapelayout></xml>"#
);
/// The shape that boxes of notes have.
const SHAPE: &str = concat!(
    r#"<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">"#,
    r#"<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#
);
/// What the number of a box begins with.
const NUMBER: &str = "_x0000_s";
/// The first number that programs give.
const FIRST: u64 = 1025;

/// Returns the drawing with the boxes of the cells `gone` taken out and those of `new` notes put in.
///
/// # Errors
///
/// [`ReadError::Damaged`] when the drawing that is there has no end.
pub(super) fn changed(
    old: Option<&Part>,
    gone: &[Spot],
    new: &[(Spot, String)],
    layout: &Layout,
) -> Result<String, ReadError> {
    let mut text = old.map_or_else(|| OPENED.to_owned(), |part| part.text.clone());
    for spot in gone {
        take_out(&mut text, *spot);
    }
    let mut added = String::new();
    if !new.is_empty() && !text.contains("\"_x0000_t202\"") {
        added.push_str(SHAPE);
    }
    let first = text.split(NUMBER).skip(1).filter_map(number).max().map_or(FIRST, |last| last + 1);
    for (id, (spot, seen)) in (first..).zip(new) {
        let (row, column) = (spot.0 - 1, spot.1 - 1);
        let place = layout.beside(*spot, seen);
        // Writing to a string cannot fail.
        let _ = write!(
            added,
            "<v:shape id=\"{NUMBER}{id}\" type=\"#_x0000_t202\" style=\"position:absolute;z-index:{};visibility:hidden\" \
             fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/>\
             <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div>\
             </v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{place}</x:Anchor>\
             <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            id - first + 1
        );
    }
    let end = text.rfind("</xml>").ok_or_else(|| match old {
        Some(part) => part.damaged("it has no end"),
        None => ReadError::Empty,
    })?;
    text.insert_str(end, &added);
    Ok(text)
}

/// Returns the number that `rest` begins with.
fn number(rest: &str) -> Option<u64> {
    let digits = rest.split(|sign: char| !sign.is_ascii_digit()).next()?;
    // A longer number is no program's.
    digits.parse().ok().filter(|_| digits.len() < 10)
}

/// Takes the box of the note of a cell out of a drawing.
fn take_out(text: &mut String, (row, column): Spot) {
    const OPENS: &str = "<v:shape ";
    const CLOSES: &str = "</v:shape>";
    let marks = [format!("<x:Row>{}</x:Row>", row - 1), format!("<x:Column>{}</x:Column>", column - 1)];
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(OPENS)).map(|at| from + at) {
        let length = text.get(start..).and_then(|rest| rest.find(CLOSES)).map(|at| at + CLOSES.len());
        let Some(end) = length.map(|length| start + length) else { return };
        let shape = text.get(start..end).unwrap_or_default();
        if shape.contains("ObjectType=\"Note\"") && marks.iter().all(|mark| shape.contains(mark.as_str())) {
            text.replace_range(start..end, "");
            return;
        }
        from = end;
    }
}
