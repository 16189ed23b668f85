//! Choices on the result itself: its pace, and what matters to the person.

use assessment::{Day, assess};
use content::questionnaire;
use journey::saved::Found;
use journey::{Effect, Model, Msg, Pace, Screen, StorageMsg, update};
use site::WeekMinute;

use crate::{at_review, choose, story};

const PACES: [Pace; 3] = [Pace::TellMore, Pace::SmallStep, Pace::CallNow];

fn at_result(number: &str) -> Model {
    let mut model = at_review(&story(number));
    update(&mut model, Msg::Continue);
    assert_eq!(model.screen(), &Screen::Result);
    model
}

fn result(model: &Model) -> String {
    format!("{:?}", assess(questionnaire(), &model.response))
}

/// V07: the same answers, the same recommendation, the same screen, and nothing to save.
#[test]
fn a_pace_changes_how_the_result_speaks_and_nothing_else() {
    let mut model = at_result("04-");
    assert_eq!(
        model.pace, None,
        "nothing is asked before the result for it"
    );
    let before = (result(&model), model.response.clone(), model.position());
    update(
        &mut model,
        Msg::Storage(StorageMsg::Found(
            Day::read("2026-11-29").unwrap(),
            Found::Nothing,
            true,
        )),
    );
    update(&mut model, Msg::Storage(StorageMsg::Start));
    update(&mut model, Msg::Storage(StorageMsg::Written));
    for pace in PACES {
        assert_eq!(update(&mut model, Msg::Pace(pace)), []);
        assert_eq!(model.pace, Some(pace));
        let now = (result(&model), model.response.clone(), model.position());
        assert_eq!(now, before, "{pace:?}");
    }
    for msg in [Msg::StartOver, Msg::Leave] {
        let mut model = model.clone();
        update(&mut model, msg);
        assert_eq!(model.pace, None);
    }
}

/// The clock is read for the opening hours at the moment the result opens, however it opens.
#[test]
fn the_clock_is_read_when_the_result_opens_and_at_no_other_click() {
    let reads = |effects: &[Effect]| effects.contains(&Effect::ReadClock);
    let mut model = at_review(&story("04-"));
    assert!(reads(&update(&mut model, Msg::Continue)));
    assert_eq!(model.now, None, "unknown until the edge answers");
    let noon = WeekMinute::of(0, 12, 0);
    assert_eq!(update(&mut model, Msg::Clock(noon)), []);
    assert_eq!(model.now, noon);
    for msg in [Msg::Pace(PACES[0]), Msg::Review, Msg::Clock(noon)] {
        assert!(!reads(&update(&mut model, msg.clone())), "{msg:?}");
    }
    assert_eq!(model.screen(), &Screen::Review);
    assert!(reads(&update(&mut model, Msg::Back)));
    assert_eq!(model.screen(), &Screen::Result);
    assert_eq!(model.now, None, "an earlier reading may be over");
}

/// However often it opens: a click on the way between waits for a small screen, not for the whole result.
#[test]
fn the_first_screen_is_painted_before_the_rest_is_drawn() {
    let mut model = at_review(&story("04-"));
    for opens in [Msg::Continue, Msg::Back] {
        let effects = update(&mut model, opens);
        assert!(effects.contains(&Effect::AwaitPaint));
        assert!(model.is_first_paint);
        assert_eq!(update(&mut model, Msg::Painted), []);
        assert!(!model.is_first_paint);
        let effects = update(&mut model, Msg::Review);
        assert!(!effects.contains(&Effect::AwaitPaint) && !model.is_first_paint);
    }
}

/// I08: it changes words and advice; the screen stays the same.
#[test]
fn what_matters_is_chosen_there_and_changes_no_output() {
    let mut model = at_result("04-");
    let before = assess(questionnaire(), &model.response);
    for (link_id, code) in [
        ("barriers", "driving-or-safety-work"),
        ("barriers", "gambling"),
        ("barriers", "children-at-home"),
        ("wishes", "women-only"),
    ] {
        assert_eq!(choose(&mut model, link_id, code), [] as [Effect; 0]);
        assert_eq!(model.screen(), &Screen::Result);
    }
    let after = assess(questionnaire(), &model.response);
    assert_eq!(after.outputs(), before.outputs());
    assert_eq!(after.headline.code(), before.headline.code());
    assert_eq!(after.fired, before.fired);
    let message: Vec<&str> = after.advice.iter().map(|(_, id)| *id).collect();
    for id in ["drive", "child", "gamble"] {
        assert!(message.contains(&id), "{id}: {message:?}");
        assert!(before.advice.iter().all(|(_, known)| *known != id), "{id}");
    }
}

/// These answers are saved with the others, if saving is on.
#[test]
fn what_matters_is_kept_with_the_answers() {
    let mut model = at_result("04-");
    let today = Day::read("2026-11-29").unwrap();
    update(
        &mut model,
        Msg::Storage(StorageMsg::Found(today, Found::Nothing, true)),
    );
    update(&mut model, Msg::Storage(StorageMsg::Start));
    update(&mut model, Msg::Storage(StorageMsg::Written));
    let effects = choose(&mut model, "barriers", "gambling");
    assert!(matches!(effects[..], [Effect::Storage(_)]), "{effects:?}");
}
