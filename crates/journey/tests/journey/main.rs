//! Journeys as sequences of messages: which screens they reach, and what they store.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;

use assessment::{Item, ItemIndex, PageIndex, Response, assess};
use content::questionnaire;
use journey::{Effect, Model, Msg, Pace, Screen, update};
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::test_runner::RngSeed;

mod answering;

mod branching;

use test_support::browser;

mod changes;

mod editions;

mod keeping;

mod leaving_open;

mod kept;

mod on_the_result;

mod outcomes;

mod random_walk;

mod red_flags;

mod contact;

mod page_parts;

mod replaying;

mod snapshots;

mod payload;

use test_support::stories;

mod standing;

mod storage_port;

mod taking;

use test_support::walk;

use browser::Tab;
use stories::{Story, stories};
use walk::{give, walk};

const MOVED: [Effect; 2] = [Effect::PushHistory, Effect::FocusHeading];

/// Effects of opening the result.
const TO_RESULT: [Effect; 4] = [
    Effect::PushHistory,
    Effect::FocusHeading,
    Effect::ReadClock,
    Effect::AwaitPaint,
];

#[test]
fn a_whole_run_leads_from_the_start_to_the_result() {
    let story = story("04-");
    let mut model = Model::new(questionnaire());
    assert_eq!(model.screen(), &Screen::Start);
    let pages = walk(&mut model, &story.response);
    assert!(
        pages.is_sorted(),
        "pages come in the order of the questionnaire: {pages:?}"
    );
    assert_eq!(model.screen(), &Screen::Review);
    assert_eq!(update(&mut model, Msg::Continue), TO_RESULT);
    assert_eq!(model.screen(), &Screen::Result);
    // The result is the last screen.
    assert_eq!(update(&mut model, Msg::Continue), []);
    let result = assess(questionnaire(), &model.response);
    assert_eq!(result.headline.code(), "withdrawal-check");
}

#[test]
fn every_story_can_be_walked_and_every_question_it_answers_is_asked() {
    for story in stories() {
        let mut model = Model::new(questionnaire());
        walk(&mut model, &story.response);
        update(&mut model, Msg::Continue);
        // The remaining items are asked on the result.
        for (index, item) in questionnaire().indexed_items() {
            if questionnaire().is_after_result(item) {
                give(&mut model, index, &story.response);
            }
        }
        assert_eq!(model.response, story.response, "{}", story.name);
    }
}

#[test]
fn back_keeps_answers() {
    let mut tab = tab_at_review(&story("04-"));
    let answers = tab.model.response.clone();
    let far = tab.model.position();
    assert!(far > 12, "{far}");
    let mut steps = 0;
    while tab.model.screen() != &Screen::Start {
        let effects = tab.send(Msg::Back);
        assert_eq!(effects, [Effect::Go(-1), Effect::FocusHeading]);
        assert_eq!(tab.model.response, answers);
        steps += 1;
    }
    assert_eq!(steps, far);
    // The start screen is the first.
    assert_eq!(tab.send(Msg::Back), []);
    while tab.model.screen() != &Screen::Review {
        tab.send(Msg::Continue);
    }
    assert_eq!(tab.model.response, answers);
}

#[test]
fn the_browser_goes_back_and_forward_along_the_trail() {
    let mut tab = tab_at_review(&story("04-"));
    let last = tab.model.position();
    tab.go(-3);
    assert_eq!(tab.model.screen(), &on("risks"));
    tab.go(2);
    assert_eq!(tab.model.screen(), &on("home"));
    tab.go(1);
    assert_eq!(
        (tab.model.screen(), tab.model.position()),
        (&Screen::Review, last)
    );
}

#[test]
fn the_browser_may_stand_beyond_the_trail_without_harm() {
    let mut model = at("mind", &story("16-").response);
    let (place, answers) = (model.screen().clone(), model.response.clone());
    for position in [u16::MAX, 1_000, 100] {
        update(&mut model, Msg::WentTo(position));
        assert_eq!((model.screen(), &model.response), (&place, &answers));
    }
}

