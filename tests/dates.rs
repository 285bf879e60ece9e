//! Dates as plans write them, in cells and in prose.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use wsoa::dates::{DateReader, DateRules};

/// The rules as shipped, with a few words for blank cells.
fn rules() -> DateRules {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/language/dates.toml");
    let file: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let dates = file["dates"].as_table().unwrap();
    let vague = dates["vague"].as_array().unwrap();
    let day = |text: &str| {
        let (month, day) = text.split_once('-').unwrap();
        (month.parse().unwrap(), day.parse().unwrap())
    };
    let terms = dates["terms"].as_table().unwrap();
    DateRules {
        vague: vague.iter().map(|word| word.as_str().unwrap().to_owned()).collect(),
        blank: ["n/a", "TBC", "none"].map(str::to_owned).to_vec(),
        year_begins: u8::try_from(dates["year_begins"].as_integer().unwrap()).unwrap(),
        terms: terms.iter().map(|(name, last)| (name.clone(), day(last.as_str().unwrap()))).collect(),
    }
}

fn reader(anchor: Option<Date>) -> DateReader {
    DateReader::new(rules(), anchor)
}

/// The middle of August 2016, when the statement of the examples is sent.
fn august() -> DateReader {
    reader(Some(date(2016, 8, 15)))
}

/// Returns `first..last`, `vague` or `none`.
fn shown(reader: &DateReader, cell: &str) -> String {
    match reader.due(cell) {
        None => "none".to_owned(),
        Some(due) => due.range.map_or("vague".to_owned(), |(first, last)| format!("{first}..{last}")),
    }
}

