//! Tables: which rows are actions, and what each carries from the rows and cells around it.

use jiff::civil::date;

use super::support::word::{Word, cell, row, table, text};
use super::{PassageKind, PointerKind, due, dues, of, only, owners, passages, plan, pointers, texts};

const HEAD: &str = "| Finding | Action | Lead | By when | Measure |\n|---|---|---|---|---|\n";

/// A Word table under the usual headings.
fn word_table(rows: &[String]) -> wsoa::statement::Statement {
    let head = row(&["Finding", "Action", "Lead", "By when", "Measure"].map(|name| cell("", name)));
    let rows: Vec<String> = [head].into_iter().chain(rows.iter().cloned()).collect();
    of(Word::body(&table(&rows)).read())
}

/// A cell of several paragraphs.
fn lines(words: &[&str]) -> String {
    format!("<w:tc>{}</w:tc>", words.iter().map(|words| text(words)).collect::<String>())
}

#[test]
fn a_row_is_an_action_with_all_its_fields() {
    let statement = plan(&format!(
        "## Boats\n\n{HEAD}| Boats leak | The boatswain will caulk each boat | Boatswain, Bedfordshire Police | 31 March 2017 | Dry bilges in 9 of 10 boats |\n"
    ));
    let action = only(&statement);
    assert_eq!(action.text, "The boatswain will caulk each boat");
    assert_eq!(action.owner.as_deref(), Some("Boatswain, Bedfordshire Police"));
    assert_eq!(due(action), Some(date(2017, 3, 31)));
    assert_eq!(action.measure.as_deref(), Some("Dry bilges in 9 of 10 boats"));
    assert_eq!(pointers(action, PointerKind::Row), ["Boats leak"]);
    assert_eq!(pointers(action, PointerKind::Heading(0)), ["Boats"]);
    assert_eq!(
        (action.location.table, action.location.row, action.location.column),
        (Some(1), Some(2), Some(2))
    );
    assert!(action.location.text.starts_with("Table 1, row 2, Action"), "{}", action.location.text);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak"]);
}

#[test]
fn a_header_that_repeats_on_the_next_page_is_no_row() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n\
         | Finding | Action | Lead | By when | Measure |\n\
         | FINDING | ACTION | LEAD | BY WHEN | MEASURE |\n\
         | Oars break | Buy ash oars | Purser | 1 June 2017 | Sound |\n"
    ));
    assert_eq!(texts(&statement), ["Caulk each boat", "Buy ash oars"]);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak", "Oars break"]);
}

#[test]
fn a_second_header_row_of_guidance_questions_is_no_row() {
    let statement = plan(&format!(
        "{HEAD}| What did they say? | What will you do? | Who will do it? | When will it be done? | How will you know? |\n\
         | Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["Caulk each boat"]);
}

#[test]
fn guidance_that_leaves_some_cells_blank_is_still_guidance() {
    let statement = plan(&format!(
        "{HEAD}|  | What will you do? |  | When will it be done? |  |\n| Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["Caulk each boat"]);
}

#[test]
fn a_banner_across_the_table_is_the_finding_of_the_rows_below_it_until_the_next() {
    let banner = |words: &str| row(&[cell("<w:gridSpan w:val=\"5\"/>", words)]);
    let action =
        |words: &str| row(&["", words, "Boatswain", "1 May 2017", "Dry"].map(|words| cell("", words)));
    let statement = word_table(&[
        banner("Boats leak at their moorings"),
        action("Caulk each boat"),
        action("Tar each hull"),
        banner("Oars break in rough water"),
        action("Buy ash oars"),
    ]);
    let banners: Vec<_> =
        statement.actions.iter().map(|action| pointers(action, PointerKind::Banner)).collect();
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull", "Buy ash oars"]);
    assert_eq!(
        banners,
        [["Boats leak at their moorings"], ["Boats leak at their moorings"], ["Oars break in rough water"]]
    );
    assert_eq!(
        passages(&statement, PassageKind::Quoted),
        ["Boats leak at their moorings", "Oars break in rough water"]
    );
}

#[test]
fn a_banner_ends_what_a_finding_cell_said() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n\
         | Oars break in rough water |  |  |  |  |\n\
         |  | Buy ash oars | Purser | 1 June 2017 | Sound |\n"
    ));
    let last = statement.actions.last().unwrap();
    assert_eq!(last.text, "Buy ash oars");
    assert!(!last.pointers.iter().any(|pointer| pointer.text == "Boats leak"), "{:?}", last.pointers);
    assert!(
        last.pointers.iter().any(|pointer| pointer.text == "Oars break in rough water"),
        "{:?}",
        last.pointers
    );
}

#[test]
fn a_blank_finding_cell_means_the_finding_above() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n\
         |  | Tar each hull | Boatswain | 1 May 2017 | Dry |\n\
         | Oars break | Buy ash oars | Purser | 1 June 2017 | Sound |\n"
    ));
    let rows: Vec<_> = statement.actions.iter().map(|action| pointers(action, PointerKind::Row)).collect();
    assert_eq!(rows, [["Boats leak"], ["Boats leak"], ["Oars break"]]);
}

