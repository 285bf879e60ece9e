//! Ties: by words, by reference, by place.

use wsoa::assess::Tie;

use super::{Check, check, row, rows};

/// The tie of the best evidence for an aspect.
fn tie(check: &Check, aspect: &str) -> Option<Tie> {
    check.aspect(aspect).evidence.first().map(|evidence| evidence.tie)
}

#[test]
fn a_row_that_names_the_finding_and_has_the_words_is_tied_by_both() {
    let check = check(&rows(&[row("dark lamps", "The coxswain will visit each lamp by night.")]));
    assert_eq!(tie(&check, "lamp-rounds.by-night"), Some(Tie::ReferenceAndWords));
}

#[test]
fn an_action_elsewhere_answers_by_its_words() {
    for finding in ["frayed ropes", "Gulls", ""] {
        let check = check(&rows(&[row(finding, "The coxswain will visit each lamp by night.")]));
        assert_eq!(tie(&check, "lamp-rounds.by-night"), Some(Tie::Words), "{finding}");
    }
}

#[test]
fn words_in_the_measure_are_the_action_s_words() {
    let check = check(&rows(&[[
        "Gulls",
        "The coxswain will go round.",
        "Coxswain",
        "1 October 2031",
        "Each lamp seen by night",
    ]]));
    assert_eq!(tie(&check, "lamp-rounds.by-night"), Some(Tie::Words));
}

#[test]
fn a_reference_makes_do_with_words_that_tell_the_aspect() {
    let action = "The coxswain will go round by night.";
    assert_eq!(
        tie(&check(&rows(&[row("dark lamps", action)])), "lamp-rounds.by-night"),
        Some(Tie::Reference)
    );
    assert_eq!(tie(&check(&rows(&[row("Gulls", action)])), "lamp-rounds.by-night"), None);
}

#[test]
fn references_stand_in_row_banner_quotation_and_heading() {
    let bullet = "- The coxswain will go round by night.\n";
    for plan in [
        rows(&[row("dark lamps", "The coxswain will go round by night.")]),
        rows(&[["dark lamps", "", "", "", ""], row("", "The coxswain will go round by night.")]),
        format!("> dark lamps\n\n{bullet}"),
        format!("## About the dark lamps\n\n{bullet}"),
        format!("## The lamps and their rounds\n\n{bullet}"),
        format!("## Dark lamps\n\n### What we will do\n\n{bullet}"),
        format!("Finding: dark lamps\n\n{bullet}"),
    ] {
        assert_eq!(tie(&check(&plan), "lamp-rounds.by-night"), Some(Tie::Reference), "{plan}");
    }
}

#[test]
fn a_heading_that_a_nearer_reference_overrules_tells_only_the_place() {
    let plan =
        format!("## Dark lamps\n\n{}", rows(&[row("frayed ropes", "The coxswain will go round by night.")]));
    let check = check(&plan);
    assert_eq!(tie(&check, "lamp-rounds.by-night"), Some(Tie::Place));
    assert!(!check.aspect("rope-store.counted").met);
}

#[test]
fn a_cue_goes_before_what_a_text_is_about() {
    let plan = rows(&[row("frayed ropes on the lamp round", "The coxswain will go round by night.")]);
    assert_eq!(tie(&check(&plan), "lamp-rounds.by-night"), None);
}

#[test]
fn a_reference_ends_with_its_row() {
    let plan = rows(&[
        row("dark lamps", "The coxswain will mend the pier."),
        row("Gulls", "The coxswain will go round by night."),
    ]);
    assert_eq!(tie(&check(&plan), "lamp-rounds.by-night"), None);
}

#[test]
fn words_of_a_neighbouring_matter_tie_nothing() {
    let plan = rows(&[row("dark lamps", "The newsletter will show each lamp by night.")]);
    assert_eq!(tie(&check(&plan), "lamp-rounds.by-night"), None);
}

#[test]
fn what_is_very_like_the_accepted_examples_is_tied_by_likeness() {
    let like = "Come Sunday, the crew will stand on the quay with drum and fiddle until each verse is known.";
    let unlike = "Come Monday, the gulls will be counted from the pier until each feather is known.";
    assert_eq!(tie(&check(&rows(&[row("Gulls", like)])), "songs.practised"), Some(Tie::Likeness));
    assert_eq!(tie(&check(&rows(&[row("Gulls", unlike)])), "songs.practised"), None);
}
