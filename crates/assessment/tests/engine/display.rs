//! Tests of headlines, guidance and medical signs.

use assessment::{Answer, LinkId, PointsTo};

use crate::{Answers, recommend, response, specimen};

/// Mildest answers, so that one worse answer decides.
const CALM: Answers<'_> = &[
    ("rain-today", &["none"]),
    ("clouds", &["none"]),
    ("puddles", &["none"]),
    ("gladness", &["2"]),
];

fn headline(answers: Answers<'_>) -> &'static str {
    recommend(&with(answers)).headline.id
}

/// Merges answers over the mildest ones.
fn with<'a>(answers: Answers<'a>) -> Vec<(&'a str, &'a [&'a str])> {
    let calm = CALM.iter().copied();
    let calm = calm.filter(|(name, _)| answers.iter().all(|(other, _)| other != name));
    calm.chain(answers.iter().copied()).collect()
}

#[test]
fn the_first_headline_that_holds_is_shown() {
    assert_eq!(headline(&[]), "sun");
    let storm: Answers<'_> = &[("puddles", &["flood"]), ("sandbags", &["no"])];
    let result = recommend(&with(storm));
    assert_eq!(result.headline.id, "flee");
    assert_eq!(result.headline.points_to, PointsTo::Emergency);
    assert!(result.headline.is_emergency());
}

#[test]
fn display_condition_none_negates() {
    assert_eq!(headline(&[("clouds", &["white"])]), "clouds");
}

#[test]
fn headline_reads_ratings_rules_and_answers() {
    assert_eq!(headline(&[("puddles", &["many"])]), "dry-feet");
    let wet: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["no"]),
        ("boat", &["away"]),
    ];
    assert_eq!(headline(wet), "dry-feet");
    let dry: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["yes"]),
        ("boat", &["away"]),
    ];
    assert_eq!(headline(dry), "sun");
}

#[test]
fn only_from_holds_when_no_other_rule_raises_the_output() {
    let wind: Answers<'_> = &[("clouds", &["gray"]), ("wind", &["breeze"])];
    assert_eq!(headline(wind), "only-wind");
    // "Wet" raises to the same value, so the wind is not the only cause; the rest is danger track.
    let wet: Answers<'_> = &[
        ("clouds", &["gray"]),
        ("wind", &["breeze"]),
        ("rain-today", &["some"]),
        ("umbrella", &["no"]),
        ("boat", &["away"]),
    ];
    assert_eq!(headline(wet), "only-uneasy");
}

#[test]
fn many_unanswered_questions_select_talk_first() {
    let few = response(&[
        ("rain-today", &["none"]),
        ("clouds", &["none"]),
        ("puddles", &["none"]),
    ]);
    assert!(!assessment::assess(specimen(), &few).talk_first);
    let mut many = response(&[("puddles", &["none"])]);
    many.set(LinkId("rain-today"), Answer::Unsure);
    let result = assessment::assess(specimen(), &many);
    assert!(result.talk_first);
    assert_eq!(result.headline.id, "look-outside");
}

#[test]
fn guidance_follows_its_conditions() {
    let result = recommend(&with(&[("clouds", &["white"]), ("gladness", &["0"])]));
    assert!(result.guidance.days_taken && result.guidance.second_hand);
    assert!(!result.guidance.danger_open && !result.do_not_stop_alone);
    let open = recommend(&[("clouds", &["gray"])]);
    assert!(open.guidance.danger_open && open.guidance.age_assumed);
    let flood = recommend(&with(&[("puddles", &["flood"]), ("sandbags", &["no"])]));
    assert_eq!(flood.level, None);
}

#[test]
fn chosen_signs_are_listed_in_display_order() {
    let leaking: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["yes"]),
        ("boat", &["leaking"]),
    ];
    let signs = recommend(&with(leaking)).signs;
    let found: Vec<(&str, &str)> = signs.iter().map(|sign| (sign.item.0, sign.code)).collect();
    assert_eq!(found, [("boat", "leaking")]);
    let ready: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["yes"]),
        ("boat", &["ready"]),
    ];
    assert_eq!(recommend(&with(ready)).signs, []);
}
