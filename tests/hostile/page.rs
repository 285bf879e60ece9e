//! Cases of web pages.

use crate::case::{Case, case};

fn page(body: &str) -> String {
    format!("<!DOCTYPE html><html><head><title>Plan</title></head><body>{body}</body></html>")
}

const TABLE: &str = "<tr><th>Action</th><th>Lead</th></tr><tr><td>The nurse will read each record</td><td>Named Nurse</td></tr>";

pub(crate) fn cases() -> Vec<Case> {
    vec![
        case("100,000 elements inside one another", "deep.html", || {
            page(&format!("{}Deep", "<div>".repeat(100_000)))
        }),
        case("tables in tables, 5,000 deep", "tables.html", || {
            page(&format!("{}Deep", "<table><tr><td>".repeat(5_000)))
        }),
        case("lists in lists, 20,000 deep", "lists.html", || {
            page(&format!("{}Deep", "<ul><li>".repeat(20_000)))
        }),
        case("50,000 marks of bold that are never closed", "bold.html", || {
            page(&format!("{}{}", "<b><i><a>".repeat(17_000), "<p>Open".repeat(500)))
        }),
        case("cells that span a thousand million rows and columns", "spans.html", || {
            let cell = "<td colspan=\"1000000000\" rowspan=\"1000000000\">Wide</td>";
            page(&format!("<table>{TABLE}<tr>{}</tr></table>", cell.repeat(50)))
        }),
        case("5,000 rows of cells that span 60,000 rows", "tall.html", || {
            let row = format!("<tr>{}</tr>", "<td colspan=\"20\" rowspan=\"60000\">x</td>".repeat(40));
            page(&format!("<table>{}</table>", row.repeat(5_000)))
        }),
        case("a million cells", "million.html", || {
            let row = format!("<tr>{}</tr>", "<td>".repeat(100));
            page(&format!("<table>{}</table>", row.repeat(10_000)))
        }),
        case("one line of 8 MB", "line.html", || page(&"gull ".repeat(1_600_000))),
        case("an attribute of 5 MB", "attribute.html", || {
            page(&format!("<p title=\"{}\">Short</p>", "x".repeat(5_000_000)))
        }),
        case("100,000 attributes of one element", "attributes.html", || {
            let attributes: String = (0..100_000).map(|at| format!(" a{at}=\"\"")).collect();
            page(&format!("<p{attributes}>Short</p>"))
        }),
        case("half a million entities", "entities.html", || {
            page(&"&amp;&lt;&#x26;&notanentity;".repeat(125_000))
        }),
        case("10,000 styles", "styles.html", || {
            let rules: String =
                (0..10_000).map(|at| format!(".c{at} > div ~ p:not(.x) {{ display: none }}")).collect();
            page(&format!("<style>{rules}</style>{}", "<p class=\"c1\">Gull</p>".repeat(2_000)))
        }),
        case("a comment that never ends", "comment.html", || {
            page(&format!("<p>Start</p><!-- {}", "gull ".repeat(10_000)))
        }),
        case(
            "cut in the middle of a tag",
            "cut.html",
            || "<html><body><p>The nurse will read each record</p><table><tr><td col",
        ),
        case("zero bytes in its text", "zeros.html", || page("<p>The nurse\0will\0read</p>")),
        case("UTF-16", "wide.html", || {
            let text = page(&format!("<table>{TABLE}</table>"));
            [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        }),
        case("nothing but tags", "blank.html", || page("<div><p></p></div>")),
    ]
}
