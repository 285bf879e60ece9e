//! Markdown as a statement comes in it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod shared;

use insta::assert_snapshot;
use proptest::prelude::*;
use shared::outline;
use wsoa::document::{BlockKind, Document, Format, Limits, ReadError, markdown};

fn read(text: &str) -> Document {
    markdown::read("plan.md", text, &Limits::default()).unwrap()
}

#[test]
fn headings_paragraphs_and_quotations() {
    let document = read(
        "---\ntitle: not shown\n---\n\nThe plan\n========\n\nTwo lines of one\nparagraph, *partly* **marked**.\n\n### Why ###\n\n> What the letter says,\n> over two lines.\n>\n> - and a point\n\n**All of it bold**\n\n*All [of it](http://example.org) italic*\n\n    typed with an indent\n",
    );
    assert_eq!((document.format, document.file.as_str()), (Format::Markdown, "plan.md"));
    assert_snapshot!(outline(&document), @"
    5:1 h1: The plan
    8:1 p: Two lines of one paragraph, partly marked.
    11:1 h3: Why
    13:3 quote: What the letter says, over two lines.
    16:3 quote: and a point
    18:1 p bold: All of it bold
    20:1 p italic: All of it italic
    22:5 p: typed with an indent
    ");
}

#[test]
fn plus_front_matter_is_no_text() {
    let document = read("+++\ntitle = \"hidden\"\n+++\n\nShown.\n");
    assert_snapshot!(outline(&document), @"
    5:1 p: Shown.
    ");
}

#[test]
fn lists_keep_their_depth_and_numbers() {
    let document = read(
        "1. First thing. *Lead: Head of Lanterns, October 2016. Measure: all lit.*\n2. Second thing,\n   on two lines\n   - a part\n     - a part of the part\n\nA remark in between.\n\n3. Third thing\n\n   More about the third.\n\n- [ ] open box\n- [x] ticked box\n-\n\n7) seventh\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 li0 1.: First thing. Lead: Head of Lanterns, October 2016. Measure: all lit.
    2:1 li0 2.: Second thing, on two lines
    4:4 li1 *: a part
    5:6 li2 *: a part of the part
    7:1 p: A remark in between.
    9:1 li0 3.: Third thing
    11:4 p: More about the third.
    13:1 li0 *: open box
    14:1 li0 *: ticked box
    17:1 li0 7): seventh
    ");
}

#[test]
fn what_is_struck_or_hidden_is_not_written() {
    let document = read(
        "Kept ~~struck~~ words <del>deleted <b>deep</b></del><s>gone</s> stay.<!-- note -->\n\n<!-- a block\nof comment -->\n\n- ~~all of it~~\n- left ~~right~~\n\nOne<br>two<br/>three <span style=\"display: none\">unseen</span>\n\n![a logo](logo.png)\n",
    );
    assert_snapshot!(outline(&document), @r"
    1:1 p: Kept words stay.
    7:1 li0 *: left
    9:1 p: One\ntwo\nthree
    ");
}

#[test]
fn tables_keep_their_grid() {
    let document = read(
        "## Actions\n\n| Ref | Action | When |\n|---|:---:|---|\n| 1 | Light the **lamps**<br>and trim them | 1 May |\n| | Buy \\| oil | |\n| 2 | ~~Sell~~ |\n",
    );
    assert_snapshot!(outline(&document), @r"
    1:1 h2: Actions
    3:1 table 1 of 3 columns
      1h Ref | Action | When
      2 1 | Light the lamps\nand trim them | 1 May
      3  | Buy | oil |
      4 2 |  |
    ");
    let BlockKind::Table(table) = &document.blocks[1].kind else { panic!("a table") };
    let cell = &table.rows[1].cells[1];
    assert_eq!(cell.location.text, "Table 1, row 2, column 2 (line 5)");
    assert_eq!(
        (
            cell.location.table,
            cell.location.row,
            cell.location.column,
            cell.location.line,
            cell.location.character
        ),
        (Some(1), Some(2), Some(2), Some(5), Some(7))
    );
    assert_eq!(cell.location.headings, ["Actions"]);
    assert_eq!(cell.blocks[0].location, cell.location);
}

#[test]
fn html_tables_give_at_least_their_text() {
    let document = read(
        "<table>\n<tr><td>Do &amp; dare</td><td>Head of\nKites</td></tr>\n<tr hidden><td>not shown</td></tr>\n<!-- nor this --><script>nor(this)</script>\n</table>\n",
    );
    assert_snapshot!(outline(&document), @"
    2:9 p: Do & dare
    2:31 p: Head of Kites
    ");
}

#[test]
fn footnotes_follow_what_refers_to_them() {
    let document = read(
        "First[^b] and[^a].\n\n| Who |\n|---|\n| Keeper[^c] |\n\nLast.\n\n[^a]: Note a.\n\n[^b]: Note b,\n    second line.\n\n    Second paragraph.\n\n[^c]: Note c.\n[^d]: Nobody asks for it.\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 p: First and.
    11:7 note: Note b, second line.
    14:5 note: Second paragraph.
    9:7 note: Note a.
    3:1 table 1 of 1 columns
      1h Who
      2 Keeper
    16:7 note: Note c.
    7:1 p: Last.
    17:7 p: Nobody asks for it.
    ");
}

#[test]
fn locations_name_line_character_and_headings() {
    let document = read("# One\r\n\r\n## Two\r\n\r\ntext\r\n\r\n# Three\r\n\r\n- élan **item**\r\n");
    let headings: Vec<_> = document.blocks.iter().map(|block| block.location.headings.join("/")).collect();
    assert_eq!(headings, ["", "One", "One/Two", "", "Three"]);
    assert_eq!(document.blocks[4].location.text, "line 9");
    assert_eq!(document.blocks[2].location.line, Some(5));
}

#[test]
fn nothing_to_read_is_empty() {
    for text in ["", "  \n\n", "<!-- only -->", "---\na: b\n---\n", "~~struck~~"] {
        assert_eq!(
            markdown::read("a.md", text, &Limits::default()).unwrap_err(),
            ReadError::Empty,
            "{text:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_markdown_is_read(text in prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(vec![
            "# ", "- ", "1. ", "> ", "|", "---", "\n", "\n\n", "a", "é ", "~~", "<br>", "<del>", "</del>", "<!--", "-->",
            "[^1]", "[^1]: ", "<table>", "<td>", "&amp;", "&", "<", ">", "**", "*", "    ", "\t", "+++", "\r", "```",
        ]), 0..40).prop_map(|pieces| pieces.concat()),
    ]) {
        if let Ok(document) = markdown::read("a.md", &text, &Limits::default()) {
            let lines = u32::try_from(text.split(['\n', '\r']).count()).unwrap();
            for block in &document.blocks {
                prop_assert!(block.location.line.is_some_and(|line| (1..=lines).contains(&line)));
                prop_assert!(!block.text.is_empty() || matches!(block.kind, BlockKind::Table(_)));
            }
        }
    }
}
