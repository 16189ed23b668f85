//! Red flags: interrupting help screens, and cards that do not interrupt.

use content::questionnaire;
use journey::{Model, Msg, PagePart, Screen, update};

use crate::{MOVED, at, at_review, choose, help, index, on, page, story};

#[test]
fn an_emergency_interrupts_once_and_the_person_may_go_on() {
    let mut model = at("right-now", &story("16-").response);
    update(&mut model, Msg::Toggled(index("right-now"), 5));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(help(&model), ["emergency"]);
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.screen(), &on("substances"));
    // Help is shown once: leaving the same page again does not show it.
    update(&mut model, Msg::Back);
    update(&mut model, Msg::Back);
    assert_eq!(model.screen(), &on("right-now"));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("substances"));
}

#[test]
fn a_crisis_line_interrupts_too() {
    let mut model = at("mind", &story("16-").response);
    choose(&mut model, "mood", "not-at-all");
    choose(&mut model, "perception", "never");
    choose(&mut model, "thoughts-of-hurting-others", "thoughts");
    choose(&mut model, "told-by-a-doctor", "none");
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["harm-thoughts"]);
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("body"));
}

/// An emergency is shown alone; less urgent help follows, and then the questions.
#[test]
fn two_kinds_of_help_follow_each_other_the_most_urgent_first() {
    let mut model = at("mind", &story("16-").response);
    choose(&mut model, "mood", "not-at-all");
    choose(&mut model, "perception", "now-and-not-coping");
    choose(&mut model, "thoughts-of-hurting-others", "thoughts");
    choose(&mut model, "told-by-a-doctor", "none");
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["psychiatric-emergency"]);
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(help(&model), ["harm-thoughts"]);
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("body"));
}

#[test]
fn a_flag_that_was_taken_back_and_given_again_is_told_again() {
    let mut model = at("right-now", &story("16-").response);
    let right_now = index("right-now");
    update(&mut model, Msg::Toggled(right_now, 3));
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["emergency"]);
    update(&mut model, Msg::Back);
    update(&mut model, Msg::Toggled(right_now, 0));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("substances"));
    update(&mut model, Msg::Back);
    update(&mut model, Msg::Toggled(right_now, 3));
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["emergency"]);
}

/// I17: red flags are recomputed on every change, including after going back. A more urgent flag replaces a
/// less urgent one raised by the same answers.
#[test]
fn i17_red_flags_follow_every_change_of_an_answer() {
    let mut model = at("thoughts", &story("16-").response);
    let flags = |model: &Model| -> Vec<&str> {
        model
            .red_flags()
            .iter()
            .map(|flag| questionnaire().rules[usize::from(flag.rule.0)].id.0)
            .collect()
    };
    let thoughts = index("suicidal-thoughts");
    assert_eq!(flags(&model), [""; 0]);
    update(&mut model, Msg::Chose(thoughts, 1));
    assert_eq!(flags(&model), ["R05"]);
    update(&mut model, Msg::Chose(thoughts, 2));
    assert_eq!(flags(&model), ["R04"]);
    update(&mut model, Msg::Chose(thoughts, 3));
    assert_eq!(flags(&model), ["R02"]);
    update(&mut model, Msg::Back);
    assert_eq!(flags(&model), ["R02"]);
    update(&mut model, Msg::Continue);
    update(&mut model, Msg::Chose(thoughts, 0));
    assert_eq!(flags(&model), [""; 0]);
}

/// A skipped question gets a cautious reading, as in the result (I18).
#[test]
fn suicidal_thoughts_left_open_bring_the_crisis_line() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
    update(&mut model, Msg::Chose(index("self-harm"), 0));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &on("thoughts"));
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["crisis-line"]);
}

#[test]
fn a_change_that_raises_a_flag_interrupts_on_the_way_to_the_review() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("suicidal-thoughts")));
    update(&mut model, Msg::Chose(index("suicidal-thoughts"), 3));
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["suicide-emergency"]);
    update(&mut model, Msg::Continue);
    let page = page("suicidal-thoughts");
    let rest = PagePart { page, part: 1 };
    assert_eq!(model.screen(), &Screen::Page(rest), "the rest of the page");
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Review);
}

#[test]
fn the_card_for_violence_at_home_never_takes_over_the_screen() {
    let mut model = at("home", &story("16-").response);
    choose(&mut model, "living-place", "stable-and-safe");
    choose(&mut model, "people-around", "threatens-hurts-or-controls");
    let cards = model.red_flags_of(&model.items_on(page("people-around")));
    assert_eq!(
        cards.iter().map(|flag| flag.help.0).collect::<Vec<_>>(),
        ["safe-home"]
    );
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Review);
}

/// Alert 1 is a card on the page of its answer, and on no other page.
#[test]
fn a_card_stands_on_the_page_of_its_answer() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Chose(index("suicidal-thoughts"), 1));
    let on_its_page = model.red_flags_of(&model.items_on(page("suicidal-thoughts")));
    assert_eq!(
        on_its_page
            .iter()
            .map(|flag| flag.help.0)
            .collect::<Vec<_>>(),
        ["not-wanting-to-live"]
    );
    assert_eq!(model.red_flags_of(&model.items_on(page("mood"))), []);
}
