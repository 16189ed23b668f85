//! Event replay: what the person did on the static first pages, before the module ran.

use assessment::Questionnaire;

use super::model::Model;
use super::msg::Msg;
use super::snapshot;
use super::update::update;

/// Replays recorded events from the start, or goes on from a snapshot of [`Msg::ChangeLocale`]. `events` is what
/// `static/first-pages.js` recorded, in order and separated by spaces: `continue`, `back`, `forward`, and ids of options such as `age-0` or `age-unsure`.
/// Whatever else it holds is ignored. The page has performed the effects already: history, focus.
pub fn replay(questionnaire: &'static Questionnaire, events: &str) -> Model {
    if snapshot::is_snapshot(events) {
        // Unreadable only if the site was updated in between: then the check begins anew.
        return snapshot::read(questionnaire, events).unwrap_or_else(|| Model::new(questionnaire));
    }
    let mut model = Model::new(questionnaire);
    let messages = events
        .split(' ')
        .filter_map(|event| message(questionnaire, event));
    for msg in messages {
        update(&mut model, msg);
    }
    model
}

fn message(questionnaire: &Questionnaire, event: &str) -> Option<Msg> {
    match event {
        "continue" => return Some(Msg::Continue),
        "back" => return Some(Msg::Back),
        // Only one page is ahead of the start screen.
        "forward" => return Some(Msg::WentTo(1)),
        _ => {}
    }
    let (link_id, answer) = event.rsplit_once('-')?;
    let index = questionnaire.find(link_id)?;
    match answer {
        "unsure" => Some(Msg::Unsure(index)),
        "declined" => Some(Msg::Declined(index)),
        place => Some(Msg::Chose(index, place.parse().ok()?)),
    }
}
