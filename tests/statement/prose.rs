//! Prose: bullets, numbered items and sentences, and which of them are actions.

use jiff::civil::date;

use super::support::word::{Word, cell, p, row, run, table};
use super::{PassageKind, PointerKind, due, dues, of, only, owners, passages, plain, plan, pointers, texts};

#[test]
fn numbers_and_codes_come_off_the_front() {
    let mut wrong = Vec::new();
    for front in [
        "1.",
        "1)",
        "(1)",
        "1.2",
        "1.2.3",
        "(a)",
        "a)",
        "Action 3.",
        "Action 3:",
        "Action 3 –",
        "R1.1",
        "R1.1:",
        "A12.",
        "Ref 4.",
    ] {
        let statement = plain(&format!("{front} Caulk each of the boats (Boatswain officer, 1 May 2017)\n"));
        if texts(&statement) != ["Caulk each of the boats"] || dues(&statement) != [Some(date(2017, 5, 1))] {
            wrong.push(format!("{front}: {:?}", texts(&statement)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_looks_like_a_number_stays() {
    for words in [
        "24 boats will be caulked by 1 May 2017.",
        "A boat will be caulked by 1 May 2017.",
        "Boats will be caulked by 1 May 2017.",
    ] {
        assert_eq!(texts(&plan(&format!("{words}\n"))), [words]);
    }
}

#[test]
fn numbered_items_with_an_owner_are_actions() {
    let statement = plan(
        "1. Caulk each of the boats. (Lead: Boatswain, 1 May 2017)\n2. Tar each of the hulls. (Lead: Shipwright, 1 June 2017)\n",
    );
    assert_eq!(texts(&statement), ["Caulk each of the boats.", "Tar each of the hulls."]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
}

#[test]
fn a_bullet_that_promises_is_an_action_and_one_that_does_not_is_none() {
    let statement = plan(
        "- The harbour master will caulk each boat.\n- Boats of many kinds in the harbour.\n- Each boat to be caulked before winter.\n- Crews must wear cork.\n- Fish.\n",
    );
    assert_eq!(
        texts(&statement),
        [
            "The harbour master will caulk each boat.",
            "Each boat to be caulked before winter.",
            "Crews must wear cork."
        ]
    );
    assert_eq!(passages(&statement, PassageKind::Prose), ["Boats of many kinds in the harbour.", "Fish."]);
}

#[test]
fn sub_bullets_belong_to_their_bullet() {
    let statement = plan(
        "- The harbour master will caulk each boat, namely:\n  - the ferries and the lighters\n  - the pilot cutters\n- The purser will buy ash oars.\n",
    );
    assert_eq!(
        texts(&statement),
        [
            "The harbour master will caulk each boat, namely:\nthe ferries and the lighters\nthe pilot cutters",
            "The purser will buy ash oars."
        ]
    );
}

#[test]
fn a_sub_bullet_with_an_owner_is_an_action_of_its_own() {
    let statement = plan(
        "- The harbour master will see to the boats:\n  - caulk each of the ferries (Boatswain officer, 1 May 2017)\n  - tar each of the hulls (Shipwright manager, 1 June 2017)\n",
    );
    let found: Vec<_> = texts(&statement).into_iter().zip(owners(&statement)).collect();
    assert!(found.contains(&("caulk each of the ferries", Some("Boatswain officer"))), "{found:?}");
    assert!(found.contains(&("tar each of the hulls", Some("Shipwright manager"))), "{found:?}");
}

#[test]
fn labelled_sub_bullets_are_the_fields_of_their_bullet() {
    let statement = plan(
        "- Caulk each of the boats in the harbour\n  - Lead: Boatswain\n  - By when: 1 May 2017\n  - Measure: dry bilges\n",
    );
    let action = only(&statement);
    assert_eq!(
        (action.text.as_str(), action.owner.as_deref()),
        ("Caulk each of the boats in the harbour", Some("Boatswain"))
    );
    assert_eq!((due(action), action.measure.as_deref()), (Some(date(2017, 5, 1)), Some("dry bilges")));
}

#[test]
fn prose_that_commits_somebody_is_an_action_sentence_by_sentence() {
    let statement = plan(
        "The harbour is old. The director of boats will caulk each boat by 1 May 2017. The purser, a careful officer, will buy ash oars by 1 June 2017. Everybody is glad of it.\n",
    );
    assert_eq!(statement.actions.len(), 2, "{:?}", texts(&statement));
    let [boats, oars] = &statement.actions[..] else { unreachable!() };
    assert!(boats.text.ends_with("will caulk each boat by 1 May 2017."), "{}", boats.text);
    assert_eq!((boats.owner.as_deref(), due(boats)), (Some("The director of boats"), Some(date(2017, 5, 1))));
    assert!(oars.text.starts_with("The purser, a careful officer, will buy ash oars"), "{}", oars.text);
    assert_eq!(due(oars), Some(date(2017, 6, 1)));
}

#[test]
fn the_sentences_that_follow_a_promise_belong_to_it() {
    let statement = plan(
        "By 1 May 2017 the director of boats will caulk each boat. Boats that leak are beached the same day. The beached ones are listed.\n",
    );
    let action = only(&statement);
    assert!(action.text.ends_with("The beached ones are listed."), "{}", action.text);
    assert_eq!(action.sentences.len(), 3);
}

#[test]
fn prose_that_commits_nobody_or_names_no_day_is_no_action() {
    for words in [
        "The harbour is old and its boats are many.",
        "Boats will always matter to the harbour.",
        "We recognise that boats leaked in May 2016.",
        "The harbour master considered the boats on 1 May 2016.",
        "The director of boats will consider caulking by 1 May 2017.",
    ] {
        let statement = plan(&format!("{words}\n"));
        assert!(statement.actions.is_empty(), "{words}");
        assert_eq!(passages(&statement, PassageKind::Prose), [words]);
    }
}

#[test]
fn a_quotation_is_never_an_action_and_points_from_what_follows() {
    let finding = "Boats will be caulked by the harbour master by 1 May 2017.";
    for quotation in [
        format!("> {finding}"),
        format!("“{finding}”"),
        format!("\"{finding}\""),
        format!("*The letter says: “{finding}”*"),
        format!("Finding: “{finding}”"),
    ] {
        let statement = plan(&format!("## Boats\n\n{quotation}\n\n- The purser will buy ash oars.\n"));
        assert_eq!(texts(&statement), ["The purser will buy ash oars."], "{quotation}");
        assert_eq!(passages(&statement, PassageKind::Quoted).len(), 1, "{quotation}");
        assert_eq!(pointers(&statement.actions[0], PointerKind::Quotation).len(), 1, "{quotation}");
    }
}

#[test]
fn a_heading_ends_what_a_quotation_says() {
    let statement = plan("## Boats\n\n> Boats leak.\n\n## Oars\n\n- The purser will buy ash oars.\n");
    assert!(pointers(only(&statement), PointerKind::Quotation).is_empty());
    assert_eq!(pointers(only(&statement), PointerKind::Heading(0)), ["Oars"]);
}

#[test]
fn a_quoted_bullet_is_no_action() {
    let statement = plan("- “Boats will be caulked by the harbour master.”\n- *“Boats must be tarred.”*\n");
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
}

#[test]
fn a_finding_label_points_from_the_actions_below_it() {
    let statement = plan(
        "Finding: Boats leak.\n\n- The boatswain will caulk each boat (Boatswain officer, 1 May 2017)\n",
    );
    assert_eq!(pointers(only(&statement), PointerKind::Row), ["Boats leak."]);
}

/// A paragraph of a Word file with a footnote.
fn with_note(words: &str) -> String {
    run("", words) + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
}

fn note(words: &str) -> String {
    format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("", &run("", words)))
}

#[test]
fn a_footnote_adds_its_commitment_to_the_action_it_hangs_on() {
    let noted = "The log is read to the crews each week.";
    let body = table(&[
        row(&["Action", "Lead", "By when"].map(|name| cell("", name))),
        row(&[
            format!("<w:tc>{}</w:tc>", p("", &with_note("Keep a log of leaks"))),
            cell("", "Boatswain"),
            cell("", "1 May 2017"),
        ]),
    ]);
    let statement = of(Word::body(&body).footnotes(&note(noted)).read());
    let action = only(&statement);
    assert_eq!(action.text, format!("Keep a log of leaks {noted}"));
    assert_eq!(action.binding_text(), format!("Keep a log of leaks {noted}"));
}

#[test]
fn a_footnote_to_prose_adds_to_its_action() {
    let body = p("", &with_note("The director of boats will keep a log of leaks by 1 May 2017."));
    let statement = of(Word::body(&body).footnotes(&note("The log will be read to the crews.")).read());
    assert!(
        only(&statement).text.ends_with("The log will be read to the crews."),
        "{}",
        only(&statement).text
    );
}

#[test]
fn a_footnote_to_a_heading_or_to_background_adds_to_no_action() {
    let bullets = "## Boats\n\n- The boatswain will caulk each boat.\n\n## Crews[^1]\n\nThey are many.\n\n[^1]: The crews will all be praised by May 2017.\n";
    let statement = plan(bullets);
    assert_eq!(statement.actions[0].text, "The boatswain will caulk each boat.");
}

#[test]
fn a_footnote_that_nothing_refers_to_adds_to_no_action() {
    let statement = plan("- The boatswain will caulk each boat.\n\n[^1]: The purser will count the oars.\n");
    assert_eq!(only(&statement).text, "The boatswain will caulk each boat.");
}

#[test]
fn a_weak_action_becomes_firm_by_its_footnote() {
    let body = table(&[
        row(&["Action", "Lead", "By when"].map(|name| cell("", name))),
        row(&[
            format!("<w:tc>{}</w:tc>", p("", &with_note("We will consider a log of leaks."))),
            cell("", "Boatswain"),
            cell("", "1 May 2017"),
        ]),
    ]);
    let statement =
        of(Word::body(&body).footnotes(&note("Since agreed: the boatswain will keep it.")).read());
    assert_eq!(only(&statement).commitment, wsoa::statement::Commitment::Firm);
}

#[test]
fn what_should_be_so_by_number_is_the_sign_of_the_promise_before_it() {
    for sign in [
        "Nineteen hulls in twenty should be dry.",
        "Leaks should drop from 30 to 5 by winter.",
        "We go on until three boats running find no leak.",
    ] {
        let statement =
            plan(&format!("1. The director of boats will caulk each boat by 1 May 2017. {sign}\n"));
        assert_eq!(only(&statement).measure.as_deref(), Some(sign));
    }
    let none = plan("1. The director of boats will caulk each boat by 1 May 2017. Crews like the boats.\n");
    assert_eq!(only(&none).measure, None);
}
