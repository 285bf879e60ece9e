//! Headings, quotations and the places of paragraphs.

use crate::support::outline;
use crate::support::word::{Word, cell, p, row, run, styled, table, text};

#[test]
fn headings_are_known_by_style_chain_name_id_and_outline_level() {
    let styles = r#"
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Theme"><w:name w:val="Theme"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Strand"><w:name w:val="Strand"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/><w:basedOn w:val="T"/></w:style>
        <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>"#;
    let body = styled("T", "Plan")
        + &styled("S", "Second draft")
        + &styled("berschrift2", "By name")
        + &styled("Theme", "By chain")
        + &styled("Strand", "By outline level of the style")
        + &p("<w:outlineLvl w:val=\"4\"/>", &run("", "By its own outline level"))
        + &styled("Heading3", "By id alone")
        + &p("<w:pStyle w:val=\"Theme\"/><w:outlineLvl w:val=\"9\"/>", &run("", "Made body text"))
        + &styled("Q", "Quoted")
        + &text("Body");
    insta::assert_snapshot!(outline(&Word::body(&body).styles(styles).read()), @"
    h1: Plan [paragraph 1]
    p: Second draft [paragraph 2]
    h2: By name [paragraph 3]
    h2: By chain [paragraph 4]
    h4: By outline level of the style [paragraph 5]
    h5: By its own outline level [paragraph 6]
    h3: By id alone [paragraph 7]
    p: Made body text [paragraph 8]
    quote: Quoted [paragraph 9]
    p: Body [paragraph 10]
    ");
}

#[test]
fn styles_that_build_on_one_another_in_a_circle_end() {
    let styles = r#"
        <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>"#;
    let document = Word::body(&styled("A", "Round")).styles(styles).read();
    assert!(document.blocks[0].bold);
}

#[test]
fn places_count_paragraphs_with_text_and_name_the_headings_above() {
    let body = styled("Heading1", "Aims")
        + &text("")
        + &styled("Heading2", "Health")
        + &text("Nurses")
        + &table(&[row(&[format!("<w:tc>{}</w:tc>", styled("Heading1", "Not a section"))])])
        + &text("Midwives")
        + &styled("Heading1", "Police")
        + &text("Sergeants");
    let document = Word::body(&body).read();
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
    assert!(document.blocks.iter().all(|block| block.location.file == "plan.docx"));
}

#[test]
fn headers_and_footers_are_furniture() {
    let body = text("Body")
        + "<w:sectPr><w:headerReference r:id=\"rId7\"/></w:sectPr>"
        + &table(&[row(&[cell("", "Cell")])]);
    assert_eq!(Word::body(&body).read().blocks.len(), 2);
}

#[test]
fn strict_files_read_like_transitional_ones() {
    let word = Word::body(&(styled("H", "Aims") + &text("Body")))
        .styles("<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>");
    let expected = outline(&word.read());
    assert!(expected.starts_with("h1: Aims"));
    assert_eq!(outline(&word.strict().read()), expected);
}
