//! Cases of PDF: loops, bombs, damage, and pages that show nothing that can be read.

use crate::archives::noise;
use crate::case::{Case, case};
use crate::pdf::{FONT, PAGE, Pdf, deflated};

const LINE: &str = "BT /F 12 Tf 72 700 Td (The nurse will read each record by 1 May 2017.) Tj ET";
const CATALOG: &str = "<< /Type /Catalog /Pages 2 0 R >>";
const TREE: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

pub(crate) fn cases() -> Vec<Case> {
    [loops(), bombs(), damage(), unreadable()].into_iter().flatten().collect()
}

fn loops() -> Vec<Case> {
    vec![
        case("a page tree that holds itself", "tree.pdf", || {
            Pdf::page(LINE).with(2, "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>").bytes()
        }),
        case("a page tree of 100,000 levels", "levels.pdf", || {
            let mut pdf = Pdf::page(LINE).with(2, "<< /Type /Pages /Kids [6 0 R] /Count 1 >>");
            for at in 6..100_006 {
                pdf = pdf.object(&format!(
                    "<< /Type /Pages /Kids [{} 0 R] /Count 1 >>",
                    if at == 100_005 { 3 } else { at + 1 }
                ));
            }
            pdf.bytes()
        }),
        case("an outline that goes in a circle", "outline.pdf", || {
            Pdf::page(LINE)
                .with(1, "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>")
                .object("<< /Type /Outlines /First 7 0 R /Last 7 0 R >>")
                .object("<< /Title (One) /Parent 6 0 R /Next 7 0 R /First 6 0 R >>")
                .bytes()
        }),
        case("a list of objects whose forerunner is itself", "previous.pdf", || {
            let bytes = Pdf::page(LINE).trailer("/Prev 00000").bytes();
            let text = String::from_utf8(bytes).unwrap();
            let start: usize =
                text.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
            text.replace("/Prev 00000", &format!("/Prev {start:05}"))
        }),
        case("a form that draws itself", "itself.pdf", || {
            Pdf::page("/X Do")
                .with(3, &PAGE.replace("/Font <<", "/XObject << /X 6 0 R >> /Font <<"))
                .stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>", b"/X Do /X Do")
                .bytes()
        }),
        case("forms that each draw the next ten times, 20 deep", "laughs.pdf", || {
            let mut pdf =
                Pdf::page("/X Do").with(3, &PAGE.replace("/Font <<", "/XObject << /X 6 0 R >> /Font <<"));
            for at in 6..26 {
                let next = format!(
                    "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {} 0 R >> >>",
                    at + 1
                );
                pdf = pdf.stream(&next, "/X Do ".repeat(10).as_bytes());
            }
            pdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", LINE.as_bytes()).bytes()
        }),
        case("an object that is a reference to itself", "self.pdf", || {
            Pdf::page(LINE).with(3, "3 0 R").bytes()
        }),
        case("a length that is the stream it measures", "length.pdf", || {
            Pdf::of([CATALOG, TREE, PAGE, FONT, "<< /Length 5 0 R >>\nstream\nBT ET\nendstream"]).bytes()
        }),
    ]
}

fn bombs() -> Vec<Case> {
    vec![
        case("contents of 40 MiB packed into 40 KiB", "inflate.pdf", || {
            let packed = deflated(&vec![b' '; 40 << 20]);
            Pdf::of([CATALOG, TREE, PAGE, FONT]).stream("/Filter /FlateDecode", &packed).bytes()
        }),
        case("contents packed twice over", "twice.pdf", || {
            let packed = deflated(&deflated(&vec![b' '; 40 << 20]));
            Pdf::of([CATALOG, TREE, PAGE, FONT])
                .stream("/Filter [/FlateDecode /FlateDecode]", &packed)
                .bytes()
        }),
        case("an object stream of 40 MiB said to hold a million objects", "objects.pdf", || {
            let packed = deflated(&vec![b' '; 40 << 20]);
            let stream = "/Type /ObjStm /N 1000000 /First 10 /Filter /FlateDecode";
            let bytes = Pdf::page(LINE).stream(stream, &packed).bytes();
            // Without its list of objects every object is looked at.
            let end = bytes.windows(5).rposition(|five| five == b"xref\n").unwrap();
            [&bytes[..end], b"trailer\n<< /Root 1 0 R >>\n%%EOF"].concat()
        }),
        case("1,000 million pages by its own count", "count.pdf", || {
            Pdf::page(LINE).with(2, "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>").bytes()
        }),
        case("one page shown 100,000 times", "pages.pdf", || {
            let kids = "3 0 R ".repeat(100_000);
            Pdf::page(LINE).with(2, &format!("<< /Type /Pages /Kids [{kids}] /Count 100000 >>")).bytes()
        }),
        case("10 million glyphs on a page", "glyphs.pdf", || {
            let line = format!("BT /F 1 Tf 1 1 Td ({}) Tj ET\n", "gull ".repeat(200));
            let packed = deflated(line.repeat(10_000).as_bytes());
            Pdf::of([CATALOG, TREE, PAGE, FONT]).stream("/Filter /FlateDecode", &packed).bytes()
        }),
        case("two million lines on a page", "lines.pdf", || {
            let packed = deflated("1 1 m 9 9 l S\n".repeat(2_000_000).as_bytes());
            Pdf::of([CATALOG, TREE, PAGE, FONT]).stream("/Filter /FlateDecode", &packed).bytes()
        }),
        case("a ruled table of a million cells", "grid.pdf", || {
            let down = (0..1_000).map(|at| format!("{at} 0 m {at} 842 l S\n"));
            let across = (0..1_000).map(|at| format!("0 {at} m 595 {at} l S\n"));
            Pdf::page(&down.chain(across).collect::<String>()).bytes()
        }),
        case("the state of the page kept 5 million times", "states.pdf", || {
            let packed = deflated("q ".repeat(5_000_000).as_bytes());
            Pdf::of([CATALOG, TREE, PAGE, FONT]).stream("/Filter /FlateDecode", &packed).bytes()
        }),
        case("lists inside one another, a million deep", "deep.pdf", || {
            Pdf::page(&"[".repeat(1_000_000)).with(4, &"[".repeat(1_000_000)).bytes()
        }),
        case("a page of a thousand million points each way", "huge.pdf", || {
            Pdf::page(LINE).with(3, &PAGE.replace("595 842", "1000000000 1000000000")).bytes()
        }),
        case("numbers that no number can hold", "numbers.pdf", || {
            let wild = "1e999 9999999999999999999999999 Td -99999999999999999999 Tf NaN 0 0 inf 1e38 1e38 cm";
            Pdf::page(&format!("{wild} {LINE} {wild}")).bytes()
        }),
    ]
}

