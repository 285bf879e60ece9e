//! What counts as written and what does not.

use crate::support::texts;
use crate::writer::{Odt, h, p, span, style, styled};

/// Reads a paragraph with this inside and returns its text.
fn line(inside: &str) -> String {
    Odt::body(&p(inside)).read().blocks.first().map(|block| block.text.clone()).unwrap_or_default()
}

/// Reads a paragraph with a run that has these text properties after a plain one.
fn after_kept(properties: &str) -> String {
    let automatic = style("text", "T1", "", properties);
    let document = Odt::body(&p(&("kept ".to_owned() + &span("T1", "run")))).automatic(&automatic).read();
    document.texts().concat()
}

#[test]
fn struck_and_hidden_runs_do_not_count() {
    for properties in [
        "style:text-line-through-style=\"solid\"",
        "style:text-line-through-style=\"dotted\" style:text-line-through-type=\"double\"",
        "style:text-line-through-type=\"single\"",
        "text:display=\"none\"",
    ] {
        assert_eq!(after_kept(properties), "kept", "{properties}");
    }
    for properties in [
        "style:text-line-through-style=\"none\" style:text-line-through-type=\"none\"",
        "style:text-line-through-style=\"solid\" style:text-line-through-type=\"none\"",
        "style:text-underline-style=\"solid\"",
        "text:display=\"true\"",
    ] {
        assert_eq!(after_kept(properties), "kept run", "{properties}");
    }
}

#[test]
fn the_nearest_style_decides() {
    let struck = "style:text-line-through-style=\"solid\"";
    let plain = "style:text-line-through-style=\"none\"";
    let styles = style("paragraph", "Gone", "", struck)
        + &style("paragraph", "GoneToo", "style:parent-style-name=\"Gone\"", "")
        + &style("text", "Struck", "", struck)
        + &style("text", "Secret", "", "text:display=\"none\"");
    let automatic = style("paragraph", "P1", "style:parent-style-name=\"Gone\"", plain)
        + &style("text", "T1", "style:parent-style-name=\"Struck\"", "")
        + &style("text", "T2", "", plain);
    let body = styled("Gone", "own style")
        + &styled("GoneToo", "inherited style")
        + &styled("P1", "switched off again")
        + &p(&("plain".to_owned() + &span("T1", " struck") + &span("Secret", &span("T2", " secret"))))
        + &styled("Gone", &span("T2", "the run decides"))
        + &p(&span("Struck", &("gone ".to_owned() + &span("T2", "the inner run decides"))));
    let document = Odt::body(&body).styles(&styles).automatic(&automatic).read();
    assert_eq!(texts(&document), ["switched off again", "plain", "the run decides", "the inner run decides"]);
}

#[test]
fn defaults_hide_what_nothing_shows_again() {
    let styles =
        "<style:default-style style:family=\"paragraph\"><style:text-properties text:display=\"none\"/>\
                  </style:default-style>"
            .to_owned()
            + &style("text", "Shown", "", "text:display=\"true\"");
    let body = p("hidden by default") + &p(&span("Shown", "shown"));
    assert_eq!(texts(&Odt::body(&body).styles(&styles).read()), ["shown"]);
}

#[test]
fn a_paragraph_without_a_style_looks_like_the_standard_one() {
    let styles = style("paragraph", "Standard", "", "style:text-line-through-style=\"solid\"");
    assert_eq!(
        texts(&Odt::body(&(p("gone") + &styled("Other", "gone too"))).styles(&styles).read()),
        [""; 0]
    );
}

#[test]
fn styles_of_the_text_decide_over_shared_ones_of_one_name() {
    let styles = style("text", "T1", "", "text:display=\"none\"");
    let document = Odt::body(&p(&span("T1", "seen"))).styles(&styles).automatic(&style("text", "T1", "", ""));
    assert_eq!(texts(&document.read()), ["seen"]);
}

#[test]
fn hidden_sections_do_not_count() {
    let section =
        |attributes: &str, words: &str| format!("<text:section {attributes}>{}</text:section>", p(words));
    let body = section("text:display=\"none\"", "hidden")
        + &section("text:display=\"condition\" text:is-hidden=\"true\"", "hidden by its condition")
        + &section("text:display=\"condition\" text:condition=\"x\"", "shown by its condition")
        + &section("", &("shown</text:p>".to_owned() + &section("", "inside") + "<text:p>"));
    assert_eq!(texts(&Odt::body(&body).read()), ["shown by its condition", "shown", "inside"]);
}

