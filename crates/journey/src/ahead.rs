//! Predicts what comes after a page, from the answers so far.

use super::model::Model;
use super::page_part::PagePart;

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
    pub fn ahead(&self, here: PagePart) -> Option<Ahead> {
        if self.is_returning() {
            return None;
        }
        let section = |part: PagePart| {
            let page = self.questionnaire.pages.get(usize::from(part.page.0))?;
            Some(page.section)
        };
        let parts = self.all_parts().into_iter().map(|(part, _)| part);
        let later: Vec<PagePart> = parts.filter(|part| *part > here).collect();
        let same = |part: &&PagePart| section(**part) == section(here);
        let next = later.first().copied().and_then(section);
        Some(match later.iter().filter(same).count() {
            0 => next.map_or(Ahead::Review, Ahead::Section),
            count => Ahead::Pages(count),
        })
    }
}
