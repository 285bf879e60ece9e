//! Rules: what a valid folder gives, and that every kind of problem is found at its exact place.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on must fail")]

use std::fs;
use std::path::Path;

use jiff::civil::date;
use wsoa::assess::ExampleJudge;
use wsoa::pack::{
    Code, ColumnRole, CommitmentKind, Item, Kind, NextStepCheck, Problems, Rules, SectionKind, Severity,
    Source, load, nearest, read_dir, read_file,
};
use wsoa::statement::Standing;

const SMALL: &str = "tests/fixtures/rules-small";
const CORE: &str = "language/core.toml";
const VISIT: &str = "frameworks/visit.toml";
const PACK: &str = "inspections/visit-stoke-mandrake-2031.toml";

fn small() -> Rules {
    Rules::from_dir(Path::new(SMALL)).expect("the small rules are valid")
}

/// Loads the small rules with `old` replaced once by `new` in one file.
fn changed(file: &str, old: &str, new: &str) -> Result<Rules, Problems> {
    let change = |source: Source| {
        if !source.name.ends_with(file) {
            return source;
        }
        assert!(source.text.contains(old), "{file} holds no {old:?}");
        Source::new(source.name, &source.text.replacen(old, new, 1))
    };
    load(read_dir(Path::new(SMALL)).expect("the folder is readable").into_iter().map(change).collect())
}

/// Returns code and labelled text of each problem.
fn found(problems: &Problems) -> Vec<(Code, String)> {
    let labelled = |problem: &wsoa::pack::Problem| {
        let text =
            problem.source.as_ref().zip(problem.labels.first()).map(|(s, (span, _))| &s.text[span.clone()]);
        (problem.code, text.unwrap_or_default().to_owned())
    };
    problems.iter().map(labelled).collect()
}

#[test]
fn a_valid_folder_gives_its_inspection() {
    let rules = small();
    assert!(rules.warnings.is_empty(), "{}", rules.warnings);
    let visit = rules.inspection("visit-stoke-mandrake-2031").expect("it is there");
    assert_eq!(visit.framework, "visit");
    assert_eq!(visit.area, "Stoke Mandrake");
    assert_eq!(visit.fieldwork, Some((date(2031, 1, 13), date(2031, 1, 14))));
    assert_eq!(visit.published, Some(date(2031, 3, 3)));
    assert_eq!(visit.due, Some(date(2031, 6, 10)));
    assert_eq!(visit.lead.as_str(), "council");
    assert_eq!(
        visit.agencies.iter().map(|agency| agency.as_str()).collect::<Vec<_>>(),
        ["council", "police"]
    );
    let next_step = &visit.next_steps[0];
    assert_eq!(next_step.check, NextStepCheck::Submission);
    assert_eq!(next_step.place.to_string(), "Next steps, paragraph 2, sentence 1");
    let finding = &visit.findings[0];
    assert_eq!(finding.cue_texts, ["graded absent", "most recent episode"]);
    assert_eq!(finding.cues.len(), 2);
    assert_eq!(finding.place.to_string(), "What must improve, bullet 1");
    assert_eq!(visit.findings[1].place.to_string(), "paragraph 4");
    let aspect = &finding.aspects[0];
    assert_eq!(rules.text_at(&aspect.met_by_at), "absent NEAR/12 @regrade");
    assert_eq!(rules.text_at(aspect.told_by_at.as_ref().expect("it has one")), "@regrade");
    assert_eq!(rules.text_at(&aspect.at), "\"right-grade\"");
    assert_eq!(aspect.good.as_deref(), Some("Says who looks, how soon, and what changes."));
}

#[test]
fn items_keep_the_order_of_the_letter() {
    let rules = small();
    let ids: Vec<_> = rules.inspections[0]
        .items()
        .into_iter()
        .map(|item| match item {
            Item::Finding(finding) => (item.order(), finding.id.as_str()),
            Item::NextStep(step) => (item.order(), step.id.as_str()),
        })
        .collect();
    assert_eq!(ids, [(0, "absent-grades"), (1, "submission"), (2, "night-cover")]);
}

