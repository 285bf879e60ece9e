//! The walk through a document, and several documents as one statement.

use super::{LETTER, PassageKind, PointerKind, passages, plan, pointers, rules, texts};
use wsoa::document::{Document, DraftMarks, Format, Limits, Location, Unread, markdown, text};
use wsoa::statement;

#[test]
fn several_files_are_one_statement_in_their_order() {
    let first =
        markdown::read("plan.md", "## Boats\n\n- The boatswain will caulk each boat.\n", &Limits::default())
            .unwrap();
    let second =
        text::read("reply.txt", "The director of boats will buy oars by 1 May 2017.\n", &Limits::default())
            .unwrap();
    let statement = statement::read(&[first, second], rules(), Some(LETTER));
    assert_eq!(
        texts(&statement),
        ["The boatswain will caulk each boat.", "The director of boats will buy oars by 1 May 2017."]
    );
    let files: Vec<_> = statement.files.iter().map(|(name, format)| (name.as_str(), *format)).collect();
    assert_eq!(files, [("plan.md", Format::Markdown), ("reply.txt", Format::Text)]);
    assert!(
        pointers(&statement.actions[1], PointerKind::Heading(0)).is_empty(),
        "headings end with their file"
    );
}

#[test]
fn what_was_unread_and_the_marks_of_a_draft_are_added_up() {
    let document = |deletions| Document {
        unread: vec![Unread { what: "a picture was not read".to_owned(), location: Location::default() }],
        marks: DraftMarks { insertions: 1, deletions, comments: 3 },
        ..Document::default()
    };
    let statement = statement::read(&[document(2), document(4)], rules(), None);
    assert_eq!(statement.unread.len(), 2);
    assert_eq!(statement.marks, DraftMarks { insertions: 2, deletions: 6, comments: 6 });
}

#[test]
fn headings_point_outwards_from_the_nearest() {
    let statement = plan(
        "# Plan\n\n## Boats\n\n### Leaks\n\n- The boatswain will caulk each boat.\n\n## Oars\n\n- The purser will buy oars.\n",
    );
    let headings = |action: usize| -> Vec<_> {
        statement.actions[action]
            .pointers
            .iter()
            .map(|pointer| (pointer.kind, pointer.text.as_str()))
            .collect()
    };
    use PointerKind::Heading;
    assert_eq!(headings(0), [(Heading(0), "Leaks"), (Heading(1), "Boats"), (Heading(2), "Plan")]);
    assert_eq!(headings(1), [(Heading(0), "Oars"), (Heading(1), "Plan")]);
}

#[test]
fn a_statement_of_no_words_has_no_actions() {
    let statement = statement::read(&[], rules(), None);
    assert!(statement.actions.is_empty() && statement.passages.is_empty() && statement.files.is_empty());
}

#[test]
fn without_a_letter_a_date_without_a_year_is_vague() {
    let document = markdown::read(
        "plan.md",
        "| Action | Lead | By when |\n|---|---|---|\n| Caulk | Boatswain | September |\n",
        &Limits::default(),
    )
    .unwrap();
    let statement = statement::read(&[document], rules(), None);
    assert_eq!(statement.actions[0].due.as_ref().map(|due| due.range), Some(None));
}

#[test]
fn everything_a_document_says_is_an_action_or_a_passage() {
    let statement = plan(
        "# Plan\n\nMany boats.\n\n> Boats leak.\n\n- Fish.\n- The boatswain will caulk each boat.\n\n| Finding | Action | Lead |\n|---|---|---|\n| Oars break | Buy ash oars | Purser |\n",
    );
    assert_eq!(texts(&statement), ["The boatswain will caulk each boat.", "Buy ash oars"]);
    assert_eq!(passages(&statement, PassageKind::Prose), ["Many boats.", "Fish."]);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak.", "Oars break"]);
}
