//! Property tests: the safety invariants of the evidence file (C.7), on random responses.
//!
//! I10, I11 and I13 concern the page, I16 the words and I17 the journey; their tests are there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use assessment::{
    AddOn, Alert, Answer, Dimension, FirstStep, Item, LevelOfCare, Options, Recommendation,
    Response, RiskRating, Sets, Urgency, assess,
};
use content::questionnaire;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::RngSeed;

mod branching;

mod danger;

mod display;

mod medication;

mod missing_answers;

mod rationale;

mod sensitivity;

mod standing;

use test_support::sheets;

use sheets::{Paper, chosen, items, one_step_worse, papers};

/// Items about the last use of substances of the danger track.
const LAST_DANGER: [&str; 5] = [
    "last-alcohol",
    "last-sedatives",
    "last-barbiturates",
    "last-ghb",
    "last-unknown",
];

/// Items about the last use of substances of the opioid track.
const LAST_OPIOID: [&str; 3] = ["last-opioids", "last-kratom", "last-unknown"];

/// Substances with an item about days of use only.
const DAYS_ONLY: [&str; 3] = ["days-stimulants", "days-cannabis", "days-other"];

/// Fixed seed by default; `PROPTEST_RNG_SEED` sets another, `FOOTING_SHEETS` the number of cases.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_261_121);
    }
    let wanted = std::env::var("FOOTING_SHEETS").ok();
    config.cases = match wanted.and_then(|wanted| wanted.parse().ok()) {
        Some(wanted) => wanted,
        None => config.cases.max(3_000),
    };
    config
}

proptest! {
    #![proptest_config(config())]

    /// Raises every item by one step, one at a time. Items enabled by a step keep their answer, or
    /// count as unsure where empty. Unsure, declined and empty are not steps.
    #[test]
    fn i01_one_worse_answer_never_lowers_anything(paper in papers()) {
        let before = paper.outcome();
        for (item, link_id) in shown(&paper) {
            let Some(Answer::Chosen(now)) = paper.get(link_id) else { continue };
            for worse in one_step_worse(item, now) {
                let after = paper.with(&[(link_id, Some(Answer::Chosen(worse)))]).outcome();
                prop_assert!(
                    after.is_at_or_above(&before),
                    "{link_id} at {:?} instead of {:?} lowers {before:?} to {after:?}",
                    codes(item, worse), codes(item, now),
                );
            }
        }
    }

    #[test]
    fn i07_nothing_indicated_only_on_complete_and_quiet_answers(paper in papers()) {
        if paper.outcome().outputs.level > LevelOfCare::NoneIndicated {
            return Ok(());
        }
        let result = result(&paper);
        let shown = shown(&paper);
        let aside = ["Q01", "Q16b", "Q29", "Q30", "Q31a"];
        for (item, link_id) in &shown {
            let definite = matches!(paper.get(link_id), Some(Answer::Chosen(_)));
            prop_assert!(definite || aside.contains(&item.question()), "{link_id} is open");
        }
        prop_assert_eq!(result.rating(Dimension::StoppingSafely), RiskRating::None);
        prop_assert!(result.rating(Dimension::PhysicalHealth) <= RiskRating::Some);
        prop_assert!(result.rating(Dimension::MindAndSafety) <= RiskRating::Some);
        prop_assert_eq!(result.rating(Dimension::UseAndControl), RiskRating::None);
        prop_assert!(result.rating(Dimension::HomeAndSupport) <= RiskRating::Clear);
        let scored = paper.sheet();
        let highest = [
            ("overdose", "over-12-months-ago"),
            ("care-now", "none"),
            ("treatment-medicine", "no"),
            ("pregnancy", "gave-birth-past-12-months"),
            ("suicide-attempt", "never"),
            ("self-harm", "never"),
            ("told-by-a-doctor", "none"),
        ];
        for (link_id, option) in highest {
            let item = sheets::item(link_id);
            let rank = scored.get(questionnaire().find(link_id).unwrap()).rank;
            prop_assert!(rank <= item.rank_of_option(item.option_index(option).unwrap()), "{link_id}");
        }
    }

    #[test]
    fn i08_what_matters_who_is_answering_and_means_never_change_the_outputs(
        paper in papers(),
        other in papers(),
    ) {
        let before = result(&paper);
        let mut swapped = paper.clone();
        for (position, item) in questionnaire().items.iter().enumerate() {
            if ["Q01", "Q16b", "Q29", "Q30"].contains(&item.question()) {
                swapped.0[position] = other.0[position];
            }
        }
        let after = result(&swapped);
        prop_assert_eq!(before.outputs(), after.outputs());
        prop_assert_eq!(before.ratings, after.ratings);
        prop_assert_eq!(before.headline, after.headline);
        prop_assert_eq!(before.next_level, after.next_level);
    }

    /// `assess` does not read words, so no locale can change a result; only the order of answers
    /// and of changes to them is left to check.
    #[test]
    fn i09_the_order_of_answering_never_changes_the_result(
        paper in papers(),
        first_thoughts in papers(),
        order in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
    ) {
        let mut positions: Vec<usize> = (0..paper.0.len()).collect();
        positions.sort_by_key(|position| order[*position]);
        let mut response = Response::default();
        for answers in [&first_thoughts, &paper] {
            for position in &positions {
                let link_id = questionnaire().items[*position].link_id;
                match answers.0[*position] {
                    Some(answer) => response.set(link_id, answer),
                    None => response.clear(link_id),
                }
            }
        }
        prop_assert_eq!(&response, &paper.response());
        let shuffled = assess(questionnaire(), &response);
        prop_assert_eq!(format!("{shuffled:?}"), format!("{:?}", result(&paper)));
    }

    #[test]
    fn i12_every_output_names_its_rules_and_the_answers_behind_them(paper in papers()) {
        let result = result(&paper);
        let scored = paper.sheet();
        let sets = |what: Sets| result.reasons.iter().any(|reason| reason.sets.contains(&what));
        let outputs = result.outputs();
        prop_assert_eq!(sets(Sets::Alert), outputs.alert > Alert::None);
        prop_assert_eq!(sets(Sets::FirstStep), outputs.first_step > FirstStep::None);
        prop_assert_eq!(sets(Sets::Level), outputs.level > LevelOfCare::NoneIndicated);
        prop_assert_eq!(sets(Sets::Urgency), outputs.urgency > Urgency::WhenYouCan);
        prop_assert_eq!(sets(Sets::AddOn), !result.add_ons.is_empty());
        for dimension in Dimension::ALL {
            prop_assert_eq!(
                sets(Sets::Rating(dimension)),
                result.rating(dimension) > RiskRating::None,
            );
        }
        for reason in &result.reasons {
            prop_assert!(result.fired.contains(&reason.rule));
            prop_assert!(!reason.answers.is_empty(), "{:?} rests on nothing", reason.rule);
            for link_id in reason.answers.iter().chain(&reason.direct) {
                let index = questionnaire().find(link_id.0).unwrap();
                prop_assert!(scored.get(index).shown, "{:?} rests on hidden {link_id:?}", reason.rule);
                prop_assert!(reason.answers.contains(link_id));
            }
        }
    }

    #[test]
    fn i14_the_same_answers_always_give_the_same_result(paper in papers()) {
        let (once, again) = (result(&paper), result(&paper.clone()));
        prop_assert_eq!(format!("{once:?}"), format!("{again:?}"));
        prop_assert_eq!(once.outputs(), paper.outcome().outputs);
    }

    #[test]
    fn i15_rule_sources_and_version_travel_with_the_result(paper in papers()) {
        let result = result(&paper);
        prop_assert_eq!(result.version, questionnaire().version);
        for reason in &result.reasons {
            let rule = &questionnaire().rules[usize::from(reason.index.0)];
            prop_assert_eq!(rule.id, reason.rule);
            prop_assert_eq!(rule.sources, reason.sources);
            prop_assert!(!reason.sources.is_empty());
        }
    }

    #[test]
    fn i19_under_18_no_adult_level_is_ever_shown(paper in papers()) {
        let young = result(&paper.with(&[("age", chosen("age", &["under-18"]))]));
        prop_assert_eq!(young.level, None);
        prop_assert_eq!(young.next_level, None);
        prop_assert!(young.add_ons.contains(&AddOn::Adolescent));
        let says_a_level = young.headline.id.starts_with("level-");
        prop_assert!(!says_a_level && young.headline.id != "talk-first", "{}", young.headline.id);
        // Without an answer, nobody counts as under 18.
        let unknown = result(&paper.with(&[("age", None)]));
        prop_assert_eq!(unknown.level, Some(unknown.computed_level));
        prop_assert!(unknown.headline.id != "adolescent");
    }
}

