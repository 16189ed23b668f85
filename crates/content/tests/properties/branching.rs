//! Properties of arithmetic bounds: days of use, time since last use, and withdrawal signs (A.2).

use assessment::{Answer, Options};
use content::questionnaire;
use proptest::prelude::{prop_assert_eq, proptest};

use crate::config;
use crate::sheets::{Paper, items, papers};

/// Lower bound on the rank of the last use, by the rank of days of use.
const LAST_FROM_DAYS: [u8; 5] = [0, 0, 1, 1, 2];

proptest! {
    #![proptest_config(config())]

    /// Days and last use of the same substance bound each other; not where the days may be those
    /// before a stop.
    #[test]
    fn days_of_use_and_time_since_last_use_bound_each_other(paper in papers()) {
        let scored = paper.sheet();
        for (index, _, link_id) in items().filter(|(_, item, _)| item.question() == "Q06") {
            let last = scored.get(index);
            if !last.shown {
                continue;
            }
            let group = link_id.0.trim_start_matches("last-");
            let days_id = format!("days-{group}");
            let days = scored.get(questionnaire().find(&days_id).unwrap());
            let (stated_last, stated_days) = (stated(&paper, link_id.0), stated(&paper, &days_id));
            let before_a_stop = ["sedatives", "barbiturates"].contains(&group);
            let used = u8::from(!before_a_stop && stated_last > 0);
            let bound = if before_a_stop { 0 } else { LAST_FROM_DAYS[usize::from(stated_days)] };
            prop_assert_eq!(days.rank, stated_days.max(used), "{}", days_id);
            prop_assert_eq!(last.rank, stated_last.max(bound), "{}", link_id.0);
            prop_assert_eq!((days.raised, last.raised), (used > stated_days, bound > stated_last));
        }
    }

    /// A bad withdrawal sign raises "none" to mild signs on each track that is asked.
    #[test]
    fn bad_sign_implies_a_mild_sign_on_every_track(paper in papers()) {
        let scored = paper.sheet();
        let bad = scored.get(questionnaire().find("bad-signs").unwrap()).rank > 0;
        for link_id in ["symptoms-danger", "symptoms-opioid"] {
            let value = scored.get(questionnaire().find(link_id).unwrap());
            if value.shown {
                prop_assert_eq!(value.rank, stated(&paper, link_id).max(u8::from(bad)), "{}", link_id);
            }
        }
    }
}

/// Rank of an answer before bounds.
fn stated(paper: &Paper, link_id: &str) -> u8 {
    let item = crate::sheets::item(link_id);
    match paper.get(link_id) {
        Some(Answer::Chosen(options)) => item.rank_of(options),
        Some(Answer::Unsure | Answer::Declined) | None => {
            item.rank_of(Options::only(item.unsure_as.option))
        }
    }
}
