//! Whatever a person, a browser or a page that is out of step could send.

use assessment::{ItemIndex, PageIndex, assess};
use content::questionnaire;
use journey::{Model, Msg, Pace, Place, update};

/// A few more than there are, so that items that do not exist come up too.
const ITEMS: u8 = 80;

/// The same of pages.
const PAGES: u8 = 40;

/// More messages than this lead nowhere new, and take the fuzzer's time.
const MOST: usize = 100;

/// Sends messages, three bytes each. The journey never fails, and going on leads to the result.
pub fn run(bytes: &[u8]) {
    let mut model = Model::new(questionnaire());
    let (steps, _) = bytes.as_chunks::<3>();
    for step in steps.iter().take(MOST) {
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
        if model.place() == &Place::Result {
            break;
        }
        update(&mut model, Msg::Continue);
    }
    assert_eq!(model.place(), &Place::Result);
    assess(questionnaire(), &model.response);
}

fn message([kind, one, other]: [u8; 3]) -> Msg {
    let item = ItemIndex(u16::from(one % ITEMS));
    match kind % 14 {
        0 => Msg::Continue,
        1 => Msg::Chose(item, other),
        2 => Msg::Toggled(item, other),
        3 => Msg::NumberKey(item, other),
        4 => Msg::Unsure(item),
        5 => Msg::Declined(item),
        6 => Msg::Back,
        7 => Msg::WentTo(u16::from_le_bytes([one, other])),
        8 => Msg::WentBack,
        9 => Msg::Change(PageIndex(u16::from(one % PAGES))),
        10 => Msg::Review,
        11 => Msg::StartOver,
        12 => Msg::Leave,
        _ => Msg::Pace(match one % 3 {
            0 => Pace::TellMore,
            1 => Pace::SmallStep,
            _ => Pace::CallNow,
        }),
    }
}

fn check(model: &Model) {
    match model.place() {
        Place::Page(page) => assert!(usize::from(page.0) < questionnaire().pages.len()),
        Place::Help(screens) => assert!(!screens.is_empty()),
        Place::Start | Place::Review | Place::Result => {}
    }
    let progress = model.progress();
    assert_eq!(progress.len(), questionnaire().sections.len());
    assert!(progress.iter().all(|part| *part <= 100), "{progress:?}");
    for (link_id, _) in model.response.iter() {
        assert!(questionnaire().find(link_id.0).is_some(), "{}", link_id.0);
    }
}
