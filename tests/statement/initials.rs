//! Initials: the key in which a plan says which posts its codes stand for.

use super::plan;

const ROWS: &str = "
| Action | Lead | By when |
|---|---|---|
| Caulk each boat | HoB | 1 May 2017 |
| Patrol the quay | DI-Q / HoB | 1 May 2017 |
| Count the ropes | XX | 1 May 2017 |
";

/// Returns the agencies of the three actions below a key.
fn agencies(key: &str) -> Vec<Vec<String>> {
    let statement = plan(&format!("## Leads\n\n{key}\n\n## Plan\n{ROWS}"));
    let ids = |action: &wsoa::statement::Action| action.agencies.iter().map(ToString::to_string).collect();
    statement.actions.iter().map(ids).collect()
}

#[test]
fn a_key_on_one_line_in_a_list_or_in_a_table_tells_whose_the_codes_are() {
    let keys = [
        "HoB Head of Youth Offending · DI-Q Detective Inspector, Quay",
        "HoB = Head of Youth Offending; DI-Q = Detective Inspector, Quay",
        "- HoB: Head of Youth Offending\n- DI-Q: Detective Inspector, Quay",
        "| Code | Post |\n|---|---|\n| HoB | Head of Youth Offending |\n| DI-Q | Detective Inspector, Quay |",
    ];
    for key in keys {
        assert_eq!(agencies(key), [vec!["yos"], vec!["police", "yos"], vec![]], "{key}");
    }
}

#[test]
fn a_sentence_that_begins_with_an_abbreviation_is_no_key() {
    // `DI` is a rank of the police by itself.
    let without_key = [vec![], vec!["police".to_owned()], vec![]];
    assert_eq!(
        agencies("HoB asked the Head of Youth Offending to come down to the quay at once."),
        without_key
    );
    assert_eq!(agencies("The quay is patrolled."), without_key);
}

#[test]
fn the_owner_stays_as_it_is_written() {
    let statement = plan(&format!("HoB = Head of Youth Offending; DI-Q = Detective Inspector\n{ROWS}"));
    assert_eq!(super::owners(&statement), [Some("HoB"), Some("DI-Q / HoB"), Some("XX")]);
}
