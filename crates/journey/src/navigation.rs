//! Navigation between screens, in sync with the browser's history.

use assessment::ItemIndex;

use super::effect::Effect;
use super::model::{Model, Notice, Screen};
use super::page_part::PagePart;

/// Returns the next page with a question to ask. After a change, the other parts of the changed page follow,
/// and then only questions not asked before.
pub(super) fn next_page(model: &Model, from: Option<PagePart>) -> Screen {
    let parts = model.all_parts().into_iter().map(|(part, _)| part);
    let mut later = parts.filter(|part| Some(*part) > from);
    let next = if model.is_returning() {
        let changed = model.changed_page();
        let of_it = later.find(|part| {
            Some(part.page) == changed && from.is_some_and(|from| from.page == part.page)
        });
        of_it.or_else(|| first_new(model))
    } else {
        later.next()
    };
    next.map_or(Screen::Review, Screen::Page)
}

/// Returns the first page with a question that was not passed yet.
fn first_new(model: &Model) -> Option<PagePart> {
    let is_new = |index: &ItemIndex| {
        let item = model.questionnaire.item(*index);
        item.is_some_and(|item| !model.reached.contains(&item.link_id))
    };
    let mut parts = model.all_parts().into_iter();
    let found = parts.find(|(_, items)| items.iter().any(is_new));
    found.map(|(part, _)| part)
}

/// Shows the first page to ask again after the questions changed, with a notice.
pub(super) fn ask_again(model: &mut Model) -> Vec<Effect> {
    let mut effects = go_to(model, Screen::Review);
    if let Some(page) = first_new(model) {
        effects = go_to(model, Screen::Page(page));
        // Keep the review before this page in the trail: Continue leads there.
        effects.insert(0, Effect::PushHistory);
    }
    model.notice = Some(Notice::QuestionsChanged);
    effects
}

pub(super) fn go_to(model: &mut Model, place: Screen) -> Vec<Effect> {
    model.notice = None;
    model.at = model.at.saturating_add(1);
    model.trail.truncate(model.at);
    model.trail.push(place);
    vec![Effect::PushHistory, Effect::FocusHeading]
}

pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let before = model.at;
    move_to(model, model.at.saturating_sub(1));
    if model.at == before {
        return Vec::new();
    }
    vec![Effect::Go(steps(before, model.at)), Effect::FocusHeading]
}

/// Follows the browser's history to a position in the trail. If that position is beyond the end, or its page
/// is no longer asked, moves the browser to the journey's position instead.
pub(super) fn went_to(model: &mut Model, browser: usize) -> Vec<Effect> {
    if browser == model.at {
        return Vec::new();
    }
    let before = model.at;
    move_to(model, browser.min(model.trail.len().saturating_sub(1)));
    let mut effects = Vec::new();
    if model.at != browser {
        effects.push(Effect::Go(steps(browser, model.at)));
    }
    if model.at != before {
        effects.push(Effect::FocusHeading);
    }
    effects
}

/// Moves along the trail, skipping pages that are no longer asked.
fn move_to(model: &mut Model, wanted: usize) {
    let asked = |at: &usize| !model.is_gone(*at);
    let ahead = (wanted..model.trail.len()).find(asked);
    let behind = (0..=wanted).rev().find(asked);
    let found = if wanted > model.at {
        ahead.or(behind)
    } else {
        behind
    };
    model.at = found.unwrap_or(0);
    model.notice = None;
    model.taken = None;
}

fn steps(from: usize, to: usize) -> i16 {
    let size = i16::try_from(from.abs_diff(to)).unwrap_or(i16::MAX);
    if to < from {
        size.saturating_neg()
    } else {
        size
    }
}

/// Clears the answers and goes back to the start. Storage keeps its own state.
pub(super) fn start_over(model: &mut Model) -> Vec<Effect> {
    let from = model.at;
    let storage = std::mem::take(&mut model.storage);
    *model = Model::new(model.questionnaire);
    model.storage = storage;
    let back = (from > 0).then(|| Effect::Go(steps(from, 0)));
    [Effect::Forget]
        .into_iter()
        .chain(back)
        .chain([Effect::FocusHeading])
        .collect()
}
