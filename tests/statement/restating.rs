//! Actions that only say their finding over again.

use wsoa::statement::{Standing, Statement};

use super::plan;

/// How the sentences of the only action of a row with this finding stand.
fn standings(finding: &str, action: &str) -> Vec<Standing> {
    let statement: Statement = plan(&format!(
        "| Finding | Action | Lead | By when |\n|---|---|---|---|\n| {finding} | {action} | Boatswain officer | 1 May 2017 |\n"
    ));
    statement.actions[0].sentences.iter().map(|sentence| sentence.standing).collect()
}

const LEAKS: &str = "Boats that leak at the keel are not caulked before they leave the harbour.";

#[test]
fn the_words_of_the_finding_alone_promise_nothing() {
    for action in [LEAKS, "Boats that leak at the keel to be caulked before they leave the harbour."] {
        assert_eq!(standings(LEAKS, action), [Standing::Restates], "{action}");
    }
}

#[test]
fn an_answer_in_the_words_of_the_finding_says_more_than_they_do() {
    for action in [
        "The boatswain will caulk boats that leak at the keel before they leave the harbour, and sign for each.",
        "Caulk boats.",
    ] {
        assert_eq!(standings(LEAKS, action), [Standing::Firm], "{action}");
    }
}

#[test]
fn a_column_that_tells_finding_and_action_in_one_does_not_repeat_itself() {
    let statement = plan(
        "| Ref | Objective and action | Lead | By when |\n|---|---|---|---|\n| 1 | The boatswain will caulk each leaking boat before the tide. | Boatswain officer | 1 May 2017 |\n",
    );
    assert_eq!(statement.actions[0].sentences[0].standing, Standing::Firm);
}
