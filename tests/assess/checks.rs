//! The checks of a framework: a statement with one of each defect, of which every one is named at its place and nothing
//! else is.

use std::sync::OnceLock;

use jiff::civil::date;
use wsoa::assess::{self, Code};
use wsoa::document::{Document, Limits, markdown};
use wsoa::pack::{self, Check, Rules};
use wsoa::statement;

/// The rules as shipped.
fn shipped() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| pack::load(pack::embedded()).unwrap())
}

/// Returns what the checks find in a plan for the inspection of Central Bedfordshire: codes with places.
fn found(words: &str) -> Vec<(String, String)> {
    let words = format!("Approved by the board on behalf of all partners.\n\n{words}");
    of(markdown::read("plan.md", &words, &Limits::default()).unwrap())
}

fn of(document: Document) -> Vec<(String, String)> {
    let rules = shipped();
    let inspection = rules.inspection("jtai-central-bedfordshire-2016").unwrap();
    let statement = statement::read(&[document], rules, inspection.published);
    let assessment = assess::assess(&statement, rules, inspection, date(2016, 8, 1));
    let diagnostics = assess::diagnose(&statement, rules, inspection, &assessment);
    let of_checks = diagnostics
        .into_iter()
        .filter(|found| Check::ALL.iter().any(|check| check.name() == found.code.name()));
    of_checks
        .map(|found| (found.code.to_string(), found.location.map(|place| place.text).unwrap_or_default()))
        .collect()
}

/// What every plan here holds, so that nothing is found in the rest of it: it hears children.
const HEARD: [&str; 6] = [
    "0.1",
    "",
    "The participation lead will ask ten young people each quarter what they saw of it and report their answers.",
    "Participation lead, Harbour House",
    "30 September 2016",
    "The answers, quarter by quarter, show fewer surprises",
];

/// A plan of rows: reference, finding, action, lead, date, measure.
fn plan(rows: &[[&str; 6]]) -> String {
    let head = ["Ref", "Finding", "Action", "Lead", "By when", "Measure"];
    let rows = [head, ["---"; 6], HEARD].into_iter().chain(rows.iter().copied());
    rows.map(|row| format!("| {} |\n", row.join(" | "))).collect()
}

/// A row in which nothing is wrong, to be spoilt in one place.
const SOUND: [&str; 6] = [
    "1.1",
    "",
    "The duty manager will open the earlier record before each decision is taken.",
    "Duty manager, Harbour House",
    "30 September 2016",
    "An audit of 20 records each month shows that 19 were opened",
];

fn spoilt(column: usize, text: &'static str) -> [&'static str; 6] {
    let mut row = SOUND;
    row[column] = text;
    row
}

#[test]
fn a_sound_plan_has_nothing_to_find() {
    assert_eq!(found(&plan(&[SOUND])), []);
}

#[test]
fn each_defect_of_a_row_is_named_at_its_place_and_nothing_else_is() {
    for (code, row) in [
        ("action-without-owner", spoilt(3, "")),
        ("action-without-owner", spoilt(3, "TBC")),
        ("owner-group-only", spoilt(3, "All partners")),
        ("owner-group-only", spoilt(3, "The partnership board")),
        ("owner-unknown-initials", spoilt(3, "ZK")),
        ("action-without-date", spoilt(4, "")),
        ("date-vague", spoilt(4, "Ongoing")),
        ("date-vague", spoilt(4, "Short term")),
        ("date-impossible", spoilt(4, "31 June 2017")),
        ("date-impossible", spoilt(4, "30 September 2106")),
        ("date-before-inspection", spoilt(4, "12 January 2016")),
        ("date-past", spoilt(4, "29 July 2016")),
        ("date-too-far", spoilt(4, "30 September 2019")),
        ("date-on-weekend", spoilt(4, "1 October 2016")),
        ("date-on-weekend", spoilt(4, "29 August 2016")),
        ("action-without-measure", spoilt(5, "")),
        ("measure-counts-activity", spoilt(5, "Number of staff who attended the sessions")),
        ("measure-counts-activity", spoilt(5, "Posters displayed")),
        ("action-declined", spoilt(2, "No action is proposed on this point.")),
        (
            "action-deferred",
            spoilt(2, "This will be considered in due course, once the restructure has ended."),
        ),
        (
            "action-conditional",
            spoilt(2, "Subject to funding, the duty manager will open the earlier record."),
        ),
        ("reference-missing", spoilt(0, "")),
    ] {
        let place = "Table 1, row 3".to_owned();
        let found = found(&plan(&[row]));
        let (codes, places): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        assert_eq!(codes, [code], "{row:?}");
        assert!(places.iter().all(|found| found.starts_with(&place)), "{places:?}");
    }
}

