//! Tests of scored answers: hidden items, missing answers, bounds by arithmetic.

use assessment::{Answer, GapPolicy, LinkId, Missing, Options, Response, SortedSet, Value, shown};

use crate::{Read, read, response, specimen};

#[test]
fn item_is_hidden_until_an_answer_enables_it() {
    assert!(!read(&[]).value("wind").shown);
    assert!(!read(&[("clouds", &["white"])]).value("wind").shown);
    assert!(read(&[("clouds", &["white", "gray"])]).value("wind").shown);
    assert!(read(&[("clouds", &["black"])]).value("wind").shown);
}

#[test]
fn hidden_item_counts_as_its_lowest_option() {
    let hidden = read(&[("clouds", &["white"]), ("wind", &["gale"])]).value("wind");
    assert_eq!(hidden, Value::default());
    assert_eq!((hidden.rank, hidden.missing), (0, None));
}

#[test]
fn hidden_item_enables_nothing() {
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
fn first_option_can_have_rank_one() {
    let value = |answer| {
        read(&[("clouds", &["gray"]), ("wind", &[answer])])
            .value("wind")
            .rank
    };
    assert_eq!((value("breeze"), value("gale")), (1, 2));
}

#[test]
fn rank_of_multiple_choice_is_the_number_chosen() {
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
fn exclusive_option_is_dropped_beside_others() {
    let value = read(&[("clouds", &["none", "gray"])]).value("clouds");
    assert_eq!((value.chosen, value.rank), (Options::only(2), 1));
}

#[test]
fn single_choice_with_two_options_counts_the_worse_one() {
    let value = read(&[("rain-today", &["some", "heavy"])]).value("rain-today");
    assert_eq!((value.chosen, value.rank), (Options::only(2), 2));
}

#[test]
fn unknown_option_is_ignored() {
    let mut response = Response::default();
    response.set(LinkId("rain-today"), Answer::Chosen(Options::only(9)));
    let value = Read::of(&response, GapPolicy::PerItem).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Empty)));
}

#[test]
fn empty_selection_clears_the_answer() {
    let mut response = response(&[("clouds", &["gray"])]);
    response.set(LinkId("clouds"), Answer::Chosen(Options(0)));
    assert!(response.is_empty());
}

#[test]
fn empty_unsure_and_declined_count_as_one_option_by_default() {
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
fn hidden_item_counts_as_its_hidden_as_option() {
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
    // Without rain it is hidden too.
    assert_eq!(read(&[("rain-today", &["none"])]).value("boat"), lost);
}

#[test]
fn arithmetic_bound_reads_a_later_item_on_the_same_page() {
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
fn missing_answer_counts_as_unsure_if_under_its_condition() {
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
fn arithmetic_bound_raises_and_never_lowers() {
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
fn so_far_policy_counts_unreached_items_as_mildest() {
    let response = response(&[("clouds", &["gray"])]);
    let nothing = SortedSet::new();
    let before = Read::of(&response, GapPolicy::SoFar(&nothing));
    assert_eq!(
        (before.value("wind").rank, before.value("wind").missing),
        (1, None)
    );
    assert_eq!(before.value("rain-today").rank, 0);
    let reached = SortedSet::from([LinkId("wind")]);
    let after = Read::of(&response, GapPolicy::SoFar(&reached));
    assert_eq!(
        (after.value("wind").rank, after.value("wind").missing),
        (2, Some(Missing::Empty))
    );
    assert_eq!(after.value("rain-today").rank, 0);
}

#[test]
fn so_far_policy_counts_unsure_at_once() {
    let mut response = response(&[]);
    response.set(LinkId("rain-today"), Answer::Unsure);
    let value = Read::of(&response, GapPolicy::SoFar(&SortedSet::new())).value("rain-today");
    assert_eq!((value.rank, value.missing), (1, Some(Missing::Unsure)));
}

#[test]
fn mildest_and_most_careful_policies_are_the_extremes() {
    let response = response(&[("rain-today", &["some"]), ("clouds", &["gray"])]);
    let ranks = |reading| {
        let read = Read::of(&response, reading);
        ["wind", "umbrella", "puddles", "sandbags"].map(|link_id| read.value(link_id).rank)
    };
    assert_eq!(ranks(GapPolicy::Mildest), [1, 0, 0, 0]);
    assert_eq!(ranks(GapPolicy::PerItem), [2, 1, 0, 1]);
    assert_eq!(ranks(GapPolicy::MostCareful), [2, 1, 3, 1]);
    // An umbrella would disable a rule; whether there is one is unknown (V12).
    assert_eq!(ranks(GapPolicy::MildestKeepingRules), [1, 1, 0, 0]);
    // The most careful multiple-choice answer is all options.
    let empty = Read::of(&Response::default(), GapPolicy::MostCareful);
    assert_eq!(empty.value("clouds").rank, 3);
}

#[test]
fn shown_items_depend_on_answers_and_reached_items() {
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
    // Skipped rain counts as "some", which enables the umbrella item.
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
