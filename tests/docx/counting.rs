//! What counts as written and what does not.

use crate::support::word::{Word, cell, field, instruction, p, row, run, styled, table, text};
use crate::support::{outline, texts};

/// Reads a paragraph with these runs and returns its text.
fn line(runs: &str) -> String {
    Word::body(&p("", runs)).read().blocks.first().map(|block| block.text.clone()).unwrap_or_default()
}

fn shape(name: &str, words: &str) -> String {
    format!("<{name}><w:txbxContent>{}</w:txbxContent></{name}>", text(words))
}

#[test]
fn insertions_and_arrivals_count_and_deletions_and_departures_do_not() {
    let runs = [
        run("", "The lead "),
        format!("<w:ins>{}</w:ins>", run("", "nurse")),
        format!("<w:moveTo>{}</w:moveTo>", run("", " reviews")),
        "<w:del><w:r><w:delText> forgets</w:delText></w:r></w:del>".to_owned(),
        format!("<w:moveFrom>{}</w:moveFrom>", run("", " audits")),
    ];
    let document = Word::body(&p("", &runs.concat())).read();
    assert_eq!(texts(&document), ["The lead nurse reviews"]);
    assert_eq!((document.marks.insertions, document.marks.deletions), (2, 2));
}

#[test]
fn a_deleted_paragraph_mark_joins_paragraphs_and_the_last_keeps_its_style() {
    let deleted = "<w:rPr><w:del/></w:rPr>";
    let body = p(deleted, &run("", "Panels meet "))
        + &p(deleted, "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>")
        + &styled("Heading1", "weekly")
        + &p(deleted, &run("", "Before a table"))
        + &table(&[row(&[cell("", "A")])]);
    insta::assert_snapshot!(outline(&Word::body(&body).read()), @"
    h1: Panels meet weekly [paragraph 1]
    p: Before a table [paragraph 2]
    table 1 of 1 columns
      row 1
        at 0, 1 x 1
          p: A [Table 1, row 1, column 1]
    ");
}

#[test]
fn struck_and_hidden_runs_do_not_count() {
    for property in ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", "<w:strike w:val=\"true\"/>"] {
        assert_eq!(line(&(run("", "kept") + &run(property, " gone"))), "kept", "{property}");
    }
    for property in ["<w:strike w:val=\"0\"/>", "<w:vanish w:val=\"false\"/>", "<w:webHidden/>"] {
        assert_eq!(line(&run(property, "kept")), "kept", "{property}");
    }
}

#[test]
fn toggles_are_resolved_through_styles() {
    let styles = r#"
        <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>
        <w:style w:type="paragraph" w:styleId="Back"><w:basedOn w:val="Gone"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>"#;
    let body = styled("Gone", "own style")
        + &styled("GoneToo", "inherited style")
        + &styled("Back", "switched off again")
        + &p("", &(run("", "plain") + &run("<w:rStyle w:val=\"Secret\"/>", " secret")))
        + &p("<w:pStyle w:val=\"Gone\"/>", &run("<w:rStyle w:val=\"Struck\"/>", "two toggles cancel out"))
        + &p("<w:pStyle w:val=\"Gone\"/>", &run("<w:strike w:val=\"0\"/>", "the run decides"));
    let document = Word::body(&body).styles(styles).read();
    assert_eq!(
        texts(&document),
        ["switched off again", "plain", "two toggles cancel out", "the run decides"]
    );
}

#[test]
fn document_defaults_hide_what_nothing_shows_again() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>";
    let body = text("hidden by default") + &p("", &run("<w:vanish w:val=\"0\"/>", "shown"));
    assert_eq!(texts(&Word::body(&body).styles(styles).read()), ["shown"]);
}

#[test]
fn bold_and_italic_are_of_the_whole_text() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>"#;
    let body = p("", &(run("<w:b/>", "Lead") + &run("", " ") + &run("<w:b/>", "officer")))
        + &p("", &(run("<w:b/>", "Lead") + &run("", " officer")))
        + &p("", &run("<w:i/>", "quoted"))
        + &styled("Strong", "by style")
        + &p("<w:pStyle w:val=\"Strong\"/>", &run("<w:b w:val=\"0\"/>", "switched off"));
    let document = Word::body(&body).styles(styles).read();
    let looks: Vec<(bool, bool)> = document.blocks.iter().map(|block| (block.bold, block.italic)).collect();
    assert_eq!(looks, [(true, false), (false, false), (false, true), (true, false), (false, false)]);
}

#[test]
fn wrappers_are_looked_through() {
    let runs = [
        format!("<w:smartTag>{}</w:smartTag>", run("", "Luton ")),
        format!("<w:hyperlink r:id=\"rId9\">{}</w:hyperlink>", run("", "policy ")),
        format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", run("", "control ")),
        format!("<w:customXml>{}</w:customXml>", run("", "custom ")),
        "<m:oMath><m:r><m:t>n=4</m:t></m:r></m:oMath>".to_owned(),
    ];
    assert_eq!(line(&runs.concat()), "Luton policy control custom n=4");
}

