//! Answers whose headline points to a doctor, a clinic or a crisis line instead of a program.

use super::answers::{Answers, Named, SOMEONE_ELSE, with};

const HEAD_INJURY: Answers = &[
    ("substances", &["alcohol"]),
    ("days-alcohol", &["21-30-days"]),
    ("drinks-a-day", &["5-7-drinks"]),
    ("last-alcohol", &["within-5-days"]),
    ("health-signs", &["hit-to-the-head", "fainted", "wounds"]),
];

const MISSED_DOSES: Answers = &[
    ("substances", &["none"]),
    ("treatment-medicine", &["missed-doses"]),
];

const PRESCRIBED: Answers = &[
    ("substances", &["sedatives"]),
    ("days-sedatives", &["21-30-days"]),
    ("sedative-source", &["prescribed-4-weeks-or-more"]),
    ("last-sedatives", &["within-5-days"]),
];

/// Every such result.
pub(super) fn results() -> Vec<Named> {
    vec![
        ("result-doctor-today", HEAD_INJURY.to_vec()),
        (
            "result-doctor-today-someone-else",
            with(HEAD_INJURY, SOMEONE_ELSE),
        ),
        (
            "result-keep-treatment",
            with(
                &[("substances", &["none"])],
                &[("treatment-medicine", &["as-planned"])],
            ),
        ),
        ("result-keep-treatment-missed", MISSED_DOSES.to_vec()),
        (
            "result-keep-treatment-someone-else",
            with(MISSED_DOSES, SOMEONE_ELSE),
        ),
        ("result-prescriber", PRESCRIBED.to_vec()),
        (
            "result-prescriber-today",
            with(PRESCRIBED, &[("running-out", &["yes"])]),
        ),
        (
            "result-mental-health",
            vec![
                ("substances", &["none"]),
                ("mood", &["more-than-half-the-days"]),
                ("told-by-a-doctor", &["trauma"]),
            ],
        ),
        (
            "result-mental-health-today",
            vec![
                ("substances", &["none"]),
                ("perception", &["now-but-coping"]),
            ],
        ),
        (
            "result-mental-health-with-medicine",
            with(PRESCRIBED, &[("mood", &["cannot-function"])]),
        ),
        (
            "result-crisis-card",
            vec![
                ("substances", &["alcohol"]),
                ("days-alcohol", &["4-12-days"]),
                ("last-alcohol", &["6-to-14-days"]),
                ("suicidal-thoughts", &["thoughts-of-suicide"]),
            ],
        ),
        (
            "result-means",
            vec![
                ("substances", &["none"]),
                ("suicidal-thoughts", &["wish-not-to-be-alive"]),
                ("means-in-reach", &["yes"]),
            ],
        ),
        (
            "result-pregnancy-care",
            vec![
                ("substances", &["alcohol"]),
                ("days-alcohol", &["1-3-days"]),
                ("last-alcohol", &["15-to-28-days"]),
                ("pregnancy", &["yes"]),
            ],
        ),
        (
            "result-recovery",
            vec![
                ("substances", &["none"]),
                ("care-now", &["in-recovery-and-worried"]),
            ],
        ),
        (
            "result-doctor",
            vec![
                ("substances", &["none"]),
                ("health-conditions", &["not-looked-after"]),
            ],
        ),
    ]
}
