//! Footnotes, as the programs that export them write them.

use crate::{outline, texts};

#[test]
fn a_note_follows_the_block_that_refers_to_it() {
    insta::assert_snapshot!(outline("
        <p>The board<a href='#fn1' class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a> opens the port.</p><p>Next</p>
        <section class=footnotes role=doc-endnotes><hr><ol><li id=fn1><p>As in <b>May</b>.<a href='#fnref1' class=footnote-back>↩</a></p></li></ol></section>"), @"
    p: The board opens the port. [line 2]
    note: As in May. [footnote 1 to line 2]
    p: Next [line 2]
    ");
}

#[test]
fn notes_of_word_libreoffice_and_google_are_told_by_their_links() {
    let word = "<p>A<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a></p>
        <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
        <p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> One</p><p>More</p></div></div>";
    assert_eq!(texts(word), ["A", "One\nMore"]);
    let office = "<p>A<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a></p>
        <div id=sdfootnote1><p><a class=sdfootnotesym name=sdfootnote1sym href='#sdfootnote1anc'>1</a>One</p></div>";
    assert_eq!(texts(office), ["A", "One"]);
    let google = "<p>A<sup><a href='#ftnt1' id=ftnt_ref1>[1]</a></sup></p><hr><div><p><a href='#ftnt_ref1' id=ftnt1>[1]</a><span>&nbsp;One</span></p></div>";
    assert_eq!(texts(google), ["A", "One"]);
}

#[test]
fn a_note_in_a_cell_says_which() {
    insta::assert_snapshot!(outline("<table><tr><td>A<sup><a href='#n' id=m>a</a></sup><td>B</table><p id=n>Note <a href='#m'>back</a></p>"), @"
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: A [Table 1, row 1, column 1]
          note: Note [footnote 1 to Table 1, row 1, column 1]
        at 1, 1 x 1
          p: B [Table 1, row 1, column 2]
    ");
}

#[test]
fn other_links_are_text_and_notes_that_nobody_sees_referred_to_are_paragraphs() {
    assert_eq!(
        texts("<p><a href='#two'>Two</a> <a href='#3'>3</a></p><h2 id=two>Two</h2><p id=3>Three</p>"),
        ["Two 3", "Two", "Three"]
    );
    assert_eq!(
        texts("<p>A<del><sup><a href='#n' id=m>1</a></sup></del></p><p id=n><a href='#m'>1</a> One</p>"),
        ["A", "One"]
    );
}
