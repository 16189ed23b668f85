//! Relaxes conditions so that paper can state when to ask a question: it asks slightly more than the check.

use assessment::{Condition, DisplayCondition, ItemIndex, ItemKind, Options, Questionnaire};

/// Questions whose answers enable a question on paper.
pub(super) fn opened_by(questionnaire: &Questionnaire, own: ItemIndex) -> Vec<ItemIndex> {
    let answers = opening(questionnaire, own).unwrap_or_default();
    answers.into_iter().map(|(index, _)| index).collect()
}

/// Answers of which at least one is present whenever a question is asked; `None` if it may always be asked.
pub(super) fn opening(questionnaire: &Questionnaire, own: ItemIndex) -> Option<Wide> {
    let when = questionnaire.item(own)?.enable_when?;
    Widening { questionnaire, own }.display(&when)
}

/// Alternative answers: any single one is enough.
pub(super) type Wide = Vec<(ItemIndex, Options)>;

/// Relaxes conditions to lists of answers of which one is enough.
struct Widening<'a> {
    questionnaire: &'a Questionnaire,
    own: ItemIndex,
}

impl Widening<'_> {
    fn display(&self, condition: &DisplayCondition) -> Option<Wide> {
        match condition {
            DisplayCondition::Holds(condition) => self.condition(condition),
            DisplayCondition::All(list) => fewest(list.iter().map(|one| self.display(one))),
            DisplayCondition::Any(list) => joined_up(list.iter().map(|one| self.display(one))),
            DisplayCondition::None(_)
            | DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => None,
        }
    }

    fn condition(&self, condition: &Condition) -> Option<Wide> {
        match condition {
            Condition::AnsweredAtLeast(index, rank) => self.at_least(*index, *rank),
            Condition::AnsweredAnyOf(index, options) => Some(vec![(*index, *options)]),
            Condition::All(list) => fewest(list.iter().map(|one| self.condition(one))),
            Condition::Any(list) | Condition::CountAtLeast(_, list) => {
                joined_up(list.iter().map(|one| self.condition(one)))
            }
            Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {
                None
            }
        }
    }

    /// The answers themselves, and answers to other items that raise the value to the same rank.
    fn at_least(&self, index: ItemIndex, rank: u8) -> Option<Wide> {
        let item = self.questionnaire.item(index)?;
        let own = item.all_options().indices();
        let own = own.filter(|position| match item.kind {
            ItemKind::ChooseMany => !item.exclusive.has(*position),
            ItemKind::ChooseOne | ItemKind::Scale => item.rank_of_option(*position) >= rank,
        });
        let own = own.map(Options::only).fold(Options(0), Options::with);
        let bounds = item.raised_by.iter();
        let bounds = bounds.filter(|bound| bound.to >= rank && bound.item < self.own);
        let bounds = bounds.map(|bound| self.at_least(bound.item, bound.from));
        joined_up(std::iter::once(Some(vec![(index, own)])).chain(bounds))
    }
}

/// Of the parts of an `All` condition, the one with the fewest answers.
fn fewest(of: impl Iterator<Item = Option<Wide>>) -> Option<Wide> {
    of.flatten().min_by_key(Vec::len)
}

/// Merges alternatives; each question occurs once.
pub(super) fn joined_up(of: impl Iterator<Item = Option<Wide>>) -> Option<Wide> {
    let mut all: Wide = Vec::new();
    for wide in of {
        for (index, options) in wide? {
            match all.iter_mut().find(|(known, _)| *known == index) {
                Some((_, known)) => *known = known.with(options),
                None => all.push((index, options)),
            }
        }
    }
    Some(all)
}