/// Guards against vacuous properties: among the random responses, every output takes every value.
#[test]
fn random_responses_reach_every_output_value() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let strategy = papers();
    let results: Vec<Recommendation> = (0..2_000)
        .map(|_| result(&strategy.new_tree(&mut runner).unwrap().current()))
        .collect();
    for level in LevelOfCare::ALL {
        assert!(
            results.iter().any(|result| result.computed_level == *level),
            "{level:?}"
        );
    }
    for alert in Alert::ALL {
        assert!(
            results.iter().any(|result| result.alert == *alert),
            "{alert:?}"
        );
    }
    for first_step in FirstStep::ALL {
        assert!(
            results
                .iter()
                .any(|result| result.first_step == *first_step),
            "{first_step:?}"
        );
    }
    for urgency in Urgency::ALL {
        assert!(
            results.iter().any(|result| result.urgency == *urgency),
            "{urgency:?}"
        );
    }
    for rule in questionnaire().rules {
        assert!(
            results.iter().any(|result| result.fired.contains(&rule.id)),
            "{:?}",
            rule.id
        );
    }
}

fn result(paper: &Paper) -> Recommendation {
    assess(questionnaire(), &paper.response())
}

/// Lists the items that are shown, with their link ids.
fn shown(paper: &Paper) -> Vec<(&'static Item, &'static str)> {
    let scored = paper.sheet();
    let shown = items().filter(|(index, _, _)| scored.get(*index).shown);
    shown.map(|(_, item, link_id)| (item, link_id.0)).collect()
}

fn codes(item: &Item, options: Options) -> Vec<&'static str> {
    options
        .indices()
        .map(|position| item.options[usize::from(position)])
        .collect()
}
