//! The clock: how the time to answer runs, against dates that really were set.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use wsoa::clock::{Clock, Count, Holidays, Unit};
use wsoa::pack::Rules;

fn holidays() -> &'static Holidays {
    static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| Rules::embedded().unwrap().language.holidays);
    &HOLIDAYS
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

const SEVENTY: Clock = Clock { length: 70, unit: Unit::WorkingDays, count: Count::After };

#[test]
fn seventy_working_days_end_where_councils_and_inspectors_say() {
    let holidays = holidays();
    for (place, start, due) in [
        ("York, children's services", "2022-05-04", "2022-08-12"),
        ("Bracknell Forest, special educational needs", "2022-02-22", "2022-06-07"),
        ("Central Bedfordshire, by the count alone", "2016-05-10", "2016-08-17"),
        ("Kirklees", "2016-11-28", "2017-03-09"),
        ("Wolverhampton", "2021-11-05", "2022-02-16"),
        ("BCP", "2021-08-31", "2021-12-07"),
        ("Thurrock", "2019-05-02", "2019-08-12"),
    ] {
        assert_eq!(SEVENTY.last_day(day(start), holidays).unwrap(), day(due), "{place}");
    }
}

#[test]
fn twenty_working_days_and_the_days_of_statutes() {
    let holidays = holidays();
    let clock = |length, unit, count| Clock { length, unit, count };
    let last = |clock: Clock, start: &str| clock.last_day(day(start), holidays).unwrap();
    let twenty = clock(20, Unit::WorkingDays, Count::After);
    assert_eq!(last(twenty, "2016-08-05"), day("2016-09-05"), "Leicester, over the August holiday");
    assert_eq!(last(twenty, "2018-08-10"), day("2018-09-10"), "St Helens");
    let fifty_six = clock(56, Unit::Days, Count::BeginningWith);
    assert_eq!(last(fifty_six, "2022-03-01"), day("2022-04-25"), "the day of publication counts");
    assert_eq!(last(clock(56, Unit::Days, Count::After), "2022-03-01"), day("2022-04-26"));
    let three_months = clock(3, Unit::Months, Count::BeginningWith);
    assert_eq!(last(three_months, "2016-05-10"), day("2016-08-09"));
    assert_eq!(last(clock(1, Unit::Months, Count::After), "2016-01-31"), day("2016-02-29"));
    assert_eq!(last(clock(1, Unit::WorkingDays, Count::BeginningWith), "2016-05-10"), day("2016-05-10"));
    assert_eq!(last(clock(1, Unit::WorkingDays, Count::BeginningWith), "2016-05-14"), day("2016-05-16"));
}

