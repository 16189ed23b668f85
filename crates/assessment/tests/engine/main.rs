//! The engine on `fixtures/specimen/`, an invented questionnaire about the weather: how a set of answers is
//! read, when each kind of condition holds, and what comes of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::sync::OnceLock;

mod display;

mod reading;

mod reasons;

mod whole;

use assessment::{
    AddOn, Alert, Answer, Dimension, Evaluation, FirstStep, GapPolicy, LevelOfCare, Options,
    Outputs, Questionnaire, Recommendation, Response, RiskRating, RuleIndex, ScoredAnswers,
    Urgency, Value, assess,
};
use content_compiler::author;

#[test]
fn a_condition_on_a_rank_holds_from_it_on() {
    assert!(!fired(&[("rain-today", &["none"])], "rain"));
    assert!(fired(&[("rain-today", &["some"])], "rain"));
    assert!(fired(&[("rain-today", &["heavy"])], "rain"));
    assert!(!fired(&[("clouds", &["none"])], "any-cloud"));
    assert!(fired(&[("clouds", &["gray"])], "any-cloud"));
    assert!(!fired(
        &[("clouds", &["white"]), ("wind", &["gale"])],
        "any-wind"
    ));
    assert!(fired(
        &[("clouds", &["gray"]), ("wind", &["breeze"])],
        "any-wind"
    ));
}

#[test]
fn a_condition_on_choices_holds_for_any_of_them() {
    assert!(!fired(&[("clouds", &["white"])], "dark-sky"));
    assert!(fired(&[("clouds", &["white", "black"])], "dark-sky"));
}

#[test]
fn a_condition_on_missing_answers_holds_only_for_questions_that_are_asked() {
    assert!(!fired(
        &[("rain-today", &["none"]), ("clouds", &["white"])],
        "unknown-wind"
    ));
    assert!(fired(
        &[("rain-today", &["none"]), ("clouds", &["gray"])],
        "unknown-wind"
    ));
    assert!(!fired(
        &[
            ("rain-today", &["none"]),
            ("clouds", &["gray"]),
            ("wind", &["gale"])
        ],
        "unknown-wind",
    ));
    // Any one of them is enough.
    assert!(fired(
        &[("rain-today", &["some"]), ("clouds", &["white"])],
        "unknown-wind"
    ));
}

#[test]
fn a_condition_on_a_rating_holds_from_it_on_and_through_a_scale_of_the_area() {
    assert!(!fired(&[("clouds", &["white"])], "uneasy"));
    assert!(fired(&[("clouds", &["black"])], "uneasy"));
    let evaluation = evaluate(&[("clouds", &["black"])]);
    assert_eq!(
        evaluation.ratings.of(Dimension::StoppingSafely),
        RiskRating::Some
    );
    assert_eq!(
        evaluation.ratings.of(Dimension::MindAndSafety),
        RiskRating::None
    );
}

#[test]
fn a_count_holds_from_its_number_on() {
    assert!(!fired(&[("rain-today", &["heavy"])], "storm"));
    assert!(fired(
        &[
            ("rain-today", &["heavy"]),
            ("clouds", &["black"]),
            ("wind", &["breeze"])
        ],
        "storm"
    ));
    assert!(fired(
        &[
            ("rain-today", &["heavy"]),
            ("clouds", &["black"]),
            ("wind", &["gale"])
        ],
        "storm"
    ));
}

#[test]
fn all_needs_all_and_any_needs_one() {
    assert!(!fired(
        &[("rain-today", &["some"]), ("umbrella", &["yes"])],
        "wet"
    ));
    assert!(!fired(
        &[("rain-today", &["none"]), ("umbrella", &["no"])],
        "wet"
    ));
    assert!(fired(
        &[("rain-today", &["some"]), ("umbrella", &["no"])],
        "wet"
    ));
    // Either side of the "any" of the flood rule.
    assert!(fired(
        &[("puddles", &["flood"]), ("sandbags", &["no"])],
        "flood"
    ));
    assert!(!fired(
        &[("puddles", &["flood"]), ("sandbags", &["yes"])],
        "flood"
    ));
}

#[test]
fn a_rule_may_rest_on_an_earlier_one() {
    let storm: &[(&str, &[&str])] = &[
        ("rain-today", &["heavy"]),
        ("clouds", &["black"]),
        ("wind", &["breeze"]),
        ("puddles", &["flood"]),
        ("sandbags", &["yes"]),
    ];
    assert!(fired(storm, "storm") && fired(storm, "flood"));
    let calm: &[(&str, &[&str])] = &[("puddles", &["flood"]), ("sandbags", &["yes"])];
    assert!(!fired(calm, "storm") && !fired(calm, "flood"));
}

