//! Journeys as sequences of messages: where they lead, and what they keep.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use footing::assessment::{
    Answer, Item, ItemIndex, ItemKind, LinkId, Options, PageIndex, Response, assess,
};
use footing::content::questionnaire;
use footing::journey::{Effect, Model, Msg, Notice, Place, update};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::test_runner::RngSeed;

#[path = "fixtures/browser.rs"]
mod browser;

#[path = "fixtures/stories.rs"]
mod stories;

#[path = "fixtures/walk.rs"]
mod walk;

use browser::Tab;
use stories::{Story, stories};
use walk::{give, walk};

const MOVED: [Effect; 2] = [Effect::PushHistory, Effect::FocusHeading];

#[test]
fn a_whole_run_leads_from_the_start_to_the_result() {
    let story = story("04-");
    let mut model = Model::new(questionnaire());
    assert_eq!(model.place(), &Place::Start);
    let pages = walk(&mut model, &story.response);
    assert!(
        pages.is_sorted(),
        "pages come in the order of the questionnaire: {pages:?}"
    );
    assert_eq!(model.place(), &Place::Review);
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.place(), &Place::Result);
    // Nothing lies behind the result.
    assert_eq!(update(&mut model, Msg::Continue), []);
    let result = assess(questionnaire(), &model.response);
    assert_eq!(result.headline.code(), "withdrawal-check");
}

#[test]
fn every_story_can_be_walked_and_every_question_it_answers_is_asked() {
    for story in stories() {
        let mut model = Model::new(questionnaire());
        walk(&mut model, &story.response);
        assert_eq!(model.response, story.response, "{}", story.name);
    }
}

#[test]
fn an_open_question_is_told_first_and_left_empty_the_second_time() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &on("about"));
    assert_eq!(update(&mut model, Msg::Continue), [Effect::FocusNotice]);
    assert_eq!(model.place(), &on("about"));
    // Who is answering is read by no rule, so only the age is missed.
    assert_eq!(model.notice, Some(Notice::Unanswered(vec![index("age")])));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.place(), &on("right-now"));
    assert_eq!(model.notice, None);
    assert!(model.response.is_empty());
}

#[test]
fn an_answer_takes_the_notice_away_and_a_gap_brings_it_back() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Continue);
    assert!(model.notice.is_some());
    update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
    assert_eq!(model.notice, None);
    update(&mut model, Msg::Continue);
    let open = vec![index("suicidal-thoughts"), index("self-harm")];
    assert_eq!(model.notice, Some(Notice::Unanswered(open)));
}

#[test]
fn not_sure_and_rather_not_say_are_answers_that_go_on_at_once() {
    let mut model = at("mood", &story("16-").response);
    update(&mut model, Msg::Unsure(index("mood")));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    let mut model = at("mood", &story("16-").response);
    update(&mut model, Msg::Declined(index("mood")));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.response.get(LinkId("mood")), Some(Answer::Declined));
}

#[test]
fn choosing_never_moves_on_by_itself() {
    let mut model = at("mood", &story("16-").response);
    assert_eq!(update(&mut model, Msg::Chose(index("mood"), 1)), []);
    assert_eq!(model.place(), &on("mood"));
}

#[test]
fn one_choice_replaces_another_and_several_add_up_unless_one_stands_alone() {
    let mut model = at("substances", &story("16-").response);
    let substances = index("substances");
    let chosen = |model: &Model| match model.answer(substances) {
        Some(Answer::Chosen(options)) => options.places().collect::<Vec<u8>>(),
        other => panic!("{other:?}"),
    };
    update(&mut model, Msg::Toggled(substances, 1));
    update(&mut model, Msg::Toggled(substances, 3));
    assert_eq!(chosen(&model), [1, 3]);
    update(&mut model, Msg::Toggled(substances, 1));
    assert_eq!(chosen(&model), [3]);
    update(&mut model, Msg::Toggled(substances, 0));
    assert_eq!(chosen(&model), [0]);
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(chosen(&model), [8]);
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(model.answer(substances), None);
    update(&mut model, Msg::Declined(substances));
    update(&mut model, Msg::Toggled(substances, 8));
    assert_eq!(chosen(&model), [8]);
}

