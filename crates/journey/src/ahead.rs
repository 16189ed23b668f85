//! What comes after a page, as far as the answers so far tell.

use std::collections::BTreeSet;

use assessment::PageIndex;

use super::model::Model;

/// What comes after a page. Answers on it may still bring up or take away pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// So many more pages of the same section.
    Pages(usize),
    /// The next section, by its index.
    Section(u16),
    /// The list of all answers.
    Review,
}

impl Model {
    /// What comes after a page; nothing where a change leads back to the list of answers.
    pub fn ahead(&self, page: PageIndex) -> Option<Ahead> {
        if self.is_returning() {
            return None;
        }
        let mut later = BTreeSet::new();
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
