//! What was decided, as a list and as a record for others.

use serde_json::{Value, json};

use crate::desk::{CALL, ROTA, markdown, plan, read, redrafted, review, rota, run};
use crate::runner::Desk;

/// A desk with one decision that holds and one that does not.
fn decided() -> Desk {
    let desk = Desk::with("plan.md", plan());
    review(&desk, "y\n1\nenough | for *now*\ny\n1\nby telephone\n");
    let draft = markdown(&[rota(ROTA), rota("Calling back within the hour waits till next year.")]);
    assert_eq!(redrafted(&desk, &draft, "night-desk.call-back").0, "suspect");
    desk
}

#[test]
fn the_list_says_who_decided_what_and_whether_it_holds() {
    insta::assert_snapshot!(run(&decided(), &["review", "plan.md", "--list"]).stdout, @r#"
    STATE    ASPECT                DECIDED  ON          BY              WHY
    holds    night-desk.rota       met      2031-05-02  Clerk of Works  enough | for *now*
    suspect  night-desk.call-back  met      2031-05-02  Clerk of Works  by telephone
    ! night-desk.call-back: the words it rests on are no longer there: "Calling back within the hour waits for the review next year."; now Table 1, row 3, Action (line 6): "Calling back within the hour waits till next year."
    2 decided, 1 to decide
    "#);
    let nothing = run(&Desk::with("plan.md", plan()), &["review", "plan.md", "--list"]);
    assert_eq!(nothing.stdout, "nothing is decided yet; 2 to decide with `wsoa review`\n");
}

#[test]
fn the_list_as_json_has_every_field() {
    let printed = run(&decided(), &["review", "plan.md", "--list", "--format", "json"]).stdout;
    let root: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((&root["schema"], &root["open"]), (&json!(1), &json!(1)));
    let first = &root["decisions"][0];
    assert_eq!((&first["item"], &first["aspect"]), (&json!("night-desk"), &json!("rota")));
    assert_eq!((&first["state"], &first["changed"]), (&json!("holds"), &Value::Null));
    assert_eq!(first["passages"][0]["words"], ROTA);
    let second = &root["decisions"][1];
    assert_eq!((&second["state"], &second["changed"]["words"]), (&json!("suspect"), &json!(CALL)));
}

#[test]
fn a_record_for_a_board_is_a_page() {
    let desk = decided();
    let run = run(&desk, &["review", "plan.md", "--export", "decisions.md"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), "", ""));
    insta::assert_snapshot!(read(&desk.path().join("decisions.md")), @r#"
    # Decisions on the answer to: Short visit to Pier End

    Statement: plan.md. Decisions that hold: 1 of 2. Left to decide: 1.

    ## night-desk.rota: met

    - Asked: A rota covers every night
    - Decided by: Clerk of Works
    - On: 2031-05-02
    - Why: enough \| for \*now\*
    - The rules said: met (likely)
    - State: holds

    > Publish a rota with two names for every night.
    >
    > (Table 1, row 2, Action (line 5))

    ## night-desk.call-back: met

    - Asked: A call at night is returned within the hour
    - Decided by: Clerk of Works
    - On: 2031-05-02
    - Why: by telephone
    - The rules said: not met (deferred, likely)
    - State: suspect
    - Changed: the words it rests on are no longer there: "Calling back within the hour waits for the review next year."; now Table 1, row 3, Action (line 6): "Calling back within the hour waits till next year."

    > Calling back within the hour waits for the review next year.
    >
    > (Table 1, row 3, Action (line 6))
    "#);
}

#[test]
fn a_record_as_a_table_holds_no_formula() {
    let desk = Desk::with("plan.md", plan());
    review(&desk, "n\n=HYPERLINK(\"http://example.org\")\nn\n-1+1, \"so\"\n");
    assert_eq!(run(&desk, &["review", "plan.md", "--export", "decisions.csv"]).code, Some(0));
    let table = read(&desk.path().join("decisions.csv"));
    assert!(table.contains(",\"'=HYPERLINK(\"\"http://example.org\"\")\","), "{table}");
    assert!(table.contains(",\"'-1+1, \"\"so\"\"\","), "{table}");
    let names = "finding,aspect,asks,decision,words,place,owner,due,by,on,why,rules said,state,changed\r\n";
    assert!(table.starts_with(names), "{table}");
}

#[test]
fn a_record_is_not_written_over_unless_asked() {
    let desk = decided();
    desk.put("decisions.md", "ours");
    let refused = run(&desk, &["review", "plan.md", "--export", "decisions.md"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.contains("`--force`"), "{}", refused.stderr);
    assert_eq!(read(&desk.path().join("decisions.md")), "ours");
    assert_eq!(run(&desk, &["review", "plan.md", "--export", "decisions.md", "--force"]).code, Some(0));
    assert_ne!(read(&desk.path().join("decisions.md")), "ours");
    let other = run(&desk, &["review", "plan.md", "--export", "decisions.docx"]);
    assert_eq!(other.code, Some(2));
}
