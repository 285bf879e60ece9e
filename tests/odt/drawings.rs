//! Text boxes, pictures and embedded objects.

use crate::support::outline;
use crate::writer::{Odt, cell, p, row, style, table};

fn frame(attributes: &str, inside: &str) -> String {
    format!("<draw:frame {attributes}>{inside}</draw:frame>")
}

fn text_box(inside: &str) -> String {
    frame("", &format!("<draw:text-box>{inside}</draw:text-box>"))
}

#[test]
fn text_boxes_and_shapes_stand_after_their_paragraph() {
    let shape =
        format!("<draw:custom-shape>{}<draw:enhanced-geometry/></draw:custom-shape>", p("In a shape"));
    let body = text_box(&p("On the page"))
        + &p(&format!("Anchor{}", text_box(&(p("In a box") + &table(&row(&[cell("", "In its table")]))))))
        + &p(&format!("Shapes<draw:g><draw:a>{shape}</draw:a><draw:line/></draw:g>"))
        + &table(&row(&[cell("", &format!("Cell{}", text_box(&p("In a cell"))))]));
    insta::assert_snapshot!(outline(&Odt::body(&body).read()), @"
    p: On the page [text box at the start of the document]
    p: Anchor [paragraph 1]
    p: In a box [text box at paragraph 1]
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: In its table [Table 1, row 1, column 1]
    p: Shapes [paragraph 2]
    p: In a shape [text box at paragraph 2]
    table 2 of 1 columns
      row 1
        at 0, 1 x 1
          p: Cell [Table 2, row 1, column 1]
          p: In a cell [text box at Table 2, row 1, column 1]
    ");
}

#[test]
fn what_is_hidden_with_its_run_or_by_itself_is_not_seen() {
    let automatic = style("text", "T1", "", "text:display=\"none\"");
    let hidden = format!("<draw:rect draw:display=\"none\">{}</draw:rect>", p("unseen"));
    let body =
        p(&format!("A<text:span text:style-name=\"T1\">{}</text:span>{hidden}", text_box(&p("unseen"))))
            + &p(&format!("<text:hidden-paragraph text:is-hidden=\"true\"/>{}", text_box(&p("unseen"))));
    assert_eq!(Odt::body(&body).automatic(&automatic).read().texts(), ["A"]);
}

#[test]
fn captions_are_text_and_alternative_texts_are_not() {
    let picture = frame("", "<draw:image/><svg:title>Logo</svg:title><svg:desc>Our logo</svg:desc>");
    let body = p(&text_box(&p(&format!("{picture}Figure <text:sequence>1</text:sequence>: Pathway"))));
    assert_eq!(Odt::body(&body).read().texts(), ["Figure 1: Pathway"]);
}

#[test]
fn embedded_documents_are_unread_and_formulas_are_text() {
    let object = |folder: &str| frame("", &format!("<draw:object xlink:href=\"./{folder}\"/><draw:image/>"));
    let formula = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><mi>n</mi> <mo>=</mo>\
                   <mn>4</mn></mrow><annotation>n=4 again</annotation></semantics></math>";
    let body = p(&format!("Sample {} checked", object("Object 1")))
        + &p(&object("Object 2"))
        + &p(&object("Object 3"))
        + &p(&object("Object 4"))
        + &p(&object("Nowhere"))
        + &p(&frame("", "<draw:object><math:math><math:mi>k</math:mi></math:math></draw:object>"))
        + &p(&frame("", "<draw:object-ole/>"))
        + "<text:section><text:section-source xlink:href=\"part2.odt\"/></text:section>";
    let document = Odt::body(&body)
        .object("Object 1", "formula", formula)
        .object("Object 2", "spreadsheet", "")
        .object("Object 3", "chart", "")
        .object("Object 4", "formula", "<torn")
        .read();
    insta::assert_snapshot!(outline(&document), @"
    p: Sample n=4 checked [paragraph 1]
    p: k [paragraph 2]
    unread: an embedded spreadsheet after paragraph 1 was not read
    unread: a formula after paragraph 1 was not read
    unread: an embedded object after paragraph 1 was not read
    unread: an embedded object after paragraph 2 was not read
    unread: a linked document after paragraph 2 was not read
    ");
}

#[test]
fn large_pictures_are_doubted_only_where_there_is_little_text() {
    let picture = |side: &str, about: &str| {
        frame(
            &format!("svg:width=\"{side}\" svg:height=\"{side}\""),
            &format!("<draw:image/><svg:desc>{about}</svg:desc>"),
        )
    };
    let unread = |inside: &str, words: usize| {
        let document = Odt::body(&(p(&"word ".repeat(words)) + &p(inside))).read();
        document.unread.into_iter().map(|each| each.what).collect::<Vec<_>>()
    };
    assert_eq!(unread(&picture("16cm", ""), 3), ["the picture after paragraph 1 may hold text"]);
    assert_eq!(unread(&picture("6.5in", ""), 0), ["the picture at the start of the document may hold text"]);
    assert!(unread(&picture("16cm", "A map"), 3).is_empty());
    assert!(unread(&picture("160pt", ""), 3).is_empty());
    assert!(unread(&picture("16cm", ""), 300).is_empty());
    assert!(unread(&picture("wide", ""), 3).is_empty());
}
