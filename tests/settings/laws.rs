//! What holds of any settings.

use proptest::prelude::*;
use wsoa::assess::ItemOutcome;
use wsoa::settings::FailOn;

use crate::desk::{PLAN, PLAN_WITH_POST_BOOK, checked, checked_under, settings, waiver};

fn plan() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![PLAN, PLAN_WITH_POST_BOOK, "# Answer to the visit to Pier End\n"])
}

/// Waivers of some items, of which one is none; each ends on some day or never.
fn waivers() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let items = prop::sample::subsequence(vec!["night-desk", "lost-letters", "answers", "harbour"], 0..=4);
    let ends = prop::collection::vec(
        prop::sample::select(vec!["", "until = 2031-05-02", "until = 2031-05-03", "until = 2032-01-01"]),
        4,
    );
    (items, ends).prop_map(|(items, ends)| items.into_iter().zip(ends).collect())
}

/// An outcome without its waiver.
fn bare(item: &ItemOutcome) -> String {
    let mut item = item.clone();
    match &mut item {
        ItemOutcome::Finding(finding) => finding.waived = None,
        ItemOutcome::NextStep(step) => step.waived = None,
    }
    format!("{item:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_waiver_changes_no_verdict_and_hides_no_problem(plan in plan(), waivers in waivers()) {
        let text: String = waivers.iter().map(|(item, end)| waiver(item, end)).collect();
        let (before, after) = (checked(plan), checked_under(plan, &text));
        let (was, is) = (&before.assessment.items, &after.assessment.items);
        prop_assert!(was.iter().map(bare).eq(is.iter().map(bare)));
        let told = |diagnostics: &[wsoa::assess::Diagnostic]| {
            diagnostics.iter().map(|one| (one.code, one.severity, one.message.clone())).collect::<Vec<_>>()
        };
        let (was, is) = (told(&before.diagnostics), told(&after.diagnostics));
        prop_assert_eq!(&is[..was.len()], &was[..], "what is said of waivers comes after the rest");
    }

    #[test]
    fn what_is_waived_fails_again_without_its_waiver(plan in plan(), waivers in waivers()) {
        let text: String = waivers.iter().map(|(item, end)| waiver(item, end)).collect();
        let found = checked_under(plan, &text);
        for item in found.waived() {
            let rest: String =
                waivers.iter().filter(|(other, _)| *other != item).map(|(item, end)| waiver(item, end)).collect();
            let without = checked_under(plan, &rest);
            prop_assert!(!without.waived().contains(&item));
            let fails = |found: &crate::desk::Found| {
                let about = found.diagnostics.iter().filter(|one| one.item.as_deref() == Some(item));
                FailOn::Note.fails(&about.cloned().collect::<Vec<_>>())
            };
            prop_assert!(!fails(&found));
            // The next step that asks for an answer to every finding is told by the findings.
            prop_assert!(fails(&without) || item == "answers");
        }
    }

    #[test]
    fn the_order_of_keys_and_waivers_changes_nothing(
        plan in plan(),
        waivers in waivers(),
        keys in Just(vec!["fail_on = \"error\"\n", "letter = \"letter.pdf\"\n", "as_of = 2031-05-03\n"]).prop_shuffle(),
        codes in Just(vec!["finding-partial = \"note\"\n", "waiver-unused = \"warning\"\n"]).prop_shuffle(),
    ) {
        let file = |keys: &[&str], codes: &[&str], waivers: &mut dyn Iterator<Item = &(&str, &str)>| {
            let waivers: String = waivers.map(|(item, end)| waiver(item, end)).collect();
            format!("{}\n[severity]\n{}\n{waivers}", keys.concat(), codes.concat())
        };
        let mut sorted = (keys.clone(), codes.clone());
        sorted.0.sort_unstable();
        sorted.1.sort_unstable();
        let one = file(&sorted.0, &sorted.1, &mut waivers.iter());
        let other = file(&keys, &codes, &mut waivers.iter().rev());
        let (a, b) = (checked_under(plan, &one), checked_under(plan, &other));
        prop_assert_eq!(a.waived(), b.waived());
        let sorted = |found: &crate::desk::Found| {
            let mut told: Vec<String> = found.diagnostics.iter().map(|one| format!("{one:?}")).collect();
            told.sort();
            told
        };
        prop_assert_eq!(sorted(&a), sorted(&b));
        let (a, b) = (settings(&one), settings(&other));
        prop_assert_eq!((a.fail_on, a.letter, a.as_of, a.severity), (b.fail_on, b.letter, b.as_of, b.severity));
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in "(?s).{0,200}") {
        let _ = wsoa::settings::Settings::read("wsoa.toml", &text);
    }
}
