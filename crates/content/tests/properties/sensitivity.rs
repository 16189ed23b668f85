//! Properties of the sensitivity analysis, compared with exhaustive search.

use assessment::{
    AddOn, Alternative, Answer, Change, Evaluation, GapPolicy, Item, ItemIndex, ItemKind,
    LevelOfCare, Options, Outputs, Range, Response, RiskRating, Scale, ScoredAnswers, SortedSet,
    answers_behind, assess, most_informative_gaps, what_would_change,
};
use content::questionnaire;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::config;
use crate::sheets::{Paper, papers};

/// Fewer cases: each one runs an exhaustive search.
fn few() -> ProptestConfig {
    let mut config = config();
    config.cases /= 20;
    config
}

/// Even fewer cases: each one tries every pair.
fn fewest() -> ProptestConfig {
    let mut config = config();
    config.cases /= 60;
    config
}

proptest! {
    #![proptest_config(few())]

    /// Single changes: exactly the items that change the level, each changed as little as needed.
    #[test]
    fn single_changes_match_exhaustive_search(paper in papers()) {
        let response = paper.response();
        let now = level(&response);
        let suggested = what_would_change(questionnaire(), &response, 3);

        let single = |found: &[Alternative]| -> SortedSet<ItemIndex> {
            let single = found.iter().filter(|found| found.changes.len() == 1);
            single.map(|found| found.changes[0].item).collect()
        };
        let every = |moves: &dyn Fn(&Response) -> bool| -> SortedSet<ItemIndex> {
            let items = questionnaire().indexed_items().filter(|(_, item)| item.rated);
            let can = items.filter(|(index, item)| {
                let mut tried = tries(&paper, item).into_iter();
                tried.any(|to| {
                    let after = with(&response, &[Change { item: *index, to }]);
                    same_questions(&response, &after) && moves(&after)
                })
            });
            can.map(|(index, _)| index).collect()
        };
        prop_assert_eq!(single(&suggested.lower), every(&|then| level(then) < now));
        let alert = assess(questionnaire(), &response).alert;
        let same_alert = |then: &Response| assess(questionnaire(), then).alert == alert;
        prop_assert_eq!(single(&suggested.raise), every(&|then| level(then) > now && same_alert(then)));
    }

    /// Sets of changes lower the level, need every change, and have the smallest size.
    #[test]
    fn change_sets_are_minimal(paper in papers()) {
        let response = paper.response();
        let now = level(&response);
        let suggested = what_would_change(questionnaire(), &response, 3);
        for found in suggested.lower.iter().chain(&suggested.raise) {
            let after = with(&response, &found.changes);
            prop_assert_eq!(level(&after), found.level);
            prop_assert!(same_questions(&response, &after));
        }
        for found in &suggested.lower {
            prop_assert!(found.level < now);
            prop_assert_eq!(found.changes.len(), suggested.lower[0].changes.len());
            for dropped in &found.changes {
                let rest: Vec<Change> =
                    found.changes.iter().copied().filter(|change| change != dropped).collect();
                prop_assert!(level(&with(&response, &rest)) >= now, "{dropped:?} is not needed");
            }
        }
        prop_assert!(suggested.raise.iter().all(|found| found.level > now && found.changes.len() == 1));
    }

    /// A reason is redundant exactly if the outcome is the same with its answers at their mildest.
    #[test]
    fn redundant_reasons_are_those_that_change_nothing(paper in papers()) {
        let response = paper.response();
        let before = assess(questionnaire(), &response);
        let redundant = answers_behind(questionnaire(), &response, &before.reasons);
        for reason in &before.reasons {
            let named = if reason.direct.is_empty() { &reason.answers } else { &reason.direct };
            let mut without = paper.clone();
            for link_id in named {
                let index = questionnaire().find(link_id.0).unwrap();
                let mildest = questionnaire().item(index).unwrap().mildest();
                without = without.with(&[(link_id.0, Some(Answer::Chosen(mildest)))]);
            }
            let same = evaluation(&without) == evaluation(&paper);
            prop_assert_eq!(redundant.contains(&reason.index), same, "{}", reason.rule.0);
        }
    }

    /// No other unanswered item would leave a narrower range in its worst case.
    #[test]
    fn most_informative_gap_matches_exhaustive_search(paper in papers()) {
        let response = paper.response();
        let open = assess(questionnaire(), &response).unanswered;
        let suggested = most_informative_gaps(questionnaire(), &response);
        prop_assert!(suggested.len() <= 2);
        let worst = |link_id: &str| -> (u32, u32) {
            let item = questionnaire().item(questionnaire().find(link_id).unwrap()).unwrap();
            let widths = (0..item.options.len()).map(|position| {
                let to = Options::only(u8::try_from(position).unwrap());
                width(&paper.with(&[(link_id, Some(Answer::Chosen(to)))]).response())
            });
            let widths: Vec<u32> = widths.collect();
            let sum: u32 = widths.iter().sum();
            (*widths.iter().max().unwrap(), sum / u32::try_from(widths.len()).unwrap())
        };
        let now = width(&response);
        let rated = open.iter().map(|(link_id, _)| link_id.0).filter(|link_id| {
            questionnaire().item(questionnaire().find(link_id).unwrap()).unwrap().rated
        });
        let best = rated.map(worst).filter(|(_, average)| *average < now).min();
        let first = suggested.first().map(|index| worst(questionnaire().item(*index).unwrap().link_id.0));
        prop_assert_eq!(first, best);
    }
}

