//! Predicts what comes after a page, from the answers so far.

use assessment::{PageIndex, SortedSet};

use super::model::Model;

/// What comes after a page. Answers on that page may still add or remove pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// The number of pages left in the same section.
    Pages(usize),
    /// The index of the next section.
    Section(u16),
    /// The review of all answers.
    Review,
}

impl Model {
    /// Returns what comes after a page, or `None` while the person changes an answer from the review.
    pub fn ahead(&self, page: PageIndex) -> Option<Ahead> {
        if self.is_returning() {
            return None;
        }
        let mut later = SortedSet::new();
        let shown = self.shown();
        let items = shown
            .iter()
            .filter_map(|index| self.questionnaire.item(*index));
        later.extend(items.map(|item| item.page).filter(|other| *other > page));
        let section = |page: &PageIndex| {
            let page = self.questionnaire.pages.get(usize::from(page.0))?;
            Some(page.section)
        };
        let here = section(&page);
        let count = later.iter().filter(|page| section(page) == here).count();
        let next = later.first().and_then(section).map(Ahead::Section);
        match count {
            0 => Some(next.unwrap_or(Ahead::Review)),
            count => Some(Ahead::Pages(count)),
        }
    }
}
