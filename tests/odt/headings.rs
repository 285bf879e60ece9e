//! Headings, quotations and the places of paragraphs.

use crate::support::outline;
use crate::writer::{Odt, cell, h, p, row, style, styled, table};

#[test]
fn headings_are_known_by_their_level_and_titles_by_their_style() {
    let styles = style("paragraph", "Heading_20_2", "style:display-name=\"Heading 2\"", "")
        + &style("paragraph", "Strand", "style:default-outline-level=\"4\"", "")
        + &style("paragraph", "Cover", "style:parent-style-name=\"Title\"", "")
        + &style("paragraph", "Title", "", "");
    let automatic = style("paragraph", "P1", "style:parent-style-name=\"Heading_20_2\"", "")
        + &style(
            "paragraph",
            "P2",
            "style:parent-style-name=\"Heading_20_2\" style:default-outline-level=\"\"",
            "",
        );
    let body = styled("Cover", "Plan")
        + &styled("Subtitle", "Second draft")
        + &h(1, "By its level")
        + "<text:h>A level is 1 unless said</text:h>"
        + &h(12, "Levels end at 9")
        + &styled("P1", "By the style it builds on")
        + &styled("P2", "Made body text")
        + &styled("Strand", "By the level of its style")
        + &styled("Heading_20_3", "By a name nobody defined")
        + &styled("Quotations", "Quoted")
        + &p("Body");
    insta::assert_snapshot!(outline(&Odt::body(&body).styles(&styles).automatic(&automatic).read()), @"
    h1: Plan [paragraph 1]
    p: Second draft [paragraph 2]
    h1: By its level [paragraph 3]
    h1: A level is 1 unless said [paragraph 4]
    h9: Levels end at 9 [paragraph 5]
    h2: By the style it builds on [paragraph 6]
    p: Made body text [paragraph 7]
    h4: By the level of its style [paragraph 8]
    h3: By a name nobody defined [paragraph 9]
    quote: Quoted [paragraph 10]
    p: Body [paragraph 11]
    ");
}

#[test]
fn places_count_paragraphs_with_text_and_name_the_headings_above() {
    let body = h(1, "Aims")
        + &p("")
        + &h(2, "Health")
        + &p("Nurses")
        + &table(&row(&[format!("<table:table-cell>{}</table:table-cell>", h(1, "Not a section"))]))
        + "<text:section>"
        + &p("Midwives")
        + "</text:section>"
        + &h(1, "Police")
        + &p("Sergeants");
    let document = Odt::body(&body).read();
    let places: Vec<String> = document
        .blocks
        .iter()
        .map(|block| format!("{} < {}", block.location.text, block.location.headings.join(" > ")))
        .collect();
    insta::assert_debug_snapshot!(places, @r#"
    [
        "paragraph 1 < ",
        "paragraph 2 < Aims",
        "paragraph 3 < Aims > Health",
        "Table 1 < Aims > Health",
        "paragraph 4 < Aims > Health",
        "paragraph 5 < ",
        "paragraph 6 < Police",
    ]
    "#);
    assert!(document.blocks.iter().all(|block| block.location.file == "plan.odt"));
}

#[test]
fn indexes_headers_and_footers_are_furniture_and_a_bibliography_is_text() {
    let index = |name: &str| {
        let body =
            format!("<text:index-body><text:index-title>{}</text:index-title></text:index-body>", p(name));
        format!("<text:{name}>{body}</text:{name}>")
    };
    let body =
        ["table-of-content", "illustration-index", "alphabetical-index", "bibliography"].map(index).concat()
            + &styled("Contents_20_2", "An entry by its style")
            + &p("The plan begins");
    insta::assert_snapshot!(outline(&Odt::body(&body).read()), @"
    p: bibliography [paragraph 1]
    p: The plan begins [paragraph 2]
    ");
}

#[test]
fn styles_that_build_on_one_another_in_a_circle_end() {
    let styles = style("paragraph", "A", "style:parent-style-name=\"B\"", "")
        + &style("paragraph", "B", "style:parent-style-name=\"A\"", "fo:font-weight=\"bold\"");
    assert!(Odt::body(&styled("A", "Round")).styles(&styles).read().blocks[0].bold);
}

#[test]
fn a_file_without_styles_is_read() {
    let mut files = Odt::body(&(h(1, "Aims") + &table(&row(&[cell("", "A")])))).files();
    files.retain(|(name, _)| name != "styles.xml" && name != "META-INF/manifest.xml");
    let bytes = crate::support::word::archive(&files);
    let document = wsoa::document::odt::read("plan.odt", &bytes, &wsoa::document::Limits::default()).unwrap();
    assert_eq!(document.texts(), ["Aims", "A"]);
}
