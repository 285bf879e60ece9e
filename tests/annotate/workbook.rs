//! Workbooks: the notes of cells, their boxes, and the notes of people.

use crate::book::{Book, rows};
use crate::looks::in_sheet;
use crate::support::word::archive;
use crate::{Check, annotate, part, unpacked};
use wsoa::annotate::{AnnotateError, Kind, Note, Place};
use wsoa::document::{Anchor, Format};

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
const SHEET: &str = "xl/worksheets/sheet0.xml";

fn plan() -> Book {
    Book::plan(&rows(&[
        &["Answer to the short visit to Amber Quay"],
        &["Finding", "Action", "Lead", "By", "How we know"],
        &[
            "Night desk",
            "Publish a rota with two names for every night.",
            "Superintendent, police",
            "1 May 2031",
            "No night without a name.",
        ],
        &[
            "Night desk",
            "Calling back within the hour waits for the review next year.",
            "Superintendent, police",
            "TBC",
            "TBC",
        ],
    ]))
}

fn bytes(book: &Book) -> Vec<u8> {
    let mut files = vec![("[Content_Types].xml".to_owned(), TYPES.to_owned())];
    files.extend(book.files());
    archive(&files)
}

fn note(cell: (u32, u32), text: &str) -> Note {
    let place = Place::At(Anchor::Cell { part: SHEET.into(), row: cell.0, column: cell.1 });
    Note { file: "plan.xlsx".to_owned(), place, kind: Kind::Check, text: format!(": {text}") }
}

fn with(bytes: &[u8], notes: &[Note]) -> Vec<u8> {
    annotate("plan.xlsx", Format::Xlsx, bytes, notes).unwrap()
}

/// A part of notes by authors: the cell, the author's number, and the text of each.
fn notes_of(authors: &[&str], notes: &[(&str, usize, &str)]) -> String {
    let authors: String = authors.iter().map(|author| format!("<author>{author}</author>")).collect();
    let notes: String = notes
        .iter()
        .map(|(cell, author, text)| {
            format!("<comment ref=\"{cell}\" authorId=\"{author}\"><text>{text}</text></comment>")
        })
        .collect();
    format!(
        "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors>{authors}</authors>\
         <commentList>{notes}</commentList></comments>"
    )
}

/// A workbook with notes of a person and of ours, and a box for each of ours.
pub(crate) fn noted() -> Vec<u8> {
    let theirs = notes_of(&["Reviewer"], &[("B3", 0, "<t>Is this new?</t>")]);
    with(&bytes(&plan().beside("comments", &theirs)), &[note((3, 2), "look"), note((4, 2), "here")])
}

