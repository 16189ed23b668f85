//! The limits of the nested machines: the contact form and storage change only their own state, and ask the
//! parent for the rest.

use assessment::Day;
use content::questionnaire;
use journey::saved::{Found, SavedAnswers};
use journey::{
    ContactMsg, Copying, Effect, Field, Model, Msg, Outcome, PartOfDay, Screen, SendFailure, Span,
    StorageMsg, StorageNote, Tick, update,
};
use site::ContactWay;

use crate::contact::{at_result, confirm, lines, say, sending};
use crate::{at_review, story};

/// At every step of the form.
#[test]
fn no_message_of_the_form_moves_the_screen_or_touches_an_answer() {
    let mut filling = at_result();
    say(&mut filling, ContactMsg::Open(ContactWay::Call));
    let mut confirming = at_result();
    confirm(&mut confirming);
    let mut failed = sending();
    let refused = Outcome::Failed(SendFailure::Refused);
    say(&mut failed, ContactMsg::Ended(refused));
    for start in [at_result(), filling, confirming, sending(), failed] {
        for msg in [
            ContactMsg::Open(ContactWay::Message),
            ContactMsg::Close,
            ContactMsg::Typed(Field::Name, "Kim".into()),
            ContactMsg::Time(PartOfDay::Evening),
            ContactMsg::Ticked(Tick::Consent),
            ContactMsg::Check,
            ContactMsg::Checked(Vec::new()),
            ContactMsg::Edit,
            ContactMsg::Send(lines()),
            ContactMsg::Ended(Outcome::Sent),
            ContactMsg::Copy("lines".into()),
            ContactMsg::Copied(Copying::ByHand),
        ] {
            let mut model = start.clone();
            let effects = say(&mut model, msg.clone());
            stays(&model, &start, &msg);
            assert_eq!(model.storage, start.storage, "{msg:?}");
            let moves = |effect: &Effect| matches!(effect, Effect::PushHistory | Effect::Go(_));
            assert!(!effects.iter().any(moves), "{msg:?}: {effects:?}");
        }
    }
}

/// With saving off, with saved answers offered, and with saving on.
#[test]
fn only_going_on_and_answering_again_move_the_screen_or_change_the_answers() {
    let mut off = at_review(&story("04-"));
    update(&mut off, Msg::Continue);
    tell(&mut off, found(Found::Nothing));
    let mut on = off.clone();
    tell(&mut on, StorageMsg::Start);
    tell(&mut on, StorageMsg::Written);
    assert!(on.storage.is_on());
    let mut offered = Model::new(questionnaire());
    tell(&mut offered, found(Found::Open(today(), vec![sheet()])));
    for start in [off, on, offered.clone()] {
        for msg in [
            found(Found::Open(today(), vec![sheet()])),
            StorageMsg::Unreadable,
            StorageMsg::Span(Span::Month),
            StorageMsg::Locks(true),
            StorageMsg::Start,
            StorageMsg::Written,
            StorageMsg::Failed(StorageNote::Full),
            StorageMsg::Unlock,
            StorageMsg::Unlocked(vec![sheet()]),
            StorageMsg::Elsewhere,
            StorageMsg::Replace,
            StorageMsg::LetBe,
            StorageMsg::EraseOne(0),
            StorageMsg::Erase,
            StorageMsg::Erased(true),
        ] {
            let mut model = start.clone();
            let effects = tell(&mut model, msg.clone());
            stays(&model, &start, &msg);
            let stores = |effect: &Effect| matches!(effect, Effect::Storage(_));
            assert!(effects.iter().all(stores), "{msg:?}: {effects:?}");
        }
    }
    // The same machine can ask the parent to navigate.
    tell(&mut offered, StorageMsg::GoOn);
    assert_eq!(offered.screen(), &Screen::Result);
    assert_eq!(offered.response, story("04-").response);
    tell(&mut offered, StorageMsg::Again);
    assert_eq!(offered.screen(), &Screen::Start);
    assert!(offered.response.is_empty());
}

fn stays(model: &Model, start: &Model, msg: &impl std::fmt::Debug) {
    assert_eq!(model.screen(), start.screen(), "{msg:?}");
    assert_eq!(model.position(), start.position(), "{msg:?}");
    assert_eq!(model.response, start.response, "{msg:?}");
    assert_eq!(model.reached, start.reached, "{msg:?}");
}

fn tell(model: &mut Model, msg: StorageMsg) -> Vec<Effect> {
    update(model, Msg::Storage(msg))
}

fn found(found: Found) -> StorageMsg {
    StorageMsg::Found(today(), found, true)
}

fn today() -> Day {
    Day::read("2026-11-29").unwrap()
}

fn sheet() -> SavedAnswers {
    let response = story("04-").response;
    SavedAnswers {
        on: today(),
        rules: questionnaire().version.to_owned(),
        finished: true,
        reached: response.iter().map(|(id, _)| id).collect(),
        response,
        outdated: false,
    }
}
