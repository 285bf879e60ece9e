//! Text that is struck out, put in or commented on.

use crate::{read, texts};
use wsoa::document::DraftMarks;

#[test]
fn what_is_struck_out_does_not_count() {
    let seen = texts(
        "<style>.old{text-decoration:line-through}</style>
        <p>A<del>x</del><s>x</s><strike>x</strike>B<p style='text-decoration: line-through red'>x <b>x</b>
        <p style='text-decoration-line:line-through'>x<ul><li class=old>x<li>C</ul>
        <div class=old><p style='text-decoration:none'>x</p></div><p style='text-decoration:underline'>D",
    );
    assert_eq!(seen, ["AB", "C", "D"]);
}

#[test]
fn what_is_put_in_counts() {
    assert_eq!(
        texts("<p>The <del>head</del><ins>board</ins> agrees</p><ins><p>New</p></ins>"),
        ["The board agrees", "New"]
    );
}

#[test]
fn changes_and_comments_are_counted() {
    let page = read("<html><p>A<ins>b</ins><del>c</del><del></del><s>d</s><ins>e</ins>
        <span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span></p>
        <p><span class=deletion data-author=A>x</span><span class=insertion data-author=A>f</span><sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup>
        <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Check</div><div style='mso-element: comment'>Agree</div></div>
        <div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Who?</span></p></div>");
    assert_eq!(page.marks, DraftMarks { insertions: 3, deletions: 2, comments: 3 });
    assert_eq!(page.texts(), ["Abe", "f"]);
}
