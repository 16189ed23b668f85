//! Advice beside a result: who gets it, and that it changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;

use assessment::{
    Advice, AdviceKind, Answer, Condition, DisplayCondition, LevelOfCare, Options, Recommendation,
    Response, assess,
};
use content::questionnaire;
use content_compiler::author;

use test_support::stories;

use stories::stories;

fn message(result: &Recommendation) -> BTreeSet<&'static str> {
    result.advice.iter().map(|(_, id)| *id).collect()
}

fn answered(link_id: &str, option: &str) -> Response {
    let index = questionnaire().find(link_id).unwrap();
    let item = questionnaire().item(index).unwrap();
    let position = item.option_index(option).unwrap();
    let mut response = Response::default();
    response.set(item.link_id, Answer::Chosen(Options::only(position)));
    response
}

/// What a condition rests on: answers, ratings and outputs; and what was left open.
#[derive(Default)]
struct Reads {
    known: usize,
    open: usize,
}

impl Reads {
    fn of(condition: &DisplayCondition) -> Reads {
        let mut reads = Reads::default();
        reads.display(condition);
        reads
    }

    fn display(&mut self, condition: &DisplayCondition) {
        match condition {
            DisplayCondition::Holds(condition) => self.condition(condition),
            DisplayCondition::Reached(_) => self.known += 1,
            DisplayCondition::OnlyFrom(..) | DisplayCondition::Completeness(_) => self.open += 1,
            DisplayCondition::None(of) | DisplayCondition::All(of) | DisplayCondition::Any(of) => {
                of.iter().for_each(|one| self.display(one));
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::AnsweredAtLeast(..)
            | Condition::AnsweredAnyOf(..)
            | Condition::RatingAtLeast(..) => self.known += 1,
            Condition::AnyUnknown(_) => self.open += 1,
            Condition::RuleFired(_) => {}
            Condition::CountAtLeast(_, of) | Condition::All(of) | Condition::Any(of) => {
                of.iter().for_each(|one| self.condition(one));
            }
        }
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
        given.extend(message(&assess(questionnaire(), &story.response)));
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
                .map(|(index, _)| &questionnaire().advice[usize::from(index.0)])
                .filter(|advice| advice.kind == kind);
            // Veterans have a card of their own, with the line to call. Work where others could be hurt
            // and gambling stand in nobody's way: they have advice that keeps people safe.
            let own = ["veterans", "driving-or-safety-work", "gambling"];
            let wanted = usize::from(!own.contains(option));
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
        let message = message(&result);
        let holds = |all: &BTreeSet<&'static str>| all.is_subset(&message);
        let none = |all: &BTreeSet<&'static str>| all.is_disjoint(&message);
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
    let folder = test_support::root().join("crates/content");
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
fn each_piece_of_advice_rests_on_what_was_said_and_never_on_what_was_left_open() {
    for advice in questionnaire().advice {
        let reads = Reads::of(&advice.when);
        assert!(reads.known > 0, "{} is for nobody in particular", advice.id);
        assert_eq!(reads.open, 0, "{} is for what was left open", advice.id);
    }
}

/// A gun, a child, work where others could be hurt, gambling, tobacco (V15).
#[test]
fn what_keeps_people_safe_is_told_to_whom_it_concerns() {
    let calm = Response::default();
    let everyone = message(&assess(questionnaire(), &calm));
    for (link_id, option, id) in [
        ("barriers", "driving-or-safety-work", "drive"),
        ("barriers", "children-at-home", "child"),
        ("barriers", "gambling", "gamble"),
        ("substances", "tobacco", "quit"),
    ] {
        let message = message(&assess(questionnaire(), &answered(link_id, option)));
        assert!(message.contains(id), "{option} brings no advice {id}");
        assert!(!everyone.contains(id), "{id} is told to everyone");
    }
    // Guns and pills are asked about after a thought of suicide alone.
    for (thoughts, is_told) in [("no", false), ("wish-not-to-be-alive", true)] {
        let mut response = answered("means-in-reach", "yes");
        for (link_id, answer) in answered("suicidal-thoughts", thoughts).iter() {
            response.set(link_id, answer);
        }
        let message = message(&assess(questionnaire(), &response));
        assert_eq!(message.contains("means"), is_told, "{thoughts}");
    }
}

/// A result that points to no treatment offers the two lines to everyone (V15).
#[test]
fn where_no_treatment_is_suggested_the_lines_for_gambling_and_tobacco_are_offered() {
    let mut calm = Response::default();
    for item in questionnaire().items {
        calm.set(item.link_id, Answer::Chosen(item.mildest()));
    }
    let result = assess(questionnaire(), &calm);
    assert_eq!(result.level, Some(LevelOfCare::NoneIndicated));
    let message = message(&result);
    assert!(
        message.contains("gamble") && message.contains("quit"),
        "{message:?}"
    );
}
