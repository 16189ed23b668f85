//! Properties of reasons (they are complete) and of the range (it contains every outcome).

use assessment::{Answer, Item};
use content::questionnaire;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use crate::sheets::{Paper, at_or_above, definite, papers};
use crate::{config, result, shown};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn range_contains_the_result_and_every_filled_response(
        paper in papers(),
        dice in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
        again in proptest::collection::vec(any::<u32>(), questionnaire().items.len()),
    ) {
        let result = result(&paper);
        prop_assert_eq!(result.range.is_some(), !result.unanswered.is_empty());
        let Some(range) = result.range else { return Ok(()) };
        prop_assert!(at_or_above(result.outputs(), range.mildest), "{:?}", range);
        prop_assert!(at_or_above(range.most_careful, result.outputs()), "{:?}", range);
        for dice in [dice, again] {
            let filled = fill(&paper, &dice).outcome().outputs;
            prop_assert!(at_or_above(filled, range.mildest), "{filled:?} is below {range:?}");
            prop_assert!(at_or_above(range.most_careful, filled), "{filled:?} is above {range:?}");
        }
    }

    /// Reasons are complete: answers they do not name can be at their mildest option.
    #[test]
    fn answers_without_a_reason_change_nothing_at_their_mildest(paper in papers()) {
        let result = result(&paper);
        let named = |item: &Item| {
            result.reasons.iter().any(|reason| reason.answers.contains(&item.link_id))
        };
        let mut mild = paper.clone();
        for (item, link_id) in shown(&paper).into_iter().filter(|(item, _)| !named(item)) {
            mild = mild.with(&[(link_id, Some(Answer::Chosen(item.mildest())))]);
        }
        let after = mild.outcome();
        prop_assert_eq!(after.outputs, result.outputs());
        prop_assert_eq!(after.add_ons, result.add_ons);
    }
}

/// Fills every missing answer with a definite one.
fn fill(paper: &Paper, dice: &[u32]) -> Paper {
    let mut filled = paper.clone();
    for ((item, answer), dice) in questionnaire().items.iter().zip(&mut filled.0).zip(dice) {
        if !matches!(answer, Some(Answer::Chosen(_))) {
            *answer = Some(Answer::Chosen(definite(item, *dice)));
        }
    }
    filled
}
