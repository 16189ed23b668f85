//! Tests of advice: its conditions, and that it changes no output.

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

fn advice_ids(result: &Recommendation) -> BTreeSet<&'static str> {
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

/// Counts what a condition reads: answers, ratings and outputs (`known`), and gaps (`open`).
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
fn every_advice_is_given_in_some_story() {
    let mut given = BTreeSet::new();
    for story in stories() {
        given.extend(advice_ids(&assess(questionnaire(), &story.response)));
    }
    // Few stories answer the items on preferences; each option has its own test below.
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
fn every_barrier_and_every_preference_has_advice() {
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
            // Veterans have a card with a crisis line instead. Safety-sensitive work and gambling
            // are no barriers to care: they have safety advice.
            let own = ["veterans", "driving-or-safety-work", "gambling"];
            let wanted = usize::from(!own.contains(option));
            assert_eq!(of_it.count(), wanted, "{link_id}: {option}");
        }
    }
}

#[test]
fn supporter_and_youth_advice_is_for_them_only() {
    let ids = |kind| {
        of_kind(kind)
            .map(|advice| advice.id)
            .collect::<BTreeSet<_>>()
    };
    let (supporter, young) = (ids(AdviceKind::Supporter), ids(AdviceKind::Young));
    assert!(supporter.len() >= 5 && young.len() >= 4);
    for story in stories() {
        let result = assess(questionnaire(), &story.response);
        let shown = advice_ids(&result);
        let holds = |all: &BTreeSet<&'static str>| all.is_subset(&shown);
        let none = |all: &BTreeSet<&'static str>| all.is_disjoint(&shown);
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
fn youth_advice_names_no_adult_level() {
    let folder = test_support::root().join("crates/content");
    let words = author::words(&folder, "en").unwrap();
    let pairs = questionnaire().advice.iter().zip(&words.advice);
    for (advice, texts) in pairs.filter(|(advice, _)| advice.kind == AdviceKind::Young) {
        let text = [texts.text.0, texts.text.1.unwrap_or_default()]
            .join(" ")
            .to_lowercase();
        for level in LevelOfCare::ALL.iter().skip(1) {
            let name = words.in_a_sentence(level.code());
            assert!(!text.contains(name), "{} names {name}", advice.id);
        }
    }
}

#[test]
fn advice_depends_on_answers_never_on_gaps() {
    for advice in questionnaire().advice {
        let reads = Reads::of(&advice.when);
        assert!(reads.known > 0, "{} is for nobody in particular", advice.id);
        assert_eq!(reads.open, 0, "{} is for what was left open", advice.id);
    }
}

/// Guns, children, safety-sensitive work, gambling, tobacco (V15).
#[test]
fn safety_advice_is_shown_only_where_it_applies() {
    let calm = Response::default();
    let everyone = advice_ids(&assess(questionnaire(), &calm));
    for (link_id, option, id) in [
        ("barriers", "driving-or-safety-work", "drive"),
        ("barriers", "children-at-home", "child"),
        ("barriers", "gambling", "gamble"),
        ("substances", "tobacco", "quit"),
    ] {
        let shown = advice_ids(&assess(questionnaire(), &answered(link_id, option)));
        assert!(shown.contains(id), "{option} brings no advice {id}");
        assert!(!everyone.contains(id), "{id} is told to everyone");
    }
    // Means of suicide are asked about only after a thought of suicide.
    for (thoughts, is_shown) in [("no", false), ("wish-not-to-be-alive", true)] {
        let mut response = answered("means-in-reach", "yes");
        for (link_id, answer) in answered("suicidal-thoughts", thoughts).iter() {
            response.set(link_id, answer);
        }
        let shown = advice_ids(&assess(questionnaire(), &response));
        assert_eq!(shown.contains("means"), is_shown, "{thoughts}");
    }
}

/// A result without treatment offers both lines to everyone (V15).
#[test]
fn no_treatment_still_offers_gambling_and_tobacco_lines() {
    let mut calm = Response::default();
    for item in questionnaire().items {
        calm.set(item.link_id, Answer::Chosen(item.mildest()));
    }
    let result = assess(questionnaire(), &calm);
    assert_eq!(result.level, Some(LevelOfCare::NoneIndicated));
    let shown = advice_ids(&result);
    assert!(
        shown.contains("gamble") && shown.contains("quit"),
        "{shown:?}"
    );
}
