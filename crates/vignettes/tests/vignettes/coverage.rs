//! Coverage of the stories: every rule, output and answer.

use std::collections::BTreeSet;

use assessment::{
    AddOn, AdviceKind, Alert, Answer, Dimension, FirstStep, GapPolicy, ItemKind, LevelOfCare,
    LinkId, Missing, RiskRating, ScoredAnswers, Urgency, assess,
};
use content::questionnaire;
use vignettes::coverage;

use crate::stories::{Story, stories};

#[test]
fn every_rule_is_named_by_a_story() {
    let stories = stories();
    let table = coverage(questionnaire(), &stories);
    assert_eq!(table.len(), questionnaire().rules.len());
    let mut without = Vec::new();
    for row in &table {
        let names: Vec<&str> = row.told_by.iter().map(|story| &*story.name).collect();
        println!("{}: {}", row.rule.0, names.join(", "));
        if row.told_by.is_empty() {
            without.push(row.rule.0);
        }
        assert!(row.told_by.iter().all(|story| row.fires_in.contains(story)));
    }
    assert!(
        without.is_empty(),
        "no story is about {without:?}; name them under 'fired' where they fire"
    );
}

#[test]
fn coverage_lists_rules_without_a_story() {
    let stories = stories();
    let well: Vec<Story> = stories
        .into_iter()
        .filter(|story| story.case == Some(16))
        .collect();
    let table = coverage(questionnaire(), &well);
    assert_eq!(table.len(), questionnaire().rules.len());
    assert!(
        table
            .iter()
            .all(|row| row.told_by.is_empty() && row.fires_in.is_empty())
    );
}

#[test]
fn every_pair_of_dimensions_is_serious_in_a_story() {
    let stories = stories();
    let serious = |story: &Story, area| {
        let rating = story.expect.ratings.iter().find(|(one, _)| *one == area);
        rating.unwrap().1 >= RiskRating::Serious
    };
    for (position, one) in Dimension::ALL.iter().enumerate() {
        for other in &Dimension::ALL[position + 1..] {
            let together = |story: &&Story| serious(story, *one) && serious(story, *other);
            let found = stories.iter().find(together);
            assert!(found.is_some(), "{one:?} and {other:?}");
        }
    }
}

#[test]
fn every_output_value_occurs_in_a_story() {
    let stories = stories();
    let expected = || stories.iter().map(|story| &story.expect);
    reached("alert", Alert::ALL, expected().map(|expect| expect.alert));
    reached(
        "first step",
        FirstStep::ALL,
        expected().map(|expect| expect.first_step),
    );
    reached(
        "urgency",
        Urgency::ALL,
        expected().map(|expect| expect.urgency),
    );
    let levels: Vec<Option<LevelOfCare>> = LevelOfCare::ALL
        .iter()
        .map(|level| Some(*level))
        .chain([None])
        .collect();
    reached("level", &levels, expected().map(|expect| expect.level));
    // The next level is outpatient or higher.
    let follow: Vec<Option<LevelOfCare>> = LevelOfCare::ALL[2..=5]
        .iter()
        .map(|level| Some(*level))
        .chain([None])
        .collect();
    reached(
        "next level",
        &follow,
        expected().map(|expect| expect.next_level),
    );
    reached(
        "add-on",
        AddOn::ALL,
        expected().flat_map(|expect| expect.add_ons.clone()),
    );
    let headlines = questionnaire().headlines.iter();
    let headlines: Vec<&str> = headlines.map(|headline| headline.id).collect();
    let codes = expected().map(|expect| expect.headline.code());
    reached("headline", &headlines, codes);
    for area in Dimension::ALL {
        let ratings = expected().map(|expect| {
            let rating = expect.ratings.iter().find(|(one, _)| *one == area);
            rating.unwrap().1
        });
        reached(area.code(), &RiskRating::ALL, ratings);
    }
}

#[test]
fn every_medical_sign_occurs_in_a_story() {
    let stories = stories();
    let items = questionnaire().items.iter();
    let all: Vec<(LinkId, &str)> = items
        .flat_map(|item| {
            item.signs
                .indices()
                .map(|position| (item.link_id, item.options[usize::from(position)]))
        })
        .collect();
    assert!(all.len() >= 20, "{} signs", all.len());
    let named = stories.iter().flat_map(|story| story.expect.signs.clone());
    reached("sign", &all, named);
}

#[test]
fn every_safety_advice_occurs_in_a_story() {
    let stories = stories();
    let advice = questionnaire().advice.iter();
    let safety: Vec<&str> = advice
        .filter(|advice| advice.kind == AdviceKind::Safety)
        .map(|advice| advice.id)
        .collect();
    assert_eq!(safety.len(), 5);
    let named = stories.iter().flat_map(|story| story.expect.advice.clone());
    reached("advice", &safety, named);
}