#[test]
fn a_number_key_chooses_and_keeps_the_focus_there() {
    let mut model = at("mood", &story("16-").response);
    let mood = index("mood");
    assert_eq!(
        update(&mut model, Msg::NumberKey(mood, 2)),
        [Effect::FocusOption(mood, 1)]
    );
    assert_eq!(model.answer(mood), Some(Answer::Chosen(Options::only(1))));
    for number in [0, 9] {
        assert_eq!(update(&mut model, Msg::NumberKey(mood, number)), []);
        assert_eq!(model.answer(mood), Some(Answer::Chosen(Options::only(1))));
    }
}

#[test]
fn back_keeps_answers() {
    let mut tab = tab_at_review(&story("04-"));
    let answers = tab.model.response.clone();
    let mut steps = 0;
    while tab.model.place() != &Place::Start {
        let effects = tab.send(Msg::Back);
        assert_eq!(effects, [Effect::Go(-1), Effect::FocusHeading]);
        assert_eq!(tab.model.response, answers);
        steps += 1;
    }
    assert!(steps > 15);
    // There is nothing before the start.
    assert_eq!(tab.send(Msg::Back), []);
    while tab.model.place() != &Place::Review {
        tab.send(Msg::Continue);
    }
    assert_eq!(tab.model.response, answers);
}

#[test]
fn the_browser_goes_back_and_forward_along_the_trail() {
    let mut tab = tab_at_review(&story("04-"));
    let last = tab.model.position();
    tab.go(-3);
    assert_eq!(tab.model.place(), &on("home"));
    tab.go(2);
    assert_eq!(tab.model.place(), &on("matters"));
    tab.go(1);
    assert_eq!(
        (tab.model.place(), tab.model.position()),
        (&Place::Review, last)
    );
}

#[test]
fn the_browser_may_stand_beyond_the_trail_without_harm() {
    let mut model = at("mood", &story("16-").response);
    let (place, answers) = (model.place().clone(), model.response.clone());
    for position in [u16::MAX, 1_000, 100] {
        update(&mut model, Msg::WentTo(position));
        assert_eq!((model.place(), &model.response), (&place, &answers));
    }
}

#[test]
fn after_starting_over_the_browsers_forward_leads_nowhere() {
    let mut tab = tab_at_review(&story("04-"));
    tab.send(Msg::StartOver);
    tab.go(1);
    assert_eq!(tab.model.place(), &Place::Start);
    tab.send(Msg::Continue);
    tab.go(-1);
    assert_eq!(tab.model.place(), &Place::Start);
}

#[test]
fn a_browser_that_cannot_tell_how_far_goes_one_place_back() {
    let mut model = at("mood", &story("16-").response);
    assert_eq!(update(&mut model, Msg::WentBack), [Effect::FocusHeading]);
    assert_eq!(model.place(), &on("body"));
}

#[test]
fn going_back_passes_over_pages_that_are_no_longer_asked() {
    let story = story("04-");
    let mut tab = tab_at(&story.response, "thoughts");
    while tab.model.place() != &on("substances") {
        tab.send(Msg::Back);
    }
    // Without alcohol nothing is asked about days, last use and withdrawal.
    tab.send(Msg::Toggled(index("substances"), 0));
    tab.go(3);
    assert_eq!(tab.model.place(), &on("thoughts"));
    tab.send(Msg::Back);
    assert_eq!(tab.model.place(), &on("substances"));
}

#[test]
fn a_change_returns_to_the_review_and_keeps_later_answers() {
    let mut model = at_review(&story("16-"));
    let answers = model.response.clone();
    update(&mut model, Msg::Change(page("age")));
    assert_eq!(model.place(), &on("about"));
    assert!(model.is_returning());
    update(&mut model, Msg::Chose(index("age"), 1));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.place(), &Place::Review);
    assert!(!model.is_returning());
    let mut expected = answers;
    expected.set(LinkId("age"), Answer::Chosen(Options::only(1)));
    assert_eq!(model.response, expected);
}

