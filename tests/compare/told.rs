//! The reports: text for a terminal, JSON that its schema describes, and a page; nothing in them can do harm.

use std::sync::LazyLock;

use serde_json::Value;
use wsoa::report::Look;
use wsoa::report::compare::{html, json, schema, text};

use crate::plan::{ACTION, OWNER, Plan, row};
use crate::schema::{Held as Schema, closed};
use crate::{Held, known};

const LOOK: Look = Look { colour: false, width: 100, quiet: false, plain: false };

static SCHEMA: LazyLock<Schema> =
    LazyLock::new(|| Schema::of(closed(serde_json::from_str(&schema()).unwrap())));

fn drafts() -> (Held, Held) {
    (Held::new(&Plan::new().markdown()), Held::new(&known::edited().markdown()))
}

#[test]
fn the_text_says_what_got_worse_and_why_and_what_became_of_each_action() {
    let (old, new) = drafts();
    insta::assert_snapshot!(text(&old.to(&new), LOOK), @r#"
    1 finding worse, 2 unchanged; 1 next step worse, 4 unchanged
    1 action added, 1 taken out, 10 changed, 15 unchanged
    Visit to the lights of Gull Rock
      old: plan.md
      new: plan.md

    - worse: Lamps are looked at by night
      lamp-rounds (What must improve, bullet 1): partial, was addressed
      - worse: Sights written down
        not met (vague, sure), was met (likely)
        reworded, weakened: Table 1, row 4, Action (line 9): "We will consider whether the lamp
          logbook might be written up."

    - worse: Every finding has an answer
      every-finding (Next steps, paragraph 2): partial, was addressed
      now: 2 of 3 findings are answered in full; was: 3 of 3 findings are answered in full

    Actions added
      + Table 1, row 2, Action (line 7): "A bell will hang beside each stair for the watch to ring."
        Sergeant, Gull Rock Police; due 1 October 2031

    Actions taken out
      - Table 1, row 8, Action (line 13): "The signal mast will be painted white and red."
        Surveyor, council; due 31 May 2032

    Actions changed
      ~ reworded, weakened: Table 1, row 4, Action (line 9); was Table 1, row 3, Action (line 8)
          was: "The lamp logbook [will] be written up [before each watch ends.]"
          now: "[We will consider whether] the lamp logbook [might] be written up."
          commitment: weak; was firm
      ~ reworded: Table 1, row 5, Action (line 10); was Table 1, row 4, Action (line 9)
          was: "Broken glass will be replaced within [three] days of [a] report."
          now: "Broken glass will be replaced within [two] days of [any] report."
      ~ moved: Table 2, row 2, Action (line 19); was Table 2, row 5, Action (line 22)
          "A splicing class will be held for new hands."
      ~ redated: Table 3, row 4, Action (line 32)
          "A fiddle with four strings will be bought for the quay."
          due: 1 December 2031; was 1 August 2031 (122 days later)
      ~ moved, redated: Table 3, row 5, Action (line 33); was Table 4, row 7, Action (line 47)
          "Lifejackets for infants will be sewn by the sailmaker."
          section: Songs; was Boats
          due: 1 December 2031; was 1 September 2031 (91 days later)
      ~ put to another finding: Table 3, row 6, Action (line 34); was Table 3, row 5, Action (line 33)
          "The drum skins will be stretched by the tanner."
          finding: Boats; was Shanties
      ~ reassigned: Table 3, row 9, Action (line 37); was Table 3, row 8, Action (line 36)
          "Song sheets will be printed in large type for older singers."
          owner: Sergeant, Gull Rock Police; was Printer, council (now with: the police; no longer
            with: the local authority, children's social care)
      ~ redated: Table 4, row 3, Action (line 44); was Table 4, row 3, Action (line 43)
          "Oars will be numbered and hung in pairs."
          due: 1 July 2031; was 1 October 2031 (92 days earlier)
      ~ measured otherwise: Table 4, row 4, Action (line 45); was Table 4, row 4, Action (line 44)
          "A chart of the sandbanks will be drawn after each storm."
          measure: Pilot signs the chart; was Date on the chart
      ~ redated: Table 4, row 6, Action (line 47); was Table 4, row 6, Action (line 46)
          "The slipway will be scraped of weed twice a year."
          due: ongoing; was 31 March 2032

    Summary as of 2031-05-01
      lamp-rounds       - worse             ◐ partial, was ✓ addressed
      one-statement     = unchanged         ✗ unaddressed
      rope-store        = unchanged         ✓ addressed
      songs             = unchanged         ✓ addressed
      every-finding     - worse             ◐ partial, was ✓ addressed
      every-agency      = unchanged         ✓ addressed
      joint-and-single  = unchanged         ✓ addressed
      sent              = unchanged         ◐ partial
    "#);
}

#[test]
fn nothing_is_wider_than_the_screen() {
    let (old, new) = drafts();
    for width in [60, 80, 100] {
        let text = text(&old.to(&new), Look { width, ..LOOK });
        let table = text.find("Summary").unwrap();
        assert!(text[..table].lines().all(|line| line.chars().count() <= width), "{text}");
    }
}

#[test]
fn in_plain_words_no_sign_stands_alone() {
    let (old, new) = drafts();
    let text = text(&old.to(&new), Look { plain: true, ..LOOK });
    let sign = |word: &str| !word.chars().any(char::is_alphanumeric);
    assert_eq!(text.split_whitespace().find(|word| sign(word)), None, "{text}");
    assert!(text.contains("worse: Lamps are looked at by night"));
}

#[test]
fn quietly_there_is_the_opening_and_the_summary() {
    let (old, new) = drafts();
    let text = text(&old.to(&new), Look { quiet: true, ..LOOK });
    assert!(text.starts_with("1 finding worse, 2 unchanged"));
    assert!(text.contains("Summary as of 2031-05-01"));
    assert!(!text.contains("Actions added"));
}

#[test]
fn the_json_is_as_its_schema_says_both_ways() {
    let (old, new) = drafts();
    for comparison in [old.to(&new), new.to(&old), old.to(&old)] {
        SCHEMA.hold(&serde_json::from_str(&json(&comparison)).unwrap(), "a comparison");
    }
    let mut wrong: Value = serde_json::from_str(&json(&old.to(&new))).unwrap();
    wrong["actions"][0]["changes"][0] = "swapped".into();
    assert!(!SCHEMA.takes(&wrong));
}

#[test]
fn the_json_names_the_actions_that_made_an_aspect_worse_by_their_place() {
    let (old, new) = drafts();
    let root: Value = serde_json::from_str(&json(&old.to(&new))).unwrap();
    let aspect = &root["items"][0]["aspects"][1];
    assert_eq!((&aspect["id"], &aspect["progress"]), (&"logged".into(), &"worse".into()));
    let cause = &root["actions"][usize::try_from(aspect["causes"][0].as_u64().unwrap()).unwrap()];
    assert_eq!(cause["changes"], serde_json::json!(["reworded", "recommitted"]));
    assert_eq!((&cause["was"]["commitment"], &cause["now"]["commitment"]), (&"firm".into(), &"weak".into()));
    let words: Vec<&str> =
        cause["words"].as_array().unwrap().iter().map(|one| one["was"].as_str().unwrap()).collect();
    assert_eq!(words.join(" ").split_whitespace().collect::<Vec<_>>().join(" "), cause["was"]["text"]);
    assert_eq!(root["actions"].as_array().unwrap().len(), 12, "what did not change is left out");
    let redated = root["actions"].as_array().unwrap().iter().filter_map(|one| one["days"].as_i64());
    assert_eq!(redated.collect::<Vec<_>>(), [122, 91, -92]);
}

#[test]
fn the_page_links_to_what_changed_and_holds_each_id_once() {
    let (old, new) = drafts();
    let page = html(&old.to(&new));
    let after = |mark: &str| -> Vec<String> {
        page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let (ids, links) = (after(" id=\""), after("href=\"#"));
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "{ids:?}");
    assert!(links.iter().all(|link| ids.contains(link)), "{links:?}");
    assert!(links.contains(&"item.lamp-rounds".to_owned()));
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("<del>") && page.contains("<ins>") && !page.contains("<script"));
}

#[test]
fn what_a_document_says_does_no_harm_in_any_report() {
    let hostile = "Turn \u{202e}the lamp\u{1b}[31m <script>alert(1)</script> \"q\" & so will be lit.";
    let mut plan = Plan::new();
    plan.put("Lamps", 0, row("Dark lamps", hostile));
    plan.set("Oil will be bought", OWNER, "<b>\u{2066}Head</b>\u{7}");
    plan.set(
        "Broken glass",
        ACTION,
        "Broken <i>glass</i> will\u{202e} be replaced within three days of a report.",
    );
    let (old, new) = (Held::new(&Plan::new().markdown()), Held::new(&plan.markdown()));
    let comparison = old.to(&new);
    assert!(comparison.counts.actions.changed + comparison.counts.actions.added >= 2);
    for told in [text(&comparison, LOOK), json(&comparison), html(&comparison)] {
        let steers = |sign: char| {
            (sign.is_control() && sign != '\n')
                || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert_eq!(told.chars().find(|sign| steers(*sign)), None);
    }
    let page = html(&comparison);
    assert!(!page.contains("<script>") && !page.contains("<i>glass") && !page.contains("<b>"), "{page}");
}

#[test]
fn every_report_is_the_same_each_time() {
    let (old, new) = drafts();
    let (again, anew) = drafts();
    let (one, two) = (old.to(&new), again.to(&anew));
    assert_eq!(text(&one, LOOK), text(&two, LOOK));
    assert_eq!(json(&one), json(&two));
    assert_eq!(html(&one), html(&two));
}

#[test]
fn the_nearest_passage_is_told_though_what_made_it_worse_stands_in_the_same_cell() {
    let plan = |action: &str| {
        let weak = "The sergeant will consider whether a lamp logbook might be kept.";
        Held::new(&format!(
            "| Finding | Action | Lead | By when |\n|---|---|---|---|\n\
             | Dark lamps | 1. {action}<br>2. {weak} | Sergeant, Gull Rock Police | 1 October 2031 |\n"
        ))
    };
    let old = plan("The lamp logbook will be written up before each watch ends.");
    let new = plan("The lamp glass will be written up before each watch ends.");
    let text = text(&old.to(&new), LOOK);
    assert!(text.contains("- worse: Sights written down"), "{text}");
    let nearest = text.lines().find(|line| line.contains("nearest now: ")).unwrap();
    assert!(nearest.contains("The sergeant will consider"), "{nearest}");
}