#[test]
fn after_starting_over_the_browsers_forward_leads_nowhere() {
    let mut tab = tab_at_review(&story("04-"));
    tab.send(Msg::StartOver);
    tab.go(1);
    assert_eq!(tab.model.screen(), &Screen::Start);
    tab.send(Msg::Continue);
    tab.go(-1);
    assert_eq!(tab.model.screen(), &Screen::Start);
}

#[test]
fn going_back_passes_over_pages_that_are_no_longer_asked() {
    let story = story("04-");
    let mut tab = tab_at(&story.response, "thoughts");
    while tab.model.screen() != &on("substances") {
        tab.send(Msg::Back);
    }
    // Without alcohol, the pages about days, last use and withdrawal are skipped.
    tab.send(Msg::Toggled(index("substances"), 0));
    tab.go(3);
    assert_eq!(tab.model.screen(), &on("thoughts"));
    tab.send(Msg::Back);
    assert_eq!(tab.model.screen(), &on("substances"));
}

#[test]
fn starting_over_clears_everything() {
    let mut tab = tab_at_review(&story("12-"));
    let from = i16::try_from(tab.model.position()).unwrap();
    assert_eq!(
        tab.send(Msg::StartOver),
        [Effect::Forget, Effect::Go(-from), Effect::FocusHeading]
    );
    assert_is_new(&tab.model);
    // Help that was already shown is shown again.
    walk_until(&mut tab.model, &story("12-").response, "thoughts");
    give_page(&mut tab.model, &story("12-").response);
    update(&mut tab.model, Msg::Continue);
    assert_eq!(help(&tab.model), ["suicide-emergency"]);
}

#[test]
fn leaving_clears_everything_from_every_place() {
    let mut model = at_review(&story("12-"));
    assert_eq!(update(&mut model, Msg::Leave), [Effect::Forget]);
    assert_is_new(&model);
    for place in ["about", "thoughts", "home"] {
        let mut model = at(place, &story("04-").response);
        assert_eq!(update(&mut model, Msg::Leave), [Effect::Forget]);
        assert_is_new(&model);
    }
}

#[test]
fn a_message_that_makes_no_sense_changes_nothing() {
    let mut model = at("mind", &story("16-").response);
    let before = format!("{model:?}");
    for msg in [
        Msg::Chose(ItemIndex(999), 0),
        Msg::Toggled(ItemIndex(999), 0),
        Msg::NumberKey(ItemIndex(999), 1),
        Msg::Unsure(ItemIndex(999)),
        Msg::Declined(ItemIndex(999)),
        // With no substance used, there is no page about days of use.
        Msg::Change(PageIndex(999)),
        Msg::Change(page("days-alcohol")),
        // This page belongs to the result.
        Msg::Change(page("barriers")),
    ] {
        assert_eq!(update(&mut model, msg.clone()), [], "{msg:?}");
        assert_eq!(format!("{model:?}"), before, "{msg:?}");
    }
}