#[test]
fn a_finding_merged_down_is_said_once_and_points_from_each_row() {
    let statement = word_table(&[
        row(&[
            cell("<w:vMerge w:val=\"restart\"/>", "Boats leak"),
            cell("", "Caulk each boat"),
            cell("", "Boatswain"),
            cell("", "1 May 2017"),
            cell("", "Dry"),
        ]),
        row(&[
            cell("<w:vMerge/>", ""),
            cell("", "Tar each hull"),
            cell("", "Shipwright"),
            cell("", "1 June 2017"),
            cell("", "Black"),
        ]),
        row(&["Oars break", "Buy ash oars", "Purser", "1 July 2017", "Sound"].map(|words| cell("", words))),
    ]);
    let rows: Vec<_> = statement.actions.iter().map(|action| pointers(action, PointerKind::Row)).collect();
    assert_eq!(rows, [["Boats leak"], ["Boats leak"], ["Oars break"]]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright"), Some("Purser")]);
}

#[test]
fn a_finding_merged_down_is_quoted_once() {
    let statement = word_table(&[
        row(&[
            cell("<w:vMerge w:val=\"restart\"/>", "Boats leak"),
            cell("", "Caulk each boat"),
            cell("", "Boatswain"),
            cell("", "1 May 2017"),
            cell("", "Dry"),
        ]),
        row(&[
            cell("<w:vMerge/>", ""),
            cell("", "Tar each hull"),
            cell("", "Boatswain"),
            cell("", "1 May 2017"),
            cell("", "Dry"),
        ]),
    ]);
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak"]);
}

#[test]
fn an_owner_and_a_date_merged_down_hold_for_each_row() {
    let statement = word_table(&[
        row(&[
            cell("", "Boats leak"),
            cell("", "Caulk each boat"),
            cell("<w:vMerge w:val=\"restart\"/>", "Boatswain"),
            cell("<w:vMerge w:val=\"restart\"/>", "1 May 2017"),
            cell("", "Dry"),
        ]),
        row(&[
            cell("", "Hulls rot"),
            cell("", "Tar each hull"),
            cell("<w:vMerge/>", ""),
            cell("<w:vMerge/>", ""),
            cell("", "Black"),
        ]),
    ]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Boatswain")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)); 2]);
    let measures: Vec<_> = statement.actions.iter().map(|action| action.measure.as_deref()).collect();
    assert_eq!(measures, [Some("Dry"), Some("Black")]);
}

#[test]
fn several_actions_in_a_cell_take_owner_and_date_by_line() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | 1. Caulk each boat<br>2. Tar each hull | Boatswain<br>Shipwright | 1 May 2017<br>1 June 2017 | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["1. Caulk each boat", "2. Tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)), Some(date(2017, 6, 1))]);
}

#[test]
fn lines_of_a_cell_are_actions_where_owners_or_dates_match_them() {
    let statement = word_table(&[row(&[
        cell("", "Boats leak"),
        lines(&["Caulk each boat", "Tar each hull"]),
        lines(&["Boatswain", "Shipwright"]),
        cell("", "1 May 2017"),
        cell("", "Dry"),
    ])]);
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), Some("Shipwright")]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)); 2]);
}

#[test]
fn lines_of_a_cell_with_one_owner_and_one_date_are_one_action() {
    let statement = word_table(&[row(&[
        cell("", "Boats leak"),
        lines(&["Caulk each boat", "with oakum"]),
        cell("", "Boatswain"),
        cell("", "1 May 2017"),
        cell("", "Dry"),
    ])]);
    assert_eq!(only(&statement).text, "Caulk each boat\nwith oakum");
}

#[test]
fn bullets_under_one_owner_and_date_share_them() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | We will:<br>• caulk each boat<br>• tar each hull | Boatswain | 1 May 2017 | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["caulk each boat", "tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"); 2]);
    assert_eq!(dues(&statement), [Some(date(2017, 5, 1)); 2]);
}

#[test]
fn more_actions_than_dates_leave_no_action_with_another_s_date_unseen() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | 1. Caulk each boat<br>2. Tar each hull<br>3. Buy ash oars | Boatswain | 1 May 2017<br>1 June 2017 | Dry |\n"
    ));
    assert_eq!(texts(&statement), ["1. Caulk each boat", "2. Tar each hull", "3. Buy ash oars"]);
    let last = due(&statement.actions[2]);
    assert_eq!(last, Some(date(2017, 6, 1)), "all of it is done by the last of the dates");
}

