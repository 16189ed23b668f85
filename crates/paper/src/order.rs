//! Order of the questions on paper: those that red flags read come first.

use assessment::{ItemIndex, PageIndex, Questionnaire};

use super::{flags, widening};

/// Every question in order, numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Questions that red flags read, and the questions they depend on.
    pub danger: Vec<ItemIndex>,
    /// All others.
    pub others: Vec<ItemIndex>,
}

impl Order {
    /// Puts the questions that red flags read first. Each part keeps the order of the check, so no question
    /// depends on a later one.
    pub fn of(questionnaire: &Questionnaire) -> Order {
        let mut first = flags::items_read(questionnaire);
        // Conditions refer only to earlier questions, so one pass from the end finds all dependencies.
        let mut items: Vec<_> = questionnaire.indexed_items().collect();
        items.reverse();
        for (index, _) in items {
            if first.contains(&index) {
                first.extend(widening::opened_by(questionnaire, index));
            }
        }
        let all = questionnaire.indexed_items().map(|(index, _)| index);
        let (danger, others) = all.partition(|index| first.contains(index));
        Order { danger, others }
    }

    /// The number of a question; 0 if it is not listed.
    pub fn number(&self, index: ItemIndex) -> usize {
        let mut all = self.danger.iter().chain(&self.others);
        all.position(|known| *known == index)
            .map_or(0, |place| place + 1)
    }

    /// The questions of a part that are on one page of the check.
    pub(super) fn on_page(
        part: &[ItemIndex],
        questionnaire: &Questionnaire,
        page: PageIndex,
    ) -> Vec<ItemIndex> {
        let on_page = questionnaire.items_on(page).map(|(index, _)| index);
        on_page.filter(|index| part.contains(index)).collect()
    }
}
