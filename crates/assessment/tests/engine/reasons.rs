//! Tests of reasons, ranges and red flags.

use assessment::{Alert, LevelOfCare, LinkId, Missing, Sets, SortedSet, red_flags};

use crate::{recommend, response, specimen};

#[test]
fn reason_lists_direct_and_indirect_answers() {
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
    // The gale enabled the sandbags item, and dark clouds enabled the wind item.
    assert_eq!(
        flood.answers,
        [LinkId("clouds"), LinkId("wind"), LinkId("sandbags")]
    );
    assert_eq!(
        flood.sets,
        SortedSet::from([Sets::Alert, Sets::FirstStep, Sets::Level, Sets::Urgency]),
    );
    assert_eq!(
        flood.sources,
        specimen().rules[usize::from(flood.index.0)].sources
    );
}

#[test]
fn reason_lists_answers_that_bound_by_arithmetic() {
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
fn reason_lists_answers_behind_a_rating() {
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
fn rule_below_the_maximum_is_not_a_reason() {
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
fn range_exists_only_with_missing_answers() {
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
fn red_flags_are_sorted_by_urgency_and_list_their_items() {
    let response = response(&[
        ("rain-today", &["heavy"]),
        ("clouds", &["black"]),
        ("wind", &["breeze"]),
        ("puddles", &["flood"]),
        ("sandbags", &["no"]),
    ]);
    let flags = red_flags(specimen(), &response, &SortedSet::new());
    let found: Vec<(&str, Alert)> = flags.iter().map(|flag| (flag.help.0, flag.alert)).collect();
    assert_eq!(
        found,
        [
            ("high-ground", Alert::EmergencyNow),
            ("shelter", Alert::ContactFirst)
        ]
    );
    let read: SortedSet<&str> = flags[0]
        .items
        .iter()
        .map(|index| specimen().item(*index).unwrap().link_id.0)
        .collect();
    assert_eq!(read, SortedSet::from(["puddles", "sandbags"]));
}

/// Items that only the most careful policy enables count as gaps, whatever was answered there
/// before.
#[test]
fn range_ignores_answers_to_hidden_items() {
    let range = |wind: Option<&'static [&'static str]>| {
        let mut answers: Vec<(&str, &[&str])> =
            vec![("rain-today", &["none"]), ("puddles", &["none"])];
        answers.extend(wind.map(|wind| ("wind", wind)));
        recommend(&answers).range.unwrap()
    };
    // With clouds unanswered the wind is hidden; the most careful policy (all clouds) enables it.
    assert_eq!(
        range(None).most_careful.level,
        LevelOfCare::MedicalInpatient
    );
    assert_eq!(range(Some(&["breeze"])), range(None));
}
