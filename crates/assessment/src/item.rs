//! Lookup of items and rules, and ranks of options.

use super::questionnaire::{
    Item, ItemIndex, ItemKind, LinkId, OptionIndex, Options, PageIndex, Questionnaire,
};
use super::rule::{Rule, RuleIndex};

impl Questionnaire {
    /// The item with this index.
    pub fn item(&self, index: ItemIndex) -> Option<&'static Item> {
        self.items.get(usize::from(index.0))
    }

    /// Iterates over items with their index.
    pub fn indexed_items(&self) -> impl Iterator<Item = (ItemIndex, &'static Item)> + use<> {
        (0..).map(ItemIndex).zip(self.items)
    }

    /// Iterates over rules with their index.
    pub fn indexed_rules(&self) -> impl Iterator<Item = (RuleIndex, &'static Rule)> + use<> {
        (0..).map(RuleIndex).zip(self.rules)
    }

    /// Finds an item by its link id or by a former link id.
    pub fn find(&self, link_id: &str) -> Option<ItemIndex> {
        let renamed = self.renamed.iter().find(|(old, _)| old.0 == link_id);
        let name = renamed.map_or(link_id, |(_, new)| new.0);
        self.indexed_items()
            .find(|(_, item)| item.link_id.0 == name)
            .map(|(index, _)| index)
    }

    /// Iterates over the items of one page.
    pub fn items_on(
        &self,
        page: PageIndex,
    ) -> impl Iterator<Item = (ItemIndex, &'static Item)> + use<> {
        self.indexed_items()
            .filter(move |(_, item)| item.page == page)
    }

    /// Tells whether an item is asked on the result page, where it takes effect, and not before.
    pub fn is_after_result(&self, item: &Item) -> bool {
        let page = self.pages.get(usize::from(item.page.0));
        page.is_some_and(|page| page.after_result)
    }

    /// Iterates over the link ids of all items.
    pub fn link_ids(&self) -> impl Iterator<Item = LinkId> + use<> {
        self.items.iter().map(|item| item.link_id)
    }
}

impl Item {
    /// Evidence id of the question, without its part: `Q04` of `Q04.alcohol`.
    pub fn question(&self) -> &'static str {
        self.code.split('.').next().unwrap_or(self.code)
    }

    /// Set of all options.
    pub fn all_options(&self) -> Options {
        let count = u32::try_from(self.options.len()).unwrap_or(32).min(32);
        Options(u32::MAX.checked_shr(32 - count).unwrap_or(0))
    }

    /// Finds an option by its code.
    pub fn option_index(&self, code: &str) -> Option<OptionIndex> {
        self.options
            .iter()
            .position(|option| *option == code)
            .and_then(|index| u8::try_from(index).ok())
    }

    /// Rank of a selection: for a single-choice item the rank of the option, for a multiple-choice
    /// item the number of options.
    pub fn rank_of(&self, chosen: Options) -> u8 {
        match self.kind {
            ItemKind::ChooseOne | ItemKind::Scale => chosen
                .last()
                .map_or(0, |option| option.saturating_add(self.first_rank)),
            ItemKind::ChooseMany => chosen.without(self.exclusive).count(),
        }
    }

    /// Rank of one option in the order of the evidence file (A.2).
    pub fn rank_of_option(&self, option: u8) -> u8 {
        self.rank_of(Options::only(option))
    }

    /// Mildest answer that can be given on screen.
    pub fn mildest(&self) -> Options {
        Options::only(0)
    }

    /// Answer of most concern that can be given on screen.
    pub fn most_careful(&self) -> Options {
        match self.kind {
            ItemKind::ChooseOne | ItemKind::Scale => {
                self.all_options().last().map_or(Options(0), Options::only)
            }
            ItemKind::ChooseMany => self.all_options().without(self.exclusive),
        }
    }

    /// Normalizes a selection: drops unknown options, reduces a single-choice item to its option of
    /// most concern, and drops exclusive options beside others.
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