#[test]
fn progress_fills_section_by_section_and_never_runs_ahead() {
    let story = story("04-");
    let mut model = Model::new(questionnaire());
    let mut before = model.progress();
    assert_eq!(before, vec![0; questionnaire().sections.len()]);
    while model.screen() != &Screen::Review {
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

    /// Whatever a person does in the page and the browser, the screen shows something that is asked, and the
    /// browser's history and the model are at the same position ([`Tab`] checks that after every step).
    #[test]
    fn whatever_a_person_does_the_screen_shows_something_that_is_asked(
        acts in proptest::collection::vec((any::<u8>(), any::<u32>()), 1..80),
    ) {
        let mut tab = Tab::open(Model::new(questionnaire()));
        for (act, dice) in acts {
            tab.do_something(act, dice);
            if let Screen::Page(page) = tab.model.screen() {
                assert!(!tab.model.items_in(*page).is_empty(), "{page:?} is empty");
            }
            if let Screen::Help(screens) = tab.model.screen() {
                assert!(!screens.is_empty());
            }
        }
        // From any state, Continue eventually leads to the result.
        for _ in 0..100 {
            tab.send(Msg::Continue);
        }
        assert_eq!(tab.model.screen(), &Screen::Result);
    }

    /// No sequence of messages from the browser or an out-of-sync page makes the journey fail.
    #[test]
    fn no_sequence_of_messages_makes_the_journey_fail(
        msgs in proptest::collection::vec((0_u8..14, any::<u16>(), any::<u8>()), 1..80),
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
                9 | 10 => Msg::WentTo(one % 40),
                11 => Msg::Change(PageIndex(one % 25)),
                12 => Msg::Pace([Pace::TellMore, Pace::SmallStep, Pace::CallNow][usize::from(other % 3)]),
                _ => Msg::Review,
            });
            let place = tab.screen().clone();
            if let Screen::Page(part) = place {
                assert!(usize::from(part.page.0) < questionnaire().pages.len());
            }
            let _ = (tab.progress(), tab.red_flags(), tab.shown());
        }
        let _ = assess(questionnaire(), &tab.response);
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
    while tab.model.screen() != &Screen::Review {
        give_page(&mut tab.model, &story.response);
        tab.send(Msg::Continue);
    }
    tab
}

fn tab_at(answers: &Response, page: &str) -> Tab {
    let mut tab = Tab::open(Model::new(questionnaire()));
    while tab.model.screen() != &on(page) {
        give_page(&mut tab.model, answers);
        tab.send(Msg::Continue);
    }
    tab
}

/// A journey that has reached a page and answered nothing on it.
fn at(page: &str, answers: &Response) -> Model {
    let mut model = Model::new(questionnaire());
    walk_until(&mut model, answers, page);
    model
}

fn walk_until(model: &mut Model, answers: &Response, page: &str) {
    while model.screen() != &on(page) {
        give_page(model, answers);
        update(model, Msg::Continue);
    }
}

/// Gives the saved answers to the questions on screen.
fn give_page(model: &mut Model, answers: &Response) {
    match model.screen().clone() {
        Screen::Page(page) => walk::give_page(model, page, answers),
        Screen::Start => give(model, model.who_for(), answers),
        Screen::Help(_) | Screen::Standing | Screen::Review | Screen::Result => {}
    }
}

fn assert_is_new(model: &Model) {
    assert_eq!(
        format!("{model:?}"),
        format!("{:?}", Model::new(questionnaire()))
    );
    assert!(model.response.is_empty() && model.reached.is_empty());
    assert_eq!((model.screen(), model.position()), (&Screen::Start, 0));
}

fn help(model: &Model) -> Vec<&'static str> {
    match model.screen() {
        Screen::Help(screens) => screens.iter().map(|screen| screen.0).collect(),
        Screen::Start | Screen::Page(_) | Screen::Standing | Screen::Review | Screen::Result => {
            panic!("no help but {:?}", model.screen())
        }
    }
}

fn index(link_id: &str) -> ItemIndex {
    questionnaire().find(link_id).unwrap()
}

/// Chooses or toggles one option by its code, as the screen does.
fn choose(model: &mut Model, link_id: &str, code: &str) -> Vec<Effect> {
    let index = index(link_id);
    let place = item(index).option_index(code);
    let place = place.unwrap_or_else(|| panic!("{link_id} has no {code}"));
    update(model, Msg::Toggled(index, place))
}

/// The link ids of all items asked before the result.
fn asked(model: &Model) -> BTreeSet<&'static str> {
    let shown = model.shown().into_iter();
    shown.map(|index| item(index).link_id.0).collect()
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

/// The screen of the page with this id.
fn on(name: &str) -> Screen {
    let place = questionnaire()
        .pages
        .iter()
        .position(|page| page.id == name)
        .unwrap();
    Screen::Page(PageIndex(u16::try_from(place).unwrap()).into())
}

fn page_named(name: &str) -> PageIndex {
    let Screen::Page(part) = on(name) else {
        panic!("{name} is no page");
    };
    part.page
}