#[test]
fn a_valid_folder_gives_its_vocabulary() {
    let language = small().language;
    assert_eq!(language.sets.keys().collect::<Vec<_>>(), ["recategorise", "regrade"]);
    assert_eq!(language.agencies[1].from, Some(date(2014, 6, 1)));
    assert_eq!(language.agencies[1].until, Some(date(2031, 6, 25)));
    assert_eq!(language.columns.iter().map(|column| column.role).collect::<Vec<_>>(), [ColumnRole::Owner; 2]);
    let kinds = [CommitmentKind::Deferred, CommitmentKind::Done];
    assert_eq!(language.commitments.iter().map(|rule| rule.kind).collect::<Vec<_>>(), kinds);
    assert_eq!(language.sections[0].kind, SectionKind::Context);
    assert_eq!(language.words.stems["children"], "child");
    assert_eq!(language.blank, ["TBC", "-"]);
    assert_eq!(language.dates.vague, ["ongoing"]);
    assert_eq!(language.dates.year_begins, 4);
    assert_eq!(language.dates.terms["autumn"], (12, 31));
}

#[test]
fn queries_match_texts() {
    let rules = small();
    let finding = &rules.inspections[0].findings[0];
    let says = |query, text: &str| rules.library.scan(&rules.analyzer, &[text]).is_match(query);
    assert!(says(finding.aspects[0].met_by, "Logs of absent children are reclassified."));
    assert!(!says(finding.aspects[0].met_by, "Logs are reclassified."));
    assert!(says(finding.cues[1], "It rested on the most recent episode alone."));
    assert!(!says(finding.cues[1], "The most serious recent episode."));
    let police = &rules.language.agencies[1];
    assert!(says(police.owns, "DCI for the north"));
    let deferred = &rules.language.commitments[0];
    assert!(says(deferred.when, "It starts once funded."));
}

/// One fault each: where it is put, what is replaced by what, and what must be found with which text labelled.
type Fault = (&'static str, &'static str, &'static str, Code, &'static str);

const FAULTS: &[Fault] = &[
    (PACK, "due = 2031-06-10", "due = 2031-03-01", Code::BadDate, "2031-03-01"),
    (PACK, "to = 2031-01-14", "to = 2031-01-12", Code::BadDate, "2031-01-12"),
    (PACK, "published = 2031-03-03", "published = 2031-03-03T10:00:00", Code::BadDate, "2031-03-03T10:00:00"),
    (CORE, "until = 2031-06-25", "until = 2013-06-25", Code::BadDate, "2013-06-25"),
    (CORE, "\"12-31\"", "\"12-32\"", Code::BadDate, "\"12-32\""),
    (PACK, "\"absent-grades\"", "\"Absent grades\"", Code::BadId, "\"Absent grades\""),
    (CORE, "recategorise = ", "Recat-1 = '@regrade'\nrecategorise = ", Code::BadId, "Recat-1"),
    (PACK, "bullet = 1", "bullet = 0", Code::BadNumber, "0"),
    (CORE, "year_begins = 4", "year_begins = 13", Code::BadNumber, "13"),
    (PACK, "\"whole-story\"", "\"right-grade\"", Code::DuplicateId, "\"right-grade\""),
    (PACK, "\"night-cover\"", "\"submission\"", Code::DuplicateId, "\"submission\""),
    (
        CORE,
        "[[section]]",
        "[[agency]]\nid = \"council\"\nname = \"it\"\nowns = 'it'\n\n[[section]]",
        Code::DuplicateId,
        "\"council\"",
    ),
    (PACK, "\"Stoke Mandrake\"", "\" \"", Code::EmptyText, "\" \""),
    (PACK, "agencies = [\"police\"]", "agencies = []", Code::EmptyText, "[]"),
    (PACK, "where = { paragraph = 4 }", "where = {}", Code::EmptyText, "{}"),
    (
        PACK,
        "  \"Each decision is timed.\",\n",
        "",
        Code::FewExamples,
        "[\n  \"We note the point about history.\",\n]",
    ),
    (VISIT, "name = \"Short visit\"\n", "", Code::MissingKey, "[framework]"),
    (PACK, "check = \"submission\"\n", "", Code::MissingKey, "[[next_step]]"),
    (PACK, "met_by = 'rota AND night'\n", "", Code::MissingKey, "[[finding.aspect]]"),
    (CORE, "OR @recategorise", "OR @recategorize", Code::QuerySet, "@recategorize"),
    (PACK, "@regrade'", "@upgrade'", Code::QuerySet, "@upgrade"),
    (PACK, "'absent AND grade'", "\"absent AND /\\\\d/\"", Code::QueryString, "\"absent AND /\\\\d/\""),
    (PACK, "'rota AND night'", "'rota AND (night'", Code::QuerySyntax, "("),
    (
        PACK,
        "\"We note the point about history.\"",
        "\"No decision is logged without the chronology.\"",
        Code::SameExample,
        "\"No decision is logged without the chronology.\"",
    ),
    (CORE, "role = \"owner\"", "role = owner", Code::TomlSyntax, "owner"),
    (PACK, "agencies = [\"police\"]", "agencies = [\"polise\"]", Code::UnknownAgency, "\"polise\""),
    (PACK, "lead = \"council\"", "lead = \"counsel\"", Code::UnknownAgency, "\"counsel\""),
    (PACK, "framework = \"visit\"", "framework = \"visits\"", Code::UnknownFramework, "\"visits\""),
    (PACK, "good = ", "goood = ", Code::UnknownKey, "goood"),
    (CORE, "[[section]]", "[[sektion]]", Code::UnknownKey, "sektion"),
    (PACK, "check = \"submission\"", "check = \"submitted\"", Code::UnknownName, "\"submitted\""),
    (CORE, "kind = \"done\"", "kind = \"finished\"", Code::UnknownName, "\"finished\""),
    (PACK, "due = 2031-06-10", "due = \"2031-06-10\"", Code::WrongType, "\"2031-06-10\""),
    (PACK, "bullet = 1", "bullet = \"1\"", Code::WrongType, "\"1\""),
    (PACK, "[inspection]", "[[inspection]]", Code::WrongType, "[[inspection]]"),
    (PACK, "[[next_step]]", "[next_step]", Code::WrongType, "[next_step]"),
    (
        PACK,
        "cues = [\"graded absent\", \"most recent episode\"]",
        "cues = \"graded absent\"",
        Code::WrongType,
        "\"graded absent\"",
    ),
];

