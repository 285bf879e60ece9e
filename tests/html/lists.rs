//! Lists: which number each item shows, and how deep it stands.

use crate::{outline, texts};

#[test]
fn items_have_their_numbers() {
    insta::assert_snapshot!(outline("
        <ul><li>Bullet</ul>
        <ol start=3><li>Third<li value=7>Seventh<li>Eighth</ol>
        <ol type=a start=26><li>z<li>aa</ol><ol type=I><li>One</ol><ol type=i start=4><li>four</ol>
        <ol reversed><li>Two<li>One</ol>
        <ol style='list-style-type: upper-alpha'><li>A</ol><ol style='list-style:none'><li>None</ol>"), @"
    li0 *: Bullet [line 2]
    li0 3.: Third [line 3]
    li0 7.: Seventh [line 3]
    li0 8.: Eighth [line 3]
    li0 z.: z [line 4]
    li0 aa.: aa [line 4]
    li0 I.: One [line 4]
    li0 iv.: four [line 4]
    li0 2.: Two [line 5]
    li0 1.: One [line 5]
    li0 A.: A [line 6]
    li0 *: None [line 6]
    ");
}

#[test]
fn lists_in_lists_are_deeper() {
    insta::assert_snapshot!(outline("
        <ol><li>One<ul><li>Inner<ol><li>Inmost</ol></li></ul>Rest of one</li><li><p>Two</p><p>More of two</p></li>
        <ul><li>Without an item around</ul><li><div><ul><li>Deep</ul></div></ol>"), @"
    li0 1.: One [line 2]
    li1 *: Inner [line 2]
    li2 1.: Inmost [line 2]
    p: Rest of one [line 2]
    li0 2.: Two [line 2]
    p: More of two [line 2]
    li1 *: Without an item around [line 3]
    li1 *: Deep [line 3]
    ");
}

#[test]
fn a_list_of_numbers_alone_is_text_in_a_cell() {
    let cells = texts("<table><tr><td><ol start=4><li></ol><td>Open the port</table><ol><li></ol>");
    assert_eq!(cells, ["4.", "Open the port"]);
}

#[test]
fn terms_stand_beside_what_is_said_of_them() {
    insta::assert_snapshot!(outline("
        <dl><dt>Action<dd>Open the port<dt>Lead<dd>Head of Ports<dd>Head of Boats
        <div><dt>By<dt>When<dd>March</div></dl><dl><dd>Alone</dl>"), @"
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: Action [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: Open the port [Table 1, row 1, column 2]
      row 2
        at 0, 1 x 1
          p: Lead [Table 1, row 2, column 1]
        at 1, 1 x 1
          p: Head of Ports [Table 1, row 2, column 2]
          p: Head of Boats [Table 1, row 2, column 2]
      row 3
        at 0, 1 x 1
          p: By [Table 1, row 3, column 1]
          p: When [Table 1, row 3, column 1]
        at 1, 1 x 1
          p: March [Table 1, row 3, column 2]
    p: Alone [line 3]
    ");
}
