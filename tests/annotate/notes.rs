//! What is said, and where.

use crate::looks::in_word;
use crate::support::word::{Word, cell, p, row, run, styled, table, text};
use crate::{Check, TODAY};
use wsoa::annotate::{Kind, Place, notes};
use wsoa::assess::{Code, Diagnostic, ItemOutcome, Reviewed, Waiver, settle};

/// Answers half of the first finding, puts the other half off, and leaves the second finding out.
pub(crate) fn quay() -> Word {
    let head = ["Finding", "Action", "Lead", "By", "How we know"];
    let rota = [
        "Night desk",
        "Publish a rota with two names for every night.",
        "Superintendent, police",
        "1 May 2031",
        "No night without a name.",
    ];
    let call = [
        "Night desk",
        "Calling back within the hour waits for the review next year.",
        "Superintendent, police",
        "TBC",
        "TBC",
    ];
    let row = |texts: [&str; 5]| row(&texts.map(|text| cell("", text)));
    Word::body(&format!(
        "{}{}{}",
        styled("Heading1", "Answer to the short visit to Amber Quay"),
        table(&[row(head), row(rota), row(call)]),
        text("Approved by the board.")
    ))
}

pub(crate) fn check(word: &Word) -> Check {
    Check::of("quay.docx", word.bytes())
}

