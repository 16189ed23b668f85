//! Phrases of the user interface: one field per phrase, so that a missing one fails to compile.

use super::wire::{Reader, Wire, Writer, fingerprint};

/// Declares the phrases; each is named after where it appears.
macro_rules! phrases {
    ($($name:ident),+ $(,)?) => {
        /// The phrases of one language.
        #[allow(missing_docs, reason = "each phrase is named for where it stands")]
        #[derive(Clone, Debug, PartialEq)]
        pub struct Phrases { $(pub $name: &'static str),+ }

        /// All phrases in one loop: a line of code for each would be 15 KB of the module.
        impl Wire for Phrases {
            fn write_to(&self, writer: &mut Writer) {
                let Phrases { $($name),+ } = self;
                for text in [$($name),+] {
                    text.write_to(writer);
                }
            }

            fn read_from(reader: &mut Reader) -> Phrases {
                let mut texts = [""; Phrases::NAMES.len()];
                for text in &mut texts {
                    *text = Wire::read_from(reader);
                }
                let [$($name),+] = texts;
                Phrases { $($name),+ }
            }
        }

        impl Phrases {
            /// Fingerprint of the names: changes when one is added, removed, renamed or moved.
            pub const SHAPE: u32 = fingerprint(concat!($(stringify!($name), " "),+), 0);

            /// The names, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// Builds the phrases from a lookup by name; `None` if one is missing.
            pub fn by_name(text: impl Fn(&str) -> Option<&'static str>) -> Option<Phrases> {
                Some(Phrases { $($name: text(stringify!($name))?),+ })
            }
        }
    };
}

phrases! {
    // Frame.
    brand, languages, country, country_us, country_ca, country_gb, country_ie, country_au, country_nz,
    country_other, translation_draft, language_help, help_now, help_now_title, help_now_lead, leave,
    leave_hint, foot_more, text_size, text_normal, text_large, text_largest, call, text_line,
    text_word_line, web_line, more_lines, line_hours, line_languages, line_checked,
    // Start.
    start_title, start_lead, minutes, answers_title, answers_text, answers_shared, answers_apart, who_title,
    start, starting, needs_scripts, browser_too_old, failed_what, failed_todo, retry, not_diagnosis, draft_note, report,
    report_note, accessibility, in_danger, provenance,
    // Questions.
    back, continue_, why_we_ask, unsure, declined, skip, leave_rest, leave_rest_done, choose_any, progress,
    page_part, unanswered_what, unanswered_todo, number_keys, ahead_page, ahead_pages, ahead_section,
    ahead_review,
    // Where it stands.
    standing_open, standing_title, standing_range, standing_same, standing_settled, standing_result,
    standing_clear, standing_least, standing_unclear, standing_page, standing_pages, standing_telling,
    months, day_of,
    // Help.
    help_say, help_steps, help_steps_wait, go_on, go_on_hint,
    // Review.
    review_title, review_lead, change, not_answered, see_result, review_left_empty,
    // Result.
    rules_of, not_reviewed, overdue, do_not_stop, do_not_stop_other, do_not_stop_why, today_title,
    today_after_call, act_call, act_any_hour, act_else, act_emergency_room, act_emergency_room_can,
    act_emergency_room_doctor, act_doctor, act_doctor_other, act_doctor_how, act_no_doctor,
    supporter_answer, open_all, close_all, until_seen_title, way_then, first_call_title, first_call_answer,
    in_the_way_answer, in_the_way_young, limits_answer, take_answer, why_title, why_lead, why_sum,
    supporting, change_title, change_lead, change_line, clearer_one, clearer_two, how_this_works, source,
    about_title, about_use, about_withdrawal, decision, level_day, path_start, path_up, path_last,
    path_last_text, path_not_here, profile_title, week_title, week_lead, week_evenings, week_nights,
    week_days, week_parts, week_group, week_individual, week_family, week_medical, week_free, week_home,
    week_program, week_recovery_home, compare_title, compare_suggested, compare_suggested_then,
    compare_others, level_medical, level_asks, level_kind, for_later, also_title, therapy_title,
    wishes_title, supporter_title, young_title, safety_title, door_title, naloxone_title, watch_title,
    plan_title, cost_title, again_title, fit_title, fit_fits, fit_partly, fit_does_not, fit_not_said,
    fit_say, fit_yes, fit_no, fit_ask, fit_look_for, fit_payment, fit_languages, fit_disclosure, hours_open,
    hours_closed, hours_meanwhile, hours_are, need_under_18, need_medication_opioid,
    need_medication_alcohol, need_pregnancy, need_mental_health, level_title, level_hours, level_nights,
    level_length, level_who, level_happens, level_good, level_hard, level_waiting, next_level_title,
    next_level_text, ways_title, other_ways_title, other_ways_first, other_ways_if_not, opioid_title,
    opioid_text, take_title, take_lead, take_print, take_copy, take_save_text, take_save_fhir,
    take_show_text, take_read, take_stop, took_copy, took_save, took_read, refused_copy, refused_print,
    refused_save, refused_read, take_text_label, code_title, code_lead, sheet_title, sheet_risks,
    sheet_suggested, sheet_level, sheet_urgency, sheet_answers, sheet_matters, sheet_questions, sheet_notes,
    sheet_for_the_person, limits_title, limits_text, limits_not_validated, range_title, range_text,
    range_same, range_list, talk_first_line, lines_checked, find_care_title, find_care_text, change_answers,
    start_over, start_over_hint, start_over_hint_kept, signs_title, do_not_fit, kept_changed, signs_text,
    signs_text_other, signs_text_emergency, pace_title, pace_tell_more, pace_small_step, pace_call_now,
    tell_more, small_step, ready, second_hand, age_notice, careful_assumption, under_18_line, young_program,
    first_step_label,
    // Outputs in words.
    alert_none, alert_card, alert_contact, alert_emergency, step_none, step_check, step_care,
    step_emergency,
    // Contact.
    contact_title, contact_mail, contact_neutral, contact_guardian, contact_call, contact_text,
    contact_meeting, contact_short_call, contact_message, contact_promise, contact_name, contact_phone,
    contact_phone_hint, contact_email, contact_either_hint, contact_days, contact_words, contact_optional,
    contact_time, contact_time_any, contact_time_morning, contact_time_afternoon, contact_time_evening,
    contact_may_leave, contact_consent, contact_consent_text, contact_privacy, contact_terms,
    contact_add_result, contact_add_answers, contact_add_other, contact_next, contact_close,
    contact_missing_what, contact_name_what, contact_name_todo, contact_phone_what, contact_phone_todo,
    contact_short_what, contact_short_todo, contact_email_what, contact_email_todo, contact_either_what,
    contact_either_todo, contact_message_what, contact_message_todo, contact_consent_what,
    contact_consent_todo, contact_confirm_title, contact_confirm_lead, contact_confirm_answers,
    contact_send, contact_edit, contact_sending, contact_sending_text, contact_sent_title,
    contact_sent_text, contact_failed_title, contact_refused_what, contact_refused_todo,
    contact_trouble_what, contact_trouble_todo, contact_timeout_what, contact_no_answer_what,
    contact_unsure_todo, contact_twice, contact_not_started_what, contact_not_started_todo, contact_kept,
    contact_again, contact_copy, contact_copied, contact_by_hand_what, contact_by_hand_todo, contact_lines,
    contact_lines_unsure,
    // Saved answers on the device.
    keep_title, keep_title_on, keep_lead, keep_span, keep_days, keep_locks, keep_passphrase,
    keep_passphrase_hint, keep_plain, keep_start, keep_busy, keep_on, keep_on_locked, keep_erase,
    keep_erased, keep_not_erased, keep_refused, keep_full, keep_elsewhere, keep_replace, keep_let_be,
    keep_too_short, keep_other_first, kept_title, kept_line, kept_line_locked, kept_go_on, kept_again,
    kept_locked, kept_open, kept_wrong, kept_expired, kept_newer, kept_unreadable, kept_other_rules,
    over_time_title, over_time_lead, over_time_now, over_time_level, over_time_erase, over_time_erase_label,
    over_time_save,
    // Privacy inspector ("See for yourself").
    inspect_title, inspect_lead, inspect_none, inspect_asked, inspect_asked_text, inspect_count,
    inspect_row, inspect_may, inspect_may_text, inspect_kept, inspect_answers, inspect_cookies,
    inspect_other, inspect_files, inspect_files_text, inspect_remove, inspect_offline, inspect_offline_text,
    inspect_tools, inspect_tools_open, inspect_tools_network, inspect_tools_storage, inspect_build,
    inspect_build_text,
}

impl Phrases {
    /// The name of a country, by its code in ISO 3166-1, or `001` for any other.
    pub fn country_of(&self, code: &str) -> &'static str {
        match code {
            "CA" => self.country_ca,
            "GB" => self.country_gb,
            "IE" => self.country_ie,
            "AU" => self.country_au,
            "NZ" => self.country_nz,
            "001" => self.country_other,
            _ => self.country_us,
        }
    }
}
