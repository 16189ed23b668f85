//! What is asked, as the evidence file says below its table (A.2), written a second time.

use std::collections::BTreeSet;

use footing::assessment::Answer;
use footing::content::questionnaire;
use proptest::prelude::{prop_assert_eq, proptest};

use crate::config;
use crate::sheets::{Paper, chosen, items, papers};

const DANGER: [&str; 5] = ["alcohol", "sedatives", "barbiturates", "ghb", "unknown"];
const OPIOID: [&str; 3] = ["opioids", "kratom", "unknown"];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_question_is_asked_exactly_where_the_evidence_file_says(paper in papers()) {
        let sheet = paper.sheet();
        for (index, item, link_id) in items() {
            let is_asked = is_asked(item.code, &paper);
            prop_assert_eq!(sheet.get(index).shown, is_asked, "{} ({})", link_id.0, item.code);
        }
    }

    /// The days of use bound the time since last use, for the same substance.
    #[test]
    fn days_of_use_bound_the_time_since_last_use(paper in papers()) {
        let sheet = paper.sheet();
        for (index, item, link_id) in items().filter(|(_, item, _)| item.question() == "Q06") {
            let value = sheet.get(index);
            if !value.shown {
                continue;
            }
            let days = format!("days-{}", link_id.0.trim_start_matches("last-"));
            let rank_of_days = sheet.get(questionnaire().find(&days).unwrap()).rank;
            let bound = [0, 0, 1, 1, 2][usize::from(rank_of_days)];
            let stated = match paper.get(link_id.0) {
                Some(Answer::Chosen(options)) => item.rank_of(options),
                // Within 5 days.
                Some(Answer::Unsure | Answer::Declined) | None => 3,
            };
            prop_assert_eq!(value.rank, stated.max(bound), "{}", link_id.0);
            prop_assert_eq!(value.raised, bound > stated);
        }
    }
}

fn is_asked(code: &str, paper: &Paper) -> bool {
    let chosen_groups = groups(paper);
    let groups = |names: &[&str]| names.iter().any(|name| chosen_groups.contains(name));
    let (question, part) = code.split_once('.').unwrap_or((code, ""));
    let checklist = chosen_groups.iter().any(|group| *group != "tobacco");
    let lost_control = checklist && has_a_sign_of_lost_control(paper);
    let beyond = groups(&[
        "sedatives",
        "barbiturates",
        "ghb",
        "opioids",
        "kratom",
        "stimulants",
        "other",
        "unknown",
    ]);
    match question {
        "Q04" | "Q06" => groups(&[part]),
        "Q05" | "Q10b" => groups(&["alcohol"]),
        "Q07" | "Q08" | "Q10" => groups(if part == "d" { &DANGER } else { &OPIOID }),
        "Q07b" => groups(&OPIOID),
        "Q09" | "Q31a" => groups(&DANGER) || groups(&OPIOID),
        // Sedatives, and barbiturates, which follow their line (C.3).
        "Q11" => groups(&["sedatives", "barbiturates"]),
        "Q12" => groups(&["opioids"]),
        "Q20" => checklist,
        "Q21" | "Q24" => beyond || lost_control,
        "Q22" => beyond || lost_control || (groups(&["alcohol"]) && drinks_five_or_more(paper)),
        "Q23" => !chosen_groups.is_empty(),
        _ => true,
    }
}

/// What Q03 names; not answered, it counts as "not sure what was in it".
fn groups(paper: &Paper) -> BTreeSet<&'static str> {
    let item = crate::sheets::item("substances");
    match paper.get("substances") {
        Some(Answer::Chosen(options)) => {
            let named = options
                .places()
                .map(|place| item.options[usize::from(place)]);
            named.filter(|group| *group != "none").collect()
        }
        Some(Answer::Unsure | Answer::Declined) | None => BTreeSet::from(["unknown"]),
    }
}

/// Q20 is 1 or more.
fn has_a_sign_of_lost_control(paper: &Paper) -> bool {
    let mut signs = items().filter(|(_, item, _)| item.question() == "Q20");
    signs.any(|(_, _, link_id)| paper.get(link_id.0) == chosen(link_id.0, &["yes"]))
}

/// ALC5; not answered, Q05 counts as 8 to 14 drinks.
fn drinks_five_or_more(paper: &Paper) -> bool {
    let below = ["1-2-drinks", "3-4-drinks"];
    !below
        .iter()
        .any(|option| paper.get("drinks-a-day") == chosen("drinks-a-day", &[option]))
}
