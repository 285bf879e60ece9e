//! Lists, with their numbers as Word shows them.

use crate::support::outline;
use crate::support::word::{Word, cell, item, p, row, run, styled, table, text};

/// Levels given by format and text, as one abstract list.
fn abstract_list(id: u32, levels: &[(&str, &str)]) -> String {
    let levels: String = levels
        .iter()
        .enumerate()
        .map(|(at, (format, text))| {
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
                 <w:lvlText w:val=\"{text}\"/></w:lvl>"
            )
        })
        .collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn list(id: u32, root: u32, overrides: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{root}\"/>{overrides}</w:num>")
}

/// The numbers shown, in order.
fn numbers(numbering: &str, body: &str) -> Vec<String> {
    let outline = outline(&Word::body(body).numbering(numbering).read());
    outline.lines().filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
}

#[test]
fn levels_count_and_restart() {
    let levels = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("bullet", "o")];
    let numbering = abstract_list(0, &levels) + &list(1, 0, "");
    let body: String = [0, 1, 1, 2, 2, 0, 1, 2, 3].into_iter().map(|level| item(1, level, "Step")).collect();
    assert_eq!(
        numbers(&numbering, &body),
        ["li0 1.", "li1 1.1", "li1 1.2", "li2 (a)", "li2 (b)", "li0 2.", "li1 2.1", "li2 (a)", "li3 *"]
    );
}

#[test]
fn each_number_format_is_shown() {
    let shown = |format: &str, count: usize| {
        let numbering = abstract_list(0, &[(format, "%1")]) + &list(1, 0, "");
        numbers(&numbering, &item(1, 0, "Step").repeat(count)).pop().unwrap()
    };
    assert_eq!(shown("decimal", 12), "li0 12");
    assert_eq!(shown("decimalZero", 3), "li0 03");
    assert_eq!(shown("lowerLetter", 28), "li0 bb");
    assert_eq!(shown("upperLetter", 26), "li0 Z");
    assert_eq!(shown("lowerRoman", 49), "li0 xlix");
    assert_eq!(shown("upperRoman", 14), "li0 XIV");
    assert_eq!(shown("ordinal", 22), "li0 22nd");
}

#[test]
fn a_level_that_shows_nothing_makes_no_item() {
    let levels = [("none", ""), ("bullet", " "), ("none", "Action")];
    let numbering = abstract_list(0, &levels) + &list(1, 0, "");
    let body: String = [0, 1, 2].into_iter().map(|level| item(1, level, "Step")).collect();
    assert_eq!(numbers(&numbering, &body), ["p", "p", "li2 Action"]);
}

#[test]
fn lists_of_one_root_count_on_unless_their_start_is_overridden() {
    let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let look = "<w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/>\
                <w:lvlText w:val=\"%1)\"/></w:lvl></w:lvlOverride>";
    let numbering = abstract_list(0, &[("decimal", "%1.")])
        + &list(1, 0, "")
        + &list(2, 0, "")
        + &list(3, 0, restart)
        + &list(4, 0, look);
    let body: String = [1, 1, 2, 3, 3, 1, 4].into_iter().map(|list| item(list, 0, "Step")).collect();
    assert_eq!(
        numbers(&numbering, &body),
        ["li0 1.", "li0 2.", "li0 3.", "li0 5.", "li0 6.", "li0 7.", "li0 H)"]
    );
}

#[test]
fn a_level_may_never_restart() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"Action %2\"/></w:lvl>\
        </w:abstractNum>"
        .to_owned()
        + &list(1, 0, "");
    let body: String = [0, 1, 1, 0, 1].into_iter().map(|level| item(1, level, "Step")).collect();
    assert_eq!(
        numbers(&numbering, &body),
        ["li0 1.", "li1 Action 1", "li1 Action 2", "li0 2.", "li1 Action 3"]
    );
}

#[test]
fn legal_numbers_are_decimal_throughout() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\">\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
        .to_owned()
        + &list(1, 0, "");
    assert_eq!(numbers(&numbering, &(item(1, 0, "Theme") + &item(1, 1, "Step"))), ["li0 IV", "li1 4.1"]);
}

#[test]
fn styles_put_paragraphs_in_lists_and_headings_carry_their_number() {
    let styles = r#"
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="LB"/></w:style>
        <w:style w:type="paragraph" w:styleId="Deep"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>"#;
    let numbering = abstract_list(0, &[("decimal", "%1."), ("decimal", "%1.%2")])
        + &abstract_list(1, &[("bullet", "•")])
        + "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:pStyle w:val=\"Deep\"/>\
           <w:lvlText w:val=\"%3)\"/></w:lvl></w:abstractNum>"
        + &list(1, 0, "")
        + &list(2, 1, "")
        + &list(3, 2, "");
    let body = styled("H1", "From strategy to practice")
        + &styled("H2", "Supervision")
        + &styled("LB", "Bullet")
        + &styled("Sub", "Bullet by chain")
        + &styled("Deep", "Level named by the list")
        + &p("<w:pStyle w:val=\"LB\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", &run("", "Taken out"))
        + &styled("H1", "Next");
    insta::assert_snapshot!(outline(&Word::body(&body).styles(styles).numbering(&numbering).read()), @"
    h1: 1. From strategy to practice [paragraph 1]
    h2: 1.1 Supervision [paragraph 2]
    li0 *: Bullet [paragraph 3]
    li0 *: Bullet by chain [paragraph 4]
    li2 1): Level named by the list [paragraph 5]
    p: Taken out [paragraph 6]
    h1: 2. Next [paragraph 7]
    ");
}

#[test]
fn a_list_may_take_its_levels_from_a_numbering_style() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:styleLink w:val=\"Outline\"/>\
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText w:val=\"Step %1\"/></w:lvl></w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Outline\"/></w:abstractNum>"
        .to_owned()
        + &list(1, 1, "");
    assert_eq!(numbers(&numbering, &item(1, 0, "Act")), ["li0 Step 1"]);
}

#[test]
fn empty_items_count_and_a_cell_of_only_a_number_shows_it() {
    let numbering = abstract_list(0, &[("decimal", "%1.")]) + &list(1, 0, "");
    let numbered = |words: &str| format!("<w:tc>{}</w:tc>", item(1, 0, words));
    let body = item(1, 0, "First")
        + &item(1, 0, "")
        + &table(&[row(&[numbered(""), cell("", "Act")]), row(&[numbered("Text"), cell("", "Act")])])
        + &text("End");
    insta::assert_snapshot!(outline(&Word::body(&body).numbering(&numbering).read()), @"
    li0 1.: First [paragraph 1]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: 3. [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: Act [Table 1, row 1, column 2]
      row 2
        at 0, 1 x 1
          li0 4.: Text [Table 1, row 2, column 1]
        at 1, 1 x 1
          p: Act [Table 1, row 2, column 2]
    p: End [paragraph 2]
    ");
}
