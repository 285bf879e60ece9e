//! The facts that a letter states, and nothing where it states none.

use jiff::civil::date;
use wsoa::letter::Fieldwork;

use crate::{JOINT, page};

#[test]
fn a_joint_letter_states_its_facts() {
    let letter = page(JOINT);
    assert_eq!(letter.framework.as_deref(), Some("jtai"));
    assert_eq!(letter.area.as_deref(), Some("Gull Rock"));
    assert_eq!(letter.published, Some(date(2031, 3, 4)));
    assert_eq!(letter.fieldwork, Some(Fieldwork { from: date(2031, 1, 6), to: date(2031, 1, 10) }));
    assert_eq!(letter.due, Some(date(2031, 6, 10)));
    assert_eq!(letter.send_to.as_deref(), Some("lamps@example.org"));
    assert_eq!(letter.lead.as_deref(), Some("Gull Rock Council"));
    assert_eq!(letter.agencies, ["coastguard", "Gull Rock Council", "Pilots and Mates Board"]);
    assert_eq!(letter.inspectorates, ["Ofsted", "Care Quality Commission"]);
    assert_eq!(letter.addressees, ["Harbour Master, Gull Rock Council", "Chief Nurse, Gull Rock Care Board"]);
}

#[test]
fn what_is_not_stated_is_not_told() {
    let letter = page("<h1>What needs to improve?</h1><ul><li>Ropes.</li></ul>");
    assert_eq!((letter.framework, letter.area, letter.published), (None, None, None));
    assert_eq!((letter.fieldwork, letter.due, letter.send_to, letter.lead), (None, None, None, None));
    assert!(letter.agencies.is_empty() && letter.addressees.is_empty() && letter.inspectorates.is_empty());
    assert_eq!(letter.items.len(), 1);
}

#[test]
fn the_days_of_a_visit_are_read_however_they_are_written() {
    let days = |sentence: &str| {
        let letter = page(&format!(
            "<h1>Joint targeted area inspection of Gull Rock</h1><p>{sentence}</p><h1>Key strengths</h1>"
        ));
        letter.fieldwork.map(|days| format!("{}..{}", days.from, days.to)).unwrap_or_default()
    };
    assert_eq!(days("Between 3 and 7 February 2031, Ofsted looked at lamps."), "2031-02-03..2031-02-07");
    assert_eq!(days("Between 27 January and 3 February 2031, Ofsted came."), "2031-01-27..2031-02-03");
    assert_eq!(
        days("This inspection took place from 30 December 2030 to 3 January 2031."),
        "2030-12-30..2031-01-03"
    );
    assert_eq!(days("Inspection dates: 3 February 2031 – 7 February 2031"), "2031-02-03..2031-02-07");
    assert_eq!(
        days("Inspection dates: 3 to 7 February and 17 to 21 February 2031"),
        "2031-02-03..2031-02-21"
    );
    assert_eq!(days("The inspection was carried out on 3 and 4 February 2031."), "2031-02-03..2031-02-04");
}

#[test]
fn an_area_is_named_as_the_letter_names_it() {
    let area = |heading: &str| page(&format!("{heading}<p>Text.</p>")).area.unwrap_or_default();
    assert_eq!(
        area("<h1>Inspection of Gull Rock County Council children’s services</h1>"),
        "Gull Rock County Council"
    );
    assert_eq!(area("<h1>Inspection of Gull Rock local authority children's services</h1>"), "Gull Rock");
    assert_eq!(
        area("<h1>Borough of Weir</h1><h2>Inspection of children’s social care services</h2>"),
        "Borough of Weir"
    );
    assert_eq!(
        area(
            "<h1>Joint targeted area inspection of the multi-agency response to drifting in boats in the City of Weir</h1>"
        ),
        "City of Weir"
    );
    assert_eq!(area("<h1>Area SEND inspection of Weir Local Area Partnership</h1>"), "Weir");
    assert_eq!(area("<h1>Focused visit to Weir City Council children’s services</h1>"), "Weir City Council");
}