#[test]
fn fields_show_what_was_stored_unless_they_hide_it() {
    assert_eq!(line("p. <text:page-number>3</text:page-number>"), "p. 3");
    assert_eq!(line("a<text:variable-set text:display=\"none\">5</text:variable-set>b"), "ab");
    assert_eq!(line("a <text:hidden-text text:is-hidden=\"true\">secret</text:hidden-text>"), "a");
    assert_eq!(line("a <text:hidden-text>told</text:hidden-text>"), "a told");
    assert_eq!(line("a <text:conditional-text>yes</text:conditional-text>"), "a yes");
    assert_eq!(line("gone <text:hidden-paragraph text:is-hidden=\"true\"/> with all of it"), "");
    assert_eq!(line("kept <text:hidden-paragraph/> whole"), "kept whole");
    assert_eq!(
        line("Rating: <text:drop-down><text:label text:value=\"Red\"/>Amber</text:drop-down>"),
        "Rating: Amber"
    );
}

#[test]
fn placeholders_do_not_count() {
    assert_eq!(line("Owner: <text:placeholder>&lt;name&gt;</text:placeholder>"), "Owner:");
    let control =
        |attributes: &str| format!("Due: <loext:content-control {attributes}>May</loext:content-control>");
    assert_eq!(line(&control("loext:showing-place-holder=\"true\"")), "Due:");
    assert_eq!(line(&control("")), "Due: May");
}

#[test]
fn fields_of_words_kind_show_their_result_and_not_their_instruction() {
    let sign = |name: &str| format!("<field:fieldmark-{name}/>");
    let [start, separator, end] = ["start", "separator", "end"].map(sign);
    assert_eq!(line(&format!("See {start}REF a{separator}section 2{end}.")), "See section 2.");
    assert_eq!(line(&format!("See {start}section 2{end}.")), "See section 2.");
    assert_eq!(line(&format!("{start}IF {start}PAGE{separator}3{end} x{separator}yes{end}")), "yes");
    let entry =
        |value: &str| format!("<field:param field:name=\"Dropdown_ListEntry\" field:value=\"{value}\"/>");
    let chosen = "<field:param field:name=\"Dropdown_Selected\" field:value=\"1\"/>";
    assert_eq!(
        line(&format!("<field:fieldmark>{}{}{chosen}</field:fieldmark>", entry("Red"), entry("Amber"))),
        "Amber"
    );
}

#[test]
fn wrappers_are_looked_through() {
    let inside = "<text:a xlink:href=\"x\">policy</text:a><text:bookmark text:name=\"b\"/> \
                  <text:meta>and <text:reference-mark-start text:name=\"r\"/>practice</text:meta>\
                  <text:ruby><text:ruby-base> guide</text:ruby-base><text:ruby-text>gaid</text:ruby-text></text:ruby>\
                  <unknown> 2</unknown>";
    assert_eq!(line(inside), "policy and practice guide 2");
}

#[test]
fn special_signs_become_what_a_reader_sees() {
    assert_eq!(line("a<text:tab/>b"), "a b");
    assert_eq!(line("a<text:s text:c=\"4\"/>b"), "a b");
    assert_eq!(line("a<text:line-break/>b"), "a\nb");
    assert_eq!(line("a\n  b"), "a b");
    assert_eq!(line("a<text:soft-page-break/>b&#173;c&#8209;d"), "abc-d");
    assert_eq!(line("&#xF0FC; done"), "• done");
    assert_eq!(Odt::body(&h(1, "<text:number>1.</text:number>Aims")).read().texts(), ["Aims"]);
}

#[test]
fn bold_and_italic_are_of_the_whole_text() {
    let automatic = style("text", "B", "", "fo:font-weight=\"bold\"")
        + &style("text", "I", "", "fo:font-style=\"italic\"")
        + &style("paragraph", "P1", "", "fo:font-weight=\"700\"")
        + &style("text", "N", "", "fo:font-weight=\"normal\"");
    let body = p(&(span("B", "Lead") + " " + &span("B", "officer")))
        + &p(&(span("B", "Lead") + " officer"))
        + &p(&span("I", "quoted"))
        + &styled("P1", "by its paragraph")
        + &styled("P1", &span("N", "switched off"));
    let document = Odt::body(&body).automatic(&automatic).read();
    let looks: Vec<(bool, bool)> = document.blocks.iter().map(|block| (block.bold, block.italic)).collect();
    assert_eq!(looks, [(true, false), (false, false), (false, true), (true, false), (false, false)]);
}