#[test]
fn two_lines_of_one_owner_stay_one_owner_where_they_do_not_match_the_actions() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | 1. Caulk each boat<br>2. Tar each hull<br>3. Buy ash oars | Boatswain<br>Shipwright | 1 May 2017 | Dry |\n"
    ));
    assert_eq!(owners(&statement), [Some("Boatswain\nShipwright"); 3]);
}

#[test]
fn a_table_in_a_cell_is_read_with_the_finding_around_it() {
    let inner = table(&[
        row(&["Action", "Lead", "By when"].map(|name| cell("", name))),
        row(&["Caulk each boat", "Boatswain", "1 May 2017"].map(|words| cell("", words))),
    ]);
    let body = table(&[
        row(&["Finding", "Action", "Lead"].map(|name| cell("", name))),
        row(&[
            cell("", "Boats leak"),
            format!("<w:tc>{}{inner}{}</w:tc>", text("Empty the boats first"), text("")),
            cell("", "Harbour master"),
        ]),
    ]);
    let statement = of(Word::body(&body).read());
    let nested = statement.actions.iter().find(|action| action.text == "Caulk each boat").unwrap();
    assert_eq!(nested.owner.as_deref(), Some("Boatswain"));
    assert_eq!(pointers(nested, PointerKind::Row), ["Boats leak"]);
    assert_eq!((nested.location.table, nested.location.row), (Some(2), Some(2)));
    assert!(texts(&statement).contains(&"Empty the boats first"));
}

#[test]
fn progress_status_and_reference_are_no_part_of_the_action() {
    let statement = plan(
        "| Ref | Action | Lead | Progress | RAG |\n|---|---|---|---|---|\n| 1.1 | Caulk each boat | Boatswain | We will do half by June | Green |\n",
    );
    let action = only(&statement);
    assert_eq!(
        (action.text.as_str(), action.owner.as_deref(), &action.due),
        ("Caulk each boat", Some("Boatswain"), &None)
    );
}

#[test]
fn a_table_that_is_no_plan_is_background() {
    let statement =
        plan("| Term | Meaning |\n|---|---|\n| CRC | The company will caulk each boat by May 2017 |\n");
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
    assert!(
        passages(&statement, PassageKind::Context).contains(&"The company will caulk each boat by May 2017"),
        "{:?}",
        statement.passages
    );
}

#[test]
fn a_title_above_the_header_is_a_banner() {
    let statement = word_table(&[]);
    assert!(statement.actions.is_empty());
    let body = table(&[
        row(&[cell("<w:gridSpan w:val=\"3\"/>", "Boats leak at their moorings")]),
        row(&["Action", "Lead", "By when"].map(|name| cell("", name))),
        row(&["Caulk each boat", "Boatswain", "1 May 2017"].map(|words| cell("", words))),
    ]);
    let statement = of(Word::body(&body).read());
    assert_eq!(pointers(only(&statement), PointerKind::Banner), ["Boats leak at their moorings"]);
}

#[test]
fn empty_rows_and_blank_actions_are_nothing() {
    let statement = plan(&format!(
        "{HEAD}|  |  |  |  |  |\n| Boats leak | TBC | Boatswain | 1 May 2017 | Dry |\n| Oars break | - | Purser | 1 May 2017 |  |\n"
    ));
    assert!(statement.actions.is_empty(), "{:?}", texts(&statement));
    assert_eq!(passages(&statement, PassageKind::Quoted), ["Boats leak", "Oars break"]);
}

#[test]
fn a_row_with_only_an_action_is_an_action_and_no_banner() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | Caulk each boat | Boatswain | 1 May 2017 | Dry |\n|  | Tar each hull |  |  |  |\n"
    ));
    assert_eq!(texts(&statement), ["Caulk each boat", "Tar each hull"]);
    assert_eq!(owners(&statement), [Some("Boatswain"), None]);
}

#[test]
fn struck_text_of_a_cell_is_not_said() {
    let statement = plan(&format!(
        "{HEAD}| Boats leak | ~~Caulk each boat~~ Tar each hull | Boatswain | 1 May 2017 | Dry |\n"
    ));
    assert_eq!(only(&statement).text.trim(), "Tar each hull");
}

#[test]
fn a_bold_line_alone_in_its_row_is_a_banner_and_a_plain_one_an_action() {
    let table = |line: &str| {
        format!(
            "| What we will do | Who | When |\n|---|---|---|\n| {line} | | |\n| Caulk each boat | Boatswain officer | 1 May 2017 |\n"
        )
    };
    let bold = plan(&table("**Leaking boats**"));
    assert_eq!(texts(&bold), ["Caulk each boat"]);
    assert_eq!(pointers(only(&bold), PointerKind::Banner), ["Leaking boats"]);
    assert_eq!(texts(&plan(&table("Tar each hull"))), ["Tar each hull", "Caulk each boat"]);
}
