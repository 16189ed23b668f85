//! Fuzz target for what a page hands to the next: recorded events, or the snapshot of a journey.

use content::questionnaire;
use journey::{Model, Msg, Screen, replay, update};

use super::journey::check;

/// Goes on from any text. The journey shows something, and continuing reaches the result.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut model: Model = replay(questionnaire(), &text);
    check(&model);
    for _ in 0..200 {
        if model.screen() == &Screen::Result {
            break;
        }
        update(&mut model, Msg::Continue);
        check(&model);
    }
    assert_eq!(model.screen(), &Screen::Result);
}
