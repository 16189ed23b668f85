//! Everything said around questions and results: one field per phrase, so that a missing one does
//! not build.

use super::wire::wired;

/// Declares the phrases; each is named for where it stands.
macro_rules! phrases {
    ($($name:ident),+ $(,)?) => {
        wired! {
            /// The phrases of one language.
            #[allow(missing_docs, reason = "each phrase is named for where it stands")]
            pub struct Phrases { $(pub $name: &'static str),+ }
        }

        impl Phrases {
            /// The names, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// Takes each phrase by its name; nothing where one is missing.
            pub fn by_name(text: impl Fn(&str) -> Option<&'static str>) -> Option<Phrases> {
                Some(Phrases { $($name: text(stringify!($name))?),+ })
            }
        }
    };
}

phrases![
    // Frame.
    brand,
    help_now,
    help_now_title,
    help_now_lead,
    leave,
    leave_hint,
    call,
    text_line,
    text_word_line,
    web_line,
    // Start.
    start_title,
    start_lead,
    minutes,
    answers_title,
    answers_text,
    who_title,
    start,
    starting,
    needs_scripts,
    failed_what,
    failed_todo,
    retry,
    not_diagnosis,
    draft_note,
    in_danger,
    provenance,
    // Questions.
    back,
    continue_,
    why_we_ask,
    unsure,
    declined,
    choose_any,
    progress,
    unanswered_what,
    unanswered_todo,
    number_keys,
    months,
    day_of,
    // Help.
    help_say,
    help_steps,
    help_steps_wait,
    go_on,
    go_on_hint,
    // Review.
    review_title,
    review_lead,
    change,
    not_answered,
    see_result,
    review_left_empty,
    // Result.
    rules_of,
    not_reviewed,
    overdue,
    do_not_stop,
    do_not_stop_other,
    do_not_stop_why,
    today_title,
    why_title,
    why_lead,
    why_sum,
    supporting,
    change_title,
    change_lead,
    change_line,
    clearer_one,
    clearer_two,
    how_this_works,
    source,
    also_title,
    level_title,
    level_hours,
    level_nights,
    level_length,
    level_who,
    level_happens,
    next_level_title,
    next_level_text,
    other_ways_title,
    other_ways_first,
    other_ways_if_not,
    opioid_title,
    opioid_text,
    limits_title,
    limits_text,
    limits_not_validated,
    range_title,
    range_text,
    range_same,
    range_list,
    talk_first_line,
    lines_checked,
    find_care_title,
    find_care_text,
    change_answers,
    start_over,
    start_over_hint,
    low_importance,
    low_confidence,
    ready,
    second_hand,
    age_notice,
    careful_assumption,
    under_18_line,
    young_program,
    first_step_label,
    // Outputs in words.
    alert_none,
    alert_card,
    alert_contact,
    alert_emergency,
    step_none,
    step_check,
    step_care,
    step_emergency,
];
