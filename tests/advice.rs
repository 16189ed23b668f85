//! Advice beside a result: who gets it, and that it changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::path::PathBuf;

use footing::assessment::{
    Advice, AdviceKind, Answer, Condition, ItemIndex, LevelOfCare, Options, Recommendation,
    Response, assess,
};
use footing::content::{author, questionnaire};

#[path = "fixtures/stories.rs"]
mod stories;

use stories::stories;

fn told(result: &Recommendation) -> BTreeSet<&'static str> {
    let advice = result.advice.iter();
    advice
        .map(|index| questionnaire().advice[usize::from(index.0)].id)
        .collect()
}

fn answered(link_id: &str, option: &str) -> Response {
    let index = questionnaire().find(link_id).unwrap();
    let item = questionnaire().item(index).unwrap();
    let place = item.place_of(option).unwrap();
    let mut response = Response::default();
    response.set(item.link_id, Answer::Chosen(Options::only(place)));
    response
}

/// The items a condition reads by itself.
fn items(condition: &Condition) -> Vec<ItemIndex> {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => vec![*item],
        Condition::AnyUnknown(items) => items.to_vec(),
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => Vec::new(),
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions.iter().flat_map(items).collect(),
    }
}

fn of_kind(kind: AdviceKind) -> impl Iterator<Item = &'static Advice> {
    let advice = questionnaire().advice.iter();
    advice.filter(move |advice| advice.kind == kind)
}

#[test]
fn every_piece_of_advice_is_given_in_some_story() {
    let mut given = BTreeSet::new();
    for story in stories() {
        given.extend(told(&assess(questionnaire(), &story.response)));
    }
    // What matters to the person is asked in few stories; each option has its own test below.
    let own = [AdviceKind::WayRound, AdviceKind::Wish].map(of_kind);
    given.extend(own.into_iter().flatten().map(|advice| advice.id));
    let never: Vec<&str> = questionnaire()
        .advice
        .iter()
        .map(|advice| advice.id)
        .filter(|id| !given.contains(id))
        .collect();
    assert!(never.is_empty(), "never given: {never:?}");
}

#[test]
fn everything_that_stands_in_the_way_has_a_way_round_and_every_wish_an_answer() {
    for (link_id, kind) in [
        ("barriers", AdviceKind::WayRound),
        ("wishes", AdviceKind::Wish),
    ] {
        let index = questionnaire().find(link_id).unwrap();
        let item = questionnaire().item(index).unwrap();
        for option in item.options.iter().filter(|option| **option != "none") {
            let result = assess(questionnaire(), &answered(link_id, option));
            let advice = result.advice.iter();
            let of_it = advice
                .map(|index| &questionnaire().advice[usize::from(index.0)])
                .filter(|advice| advice.kind == kind);
            // Veterans have a card of their own, with the line to call.
            let wanted = usize::from(*option != "veterans");
            assert_eq!(of_it.count(), wanted, "{link_id}: {option}");
        }
    }
}

#[test]
fn only_who_asks_for_someone_else_is_told_how_to_help_and_only_the_young_what_is_theirs() {
    let ids = |kind| {
        of_kind(kind)
            .map(|advice| advice.id)
            .collect::<BTreeSet<_>>()
    };
    let (supporter, young) = (ids(AdviceKind::Supporter), ids(AdviceKind::Young));
    assert!(supporter.len() >= 5 && young.len() >= 4);
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let told = told(&result);
        let holds = |all: &BTreeSet<&'static str>| all.is_subset(&told);
        let none = |all: &BTreeSet<&'static str>| all.is_disjoint(&told);
        if result.guidance.second_hand {
            assert!(holds(&supporter), "{}", story.name);
        } else {
            assert!(none(&supporter), "{}", story.name);
        }
        if result.level.is_none() {
            assert!(holds(&young), "{}", story.name);
        } else {
            assert!(none(&young), "{}", story.name);
        }
    }
}

#[test]
fn no_advice_for_the_young_names_an_adult_level() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/content");
    let words = author::words(&folder, "en").unwrap();
    let said = questionnaire().advice.iter().zip(&words.advice);
    for (advice, said) in said.filter(|(advice, _)| advice.kind == AdviceKind::Young) {
        let text = [said.text.0, said.text.1.unwrap_or_default()]
            .join(" ")
            .to_lowercase();
        for level in LevelOfCare::ALL.iter().skip(1) {
            let name = words.in_a_sentence(level.code());
            assert!(!text.contains(name), "{} names {name}", advice.id);
        }
    }
}

#[test]
fn each_piece_of_advice_reads_an_answer_or_a_rating_and_no_unknown_one() {
    for advice in questionnaire().advice {
        let reads =
            !items(&advice.when).is_empty() || matches!(advice.when, Condition::RatingAtLeast(..));
        assert!(reads, "{} is for nobody in particular", advice.id);
        assert!(
            !matches!(advice.when, Condition::AnyUnknown(_)),
            "{} is for what was left open",
            advice.id
        );
    }
}
