//! What is told about a result: its reasons, its range, its red flags.

use std::collections::BTreeSet;

use assessment::{Alert, LevelOfCare, LinkId, Missing, Sets, red_flags};

use crate::{recommend, response, specimen};

#[test]
fn a_reason_names_its_answers_directly_and_those_behind_them() {
    let result = recommend(&[
        ("rain-today", &["heavy"]),
        ("umbrella", &["yes"]),
        ("clouds", &["black"]),
        ("wind", &["gale"]),
        ("puddles", &["none"]),
        ("sandbags", &["no"]),
    ]);
    let flood = result
        .reasons
        .iter()
        .find(|reason| reason.rule.0 == "flood")
        .unwrap();
    assert_eq!(flood.direct, [LinkId("sandbags")]);
    // The gale asked for sandbags, and dark clouds asked about the wind.
    assert_eq!(
        flood.answers,
        [LinkId("clouds"), LinkId("wind"), LinkId("sandbags")]
    );
    assert_eq!(
        flood.sets,
        BTreeSet::from([Sets::Alert, Sets::FirstStep, Sets::Level, Sets::Urgency]),
    );
    assert_eq!(
        flood.sources,
        specimen().rules[usize::from(flood.index.0)].sources
    );
}

#[test]
fn a_reason_names_the_answer_that_bound_another_by_arithmetic() {
    let result = recommend(&[
        ("rain-today", &["heavy"]),
        ("umbrella", &["yes"]),
        ("clouds", &["white"]),
        ("puddles", &["none"]),
    ]);
    let puddles = result
        .reasons
        .iter()
        .find(|reason| reason.rule.0 == "puddles")
        .unwrap();
    assert_eq!(puddles.direct, [LinkId("puddles")]);
    assert_eq!(puddles.answers, [LinkId("rain-today"), LinkId("puddles")]);
}

#[test]
fn a_reason_names_the_answers_behind_a_rating() {
    let result = recommend(&[
        ("rain-today", &["none"]),
        ("clouds", &["gray"]),
        ("wind", &["breeze"]),
    ]);
    let uneasy = result
        .reasons
        .iter()
        .find(|reason| reason.rule.0 == "uneasy")
        .unwrap();
    assert_eq!(uneasy.direct, []);
    assert_eq!(uneasy.answers, [LinkId("clouds")]);
}

#[test]
fn a_rule_that_fired_below_the_maximum_is_no_reason() {
    let result = recommend(&[
        ("rain-today", &["some"]),
        ("umbrella", &["no"]),
        ("clouds", &["none"]),
    ]);
    let reasons: Vec<&str> = result.reasons.iter().map(|reason| reason.rule.0).collect();
    assert_eq!(reasons, ["wet"]);
    let fired: Vec<&str> = result.fired.iter().map(|rule| rule.0).collect();
    assert_eq!(fired, ["rain", "wet"]);
}

#[test]
fn without_gaps_there_is_no_range_and_with_one_it_is_told_what_is_open() {
    let complete: &[(&str, &[&str])] = &[
        ("rain-today", &["none"]),
        ("clouds", &["none"]),
        ("puddles", &["none"]),
        ("gladness", &["2"]),
    ];
    assert_eq!(recommend(complete).range, None);
    let open = recommend(&[
        ("rain-today", &["none"]),
        ("clouds", &["gray"]),
        ("puddles", &["none"]),
        ("gladness", &["2"]),
    ]);
    assert_eq!(
        open.unanswered,
        [
            (LinkId("wind"), Missing::Empty),
            (LinkId("sandbags"), Missing::Empty)
        ],
    );
    let range = open.range.unwrap();
    assert_eq!(range.mildest.level, LevelOfCare::Outpatient);
    assert_eq!(range.most_careful.level, LevelOfCare::MedicalInpatient);
}

#[test]
fn red_flags_are_told_most_urgent_first_with_the_answers_they_read() {
    let response = response(&[
        ("rain-today", &["heavy"]),
        ("clouds", &["black"]),
        ("wind", &["breeze"]),
        ("puddles", &["flood"]),
        ("sandbags", &["no"]),
    ]);
    let flags = red_flags(specimen(), &response, &BTreeSet::new());
    let message: Vec<(&str, Alert)> = flags.iter().map(|flag| (flag.help.0, flag.alert)).collect();
    assert_eq!(
        message,
        [
            ("high-ground", Alert::EmergencyNow),
            ("shelter", Alert::ContactFirst)
        ]
    );
    let read: BTreeSet<&str> = flags[0]
        .items
        .iter()
        .map(|index| specimen().item(*index).unwrap().link_id.0)
        .collect();
    assert_eq!(read, BTreeSet::from(["puddles", "sandbags"]));
}

/// What the careful reading of a gap would ask as well is read with care, whatever was said there once.
#[test]
fn the_range_does_not_rest_on_what_is_not_asked() {
    let range = |wind: Option<&'static [&'static str]>| {
        let mut answers: Vec<(&str, &[&str])> =
            vec![("rain-today", &["none"]), ("puddles", &["none"])];
        answers.extend(wind.map(|wind| ("wind", wind)));
        recommend(&answers).range.unwrap()
    };
    // With clouds left open the wind is not asked; all clouds at once would ask it.
    assert_eq!(
        range(None).most_careful.level,
        LevelOfCare::MedicalInpatient
    );
    assert_eq!(range(Some(&["breeze"])), range(None));
}
