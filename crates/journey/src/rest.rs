//! The questions of a page that are still open, answered at once.

use assessment::{Answer, PageIndex};

use super::effect::Effect;
use super::model::Model;
use super::update;

/// Gives one answer to every question of a page that has none. A question that this brings up is new to
/// the person, and stays open.
pub(super) fn record(model: &mut Model, page: PageIndex, answer: Answer) -> Vec<Effect> {
    let mut open = model.items_on(page);
    open.retain(|index| model.answer(*index).is_none());
    for index in open {
        update::record(model, index, answer);
    }
    Vec::new()
}
