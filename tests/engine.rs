//! The engine on `fixtures/specimen/`, an invented questionnaire about the weather: how a sheet is
//! read, when each kind of condition holds, and what comes of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use footing::assessment::{
    AddOn, Alert, Answer, Dimension, Evaluation, FirstStep, LevelOfCare, LinkId, Missing, Options,
    Outputs, Questionnaire, Reading, Recommendation, Response, RiskRating, RuleIndex, Sets, Sheet,
    Urgency, Value, assess, red_flags, shown,
};
use footing::content::author;

/// No page was left yet.
const NOTHING: &[&str] = &[];

#[test]
fn a_question_is_hidden_until_an_answer_opens_it() {
    assert!(!read(&[]).value("wind").shown);
    assert!(!read(&[("clouds", &["white"])]).value("wind").shown);
    assert!(read(&[("clouds", &["white", "grey"])]).value("wind").shown);
    assert!(read(&[("clouds", &["black"])]).value("wind").shown);
}

#[test]
fn a_hidden_question_counts_as_its_lowest_option_whatever_stands_on_the_sheet() {
    let hidden = read(&[("clouds", &["white"]), ("wind", &["gale"])]).value("wind");
    assert_eq!(hidden, Value::default());
    assert_eq!((hidden.rank, hidden.missing), (0, None));
}

#[test]
fn what_a_hidden_question_would_open_stays_hidden() {
    assert!(
        read(&[("clouds", &["grey"]), ("wind", &["gale"])])
            .value("sandbags")
            .shown
    );
    assert!(
        !read(&[("clouds", &["white"]), ("wind", &["gale"])])
            .value("sandbags")
            .shown
    );
}

#[test]
fn the_rank_of_the_first_option_may_be_one() {
    let value = |answer| {
        read(&[("clouds", &["grey"]), ("wind", &[answer])])
            .value("wind")
            .rank
    };
    assert_eq!((value("breeze"), value("gale")), (1, 2));
}

#[test]
fn the_rank_of_several_choices_is_their_number() {
    assert_eq!(read(&[("clouds", &["none"])]).value("clouds").rank, 0);
    assert_eq!(read(&[("clouds", &["black"])]).value("clouds").rank, 1);
    assert_eq!(
        read(&[("clouds", &["white", "grey", "black"])])
            .value("clouds")
            .rank,
        3
    );
}

#[test]
fn what_stands_alone_gives_way_to_what_stands_beside_it() {
    let value = read(&[("clouds", &["none", "grey"])]).value("clouds");
    assert_eq!((value.chosen, value.rank), (Options::only(2), 1));
}

#[test]
fn of_two_answers_where_one_is_asked_the_worse_one_counts() {
    let value = read(&[("rain-today", &["some", "heavy"])]).value("rain-today");
    assert_eq!((value.chosen, value.rank), (Options::only(2), 2));
}

#[test]
fn an_option_that_does_not_exist_is_no_answer() {
    let mut response = Response::default();
    response.set(LinkId("rain-today"), Answer::Chosen(Options::only(9)));
    let value = Read::of(&response, Reading::AsGiven).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Empty)));
}

#[test]
fn choosing_nothing_is_the_same_as_not_answering() {
    let mut response = response(&[("clouds", &["grey"])]);
    response.set(LinkId("clouds"), Answer::Chosen(Options(0)));
    assert!(response.is_empty());
}

#[test]
fn empty_unsure_and_declined_count_as_the_same_option_and_are_told_apart() {
    for (answer, missing) in [
        (None, Missing::Empty),
        (Some(Answer::Unsure), Missing::Unsure),
        (Some(Answer::Declined), Missing::Declined),
    ] {
        let mut response = response(&[("clouds", &["grey"])]);
        if let Some(answer) = answer {
            response.set(LinkId("wind"), answer);
        }
        let value = Read::of(&response, Reading::AsGiven).value("wind");
        assert_eq!(value.missing, Some(missing));
        assert_eq!((value.chosen, value.rank), (Options::only(1), 2));
    }
}

#[test]
fn a_missing_answer_may_count_as_something_else_under_a_condition() {
    assert_eq!(read(&[("clouds", &["white"])]).value("puddles").rank, 0);
    assert_eq!(read(&[("clouds", &["black"])]).value("puddles").rank, 2);
    // A definite answer counts as what it says.
    assert_eq!(
        read(&[("clouds", &["black"]), ("puddles", &["none"])])
            .value("puddles")
            .rank,
        0
    );
}

#[test]
fn arithmetic_from_another_answer_raises_and_never_lowers() {
    let puddles =
        |rain, puddles| read(&[("rain-today", &[rain]), ("puddles", &[puddles])]).value("puddles");
    let raised = puddles("heavy", "none");
    assert_eq!(
        (raised.chosen, raised.rank, raised.raised),
        (Options::only(1), 1, true)
    );
    assert!(!puddles("some", "none").raised);
    assert_eq!(
        (
            puddles("heavy", "flood").rank,
            puddles("heavy", "flood").raised
        ),
        (3, false)
    );
}

#[test]
fn while_the_journey_runs_what_was_not_reached_counts_as_its_mildest_option() {
    let response = response(&[("clouds", &["grey"])]);
    let nothing = BTreeSet::new();
    let before = Read::of(&response, Reading::SoFar(&nothing));
    assert_eq!(
        (before.value("wind").rank, before.value("wind").missing),
        (1, None)
    );
    assert_eq!(before.value("rain-today").rank, 0);
    let reached = BTreeSet::from([LinkId("wind")]);
    let after = Read::of(&response, Reading::SoFar(&reached));
    assert_eq!(
        (after.value("wind").rank, after.value("wind").missing),
        (2, Some(Missing::Empty))
    );
    assert_eq!(after.value("rain-today").rank, 0);
}

