//! Personal data: what is masked, and what is left alone.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use wsoa::document::{Limits, markdown};
use wsoa::pack::Rules;
use wsoa::personal::mask;

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap());

/// What is found in a paragraph, and what is left of it.
fn masked(text: &str) -> (Vec<String>, String) {
    let mut documents = [markdown::read("plan.md", text, &Limits::default()).unwrap()];
    let found = mask(&mut documents, &RULES.language.personal);
    (found.into_iter().map(|data| data.name).collect(), documents[0].blocks[0].text.clone())
}

#[test]
fn each_kind_is_masked_and_named() {
    for (text, name, left) in [
        ("The record of 943 476 5919 was closed.", "an NHS number", "The record of ••• ••• •••• was closed."),
        (
            "Her number is QQ 12 34 56 C, or AB123456C on the form.",
            "a national insurance number",
            "Her number is QQ 12 34 56 C, or ••••••••• on the form.",
        ),
        ("Child B (DOB 03/11/2004) was seen.", "a date of birth", "Child B (DOB ••/••/••••) was seen."),
        ("born on 3 November 2004 in the county", "a date of birth", "born on • •••••••• •••• in the county"),
        ("Ring 07700 900123 for her.", "a mobile number", "Ring ••••• •••••• for her."),
        (
            "The family lived at 12 Rope Walk Lane then.",
            "a home address",
            "The family lived at •• •••• •••• •••• then.",
        ),
        ("His address is in AQ1 4ZZ.", "a postcode beside a person", "His address is in ••• •••."),
        (
            "Wren Sandpiper, aged 14, was found.",
            "a name beside an age",
            "•••• •••••••••, aged 14, was found.",
        ),
        (
            "Wren Sandpiper of 12 Rope Walk Lane, Amber AQ1 4ZZ was missed.",
            "a home address",
            "Wren Sandpiper of •• •••• •••• ••••, ••••• ••• ••• was missed.",
        ),
        (
            "Case note 3 May 2016: Wren Sandpiper was seen alone.",
            "a name in a case note",
            "Case note 3 May 2016: •••• ••••••••• was seen alone.",
        ),
        (
            "Wren Sandpiper (case number 4417) was seen.",
            "a name in a case note",
            "•••• ••••••••• (case number 4417) was seen.",
        ),
        (
            "A 15-year-old, Wren Sandpiper, waited.",
            "a name beside an age",
            "A 15-year-old, •••• •••••••••, waited.",
        ),
    ] {
        assert_eq!(masked(text), (vec![name.to_owned()], left.to_owned()), "{text}");
    }
}

#[test]
fn what_a_plan_needs_is_left_alone() {
    for text in [
        "The director will report by 31 March 2017, and then every 12 weeks.",
        "Reference 943 476 5918 in the ledger.",
        "The council's switchboard is 01234 567890; its office is at 1 Harbour Street, AQ1 4ZZ.",
        "Children born after 2004 are seen within 5 days; those aged 14 to 17 within 2.",
        "In the county, 12 year old children and the Amber Quay team met in 2016.",
        "Head of Service aged care plans reviewed in 10 cases.",
        "Written Statement 2016 v1.2, section 47, regulation 44, form 078.",
        "1234567890 leaflets were printed.",
        "Offer Care Leavers aged 18 to 25 a flat, and Children Looked After aged 16 another.",
        "A guide for 16 year old Care Leavers.",
        "Visit 14 High Street, where children were placed at risk; the team moved to 9 Rope Lane.",
        "The Family Centre at 12 Rope Walk Lane opens at 8.",
        "Case notes 2016: Head Teachers are told.",
    ] {
        assert_eq!(masked(text).0, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn tables_and_headings_are_masked_wherever_they_are_told_again() {
    let text = "# The case of 943 476 5919\n\nAs told.\n\n| Action | Lead |\n|-|-|\n| Review 943 476 5919 | A nurse |\n";
    let mut documents = [markdown::read("plan.md", text, &Limits::default()).unwrap()];
    let found = mask(&mut documents, &RULES.language.personal);
    assert_eq!(found.len(), 2);
    assert!(!format!("{documents:?}").contains("943"), "{documents:?}");
    assert!(found[1].location.text.contains("row 2"), "{:?}", found[1].location);
    assert!(mask(&mut documents, &RULES.language.personal).is_empty(), "what is masked is not found again");
}