#[test]
fn a_note_stands_at_each_cell_that_something_is_said_of() {
    let check = Check::of("plan.xlsx", bytes(&plan()));
    insta::assert_snapshot!(in_sheet(&check.copy(), "xl/comments.xml"), @r#"
    A1:
      wsoa:
      Checked against "Short visit to Amber Quay" as of 2031-06-04: 2 of 2 findings need work; 6 days left. Each comment by wsoa says what the words beside it answer or lack; delete them before the statement is sent.
      Check: no action is owned by the council. Ask the agency for its contribution, or name the post that owns its share of a joint action. (agency-without-action)
      Check: Sent to the mailbox in time: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when. Say so in the opening of the statement. (next-step-unmet)
      -- wsoa (f9d3 fd72 eac0)
    B3:
      wsoa:
      Answers (likely): A rota covers every night (night-desk.rota). Its place names the finding, its words the matter.
      -- wsoa (b932)
    B4:
      wsoa:
      Falls short: this puts the matter off. Not answered by it (likely): A call at night is returned within the hour (night-desk.call-back). The matter is left for a later year, review or refresh. Say what will be done now, and by when.
      Missing here (sure): Each letter is entered in a post book (lost-letters.post-book).
      -- wsoa (d004 bbd9)
    "#);
}

#[test]
fn a_box_shows_each_note_and_the_sheet_names_the_boxes_where_its_schema_wants() {
    let book = plan().after("<pageMargins/><drawing r:id=\"rId8\"/><tableParts/><extLst/>");
    let copy = with(&bytes(&book), &[note((3, 2), "look"), note((4, 1), "here")]);
    let sheet = part(&copy, SHEET);
    assert!(sheet.contains("<drawing r:id=\"rId8\"/><legacyDrawing xmlns:r="), "{sheet}");
    assert!(sheet.contains("r:id=\"rId2\"/><tableParts/>"), "{sheet}");
    insta::assert_snapshot!(part(&copy, "xl/worksheets/_rels/sheet0.xml.rels"), @r#"<Relationships><Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/xl/comments.xml"/><Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="/xl/drawings/vmlDrawing.vml"/></Relationships>"#);
    insta::assert_snapshot!(part(&copy, "[Content_Types].xml"), @r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>"#);
    let boxes = part(&copy, "xl/drawings/vmlDrawing.vml");
    assert!(roxmltree::Document::parse(&boxes).is_ok());
    let cells: Vec<&str> =
        boxes.split("<x:Row>").skip(1).map(|rest| rest.split("</x:ClientData>").next().unwrap()).collect();
    assert_eq!(cells, ["2</x:Row><x:Column>1</x:Column>", "3</x:Row><x:Column>0</x:Column>"]);
}

#[test]
fn all_other_parts_are_kept_byte_for_byte() {
    let book = plan().sheet("Log", &rows(&[&["Lamps"]])).strings("<si><t>x</t></si>");
    let before = unpacked(&bytes(&book));
    let after = unpacked(&with(&bytes(&book), &[note((3, 2), "look")]));
    let touched = ["[Content_Types].xml", SHEET, "xl/worksheets/_rels/sheet0.xml.rels"];
    for (old, new) in before.iter().zip(&after) {
        assert_eq!(old.0, new.0);
        assert_eq!(old.1 == new.1, !touched.contains(&old.0.as_str()), "{}", old.0);
    }
}

#[test]
fn a_note_of_a_person_stays_and_stands_first() {
    let theirs =
        notes_of(&["Reviewer"], &[("B3", 0, "<t>Is this &lt;new&gt;?</t>"), ("C3", 0, "<r><t>Who?</t></r>")]);
    let book = plan().beside("comments", &theirs);
    let copy = with(&bytes(&book), &[note((3, 2), "look"), note((4, 2), "here")]);
    let seen = in_sheet(&copy, "xl/beside/comments0_0.xml");
    insta::assert_snapshot!(seen, @"
    B3:
      Is this <new>?
      
      wsoa:
      Check: look
      -- wsoa (4274)
    C3:
      Who?
    B4:
      wsoa:
      Check: here
      -- wsoa (7810)
    ");
    assert!(with(&copy, &[note((3, 2), "look"), note((4, 2), "here")]) == copy, "twice is once");
    let none = in_sheet(&with(&copy, &[]), "xl/beside/comments0_0.xml");
    assert_eq!(none, "B3:\n  Is this <new>?\nC3:\n  Who?\n");
}

/// Returns the workbook with `old` in every part made `new`, as a person does who edits a note.
fn edited(copy: &[u8], old: &str, new: &str) -> Vec<u8> {
    let files: Vec<(String, String)> =
        unpacked(copy).into_iter().map(|(name, text)| (name, String::from_utf8(text).unwrap())).collect();
    assert!(files.iter().any(|(_, text)| text.contains(old)), "no {old}");
    archive(&files.into_iter().map(|(name, text)| (name, text.replace(old, new))).collect::<Vec<_>>())
}

fn seen(copy: &[u8]) -> String {
    in_sheet(copy, "xl/comments.xml")
}

#[test]
fn what_a_person_wrote_into_our_note_is_kept() {
    let copy = with(&bytes(&plan()), &[note((3, 2), "look"), note((4, 2), "here")]);
    let edited = edited(&copy, "Check: look", "Check: look\nDone, see the log.");
    let again = with(&edited, &[note((3, 2), "look again")]);
    insta::assert_snapshot!(seen(&again), @"
    B3:
      Done, see the log.
      
      wsoa:
      Check: look again
      -- wsoa (72e0)
    ");
    assert_eq!(part(&again, "xl/drawings/vmlDrawing.vml").matches("<v:shape ").count(), 1);
    assert_eq!(seen(&with(&again, &[])), "B3:\n  Done, see the log.\n");
}

#[test]
fn what_a_person_wrote_in_words_of_ours_is_kept_wherever_it_stands() {
    let notes = [note((3, 2), "look"), note((3, 2), "here")];
    let copy = with(&bytes(&plan()), &notes);
    let mine = "Check: the custody sergeant first";
    let foot = seen(&copy).lines().last().unwrap().trim().to_owned();
    let edits = [
        ("wsoa:\n", format!("{mine}\nwsoa:\n")),
        ("Check: look", format!("{mine}\nCheck: look")),
        ("Check: look", format!("Check: look\n{mine}")),
        (foot.as_str(), format!("{mine}\n{foot}")),
        (foot.as_str(), format!("{foot}\n{mine}")),
        (foot.as_str(), format!("{foot} {mine}")),
    ];
    for (old, new) in edits {
        let edited = edited(&copy, old, &new);
        let again = with(&edited, &notes);
        assert_eq!(seen(&again).matches(mine).count(), 1, "{new}: {}", seen(&again));
        assert_eq!(seen(&again).matches("Check: look").count(), 1, "{new}: {}", seen(&again));
        assert!(with(&again, &notes) == again, "twice is once");
        assert_eq!(seen(&with(&edited, &[])), format!("B3:\n  {mine}\n"));
    }
    for mine in ["Check: look, Jo does", "Check: look\n-- wsoa is right"] {
        let kept = mine.strip_prefix("Check: look\n").unwrap_or(mine);
        let seen = seen(&with(&edited(&copy, "Check: look", mine), &[]));
        assert_eq!(seen, format!("B3:\n  {kept}\n"));
    }
}

#[test]
fn words_above_and_below_our_note_do_not_run_together() {
    let theirs = notes_of(&["Reviewer"], &[("B3", 0, "<t>Is this new?</t>")]);
    let book = plan().beside("comments", &theirs);
    let copy = with(&bytes(&book), &[note((3, 2), "look")]);
    let edited = edited(&copy, "Check: look", "Check with the custody sergeant\n\nbefore noon\nCheck: look");
    let seen = in_sheet(&with(&edited, &[]), "xl/beside/comments0_0.xml");
    assert_eq!(seen, "B3:\n  Is this new?\n  Check with the custody sergeant\n  \n  before noon\n");
}

#[test]
fn of_a_note_without_its_foot_what_is_surely_ours_is_replaced_and_all_else_kept() {
    let check = Check::of("plan.xlsx", bytes(&plan()));
    let mut copy = check.copy();
    let told = seen(&copy);
    for foot in told.lines().filter(|line| line.starts_with("  -- wsoa ")) {
        copy = edited(&copy, &format!("\n{}", foot.trim()), "\nCheck with the custody sergeant first.");
    }
    assert!(!seen(&copy).contains("-- wsoa"));
    let mine = "Check with the custody sergeant first.";
    assert_eq!(
        seen(&with(&copy, &[])),
        ["A1", "B3", "B4"].map(|cell| format!("{cell}:\n  {mine}\n")).concat()
    );
}

#[test]
fn a_note_that_is_broken_at_the_end_of_a_line_is_refused_in_one_line() {
    let theirs = notes_of(&["Reviewer"], &[("B3", 0, "<t/\nIs this new?</t>")]);
    let book = bytes(&plan().beside("comments", &theirs));
    let error = annotate("plan.xlsx", Format::Xlsx, &book, &[note((3, 2), "look")]).unwrap_err();
    assert!(error.to_string().contains("not '\\n'"), "{error}");
}

#[test]
fn a_cell_with_a_thread_leaves_its_place_to_the_thread() {
    let theirs = notes_of(&["tc={1}"], &[("B3", 0, "<t>[Threaded comment]</t>")]);
    let copy = with(&bytes(&plan().beside("comments", &theirs)), &[note((3, 2), "look")]);
    insta::assert_snapshot!(in_sheet(&copy, "xl/beside/comments0_0.xml"), @"
    B3:
      [Threaded comment]
    C3:
      wsoa:
      Check: look
      -- wsoa (4274)
    ");
}

#[test]
fn boxes_that_are_there_stay_however_loosely_they_are_written() {
    let boxes = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape id=\"_x0000_s2050\"><div>Press<br>here</div></v:shape>\n</xml>";
    let book = plan().beside("vmlDrawing", boxes).after("<legacyDrawing r:id=\"rId0\"/>");
    let copy = with(&bytes(&book), &[note((3, 2), "look")]);
    let after = part(&copy, "xl/beside/vmlDrawing0_0.xml");
    assert!(
        after.starts_with(boxes.trim_end_matches("</xml>")) && after.ends_with("</v:shape></xml>"),
        "{after}"
    );
    assert!(
        after.contains("<v:shape id=\"_x0000_s2051\"") && after.contains("<v:shapetype id=\"_x0000_t202\""),
        "{after}"
    );
    assert_eq!(part(&copy, SHEET), part(&bytes(&book), SHEET));
}

#[test]
fn a_merged_cell_bears_the_note_where_it_begins() {
    let book =
        plan().merge(&["B2:C2", "B3:C3"]).before("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>");
    let check = Check::of("plan.xlsx", bytes(&book));
    let anchors: Vec<(Option<u32>, Option<Anchor>)> = check
        .statement
        .actions
        .iter()
        .map(|action| (action.location.column, action.location.anchor.as_deref().cloned()))
        .collect();
    let begins = Some(Anchor::Cell { part: SHEET.into(), row: 3, column: 2 });
    assert!(anchors.contains(&(Some(3), begins)), "{anchors:?}");
}

#[test]
fn a_note_for_a_sheet_that_is_not_there_is_refused() {
    let place = Place::At(Anchor::Cell { part: "xl/worksheets/other.xml".into(), row: 1, column: 1 });
    let lost = Note { place, ..note((1, 1), "look") };
    assert_eq!(
        annotate("plan.xlsx", Format::Xlsx, &bytes(&plan()), &[lost]).unwrap_err(),
        AnnotateError::Changed
    );
    assert!(annotate("plan.xlsx", Format::Xlsx, &bytes(&Book::plan("")), &[]).is_ok());
}
