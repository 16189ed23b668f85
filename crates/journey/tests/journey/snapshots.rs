//! Snapshots: a change of language keeps the answers and the place.

use assessment::Day;
use content::questionnaire;
use journey::saved::{Found, SavedAnswers};
use journey::{
    Effect, Lock, Model, Msg, Pace, SavedState, Screen, Section, StorageMsg, replay, update,
};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::test_runner::RngSeed;

use super::browser::Tab;
use super::stories::stories;
use super::walk::walk;

/// The snapshot that the page of another language gets.
fn snapshot(model: &Model) -> String {
    let mut model = model.clone();
    let effects = update(&mut model, Msg::ChangeLocale("es.html"));
    let [Effect::OpenPage("es.html", snapshot)] = &effects[..] else {
        panic!("{effects:?}")
    };
    snapshot.clone()
}

/// What a person would notice, all else being worked out of it.
fn state(model: &Model) -> impl PartialEq + std::fmt::Debug {
    let screens: Vec<Screen> = (0..)
        .map_while(|position| {
            let mut model = model.clone();
            update(&mut model, Msg::WentTo(position));
            (model.position() == usize::from(position)).then(|| model.screen().clone())
        })
        .take(100)
        .collect();
    (
        model.response.clone(),
        model.reached.clone(),
        model.screen().clone(),
        model.position(),
        (model.pace, model.sections),
        screens,
    )
}

#[test]
fn a_whole_journey_goes_on_in_another_language() {
    for story in stories() {
        let mut model = Model::new(questionnaire());
        walk(&mut model, &story.response);
        update(&mut model, Msg::Continue);
        update(&mut model, Msg::Pace(Pace::CallNow));
        assert_eq!(*model.screen(), Screen::Result);
        assert!(model.sections.has(Section::Contact));
        let went_on = replay(questionnaire(), &snapshot(&model));
        assert_eq!(state(&went_on), state(&model), "{}", story.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(0), ..ProptestConfig::default() })]

    /// Also what comes next is the same: no alarm is shown twice, none is passed over.
    #[test]
    fn any_journey_goes_on_as_if_the_language_had_stayed(
        acts in proptest::collection::vec((any::<u8>(), any::<u32>()), 0..40),
        later in proptest::collection::vec((any::<u8>(), any::<u32>()), 0..20),
    ) {
        let mut tab = Tab::open(Model::new(questionnaire()));
        for (act, dice) in acts {
            tab.do_something(act, dice);
        }
        let went_on = replay(questionnaire(), &snapshot(&tab.model));
        assert_eq!(state(&went_on), state(&tab.model));
        let mut moved = tab.clone();
        moved.model = went_on;
        for (act, dice) in later {
            tab.do_something(act, dice);
            moved.do_something(act, dice);
            assert_eq!(moved.model.screen(), tab.model.screen());
            assert_eq!(moved.model.response, tab.model.response);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "(?s).{0,300}", cut in any::<prop::sample::Index>()) {
        let begins_anew = |text: &str| *replay(questionnaire(), text).screen() == Screen::Start;
        assert!(begins_anew(&format!("footing-journey\n{text}")));
        let mut model = Model::new(questionnaire());
        walk(&mut model, &stories()[0].response);
        let whole = snapshot(&model);
        let cut = cut.index(whole.len());
        if whole.is_char_boundary(cut) {
            replay(questionnaire(), &whole[..cut]);
            replay(questionnaire(), &(whole[..cut].to_owned() + &text));
        }
    }
}

#[test]
fn a_snapshot_that_does_not_fit_begins_anew() {
    let mut model = Model::new(questionnaire());
    walk(&mut model, &stories()[0].response);
    let whole = snapshot(&model);
    assert_ne!(*replay(questionnaire(), &whole).screen(), Screen::Start);
    for (from, to) in [
        (questionnaire().version, "2025-01-01"),
        ("\n0 ", "\n1 "),
        ("\n0 ", "\n0 9 "),
        ("\n0 ", "\n0 9000 "),
        ("\n0 ", "\n0 19999 "),
        ("\n0 ", "\n0 20001 "),
        ("\n0 ", "\n0 x "),
        ("footing-journey\n", "footing-journey\n99"),
        ("footing-journey\n", "footing-journey\n\n"),
        ("\n\nsheet ", "\nsheet "),
        ("\nsheet ", "\nsheat "),
    ] {
        assert!(whole.contains(from), "{from}\n{whole}");
        let other = replay(questionnaire(), &whole.replace(from, to));
        assert_eq!(*other.screen(), Screen::Start, "{from}");
        assert_eq!(
            other.response,
            Model::new(questionnaire()).response,
            "{from}"
        );
    }
}

#[test]
fn saving_goes_on_in_another_language() {
    let today = Day::read("2026-11-25").unwrap();
    let until = today.plus(7);
    let mut model = Model::new(questionnaire());
    let found = StorageMsg::Found(today, Found::Nothing, true);
    update(&mut model, Msg::Storage(found));
    update(&mut model, Msg::Storage(StorageMsg::Start));
    update(&mut model, Msg::Storage(StorageMsg::Written));
    assert_eq!(model.storage.state, SavedState::On(until, Lock::None));
    walk(&mut model, &stories()[0].response);
    let mut went_on = replay(questionnaire(), &snapshot(&model));
    let sheet = |finished| SavedAnswers {
        on: today,
        rules: questionnaire().version.to_owned(),
        finished,
        response: model.response.clone(),
        reached: model.reached.clone(),
        outdated: false,
    };
    let saved = Found::Open(until, vec![sheet(true), sheet(false)]);
    update(
        &mut went_on,
        Msg::Storage(StorageMsg::Found(today, saved, true)),
    );
    assert_eq!(went_on.storage.state, SavedState::On(until, Lock::None));
    assert_eq!(went_on.storage.earlier, [sheet(true)]);
    // Nothing is asked, and the next answer is saved.
    let who = questionnaire().roles.person;
    let effects = update(&mut went_on, Msg::Chose(who, 1));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Storage(_))),
        "{effects:?}"
    );
}

#[test]
fn what_was_typed_is_in_no_snapshot() {
    let mut model = Model::new(questionnaire());
    walk(&mut model, &stories()[0].response);
    update(&mut model, Msg::Continue);
    let typed = journey::ContactMsg::Typed(journey::Field::Name, "Ada Example".into());
    update(&mut model, Msg::Contact(typed));
    assert!(!snapshot(&model).contains("Ada"));
}