proptest! {
    #![proptest_config(fewest())]

    /// Pairs: every pair of items that lowers the level is found, where no single answer does.
    #[test]
    fn pairs_of_changes_match_exhaustive_search(paper in papers()) {
        let response = paper.response();
        let now = level(&response);
        let suggested = what_would_change(questionnaire(), &response, 3).lower;
        if suggested.first().is_none_or(|found| found.changes.len() != 2) {
            return Ok(());
        }
        let pairs: SortedSet<[ItemIndex; 2]> = suggested
            .iter()
            .map(|found| [found.changes[0].item, found.changes[1].item])
            .collect();
        let items: Vec<(ItemIndex, &Item)> =
            questionnaire().indexed_items().filter(|(_, item)| item.rated).collect();
        let mildest = |index: ItemIndex, item: &Item| Change { item: index, to: item.mildest() };
        for (position, (one, first)) in items.iter().enumerate() {
            for (other, second) in &items[position + 1..] {
                let changes = [mildest(*one, first), mildest(*other, second)];
                let after = with(&response, &changes);
                let lowers = level(&after) < now;
                // Outcomes are monotone, so a pair that does not lower at its mildest never does.
                prop_assert!(lowers || !pairs.contains(&[*one, *other]));
                let alone = changes.map(|change| level(&with(&response, &[change])) < now);
                if lowers && alone == [false; 2] && same_questions(&response, &after) {
                    prop_assert!(pairs.contains(&[*one, *other]), "{changes:?}");
                }
            }
        }
    }
}

/// Outputs, next level, add-ons and ratings.
fn evaluation(paper: &Paper) -> (Outputs, LevelOfCare, SortedSet<AddOn>, Vec<RiskRating>) {
    let evaluation = Evaluation::of(questionnaire(), paper.sheet());
    let rating = |scale| evaluation.ratings.get(scale);
    (
        evaluation.outputs,
        evaluation.next_level,
        evaluation.add_ons.clone(),
        Scale::ALL.into_iter().map(rating).collect(),
    )
}

fn same_questions(one: &Response, other: &Response) -> bool {
    let shown = |response: &Response| -> Vec<bool> {
        let scored = ScoredAnswers::read(questionnaire(), response, GapPolicy::PerItem);
        questionnaire()
            .indexed_items()
            .map(|(index, _)| scored.get(index).shown)
            .collect()
    };
    shown(one) == shown(other)
}

fn level(response: &Response) -> LevelOfCare {
    assess(questionnaire(), response).computed_level
}

fn with(response: &Response, changes: &[Change]) -> Response {
    let mut response = response.clone();
    for change in changes {
        let item = questionnaire().item(change.item).unwrap();
        response.set(item.link_id, Answer::Chosen(change.to));
    }
    response
}

/// Lists other answers to a shown item; for multiple choice: one option more, one fewer, or none.
fn tries(paper: &Paper, item: &Item) -> Vec<Options> {
    let scored = paper.sheet();
    let index = questionnaire().find(item.link_id.0).unwrap();
    let value = scored.get(index);
    let options =
        (0..item.options.len()).map(|position| Options::only(u8::try_from(position).unwrap()));
    match item.kind {
        _ if !value.shown => Vec::new(),
        ItemKind::ChooseOne | ItemKind::Scale => options.collect(),
        ItemKind::ChooseMany => {
            let now = value.chosen.without(item.exclusive);
            let one = options.filter(|one| !item.exclusive.meets(*one));
            let neighbors = one.map(|one| {
                if now.meets(one) {
                    now.without(one)
                } else {
                    now.with(one)
                }
            });
            let neighbors = neighbors.filter(|neighbor| !neighbor.is_empty());
            neighbors.chain([item.mildest()]).collect()
        }
    }
}

/// Distance between the two ends of the range, in ranks.
fn width(response: &Response) -> u32 {
    let result = assess(questionnaire(), response);
    let Some(Range {
        mildest,
        most_careful,
    }) = result.range
    else {
        return 0;
    };
    let steps = |outputs: Outputs| {
        [
            outputs.alert.rank(),
            outputs.first_step.rank(),
            outputs.level.rank(),
            outputs.urgency.rank(),
        ]
        .map(u32::from)
        .iter()
        .sum::<u32>()
    };
    steps(most_careful) - steps(mildest)
}