#[test]
fn while_the_journey_runs_unsure_counts_at_once() {
    let mut response = response(&[]);
    response.set(LinkId("rain-today"), Answer::Unsure);
    let value = Read::of(&response, Reading::SoFar(&BTreeSet::new())).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Unsure)));
}

#[test]
fn the_mildest_reading_and_the_most_careful_one_stand_at_the_ends() {
    let response = response(&[("rain-today", &["some"]), ("clouds", &["grey"])]);
    let ranks = |reading| {
        let read = Read::of(&response, reading);
        ["wind", "umbrella", "puddles", "sandbags"].map(|link_id| read.value(link_id).rank)
    };
    assert_eq!(ranks(Reading::Mildest), [1, 0, 0, 0]);
    assert_eq!(ranks(Reading::AsGiven), [2, 1, 0, 1]);
    assert_eq!(ranks(Reading::MostCareful), [2, 1, 3, 1]);
    // An open umbrella takes a row away; whether there is one is not known (V12).
    assert_eq!(ranks(Reading::MildestKeepingRows), [1, 1, 0, 0]);
    // Several choices at their most careful are all of them.
    let empty = Read::of(&Response::default(), Reading::MostCareful);
    assert_eq!(empty.value("clouds").rank, 3);
}

#[test]
fn a_condition_on_a_rank_holds_from_it_on() {
    assert!(!fired(&[("rain-today", &["none"])], "rain"));
    assert!(fired(&[("rain-today", &["some"])], "rain"));
    assert!(fired(&[("rain-today", &["heavy"])], "rain"));
    assert!(!fired(&[("clouds", &["none"])], "any-cloud"));
    assert!(fired(&[("clouds", &["grey"])], "any-cloud"));
    assert!(!fired(
        &[("clouds", &["white"]), ("wind", &["gale"])],
        "any-wind"
    ));
    assert!(fired(
        &[("clouds", &["grey"]), ("wind", &["breeze"])],
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
        &[("rain-today", &["none"]), ("clouds", &["grey"])],
        "unknown-wind"
    ));
    assert!(!fired(
        &[
            ("rain-today", &["none"]),
            ("clouds", &["grey"]),
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
        ("clouds", &["grey"]),
        ("wind", &["breeze"]),
    ]);
    assert_eq!(breeze.outputs.level, LevelOfCare::Outpatient);
    assert_eq!(breeze.next_level, LevelOfCare::Outpatient);
    let wet = evaluate(&[("rain-today", &["some"]), ("umbrella", &["no"])]);
    assert_eq!(wet.next_level, LevelOfCare::IntensiveOutpatient);
}

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
        ("clouds", &["grey"]),
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
        ("clouds", &["grey"]),
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
    let told: Vec<(&str, Alert)> = flags.iter().map(|flag| (flag.help.0, flag.alert)).collect();
    assert_eq!(
        told,
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

#[test]
fn what_is_asked_follows_from_what_was_answered_and_reached() {
    let names = |response: &Response, reached: &[&'static str]| -> Vec<&str> {
        let reached = reached.iter().map(|link_id| LinkId(link_id)).collect();
        let shown = shown(specimen(), response, &reached);
        shown
            .iter()
            .map(|index| specimen().item(*index).unwrap().link_id.0)
            .collect()
    };
    let always = ["rain-today", "clouds", "puddles", "gladness"];
    assert_eq!(names(&Response::default(), NOTHING), always);
    // Rain that was passed over counts as some, and some rain asks for an umbrella.
    assert_eq!(
        names(&Response::default(), &["rain-today"]),
        ["rain-today", "clouds", "umbrella", "puddles", "gladness"],
    );
}

#[test]
fn an_old_name_of_a_question_still_finds_it() {
    assert_eq!(specimen().find("rain-now"), specimen().find("rain-today"));
    assert_eq!(specimen().find("snow-today"), None);
}

#[test]
fn a_place_that_is_not_there_is_nothing_and_no_failure() {
    use footing::assessment::{Condition, ItemIndex};
    assert!(specimen().item(ItemIndex(999)).is_none());
    let evaluation = evaluate(&[]);
    assert!(!evaluation.has_fired(RuleIndex(999)));
    assert!(!evaluation.holds(&Condition::AnsweredAtLeast(ItemIndex(999), 1)));
    assert_eq!(evaluation.sheet.get(ItemIndex(999)), Value::default());
}

fn specimen() -> &'static Questionnaire {
    static SPECIMEN: OnceLock<Questionnaire> = OnceLock::new();
    SPECIMEN.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/specimen");
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
            .map(|code| Options::only(item.place_of(code).unwrap()));
        response.set(
            item.link_id,
            Answer::Chosen(places.fold(Options(0), Options::with)),
        );
    }
    response
}

struct Read(Sheet);

impl Read {
    fn of(response: &Response, reading: Reading<'_>) -> Read {
        Read(Sheet::read(specimen(), response, reading))
    }

    fn value(&self, link_id: &str) -> Value {
        self.0.get(specimen().find(link_id).unwrap())
    }
}

fn read(answers: Answers<'_>) -> Read {
    Read::of(&response(answers), Reading::AsGiven)
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
