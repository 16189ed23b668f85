//! Compiles conditions on answers: `at_least`, `any_of` and `unknown`.

use super::compile::leak;
use super::problem::Text;
use super::rules::RuleCompiler;
use super::schema::Threshold as RankOrOption;
use super::suggestion::unknown;
use assessment::{Condition, Item, ItemIndex, ItemKind, Options};
use toml::Spanned;

impl RuleCompiler<'_> {
    pub(super) fn at_least(
        &mut self,
        text: &Text,
        index: ItemIndex,
        item: &Item,
        least: &Spanned<RankOrOption>,
    ) -> Option<Condition> {
        let RankOrOption::Option(code) = least.get_ref() else {
            self.report(text, least, "an item is compared with one of its options.");
            return None;
        };
        let Some(option) = item.option_index(code) else {
            self.report(
                text,
                least,
                unknown("option", code, item.options.iter().copied()),
            );
            return None;
        };
        let rank = item.rank_of_option(option);
        if rank == 0 {
            self.report(
                text,
                least,
                "every answer is at least this; name a worse option.",
            );
            return None;
        }
        Some(Condition::AnsweredAtLeast(index, rank))
    }

    pub(super) fn any_of(
        &mut self,
        text: &Text,
        index: ItemIndex,
        item: &Item,
        codes: &[Spanned<String>],
    ) -> Option<Condition> {
        let mut options = Options(0);
        for code in codes {
            match item.option_index(code.get_ref()) {
                Some(option) if item.kind == ItemKind::ChooseMany && !item.exclusive.has(option) => {
                    options = options.with(Options::only(option));
                }
                Some(_) => self.report(
                    text,
                    code,
                    "any_of is for choices that add up; use at_least, so that worse never counts less.",
                ),
                None => self.report(
                    text,
                    code,
                    unknown("option", code.get_ref(), item.options.iter().copied()),
                ),
            }
        }
        Some(Condition::AnsweredAnyOf(index, options))
    }

    pub(super) fn unknown_in(
        &mut self,
        text: &Text,
        questions: &[Spanned<String>],
    ) -> Option<Condition> {
        let mut found = Vec::new();
        for question in questions {
            let indexed = (0..).map(ItemIndex).zip(self.items);
            let of_it = indexed.filter(|(_, item)| item.question() == question.get_ref());
            let before = found.len();
            found.extend(of_it.map(|(index, _)| index));
            if found.len() == before {
                let known = self.items.iter().map(|item| item.question());
                self.report(
                    text,
                    question,
                    unknown("question", question.get_ref(), known),
                );
            }
        }
        Some(Condition::AnyUnknown(leak(found)))
    }
}