#[test]
fn each_fault_is_the_only_problem_and_its_place_is_labelled() {
    let mut wrong = Vec::new();
    for (file, old, new, code, text) in FAULTS {
        let problems = changed(file, old, new).expect_err(new);
        if found(&problems) != [(*code, (*text).to_owned())] {
            wrong.push(format!("{old} -> {new}: {:?}", found(&problems)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_is_tested() {
    let elsewhere = [Code::NoAspects, Code::NoRules, Code::NotUtf8, Code::Unreadable];
    for code in Code::ALL {
        // What is only doubtful is held against a pack full of it in `tests/cli/rules_lint.rs`.
        let doubt = code.severity() == Severity::Warning;
        let tested = doubt || FAULTS.iter().any(|fault| fault.3 == *code) || elsewhere.contains(code);
        assert!(tested, "{code} is produced by no test");
    }
}

#[test]
fn codes_are_sorted_kebab_case_and_explained() {
    let names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert!(names.is_sorted());
    for code in Code::ALL {
        assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        assert!(!code.description().ends_with('.') && !code.help().ends_with('.'), "{code}");
    }
}

#[test]
fn a_finding_without_aspects_is_a_problem() {
    let text = fs::read_to_string(Path::new(SMALL).join(PACK)).expect("the fixture is there");
    let last = text.rfind("[[finding.aspect]]").expect("it has aspects");
    let problems = changed(PACK, &text[last..], "").expect_err("a finding has no aspect");
    assert_eq!(found(&problems), [(Code::NoAspects, "[[finding]]".to_owned())]);
}

#[test]
fn a_file_of_another_name_is_only_a_warning() {
    let rules =
        changed(PACK, "id = \"visit-stoke-mandrake-2031\"", "id = \"visit-2031\"").expect("it still works");
    assert_eq!(found(&rules.warnings), [(Code::FileName, "\"visit-2031\"".to_owned())]);
}

#[test]
fn query_places_hold_in_every_kind_of_string() {
    let strings = [
        "'rota nights'",
        "\"rota nights\"",
        "'''rota nights'''",
        "'''\nrota nights'''",
        "'''\r\nrota nights\r\n'''",
    ];
    for string in strings {
        let problems = changed(PACK, "'rota AND night'", string).expect_err(string);
        let [problem] = problems.iter().as_slice() else { panic!("{string}: {problems}") };
        let (span, _) = &problem.labels[0];
        let text = &problem.source.as_ref().expect("it has a file").text;
        assert!(
            matches!(&text[span.clone()], "rota nights" | "nights"),
            "{string}: {:?}",
            &text[span.clone()]
        );
    }
}

#[test]
fn one_fault_is_not_echoed_where_its_id_is_used() {
    for (file, old, new) in [
        (VISIT, "summary = \"Inspectors stay two days and look at one question.\"\n", ""),
        (CORE, "owns = 'council OR", "owns = 'council OR OR"),
        (CORE, "recategorise OR reclassify'", "recategorise reclassify'"),
        (PACK, "title = \"Short", "title = Short"),
    ] {
        let problems = changed(file, old, new).expect_err(new);
        assert_eq!(problems.len(), 1, "{new}: {:?}", found(&problems));
    }
}

#[test]
fn all_syntax_errors_are_found_and_the_rest_is_still_read() {
    let text = "[inspection]\nid = \"one\"\ntitle = title\nframework = \"none\"\narea = area\n";
    let problems = load(vec![Source::new("one.toml", text)]).expect_err("it is wrong");
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::TomlSyntax, Code::UnknownFramework, Code::TomlSyntax]);
}

#[test]
fn folders_that_cannot_be_read_are_explained() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let code = |path: &Path| found(&Rules::from_dir(path).expect_err("there are no rules"))[0].0;
    assert_eq!(code(folder.path()), Code::NoRules);
    assert_eq!(code(&folder.path().join("missing")), Code::Unreadable);
    fs::write(folder.path().join("latin.toml"), b"[sets]\n# caf\xe9\n").expect("a file can be written");
    assert_eq!(code(folder.path()), Code::NotUtf8);
    let problems = read_file(&folder.path().join("latin.toml")).expect_err("it is not UTF-8");
    assert!(problems.to_string().ends_with("is not UTF-8 text, from line 2 on"), "{problems}");
}

#[test]
fn a_file_is_told_by_what_it_holds_else_by_its_folder() {
    assert_eq!(Source::new("a/any.toml", "[[finding]]\n").kind(), Kind::Inspection);
    assert_eq!(Source::new("inspections/any.toml", "[sets]\n").kind(), Kind::Language);
    assert_eq!(Source::new("any.toml", "[framework]\n").kind(), Kind::Framework);
    assert_eq!(Source::new("rules/inspections/any.toml", "[inspektion]\n").kind(), Kind::Inspection);
    assert_eq!(Source::new("any.toml", "").kind(), Kind::Language);
}

#[test]
fn hidden_signs_show_and_move_nothing() {
    let source = Source::new("a\u{1b}.toml", "\u{feff}a\u{1b}[2J \u{202e}b\r\n\rc");
    assert_eq!(source.name, "a?.toml");
    assert_eq!(&*source.text, "a?[2J \u{fffd}b\r\n?c");
}

#[test]
fn the_nearest_name_is_near() {
    assert_eq!(nearest("polise", ["council", "police"]), Some("police"));
    assert_eq!(nearest("fire-service", ["council", "police"]), None);
}

#[test]
fn judging_leaves_out_sentences_that_bind_nobody() {
    let rules = small();
    let judge = ExampleJudge::new(&rules, &rules.inspections[0]);
    let judged = |text| judge.judge(0, 0, text).unwrap();
    assert!(judged("The duty lead will regrade absent logs.").met);
    let put_off = judged("The lead agrees. Absent logs will be regraded next year.");
    assert!(!put_off.met);
    assert_eq!(put_off.kept, "The lead agrees.");
    assert_eq!(put_off.dropped[0].standing, Standing::Deferred);
    assert!(judged("Absent logs have been regraded; this has been agreed.").met);
    let told = judged("Logs will be regraded by noon.");
    assert!(told.told && !told.met);
    assert!(judged("The daily list has absent children regraded.").refused);
    assert!(
        judge.judge(0, 9, "The duty lead will regrade absent logs.").is_none(),
        "there is no such aspect"
    );
}