#[test]
fn a_change_that_is_gone_back_to_returns_to_the_review_again() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("mood")));
    update(&mut model, Msg::Continue);
    update(&mut model, Msg::Back);
    assert_eq!(model.place(), &on("mood"));
    update(&mut model, Msg::Chose(index("mood"), 2));
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &Place::Review);
    // Before the review was ever reached, the questions go on one after the other.
    for _ in 0..3 {
        update(&mut model, Msg::Back);
    }
    assert_eq!(model.place(), &on("matters"));
    assert!(!model.is_returning());
}

#[test]
fn a_change_of_a_late_answer_asks_nothing_else() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("mood")));
    update(&mut model, Msg::Chose(index("mood"), 1));
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &Place::Review);
}

#[test]
fn a_change_of_an_early_answer_asks_only_what_became_new() {
    let mut model = at_review(&story("16-"));
    let before = model.response.clone();
    update(&mut model, Msg::Change(page("substances")));
    update(&mut model, Msg::Toggled(index("substances"), 8));
    update(&mut model, Msg::Continue);
    let mut asked = Vec::new();
    while let Place::Page(page) = model.place().clone() {
        asked.push(questionnaire().pages[usize::from(page.0)].id);
        for item in model.items_on(page) {
            assert_eq!(model.answer(item), None, "only what is new is asked");
            update(&mut model, Msg::Chose(item, 0));
        }
        update(&mut model, Msg::Continue);
    }
    assert_eq!(asked, ["days", "control", "harm", "overdose"]);
    assert_eq!(model.place(), &Place::Review);
    for (link_id, answer) in before
        .iter()
        .filter(|(link_id, _)| link_id.0 != "substances")
    {
        assert_eq!(model.response.get(link_id), Some(answer), "{}", link_id.0);
    }
}

#[test]
fn what_was_answered_before_is_there_again_when_its_question_is() {
    let story = story("04-");
    let mut model = at_review(&story);
    let substances = index("substances");
    for place in [0, 1] {
        update(&mut model, Msg::Change(page("substances")));
        update(&mut model, Msg::Toggled(substances, place));
        update(&mut model, Msg::Continue);
        assert_eq!(model.place(), &Place::Review);
    }
    assert_eq!(model.response, story.response);
}

#[test]
fn who_it_is_for_is_chosen_at_the_start_and_not_asked_again() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Chose(index("who-for"), 1));
    assert!(model.is_for_someone_else());
    update(&mut model, Msg::Continue);
    assert_eq!(model.items_on(page("age")), [index("age")]);
}

#[test]
fn who_it_is_for_is_asked_on_the_first_page_where_it_was_left_open() {
    let mut model = Model::new(questionnaire());
    update(&mut model, Msg::Continue);
    assert_eq!(
        model.items_on(page("age")),
        [index("who-for"), index("age")]
    );
    assert!(!model.is_for_someone_else());
}

#[test]
fn who_it_is_for_can_be_changed_from_the_review() {
    let mut model = at_review(&story("16-"));
    update(&mut model, Msg::Change(page("who-for")));
    assert_eq!(
        model.items_on(page("who-for")),
        [index("who-for"), index("age")]
    );
    update(&mut model, Msg::Chose(index("who-for"), 1));
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &Place::Review);
    assert!(model.is_for_someone_else());
}

#[test]
fn an_emergency_interrupts_once_and_the_person_may_go_on() {
    let mut model = at("right-now", &story("16-").response);
    update(&mut model, Msg::Toggled(index("right-now"), 5));
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(help(&model), ["emergency"]);
    assert_eq!(update(&mut model, Msg::Continue), MOVED);
    assert_eq!(model.place(), &on("substances"));
    // Told once: the same page can be left again without it.
    update(&mut model, Msg::Back);
    update(&mut model, Msg::Back);
    assert_eq!(model.place(), &on("right-now"));
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &on("substances"));
}