#[test]
fn a_comment_stands_at_each_answer_at_each_weak_action_and_where_something_is_missing() {
    insta::assert_snapshot!(in_word(&check(&quay()).copy()), @r#"
    wsoa on "Answer to the short visit to Amber Quay"
      Checked against "Short visit to Amber Quay" as of 2031-06-04: 2 of 2 findings need work; 6 days left. Each comment by wsoa says what the words beside it answer or lack; delete them before the statement is sent.
      Check: no action is owned by the council. Ask the agency for its contribution, or name the post that owns its share of a joint action. (agency-without-action)
      Check: Sent to the mailbox in time: due on 2031-06-10, 6 days left; the statement does not say that it goes to plans@example.org, nor when. Say so in the opening of the statement. (next-step-unmet)
    wsoa on "Publish a rota with two names for every night."
      Answers (likely): A rota covers every night (night-desk.rota). Its place names the finding, its words the matter.
    wsoa on "Calling back within the hour waits for the review next year."
      Falls short: this puts the matter off. Not answered by it (likely): A call at night is returned within the hour (night-desk.call-back). The matter is left for a later year, review or refresh. Say what will be done now, and by when.
      Missing here (sure): Each letter is entered in a post book (lost-letters.post-book).
    "#);
}

#[test]
fn a_gap_stands_at_the_end_where_no_place_is_nearer() {
    let check = check(&Word::body(
        &(text("Answer to the short visit to Amber Quay") + &text("We thank you.") + &p("", "")),
    ));
    let notes = check.notes();
    let gaps: Vec<&Place> =
        notes.iter().filter(|note| note.kind == Kind::MissingHere).map(|note| &note.place).collect();
    assert!(!gaps.is_empty() && gaps.iter().all(|place| matches!(place, Place::At(_))));
    let seen = in_word(&check.with(&notes).unwrap());
    assert!(seen.contains("wsoa on \"We thank you.\"\n  Missing here"), "{seen}");
}

#[test]
fn what_is_missing_is_told_of_in_the_files_at_hand() {
    let check = check(&quay());
    let elsewhere = notes(&check.report(), &["other.docx"]);
    assert!(elsewhere.iter().all(|note| note.file == "other.docx"));
    assert!(elsewhere.iter().any(|note| note.kind == Kind::MissingHere && note.place == Place::End));
    assert!(!elsewhere.iter().any(|note| note.kind == Kind::Answers));
}

#[test]
fn an_item_that_is_waived_is_shown_and_not_missing() {
    let mut check = check(&quay());
    let waiver = Waiver {
        item: "post-book".to_owned(),
        reason: "the harbour office keeps it.".to_owned(),
        by: "Deputy harbour master".to_owned(),
        on: TODAY,
        until: None,
    };
    let before = check.notes().iter().filter(|note| note.kind == Kind::MissingHere).count();
    for item in &mut check.assessment.items {
        if let ItemOutcome::Finding(finding) = item
            && finding.aspects.iter().all(|aspect| !aspect.met)
        {
            finding.waived = Some(Waiver { item: finding.id.clone(), ..waiver.clone() });
        }
    }
    let notes = check.notes();
    let waived: Vec<&str> =
        notes.iter().filter(|note| note.kind == Kind::Waived).map(|note| note.text.as_str()).collect();
    assert_eq!(waived.len(), 1);
    assert!(
        waived[0].ends_with("Decided by Deputy harbour master on 2031-06-04: the harbour office keeps it."),
        "{waived:?}"
    );
    assert!(notes.iter().filter(|note| note.kind == Kind::MissingHere).count() < before);
    let opening = notes.iter().find(|note| note.kind == Kind::Checked).unwrap();
    assert!(
        opening.text.contains(": 1 of 2 findings needs work, 1 is waived; 6 days left. "),
        "{}",
        opening.text
    );
}

#[test]
fn a_decision_of_a_person_is_told_with_the_passage() {
    let mut check = check(&quay());
    let reviewed = |met| Reviewed {
        met,
        by: "Quality lead".to_owned(),
        on: TODAY,
        why: "it does what was asked".to_owned(),
        rules_said: String::new(),
        suspicion: None,
    };
    for item in &mut check.assessment.items {
        let ItemOutcome::Finding(finding) = item else { continue };
        for aspect in &mut finding.aspects {
            aspect.reviewed = Some(reviewed(aspect.met));
        }
    }
    settle(&mut check.assessment, &check.statement, crate::rules(), crate::inspection());
    let notes = check.notes();
    for kind in [Kind::Answers, Kind::FallsShort] {
        let told = notes.iter().filter(|note| note.kind == kind).all(|note| {
            note.text.contains("Decided by Quality lead on 2031-06-04: ")
                && note.text.ends_with("it does what was asked.")
        });
        assert!(told, "{notes:#?}");
    }
}

#[test]
fn actions_of_one_cell_have_each_their_own_comment() {
    let rota = "(a) Publish a rota with two names for every night.";
    let call = "(b) Calling back within the hour waits for the review next year.";
    let cells = [
        cell("", "Night desk"),
        format!("<w:tc>{}{}</w:tc>", text(rota), text(call)),
        cell("", "Superintendent, police"),
        cell("", "1 May 2031"),
    ];
    let head = row(&["Finding", "Action", "Lead", "By"].map(|text| cell("", text)));
    let seen = in_word(&check(&Word::body(&table(&[head, row(&cells)]))).copy());
    assert!(seen.contains(&format!("on \"{rota}\"\n  Answers")), "{seen}");
    assert!(seen.contains(&format!("on \"{call}\"\n  Falls short")), "{seen}");
}

#[test]
fn actions_of_one_paragraph_have_each_their_own_advice() {
    let lines = "<w:r><w:t>(a) Painting the boathouse waits for the review next year.</w:t><w:br/>\
                 <w:t>(b) Sweeping the jetty waits for the review next year.</w:t></w:r>";
    let cells = [
        cell("", "Night desk"),
        format!("<w:tc>{}</w:tc>", p("", lines)),
        cell("", "Superintendent, police"),
        cell("", "1 May 2031"),
    ];
    let head = row(&["Finding", "Action", "Lead", "By"].map(|text| cell("", text)));
    let mut check = check(&Word::body(&table(&[head, row(&cells)])));
    let actions = &check.statement.actions;
    assert_eq!(actions.len(), 2);
    assert_eq!(actions[0].location, actions[1].location, "they share a place");
    for (place, action) in actions.iter().enumerate() {
        let advice = Diagnostic {
            code: Code::ActionDeferred,
            help: format!("advice {place}"),
            item: None,
            location: Some(action.location.clone()),
            action: Some(place),
            waived: false,
            ..check.diagnostics[0].clone()
        };
        check.diagnostics.push(advice);
    }
    // What is said with a finding needs no advice of its own.
    for item in &mut check.assessment.items {
        if let ItemOutcome::Finding(finding) = item {
            finding.aspects.iter_mut().for_each(|aspect| aspect.nearest.clear());
        }
    }
    let notes = check.notes();
    let short = notes.iter().filter(|note| note.kind == Kind::FallsShort).map(|note| note.text.as_str());
    let short: Vec<&str> = short.collect();
    assert_eq!(short.len(), 2, "{short:?}");
    for (place, text) in short.iter().enumerate() {
        assert!(text.ends_with(&format!("Advice {place}.")), "{short:?}");
    }
}

#[test]
fn text_of_notes_and_boxes_is_told_of_at_the_paragraph_that_it_hangs_on() {
    let note = p("", "<w:r><w:t>On nights.</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>");
    let within =
        text("Publish a rota with two names for every night by 1 May 2031. The superintendent does it.");
    let boxed = p(
        "",
        &format!(
            "{}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            run("", "On days."),
            text("The superintendent will publish a rota with two names for every night by 1 May 2031.")
        ),
    );
    let word = Word::body(&(text("Answer to the short visit to Amber Quay") + &note + &boxed))
        .footnotes(&format!("<w:footnote w:id=\"1\">{within}</w:footnote>"));
    let check = check(&word);
    let main = crate::part(&check.bytes, "word/document.xml");
    let anchors = check.document.blocks.iter().map(|block| {
        let Some(&wsoa::document::Anchor::Markup { start, end }) = block.location.anchor.as_deref() else {
            panic!("{block:?}")
        };
        (block.text.as_str(), main[start..end].contains("On nights."), main[start..end].contains("On days."))
    });
    let at: Vec<(bool, bool)> = anchors.map(|(_, nights, days)| (nights, days)).collect();
    assert_eq!(at, [(false, false), (true, false), (true, false), (false, true), (false, true)]);
    // The comment itself stands outside of the box.
    let copy = crate::part(&check.copy(), "word/document.xml");
    let inside = copy.split("txbxContent").nth(1).unwrap();
    assert!(copy.contains("commentReference") && !inside.contains("comment"), "{copy}");
}