/// Area, date of the letter, due date in the letter, working days between them: joint targeted area inspections,
/// from their published letters.
const LETTERS: [(&str, &str, &str, u32); 60] = [
    ("London Borough of Croydon", "2016-06-29", "2016-10-06", 70),
    ("Liverpool", "2016-08-02", "2016-11-08", 69),
    ("Salford", "2016-10-28", "2017-01-31", 64),
    ("Lincolnshire", "2016-12-02", "2017-03-07", 64),
    ("Wiltshire", "2016-12-16", "2017-03-27", 68),
    ("Hampshire", "2017-02-01", "2017-05-05", 64),
    ("Bradford Metropolitan District Council", "2017-04-21", "2017-07-24", 64),
    ("Wokingham Borough Council", "2017-07-14", "2017-10-17", 66),
    ("Peterborough City Council", "2017-08-10", "2017-11-14", 67),
    ("Cheshire West and Chester", "2017-11-10", "2018-02-19", 68),
    ("Bristol City Council", "2017-12-01", "2018-03-06", 64),
    ("Stockton-On-Tees", "2018-01-15", "2018-04-18", 65),
    ("Haringey", "2018-01-30", "2018-05-11", 70),
    ("Greenwich", "2018-05-09", "2018-08-16", 70),
    ("Southend-on-Sea", "2018-05-09", "2018-08-18", 71),
    ("Medway", "2018-08-03", "2018-11-12", 70),
    ("Durham", "2018-08-24", "2018-12-03", 70),
    ("York", "2018-11-09", "2019-02-20", 70),
    ("Cornwall", "2018-11-23", "2019-03-06", 70),
    ("Shropshire", "2019-01-15", "2019-04-25", 70),
    ("Islington", "2019-01-29", "2019-05-10", 70),
    ("Bracknell Forest", "2019-03-08", "2019-06-20", 70),
    ("Derby City", "2019-05-08", "2019-08-15", 70),
    ("Northumberland", "2019-08-02", "2019-11-11", 70),
    ("Halton", "2019-08-23", "2019-12-02", 70),
    ("Milton Keynes", "2019-12-18", "2020-03-30", 70),
    ("Sefton", "2019-12-18", "2020-03-30", 70),
    ("Plymouth", "2020-01-08", "2020-04-16", 69),
    ("Portsmouth", "2020-01-31", "2020-05-13", 70),
    ("Bexley", "2020-03-06", "2020-06-18", 70),
    ("East Sussex", "2020-04-14", "2020-07-23", 70),
    ("Solihull", "2022-02-21", "2022-05-30", 67),
    ("Royal Borough of Windsor and Maidenhead", "2022-07-04", "2022-09-12", 49),
    ("Barnsley", "2022-07-18", "2022-10-25", 69),
    ("Kirklees", "2022-08-18", "2022-11-25", 69),
    ("Cheshire East", "2022-09-26", "2023-01-05", 70),
    ("Walsall", "2023-01-06", "2023-04-18", 70),
    ("London Borough of Lewisham", "2023-01-31", "2023-05-11", 68),
    ("Wirral", "2023-02-16", "2023-05-19", 62),
    ("Sunderland", "2023-03-16", "2023-06-23", 66),
    ("Bedford", "2023-03-31", "2023-07-06", 64),
    ("Surrey", "2023-05-02", "2023-08-09", 69),
    ("Harrow", "2023-05-24", "2023-08-03", 50),
    ("Blackburn with Darwen", "2023-07-14", "2023-10-23", 70),
    ("Gloucestershire", "2023-08-03", "2023-11-10", 70),
    ("London Borough of Sutton", "2023-09-01", "2023-12-08", 70),
    ("Manchester", "2023-11-30", "2024-03-09", 68),
    ("Torbay", "2024-01-30", "2024-05-09", 69),
    ("London Borough of Merton", "2024-02-12", "2024-05-23", 70),
    ("Buckinghamshire", "2024-03-14", "2024-06-26", 70),
    ("Lancashire", "2024-05-16", "2024-07-10", 38),
    ("Leeds", "2024-05-16", "2024-08-23", 70),
    ("Coventry", "2024-05-17", "2024-08-27", 70),
    ("Rochdale", "2024-07-12", "2024-10-21", 70),
    ("Somerset", "2024-07-18", "2024-10-25", 70),
    ("Richmond upon Thames", "2024-09-06", "2024-12-13", 70),
    ("Hertfordshire", "2024-12-12", "2025-04-11", 83),
    ("Blackpool", "2025-01-31", "2025-05-09", 67),
    ("Norfolk", "2025-02-27", "2025-06-11", 70),
    ("Bromley", "2025-03-13", "2025-06-25", 70),
];

#[test]
fn the_dates_of_real_letters_are_as_many_working_days_apart() {
    let holidays = holidays();
    for (area, letter, due, working_days) in LETTERS {
        let counted = holidays.working_days_between(day(letter), day(due)).unwrap();
        assert_eq!(counted, working_days, "{area}: {letter} to {due}");
    }
}

#[test]
fn one_off_holidays_are_known() {
    let holidays = holidays();
    for off in
        ["2002-06-03", "2011-04-29", "2012-06-05", "2020-05-08", "2022-06-03", "2022-09-19", "2023-05-08"]
    {
        assert!(!holidays.is_working_day(day(off)).unwrap(), "{off}");
    }
    for moved in ["2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"] {
        assert!(holidays.is_working_day(day(moved)).unwrap(), "{moved}: its holiday was moved");
    }
}

#[test]
fn every_year_has_its_eight_holidays_and_none_falls_on_a_weekend() {
    let holidays = holidays();
    for year in 2000..=2030_i16 {
        let days: Vec<Date> = holidays.days().filter(|day| day.year() == year).collect();
        assert!((8..=10).contains(&days.len()), "{year}: {days:?}");
        assert!(days.iter().all(|day| day.weekday().to_monday_one_offset() <= 5), "{year}: {days:?}");
    }
}

#[test]
fn beyond_the_known_years_nothing_is_guessed() {
    let holidays = holidays();
    assert!(SEVENTY.last_day(date(2030, 12, 1), holidays).is_err());
    assert!(holidays.is_working_day(date(1999, 12, 31)).is_err());
    assert!(SEVENTY.last_day(date(2016, 5, 10), &Holidays::default()).is_err(), "no holidays are known");
}

proptest! {
    #[test]
    fn counting_there_and_back_agrees(days in 0..10_000_i64, length in 1..200_u32) {
        let holidays = holidays();
        let start = date(2000, 1, 1) + days.days();
        let clock = Clock { length, ..SEVENTY };
        let last = clock.last_day(start, holidays).unwrap();
        prop_assert!(holidays.is_working_day(last).unwrap());
        prop_assert_eq!(holidays.working_days_between(start, last).unwrap(), length);
    }
}
