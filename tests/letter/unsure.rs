//! What the reading of a letter is not sure of.

use crate::{JOINT, page};

#[test]
fn a_letter_that_is_understood_leaves_nothing_unsure() {
    assert_eq!(page(JOINT).unsure, Vec::<String>::new());
}

#[test]
fn each_doubt_is_a_sentence() {
    let letter = page(
        "<h1>About lamps</h1><h2>What needs to improve?</h2><ul><li>The pier.</li></ul>
         <p>Somebody ought to be told of the bell.</p><h2>Next steps</h2><p>Write to us at lamps@example.org.</p>",
    );
    insta::assert_snapshot!(letter.unsure.join("\n"), @"
    it is not known what kind of letter this is, so what it asks is told by its headings alone
    left out under the heading `What needs to improve?`, beside its list: `Somebody ought to be told of the bell.`
    nothing was taken from under the heading `Next steps`; read what stands there
    ");
    insta::assert_snapshot!(page("<p>Nothing.</p>").unsure.join("\n"), @"
    it is not known what kind of letter this is, so what it asks is told by its headings alone
    no part was found that asks for anything; look for headings that this programme does not know
    ");
}

#[test]
fn an_answer_due_before_the_letter_is_doubted() {
    let letter = page(&JOINT.replace("10 June 2031", "10 June 2030"));
    assert_eq!(
        letter.unsure,
        ["the answer is due on 2030-06-10, which is not after the day of the letter, 2031-03-04"]
    );
}
