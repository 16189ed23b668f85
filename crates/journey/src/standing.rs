//! Where the check stands on the way, once the questions about danger are done.

use std::collections::BTreeSet;

use assessment::{PageIndex, Standing, standing};

use super::effect::Effect;
use super::model::{Model, Screen};
use super::navigation::go_to;

impl Model {
    /// Where the check stands; nothing before the questions about danger are done, or where a change
    /// leads back to the list of answers. What has not been reached can still be answered in any way.
    pub fn standing(&self) -> Option<Standing> {
        let danger = self.questionnaire.item(self.questionnaire.roles.danger)?;
        let is_past = self.last_page().is_some_and(|page| page > danger.page);
        (is_past && !self.is_returning())
            .then(|| standing(self.questionnaire, &self.response, &self.reached))
    }

    /// The pages that still ask something, the one the person is on among them.
    pub fn pages_left(&self) -> BTreeSet<PageIndex> {
        let shown = self.shown();
        let items = shown
            .iter()
            .filter_map(|index| self.questionnaire.item(*index));
        let mut pages = BTreeSet::new();
        pages.extend(
            items
                .filter(|item| {
                    !self.reached.contains(&item.link_id)
                        && self.response.get(item.link_id).is_none()
                })
                .map(|item| item.page),
        );
        pages
    }
}

/// Shows where the check stands. Going on leads back to the page.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen(), Screen::Page(_)) && model.standing().is_some() {
        go_to(model, Screen::Standing)
    } else {
        Vec::new()
    }
}

/// Goes to the result, where nothing that is left to ask can change it.
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
