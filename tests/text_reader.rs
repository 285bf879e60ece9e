//! Plain text as people save it from Word, mail programs and editors.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod shared;

use insta::assert_snapshot;
use proptest::prelude::*;
use shared::outline;
use wsoa::document::{BlockKind, Document, Format, Limits, ReadError, text};

fn read(content: &str) -> Document {
    text::read("plan.txt", content, &Limits::default()).unwrap()
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let document = read(
        "The keepers of the lamps will meet the inter-\nagency group each week and safe\u{ad}\nguard the oil.\nIt is a short line.\n\nA second paragraph which is long enough.\n",
    );
    assert_eq!(document.format, Format::Text);
    assert_snapshot!(outline(&document), @"
    1:1 p: The keepers of the lamps will meet the inter-agency group each week and safeguard the oil. It is a short line.
    6:1 p: A second paragraph which is long enough.
    ");
}

#[test]
fn line_ends_of_every_kind_count_as_editors_count() {
    let document = read("One.\r\n\r\nTwo.\r\rThree.\n\n\u{c}Four.\n\n  Five.\u{b}Six.");
    assert_snapshot!(outline(&document), @r"
    1:1 p: One.
    3:1 p: Two.
    5:1 p: Three.
    7:2 p: Four.
    9:3 p: Five.\nSix.
    ");
}

#[test]
fn whole_paragraphs_on_a_line_stay_apart() {
    let long = "The harbour office will see to it that every boat is counted at dawn and at dusk by a person who knows the boats, and ";
    let document = read(&format!("The boats\n{long}1.\n{long}2.\nLead: Harbour Master\nBy: 1 May 2017\n"));
    let texts: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
    assert!(matches!(document.blocks[0].kind, BlockKind::Heading(2)));
    assert_eq!(texts[0], "The boats");
    assert_eq!(texts[3..], ["Lead: Harbour Master", "By: 1 May 2017"]);
    assert!(texts[1].ends_with("and 1.") && texts[2].ends_with("and 2."));
}

#[test]
fn headings_are_told_by_how_they_are_typed() {
    let document = read(
        "TOWN OF KITES\nOUR PLAN\n\nFirst part\n==========\n\nSome text, which goes on for\na second line.\n\nA smaller part\n--------------\n\n3. Leadership\n\nLeaders lead.\n\n3.2 Missing strings\n\nStrings are found.\n\nFinding 4: tails\n\nTails are tied.\n\nSection B\n\nMore is said here.\n\n## Marked ##\n\nHow it is checked\n\nBy looking.\n\nIs this a title.\n\nNo.\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 h1: TOWN OF KITES
    2:1 h1: OUR PLAN
    4:1 h1: First part
    7:1 p: Some text, which goes on for a second line.
    10:1 h2: A smaller part
    13:1 h1: 3. Leadership
    15:1 p: Leaders lead.
    17:1 h2: 3.2 Missing strings
    19:1 p: Strings are found.
    21:1 h2: Finding 4: tails
    23:1 p: Tails are tied.
    25:1 h2: Section B
    27:1 p: More is said here.
    29:1 h2: Marked
    31:1 h2: How it is checked
    33:1 p: By looking.
    35:1 p: Is this a title.
    37:1 p: No.
    ");
}

#[test]
fn numbered_paragraphs_are_a_list_and_no_headings() {
    let document =
        read("1. Tie the tails\n\n2. Wind the string\n\n3. Mend the frame\n\nThat is all that we do.\n");
    assert_snapshot!(outline(&document), @"
    1:1 li0 1.: Tie the tails
    3:1 li0 2.: Wind the string
    5:1 li0 3.: Mend the frame
    7:1 p: That is all that we do.
    ");
}

#[test]
fn lists_labels_and_continuations() {
    let document = read(
        "We will:\n- tie tails,\n  twice a day\n  o with string\n  o with wire\n• mend frames\n\u{f0b7}\tfly\n(a) lettered\n1) closed\n2. dotted\n   and continued\n\n1.2 Numbered and\n    continued\n    Lead: Head of Strings\n    Due: 1 May 2017\n\nR1.1  A reference\n      [Lead: Keeper; Date: Ongoing]\n\nOutside again, with\n2016 in the text and a dash\n- which is no item - in it.\n",
    );
    assert_snapshot!(outline(&document), @r"
    1:1 p: We will:
    2:1 li0 *: tie tails, twice a day
    4:3 li1 *: with string
    5:3 li1 *: with wire
    6:1 li0 *: mend frames
    7:1 li0 *: fly
    8:1 li0 (a): lettered
    9:1 li0 1): closed
    10:1 li0 2.: dotted and continued
    13:1 li0 1.2: Numbered and continued
    15:5 p: Lead: Head of Strings
    16:5 p: Due: 1 May 2017
    18:1 li0 R1.1: A reference [Lead: Keeper; Date: Ongoing]
    21:1 p: Outside again, with 2016 in the text and a dash - which is no item - in it.
    ");
}

#[test]
fn tables_by_tabs() {
    let document = read(
        "Ref\tAction\tWho\n1\tTie the tail\tKeeper\n\tWind the string\t\nA banner over all\n2\tMend\tWinder\n\nCRK\tCentral Register of Kites\nHOT\tHead of Tails\n\n•\tan item\n•\tanother\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 table 1 of 3 columns
      1 Ref | Action | Who
      2 1 | Tie the tail | Keeper
      3  | Wind the string |
      4 A banner over all
      5 2 | Mend | Winder
    7:1 table 2 of 2 columns
      1 CRK | Central Register of Kites
      2 HOT | Head of Tails
    10:1 li0 *: an item
    11:1 li0 *: another
    ");
    let BlockKind::Table(table) = &document.blocks[0].kind else { panic!("a table") };
    assert_eq!(table.rows[3].cells[0].columns, 3);
    let cell = &table.rows[1].cells[1];
    assert_eq!(cell.location.text, "Table 1, row 2, column 2 (line 2)");
    assert_eq!(cell.location.character, Some(3));
    assert!(table.rows[2].cells[0].blocks.is_empty());
}

#[test]
fn tables_by_strokes_and_grids() {
    let document = read(
        "| a | b |\n|---|---|\n| 1 | two \\| three |\n\nWho | What | When\nKeeper | fly | May\n\n+-----+--------------+\n| Ref | Action       |\n+=====+==============+\n| 1   | Tie the tail |\n|     | and the bow- |\n|     | string       |\n+-----+--------------+\n| over both columns  |\n+-----+--------------+\n",
    );
    assert_snapshot!(outline(&document), @"
    1:3 table 1 of 2 columns
      1h a | b
      2 1 | two | three
    5:1 table 2 of 3 columns
      1 Who | What | When
      2 Keeper | fly | May
    9:3 table 3 of 2 columns
      1h Ref | Action
      2 1 | Tie the tail and the bow-string
      3 over both columns
    ");
}

#[test]
fn tables_by_aligned_columns() {
    let document = read(
        "Ref   Action                  When\n---   ------                  ----\n1     Tie every tail before   May 2017\n      it flies\n2     Wind the string         June 2017\n\nThis line has  a gap\nand this one   too but they do\nnot hold.\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 table 1 of 3 columns
      1 Ref | Action | When
      2 1 | Tie every tail before it flies | May 2017
      3 2 | Wind the string | June 2017
    7:1 p: This line has a gap and this one too but they do not hold.
    ");
}

#[test]
fn the_words_of_an_earlier_message_are_quotations() {
    let document = read(
        "From: the Kite Office\nTo: the Inspector\nSubject: our answer\n\nDear colleague,\n\n> You said that tails\n> were long.\n>> Twice.\n\nWe will cut them.\n\n-----Original Message-----\nFrom: the Kite Office\nSent: 1 May\n\n> An older promise\n> was made.\nAnd another.\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 p: From: the Kite Office
    2:1 p: To: the Inspector
    3:1 p: Subject: our answer
    5:1 p: Dear colleague,
    7:3 quote: You said that tails were long. Twice.
    11:1 p: We will cut them.
    13:1 quote: -----Original Message----- From: the Kite Office
    15:1 quote: Sent: 1 May
    17:2 quote: An older promise was made. And another.
    ");
}

#[test]
fn a_header_block_below_the_text_begins_an_earlier_message() {
    let document =
        read("We will cut the tails.\n\nFrom: A\nSent: Monday\nTo: B\nSubject: tails\n\nOld words.\n");
    let quotes = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Quote)).count();
    assert_eq!((document.blocks.len(), quotes), (6, 5));
}

#[test]
fn struck_text_and_furniture_are_not_written() {
    let document = read(
        "Kept ~~struck\nover two lines~~ words.\n\n- ~~a whole item~~\n- left\n\n-----------\nPage 2 of 9\n* * * * *\n- 3 -\n\nApproximately ~~5 open.\n",
    );
    assert_snapshot!(outline(&document), @"
    1:1 p: Kept words.
    5:1 li0 *: left
    12:1 p: Approximately ~~5 open.
    ");
}

#[test]
fn an_indented_quotation_is_one() {
    let document = read("The letter says:\n\n    \"The tails are\n    too long.\"\n\nWe agree.\n");
    assert_snapshot!(outline(&document), @r#"
    1:1 p: The letter says:
    3:5 quote: "The tails are too long."
    6:1 p: We agree.
    "#);
}

#[test]
fn bytes_are_decoded_or_refused_at_their_place() {
    assert_eq!(text::decode(b"\xEF\xBB\xBFaf\xC3\xA9").unwrap(), "afé");
    let utf16 =
        |order: fn(u16) -> [u8; 2]| "\u{feff}Tails – 🪁".encode_utf16().flat_map(order).collect::<Vec<u8>>();
    assert_eq!(text::decode(&utf16(u16::to_le_bytes)).unwrap(), "Tails – 🪁");
    assert_eq!(text::decode(&utf16(u16::to_be_bytes)).unwrap(), "Tails – 🪁");
    let place = |bytes: &[u8]| match text::decode(bytes).unwrap_err() {
        ReadError::NotUtf8 { line, character } => (line, character),
        other => panic!("{other}"),
    };
    assert_eq!(place("one\r\ntwo\ncaf\u{e9}".as_bytes().split_last().unwrap().1), (3, 4));
    assert_eq!(place(b"\xFF\xFEa\0\n\0b"), (2, 1));
    assert_eq!(place(b"\xFF\xFEa\0\x00\xD8"), (1, 2));
}

#[test]
fn locations_carry_the_headings_above() {
    let document = read("ONE PART\n\nTwo of it\n---------\n\nWords are here.\n");
    let block = document.blocks.last().unwrap();
    assert_eq!(block.location.headings, ["ONE PART", "Two of it"]);
    assert_eq!((block.location.text.as_str(), block.location.file.as_str()), ("line 6", "plan.txt"));
}

#[test]
fn nothing_to_read_is_empty() {
    for content in ["", " \n\t\n", "-----\n", "Page 3 of 4", "~~struck~~"] {
        assert_eq!(
            text::read("a.txt", content, &Limits::default()).unwrap_err(),
            ReadError::Empty,
            "{content:?}"
        );
    }
}

/// Every word that a reader sees, with list marks and signs left out.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_ascii_lowercase()).collect()
}

proptest! {
    #[test]
    fn any_text_is_read(content in prop_oneof![
        any::<String>(),
        prop::collection::vec(prop::sample::select(vec![
            "\n", "\n\n", "\t", "|", " | ", "+--+", "+", "=====", "-----", "- ", "1. ", "> ", "a", "Word ", "CAPS ", "  ",
            "~~", "é", "\u{ad}", "\u{b}", "\u{c}", "\r", "Lead: ", "# ", ".", "   x   ", "From: ", "Page 2",
        ]), 0..40).prop_map(|pieces| pieces.concat()),
    ]) {
        if let Ok(document) = text::read("a.txt", &content, &Limits::default()) {
            let lines = u32::try_from(content.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).count()).unwrap();
            for block in &document.blocks {
                prop_assert!(block.location.line.is_some_and(|line| (1..=lines).contains(&line)));
                prop_assert!(!block.text.is_empty() || matches!(block.kind, BlockKind::Table(_)));
            }
        }
    }

    #[test]
    fn no_word_is_lost(content in prop::collection::vec(prop::sample::select(vec![
        "\n", "\n\n", "\t", " | ", "- ", "1. ", "alpha ", "beta", "Gamma ", "  ", "   ", "Lead: ", "# ", ".", "\n====\n",
    ]), 1..40).prop_map(|pieces| pieces.concat())) {
        if let Ok(document) = text::read("a.txt", &content, &Limits::default()) {
            let mut read = String::new();
            for block in &document.blocks {
                match &block.kind {
                    BlockKind::Table(table) => {
                        for cell in table.rows.iter().flat_map(|row| &row.cells) {
                            read.push_str(&cell.text());
                        }
                    }
                    _ => read.push_str(&block.text),
                }
            }
            prop_assert_eq!(letters(&read), letters(&content));
        }
    }
}
