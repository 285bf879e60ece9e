//! What becomes of a decision that an aspect is met, edit by edit.

use crate::desk::{CALL, ROTA, Row, aspect, check, markdown, plan, redrafted, review, rota, state_in};
use crate::drawn::{Sheet, pdf};
use crate::runner::Desk;
use crate::word;

const NAME: &str = "night-desk.rota";
const GONE: &str = "the words it rests on are no longer there";
const AROUND: &str = "the words it rests on now stand in a sentence that says more";

/// A desk with a plan of which an officer accepted the rota.
fn accepted() -> Desk {
    let desk = Desk::with("plan.md", plan());
    let run = review(&desk, "y\n1\n\nq\n");
    assert!(run.stdout.ends_with("1 decided, 1 open; kept in review.toml\n"), "{}", run.stdout);
    desk
}

#[track_caller]
fn holds_in(rows: &[Row<'_>]) {
    assert_eq!(redrafted(&accepted(), &markdown(rows), NAME), ("holds".to_owned(), String::new()));
}

#[track_caller]
fn suspect_in(rows: &[Row<'_>], says: &str) {
    assert_eq!(redrafted(&accepted(), &markdown(rows), NAME), ("suspect".to_owned(), says.to_owned()));
}

#[test]
fn it_holds_for_what_was_read() {
    holds_in(&[rota(ROTA), rota(CALL)]);
}

#[test]
fn it_holds_wherever_the_words_move() {
    holds_in(&[rota(CALL), rota("Count the lamps."), rota(ROTA)]);
    let desk = accepted();
    let draft = format!("{}\n## Later parts\n\n- {ROTA}\n", markdown(&[rota(CALL)]));
    // A list item promises by the word `will` only, so that as an item the words bind less than they did.
    assert_eq!(redrafted(&desk, &draft, NAME).0, "suspect");
    let draft = format!(
        "{}\n## Later parts\n\n{}",
        markdown(&[rota(CALL)]),
        markdown(&[rota(ROTA)]).split_once("\n\n").unwrap().1
    );
    assert_eq!(redrafted(&desk, &draft, NAME).0, "holds");
}

#[test]
fn it_holds_however_the_words_are_numbered() {
    holds_in(&[rota("3. Publish a rota with two names for every night."), rota(CALL)]);
    holds_in(&[rota("(b) Publish a rota with two names for every night."), rota(CALL)]);
}

#[test]
fn it_holds_however_the_words_are_written() {
    holds_in(&[rota("publish  a rota\u{a0}with “two names” for EVERY night"), rota(CALL)]);
    holds_in(&[rota("– Publish a ro\u{ad}ta with 'two' names, for every night!"), rota(CALL)]);
}

#[test]
fn it_holds_in_every_format() {
    let desk = accepted();
    let rows = [rota(ROTA), rota(CALL)];
    let head = ["Finding", "Action", "Lead", "By", "How we know"];
    let cells = |row: &Row<'_>| row.map(|text| word::cell("", text)).to_vec();
    let all: Vec<String> = std::iter::once(&head).chain(&rows).map(|row| word::row(&cells(row))).collect();
    desk.put("plan.docx", word::Word::body(&word::table(&all)).bytes());
    let tag = |name: &str, row: &Row<'_>| row.map(|text| format!("<{name}>{text}</{name}>")).concat();
    let html: String = rows.iter().map(|row| format!("<tr>{}</tr>", tag("td", row))).collect();
    let title = "<!doctype html><title>Pier End</title><h1>Answer to the visit to Pier End</h1>";
    desk.put("plan.html", format!("{title}<table><tr>{}</tr>{html}</table>", tag("th", &head)));
    let columns = [40.0, 120.0, 520.0, 620.0, 700.0, 800.0];
    let mut sheet = Sheet::new();
    sheet.grid(&columns, &[100.0, 120.0, 140.0, 160.0]).heads(&columns, 114.0, &head);
    sheet.row(&columns, 134.0, &rows[0]).row(&columns, 154.0, &rows[1]);
    desk.put("plan.pdf", pdf(&[sheet]));
    for draft in ["plan.docx", "plan.html", "plan.pdf"] {
        assert_eq!(state_in(&desk, draft, NAME).0, "holds", "{draft}");
        assert_eq!(aspect(&check(&desk, draft, &[]), NAME)["met"], true, "{draft}");
    }
}

#[test]
fn it_does_not_outlive_one_word() {
    suspect_in(&[rota("Publish a rota with two names for most night."), rota(CALL)], GONE);
    suspect_in(&[rota("Publish a rota with two names for every second night."), rota(CALL)], GONE);
    suspect_in(&[rota("Publish a rota with two names for every night?"), rota(CALL)], GONE);
}

#[test]
fn it_does_not_outlive_one_letter_of_a_name() {
    let plan = |name: &str| markdown(&[rota(&format!("{name} Quill will publish a rota for every night."))]);
    let desk = Desk::with("plan.md", plan("V."));
    review(&desk, "y\n1\n\nq\n");
    assert_eq!(redrafted(&desk, &plan("V."), NAME).0, "holds");
    assert_eq!(redrafted(&desk, &plan("X."), NAME).0, "suspect");
}

#[test]
fn it_does_not_outlive_words_around_it() {
    suspect_in(&[rota("We no longer publish a rota with two names for every night."), rota(CALL)], AROUND);
    suspect_in(&[rota("Publish a rota with two names for every night of May."), rota(CALL)], AROUND);
}

#[test]
fn it_holds_beside_a_sentence_that_leaves_it_as_it_is() {
    holds_in(&[rota("Publish a rota with two names for every night. Count the lamps."), rota(CALL)]);
    holds_in(&[rota("Count the lamps. Publish a rota with two names for every night."), rota(CALL)]);
}

#[test]
fn it_does_not_outlive_a_sentence_that_takes_it_back() {
    let says = "a sentence beside the words it rests on now refuses, puts off or depends";
    for taken_back in ["This is subject to approval.", "It starts next year.", "It will not be printed."] {
        suspect_in(&[rota(&format!("{ROTA} {taken_back}")), rota(CALL)], says);
    }
}

#[test]
fn it_does_not_outlive_striking_out_or_a_place_among_what_is_no_longer_meant() {
    let struck = format!("~~{ROTA}~~");
    assert_eq!(redrafted(&accepted(), &markdown(&[rota(&struck), rota(CALL)]), NAME).0, "suspect");
    let draft = format!("{}\n## Previous version\n\n{ROTA}\n", markdown(&[rota(CALL)]));
    let fallen = "the words it rests on no longer bind as they did";
    assert_eq!(redrafted(&accepted(), &draft, NAME), ("suspect".to_owned(), fallen.to_owned()));
}

#[test]
fn it_does_not_outlive_the_words() {
    suspect_in(&[rota(CALL)], GONE);
}

#[test]
fn it_holds_when_more_evidence_comes() {
    holds_in(&[rota(ROTA), rota("The night rota will be read out."), rota(CALL)]);
}

#[test]
fn it_rests_on_every_passage_that_was_named() {
    let second = "Print the rota for the night desk.";
    let desk = Desk::with("plan.md", markdown(&[rota(ROTA), rota(second)]));
    assert!(review(&desk, "y\n1 2\n\n").stdout.contains("1 decided"));
    assert_eq!(state_in(&desk, "plan.md", NAME).0, "holds");
    assert_eq!(redrafted(&desk, &markdown(&[rota(ROTA)]), NAME), ("suspect".to_owned(), GONE.to_owned()));
}

#[test]
fn what_the_words_may_have_become_is_shown() {
    let desk = accepted();
    desk.put("plan.md", markdown(&[rota(CALL), rota("Publish a rota with two names for most nights.")]));
    let changed = aspect(&check(&desk, "plan.md", &[]), NAME)["reviewed"]["changed"].clone();
    assert_eq!(changed["words"], ROTA);
    assert_eq!(changed["now"]["quote"], "Publish a rota with two names for most nights.");
    assert_eq!(changed["now"]["location"]["row"], 3);
}
