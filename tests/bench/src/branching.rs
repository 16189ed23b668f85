//! Conditions under which questions are asked, in a form that every peer's language can say.

use assessment::{Condition, DisplayCondition, Item, ItemIndex, ItemKind, Options, Questionnaire};
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN};
use serde::Serialize;

/// Condition over the given answers.
///
/// It differs from the engine in one point, as every peer does: a question left empty enables nothing, where
/// the engine counts it as the option that its file names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Branch {
    /// At least this many of these options of a question are chosen.
    Chosen {
        /// Link id of the question.
        item: &'static str,
        /// Codes of its options.
        codes: Vec<&'static str>,
        /// How many of them, at least.
        least: u8,
    },
    /// At least this many of these hold.
    Some {
        /// How many of them, at least.
        least: usize,
        /// The conditions.
        of: Vec<Branch>,
    },
    /// This does not hold.
    Not(Box<Branch>),
}

/// Condition that enables an item; `None` if it is always asked.
pub fn branch(questionnaire: &Questionnaire, own: ItemIndex, item: &Item) -> Option<Branch> {
    let reader = Reader { questionnaire, own };
    item.enable_when.as_ref().map(|when| reader.display(when))
}

fn all(of: Vec<Branch>) -> Branch {
    Branch::Some {
        least: of.len(),
        of,
    }
}

fn any(of: Vec<Branch>) -> Branch {
    Branch::Some { least: 1, of }
}

/// Never holds.
fn never() -> Branch {
    any(Vec::new())
}

struct Reader<'a> {
    questionnaire: &'a Questionnaire,
    own: ItemIndex,
}

impl Reader<'_> {
    fn display(&self, condition: &DisplayCondition) -> Branch {
        let each = |list: &[DisplayCondition]| list.iter().map(|one| self.display(one)).collect();
        match condition {
            DisplayCondition::Holds(condition) => self.condition(condition),
            DisplayCondition::All(list) => all(each(list)),
            DisplayCondition::Any(list) => any(each(list)),
            DisplayCondition::None(list) => Branch::Not(Box::new(any(each(list)))),
            // The content compiler rejects conditions on outputs here.
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => never(),
        }
    }

    fn condition(&self, condition: &Condition) -> Branch {
        let each = |list: &[Condition]| list.iter().map(|one| self.condition(one)).collect();
        match condition {
            Condition::AnsweredAnyOf(index, options) => self.chosen(*index, *options, 1),
            Condition::AnsweredAtLeast(index, rank) => self.at_least(*index, *rank),
            Condition::CountAtLeast(least, list) => Branch::Some {
                least: usize::from(*least),
                of: each(list),
            },
            Condition::All(list) => all(each(list)),
            Condition::Any(list) => any(each(list)),
            // About gaps, or about rules, which no peer has.
            Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {
                never()
            }
        }
    }

    fn at_least(&self, index: ItemIndex, rank: u8) -> Branch {
        let Some(item) = self.questionnaire.item(index) else {
            return never();
        };
        // The rank of a multiple-choice item is the number of choices.
        let (from, least) = match item.kind {
            ItemKind::ChooseMany => (1, rank),
            ItemKind::ChooseOne | ItemKind::Scale => (rank, 1),
        };
        let options = item
            .all_options()
            .indices()
            .filter(|option| item.rank_of_option(*option) >= from)
            .fold(Options(0), |set, option| set.with(Options::only(option)));
        let own = self.own;
        let bounds = item.raised_by.iter();
        let bounds = bounds.filter(|bound| bound.to >= rank && bound.item < own);
        let bounds = bounds.map(|bound| self.at_least(bound.item, bound.from));
        let chosen = self.chosen(index, options, least);
        let ways: Vec<Branch> = std::iter::once(chosen.clone()).chain(bounds).collect();
        if ways.len() == 1 { chosen } else { any(ways) }
    }

    fn chosen(&self, index: ItemIndex, options: Options, least: u8) -> Branch {
        let Some(item) = self.questionnaire.item(index) else {
            return never();
        };
        let named = options.indices();
        let named = named.filter_map(|option| item.options.get(usize::from(option)).copied());
        let mut codes: Vec<&'static str> = named.collect();
        if options.has(item.unsure_as.option) {
            codes.push(ASKED_UNKNOWN);
        }
        if options.has(item.unsure_as.skipped) {
            codes.push(ASKED_DECLINED);
        }
        Branch::Chosen {
            item: item.link_id.0,
            codes,
            least,
        }
    }
}

#[cfg(test)]
mod tests {
    use content::questionnaire;

    use super::*;

    #[test]
    fn every_condition_reads_earlier_questions_that_exist() {
        let mut branches = 0;
        for (index, item) in questionnaire().indexed_items() {
            let Some(branch) = branch(questionnaire(), index, item) else {
                continue;
            };
            branches += 1;
            let mut read = Vec::new();
            items_of(&branch, &mut read);
            assert!(!read.is_empty(), "{} reads nothing", item.link_id.0);
            for other in read {
                assert!(questionnaire().find(other).unwrap() < index, "{other}");
            }
        }
        let conditional = questionnaire()
            .items
            .iter()
            .filter(|item| item.enable_when.is_some());
        assert_eq!(branches, conditional.count());
    }

    fn items_of(branch: &Branch, read: &mut Vec<&'static str>) {
        match branch {
            Branch::Chosen { item, codes, .. } => {
                assert!(!codes.is_empty(), "{item} has no option to choose");
                read.push(item);
            }
            Branch::Some { of, .. } => of.iter().for_each(|one| items_of(one, read)),
            Branch::Not(one) => items_of(one, read),
        }
    }
}
