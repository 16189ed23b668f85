//! Missing answers (I02, I18): what counts for an item left empty, unsure, declined or hidden.

use assessment::{Answer, Options};
use content::questionnaire;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use test_support::sheets::{chosen, items, papers};

use crate::{config, result, shown};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn i02_missing_answer_never_counts_below_the_mildest(paper in papers()) {
        for (item, link_id) in shown(&paper) {
            let mildest = paper.with(&[(link_id, Some(Answer::Chosen(item.mildest())))]).outcome();
            // Declined and empty count the same: `i18_left_empty_counts_as_its_skip_option`.
            for gap in [None, Some(Answer::Unsure)] {
                let without = paper.with(&[(link_id, gap)]).outcome();
                prop_assert!(
                    without.is_at_or_above(&mildest),
                    "{link_id} at {gap:?}: {without:?} is below {mildest:?}",
                );
            }
        }
    }

    /// Careful default where a false "fine" can be fatal (A.2, column "unsure / skip counts as").
    #[test]
    fn i02_missing_answer_on_stopping_or_suicide_counts_as_careful(paper in papers()) {
        for (item, link_id) in shown(&paper) {
            let Some((unsure, skipped)) = careful_options(item.question()) else { continue };
            for (gap, option) in [(Some(Answer::Unsure), unsure), (None, skipped)] {
                let named = paper.with(&[(link_id, chosen(link_id, &[option]))]).outcome();
                let without = paper.with(&[(link_id, gap)]).outcome();
                prop_assert!(
                    without.is_at_or_above(&named),
                    "{link_id} at {gap:?}: {without:?} is below {named:?}",
                );
            }
        }
    }

    /// Swaps declined and empty answers: they are distinct, but change no outcome.
    #[test]
    fn i18_left_empty_counts_as_its_skip_option(
        paper in papers(),
        kinds in proptest::collection::vec(any::<bool>(), questionnaire().items.len()),
    ) {
        let mut other = paper.clone();
        for (answer, declined) in other.0.iter_mut().zip(kinds) {
            if matches!(answer, Some(Answer::Declined) | None) {
                *answer = declined.then_some(Answer::Declined);
            }
        }
        prop_assert_eq!(other.outcome(), paper.outcome());
    }

    #[test]
    fn i18_no_rule_ever_sees_a_missing_value(paper in papers()) {
        let scored = paper.sheet();
        for (index, item, link_id) in items() {
            let value = scored.get(index);
            let hidden_as = item.hidden_as.map_or(Options(0), Options::only);
            if value.shown {
                prop_assert!(!value.chosen.is_empty(), "{}", link_id.0);
            } else {
                prop_assert_eq!(value.chosen, hidden_as, "{}", link_id.0);
                prop_assert_eq!(value.rank, item.rank_of(hidden_as));
                prop_assert_eq!(value.missing, None);
            }
        }
    }

    #[test]
    fn i18_answer_to_a_hidden_item_is_ignored(
        paper in papers(),
        other in papers(),
    ) {
        let mut swapped = paper.clone();
        let scored = paper.sheet();
        for (index, _, _) in items().filter(|(index, _, _)| !scored.get(*index).shown) {
            swapped.0[usize::from(index.0)] = other.0[usize::from(index.0)];
        }
        prop_assert_eq!(format!("{:?}", result(&swapped)), format!("{:?}", result(&paper)));
    }
}

/// Options for "not sure" and for skipped in A.2, for Q06 to Q12 except Q07b, Q11b and Q11c, and
/// for Q16, Q17 and Q31a (I02).
fn careful_options(question: &str) -> Option<(&'static str, &'static str)> {
    let same = |option| Some((option, option));
    match question {
        "Q06" => same("within-5-days"),
        "Q07" => same("one-or-two-mild"),
        "Q08" => same("sick-once-or-twice"),
        "Q10" => same("sometimes"),
        "Q10b" => same("yes"),
        "Q11" => same("not-as-prescribed"),
        "Q12" => same("daily-street-supply"),
        "Q16" => same("thoughts-of-suicide"),
        "Q17" => Some(("3-to-12-months-ago", "once-over-12-months-ago")),
        "Q31a" => same("no-or-still-in-it"),
        _ => None,
    }
}
