//! Saving answers: only on request, and never overwriting or losing anything silently.

use assessment::Day;
use content::questionnaire;
use journey::saved::{Found, Locked, ROUNDS, SavedAnswers, read_sheets};
use journey::{
    Effect, Lock, LockWith, Model, Msg, OnConflict, SavedState, Screen, Span, StorageEffect,
    StorageMsg, StorageNote, update,
};

use super::stories::{Story, stories};
use super::walk::walk;

fn today() -> Day {
    Day::read("2026-11-25").unwrap()
}

fn story(number: &str) -> Story {
    let mut found = stories().into_iter();
    found.find(|story| story.name.starts_with(number)).unwrap()
}

fn tell(model: &mut Model, msg: StorageMsg) -> Vec<Effect> {
    update(model, Msg::Storage(msg))
}

/// A journey on a device with this in its storage.
fn begun(found: Found) -> Model {
    let mut model = Model::new(questionnaire());
    tell(&mut model, StorageMsg::Found(today(), found, true));
    model
}

/// The arguments of the only write effect.
fn asked(effects: &[Effect]) -> (Vec<SavedAnswers>, Day, LockWith, OnConflict) {
    let mut writes = Vec::new();
    for effect in effects {
        if let Effect::Storage(StorageEffect::Write {
            sheets,
            until,
            with,
            over,
        }) = effect
        {
            writes.push((sheets, *until, *with, *over));
        }
    }
    let [(sheets, until, with, over)] = writes[..] else {
        panic!("one wish to write is in {effects:?}")
    };
    (
        read_sheets(questionnaire(), sheets).unwrap(),
        until,
        with,
        over,
    )
}

fn keeps(effects: &[Effect]) -> bool {
    effects
        .iter()
        .any(|effect| matches!(effect, Effect::Storage(_)))
}

#[test]
fn nothing_is_kept_unless_it_is_asked_for() {
    let mut model = begun(Found::Nothing);
    let story = story("04-");
    walk(&mut model, &story.response);
    let mut effects = update(&mut model, Msg::Continue);
    effects.extend(update(&mut model, Msg::StartOver));
    assert!(!keeps(&effects), "{effects:?}");
    assert_eq!(model.storage.state, SavedState::Off);
}

#[test]
fn where_the_browser_refuses_nothing_is_asked_of_it() {
    let mut model = Model::new(questionnaire());
    assert_eq!(tell(&mut model, StorageMsg::Start), []);
    assert_eq!(model.storage.state, SavedState::Unavailable);
}

#[test]
fn a_week_is_the_span_where_nothing_is_chosen() {
    for (span, until) in [
        (None, "2026-12-02"),
        (Some(Span::Week), "2026-12-02"),
        (Some(Span::Month), "2026-12-25"),
        (Some(Span::Season), "2027-02-23"),
    ] {
        let mut model = begun(Found::Nothing);
        if let Some(span) = span {
            tell(&mut model, StorageMsg::Span(span));
        }
        let (_, kept_until, with, over) = asked(&tell(&mut model, StorageMsg::Start));
        assert_eq!(kept_until, Day::read(until).unwrap());
        assert_eq!((with, over), (LockWith::Nothing, OnConflict::Refuse));
    }
}

#[test]
fn once_it_is_on_every_change_is_kept_and_other_clicks_are_not() {
    let mut model = begun(Found::Nothing);
    let story = story("04-");
    tell(&mut model, StorageMsg::Start);
    assert!(model.storage.is_busy());
    // Saves what was answered while the browser was busy.
    asked(&tell(&mut model, StorageMsg::Written));
    assert!(model.storage.is_on());
    walk(&mut model, &story.response);
    let (sheets, ..) = asked(&update(&mut model, Msg::Continue));
    assert_eq!(*model.screen(), Screen::Result);
    assert!(sheets[0].finished);
    assert_eq!(sheets[0].response, model.response);
    assert_eq!(sheets[0].on, today());
    assert!(!keeps(&update(&mut model, Msg::Review)));
    assert!(!keeps(&tell(&mut model, StorageMsg::Written)));
}

#[test]
fn a_lock_takes_the_typed_passphrase_once_and_the_same_key_afterwards() {
    let mut model = begun(Found::Nothing);
    tell(&mut model, StorageMsg::Locks(true));
    let (_, until, with, _) = asked(&tell(&mut model, StorageMsg::Start));
    assert_eq!(with, LockWith::TypedPassphrase);
    let (.., with, _) = asked(&tell(&mut model, StorageMsg::Written));
    assert_eq!(with, LockWith::SameKey);
    assert_eq!(model.storage.state, SavedState::On(until, Lock::Passphrase));
}

