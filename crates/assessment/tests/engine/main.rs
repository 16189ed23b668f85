//! Engine tests on `fixtures/specimen/`, an invented questionnaire about the weather: scoring of
//! answers, each kind of condition, and the outputs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::sync::OnceLock;

mod display;

mod reading;

mod reasons;

mod whole;

use assessment::{
    AddOn, Alert, Answer, Dimension, Evaluation, FirstStep, GapPolicy, LevelOfCare, Options,
    Outputs, Questionnaire, Recommendation, Response, RiskRating, RuleIndex, ScoredAnswers,
    SortedSet, Urgency, Value, assess,
};
use content_compiler::author;

#[test]
fn at_least_condition_holds_from_its_rank() {
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
fn any_of_condition_holds_for_each_option() {
    assert!(!fired(&[("clouds", &["white"])], "dark-sky"));
    assert!(fired(&[("clouds", &["white", "black"])], "dark-sky"));
}

#[test]
fn unknown_condition_ignores_hidden_items() {
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
fn rating_condition_includes_scales_of_its_dimension() {
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
fn count_condition_holds_from_its_number() {
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
fn all_needs_every_condition_and_any_needs_one() {
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
fn rule_fired_condition_reads_earlier_rules() {
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
fn each_output_is_the_maximum_over_fired_rules() {
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
    assert_eq!(dark.add_ons, SortedSet::from([AddOn::TalkItThrough]));
}

#[test]
fn next_level_is_at_least_outpatient_and_ignores_acute_rules() {
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
fn renamed_item_is_found_by_its_former_link_id() {
    assert_eq!(specimen().find("rain-now"), specimen().find("rain-today"));
    assert_eq!(specimen().find("snow-today"), None);
}

#[test]
fn out_of_range_index_does_not_panic() {
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
        let options = codes
            .iter()
            .map(|code| Options::only(item.option_index(code).unwrap()));
        response.set(
            item.link_id,
            Answer::Chosen(options.fold(Options(0), Options::with)),
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
    let position = specimen()
        .rules
        .iter()
        .position(|known| known.id.0 == rule)
        .unwrap();
    evaluate(answers).has_fired(RuleIndex(u16::try_from(position).unwrap()))
}

fn recommend(answers: Answers<'_>) -> Recommendation {
    assess(specimen(), &response(answers))
}
