//! Lists, with their numbers as LibreOffice shows them.

use crate::support::outline;
use crate::writer::{Odt, cell, h, item, list, p, row, style, styled, table};

/// A list style whose levels have these formats, with `more` attributes each.
fn list_style(name: &str, levels: &[(&str, &str)]) -> String {
    let levels: String = (1..)
        .zip(levels)
        .map(|(at, (format, more))| match *format {
            "bullet" => format!("<text:list-level-style-bullet text:level=\"{at}\" {more}/>"),
            _ => format!(
                "<text:list-level-style-number text:level=\"{at}\" style:num-format=\"{format}\" {more}/>"
            ),
        })
        .collect();
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

/// The kinds and numbers shown, in order.
fn numbers(styles: &str, body: &str) -> Vec<String> {
    let outline = outline(&Odt::body(body).automatic(styles).read());
    outline.lines().filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
}

/// A list in the style `L` that begins nothing new.
fn steps(attributes: &str, count: usize) -> String {
    list(&format!("text:style-name=\"L\" {attributes}"), &item("Step", "").repeat(count))
}

const DOT: &str = "style:num-suffix=\".\"";

#[test]
fn levels_count_and_restart() {
    let styles = list_style(
        "L",
        &[
            ("1", DOT),
            ("1", "text:display-levels=\"2\""),
            ("a", "style:num-prefix=\"(\" style:num-suffix=\")\""),
            ("bullet", "text:bullet-char=\"o\""),
        ],
    );
    let deepest = list("", &item("Step", &list("", &item("Step", ""))));
    let body = list(
        "text:style-name=\"L\"",
        &(item("Step", &list("", &(item("Step", "") + &item("Step", &deepest))))
            + &item("Step", &list("", &item("Step", &deepest)))),
    );
    assert_eq!(
        numbers(&styles, &body),
        ["li0 1.", "li1 1.1", "li1 1.2", "li2 (a)", "li3 *", "li0 2.", "li1 2.1", "li2 (a)", "li3 *"]
    );
}

#[test]
fn each_number_format_is_shown() {
    let shown = |format: &str, more: &str, count: usize| {
        numbers(&list_style("L", &[(format, more)]), &steps("", count)).pop().unwrap()
    };
    assert_eq!(shown("1", "", 12), "li0 12");
    assert_eq!(shown("01, 02, 03, ...", "", 3), "li0 03");
    assert_eq!(shown("a", "", 28), "li0 ab");
    assert_eq!(shown("a", "style:num-letter-sync=\"true\"", 28), "li0 bb");
    assert_eq!(shown("A", "", 26), "li0 Z");
    assert_eq!(shown("i", "", 49), "li0 xlix");
    assert_eq!(shown("I", "", 14), "li0 XIV");
    assert_eq!(shown("1st", "", 22), "li0 22nd");
    assert_eq!(shown("1", "text:start-value=\"4\"", 2), "li0 5");
}

#[test]
fn the_form_libreoffice_writes_decides_over_prefix_and_suffix() {
    let form = "loext:num-list-format=\"Action %1%:\" style:num-prefix=\"Step\"";
    assert_eq!(numbers(&list_style("L", &[("1", form)]), &steps("", 1)), ["li0 Action 1:"]);
}

#[test]
fn a_level_without_numbers_is_left_out_of_the_next() {
    let styles = list_style("L", &[("", ""), ("1", "text:display-levels=\"2\"")]);
    let body = list("text:style-name=\"L\"", &item("Theme", &list("", &item("Step", ""))));
    assert_eq!(numbers(&styles, &body), ["p", "li1 1"]);
}

#[test]
fn a_level_that_shows_nothing_makes_no_item_and_an_unknown_style_a_bullet() {
    for (format, more) in [("", ""), ("bullet", "text:bullet-char=\" \""), ("bullet", "")] {
        assert_eq!(numbers(&list_style("L", &[(format, more)]), &steps("", 1)), ["p"], "{format}");
    }
    assert_eq!(numbers("", &steps("", 1)), ["li0 *"]);
}

#[test]
fn a_list_begins_anew_unless_it_goes_on_from_another() {
    let styles = list_style("L", &[("1", DOT)]) + &list_style("M", &[("a", DOT)]);
    let body = steps("xml:id=\"one\"", 2)
        + &steps("xml:id=\"two\"", 1)
        + &steps("text:continue-numbering=\"true\"", 1)
        + &steps("text:continue-list=\"one\" xml:id=\"three\"", 1)
        + &list("text:style-name=\"M\"", &item("Between", ""))
        + &steps("text:continue-list=\"three\"", 1)
        + &steps("text:continue-list=\"nowhere\"", 1);
    assert_eq!(
        numbers(&styles, &body),
        ["li0 1.", "li0 2.", "li0 1.", "li0 2.", "li0 3.", "li0 a.", "li0 4.", "li0 1."]
    );
}

#[test]
fn a_list_of_words_goes_on_in_the_same_style_whatever_stands_between() {
    let styles = list_style("L", &[("1", DOT)]) + &list_style("M", &[("1", DOT)]);
    let body = steps("text:continue-numbering=\"true\"", 1)
        + &list("text:style-name=\"M\" text:continue-numbering=\"true\"", &item("Between", ""))
        + &steps("text:continue-numbering=\"true\"", 1);
    assert_eq!(numbers(&styles, &body), ["li0 1.", "li0 1.", "li0 2."]);
}

#[test]
fn items_may_start_anew_and_look_their_own_way() {
    let styles = list_style("L", &[("1", DOT)]) + &list_style("M", &[("A", "")]);
    let special = |attributes: &str| format!("<text:list-item {attributes}>{}</text:list-item>", p("Step"));
    let body = list(
        "text:style-name=\"L\"",
        &(item("Step", "")
            + &special("text:start-value=\"5\"")
            + &special("text:style-override=\"M\"")
            + &special("text:start-value=\"327601520\"")),
    );
    assert_eq!(numbers(&styles, &body), ["li0 1.", "li0 5.", "li0 F", "li0 7."]);
}

#[test]
fn only_the_first_paragraph_of_an_item_is_numbered() {
    let styles = list_style("L", &[("1", DOT)]);
    let body = list(
        "text:style-name=\"L\"",
        &("<text:list-header><text:p>Before</text:p></text:list-header>".to_owned()
            + &item("Step", &p("More of it"))
            + &item("Step", "")),
    );
    assert_eq!(numbers(&styles, &body), ["p", "li0 1.", "p", "li0 2."]);
}

#[test]
fn an_item_that_only_holds_a_list_counts_when_it_is_the_first() {
    let styles = list_style("L", &[("1", DOT), ("1", "text:display-levels=\"2\"")]);
    let deep = format!("<text:list-item>{}</text:list-item>", list("", &item("Deep", "")));
    let body = list("text:style-name=\"L\"", &(deep.clone() + &item("Step", "") + &deep));
    assert_eq!(numbers(&styles, &body), ["li1 1.1", "li0 2.", "li1 2.1"]);
}

#[test]
fn consecutive_levels_count_as_one() {
    let styles = list_style("L", &[("1", DOT), ("1", DOT)])
        .replace("<text:list-style ", "<text:list-style text:consecutive-numbering=\"true\" ");
    let body =
        list("text:style-name=\"L\"", &(item("Step", &list("", &item("Step", ""))) + &item("Step", "")));
    assert_eq!(numbers(&styles, &body), ["li0 1.", "li1 2.", "li0 3."]);
}

#[test]
fn the_style_of_a_paragraph_names_its_list_where_the_list_does_not() {
    let styles = list_style("L", &[("I", "")])
        + &style("paragraph", "P1", "style:list-style-name=\"L\"", "")
        + &style("paragraph", "P2", "style:parent-style-name=\"P1\"", "");
    let body = list("", &format!("<text:list-item>{}</text:list-item>", styled("P2", "Step")))
        + &styled("P2", "No list");
    assert_eq!(numbers(&styles, &body), ["li0 I", "p"]);
}

#[test]
fn numbered_paragraphs_are_items() {
    let styles = list_style("L", &[("1", DOT), ("a", DOT)]);
    let numbered = |level: u32| {
        format!(
            "<text:numbered-paragraph text:list-id=\"n\" text:level=\"{level}\" text:style-name=\"L\">{}\
             </text:numbered-paragraph>",
            p("Step")
        )
    };
    let body = numbered(1) + &numbered(2) + &p("Between") + &numbered(1);
    assert_eq!(numbers(&styles, &body), ["li0 1.", "li1 a.", "p", "li0 2."]);
}

#[test]
fn headings_carry_the_number_of_the_outline_or_of_their_list() {
    let level = |at: u32| {
        format!(
            "<text:outline-level-style text:level=\"{at}\" style:num-format=\"1\" text:display-levels=\"{at}\"/>"
        )
    };
    let outline_style = format!("<text:outline-style>{}{}</text:outline-style>", level(1), level(2));
    let styles =
        list_style("L", &[("A", DOT)]) + &style("paragraph", "Plain", "style:list-style-name=\"\"", "");
    let heading = |attributes: &str, words: &str| {
        format!("<text:h text:outline-level=\"1\" {attributes}>{words}</text:h>")
    };
    let listed = format!("<text:list-item>{}</text:list-item>", h(1, "Annex"));
    let body = h(1, "Aims")
        + &h(2, "Health")
        + &h(2, "Police")
        + &heading("text:is-list-header=\"true\"", "Not numbered")
        + &heading("text:style-name=\"Plain\"", "Nor this")
        + &h(1, "Actions")
        + &h(2, "Now")
        + &heading("text:restart-numbering=\"true\" text:start-value=\"9\"", "Later")
        + &heading("text:restart-numbering=\"true\"", "Again")
        + &list("text:style-name=\"L\"", &listed);
    insta::assert_snapshot!(outline(&Odt::body(&body).styles(&outline_style).automatic(&styles).read()), @"
    h1: 1 Aims [paragraph 1]
    h2: 1.1 Health [paragraph 2]
    h2: 1.2 Police [paragraph 3]
    h1: Not numbered [paragraph 4]
    h1: Nor this [paragraph 5]
    h1: 2 Actions [paragraph 6]
    h2: 2.1 Now [paragraph 7]
    h1: 9 Later [paragraph 8]
    h1: 1 Again [paragraph 9]
    h1: A. Annex [paragraph 10]
    ");
}

#[test]
fn empty_items_count_and_a_cell_of_only_a_number_shows_it() {
    let styles = list_style("L", &[("1", DOT)]);
    let numbered = |words: &str| {
        let inside = list("text:style-name=\"L\" text:continue-numbering=\"true\"", &item(words, ""));
        format!("<table:table-cell>{inside}</table:table-cell>")
    };
    let body = list("text:style-name=\"L\"", &(item("First", "") + &item("", "")))
        + &table(&(row(&[numbered(""), cell("", "Act")]) + &row(&[numbered("Text"), cell("", "Act")])))
        + &p("End");
    insta::assert_snapshot!(outline(&Odt::body(&body).automatic(&styles).read()), @"
    li0 1.: First [paragraph 1]
    table 1 of 2 columns
      row 1
        at 0, 1 x 1
          p: 3. [Table 1, row 1, column 1]
        at 1, 1 x 1
          p: Act [Table 1, row 1, column 2]
      row 2
        at 0, 1 x 1
          li0 4.: Text [Table 1, row 2, column 1]
        at 1, 1 x 1
          p: Act [Table 1, row 2, column 2]
    p: End [paragraph 2]
    ");
}
