//! The table of A.2, written down a second time, so that the content cannot drift from it.

/// One question.
pub(crate) struct Row {
    pub(crate) question: &'static str,
    /// Its parts, where it is asked in several.
    pub(crate) parts: &'static [&'static str],
    /// What stands on screen, the least concern first.
    pub(crate) options: &'static [&'static str],
    /// The rank of the first option: 1 where "none" or "0" is not on screen and means hidden.
    pub(crate) first_rank: u8,
    /// What a missing answer counts as.
    pub(crate) unsure_as: &'static str,
}

/// The row of one question.
pub(crate) fn row(question: &str) -> &'static Row {
    let row = QUESTIONS.iter().find(|row| row.question == question);
    row.unwrap_or_else(|| panic!("{question} is not in A.2"))
}

const NO_YES: &[&str] = &["no", "yes"];

const LAST_TIME: &[&str] = &[
    "never",
    "over-12-months-ago",
    "3-to-12-months-ago",
    "past-3-months",
];

/// Groups whose days of use are asked. Tobacco is out of scope.
const GROUPS: &[&str] = &[
    "alcohol",
    "sedatives",
    "barbiturates",
    "ghb",
    "opioids",
    "kratom",
    "stimulants",
    "cannabis",
    "other",
    "unknown",
];

/// Groups of the two withdrawal tracks, and unknown.
const TRACKS: &[&str] = &[
    "alcohol",
    "sedatives",
    "barbiturates",
    "ghb",
    "opioids",
    "kratom",
    "unknown",
];

/// Every question, in the order of the table.
#[rustfmt::skip]
pub(crate) const QUESTIONS: &[Row] = &[
    one("Q01", &["self", "someone-else"], "self"),
    one("Q01b", &["18-to-64", "65-or-over", "under-18"], "18-to-64"),
    one("Q02", &["none", "cannot-be-woken", "not-breathing-well", "seizure", "confused", "seeing-or-hearing-things", "chest-pain", "overdose", "injury", "about-to-act-on-suicide", "other-life-threatening"], "none"),
    one("Q03", &["none", "alcohol", "sedatives", "barbiturates", "ghb", "opioids", "kratom", "stimulants", "cannabis", "other", "tobacco", "unknown"], "unknown"),
    in_parts(GROUPS, one("Q04", &["0-days", "1-3-days", "4-12-days", "13-20-days", "21-30-days"], "21-30-days")),
    from_rank_1(one("Q05", &["1-2-drinks", "3-4-drinks", "5-7-drinks", "8-14-drinks", "15-or-more-drinks"], "8-14-drinks")),
    in_parts(TRACKS, one("Q06", &["over-28-days", "15-to-28-days", "6-to-14-days", "within-5-days"], "within-5-days")),
    in_parts(&["d", "o"], one("Q07", &["none", "one-or-two-mild", "three-or-more-or-worse"], "one-or-two-mild")),
    one("Q07b", &["none", "racing-heart", "vomiting", "confusion", "chest-pain"], "none"),
    in_parts(&["d", "o"], one("Q08", &["stopped-without-trouble", "never-stopped-long-enough", "shakes-sweats-or-sickness", "seizure-confusion-or-seeing-things"], "shakes-sweats-or-sickness")),
    one("Q09", &["0-times", "1-2-times", "3-or-more-times"], "1-2-times"),
    in_parts(&["d", "o"], one("Q10", &["no", "sometimes", "most-days"], "sometimes")),
    one("Q10b", NO_YES, "yes"),
    from_rank_1(one("Q11", &["prescribed-under-4-weeks", "prescribed-4-weeks-or-more", "not-as-prescribed"], "not-as-prescribed")),
    from_rank_1(one("Q12", &["as-prescribed", "some-misuse", "daily-street-supply", "daily-with-sedative-mixed-in"], "daily-street-supply")),
    one("Q13", &["no", "recently-gave-birth", "might-be", "yes"], "might-be"),
    one("Q14", &["none", "stable", "needs-care-soon", "unstable-or-in-hospital"], "needs-care-soon"),
    one("Q14b", &["none", "cannot-keep-fluids-down", "wounds", "seizure-disorder", "recent-head-injury"], "none"),
    one("Q15", &["not-at-all", "some-days", "more-than-half-the-days", "cannot-function"], "some-days"),
    one("Q16", &["no", "wish-not-to-be-alive", "thoughts-of-suicide", "plan-intent-or-right-now"], "thoughts-of-suicide"),
    one("Q17", LAST_TIME, "3-to-12-months-ago"),
    one("Q17b", LAST_TIME, "over-12-months-ago"),
    one("Q18", &["never", "past", "now-but-coping", "now-and-not-coping"], "past"),
    one("Q19", &["no", "thoughts", "plan-or-intent"], "thoughts"),
    in_parts(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], one("Q20", NO_YES, "no")),
    one("Q21", &["did-not-try-or-over-4-weeks", "1-to-4-weeks", "3-to-6-days", "under-3-days"], "1-to-4-weeks"),
    one("Q22", &["none", "once-or-more-over-12-months-ago", "past-12-months", "more-than-once-in-12-months-or-5-ever"], "none"),
    // Past 12 months instead, where opioids or unknown supply are chosen.
    one("Q23", &["never", "over-12-months-ago", "past-12-months", "past-30-days"], "never"),
    one("Q24", &["no", "sometimes", "often"], "sometimes"),
    one("Q25", &["stable-and-safe", "stable-but-stressful", "temporary", "no-safe-place"], "stable-but-stressful"),
    one("Q26", &["supportive", "mixed", "mostly-use-or-no-support", "threatens-hurts-or-controls"], "mixed"),
    one("Q27", &["all-the-time", "part-of-the-time", "no"], "part-of-the-time"),
    one("Q31a", &["yes", "no"], "no"),
    one("Q31b", NO_YES, "no"),
    one("Q31c", NO_YES, "no"),
    one("Q32", NO_YES, "no"),
    in_parts(&["readiness", "confidence"], one("Q28", &["10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0"], "5")),
    one("Q29", &["none", "work", "children", "cost", "transport", "legal", "stigma", "pets", "phone-or-internet"], "none"),
    one("Q30", &["none", "medication", "faith-based", "women-only", "veterans", "lgbtq", "language", "telehealth"], "none"),
];

const fn one(
    question: &'static str,
    options: &'static [&'static str],
    unsure_as: &'static str,
) -> Row {
    Row {
        question,
        parts: &[],
        options,
        first_rank: 0,
        unsure_as,
    }
}

const fn in_parts(parts: &'static [&'static str], row: Row) -> Row {
    Row { parts, ..row }
}

const fn from_rank_1(row: Row) -> Row {
    Row {
        first_rank: 1,
        ..row
    }
}
