//! The interim result, available once the questions about danger are done.

use assessment::{ItemIndex, Standing, standing};

use super::effect::Effect;
use super::model::{Model, Screen};
use super::navigation::go_to;
use super::page_part::PagePart;

impl Model {
    /// Returns the interim result: every unreached question can still get any answer. `None` before the
    /// questions about danger are done, and while the person changes an answer from the review.
    pub fn standing(&self) -> Option<Standing> {
        let danger = self.questionnaire.item(self.questionnaire.roles.danger)?;
        let is_past = self.last_page().is_some_and(|last| last.page > danger.page);
        (is_past && !self.is_returning())
            .then(|| standing(self.questionnaire, &self.response, &self.reached))
    }

    /// Returns the pages with unanswered questions, including the current page, in order.
    pub fn pages_left(&self) -> Vec<PagePart> {
        let is_open = |index: &ItemIndex| {
            let item = self.questionnaire.item(*index);
            item.is_some_and(|item| {
                !self.reached.contains(&item.link_id) && self.response.get(item.link_id).is_none()
            })
        };
        let mut parts = self.all_parts();
        parts.retain(|(_, items)| items.iter().any(is_open));
        parts.into_iter().map(|(part, _)| part).collect()
    }
}

/// Shows the interim result. Continue returns to the page.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen(), Screen::Page(_)) && model.standing().is_some() {
        go_to(model, Screen::Standing)
    } else {
        Vec::new()
    }
}

/// Goes to the result, if no remaining question can change it.
pub(super) fn finish(model: &mut Model) -> Vec<Effect> {
    let is_asking = matches!(model.screen(), Screen::Page(_) | Screen::Standing);
    let is_settled = model
        .standing()
        .is_some_and(|standing| standing.is_settled());
    if is_asking && is_settled {
        go_to(model, Screen::Result)
    } else {
        Vec::new()
    }
}