#[test]
fn every_output_is_the_largest_of_what_fired() {
    assert_eq!(
        evaluate(&[("rain-today", &["none"]), ("clouds", &["none"])]).outputs,
        Outputs::default()
    );
    let dark = evaluate(&[
        ("rain-today", &["some"]),
        ("umbrella", &["no"]),
        ("clouds", &["black"]),
        ("wind", &["breeze"]),
        ("puddles", &["none"]),
    ]);
    assert_eq!(
        dark.outputs,
        Outputs {
            alert: Alert::None,
            first_step: FirstStep::WithdrawalCheck,
            level: LevelOfCare::IntensiveOutpatient,
            urgency: Urgency::ThisWeek,
        },
    );
    assert_eq!(
        dark.ratings.of(Dimension::HomeAndSupport),
        RiskRating::Serious
    );
    assert_eq!(dark.add_ons, BTreeSet::from([AddOn::TalkItThrough]));
}

#[test]
fn what_follows_is_outpatient_at_least_and_leaves_out_what_speaks_of_now() {
    let breeze = evaluate(&[
        ("rain-today", &["none"]),
        ("clouds", &["gray"]),
        ("wind", &["breeze"]),
    ]);
    assert_eq!(breeze.outputs.level, LevelOfCare::Outpatient);
    assert_eq!(breeze.next_level, LevelOfCare::Outpatient);
    let wet = evaluate(&[("rain-today", &["some"]), ("umbrella", &["no"])]);
    assert_eq!(wet.next_level, LevelOfCare::IntensiveOutpatient);
}

#[test]
fn an_old_name_of_a_question_still_finds_it() {
    assert_eq!(specimen().find("rain-now"), specimen().find("rain-today"));
    assert_eq!(specimen().find("snow-today"), None);
}

#[test]
fn a_place_that_is_not_there_is_nothing_and_no_failure() {
    use assessment::{Condition, ItemIndex};
    assert!(specimen().item(ItemIndex(999)).is_none());
    let evaluation = evaluate(&[]);
    assert!(!evaluation.has_fired(RuleIndex(999)));
    assert!(!evaluation.holds(&Condition::AnsweredAtLeast(ItemIndex(999), 1)));
    assert_eq!(evaluation.scored.get(ItemIndex(999)), Value::default());
}

fn specimen() -> &'static Questionnaire {
    static SPECIMEN: OnceLock<Questionnaire> = OnceLock::new();
    SPECIMEN.get_or_init(|| {
        let folder = test_support::root().join("tests/fixtures/specimen");
        author::questionnaire(&folder).unwrap_or_else(|problems| panic!("{problems:#?}"))
    })
}

type Answers<'a> = &'a [(&'a str, &'a [&'a str])];

fn response(answers: Answers<'_>) -> Response {
    let mut response = Response::default();
    for (link_id, codes) in answers {
        let item = specimen().item(specimen().find(link_id).unwrap()).unwrap();
        let places = codes
            .iter()
            .map(|code| Options::only(item.option_index(code).unwrap()));
        response.set(
            item.link_id,
            Answer::Chosen(places.fold(Options(0), Options::with)),
        );
    }
    response
}

struct Read(ScoredAnswers);

impl Read {
    fn of(response: &Response, reading: GapPolicy<'_>) -> Read {
        Read(ScoredAnswers::read(specimen(), response, reading))
    }

    fn value(&self, link_id: &str) -> Value {
        self.0.get(specimen().find(link_id).unwrap())
    }
}

fn read(answers: Answers<'_>) -> Read {
    Read::of(&response(answers), GapPolicy::PerItem)
}

fn evaluate(answers: Answers<'_>) -> Evaluation {
    Evaluation::of(specimen(), read(answers).0)
}

fn fired(answers: Answers<'_>, rule: &str) -> bool {
    let place = specimen()
        .rules
        .iter()
        .position(|known| known.id.0 == rule)
        .unwrap();
    evaluate(answers).has_fired(RuleIndex(u16::try_from(place).unwrap()))
}

fn recommend(answers: Answers<'_>) -> Recommendation {
    assess(specimen(), &response(answers))
}