#[test]
fn a_crisis_line_interrupts_too() {
    let mut model = at("perception", &story("16-").response);
    update(&mut model, Msg::Chose(index("perception"), 0));
    update(
        &mut model,
        Msg::Chose(index("thoughts-of-hurting-others"), 1),
    );
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["harm-thoughts"]);
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &on("body"));
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
    assert_eq!(model.place(), &on("substances"));
    update(&mut model, Msg::Back);
    update(&mut model, Msg::Toggled(right_now, 3));
    update(&mut model, Msg::Continue);
    assert_eq!(help(&model), ["emergency"]);
}

/// A flag whose answers already raise a more urgent one gives way to it.
/// I17: red flags are worked out anew on every change, going back included.
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

/// What was passed over is read with care, as it is for the result (I18).
#[test]
fn suicidal_thoughts_left_open_bring_the_crisis_line() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Chose(index("suicide-attempt"), 0));
    update(&mut model, Msg::Chose(index("self-harm"), 0));
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &on("thoughts"));
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
    assert_eq!(model.place(), &Place::Review);
}

#[test]
fn the_card_for_violence_at_home_never_takes_over_the_screen() {
    let mut model = at("home", &story("16-").response);
    for (link_id, place) in [
        ("living-place", 0),
        ("people-around", 3),
        ("someone-to-stay", 2),
    ] {
        update(&mut model, Msg::Chose(index(link_id), place));
    }
    let cards = model.red_flags_on(page("people-around"));
    assert_eq!(
        cards.iter().map(|flag| flag.help.0).collect::<Vec<_>>(),
        ["safe-home"]
    );
    update(&mut model, Msg::Continue);
    assert_eq!(model.place(), &on("care"));
}

/// Alert 1 is a card in place, on its own page and on no other.
#[test]
fn a_card_stands_on_the_page_of_its_answer() {
    let mut model = at("thoughts", &story("16-").response);
    update(&mut model, Msg::Chose(index("suicidal-thoughts"), 1));
    let on_its_page = model.red_flags_on(page("suicidal-thoughts"));
    assert_eq!(
        on_its_page
            .iter()
            .map(|flag| flag.help.0)
            .collect::<Vec<_>>(),
        ["not-wanting-to-live"]
    );
    assert_eq!(model.red_flags_on(page("mood")), []);
}

#[test]
fn starting_over_clears_everything() {
    let mut tab = tab_at_review(&story("12-"));
    let from = i16::try_from(tab.model.position()).unwrap();
    assert_eq!(
        tab.send(Msg::StartOver),
        [Effect::Go(-from), Effect::FocusHeading]
    );
    assert_is_new(&tab.model);
    // Nothing is remembered of what was told.
    walk_until(&mut tab.model, &story("12-").response, "thoughts");
    give_page(&mut tab.model, &story("12-").response);
    update(&mut tab.model, Msg::Continue);
    assert_eq!(help(&tab.model), ["suicide-emergency"]);
}

#[test]
fn leaving_clears_everything_from_every_place() {
    let mut model = at_review(&story("12-"));
    assert_eq!(update(&mut model, Msg::Leave), [Effect::Leave]);
    assert_is_new(&model);
    for place in ["about", "thoughts", "matters"] {
        let mut model = at(place, &story("04-").response);
        assert_eq!(update(&mut model, Msg::Leave), [Effect::Leave]);
        assert_is_new(&model);
    }
}

