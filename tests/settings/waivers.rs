//! What settings change in what a check found.

use jiff::civil::date;
use wsoa::assess::{Code, Diagnostic, Severity, Waiver};
use wsoa::settings::{FailOn, Settings, Start, template};

use crate::desk::{PACK, PLAN, PLAN_WITH_POST_BOOK, checked, checked_under, settings, waiver};

fn about<'d>(diagnostics: &'d [Diagnostic], item: &str) -> Vec<&'d Diagnostic> {
    diagnostics.iter().filter(|diagnostic| diagnostic.item.as_deref() == Some(item)).collect()
}

#[test]
fn what_is_wrong_with_a_waived_item_is_told_and_does_not_fail() {
    let without = checked(PLAN);
    let found = checked_under(PLAN, &(waiver("night-desk", "") + &waiver("lost-letters", "")));
    assert_eq!(found.waived(), ["night-desk", "lost-letters"]);
    for item in ["night-desk", "lost-letters"] {
        let told = about(&found.diagnostics, item);
        assert!(!told.is_empty() && told.iter().all(|diagnostic| diagnostic.waived), "{told:?}");
        assert_eq!(told.len(), about(&without.diagnostics, item).len());
    }
    assert!(FailOn::Warning.fails(&without.diagnostics) && !FailOn::Warning.fails(&found.diagnostics));
    let waived = found.assessment.items[0].waived().unwrap();
    assert_eq!((waived.by.as_str(), waived.on), ("Harbour Board", date(2031, 4, 1)));
}

#[test]
fn a_waiver_holds_from_its_day_to_its_last() {
    let held = |on: &str, until: &str| {
        let text = waiver("night-desk", until).replace("2031-04-01", on);
        let found = checked_under(PLAN, &text);
        let codes = [Code::WaiverExpired, Code::WaiverNotYet, Code::WaiverUnused];
        let told: Vec<Code> = codes.into_iter().filter(|code| !found.told(*code).is_empty()).collect();
        (found.waived().len(), told)
    };
    assert_eq!(held("2031-05-03", "until = 2031-05-03"), (1, vec![]));
    assert_eq!(held("2031-04-01", ""), (1, vec![]));
    assert_eq!(held("2031-04-01", "until = 2031-05-02"), (0, vec![Code::WaiverExpired]));
    assert_eq!(held("2031-05-04", ""), (0, vec![Code::WaiverNotYet]));
}