#[test]
fn placeholders_of_content_controls_do_not_count() {
    let control = |inside: &str| {
        format!("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    };
    let body = control(&text("Click here to enter text"))
        + &p("", &(run("", "Owner: ") + &control(&run("", "choose one"))))
        + &table(&[row(&[cell("", "Due"), control(&cell("", "pick a date"))])]);
    insta::assert_snapshot!(outline(&Word::body(&body).read()), @"
    p: Owner: [paragraph 1]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: Due [Table 1, row 1, column 1]
        at 1, 1 x 1
    ");
}

#[test]
fn field_results_count_and_instructions_do_not() {
    let complex = [
        run("", "See "),
        field("begin"),
        instruction(" REF plan "),
        field("separate"),
        run("", "section 2"),
        field("end"),
        format!("<w:fldSimple w:instr=\" PAGE \">{}</w:fldSimple>", run("", ", page 3")),
    ];
    assert_eq!(line(&complex.concat()), "See section 2, page 3");
    let nested = [
        field("begin"),
        instruction(" IF "),
        field("begin"),
        instruction(" MERGEFIELD x "),
        field("separate"),
        run("", "condition"),
        field("end"),
        field("separate"),
        run("", "outcome"),
        field("end"),
    ];
    assert_eq!(line(&nested.concat()), "outcome");
}

#[test]
fn a_drop_down_field_shows_its_choice() {
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>
        <w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList></w:ffData></w:fldChar></w:r>"#;
    assert_eq!(line(&(field.to_owned() + &instruction("FORMDROPDOWN") + &self::field("end"))), "Amber");
}

#[test]
fn tables_of_contents_are_furniture() {
    let styles = r#"
        <w:style w:type="paragraph" w:styleId="Inhalt1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="H"/></w:style>"#;
    let gallery = "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj>";
    let open = [field("begin"), instruction(" TOC \\o "), field("separate"), run("", "Aims 1")].concat();
    let body = format!(
        "<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        text("In a gallery")
    ) + &styled("TOCHeading", "Contents")
        + &styled("Inhalt1", "By its style 1")
        + &p("", &open)
        + &text("Actions 2")
        + &p("", &field("end"))
        + &text("The plan begins");
    insta::assert_snapshot!(outline(&Word::body(&body).styles(styles).read()), @"p: The plan begins [paragraph 1]");
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    let open = [field("begin"), instruction(" TOC "), field("separate"), run("", "Aims 1")].concat();
    let body =
        p("", &open) + &text("The plan") + &p("", &(run("", "Lost ") + &field("begin"))) + &text("goes on");
    assert_eq!(texts(&Word::body(&body).read()), ["Aims 1", "The plan", "Lost", "goes on"]);
}

#[test]
fn text_boxes_count_once_after_their_paragraph() {
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        shape("wps:txbx", "New box"),
        shape("v:textbox", "Old box")
    );
    let old = format!("<w:r><w:pict>{}</w:pict></w:r>", shape("v:textbox", "Only an old box"));
    let body = p("", &(run("", "Anchor") + &both)) + &p("", &old) + &text("After");
    insta::assert_snapshot!(outline(&Word::body(&body).read()), @"
    p: Anchor [paragraph 1]
    p: New box [text box at paragraph 1]
    p: Only an old box [text box at paragraph 1]
    p: After [paragraph 2]
    ");
}

#[test]
fn special_signs_become_what_a_reader_sees() {
    let sign = |xml: &str| format!("<w:r><w:t>a</w:t>{xml}<w:t>b</w:t></w:r>");
    assert_eq!(line(&sign("<w:tab/>")), "a b");
    assert_eq!(line(&sign("<w:br/>")), "a\nb");
    assert_eq!(line(&sign("<w:cr/>")), "a\nb");
    assert_eq!(line(&sign("<w:noBreakHyphen/>")), "a-b");
    assert_eq!(line(&sign("<w:softHyphen/>")), "ab");
    assert_eq!(line(&sign("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>")), "a•b");
    assert_eq!(line(&sign("<w:sym w:font=\"Arial\" w:char=\"2713\"/>")), "a✓b");
    assert_eq!(line(&run("", "\u{F0B7} item")), "• item");
}

#[test]
fn what_cannot_be_read_is_said() {
    let body = text("Before")
        + "<w:altChunk r:id=\"rId5\"/>"
        + &p("", "<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>")
        + &p("", "<w:r><w:drawing><dgm:relIds/></w:drawing></w:r>")
        + &p("", "<w:subDoc r:id=\"rId6\"/>");
    insta::assert_snapshot!(outline(&Word::body(&body).read()), @"
    p: Before [paragraph 1]
    unread: an embedded document after paragraph 1 was not read
    unread: an embedded Excel.Sheet.12 object after paragraph 1 was not read
    unread: a SmartArt diagram after paragraph 1 was not read
    unread: a linked document after paragraph 1 was not read
    ");
}

#[test]
fn large_pictures_are_doubted_only_where_there_is_little_text() {
    let picture = |side: u32, about: &str| {
        format!(
            "<w:r><w:drawing><wp:inline><wp:extent cx=\"{side}\" cy=\"{side}\"/><wp:docPr descr=\"{about}\"/>\
             <a:blip/></wp:inline></w:drawing></w:r>"
        )
    };
    let unread = |runs: &str, words: usize| {
        let body = p("", &run("", &"word ".repeat(words))) + &p("", runs);
        Word::body(&body).read().unread.into_iter().map(|each| each.what).collect::<Vec<_>>()
    };
    assert_eq!(unread(&picture(5_000_000, ""), 3), ["the picture after paragraph 1 may hold text"]);
    assert!(unread(&picture(5_000_000, "A map"), 3).is_empty());
    assert!(unread(&picture(500_000, ""), 3).is_empty());
    assert!(unread(&picture(5_000_000, ""), 300).is_empty());
    let old =
        "<w:r><w:pict><v:shape style=\"width:400pt;height:500pt\"><v:imagedata/></v:shape></w:pict></w:r>";
    assert_eq!(unread(old, 0), ["the picture at the start of the document may hold text"]);
}
