//! How a set of answers is read: what is hidden, what a missing answer counts as, what arithmetic adds.

use std::collections::BTreeSet;

use assessment::{Answer, GapPolicy, LinkId, Missing, Options, Response, Value, shown};

use crate::{Read, read, response, specimen};

#[test]
fn a_question_is_hidden_until_an_answer_opens_it() {
    assert!(!read(&[]).value("wind").shown);
    assert!(!read(&[("clouds", &["white"])]).value("wind").shown);
    assert!(read(&[("clouds", &["white", "gray"])]).value("wind").shown);
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
        read(&[("clouds", &["gray"]), ("wind", &["gale"])])
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
        read(&[("clouds", &["gray"]), ("wind", &[answer])])
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
        read(&[("clouds", &["white", "gray", "black"])])
            .value("clouds")
            .rank,
        3
    );
}

#[test]
fn what_stands_alone_gives_way_to_what_stands_beside_it() {
    let value = read(&[("clouds", &["none", "gray"])]).value("clouds");
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
    let value = Read::of(&response, GapPolicy::PerItem).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Empty)));
}

#[test]
fn choosing_nothing_is_the_same_as_not_answering() {
    let mut response = response(&[("clouds", &["gray"])]);
    response.set(LinkId("clouds"), Answer::Chosen(Options(0)));
    assert!(response.is_empty());
}

#[test]
fn empty_unsure_and_declined_count_as_the_same_option_unless_the_file_says_otherwise() {
    for (answer, missing) in [
        (None, Missing::Empty),
        (Some(Answer::Unsure), Missing::Unsure),
        (Some(Answer::Declined), Missing::Declined),
    ] {
        let mut response = response(&[("clouds", &["gray"])]);
        if let Some(answer) = answer {
            response.set(LinkId("wind"), answer);
        }
        let value = Read::of(&response, GapPolicy::PerItem).value("wind");
        assert_eq!(value.missing, Some(missing));
        assert_eq!((value.chosen, value.rank), (Options::only(1), 2));
    }
    let boat = |answer: Option<Answer>| {
        let mut response = response(&[("rain-today", &["some"])]);
        if let Some(answer) = answer {
            response.set(LinkId("boat"), answer);
        }
        Read::of(&response, GapPolicy::PerItem).value("boat").rank
    };
    assert_eq!(boat(Some(Answer::Unsure)), 2);
    assert_eq!((boat(Some(Answer::Declined)), boat(None)), (1, 1));
}

#[test]
fn a_question_that_a_worse_answer_hides_counts_as_its_file_says() {
    let boat = |clouds, boat| {
        read(&[
            ("rain-today", &["some"]),
            ("clouds", &[clouds]),
            ("boat", &[boat]),
        ])
        .value("boat")
    };
    assert_eq!(boat("gray", "away").rank, 0);
    let hidden = boat("black", "away");
    let lost = Value {
        chosen: Options::only(3),
        rank: 3,
        ..Value::default()
    };
    assert_eq!(hidden, lost);
    // Without rain it is not asked either.
    assert_eq!(read(&[("rain-today", &["none"])]).value("boat"), lost);
}

#[test]
fn arithmetic_may_look_at_a_later_question_of_the_same_page() {
    let boat = |gladness| {
        read(&[
            ("rain-today", &["some"]),
            ("boat", &["away"]),
            ("gladness", &[gladness]),
        ])
        .value("boat")
    };
    assert_eq!((boat("0").rank, boat("0").raised), (2, true));
    assert_eq!((boat("1").rank, boat("1").raised), (0, false));
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
    let response = response(&[("clouds", &["gray"])]);
    let nothing = BTreeSet::new();
    let before = Read::of(&response, GapPolicy::SoFar(&nothing));
    assert_eq!(
        (before.value("wind").rank, before.value("wind").missing),
        (1, None)
    );
    assert_eq!(before.value("rain-today").rank, 0);
    let reached = BTreeSet::from([LinkId("wind")]);
    let after = Read::of(&response, GapPolicy::SoFar(&reached));
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
    let value = Read::of(&response, GapPolicy::SoFar(&BTreeSet::new())).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Unsure)));
}

#[test]
fn the_mildest_reading_and_the_most_careful_one_stand_at_the_ends() {
    let response = response(&[("rain-today", &["some"]), ("clouds", &["gray"])]);
    let ranks = |reading| {
        let read = Read::of(&response, reading);
        ["wind", "umbrella", "puddles", "sandbags"].map(|link_id| read.value(link_id).rank)
    };
    assert_eq!(ranks(GapPolicy::Mildest), [1, 0, 0, 0]);
    assert_eq!(ranks(GapPolicy::PerItem), [2, 1, 0, 1]);
    assert_eq!(ranks(GapPolicy::MostCareful), [2, 1, 3, 1]);
    // An open umbrella takes a row away; whether there is one is not known (V12).
    assert_eq!(ranks(GapPolicy::MildestKeepingRules), [1, 1, 0, 0]);
    // Several choices at their most careful are all of them.
    let empty = Read::of(&Response::default(), GapPolicy::MostCareful);
    assert_eq!(empty.value("clouds").rank, 3);
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
    assert_eq!(names(&Response::default(), &[]), always);
    // Rain that was passed over counts as some, and some rain asks for an umbrella.
    assert_eq!(
        names(&Response::default(), &["rain-today"]),
        [
            "rain-today",
            "clouds",
            "umbrella",
            "puddles",
            "boat",
            "gladness"
        ],
    );
}
