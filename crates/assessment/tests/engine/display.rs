//! What is displayed: the first headline that holds, the words around it, and the signs.

use assessment::{Answer, LinkId, PointsTo};

use crate::{Answers, recommend, response, specimen};

/// Answers that say nothing is wrong, so that one worse answer decides.
const CALM: Answers<'_> = &[
    ("rain-today", &["none"]),
    ("clouds", &["none"]),
    ("puddles", &["none"]),
    ("gladness", &["2"]),
];

fn headline(answers: Answers<'_>) -> &'static str {
    recommend(&with(answers)).headline.id
}

/// The calm answers, but for these.
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
fn a_headline_may_say_that_something_does_not_hold() {
    assert_eq!(headline(&[("clouds", &["white"])]), "clouds");
}

#[test]
fn a_headline_may_rest_on_a_rating_a_rule_or_an_answer() {
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
fn a_headline_may_ask_that_an_output_comes_from_some_rules_alone() {
    let wind: Answers<'_> = &[("clouds", &["gray"]), ("wind", &["breeze"])];
    assert_eq!(headline(wind), "only-wind");
    // Wet to the skin asks for as much, so the wind is not alone; what is left is of the danger track.
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
fn open_questions_put_a_talk_first_once_they_are_many() {
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
fn guidance_holds_where_the_file_says() {
    let result = recommend(&with(&[("clouds", &["white"]), ("gladness", &["0"])]));
    assert!(result.guidance.days_taken && result.guidance.second_hand);
    assert!(!result.guidance.danger_open && !result.do_not_stop_alone);
    let open = recommend(&[("clouds", &["gray"])]);
    assert!(open.guidance.danger_open && open.guidance.age_assumed);
    let flood = recommend(&with(&[("puddles", &["flood"]), ("sandbags", &["no"])]));
    assert_eq!(flood.level, None);
}

#[test]
fn signs_are_named_in_the_order_asked_and_only_where_they_are_chosen() {
    let leaking: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["yes"]),
        ("boat", &["leaking"]),
    ];
    let signs = recommend(&with(leaking)).signs;
    let message: Vec<(&str, &str)> = signs.iter().map(|sign| (sign.item.0, sign.code)).collect();
    assert_eq!(message, [("boat", "leaking")]);
    let ready: Answers<'_> = &[
        ("rain-today", &["some"]),
        ("umbrella", &["yes"]),
        ("boat", &["ready"]),
    ];
    assert_eq!(recommend(&with(ready)).signs, []);
}