#[test]
fn a_message_that_makes_no_sense_changes_nothing() {
    let mut model = at("mood", &story("16-").response);
    let before = format!("{model:?}");
    for msg in [
        Msg::Chose(ItemIndex(999), 0),
        Msg::Toggled(ItemIndex(999), 0),
        Msg::NumberKey(ItemIndex(999), 1),
        Msg::Unsure(ItemIndex(999)),
        Msg::Declined(ItemIndex(999)),
        // Nothing is asked about days, as nothing is used.
        Msg::Change(PageIndex(999)),
        Msg::Change(page("days-alcohol")),
    ] {
        assert_eq!(update(&mut model, msg), [], "{msg:?}");
        assert_eq!(format!("{model:?}"), before, "{msg:?}");
    }
}

#[test]
fn progress_fills_section_by_section_and_never_runs_ahead() {
    let story = story("04-");
    let mut model = Model::new(questionnaire());
    let mut before = model.progress();
    assert_eq!(before, vec![0; questionnaire().sections.len()]);
    while model.place() != &Place::Review {
        give_page(&mut model, &story.response);
        update(&mut model, Msg::Continue);
        let now = model.progress();
        assert!(
            now.iter().zip(&before).all(|(now, before)| now >= before),
            "{before:?}, {now:?}"
        );
        assert!(now.is_sorted_by(|one, next| one >= next), "{now:?}");
        before = now;
    }
    assert_eq!(before, vec![100; questionnaire().sections.len()]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_121),
        ..ProptestConfig::default()
    })]

    /// Whatever a person does with the page and the browser, something that is asked is on screen, and
    /// browser and model stand at the same place ([`Tab`] checks that after every step).
    #[test]
    fn whatever_a_person_does_the_screen_shows_something_that_is_asked(
        acts in proptest::collection::vec((any::<u8>(), any::<u32>()), 1..80),
    ) {
        let mut tab = Tab::open(Model::new(questionnaire()));
        for (act, dice) in acts {
            do_something(&mut tab, act, dice);
            if let Place::Page(page) = tab.model.place() {
                assert!(!tab.model.items_on(*page).is_empty(), "{page:?} is empty");
            }
            if let Place::Help(screens) = tab.model.place() {
                assert!(!screens.is_empty());
            }
        }
        // From wherever this led, going on leads to the result.
        for _ in 0..100 {
            tab.send(Msg::Continue);
        }
        assert_eq!(tab.model.place(), &Place::Result);
    }

    /// Nothing the browser or a page that is out of step could send makes the journey fail.
    #[test]
    fn no_sequence_of_messages_makes_the_journey_fail(
        msgs in proptest::collection::vec((0_u8..13, any::<u16>(), any::<u8>()), 1..80),
    ) {
        let mut tab = Model::new(questionnaire());
        for (kind, one, other) in msgs {
            let item = ItemIndex(one % 70);
            update(&mut tab, match kind {
                0 => Msg::Chose(item, other),
                1 => Msg::Toggled(item, other),
                2 => Msg::NumberKey(item, other),
                3 => Msg::Unsure(item),
                4 => Msg::Declined(item),
                5..=7 => Msg::Continue,
                8 => Msg::Back,
                9 => Msg::WentTo(one % 40),
                10 => Msg::WentBack,
                11 => Msg::Change(PageIndex(one % 25)),
                _ => Msg::Review,
            });
            let place = tab.place().clone();
            if let Place::Page(page) = place {
                assert!(usize::from(page.0) < questionnaire().pages.len());
            }
            let _ = (tab.progress(), tab.red_flags(), tab.shown());
        }
        let _ = assess(questionnaire(), &tab.response);
    }
}

