//! Commitment: how firmly a sentence binds, by what it says and not by the words that happen to stand in it.

use wsoa::statement::Standing::{
    Conditional, Continues, Declined, Deferred, Done, Firm, Restates, Vague, Weak,
};
use wsoa::statement::{Commitment, Judge, Standing};

/// Holds each sentence against its standing.
fn all(standing: Standing, sentences: &[&str]) {
    let judge = Judge::new(super::rules());
    let wrong: Vec<_> =
        sentences.iter().map(|s| (judge.sentence(s), *s)).filter(|(got, _)| !alike(*got, standing)).collect();
    assert!(wrong.is_empty(), "these should be {standing}: {wrong:#?}");
}

/// Whether two standings are one to a reader: weak and vague words bind nobody alike, and are told as one reason.
fn alike(one: Standing, other: Standing) -> bool {
    one == other || [one, other].iter().all(|standing| matches!(standing, Weak | Vague))
}

#[test]
fn promises() {
    all(
        Firm,
        &[
            "The duty sergeant will open a log for each child by noon.",
            "Caulk the boats and report the leaks to the harbour board.",
            "Twelve nurses to be trained by Easter.",
            "The trust must publish its waiting times.",
            "Recruit two workers for the night shift.",
        ],
    );
}

#[test]
fn a_double_negation_is_a_promise() {
    all(
        Firm,
        &[
            "No child will be graded absent without a second officer's agreement.",
            "No case may be closed until the nurse has replied.",
            "A plan without a contingency will not be signed off.",
            "Nobody will leave the panel unless a next step is agreed.",
            "No referral may be deferred or put on hold for want of a form.",
            "Staff may not decline a home visit unless the manager agrees in writing.",
        ],
    );
}

#[test]
fn a_weak_word_with_another_scope_leaves_a_promise_firm() {
    all(
        Firm,
        &[
            "The history will be considered before any child is graded absent.",
            "The inspector must consider the whole chronology before each decision.",
            "Workers will explore with each child what home is like.",
            "An alarm will remind the officer when the hour is up.",
            "Where a partner does not accept a referral, its director must say why within two days.",
            "Nurses will record whether consent was declined.",
            "If the child cannot be found, the inspector will send a car at once.",
            "Where the plan has been changed, the worker must tell the school.",
            "The conference will decide whether each child should continue to live at home.",
        ],
    );
}

#[test]
fn reports_of_what_was_done() {
    all(
        Done,
        &[
            "A new form has been issued.",
            "Completed.",
            "The desk went live in June.",
            "Two analysts were appointed.",
            "All of the crews have been trained.",
        ],
    );
}

#[test]
fn what_goes_on_at_fixed_times() {
    all(
        Continues,
        &[
            "Six files are read each month.",
            "The tally is a standing item of the board.",
            "Managers sample ten logs weekly and from then on every quarter.",
        ],
    );
}

#[test]
fn going_on_as_before() {
    all(
        Weak,
        &[
            "The partnership will continue to work closely with schools.",
            "Staff will be reminded of the policy.",
            "The board remains committed to its young people.",
            "We aim to reduce waiting times.",
            "Practitioners will be encouraged to use the form.",
            "The trust will promote a culture of openness.",
        ],
    );
}

#[test]
fn leaving_open_what_or_when() {
    all(
        Vague,
        &[
            "The board will consider a joint post.",
            "The board will consider a visit to each harbour.",
            "Options for a night service will be explored.",
            "We will look into the possibility of a new form.",
            "Consideration will be given to a shared list.",
            "The matter will be discussed with partners.",
            "Cases will be referred as appropriate.",
        ],
    );
}

#[test]
fn hanging_on_something_else() {
    all(
        Conditional,
        &[
            "Subject to funding, a second nurse will be recruited.",
            "If resources allow, the clinic will open at weekends.",
            "A pilot could be developed.",
            "Should a budget be found, the desk will be staffed at night.",
            "The post depends on funding from the trust.",
        ],
    );
}

#[test]
fn putting_off() {
    all(
        Deferred,
        &[
            "This will be addressed at a later date.",
            "The question will be picked up in the next refresh of the strategy.",
            "The audit has been deferred.",
            "The form will be reviewed once the restructure is complete.",
            "This may form part of a future phase.",
        ],
    );
}

#[test]
fn refusing() {
    all(
        Declined,
        &[
            "No action is proposed.",
            "The council does not intend to change the rota.",
            "We see no need for a further audit.",
            "The present arrangements are sufficient.",
            "Past cases will not be reopened.",
            "The trust does not accept this finding.",
        ],
    );
}

#[test]
fn saying_again_what_the_inspectors_said() {
    all(
        Restates,
        &[
            "The finding is accepted.",
            "The finding that logs were thin at night is accepted.",
            "We agree with the inspectors.",
            "Inspectors found that logs were thin.",
            "We welcome this recommendation.",
            "Agreed.",
        ],
    );
}

#[test]
fn a_refusal_is_a_refusal_however_it_is_dressed() {
    all(
        Declined,
        &[
            "We will continue to listen, but no change is proposed.",
            "The finding is accepted, but the council does not plan to act on it.",
            "Having considered it each month, the board has decided not to open the clinic.",
        ],
    );
}

#[test]
fn a_promise_beside_a_report_is_a_promise() {
    all(
        Firm,
        &[
            "The form has been issued and the sergeant will sample ten from June.",
            "Since May a desk has been open and it will be staffed at night.",
        ],
    );
}

#[test]
fn an_action_is_as_firm_as_its_firmest_sentence() {
    let judge = Judge::new(super::rules());
    for (text, commitment) in [
        ("The finding is accepted. The sergeant will open a log.", Commitment::Firm),
        ("A form has been issued. Six files are read each month.", Commitment::Firm),
        ("A form has been issued. We will consider another.", Commitment::Done),
        ("We will consider a form. No further action is proposed.", Commitment::Weak),
        ("No further action is proposed.", Commitment::Declined),
        ("The finding is accepted.", Commitment::None),
        ("", Commitment::None),
    ] {
        assert_eq!(Judge::together(&judge.sentences(text)), commitment, "{text}");
    }
}

#[test]
fn only_what_binds_is_held_against_the_findings() {
    let statement = super::plan(
        "| Action | Lead | By when |\n|---|---|---|\n| The finding is accepted. Caulk each boat. We will consider tar. | Boatswain | 1 May 2017 |\n",
    );
    let action = super::only(&statement);
    assert_eq!(action.binding_text(), "Caulk each boat.");
    assert_eq!(action.shortfall(), Some(Restates));
}

#[test]
fn prose_promises_only_in_so_many_words() {
    let judge = Judge::new(super::rules());
    for (text, promises) in [
        ("The sergeant will open a log.", true),
        ("The sergeant must open a log.", true),
        ("A log to be opened.", true),
        ("The director has agreed to pay.", true),
        ("The sergeant opens a log.", false),
        ("An open log.", false),
        ("William opened a log.", false),
    ] {
        assert_eq!(judge.promises(text), promises, "{text}");
    }
    assert_eq!(judge.promise_start("The sergeant will open a log."), Some("The sergeant ".len()));
}
