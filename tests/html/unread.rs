//! What a page shows but does not hold.

use crate::{outline, read};

#[test]
fn frames_and_embedded_documents_are_not_read() {
    insta::assert_snapshot!(outline("<p>Plan</p><iframe src='plan.html'>x</iframe>
        <table><tr><td><object data='plan.pdf' type='application/pdf'>x</object><td>B</table>
        <h2>Annex</h2><embed src='https://example.org/annex.pdf'><iframe srcdoc='<p>x'></iframe>"), @"
    p: Plan [line 1]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
        at 1, 1 x 1
          p: B [Table 1, row 1, column 2]
    h2: Annex [line 3]
    unread: a frame from `plan.html` at line 1 was not read
    unread: an embedded document from `plan.pdf` in Table 1, row 1, column 1 was not read
    unread: an embedded document from `https://example.org/annex.pdf` at line 3 was not read
    unread: a frame at line 3 was not read
    ");
}

#[test]
fn frames_that_hold_no_text_are_no_loss() {
    let page = read("<html>Plan<iframe></iframe><iframe src='about:blank'></iframe><iframe src=x width=1 height=1></iframe>
        <iframe src=x style='display:none'></iframe><noscript><iframe src=x></iframe></noscript><div hidden><iframe src=x></iframe></div>
        <iframe src='https://www.youtube.com/embed/1'></iframe><object type='image/png' data=x.png></object><nav><iframe src=x></iframe></nav>");
    assert_eq!(page.unread, []);
}

#[test]
fn a_page_of_frames_alone_is_unread() {
    insta::assert_snapshot!(crate::support::outline(&read("<html><frameset><frame src=menu.html><frame src=plan.html><noframes>x</noframes></frameset>")), @"
    unread: a frame from `menu.html` at line 1 was not read
    unread: a frame from `plan.html` at line 1 was not read
    ");
}

#[test]
fn large_pictures_without_words_may_hold_text() {
    insta::assert_snapshot!(outline("<p>Plan</p><img src=1.png width=800 height=1100><img src=2.png style='width:20cm;height:29cm'>
        <img src=3.png width=800 height=1100 alt='The port'><img src=4.png width=40 height=40><img src=5.png>"), @"
    p: Plan [line 1]
    unread: the picture at line 1 may hold text
    unread: the picture at line 1 may hold text
    ");
    let words = "word ".repeat(120);
    assert_eq!(read(&format!("<html>{words}<img src=1.png width=800 height=1100>")).unread, []);
    assert_eq!(read("<html><img src=1.png>").unread.len(), 1);
}

#[test]
fn alternative_text_is_not_seen() {
    assert_eq!(crate::texts("<p>The <img src=a.png alt=crest> port</p>"), ["The port"]);
}