#[test]
fn what_was_refused_is_told_and_the_answers_stay() {
    for note in [
        StorageNote::Refused,
        StorageNote::Full,
        StorageNote::TooShort,
    ] {
        let mut model = begun(Found::Nothing);
        let story = story("04-");
        walk(&mut model, &story.response);
        let before = model.response.clone();
        tell(&mut model, StorageMsg::Start);
        tell(&mut model, StorageMsg::Failed(note));
        assert_eq!(model.storage.state, SavedState::Off);
        assert_eq!(model.storage.note, Some(note));
        assert_eq!(model.response, before);
    }
}

#[test]
fn what_another_tab_kept_is_replaced_only_when_the_person_says_so() {
    let mut model = begun(Found::Nothing);
    tell(&mut model, StorageMsg::Start);
    tell(&mut model, StorageMsg::Written);
    tell(&mut model, StorageMsg::Failed(StorageNote::Elsewhere));
    assert!(model.storage.is_on());
    assert_eq!(model.storage.note, Some(StorageNote::Elsewhere));
    let mut other = model.clone();
    let (.., over) = asked(&tell(&mut model, StorageMsg::Replace));
    assert_eq!(over, OnConflict::Replace);
    assert_eq!(tell(&mut other, StorageMsg::LetBe), []);
    assert_eq!(other.storage.state, SavedState::Off);
}

/// A journey one week later, on a device with two saved answer sets.
fn offered(finished: bool) -> (Model, Vec<SavedAnswers>) {
    let sheets: Vec<SavedAnswers> = ["04-", "09-"]
        .into_iter()
        .map(|number| SavedAnswers {
            on: today(),
            rules: questionnaire().version.to_owned(),
            finished: finished || number == "04-",
            reached: story(number).response.iter().map(|(id, _)| id).collect(),
            response: story(number).response,
            outdated: false,
        })
        .collect();
    (begun(Found::Open(today().plus(7), sheets.clone())), sheets)
}

#[test]
fn going_on_leads_to_the_result_or_to_the_answers_so_far() {
    for finished in [true, false] {
        let (mut model, sheets) = offered(finished);
        tell(&mut model, StorageMsg::GoOn);
        let position = if finished {
            Screen::Result
        } else {
            Screen::Review
        };
        assert_eq!(*model.screen(), position);
        assert_eq!(model.response, sheets[1].response);
        assert_eq!(model.reached, sheets[1].reached);
        assert_eq!(model.storage.earlier, sheets[..1]);
        assert!(model.storage.is_on());
    }
}

/// A clock that was years ahead when answers were saved, and is right now, has them kept no longer than anybody can
/// ask for.
#[test]
fn a_day_that_a_wrong_clock_wrote_ends_with_the_longest_span() {
    let far = Day::read("2031-01-01").unwrap();
    for (until, kept_until) in [
        (far, today().plus(90)),
        (today().plus(30), today().plus(30)),
        (today(), today()),
    ] {
        for msg in [StorageMsg::GoOn, StorageMsg::Again] {
            let (_, sheets) = offered(true);
            let mut model = begun(Found::Open(until, sheets));
            tell(&mut model, msg);
            assert_eq!(model.storage.state, SavedState::On(kept_until, Lock::None));
        }
    }
}

#[test]
fn answering_again_keeps_what_was_finished_to_compare_with() {
    let (mut model, sheets) = offered(true);
    tell(&mut model, StorageMsg::Again);
    assert!(model.response.is_empty());
    assert_eq!(model.storage.earlier, sheets);
    // The same again, starting from today's result.
    walk(&mut model, &story("16-").response);
    update(&mut model, Msg::Continue);
    tell(&mut model, StorageMsg::Again);
    assert_eq!(model.storage.earlier.len(), 3);
    assert_eq!(*model.screen(), Screen::Start);
    assert!(model.response.is_empty());
}

