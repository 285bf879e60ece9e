//! Letters about a local area's services for children with special needs: lists, tables and a demand on the first page.

use crate::{asked, page};

const HEAD: &str = "<h1>Area SEND inspection of Weir Local Area Partnership</h1>
    <p>Inspection dates: 3 to 7 February 2031</p><h2>Inspection outcome</h2>
    <p>Lamps are uneven. The partnership must work on that.</p>
    <p>The inspectorates ask that the partnership publishes its plan.</p>
    <h2>Information about the local area partnership</h2><p>Keepers should know that Weir is small.</p>";

#[test]
fn a_table_gives_a_row_an_item_with_who_must_act() {
    let letter = page(&format!(
        "{HEAD}<h2>Areas for priority action</h2><table><tr><th>Responsible body</th><th>Areas for priority action</th></tr>
         <tr><td>Weir Council and NHS Weir and Ford Integrated Care Board</td><td>Leaders must mend:<ul><li>the pier</li>
         <li>the steps</li></ul></td></tr>
         <tr><td>Weir Council</td><td>Leaders must ring the bell.</td></tr></table>
         <h2>Areas for improvement</h2><table><tr><th>Areas for improvement</th></tr>
         <tr><td>Area leaders should count boats.</td></tr><tr><td>Keepers need to look out.</td></tr></table>
         <h2>Local area partnership details</h2><table><tr><td>Weir Council</td><td>The Pier, Weir</td></tr></table>"
    ));
    insta::assert_snapshot!(asked(&letter), @"
    1 next-step [Inspection outcome, paragraph 2] The inspectorates ask that the partnership publishes its plan.
    2 priority-action [Areas for priority action, row 1] Leaders must mend: / the pier / the steps <- Weir Council; NHS Weir and Ford Integrated Care Board
    3 priority-action [Areas for priority action, row 2] Leaders must ring the bell. <- Weir Council
    4 improvement [Areas for improvement, row 1] Area leaders should count boats. <- Area leaders
    5 improvement [Areas for improvement, row 2] Keepers need to look out. <- Keepers
    ");
}

#[test]
fn a_row_cut_by_a_page_is_one_item() {
    let letter = page(&format!(
        "{HEAD}<h2>Areas for priority action</h2>
         <table><tr><th>Responsible body</th><th>Areas for priority action</th></tr>
         <tr><td>NHS Weir and Ford Integrated Care</td><td>Leaders must mend the pier and all</td></tr></table>
         <table><tr><td>Board</td><td>that stands on it.</td></tr>
         <tr><td>Weir Council</td><td>Leaders must ring the bell.</td></tr></table>"
    ));
    insta::assert_snapshot!(asked(&letter), @"
    1 next-step [Inspection outcome, paragraph 2] The inspectorates ask that the partnership publishes its plan.
    2 priority-action [Areas for priority action, row 1] Leaders must mend the pier and all that stands on it. <- NHS Weir and Ford Integrated Care Board
    3 priority-action [Areas for priority action, row 2] Leaders must ring the bell. <- Weir Council
    ");
}

#[test]
fn a_paragraph_with_the_list_below_it_is_one_item() {
    let letter = page(&format!(
        "{HEAD}<h2>What does the area partnership need to do better?</h2><ul><li>Lamps go out.</li></ul>
         <h2>Areas for improvement</h2><h3>Areas for improvement</h3><p>Leaders should look after:</p>
         <ul><li>the rail; and</li><li>the steps.</li></ul><p>Leaders should count boats.</p>
         <h2>Inspection team</h2><p>Nobody must be named.</p>"
    ));
    insta::assert_snapshot!(asked(&letter), @"
    1 next-step [Inspection outcome, paragraph 2] The inspectorates ask that the partnership publishes its plan.
    2 improvement [What does the area partnership need to do better?, bullet 1] Lamps go out.
    3 improvement [Areas for improvement, paragraph 1] Leaders should look after: / the rail; and / the steps. <- Leaders
    4 improvement [Areas for improvement, paragraph 2] Leaders should count boats. <- Leaders
    ");
}

#[test]
fn a_paragraph_that_demands_nothing_belongs_to_the_one_before_or_after_it() {
    let letter = page(&format!(
        "{HEAD}<h2>Areas for improvement</h2><p>Lamps go out at night.</p><p>Leaders should buy oil.</p>
         <p>This should last the winter.</p><p>Leaders should count boats.</p><p>Boats drift.</p>"
    ));
    let texts: Vec<String> = letter.items.iter().skip(1).map(|item| item.text.replace('\n', " / ")).collect();
    assert_eq!(
        texts,
        [
            "Lamps go out at night. / Leaders should buy oil. / This should last the winter.",
            "Leaders should count boats. / Boats drift."
        ]
    );
}

#[test]
fn the_serious_weaknesses_of_older_letters_are_what_a_sentence_leads_in() {
    let letter = page(
        "<h1>Joint local area SEND inspection in Weir</h1><h2>Main findings</h2><p>Lamps were seen.</p>
         <h2>The inspection raises significant concerns about lamps</h2>
         <p>Weir is required to send us a plan for these areas of significant weakness:</p>
         <ul><li>the pier is dark</li><li>the bell is mute</li></ul><p>Yours sincerely</p>",
    );
    let kinds: Vec<&str> = letter.items.iter().map(|item| item.kind.name()).collect();
    assert_eq!(kinds, ["next-step", "priority-action", "priority-action"]);
    assert!(letter.items.iter().all(|item| item.heading.starts_with("The inspection raises")));
}
