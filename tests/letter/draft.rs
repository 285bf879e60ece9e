//! Drafts of rules: what is made of a letter, and that it always loads.

use proptest::prelude::*;
use wsoa::letter::{Draft, Wording, draft};
use wsoa::pack::{Code, Inspection, Kind, Rules, Severity, Source, embedded_for, load, load_partly};

use crate::{page, read, shipped};

/// A letter with items under two headings, and what it demands of the answer.
const LETTER: &str = include_str!("gull-rock.md");

fn drafted(letter: &str, wording: Wording) -> Draft {
    draft(&read("letters/gull rock.md", letter), shipped(), wording).unwrap()
}

/// The shipped vocabulary with one draft.
fn with(source: Source) -> Vec<Source> {
    let mut sources = embedded_for(None);
    sources.retain(|source| source.kind() != Kind::Inspection);
    sources.push(source);
    sources
}

fn loaded(draft: &Draft) -> Rules {
    load(with(draft.source.clone())).unwrap()
}

fn inspection(rules: &Rules) -> &Inspection {
    &rules.inspections[0]
}

#[test]
fn what_a_person_is_to_finish() {
    insta::assert_snapshot!(drafted(LETTER, Wording::Blank).source.text, @r#"
    #:schema ../schema.json
    # A draft, made from the letter alone. Fill in what says TODO, in words of your own, check the queries, write examples,
    # and take `draft = true` out. rules/README.md says how.

    [inspection]
    id = "jtai-gull-rock-2031"
    title = "Joint targeted area inspection, Gull Rock"
    framework = "jtai"
    area = "Gull Rock"
    inspectorates = ["Ofsted", "Care Quality Commission"]
    fieldwork = { from = 2031-01-06, to = 2031-01-10 }
    published = 2031-03-04
    due = 2031-06-10
    send_to = "lamps@example.org"
    lead = "local-authority"
    agencies = ["local-authority", "health", "police"]
    standing = "draft made from the letter"
    draft = true

    # Lamp Safeguarding Children Board, bullet 1
    [[finding]]
    id = "audit-and-quality-assurance"
    summary = "TODO"
    where = { heading = "Lamp Safeguarding Children Board" }
    agencies = ["local-authority"]
    cues = ["lighthouse referrals", "board's audits"]

    [[finding.aspect]]
    id = "answer"
    asks = "TODO"
    met_by = '''
      @answers-audit-and-quality-assurance AND (audits OR lighthouse OR referrals OR show OR safer OR board)'''
    told_by = '''
      ((audits OR lighthouse OR referrals OR show OR safer OR board) AND @tells-audit-and-quality-assurance)
      OR (audits AND (lighthouse OR referrals OR show OR safer OR board))
      OR (lighthouse AND (referrals OR show OR safer OR board))
      OR (referrals AND (show OR safer OR board))
      OR (show AND (safer OR board))
      OR (safer AND board)'''
    accept = []
    reject = []

    # Lamp Safeguarding Children Board, bullet 2
    [[finding]]
    id = "strategy-harm-smugglers"
    summary = "TODO"
    where = { heading = "Lamp Safeguarding Children Board" }
    agencies = ["local-authority"]
    cues = ["ferry crews", "unsure whom", "strategy for harm"]

    [[finding.aspect]]
    id = "answer"
    asks = "TODO"
    met_by = '''
      strategy AND (harm OR smugglers OR ferry OR crews OR unsure OR whom OR board OR tell)'''
    told_by = '''
      (strategy AND (harm OR smugglers OR ferry OR crews OR unsure OR whom OR board OR tell))
      OR (harm AND (smugglers OR ferry OR crews OR unsure OR whom OR board OR tell))
      OR (smugglers AND (ferry OR crews OR unsure OR whom OR board OR tell))
      OR (ferry AND (crews OR unsure OR whom OR board OR tell))
      OR (crews AND (unsure OR whom OR board OR tell))
      OR (unsure AND (whom OR board OR tell))
      OR (whom AND (board OR tell))
      OR (board AND tell)'''
    accept = []
    reject = []

    # Children who go missing, bullet 1
    [[finding]]
    id = "missing-children"
    summary = "TODO"
    where = { heading = "Children who go missing" }
    agencies = ["local-authority"]
    cues = ["return interviews", "goes missing"]

    # The item speaks of missing-children, return-interviews: make an aspect of each thing that it demands.
    [[finding.aspect]]
    id = "answer"
    asks = "TODO"
    met_by = '''
      (@answers-missing-children OR @answers-return-interviews) AND (return OR interviews OR goes OR missing OR late)'''
    told_by = '''
      ((return OR interviews OR goes OR missing OR late) AND (@tells-missing-children OR @tells-return-interviews))
      OR (return AND (interviews OR goes OR missing OR late))
      OR (interviews AND (goes OR missing OR late))
      OR (goes AND (missing OR late))
      OR (missing AND late)'''
    accept = []
    reject = []

    # Children who go missing, bullet 2
    [[finding]]
    id = "officers-night-watch"
    summary = "TODO"
    where = { heading = "Children who go missing" }
    agencies = ["local-authority"]
    cues = ["help three times", "night watch", "curfew log", "tell carers", "nobody can see", "families have asked"]

    # The item may demand 2 things: make an aspect of each thing that it demands.
    [[finding.aspect]]
    id = "answer"
    asks = "TODO"
    met_by = '''
      officers AND (night OR watch OR carers OR found OR mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help)'''
    told_by = '''
      (officers AND (night OR watch OR carers OR found OR mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (night AND (watch OR carers OR found OR mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (watch AND (carers OR found OR mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (carers AND (found OR mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (found AND (mainland OR curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (mainland AND (curfew OR log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (curfew AND (log OR incomplete OR nobody OR see OR families OR asked OR help))
      OR (log AND (incomplete OR nobody OR see OR families OR asked OR help))
      OR (incomplete AND (nobody OR see OR families OR asked OR help))
      OR (nobody AND (see OR families OR asked OR help))
      OR (see AND (families OR asked OR help))
      OR (families AND (asked OR help))
      OR (asked AND help)'''
    accept = []
    reject = []

    # Health services on the island, bullet 1
    [[finding]]
    id = "unborn-and-babies"
    summary = "TODO"
    where = { heading = "Health services on the island" }
    agencies = ["health"]
    cues = ["weigh babies", "fishing villages"]

    [[finding.aspect]]
    id = "answer"
    asks = "TODO"
    met_by = '''
      @answers-unborn-and-babies AND (nurses OR weigh OR babies OR fishing OR villages)'''
    told_by = '''
      ((nurses OR weigh OR babies OR fishing OR villages) AND @tells-unborn-and-babies)
      OR (nurses AND (weigh OR babies OR fishing OR villages))
      OR (weigh AND (babies OR fishing OR villages))
      OR (babies AND (fishing OR villages))
      OR (fishing AND villages)'''
    accept = []
    reject = []

    # Next steps, paragraph 1
    [[next_step]]
    id = "coordinated-statement"
    asks = "TODO"
    where = { heading = "Next steps" }
    check = "coordinated-statement"
    shown_by = '''
      (coordinat* AND (statement OR response OR plan OR partnership)) OR ("on behalf of" AND (partnership OR partners OR agencies OR board))
      OR ("written statement" AND (joint OR partnership OR agencies))'''

    # Next steps, paragraph 1
    [[next_step]]
    id = "responds-to-findings"
    asks = "TODO"
    where = { heading = "Next steps" }
    check = "responds-to-findings"

    # Next steps, paragraph 1
    [[next_step]]
    id = "multi-agency"
    asks = "TODO"
    where = { heading = "Next steps" }
    check = "multi-agency"

    # Next steps, paragraph 2
    [[next_step]]
    id = "submission"
    asks = "TODO"
    where = { heading = "Next steps" }
    check = "submission"
    shown_by = '''
      (sent OR submit OR submission) AND (ofsted OR inspectorate OR =CQC OR /@/)'''
    "#);
}

#[test]
fn what_is_made_for_a_check_holds_the_letters_words_and_has_no_blank() {
    let rules = loaded(&drafted(LETTER, Wording::Letter));
    let findings = &inspection(&rules).findings;
    assert_eq!(findings[2].summary, "Return interviews after a child goes missing are late.");
    let blank = |text: &String| text.contains("blank");
    assert!(!rules.warnings.iter().any(|problem| blank(&problem.message)), "{:?}", rules.warnings);
}

#[test]
fn every_item_is_laid_beside_what_stands_for_it() {
    let draft = drafted(LETTER, Wording::Blank);
    let rules = loaded(&draft);
    let inspection = inspection(&rules);
    let findings = inspection.findings.iter().map(|finding| (finding.order, &finding.id));
    let mut ids: Vec<_> =
        findings.chain(inspection.next_steps.iter().map(|step| (step.order, &step.id))).collect();
    ids.sort();
    let asked: Vec<usize> = ids.iter().map(|(_, id)| draft.asked[*id].order).collect();
    assert_eq!(asked, [1, 2, 3, 4, 5, 6, 6, 7, 8], "in the order of the letter, with two demands in item 6");
    assert_eq!(draft.asked["missing-children"].location.text, "Children who go missing, bullet 1");
}

#[test]
fn blanks_are_doubts_in_a_draft_and_errors_after_it() {
    let draft = drafted(LETTER, Wording::Blank);
    let rules = loaded(&draft);
    assert!(inspection(&rules).draft);
    assert!(rules.warnings.iter().all(|problem| problem.code == Code::Unfinished));
    let finished = draft.source.text.replace("draft = true\n", "");
    let codes = |text: &str| {
        let rules = load_partly(with(Source::new(draft.source.name.clone(), text)));
        let mut codes: Vec<Code> = rules
            .warnings
            .iter()
            .filter(|problem| problem.code.severity() == Severity::Error)
            .map(|problem| problem.code)
            .collect();
        codes.dedup();
        codes
    };
    assert!(codes(&finished).contains(&Code::EmptyText), "a blank is no text");
    // With the words of a person in every blank, there are still no examples.
    assert_eq!(codes(&finished.replace("\"TODO\"", "\"Ferries run\"")), [Code::FewExamples]);
    let examples = |text: &str, key: &str, sentences: &str| {
        text.replace(&format!("{key} = []"), &format!("{key} = [{sentences}]"))
    };
    let finished = finished.replace("\"TODO\"", "\"Ferries run\"");
    let finished = examples(&finished, "accept", "\"Lamps are lit.\", \"Oil is bought.\"");
    let finished = examples(&finished, "reject", "\"Lamps were lit.\", \"Oil was bought.\"");
    assert_eq!(codes(&finished), []);
}

#[test]
fn what_the_letter_does_not_name_is_left_blank() {
    let letter = LETTER.replace(" of Gull Rock", "").replace("Gull Rock ", "").replace(
        "It was carried out by inspectors from Ofsted and the Care\nQuality Commission (CQC).",
        "Nobody signed.",
    );
    let draft = drafted(&letter, Wording::Blank);
    let rules = loaded(&draft);
    let inspection = inspection(&rules);
    assert_eq!(inspection.area, "TODO");
    assert_eq!(inspection.title, "Joint targeted area inspection");
    assert_eq!(inspection.inspectorates, ["TODO"]);
    assert_eq!(inspection.id, "jtai-gull-rock-2031", "named after the file");
    let blank = |line: &str| draft.source.text.lines().any(|one| one == line);
    assert!(blank("area = \"TODO\"") && blank("inspectorates = [\"TODO\"]"));
    let unfinished = rules.warnings.iter().filter(|problem| problem.message.contains("`area`"));
    assert_eq!(unfinished.count(), 1);
}

#[test]
fn days_that_cannot_follow_each_other_are_left_out() {
    let draft = drafted(&LETTER.replace("10 June 2031", "10 June 2030"), Wording::Blank);
    assert!(!draft.source.text.contains("\ndue ="));
    assert!(draft.source.text.contains("\npublished = 2031-03-04"));
    loaded(&draft);
}

#[test]
fn nothing_is_made_of_a_letter_of_no_kind_or_that_asks_for_nothing() {
    let of = |text: &str| draft(&read("letter.md", text), shipped(), Wording::Letter).is_none();
    assert!(of("# A note from the harbour\n\n## Areas for improvement\n\n- The pier must be mended.\n"));
    assert!(of("# Joint targeted area inspection of Gull Rock\n\nAll is well.\n"));
    // Words that are about nothing, and figures.
    assert!(of(
        "# Joint targeted area inspection of Gull Rock\n\n## Areas for improvement\n\n- It is so, 4x4.\n"
    ));
}

/// Texts that could end a string, a comment or a query early.
fn piece() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "'''",
        "\"\"\"",
        "\\",
        "\\n",
        "\"",
        "'",
        "#",
        "]]",
        "[[finding]]",
        "\u{1}",
        "\u{1b}[2J",
        "\u{7f}",
        "\t",
        "\u{2028}",
        "\u{202e}",
        "=",
        "@answers-neglect",
        "/(/",
        "NEAR/3",
        "AND",
        "OR NOT",
        "*",
        "-",
        "é",
        "日本",
        "\u{2019}s",
        "TODO",
        "x2",
        "is so",
    ]);
    let words = prop::sample::select(vec![
        "Return interviews",
        "must be timely",
        "police",
        "the board",
        "does not",
        "children missing",
        "thresholds",
        "neglect",
        "are late;",
        "records.",
        "Audits are poor.",
        "This includes:",
    ]);
    prop_oneof![odd.prop_map(str::to_owned), words.prop_map(str::to_owned), "\\PC{1,6}"]
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece(), 1..12).prop_map(|pieces| pieces.join(" "));
    pieces.prop_filter("readers give no blank text", |text| !text.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_always_loads(
        area in text(),
        heading in text(),
        items in prop::collection::vec(text(), 1..5),
        step in text(),
        wording in prop::sample::select(vec![Wording::Blank, Wording::Letter]),
    ) {
        let mut letter = page(
            "<h1>Joint targeted area inspection of Weir</h1><h2>Areas for improvement</h2>
            <ul><li>The bell must ring.</li></ul><h2>Next steps</h2><p>Weir Council should send the statement.</p>",
        );
        let (item, asked) = (letter.items[0].clone(), letter.items[1].clone());
        letter.file.clone_from(&area);
        letter.area = Some(area);
        letter.send_to = Some(step.clone());
        letter.inspectorates = vec![heading.clone()];
        letter.items = items.iter().map(|text| letter_item(&item, &heading, text)).collect();
        letter.items.push(letter_item(&asked, &heading, &step));
        if let Some(draft) = draft(&letter, shipped(), wording) {
            let loaded = load(with(draft.source.clone()));
            prop_assert!(loaded.is_ok(), "{:#?}\n{}", loaded.err(), draft.source.text);
            let rules = loaded.unwrap();
            prop_assert_eq!(&inspection(&rules).id, draft.source.stem());
            for finding in &inspection(&rules).findings {
                prop_assert!(draft.asked.contains_key(&finding.id));
            }
        }
    }
}

fn letter_item(like: &wsoa::letter::Item, heading: &str, text: &str) -> wsoa::letter::Item {
    wsoa::letter::Item { heading: heading.to_owned(), text: text.to_owned(), ..like.clone() }
}