#[test]
fn one_earlier_sheet_or_everything_can_be_erased() {
    let (mut model, sheets) = offered(true);
    tell(&mut model, StorageMsg::GoOn);
    assert_eq!(tell(&mut model, StorageMsg::EraseOne(7)), []);
    let (written, ..) = asked(&tell(&mut model, StorageMsg::EraseOne(0)));
    assert_eq!(written.len(), 1);
    assert_eq!(written[0].response, sheets[1].response);
    assert_eq!(
        tell(&mut model, StorageMsg::Erase),
        [Effect::Storage(StorageEffect::Erase)]
    );
    tell(&mut model, StorageMsg::Erased(false));
    assert_eq!(model.storage.note, Some(StorageNote::NotErased));
    tell(&mut model, StorageMsg::Erased(true));
    assert_eq!(model.storage.state, SavedState::Off);
    assert_eq!(model.storage.note, Some(StorageNote::Erased));
}

#[test]
fn starting_over_erases_what_is_kept_of_it() {
    let (mut model, _) = offered(true);
    tell(&mut model, StorageMsg::GoOn);
    let effects = update(&mut model, Msg::StartOver);
    assert!(
        effects.contains(&Effect::Storage(StorageEffect::Erase)),
        "{effects:?}"
    );
    // Saved answers that were not resumed stay untouched.
    let (mut model, _) = offered(true);
    let effects = update(&mut model, Msg::StartOver);
    assert!(!keeps(&effects), "{effects:?}");
}

#[test]
fn what_is_past_its_day_is_erased_and_told() {
    let mut model = Model::new(questionnaire());
    let msg = StorageMsg::Found(today(), Found::Expired, true);
    assert_eq!(
        tell(&mut model, msg),
        [Effect::Storage(StorageEffect::Erase)]
    );
    tell(&mut model, StorageMsg::Erased(true));
    assert_eq!(model.storage.note, Some(StorageNote::Expired));
}

#[test]
fn erase_and_start_over_erases_what_is_kept_and_writes_nothing_after_it() {
    for is_written in [true, false] {
        let mut model = begun(Found::Nothing);
        walk(&mut model, &story("04-").response);
        tell(&mut model, StorageMsg::Start);
        if is_written {
            tell(&mut model, StorageMsg::Written);
        }
        let effects = update(&mut model, Msg::StartOver);
        let kept: Vec<&Effect> = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Storage(_)))
            .collect();
        assert_eq!(kept, [&Effect::Storage(StorageEffect::Erase)]);
        tell(&mut model, StorageMsg::Written);
        assert!(!keeps(&update(&mut model, Msg::Continue)));
        tell(&mut model, StorageMsg::Erased(true));
        assert_eq!(model.storage.state, SavedState::Off);
        assert_eq!(model.storage.note, Some(StorageNote::Erased));
    }
}

#[test]
fn what_is_newer_or_broken_is_never_written_over() {
    for found in [Found::Newer, Found::Unreadable] {
        let mut model = begun(found);
        assert_eq!(tell(&mut model, StorageMsg::Start), []);
        walk(&mut model, &story("04-").response);
        assert!(!keeps(&update(&mut model, Msg::Continue)));
        assert_eq!(
            tell(&mut model, StorageMsg::Erase),
            [Effect::Storage(StorageEffect::Erase)]
        );
    }
}

#[test]
fn a_wrong_passphrase_changes_nothing_and_the_right_one_offers_the_sheets() {
    let locked = Locked {
        until: today().plus(7),
        rounds: ROUNDS,
        salt: "c2FsdA==".into(),
        nonce: "bm9uY2U=".into(),
        contents: "Y29udGVudHM=".into(),
    };
    let mut model = begun(Found::Locked(locked.clone()));
    let unlock = [Effect::Storage(StorageEffect::Unlock(locked.clone()))];
    assert_eq!(tell(&mut model, StorageMsg::Unlock), unlock);
    // A second unlock while busy is ignored.
    assert_eq!(tell(&mut model, StorageMsg::Unlock), []);
    tell(&mut model, StorageMsg::Failed(StorageNote::Wrong));
    assert_eq!(model.storage.state, SavedState::Locked(locked));
    assert_eq!(model.storage.note, Some(StorageNote::Wrong));
    tell(&mut model, StorageMsg::Unlock);
    let (_, sheets) = offered(true);
    tell(&mut model, StorageMsg::Unlocked(sheets));
    tell(&mut model, StorageMsg::GoOn);
    assert_eq!(*model.screen(), Screen::Result);
    assert!(matches!(
        model.storage.state,
        SavedState::On(_, Lock::Passphrase)
    ));
}
