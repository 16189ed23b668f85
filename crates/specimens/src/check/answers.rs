//! The answers behind the named states.

use super::referrals;

/// Answers by item.
pub(super) type Answers = &'static [Answered];

/// Link id of an item with the codes of the chosen options.
pub(super) type Answered = (&'static str, &'static [&'static str]);

/// A named result with its answers.
pub(super) type Named = (&'static str, Vec<Answered>);

/// Answers that enable every question.
pub(super) const EVERYTHING: Answers = &[
    ("age", &["18-to-64"]),
    ("right-now", &["none"]),
    (
        "substances",
        &[
            "alcohol",
            "sedatives",
            "barbiturates",
            "ghb",
            "opioids",
            "kratom",
            "stimulants",
            "cannabis",
            "other",
            "tobacco",
            "unknown",
        ],
    ),
    ("days-alcohol", &["4-12-days"]),
    ("days-sedatives", &["4-12-days"]),
    ("days-barbiturates", &["4-12-days"]),
    ("days-ghb", &["4-12-days"]),
    ("days-opioids", &["4-12-days"]),
    ("days-kratom", &["4-12-days"]),
    ("days-unknown", &["4-12-days"]),
    ("drinks-a-day", &["5-7-drinks"]),
    // Long enough for a detox since, not so long that withdrawal is over.
    ("last-alcohol", &["6-to-14-days"]),
    ("last-sedatives", &["6-to-14-days"]),
    ("last-barbiturates", &["6-to-14-days"]),
    ("last-ghb", &["6-to-14-days"]),
    ("last-opioids", &["6-to-14-days"]),
    ("last-kratom", &["6-to-14-days"]),
    ("last-unknown", &["6-to-14-days"]),
    ("suicidal-thoughts", &["thoughts-of-suicide"]),
    ("pregnancy", &["yes"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
    ("dangerous-places", &["yes"]),
    ("worsens-body-or-mood", &["yes"]),
    ("people-around", &["threatens-hurts-or-controls"]),
];

/// The only answer that differs when the check is about someone else.
pub(super) const SOMEONE_ELSE: Answers = &[("who-for", &["someone-else"])];

/// Drinks every day, and a partner can stay with the person.
pub(super) const DAILY_DRINKING: Answers = &[
    ("substances", &["alcohol"]),
    ("days-alcohol", &["21-30-days"]),
    ("drinks-a-day", &["8-14-drinks"]),
    ("last-alcohol", &["within-5-days"]),
    ("waking-danger", &["most-days"]),
    ("mood", &["some-days"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("much-time", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
    ("harms-relationships", &["yes"]),
    ("drops-activities", &["yes"]),
    ("barriers", &["work", "cost"]),
];

/// The highest level and a crisis line, before home and people are asked: nothing there can add to it.
pub(super) const SETTLED: Answers = &[
    ("substances", &["cannabis"]),
    ("suicidal-thoughts", &["thoughts-of-suicide"]),
    ("health-conditions", &["unstable-or-in-hospital-for-it"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
];

/// Under 18, and in need of care.
pub(super) const UNDER_18: Answers = &[
    ("age", &["under-18"]),
    ("substances", &["cannabis"]),
    ("days-cannabis", &["21-30-days"]),
];

/// Contradiction: drank on most days, and last drank long ago.
pub(super) const DO_NOT_FIT: Answers = &[
    ("substances", &["alcohol"]),
    ("days-alcohol", &["21-30-days"]),
    ("last-alcohol", &["over-28-days"]),
];

const FENTANYL: Answers = &[
    ("substances", &["opioids"]),
    ("days-opioids", &["21-30-days"]),
    ("opioid-supply", &["daily-street-supply"]),
    ("last-opioids", &["within-5-days"]),
    ("waking-opioid", &["most-days"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
    ("needs-more", &["yes"]),
    ("ill-when-stopping", &["yes"]),
];

const STIMULANTS: Answers = &[
    ("substances", &["stimulants"]),
    ("days-stimulants", &["4-12-days"]),
    ("stimulant-source", &["not-as-prescribed"]),
];

/// Joins two sets of answers.
pub(super) fn with(base: Answers, more: Answers) -> Vec<Answered> {
    [base, more].concat()
}

/// Adds `count` symptoms of lost control to answers.
fn and_signs(base: Answers, count: usize) -> Vec<Answered> {
    let names = [
        "more-than-planned",
        "cannot-cut-down",
        "strong-pull",
        "duties-slip",
        "dangerous-places",
        "much-time",
        "harms-relationships",
        "drops-activities",
    ];
    let yes: &'static [&'static str] = &["yes"];
    let signs = names.into_iter().take(count).map(|name| (name, yes));
    base.iter().copied().chain(signs).collect()
}

/// Every kind of result.
pub(super) fn results() -> Vec<Named> {
    let mut results = emergencies();
    results.extend(first_steps());
    results.extend(levels());
    results.extend(referrals::results());
    results
}

fn emergencies() -> Vec<Named> {
    vec![
        (
            "result-emergency",
            with(DAILY_DRINKING, &[("right-now", &["seizure"])]),
        ),
        (
            "result-emergency-suicide",
            with(
                DAILY_DRINKING,
                &[("suicidal-thoughts", &["plan-intent-or-right-now"])],
            ),
        ),
        (
            "result-emergency-safe-home",
            with(
                DAILY_DRINKING,
                &[
                    ("right-now", &["chest-pain"]),
                    ("people-around", &["threatens-hurts-or-controls"]),
                    ("suicidal-thoughts", &["thoughts-of-suicide"]),
                ],
            ),
        ),
        (
            "result-emergency-signs",
            with(
                DAILY_DRINKING,
                &[
                    ("bad-signs", &["racing-heart", "confusion"]),
                    ("health-signs", &["yellow-skin-or-eyes"]),
                ],
            ),
        ),
    ]
}

/// Results with a first step before a level.
fn first_steps() -> Vec<Named> {
    vec![
        (
            "result-withdrawal-care",
            with(DAILY_DRINKING, &[("someone-to-stay", &["no"])]),
        ),
        (
            "result-medication-care",
            with(FENTANYL, &[("living-place", &["no-safe-place"])]),
        ),
        ("result-withdrawal-check", DAILY_DRINKING.to_vec()),
        ("result-medication-start", FENTANYL.to_vec()),
        (
            "result-pregnancy",
            with(FENTANYL, &[("pregnancy", &["might-be"])]),
        ),
        (
            "result-under-18-medication-start",
            with(FENTANYL, &[("age", &["under-18"])]),
        ),
        ("result-someone-else", with(DAILY_DRINKING, SOMEONE_ELSE)),
        (
            "result-safe-home",
            with(
                DAILY_DRINKING,
                &[("people-around", &["threatens-hurts-or-controls"])],
            ),
        ),
    ]
}

fn levels() -> Vec<Named> {
    let stimulants = |more: Answers, count| {
        let mut answers = and_signs(STIMULANTS, count);
        answers.extend(more);
        answers
    };
    vec![
        (
            "result-medical-inpatient",
            and_signs(
                &[
                    ("substances", &["cannabis"]),
                    ("health-conditions", &["unstable-or-in-hospital-for-it"]),
                ],
                4,
            ),
        ),
        (
            "result-residential",
            stimulants(&[("living-place", &["temporary"])], 8),
        ),
        (
            "result-day-program",
            stimulants(&[("longest-stretch", &["under-3-days"])], 7),
        ),
        ("result-iop", stimulants(&[("barriers", &["work"])], 5)),
        (
            "result-outpatient",
            and_signs(&[("substances", &["cannabis"])], 3),
        ),
        (
            "result-early-support",
            and_signs(&[("substances", &["alcohol"])], 1),
        ),
        ("result-none", vec![("substances", &["none"])]),
        (
            "result-under-18",
            and_signs(
                &[
                    ("age", &["under-18"]),
                    ("substances", &["cannabis"]),
                    ("days-cannabis", &["21-30-days"]),
                ],
                2,
            ),
        ),
        (
            "result-barriers",
            stimulants(
                &[
                    (
                        "barriers",
                        &["children-at-home", "driving-or-safety-work", "gambling"],
                    ),
                    ("wishes", &["veterans", "telehealth"]),
                ],
                5,
            ),
        ),
    ]
}
