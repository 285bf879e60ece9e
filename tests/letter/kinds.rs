//! Kinds of letter, told by what they begin with.

use crate::page;

fn kind(body: &str) -> String {
    page(body).framework.unwrap_or_default()
}

#[test]
fn each_kind_is_told_by_its_title() {
    assert_eq!(kind("<h1>Joint targeted area inspection of Weir</h1>"), "jtai");
    assert_eq!(kind("<h1>Inspection of Weir local authority children’s services</h1>"), "ilacs");
    assert_eq!(kind("<h1>Weir</h1><h2>Inspection of children's social care services</h2>"), "ilacs");
    assert_eq!(kind("<h1>Area SEND inspection of Weir Local Area Partnership</h1>"), "area-send-2023");
    assert_eq!(kind("<h1>Joint local area SEND inspection in Weir</h1>"), "area-send-2016");
    assert_eq!(kind("<h1>Focused visit to Weir children’s services</h1>"), "ilacs-focused-visit");
    assert_eq!(kind("<h1>Monitoring visit to Weir children’s services</h1>"), "monitoring-visit");
    assert_eq!(kind("<h1>How to keep a lamp</h1>"), "");
}

#[test]
fn a_visit_that_a_report_only_mentions_does_not_make_it_one() {
    let report = "<h1>Inspection of Weir local authority children’s services</h1>
                  <p>Since the focused visit of last year, and the monitoring visit before it, lamps are better.</p>";
    assert_eq!(kind(report), "ilacs");
}