#[test]
fn every_option_of_rated_items_occurs_in_a_story() {
    let stories = stories();
    let mut never = Vec::new();
    for item in questionnaire().items.iter().filter(|item| item.rated) {
        for (position, option) in (0..).zip(item.options) {
            let given = stories.iter().any(|story| {
                matches!(
                    story.response.get(item.link_id),
                    Some(Answer::Chosen(options)) if options.has(position)
                )
            });
            if !given {
                never.push(format!("{} = {option}", item.link_id.0));
            }
        }
    }
    assert!(never.is_empty(), "no story answers {never:#?}");
}

#[test]
fn every_rated_item_is_a_gap_in_a_story() {
    let stories = stories();
    let scored: Vec<ScoredAnswers> = stories
        .iter()
        .map(|story| ScoredAnswers::read(questionnaire(), &story.response, GapPolicy::PerItem))
        .collect();
    let mut always = Vec::new();
    for (index, item) in questionnaire().indexed_items() {
        let missing = |one: &ScoredAnswers| one.get(index).missing.is_some();
        if item.rated && !scored.iter().any(missing) {
            always.push(item.link_id.0);
        }
    }
    assert!(always.is_empty(), "always answered: {always:?}");
    for kind in [Missing::Empty, Missing::Unsure, Missing::Declined] {
        let is = |one: &ScoredAnswers| one.missing().any(|(_, missing)| missing == kind);
        assert!(scored.iter().filter(|one| is(one)).count() >= 2, "{kind:?}");
    }
}

#[test]
fn stories_cover_every_kind_of_person() {
    let stories = stories();
    let stories_with = |link_id: &str, option: &str| {
        let index = questionnaire().find(link_id).unwrap();
        let item = questionnaire().item(index).unwrap();
        let position = item.option_index(option).unwrap();
        stories
            .iter()
            .filter(|story| match story.response.get(item.link_id) {
                Some(Answer::Chosen(options)) => options.has(position),
                Some(Answer::Unsure | Answer::Declined) | None => false,
            })
            .count()
    };
    let index = questionnaire().find("substances").unwrap();
    let substances = questionnaire().item(index).unwrap();
    assert_eq!(substances.kind, ItemKind::ChooseMany);
    for substance in substances
        .options
        .iter()
        .filter(|option| **option != "none")
    {
        let least = if *substance == "tobacco" { 1 } else { 2 };
        assert!(
            stories_with("substances", substance) >= least,
            "{substance}"
        );
    }
    for (link_id, option, least) in [
        ("age", "under-18", 12),
        ("age", "65-or-over", 8),
        ("pregnancy", "yes", 8),
        ("pregnancy", "might-be", 2),
        ("pregnancy", "gave-birth-past-12-months", 3),
        ("who-for", "someone-else", 10),
        ("wishes", "veterans", 2),
        ("people-around", "threatens-hurts-or-controls", 3),
        ("supervised-detox", "yes", 3),
        ("care-now", "in-recovery-and-worried", 3),
        ("care-now", "live-in-care-now-or-past-30-days", 3),
        ("care-now", "weekly-care-not-enough", 2),
        ("care-now", "intensive-care-not-enough", 2),
        ("treatment-medicine", "as-planned", 4),
        ("treatment-medicine", "missed-doses", 4),
        ("left-custody-or-care", "yes", 4),
        ("running-out", "yes", 4),
        ("sedative-source", "prescribed-4-weeks-or-more", 5),
        ("stimulant-source", "as-prescribed", 2),
        ("opioid-supply", "as-prescribed", 5),
        ("opioid-supply", "not-now-used-before", 3),
        ("overdose", "past-2-days", 2),
        ("overdose", "past-30-days", 3),
        ("overdose", "past-12-months-once", 2),
        ("overdose", "past-12-months-twice-or-more", 2),
        ("means-in-reach", "yes", 2),
        ("health-signs", "wounds", 1),
    ] {
        let found = stories_with(link_id, option);
        assert!(found >= least, "{link_id} = {option} in {found} stories");
    }
    let several = |story: &&Story| match story.response.get(substances.link_id) {
        Some(Answer::Chosen(options)) => options.count() > 1,
        Some(Answer::Unsure | Answer::Declined) | None => false,
    };
    assert!(stories.iter().filter(several).count() >= 8);
    let adult = stories.iter().filter(|story| story.expect.level.is_some());
    let shown = adult.map(|story| assess(questionnaire(), &story.response).level);
    assert!(shown.into_iter().all(|level| level.is_some()));
}

fn reached<T: Ord + Copy + std::fmt::Debug>(what: &str, all: &[T], found: impl Iterator<Item = T>) {
    let found: BTreeSet<T> = found.collect();
    let never: Vec<&T> = all.iter().filter(|one| !found.contains(one)).collect();
    assert!(never.is_empty(), "no story comes to {what} {never:?}");
}