#[test]
fn what_is_done_needs_no_date_and_has_to_be_shown() {
    let mut row =
        spoilt(2, "Completed in June 2016: the earlier record has been moved to the front of the file.");
    row[4] = "";
    row[5] = "";
    assert_eq!(
        found(&plan(&[row])),
        [("done-not-shown".to_owned(), "Table 1, row 3, Action (line 6)".to_owned())]
    );
}

#[test]
fn initials_with_a_key_are_known() {
    let plan = format!("ZK: duty manager, Harbour House\n\n{}", plan(&[spoilt(3, "ZK")]));
    assert_eq!(found(&plan), []);
}

#[test]
fn a_number_stands_once_and_owners_pair_up() {
    let repeated =
        found(&plan(&[SOUND, spoilt(2, "The night manager will read each log and mend what is missing.")]));
    assert_eq!(repeated.len(), 1, "{repeated:?}");
    assert_eq!(repeated[0].0, "reference-repeated");
    assert!(repeated[0].1.starts_with("Table 1, row 4"), "{repeated:?}");
    for (action, leads) in [
        (
            "1. Open the old record.<br>2. Read the old record aloud.<br>3. Sign the old record.",
            "Duty manager, Harbour House<br>Night manager, Harbour House",
        ),
        (
            "1. Open the old record. 2. Read the old record aloud. 3. Sign the old record.",
            "Duty manager, Harbour House; Night manager, Harbour House",
        ),
    ] {
        let mut row = spoilt(2, action);
        row[3] = leads;
        let found = found(&plan(&[row]));
        assert_eq!(found.len(), 1, "a row is told of once: {found:?}");
        assert_eq!(found[0].0, "row-does-not-pair");
    }
}

#[test]
fn an_action_in_the_words_of_its_finding_restates_it() {
    for finding in [
        "The earlier record is not opened before each decision is taken.",
        "Risks are not planned for in any of the records.",
    ] {
        let mut row = spoilt(2, finding);
        row[1] = finding;
        let found = found(&plan(&[row]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "action-restates");
    }
}

#[test]
fn a_place_left_to_fill_in_is_named_at_its_place() {
    let row = spoilt(
        2,
        "The duty manager will open the earlier record [insert how many] times before each decision.",
    );
    let found = found(&plan(&[row]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "placeholder-left");
    assert!(found[0].1.starts_with("Table 1, row 3"), "{found:?}");
}

#[test]
fn a_plan_that_nobody_is_heard_in_says_so_once() {
    let plan = plan(&[SOUND])
        .lines()
        .filter(|line| !line.contains("young people"))
        .map(|line| format!("{line}\n"))
        .collect::<String>();
    assert_eq!(found(&plan), [("voice-absent".to_owned(), String::new())]);
}

#[test]
fn a_draft_that_nobody_signs_says_so() {
    let words = plan(&[SOUND]);
    let read = |name: &str, words: &str| of(markdown::read(name, words, &Limits::default()).unwrap());
    assert_eq!(read("plan.md", &words), [("sign-off-absent".to_owned(), String::new())]);
    let signed = format!("Signed on behalf of Harbour House: the duty manager\n\n{words}");
    assert_eq!(read("plan.md", &signed), []);
    let drafts = [
        ("plan_DRAFT.md", signed.clone()),
        ("plan v0.3.md", signed.clone()),
        ("plan.md", format!("# Draft plan\n\n{signed}")),
    ];
    for (name, words) in drafts {
        assert_eq!(read(name, &words), [("marked-as-draft".to_owned(), String::new())], "{name}");
    }
}

#[test]
fn every_check_has_a_code_and_is_declared() {
    let base = shipped().frameworks.iter().find(|framework| framework.id == "statement").unwrap();
    for check in Check::ALL {
        assert!(Code::from_name(check.name()).is_some(), "{check} has no code");
        assert!(base.checks.contains_key(check), "{check} is declared nowhere");
    }
    for framework in &shipped().frameworks {
        assert_eq!(framework.checks.len(), Check::ALL.len(), "{} extends the base", framework.id);
    }
}
