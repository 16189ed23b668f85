//! Fuzz target for the journey: any message in any order.

use assessment::{ItemIndex, PageIndex, assess};
use content::questionnaire;
use journey::{Model, Msg, Pace, Screen, update};

/// More than the number of items, to include items that do not exist.
const ITEMS: u8 = 80;

/// More than the number of pages, likewise.
const PAGES: u8 = 40;

/// Maximum number of messages; more reach no new state and slow down the fuzzer.
const MAX: usize = 100;

/// Sends messages, three bytes each. The journey never panics, and continuing reaches the result.
pub fn run(bytes: &[u8]) {
    let mut model = Model::new(questionnaire());
    let (steps, _) = bytes.as_chunks::<3>();
    for step in steps.iter().take(MAX) {
        update(&mut model, message(*step));
        check(&model);
    }
    let shown = model.shown();
    assert!(
        shown
            .iter()
            .all(|index| questionnaire().item(*index).is_some())
    );
    for flag in model.red_flags() {
        assert!(!flag.items.is_empty());
    }
    for _ in 0..200 {
        if model.screen() == &Screen::Result {
            break;
        }
        update(&mut model, Msg::Continue);
    }
    assert_eq!(model.screen(), &Screen::Result);
    assess(questionnaire(), &model.response);
}

fn message([kind, one, other]: [u8; 3]) -> Msg {
    let item = ItemIndex(u16::from(one % ITEMS));
    match kind % 18 {
        0 => Msg::Continue,
        1 => Msg::Chose(item, other),
        2 => Msg::Toggled(item, other),
        3 => Msg::NumberKey(item, other),
        4 => Msg::Unsure(item),
        5 => Msg::Declined(item),
        6 => Msg::Back,
        7 => Msg::WentTo(u16::from_le_bytes([one, other])),
        8 => Msg::WentTo(u16::from(one)),
        9 => Msg::Change(PageIndex(u16::from(one % PAGES))),
        10 => Msg::Review,
        11 => Msg::StartOver,
        12 => Msg::Leave,
        13 => Msg::RestUnsure,
        14 => Msg::RestDeclined,
        15 => Msg::Standing,
        16 => Msg::Finish,
        _ => Msg::Pace(match one % 3 {
            0 => Pace::TellMore,
            1 => Pace::SmallStep,
            _ => Pace::CallNow,
        }),
    }
}

/// What holds on every screen.
pub(crate) fn check(model: &Model) {
    match model.screen() {
        Screen::Page(part) => assert!(usize::from(part.page.0) < questionnaire().pages.len()),
        Screen::Help(screens) => assert!(!screens.is_empty()),
        Screen::Start | Screen::Standing | Screen::Review | Screen::Result => {}
    }
    let progress = model.progress();
    assert_eq!(progress.len(), questionnaire().sections.len());
    assert!(progress.iter().all(|part| *part <= 100), "{progress:?}");
    for (link_id, _) in model.response.iter() {
        assert!(questionnaire().find(link_id.0).is_some(), "{}", link_id.0);
    }
}
