//! What days of use and time since last use say of each other, and present signs of the bad ones (A.2).

use assessment::{Answer, Options};
use content::questionnaire;
use proptest::prelude::{prop_assert_eq, proptest};

use crate::config;
use crate::sheets::{Paper, items, papers};

/// What a rank of days makes of the time since last use.
const LAST_FROM_DAYS: [u8; 5] = [0, 0, 1, 1, 2];

proptest! {
    #![proptest_config(config())]

    /// Days bound the last use and the last use bounds the days, for the same substance; not where the
    /// days may be those before a stop.
    #[test]
    fn days_of_use_and_time_since_last_use_bound_each_other(paper in papers()) {
        let sheet = paper.sheet();
        for (index, _, link_id) in items().filter(|(_, item, _)| item.question() == "Q06") {
            let last = sheet.get(index);
            if !last.shown {
                continue;
            }
            let group = link_id.0.trim_start_matches("last-");
            let days_id = format!("days-{group}");
            let days = sheet.get(questionnaire().find(&days_id).unwrap());
            let (stated_last, stated_days) = (stated(&paper, link_id.0), stated(&paper, &days_id));
            let before_a_stop = ["sedatives", "barbiturates"].contains(&group);
            let used = u8::from(!before_a_stop && stated_last > 0);
            let bound = if before_a_stop { 0 } else { LAST_FROM_DAYS[usize::from(stated_days)] };
            prop_assert_eq!(days.rank, stated_days.max(used), "{}", days_id);
            prop_assert_eq!(last.rank, stated_last.max(bound), "{}", link_id.0);
            prop_assert_eq!((days.raised, last.raised), (used > stated_days, bound > stated_last));
        }
    }

    /// A bad sign makes mild ones of none, on each track that is asked.
    #[test]
    fn a_bad_sign_is_a_sign_on_every_track(paper in papers()) {
        let sheet = paper.sheet();
        let bad = sheet.get(questionnaire().find("bad-signs").unwrap()).rank > 0;
        for link_id in ["symptoms-danger", "symptoms-opioid"] {
            let value = sheet.get(questionnaire().find(link_id).unwrap());
            if value.shown {
                prop_assert_eq!(value.rank, stated(&paper, link_id).max(u8::from(bad)), "{}", link_id);
            }
        }
    }
}

/// The rank an answer has by itself.
fn stated(paper: &Paper, link_id: &str) -> u8 {
    let item = crate::sheets::item(link_id);
    match paper.get(link_id) {
        Some(Answer::Chosen(options)) => item.rank_of(options),
        Some(Answer::Unsure | Answer::Declined) | None => {
            item.rank_of(Options::only(item.unsure_as.option))
        }
    }
}