/// One thing a person can do where they are.
fn do_something(tab: &mut Tab, act: u8, dice: u32) {
    let steps = isize::try_from(dice % 4).unwrap() + 1;
    match (act, tab.model.place().clone()) {
        (0..=3, _) => drop(tab.send(Msg::Back)),
        (4..=12, _) => tab.go(-steps),
        (13..=20, _) => tab.go(steps),
        (21, _) => drop(tab.send(Msg::Leave)),
        (22..=24, Place::Result) => drop(tab.send(Msg::StartOver)),
        (25..=40, Place::Result) => drop(tab.send(Msg::Review)),
        (25..=120, Place::Review) => {
            let asked: Vec<PageIndex> = tab.model.shown().into_iter().map(page_of).collect();
            let page = asked[usize::try_from(dice).unwrap() % asked.len()];
            tab.send(Msg::Change(page));
        }
        (25..=180, Place::Page(page)) => {
            for (index, dice) in
                tab.model
                    .items_on(page)
                    .into_iter()
                    .zip([dice, dice >> 5, dice >> 11, dice >> 17])
            {
                let item = item(index);
                let place =
                    u8::try_from(dice % u32::try_from(item.options.len()).unwrap()).unwrap();
                // Mostly mild answers, so that the journey gets on.
                let place = if dice & 0x40 == 0 { 0 } else { place };
                tab.send(match (dice % 16, item.kind) {
                    (0, _) => Msg::Unsure(index),
                    (1, _) => Msg::Declined(index),
                    (_, ItemKind::ChooseMany) => Msg::Toggled(index, place),
                    (_, ItemKind::ChooseOne | ItemKind::Scale) => Msg::Chose(index, place),
                });
            }
        }
        (_, _) => drop(tab.send(Msg::Continue)),
    }
}

fn story(number: &str) -> Story {
    stories()
        .into_iter()
        .find(|story| story.name.starts_with(number))
        .unwrap()
}

fn at_review(story: &Story) -> Model {
    let mut model = Model::new(questionnaire());
    walk(&mut model, &story.response);
    model
}

fn tab_at_review(story: &Story) -> Tab {
    let mut tab = Tab::open(Model::new(questionnaire()));
    while tab.model.place() != &Place::Review {
        give_page(&mut tab.model, &story.response);
        tab.send(Msg::Continue);
    }
    tab
}

fn tab_at(answers: &Response, page: &str) -> Tab {
    let mut tab = Tab::open(Model::new(questionnaire()));
    while tab.model.place() != &on(page) {
        give_page(&mut tab.model, answers);
        tab.send(Msg::Continue);
    }
    tab
}

/// A journey that has come to a page, and has not answered anything there.
fn at(page: &str, answers: &Response) -> Model {
    let mut model = Model::new(questionnaire());
    walk_until(&mut model, answers, page);
    model
}

fn walk_until(model: &mut Model, answers: &Response, page: &str) {
    while model.place() != &on(page) {
        give_page(model, answers);
        update(model, Msg::Continue);
    }
}

/// Gives the sheet's answers to what is on screen.
fn give_page(model: &mut Model, answers: &Response) {
    let items = match model.place() {
        Place::Page(page) => model.items_on(*page),
        Place::Start => model.who_for().into_iter().collect(),
        Place::Help(_) | Place::Review | Place::Result => Vec::new(),
    };
    for index in items {
        if model.answer(index).is_none() {
            give(model, index, answers);
        }
    }
}

fn assert_is_new(model: &Model) {
    assert_eq!(
        format!("{model:?}"),
        format!("{:?}", Model::new(questionnaire()))
    );
    assert!(model.response.is_empty() && model.reached.is_empty());
    assert_eq!((model.place(), model.position()), (&Place::Start, 0));
}

fn help(model: &Model) -> Vec<&'static str> {
    match model.place() {
        Place::Help(screens) => screens.iter().map(|screen| screen.0).collect(),
        other => panic!("no help but {other:?}"),
    }
}

fn index(link_id: &str) -> ItemIndex {
    questionnaire().find(link_id).unwrap()
}

fn item(index: ItemIndex) -> &'static Item {
    questionnaire().item(index).unwrap()
}

fn page_of(index: ItemIndex) -> PageIndex {
    item(index).page
}

fn page(link_id: &str) -> PageIndex {
    page_of(index(link_id))
}

/// The screen of a page, by its name.
fn on(name: &str) -> Place {
    let place = questionnaire()
        .pages
        .iter()
        .position(|page| page.id == name)
        .unwrap();
    Place::Page(PageIndex(u16::try_from(place).unwrap()))
}
