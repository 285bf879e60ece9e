//! The items of a letter: in its order, each whole, and nothing else among them.

use crate::word::{Word, item, styled, text};
use crate::{JOINT, asked, page, read};

#[test]
fn a_joint_letter_gives_its_items_in_order() {
    insta::assert_snapshot!(asked(&page(JOINT)), @"
    1 priority-action [Areas for priority action, bullet 1] Gull Rock Council needs to take urgent action about the pier. This includes: <- Gull Rock Council
    2 priority-action [Areas for priority action, bullet 2] mending the rail
    3 priority-action [Areas for priority action, bullet 3] lighting the steps
    4 improvement [What needs to improve?, bullet 1] How often ropes are looked at.
    5 improvement [What needs to improve?, bullet 2] The fog bell at night.
    6 improvement [Practice study: area for improvement] A boat drifted for a night. / Nobody asked why.
    7 next-step [Next steps, paragraph 1] We have determined that Gull Rock Council is the principal authority, and it must bring one answer together.
    8 next-step [Next steps, paragraph 1] It must be a joint answer involving the coastguard, Gull Rock Council and the Pilots and Mates Board.
    9 next-step [Next steps, paragraph 2] Gull Rock Council should send the statement to lamps@example.org by Tuesday 10 June 2031. <- Gull Rock Council
    ");
}

#[test]
fn what_praises_or_tells_gives_candidates_only() {
    let letter = page(JOINT);
    let candidates: Vec<(&str, &str)> =
        letter.candidates.iter().map(|item| (item.heading.as_str(), item.text.as_str())).collect();
    assert_eq!(candidates, [("Headline findings", "Keepers must write down when a lamp goes out.")]);
    assert!(letter.candidates.iter().all(|item| item.kind.name() == "candidate-apart"));
}

#[test]
fn themes_stand_as_the_headings_of_their_items() {
    let letter = page(
        "<h1>Joint targeted area inspection of Gull Rock</h1><h1>Key strengths</h1><ul><li>Bright lamps.</li></ul>
         <h1>Areas for improvement</h1><h2>At the pier</h2><ul><li>The rail is loose.</li></ul>
         <h2>On the water</h2><ul><li>Boats drift.</li><li>Ropes fray.</li></ul>
         <h1>Main findings</h1><ul><li>Much was seen.</li></ul>",
    );
    let items: Vec<(&str, &str)> =
        letter.items.iter().map(|item| (item.location.text.as_str(), item.text.as_str())).collect();
    assert_eq!(
        items,
        [
            ("At the pier, bullet 1", "The rail is loose."),
            ("On the water, bullet 1", "Boats drift."),
            ("On the water, bullet 2", "Ropes fray."),
        ]
    );
}

#[test]
fn themes_may_look_like_the_heading_over_them() {
    let letter = page(
        "<h1>Joint targeted area inspection of Gull Rock</h1><h1>Areas for improvement</h1><h1>At the pier</h1>
         <ul><li>The rail is loose.</li></ul><h1>The Local Safeguarding Children Board</h1><ul><li>Minutes are late.</li></ul>
         <h1>Case study: highly effective practice</h1><p>One keeper rowed out.</p>
         <h1>Next steps</h1><h1>Of other things</h1><p>Nothing must be done.</p>",
    );
    let items: Vec<&str> = letter.items.iter().map(|item| item.location.text.as_str()).collect();
    assert_eq!(
        items,
        [
            "At the pier, bullet 1",
            "The Local Safeguarding Children Board, bullet 1",
            "Of other things, paragraph 1"
        ]
    );
}

#[test]
fn what_says_that_nothing_is_asked_is_no_item() {
    let letter = page(
        "<h1>Joint targeted area inspection of Gull Rock</h1><h1>Areas for priority action</h1>
         <p>There are no areas for priority action.</p><h1>What needs to improve?</h1><ul><li>Ropes.</li></ul>",
    );
    assert_eq!(asked(&letter), "1 improvement [What needs to improve?, bullet 1] Ropes.\n");
    assert!(letter.unsure.is_empty(), "{:?}", letter.unsure);
}

#[test]
fn a_list_under_a_numbered_recommendation_is_a_part_of_it() {
    let letter = page(
        "<h1>Gull Rock</h1><h2>Inspection of services for children in need of help and protection</h2>
         <h2>Recommendations</h2><ol><li>Mend the pier:<ul><li>the rail</li><li>the steps</li></ul></li>
         <li>Ring the bell.</li></ol>
         <h2>The Local Safeguarding Children Board is good</h2><h3>Recommendations</h3><ol><li>Count boats.</li></ol>",
    );
    insta::assert_snapshot!(asked(&letter), @"
    1 improvement [Recommendations, bullet 1] Mend the pier: / the rail / the steps
    2 improvement [Recommendations, bullet 2] Ring the bell.
    3 improvement [Recommendations, bullet 1] Count boats. <- Local Safeguarding Children Board
    ");
}

#[test]
fn plain_text_is_read_as_well() {
    let letter = read(
        "letter.txt",
        "Joint targeted area inspection of Gull Rock\n\nWhat needs to improve?\n\n- The pier at night.\n- The bell in fog,\n  \
         and who rings it.\n\nMain findings\n\nBoats were seen.\n",
    );
    assert_eq!(letter.area.as_deref(), Some("Gull Rock"));
    let texts: Vec<&str> = letter.items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["The pier at night.", "The bell in fog, and who rings it."]);
}

#[test]
fn a_word_file_is_read_as_well() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>\
                     <w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let body = styled("Title", "Inspection of Gull Rock local authority children’s services")
        + &text("Inspection dates: 6 to 17 January 2031")
        + &styled("Heading1", "What needs to improve?")
        + &item(1, 0, "The pier.")
        + &item(1, 0, "The bell.")
        + &styled("Heading1", "The experiences and progress of keepers")
        + &item(1, 0, "They are well.");
    let letter = read("letter.docx", Word::body(&body).numbering(numbering).bytes());
    assert_eq!(letter.framework.as_deref(), Some("ilacs"));
    assert_eq!(letter.area.as_deref(), Some("Gull Rock"));
    let texts: Vec<&str> = letter.items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["The pier.", "The bell."]);
}
