//! The agencies that owners belong to.

use super::{only, plan};

/// The agencies of an owner cell.
fn agencies(owner: &str) -> Vec<String> {
    let statement = plan(&format!(
        "| Action | Lead | By when |\n|---|---|---|\n| Caulk each boat | {owner} | 1 May 2017 |\n"
    ));
    only(&statement).agencies.iter().map(ToString::to_string).collect()
}

#[test]
fn each_agency_of_the_inspection_is_known_by_its_names_and_posts() {
    let inspection = super::rules().inspection("jtai-central-bedfordshire-2016").unwrap();
    let known: [(&str, &[&str]); 8] = [
        (
            "local-authority",
            &[
                "Central Bedfordshire Council",
                "CBC",
                "Chief Executive",
                "Licensing Manager",
                "Head of Early Help",
                "Director of Children's Services",
            ],
        ),
        (
            "health",
            &[
                "Bedfordshire CCG",
                "Named Nurse",
                "Designated Doctor",
                "NHS trust",
                "CAMHS",
                "Matron, sexual health clinic",
                "Director of Nursing",
            ],
        ),
        (
            "police",
            &[
                "Bedfordshire Police",
                "Det Supt, Crime",
                "Detective Inspector",
                "DCI",
                "Chief Constable",
                "Control room manager",
                "PCC",
            ],
        ),
        (
            "childrens-social-care",
            &[
                "Children's Social Care",
                "CSC",
                "DCS",
                "Team Manager, Intake and Assessment",
                "Principal social worker",
                "AD Children's Services",
            ],
        ),
        ("nps", &["National Probation Service", "NPS", "Senior Probation Officer", "Head of the LDU"]),
        ("crc", &["BeNCH CRC", "Community Rehabilitation Company", "CRC Director"]),
        ("yos", &["Youth Offending Service", "YOT manager", "Head of YOS", "Youth justice lead"]),
        (
            "lscb",
            &[
                "LSCB Business Manager",
                "Independent Chair",
                "Local Safeguarding Children Board",
                "LSCB",
                "Training subgroup",
            ],
        ),
    ];
    let ids: Vec<&str> = inspection.agencies.iter().map(|id| id.as_str()).collect();
    assert_eq!(known.map(|(id, _)| id).to_vec(), ids);
    let mut wrong = Vec::new();
    for (id, owners) in known {
        for owner in owners {
            if !agencies(owner).contains(&id.to_owned()) {
                wrong.push(format!("{owner}: {:?}, not {id}", agencies(owner)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_owner_belongs_to_no_agency_that_it_does_not_name() {
    for (owner, ids) in [
        ("Detective Inspector", vec!["police"]),
        ("BeNCH CRC", vec!["crc"]),
        ("NPS", vec!["nps"]),
        ("YOT manager", vec!["yos"]),
        ("Named Nurse, NHS trust", vec!["health"]),
        ("LSCB Business Manager", vec!["lscb"]),
        ("Headteacher", vec!["schools"]),
        ("All partners", vec![]),
        ("Everybody", vec![]),
        ("A. Nybody", vec![]),
    ] {
        assert_eq!(agencies(owner), ids, "{owner}");
    }
}

#[test]
fn a_post_of_one_agency_is_not_taken_for_another_by_a_shared_word() {
    let mut wrong = Vec::new();
    for (owner, not) in [
        ("Director of Nursing, NHS trust", "local-authority"),
        ("Director of the Community Rehabilitation Company", "local-authority"),
        ("Health and Wellbeing Board officer, Central Bedfordshire Council", "health"),
        ("Head of Service, Youth Offending Service", "childrens-social-care"),
        ("Assistant Director, National Probation Service", "childrens-social-care"),
        ("Force solicitor", "local-authority"),
    ] {
        if agencies(owner).contains(&not.to_owned()) {
            wrong.push(format!("{owner} is not {not}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn two_owners_belong_to_two_agencies() {
    assert_eq!(agencies("Detective Inspector and Named Nurse"), ["health", "police"]);
    assert_eq!(agencies("YOS<br>CRC"), ["crc", "yos"]);
}

#[test]
fn the_doer_of_a_sentence_owns_it_and_his_agency_with_him() {
    let statement = plan("By 1 May 2017 the detective superintendent will caulk each boat.\n");
    let action = only(&statement);
    assert_eq!(action.owner.as_deref(), Some("the detective superintendent"));
    assert_eq!(action.agencies.iter().map(ToString::to_string).collect::<Vec<_>>(), ["police"]);
}

#[test]
fn an_agency_that_a_sentence_only_mentions_does_not_own_it() {
    let statement =
        plan("By 1 May 2017 the headteacher will tell the police and the hospital of each boat.\n");
    assert_eq!(only(&statement).agencies.iter().map(ToString::to_string).collect::<Vec<_>>(), ["schools"]);
}

#[test]
fn an_infinitive_names_its_doer() {
    let statement = plan("- Named nurse to read twelve records each month (by 1 May 2017)\n");
    assert_eq!(only(&statement).owner.as_deref(), Some("Named nurse"));
}

#[test]
fn what_stands_under_an_agency_s_heading_is_its_own_unless_somebody_else_is_named() {
    let statement = plan(
        "# Plan\n\n## Bedfordshire Police\n\n- Each boat to be caulked by 1 May 2017.\n- Each oar to be counted. (Named nurse, 1 May 2017)\n",
    );
    let agencies: Vec<Vec<&str>> = statement
        .actions
        .iter()
        .map(|action| action.agencies.iter().map(|id| id.as_str()).collect())
        .collect();
    assert_eq!(agencies, [["police"], ["health"]]);
}
