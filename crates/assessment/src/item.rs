//! What an item can tell about itself.

use super::questionnaire::{
    Item, ItemIndex, ItemKind, LinkId, OptionIndex, Options, PageIndex, Questionnaire,
};
use super::rule::{Rule, RuleIndex};

impl Questionnaire {
    /// The item with this index.
    pub fn item(&self, index: ItemIndex) -> Option<&'static Item> {
        self.items.get(usize::from(index.0))
    }

    /// Items with their places.
    pub fn indexed_items(&self) -> impl Iterator<Item = (ItemIndex, &'static Item)> + use<> {
        (0..).map(ItemIndex).zip(self.items)
    }

    /// Rules with their places.
    pub fn indexed_rules(&self) -> impl Iterator<Item = (RuleIndex, &'static Rule)> + use<> {
        (0..).map(RuleIndex).zip(self.rules)
    }

    /// The index of the item with this name, or with the name it had before.
    pub fn find(&self, link_id: &str) -> Option<ItemIndex> {
        let renamed = self.renamed.iter().find(|(old, _)| old.0 == link_id);
        let name = renamed.map_or(link_id, |(_, new)| new.0);
        self.indexed_items()
            .find(|(_, item)| item.link_id.0 == name)
            .map(|(index, _)| index)
    }

    /// The items of one page.
    pub fn items_on(
        &self,
        page: PageIndex,
    ) -> impl Iterator<Item = (ItemIndex, &'static Item)> + use<> {
        self.indexed_items()
            .filter(move |(_, item)| item.page == page)
    }

    /// Whether an item is asked on the result, where it acts, and not before.
    pub fn is_after_result(&self, item: &Item) -> bool {
        let page = self.pages.get(usize::from(item.page.0));
        page.is_some_and(|page| page.after_result)
    }

    /// The names of all items.
    pub fn link_ids(&self) -> impl Iterator<Item = LinkId> + use<> {
        self.items.iter().map(|item| item.link_id)
    }
}

impl Item {
    /// The evidence file's question id without its part.
    pub fn question(&self) -> &'static str {
        self.code.split('.').next().unwrap_or(self.code)
    }

    /// Every option.
    pub fn all_options(&self) -> Options {
        let count = u32::try_from(self.options.len()).unwrap_or(32).min(32);
        Options(u32::MAX.checked_shr(32 - count).unwrap_or(0))
    }

    /// The index of an option's code.
    pub fn option_index(&self, code: &str) -> Option<OptionIndex> {
        self.options
            .iter()
            .position(|option| *option == code)
            .and_then(|index| u8::try_from(index).ok())
    }

    /// The rank of these options: the step on the ladder for one choice, the number chosen for
    /// several.
    pub fn rank_of(&self, chosen: Options) -> u8 {
        match self.kind {
            ItemKind::ChooseOne | ItemKind::Scale => chosen
                .last()
                .map_or(0, |option| option.saturating_add(self.first_rank)),
            ItemKind::ChooseMany => chosen.without(self.exclusive).count(),
        }
    }

    /// The rank of one option in the evidence file's order (A.2).
    pub fn rank_of_option(&self, option: u8) -> u8 {
        self.rank_of(Options::only(option))
    }

    /// The mildest answer that can be given on screen.
    pub fn mildest(&self) -> Options {
        Options::only(0)
    }

    /// The answer of most concern that can be given on screen.
    pub fn most_careful(&self) -> Options {
        match self.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                self.all_options().last().map_or(Options(0), Options::only)
            }
            ItemKind::ChooseMany => self.all_options().without(self.exclusive),
        }
    }

    /// What was chosen, made sense of: nothing outside the list, one option where one is asked (the
    /// one of most concern), and nothing that stands alone beside something else.
    pub fn tidy(&self, chosen: Options) -> Options {
        let known = Options(chosen.0 & self.all_options().0);
        match self.kind {
            ItemKind::ChooseOne | ItemKind::Scale => known.last().map_or(known, Options::only),
            ItemKind::ChooseMany => {
                let some = known.without(self.exclusive);
                if some.is_empty() { known } else { some }
            }
        }
    }
}
