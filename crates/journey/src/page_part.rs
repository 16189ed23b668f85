//! Pages in parts: no screen asks more than a phone screen and a half.

use assessment::{ItemIndex, PageIndex, RedFlag, SortedSet};

use super::model::Model;

/// Highest sum of the heights of title and questions on one screen, in CSS pixels: a phone screen and a half,
/// of 740 pixels each, less what stands around them.
const ROOM: u16 = 885;

/// A page of questions, or one part of it if its questions need more than one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PagePart {
    /// The page.
    pub page: PageIndex,
    /// The position of the part; 0 is the first.
    pub part: u8,
}

impl From<PageIndex> for PagePart {
    fn from(page: PageIndex) -> PagePart {
        PagePart { page, part: 0 }
    }
}

/// Height of the question above the rows of a table, in CSS pixels: the height of a row does not include it.
const TABLE_QUESTION: u16 = 42;

impl Model {
    /// Returns the items of a page by part, given the answers so far.
    pub fn parts(&self, page: PageIndex) -> Vec<Vec<ItemIndex>> {
        self.parts_among(&self.shown(), page)
    }

    /// Returns the items of a page by part, among those that are shown.
    pub(super) fn parts_among(
        &self,
        shown: &SortedSet<ItemIndex>,
        page: PageIndex,
    ) -> Vec<Vec<ItemIndex>> {
        let mut parts: Vec<Vec<ItemIndex>> = Vec::new();
        let title = self.questionnaire.pages.get(usize::from(page.0));
        let title = title.map_or(0, |page| page.title_height);
        let (mut used, mut table_above) = (0_u16, None);
        for index in self.items_among(shown, page) {
            let Some(item) = self.questionnaire.item(index) else {
                continue;
            };
            let first_row = item.height.saturating_add(TABLE_QUESTION);
            let height = match item.table {
                None => item.height,
                Some(_) if item.table == table_above => item.height,
                Some(_) => first_row,
            };
            table_above = item.table;
            used = used.saturating_add(height);
            match parts.last_mut() {
                Some(part) if used <= ROOM => part.push(index),
                Some(_) | None => {
                    parts.push(vec![index]);
                    let height = item.table.map_or(item.height, |_| first_row);
                    used = title.saturating_add(height);
                }
            }
        }
        parts
    }

    /// Returns the items of one part.
    pub fn items_in(&self, part: PagePart) -> Vec<ItemIndex> {
        let mut parts = self.parts(part.page).into_iter();
        parts.nth(usize::from(part.part)).unwrap_or_default()
    }

    /// Returns the red flags raised by answers to these items.
    pub fn red_flags_of(&self, items: &[ItemIndex]) -> Vec<RedFlag> {
        let mut flags = self.red_flags();
        flags.retain(|flag| flag.items.iter().any(|item| items.contains(item)));
        flags
    }

    /// Returns every part of every page that is asked, in order.
    pub(super) fn all_parts(&self) -> Vec<(PagePart, Vec<ItemIndex>)> {
        let shown = self.shown();
        let pages = (0_u16..).map(PageIndex).zip(self.questionnaire.pages);
        let parts = pages.flat_map(|(page, _)| {
            let parts = (0_u8..).zip(self.parts_among(&shown, page));
            parts.map(move |(part, items)| (PagePart { page, part }, items))
        });
        parts.collect()
    }
}
