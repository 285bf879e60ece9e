//! Running text: what parts blocks, what joins, and how spaces come out.

use crate::{outline, texts};

#[test]
fn elements_in_a_line_join_and_blocks_part() {
    insta::assert_snapshot!(outline("
        <h1>Plan of <em>action</em></h1>
        Loose text<p>A <b>re</b>view by the 5<sup>th</sup><span>, then H<sub>2</sub>O.</span>
        <div>One<div>Two</div>Three<hr>Four</div>
        <section><span style='display:block'>Five</span><div style='display: inline'>Six </div><div style='display:inline'>and seven</div></section>
        <my-card>Eight</my-card><my-card>Nine</my-card>"), @"
    h1: Plan of action [line 2]
    p: Loose text [line 3]
    p: A review by the 5th, then H2O. [line 3]
    p: One [line 4]
    p: Two [line 4]
    p: Three [line 4]
    p: Four [line 4]
    p: Five [line 5]
    p: Six and seven [line 5]
    p: Eight [line 6]
    p: Nine [line 6]
    ");
}

#[test]
fn spaces_and_line_ends_are_one_space() {
    assert_eq!(
        texts("<p>  Two\n\t\n words&nbsp;&#160; here\n</p><p>&nbsp;</p><p> <b> </b></p>"),
        ["Two words here"]
    );
    assert_eq!(texts("<p>safe&shy;guarding and co<wbr>operation</p>"), ["safeguarding and cooperation"]);
}

#[test]
fn a_line_break_stays_and_two_part_paragraphs() {
    assert_eq!(texts("<p>Lead: Head of Ports<br>By: March<br/></p>"), ["Lead: Head of Ports\nBy: March"]);
    assert_eq!(texts("<div>First part<br>&nbsp;<br>\n<br>Second part</div>"), ["First part", "Second part"]);
    assert_eq!(texts("<h2>Theme<br><br>Ports</h2>"), ["Theme\nPorts"]);
}

#[test]
fn kept_lines_are_line_breaks() {
    assert_eq!(
        texts("<pre>\nLead:\tHead of Ports\nBy:  March\n\nSecond</pre>"),
        ["Lead: Head of Ports\nBy: March", "Second"]
    );
    assert_eq!(texts("<p style='white-space: pre-wrap'>One\nTwo</p>"), ["One\nTwo"]);
    assert_eq!(texts("<pre style='white-space:normal'>One\nTwo</pre>"), ["One Two"]);
}

#[test]
fn quotations_have_their_marks_and_their_blocks() {
    insta::assert_snapshot!(outline("
        <p>They found <q>no <q>plan</q> at all</q>.</p>
        <blockquote>Leaders <i>know</i>.<p>More.</p></blockquote>"), @"
    p: They found “no ‘plan’ at all”. [line 2]
    quote: Leaders know. [line 3]
    quote: More. [line 3]
    ");
}

#[test]
fn bold_and_italic_are_of_the_whole_block() {
    insta::assert_snapshot!(outline("
        <style>.strong { font-weight: 700 } .plain{font-weight:normal} p.slant{font:italic 10pt Arial}</style>
        <p><b>All</b> <strong>bold</strong></p><p><b>Not</b> all</p><p class=strong>By class</p>
        <p><b class=plain>Plain</b></p><p class=slant>Slanted</p><p><em><b>Both</b></em></p>"), @"
    p bold: All bold [line 3]
    p: Not all [line 3]
    p bold: By class [line 3]
    p: Plain [line 4]
    p italic: Slanted [line 4]
    p bold italic: Both [line 4]
    ");
}

#[test]
fn what_is_filled_in_is_text() {
    assert_eq!(
        texts("
        <form><p>Lead:<input value='Head of Ports'><input type=hidden value=unseen><input type=checkbox value=unseen></p>
        <p>By:<select><option>June<option selected>July</select>or<select><option>May<option>June</select></p>
        <p><textarea>First line
Second line</textarea></p><p><input type=submit value=unseen placeholder=unseen></form>"),
        ["Lead: Head of Ports", "By: July or May", "First line\nSecond line"]
    );
}

#[test]
fn headings_made_otherwise_are_headings() {
    insta::assert_snapshot!(outline("
        <p class=MsoTitle>Title</p><div role=heading aria-level=3>Third</div><div role=heading>Second</div>
        <details open><summary>Section</summary>Under it</details><p>After it
        <details><summary><h4>Own</h4></summary>Under it</details>"), @"
    h1: Title [line 2]
    h3: Third [line 2]
    h2: Second [line 2]
    h3: Section [line 3]
    p: Under it [line 3]
    p: After it [line 3]
    h4: Own [line 4]
    p: Under it [line 4]
    ");
}

#[test]
fn text_in_drawings_and_formulas_is_read() {
    assert_eq!(
        texts(
            "<p>Ports: <math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>unseen</annotation></math></p>
        <svg><title>unseen</title><desc>unseen</desc><text>North</text><g><text>South</text></g></svg>"
        ),
        ["Ports: x=2", "North", "South"]
    );
}

#[test]
fn what_is_unclosed_or_misnested_is_read_as_browsers_do() {
    insta::assert_snapshot!(outline("<p><b>One<p>Two</b> three<ul><li>Four<li>Five<table><tr><td>Six<td>Seven"), @"
    p bold: One [line 1]
    p: Two three [line 1]
    li0 *: Four [line 1]
    li0 *: Five [line 1]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: Six [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: Seven [Table 1, row 1, column 2]
    ");
}

#[test]
fn reading_aids_and_empty_pages() {
    assert_eq!(texts("<p><ruby>Port<rp>(</rp><rt>unseen</rt><rp>)</rp></ruby> plan</p>"), ["Port plan"]);
    let empty = crate::try_read(b"<html><body><p>&nbsp;</p><!-- nothing --></body></html>");
    assert_eq!(empty.unwrap_err(), wsoa::document::ReadError::Empty);
}
