//! The answers behind the named states.

/// Answers by item: the codes of the options chosen.
pub(super) type Answers = &'static [Answered];

/// One item with the codes of the options chosen.
pub(super) type Answered = (&'static str, &'static [&'static str]);

/// Answers that open every question.
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
    ("suicidal-thoughts", &["thoughts-of-suicide"]),
    ("people-around", &["threatens-hurts-or-controls"]),
    ("pregnancy", &["yes"]),
    ("barriers", &["work", "children"]),
];

/// The same about someone else.
pub(super) const EVERYTHING_OTHER: Answers = &[
    ("who-for", &["someone-else"]),
    (
        "substances",
        &["alcohol", "sedatives", "opioids", "stimulants", "unknown"],
    ),
    ("strong-pull", &["yes"]),
    ("barriers", &["cost"]),
];

const DAILY_DRINKING: Answers = &[
    ("substances", &["alcohol"]),
    ("days-alcohol", &["21-30-days"]),
    ("drinks-a-day", &["8-14-drinks"]),
    ("last-alcohol", &["within-5-days"]),
    ("supervised-detox", &["no"]),
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

const FENTANYL: Answers = &[
    ("substances", &["opioids"]),
    ("days-opioids", &["21-30-days"]),
    ("opioid-supply", &["daily-street-supply"]),
    ("last-opioids", &["within-5-days"]),
    ("supervised-detox", &["no"]),
    ("waking-opioid", &["most-days"]),
    ("more-than-planned", &["yes"]),
    ("cannot-cut-down", &["yes"]),
    ("strong-pull", &["yes"]),
    ("duties-slip", &["yes"]),
    ("needs-more", &["yes"]),
    ("ill-when-stopping", &["yes"]),
    ("readiness", &["10"]),
];

/// Every kind of result.
pub(super) fn results() -> Vec<(&'static str, Vec<Answered>)> {
    let with = |base: Answers, more: Answers| [base, more].concat();
    let signs = |count: usize| {
        let names = [
            "more-than-planned",
            "cannot-cut-down",
            "much-time",
            "strong-pull",
            "duties-slip",
            "harms-relationships",
            "drops-activities",
            "dangerous-places",
        ];
        let yes: &'static [&'static str] = &["yes"];
        names
            .into_iter()
            .take(count)
            .map(|name| (name, yes))
            .collect::<Vec<_>>()
    };
    let and_signs = |base: Answers, count: usize| [base.to_vec(), signs(count)].concat();
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
            "result-crisis-card",
            with(
                &[
                    ("substances", &["alcohol"]),
                    ("days-alcohol", &["4-12-days"]),
                ],
                &[("suicidal-thoughts", &["thoughts-of-suicide"])],
            ),
        ),
        (
            "result-withdrawal-care",
            with(DAILY_DRINKING, &[("someone-to-stay", &["no"])]),
        ),
        (
            "result-medication-care",
            with(FENTANYL, &[("living-place", &["no-safe-place"])]),
        ),
        ("result-withdrawal-check", DAILY_DRINKING.to_vec()),
        (
            "result-prescriber",
            with(
                &[
                    ("substances", &["sedatives"]),
                    ("days-sedatives", &["21-30-days"]),
                ],
                &[
                    ("sedative-source", &["prescribed-4-weeks-or-more"]),
                    ("last-sedatives", &["within-5-days"]),
                    ("supervised-detox", &["no"]),
                ],
            ),
        ),
        ("result-medication-start", FENTANYL.to_vec()),
        (
            "result-pregnancy",
            with(
                FENTANYL,
                &[("pregnancy", &["might-be"]), ("readiness", &["2"])],
            ),
        ),
        (
            "result-medical-inpatient",
            and_signs(
                &[
                    ("substances", &["cannabis"]),
                    ("health-conditions", &["unstable-or-in-hospital"]),
                ],
                4,
            ),
        ),
        (
            "result-residential",
            and_signs(
                &[
                    ("substances", &["stimulants"]),
                    ("living-place", &["temporary"]),
                ],
                8,
            ),
        ),
        (
            "result-day-program",
            and_signs(
                &[
                    ("substances", &["stimulants"]),
                    ("longest-stretch", &["under-3-days"]),
                ],
                7,
            ),
        ),
        (
            "result-iop",
            and_signs(
                &[("substances", &["stimulants"]), ("barriers", &["work"])],
                5,
            ),
        ),
        (
            "result-outpatient",
            and_signs(&[("substances", &["cannabis"]), ("confidence", &["2"])], 3),
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
            "result-under-18-medication-start",
            with(FENTANYL, &[("age", &["under-18"])]),
        ),
        (
            "result-someone-else",
            with(DAILY_DRINKING, &[("who-for", &["someone-else"])]),
        ),
        (
            "result-safe-home",
            with(
                DAILY_DRINKING,
                &[("people-around", &["threatens-hurts-or-controls"])],
            ),
        ),
    ]
}
