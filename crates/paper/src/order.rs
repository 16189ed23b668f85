//! Which question stands where on paper: those that red flags read come first.

use assessment::{ItemIndex, PageIndex, Questionnaire};

use super::{flags, widening};

/// Every question in the order it is written, numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What red flags read, and what those questions depend on.
    pub danger: Vec<ItemIndex>,
    /// All others.
    pub others: Vec<ItemIndex>,
}

impl Order {
    /// Puts first what red flags read. Within each part the order is that of the check, so that no
    /// question depends on a later one.
    pub fn of(questionnaire: &Questionnaire) -> Order {
        let mut first = flags::items_read(questionnaire);
        // Conditions name earlier questions alone, so that one pass from the end finds them all.
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

    /// The number of a question; none has 0.
    pub fn number(&self, index: ItemIndex) -> usize {
        let mut all = self.danger.iter().chain(&self.others);
        all.position(|known| *known == index)
            .map_or(0, |place| place + 1)
    }

    /// The questions of one page of the check that stand in a part.
    pub(super) fn on_page(
        part: &[ItemIndex],
        questionnaire: &Questionnaire,
        page: PageIndex,
    ) -> Vec<ItemIndex> {
        let on_page = questionnaire.items_on(page).map(|(index, _)| index);
        on_page.filter(|index| part.contains(index)).collect()
    }
}