fn damage() -> Vec<Case> {
    let mut cases = vec![
        case("cut in half", "half.pdf", || {
            let bytes = Pdf::page(&LINE.repeat(50)).bytes();
            bytes[..bytes.len() / 2].to_vec()
        }),
        case("one bit in every 40 bytes turned", "bits.pdf", || {
            let mut bytes = Pdf::page(LINE).bytes();
            bytes.iter_mut().skip(20).step_by(40).for_each(|byte| *byte ^= 0x04);
            bytes
        }),
        case("nothing after its first line", "first.pdf", || "%PDF-1.7\n"),
        case("noise after its first line", "noise.pdf", || [&b"%PDF-1.7\n"[..], &noise(50_000)].concat()),
        case("no pages", "none.pdf", || Pdf::of([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]).bytes()),
        case("contents that cannot be unpacked", "broken.pdf", || {
            Pdf::of([CATALOG, TREE, PAGE, FONT]).stream("/Filter /FlateDecode", &noise(2_000)).bytes()
        }),
        case("a list of objects that points anywhere", "places.pdf", || {
            let text = String::from_utf8(Pdf::page(LINE).bytes()).unwrap();
            let (head, tail) = text.split_at(text.rfind("xref\n0").unwrap());
            head.to_owned() + &tail.replace("00000 n", "00000 n").replace("000000", "999999")
        }),
    ];
    // The last can be read all the same.
    let last = cases.pop();
    cases.into_iter().map(Case::losing).chain(last).collect()
}

fn unreadable() -> Vec<Case> {
    let cases = vec![
        case("protected with a password", "secret.pdf", || {
            let (key, owner) = ("00112233445566778899AABBCCDDEEFF", "0F".repeat(32));
            Pdf::page(LINE)
                .object(&format!(
                    "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{owner}> /U <{owner}> >>"
                ))
                .trailer(&format!("/Encrypt 6 0 R /ID [<{key}> <{key}>]"))
                .bytes()
        }),
        case("protected in a way nobody knows", "locked.pdf", || {
            Pdf::page(LINE).object("<< /Filter /Secret /V 99 >>").trailer("/Encrypt 6 0 R").bytes()
        }),
        case("a scan: a picture and no text", "scan.pdf", || {
            let picture = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray";
            Pdf::page("595 0 0 842 0 0 cm /I Do")
                .with(3, &PAGE.replace("/Font <<", "/XObject << /I 6 0 R >> /Font <<"))
                .stream(picture, &[200; 64])
                .bytes()
        }),
        case("a picture said to be four thousand million points wide", "picture.pdf", || {
            let picture = "/Type /XObject /Subtype /Image /Width 4294967295 /Height 4294967295 /BitsPerComponent 16 /ColorSpace /DeviceRGB /Filter /DCTDecode";
            Pdf::page(&format!("q 595 0 0 842 0 0 cm /I Do Q {LINE}"))
                .with(3, &PAGE.replace("/Font <<", "/XObject << /I 6 0 R >> /Font <<"))
                .stream(picture, &noise(500))
                .bytes()
        }),
        case("glyphs that stand for no letters", "glyphless.pdf", || {
            let font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /g1 6 0 R >> \
                /Encoding << /Differences [65 /g1] >> /FirstChar 65 /LastChar 65 /Widths [9] >>";
            Pdf::page(&format!("BT /F 1 Tf 72 700 Td ({}) Tj ET", "A".repeat(400)))
                .with(4, font)
                .stream("", b"9 0 0 0 9 9 d1 0 0 9 9 re f")
                .bytes()
        }),
        case("a picture named as a PDF", "photo.pdf", || [&b"\x89PNG\r\n\x1A\n"[..], &noise(2_000)].concat()),
        case("a program named as a PDF", "program.pdf", || [&b"MZ\x90\x00"[..], &noise(2_000)].concat()),
    ];
    cases.into_iter().map(Case::losing).collect()
}