#[test]
fn a_waiver_that_does_not_hold_says_why() {
    let told = |text: &str, code| checked_under(PLAN_WITH_POST_BOOK, text).told(code).join("\n");
    insta::assert_snapshot!(told(&waiver("night-desk", "until = 2031-05-02"), Code::WaiverExpired), @"Somebody decides at night: waived by Harbour Board on 2031-04-01 until 2031-05-02, which is over, so that the item counts again | answer the item, or have it decided again and write the new day and end into the waiver");
    insta::assert_snapshot!(
        told(&waiver("night-desk", "").replace("2031-04", "2061-04"), Code::WaiverNotYet),
        @"Somebody decides at night: waived by Harbour Board on 2061-04-01, which is after the day of the check, so that the item counts | mend the date `on` of the waiver, or check for a later day with --as-of"
    );
    let unused = ["lost-letters", "night-dest", "harbour"].map(|item| waiver(item, "")).concat();
    insta::assert_snapshot!(told(&unused, Code::WaiverUnused), @"
    Letters to families arrive: waived by Harbour Board on 2031-04-01, and answered all the same | take the waiver out, so that nobody takes the item for open
    Harbour Board waived `night-dest` on 2031-04-01, and `visit-pier-end-2031` asks for no such item | if `night-desk` is meant, mend the item of the waiver, else take it out
    Harbour Board waived `harbour` on 2031-04-01, and `visit-pier-end-2031` asks for no such item | take it out, or mend its item; `wsoa rules show visit-pier-end-2031` lists the items
    ");
}

#[test]
fn what_is_wrong_with_a_waiver_is_never_waived_itself() {
    for text in [waiver("night-desk", "until = 2031-05-02"), waiver("night-dest", "")] {
        let found = checked_under(PLAN, &text);
        assert!(found.waived().is_empty() && found.diagnostics.iter().all(|diagnostic| !diagnostic.waived));
    }
}

#[test]
fn waivers_about_another_inspection_are_left_out() {
    let other = format!("pack = \"visit-bell-heath-2031\"\n{}", waiver("night-desk", ""));
    let found = checked_under(PLAN, &other);
    assert_eq!(found.waived(), Vec::<&str>::new());
    assert_eq!(found.diagnostics.len(), checked(PLAN).diagnostics.len());
    for pack in [PACK, "draft"] {
        assert!(settings(&format!("pack = \"{pack}\"\n")).are_about(PACK), "{pack}");
    }
    assert!(!settings(&other).are_about(PACK));
}

#[test]
fn severities_count_for_their_code_and_no_other() {
    let found = checked_under(
        PLAN,
        "[severity]\nfinding-partial = \"note\"\nfinding-unaddressed = \"warning\"\npast-due = \"error\"\n",
    );
    for diagnostic in &found.diagnostics {
        let wanted = match diagnostic.code {
            Code::FindingPartial => Severity::Note,
            Code::FindingUnaddressed => Severity::Warning,
            other => other.severity(),
        };
        assert_eq!(diagnostic.severity, wanted, "{}", diagnostic.code);
    }
    assert!(FailOn::Warning.fails(&found.diagnostics) && !FailOn::Error.fails(&found.diagnostics));
}

#[test]
fn what_is_off_is_not_told() {
    let waived = waiver("night-dest", "");
    assert_eq!(checked_under(PLAN, &waived).told(Code::WaiverUnused).len(), 1);
    let off = format!("{waived}[severity]\nwaiver-unused = \"off\"\n");
    assert!(checked_under(PLAN, &off).told(Code::WaiverUnused).is_empty());
}

#[test]
fn a_check_fails_from_the_level_on_that_is_asked_for() {
    let found = checked(PLAN_WITH_POST_BOOK);
    let worst = found.diagnostics.iter().map(|diagnostic| diagnostic.severity).max().unwrap();
    assert_eq!(worst, Severity::Warning, "the finding is answered in part");
    let fails = [FailOn::Error, FailOn::Warning, FailOn::Note, FailOn::Never]
        .map(|level| level.fails(&found.diagnostics));
    assert_eq!(fails, [false, true, true, false]);
}

#[test]
fn the_file_that_is_first_written_says_what_is_known_and_no_more() {
    let start = Start {
        pack: Some(PACK.to_owned()),
        statement: vec!["a \"plan\".docx".to_owned(), "drafts/*.xlsx".to_owned()],
        letter: Some("letters\\letter.pdf".to_owned()),
        fail_on: FailOn::Error,
    };
    let written = settings(&template(&start));
    assert_eq!((written.pack, written.statement), (start.pack, start.statement));
    assert_eq!((written.letter, written.fail_on), (start.letter, Some(FailOn::Error)));
    let blank = settings(&template(&Start::default()));
    assert_eq!((blank.pack, blank.statement.len(), blank.letter), (None, 0, None));
    assert_eq!((blank.review, blank.rules, blank.as_of), (None, None, None));
}

#[test]
fn the_remarks_in_the_file_that_is_first_written_are_settings_once_their_sign_is_taken_away() {
    let text = template(&Start::default());
    let keys: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# ").or(Some(line)))
        .filter(|line| {
            line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
        })
        .collect();
    let all = settings(&keys.join("\n"));
    assert_eq!(all.waivers.len(), 1);
    assert_eq!(all.severity.len(), 2);
    assert!(all.pack.is_some() && all.letter.is_some() && all.review.is_some() && all.rules.is_some());
    assert!(!all.statement.is_empty() && all.received.is_some() && all.as_of.is_some());
}

#[test]
fn a_waiver_is_added_at_the_end_and_nothing_else_is_changed() {
    let strange = Waiver {
        item: "night-desk".to_owned(),
        reason: "A \"desk\" of C:\\nights \u{202e}thgin".to_owned(),
        by: "Harbour Board".to_owned(),
        on: date(2031, 4, 1),
        until: Some(date(2031, 12, 31)),
    };
    for before in ["", "# Ours.\npack = \"x\"", "[severity]\r\npast-due = \"note\" # agreed\r\n"] {
        let after = Settings::with_waiver("wsoa.toml", before, &strange).unwrap();
        assert!(after.starts_with(before) && !after.contains('\u{202e}'), "{after}");
        assert_eq!(
            after.matches("\r\n").count(),
            if before.contains('\r') { after.matches('\n').count() } else { 0 }
        );
        assert_eq!(settings(&after).waivers, std::slice::from_ref(&strange));
        let twice = Settings::with_waiver("wsoa.toml", &after, &strange).unwrap_err();
        assert!(twice.to_string().contains("`night-desk` is waived twice"));
    }
}