/// Checks each cell against its days; a single date stands for a single day.
fn check(reader: &DateReader, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(cell, days)| {
            let single = days.len() == 10 && days.starts_with("20");
            (cell, if single { format!("{days}..{days}") } else { (*days).to_owned() }, shown(reader, cell))
        })
        .filter(|(_, expected, found)| expected != found)
        .map(|(cell, expected, found)| format!("{cell:?}: expected {expected}, found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_with_a_year() {
    check(
        &reader(None),
        &[
            ("31/12/2016", "2016-12-31"),
            ("By 31/12/2016", "2016-12-31"),
            ("31/03/17", "2017-03-31"),
            ("31.3.17", "2017-03-31"),
            ("31-3-2017", "2017-03-31"),
            ("1/9/16", "2016-09-01"),
            ("2016-10-31", "2016-10-31"),
            ("17th March 2018", "2018-03-17"),
            ("by 17th March 2018", "2018-03-17"),
            ("1 st October 2018", "2018-10-01"),
            ("7 th December\n2018", "2018-12-07"),
            ("the 3rd of October 2016", "2016-10-03"),
            ("22 Mar 04", "2004-03-22"),
            ("30th Sept '16", "2016-09-30"),
            ("30 Sept. 2016", "2016-09-30"),
            ("12-Sep-16", "2016-09-12"),
            ("Friday, 3 February 2017 16:42", "2017-02-03"),
            ("Weds 5 October 2016", "2016-10-05"),
            ("March 31, 2017", "2017-03-31"),
            ("29 February 2016", "2016-02-29"),
            ("w/c 5 September 2016", "2016-09-05..2016-09-11"),
            ("week commencing 5 September 2016", "2016-09-05..2016-09-11"),
            ("week ending 9 September 2016", "2016-09-03..2016-09-09"),
            ("In post 5 September 2016", "2016-09-05"),
            ("Date: 12 December 2014", "2014-12-12"),
        ],
    );
}

#[test]
fn months_with_a_year() {
    check(
        &reader(None),
        &[
            ("March 2013", "2013-03-01..2013-03-31"),
            ("Feb 2016", "2016-02-01..2016-02-29"),
            ("Sept 2016", "2016-09-01..2016-09-30"),
            ("Nov-16", "2016-11-01..2016-11-30"),
            ("Mar-2017", "2017-03-01..2017-03-31"),
            ("Oct 16", "2016-10-01..2016-10-31"),
            ("May 25", "2025-05-01..2025-05-31"),
            ("June ’17", "2017-06-01..2017-06-30"),
            ("09/2016", "2016-09-01..2016-09-30"),
            ("MARCH 2017", "2017-03-01..2017-03-31"),
            ("End of Sept 2016", "2016-09-30"),
            ("by the end of October 2016", "2016-10-31"),
            ("end-January 2017", "2017-01-31"),
            ("mid-October 2016", "2016-10-11..2016-10-20"),
            ("early March 2017", "2017-03-01..2017-03-10"),
            ("late November 2016", "2016-11-21..2016-11-30"),
            ("From September 2016", "2016-09-01..2016-09-30"),
            ("Completed July 2016", "2016-07-01..2016-07-31"),
            ("March 2016/17", "2017-03-01..2017-03-31"),
        ],
    );
}

#[test]
fn longer_periods() {
    check(
        &reader(None),
        &[
            ("Q3 2016/17", "2016-10-01..2016-12-31"),
            ("Q4 2016-17", "2017-01-01..2017-03-31"),
            ("Q3 2016", "2016-10-01..2016-12-31"),
            ("Q1 19/20", "2019-04-01..2019-06-30"),
            ("2016/17 Q2", "2016-07-01..2016-09-30"),
            ("Quarter 1 of 2022/23", "2022-04-01..2022-06-30"),
            ("third quarter of 2016/17", "2016-10-01..2016-12-31"),
            ("end of Q3 2016/17", "2016-12-31"),
            ("financial year 2012/13", "2012-04-01..2013-03-31"),
            ("2012/13 financial year", "2012-04-01..2013-03-31"),
            ("FY16/17", "2016-04-01..2017-03-31"),
            ("2016/17", "2016-04-01..2017-03-31"),
            ("2016-2017", "2016-04-01..2017-03-31"),
            ("2017", "2017-01-01..2017-12-31"),
            ("by the end of 2016", "2016-12-31"),
            ("early 2017", "2017-01-01..2017-04-30"),
            ("mid 2017", "2017-05-01..2017-08-31"),
            ("Autumn term 2016", "2016-12-31"),
            ("end of summer term 2017", "2017-07-31"),
            ("Spring term 2016/17", "2017-04-30"),
            ("autumn term 2016/17", "2016-12-31"),
            ("academic year 2016/17", "2017-08-31"),
            ("spring 2017", "2017-05-31"),
            ("Christmas 2016", "2016-12-25"),
            ("by Easter 2017", "2017-04-30"),
        ],
    );
}

#[test]
fn spans() {
    check(
        &reader(None),
        &[
            ("18th – 20th January 2022", "2022-01-18..2022-01-20"),
            ("17-21 September 2018", "2018-09-17..2018-09-21"),
            ("April to June 2016", "2016-04-01..2016-06-30"),
            ("Apr–Jun 2016", "2016-04-01..2016-06-30"),
            ("June/July 2012", "2012-06-01..2012-07-31"),
            ("November to February 2017", "2016-11-01..2017-02-28"),
            ("1 May - 30 June 2016", "2016-05-01..2016-06-30"),
            ("Start 1 May 2016 / End 30 June 2016", "2016-05-01..2016-06-30"),
            ("1 September 2016 until 31 March 2017", "2016-09-01..2017-03-31"),
            ("September 2016 – March 2017", "2016-09-01..2017-03-31"),
            ("Q3 to Q4 2016/17", "2016-10-01..2017-03-31"),
        ],
    );
}

#[test]
fn of_several_dates_one_is_due() {
    check(
        &reader(None),
        &[
            ("Completed 1 August 2016; monthly exception report continues", "2016-08-01"),
            ("First round by the end of October 2016", "2016-10-31"),
            ("From 5 September 2016, reviewed March 2017", "2016-09-05"),
            ("30 September 2016, reviewed March 2017", "2016-09-30"),
            ("twenty by 30 September 2019, the rest by 31 March 2020", "2020-03-31"),
            ("north site 31 July 2019; south site 30 November 2019", "2019-11-30"),
            ("31/10/2016\n30/11/2016", "2016-11-30"),
            ("Quarter 2 report, October 2016", "2016-10-01..2016-10-31"),
        ],
    );
}

#[test]
fn dates_without_a_year_follow_the_anchor() {
    let table = [
        ("1 September", "2016-09-01"),
        ("1 August", "2017-08-01"),
        ("January", "2017-01-01..2017-01-31"),
        ("August", "2016-08-01..2016-08-31"),
        ("May", "2017-05-01..2017-05-31"),
        ("by March", "2017-03-01..2017-03-31"),
        ("end of the autumn term", "2016-12-31"),
        ("Q2", "2016-07-01..2016-09-30"),
        ("by Christmas", "2016-12-25"),
        ("31/3", "2017-03-31"),
        ("29 February", "2020-02-29"),
        ("October to December", "2016-10-01..2016-12-31"),
        ("end of the financial year", "2017-03-31"),
        ("Each service submitting by December", "2016-12-01..2016-12-31"),
        ("May 25", "2025-05-01..2025-05-31"),
        ("March 31", "2017-03-31"),
    ];
    check(&august(), &table);
    let without = reader(None);
    for (cell, _) in table.iter().filter(|(cell, _)| *cell != "May 25" && *cell != "March 31") {
        let due = without.due(cell).unwrap();
        assert_eq!((due.text.as_str(), due.range), (*cell, None), "{cell:?} has no year and no anchor");
    }
}

#[test]
fn vague_and_blank_cells() {
    check(
        &august(),
        &[
            ("", "none"),
            ("  \u{a0} ", "none"),
            ("-", "none"),
            ("—", "none"),
            ("n/a", "none"),
            ("N/A", "none"),
            ("TBC", "vague"),
            ("Ongoing", "vague"),
            ("Immediate", "vague"),
            ("asap", "vague"),
            ("Monthly", "vague"),
            ("within 6 weeks", "vague"),
            ("6 months", "vague"),
            ("Termly", "vague"),
            ("when the contract ends", "vague"),
            ("20 July 2106", "vague"),
            ("31 June 2016", "vague"),
            ("29 February 2017", "vague"),
            ("31/13/2016", "vague"),
            ("24/7", "vague"),
            ("version 2.1", "vague"),
            ("99999999999999999999/1/2016", "vague"),
        ],
    );
}

#[test]
fn due_keeps_the_text_as_written() {
    let due = reader(None).due(" End of Sept 2016 ").unwrap();
    assert_eq!(due.text, "End of Sept 2016");
}

/// Returns the dates of a sentence as `text=last day`.
fn found(reader: &DateReader, sentence: &str) -> Vec<String> {
    let last = |range: Option<(Date, Date)>| range.map_or("vague".to_owned(), |(_, last)| last.to_string());
    reader
        .in_text(sentence)
        .into_iter()
        .map(|found| format!("{}={}", found.due.text, last(found.due.range)))
        .collect()
}

#[test]
fn dates_in_prose() {
    let table: [(&str, &[&str]); 16] = [
        (
            "Every file is read by 31 March 2017, and again from 3 October 2017.",
            &["31 March 2017=2017-03-31", "3 October 2017=2017-10-03"],
        ),
        (
            "A rota will be agreed by the end of January and used in February.",
            &["the end of January=2017-01-31", "February=2017-02-28"],
        ),
        ("Visits begin in October.", &["October=2016-10-31"]),
        ("The council may, in May, march to a new office.", &["May=2017-05-31"]),
        ("May we march together?", &[]),
        ("March is mentioned by nobody.", &[]),
        ("The march of time goes on from march to march.", &[]),
        ("In March 2016 the board met.", &["March 2016=2016-03-31"]),
        ("It was praised in 2015.", &[]),
        ("The post is filled by 2017.", &["2017=2017-12-31"]),
        ("Spending is agreed during 2016/17.", &["2016/17=2017-03-31"]),
        ("Half of the forms come from schools by Christmas.", &["Christmas=2016-12-25"]),
        ("Summer is a good time for a spring clean.", &[]),
        ("See section 3.2, item 4/5 and paragraph 14.", &[]),
        ("Training runs 17-21 September 2018 in Leeds.", &["17-21 September 2018=2018-09-21"]),
        ("Reports come each quarter, from Q3 2016/17.", &["Q3 2016/17=2016-12-31"]),
    ];
    for (sentence, dates) in table {
        assert_eq!(found(&august(), sentence), dates, "{sentence}");
    }
}

#[test]
fn a_date_in_prose_knows_its_place() {
    let sentence = "Café staff are told by 1 st October 2018.";
    let found = reader(None).in_text(sentence);
    assert_eq!(found.len(), 1);
    assert_eq!(&sentence[found[0].range.clone()], "1 st October 2018");
}

/// Text made of the pieces of dates, where a grammar is most easily misled.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1",
        "31",
        "29",
        "2016",
        "16",
        "/",
        "-",
        "–",
        ".",
        " ",
        " ",
        " ",
        "of",
        "end",
        "March",
        "May",
        "Sept",
        "to",
        "Q",
        "Q3",
        "2016/17",
        "'",
        "st",
        "th",
        "by",
        "w/c",
        "spring",
        "term",
        "early",
        "é",
        "\u{a0}",
        ";",
        "FY",
        "9999",
        "/ End",
        "Monday",
        "financial year",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_in_order(text in prop_oneof![pieces(), any::<String>()], anchored: bool) {
        let reader = if anchored { august() } else { reader(None) };
        if let Some((first, last)) = reader.due(&text).and_then(|due| due.range) {
            prop_assert!(first <= last);
        }
        let mut end = 0;
        for found in reader.in_text(&text) {
            prop_assert!(end <= found.range.start && found.range.start < found.range.end);
            prop_assert_eq!(text.get(found.range.clone()), Some(found.due.text.as_str()));
            prop_assert!(found.due.range.is_none_or(|(first, last)| first <= last));
            end = found.range.end;
        }
    }

    #[test]
    fn every_day_is_read_in_every_form(days in 0..20_000_i32) {
        use jiff::ToSpan;
        let day = date(1990, 1, 1).checked_add(days.days()).unwrap();
        let forms = ["%d/%m/%Y", "%-d %B %Y", "%A %-d %b %Y", "%Y-%m-%d", "%-d.%-m.%Y", "%B %-d, %Y"];
        for form in forms {
            let text = day.strftime(form).to_string();
            prop_assert_eq!(reader(None).due(&text).and_then(|due| due.range), Some((day, day)), "{}", text);
        }
    }
}

#[test]
fn two_dates_with_between_before_them_are_one_span() {
    let span = |sentence: &str| reader(None).in_text(sentence).first().and_then(|found| found.due.range);
    assert_eq!(
        span("Between 27 February and 3 March 2017 the lamps were looked at."),
        Some((date(2017, 2, 27), date(2017, 3, 3)))
    );
    assert_eq!(
        span("Lamps are bought by 27 February 2017 and 3 March 2017."),
        Some((date(2017, 2, 27), date(2017, 2, 27)))
    );
}
