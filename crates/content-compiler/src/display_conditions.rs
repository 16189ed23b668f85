//! Compiles display conditions: of questions, headlines, guidance and advice. They may negate
//! ("none of these") and read outputs, which conditions of rules must not.

use std::collections::BTreeSet;

use super::compile::{find, leak};
use super::effects;
use super::problem::Text;
use super::rules::RuleCompiler;
use super::schema::{ConditionEntry, Threshold as RankOrOption};
use super::suggestion::unknown;
use assessment::{
    Alert, Completeness, Condition, DisplayCondition, FirstStep, ItemIndex, LevelOfCare, LinkId,
    RuleIndex, Threshold,
};
use toml::Spanned;

impl RuleCompiler<'_> {
    /// Compiles `enable_when`: a display condition that reads only answers to earlier items.
    pub fn branching(
        &mut self,
        text: &Text,
        own: LinkId,
        entry: &Spanned<ConditionEntry>,
    ) -> Option<DisplayCondition> {
        let when = self.display(text, entry)?;
        let (own_index, _) = find(self.items, own.0)?;
        let mut read = Some(BTreeSet::new());
        items_of_display(&when, &mut read);
        let Some(read) = read else {
            self.report(
                text,
                entry,
                "whether a question is asked depends on answers alone; take out ratings, rules, outputs and unknown answers.",
            );
            return None;
        };
        for later in read.into_iter().filter(|index| *index >= own_index) {
            let name = self.items.get(usize::from(later.0));
            let name = name.map_or("", |item| item.link_id.0);
            self.report(
                text,
                entry,
                format!("'{name}' is asked later; refer only to items above this one."),
            );
        }
        Some(when)
    }

    /// Compiles a display condition, which may negate ("none of these") and read outputs.
    pub fn display(
        &mut self,
        text: &Text,
        entry: &Spanned<ConditionEntry>,
    ) -> Option<DisplayCondition> {
        match entry.get_ref() {
            ConditionEntry::All(list) => self.displays(text, list).map(DisplayCondition::All),
            ConditionEntry::Any(list) => self.displays(text, list).map(DisplayCondition::Any),
            ConditionEntry::None(list) => self.displays(text, list).map(DisplayCondition::None),
            ConditionEntry::Is(name) => {
                let (home, when) = self.definition(text, name)?;
                self.expand(text, name, |compiler| compiler.display(home, when))
            }
            ConditionEntry::Output(what, least) => self
                .threshold(text, what, least)
                .map(DisplayCondition::Reached),
            ConditionEntry::OnlyFrom {
                what,
                at_least,
                rules,
                track,
            } => {
                let threshold = self.threshold(text, what, at_least);
                let found: Vec<Option<RuleIndex>> = rules
                    .iter()
                    .map(|rule| self.earlier_rule(text, rule))
                    .collect();
                let track = match track {
                    Some(track) => Some(effects::track(text, track, self.problems)?),
                    None => None,
                };
                let found: Option<Vec<RuleIndex>> = found.into_iter().collect();
                Some(DisplayCondition::OnlyFrom(threshold?, track, leak(found?)))
            }
            ConditionEntry::Answers(name) => match name.get_ref().as_str() {
                "many-open" => Some(DisplayCondition::Completeness(Completeness::ManyOpen)),
                "care-stands" => Some(DisplayCondition::Completeness(Completeness::CareStands)),
                other => {
                    self.report(
                        text,
                        name,
                        unknown("state of answers", other, ["many-open", "care-stands"]),
                    );
                    None
                }
            },
            ConditionEntry::ItemAtLeast(..)
            | ConditionEntry::ItemAnyOf(..)
            | ConditionEntry::Rating(..)
            | ConditionEntry::Count(..)
            | ConditionEntry::Fired(_)
            | ConditionEntry::Unknown(_) => {
                self.condition(text, entry).map(DisplayCondition::Holds)
            }
        }
    }

    fn displays(
        &mut self,
        text: &Text,
        list: &[Spanned<ConditionEntry>],
    ) -> Option<&'static [DisplayCondition]> {
        let read: Vec<Option<DisplayCondition>> =
            list.iter().map(|entry| self.display(text, entry)).collect();
        let read: Option<Vec<DisplayCondition>> = read.into_iter().collect();
        read.map(leak)
    }

    /// Compiles a minimum value of an output or of a rating.
    fn threshold(
        &mut self,
        text: &Text,
        what: &Spanned<String>,
        least: &Spanned<RankOrOption>,
    ) -> Option<Threshold> {
        let rank = match least.get_ref() {
            RankOrOption::Number(number) => *number,
            RankOrOption::Option(_) => {
                self.report(text, least, "an output is compared with a number.");
                return None;
            }
        };
        let found = match what.get_ref().as_str() {
            "alert" => effects::ranked(Alert::ALL, rank).map(Threshold::Alert),
            "first_step" => effects::ranked(FirstStep::ALL, rank).map(Threshold::FirstStep),
            "level" => effects::ranked(LevelOfCare::ALL, rank).map(Threshold::Level),
            _ => {
                let (scale, rating) = self.rating(text, what, least)?;
                Some(Threshold::Rating(scale, rating))
            }
        };
        if found.is_none() || rank == 0 {
            self.report(
                text,
                least,
                "alert and first_step go from 1 to 3, level from 1 to 6, ratings from 1 to 4 here.",
            );
        }
        found
    }
}

/// Collects the items a display condition reads; `None` if it reads anything but answers.
fn items_of_display(condition: &DisplayCondition, read: &mut Option<BTreeSet<ItemIndex>>) {
    match condition {
        DisplayCondition::Holds(condition) => items_of(condition, read),
        DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_) => *read = None,
        DisplayCondition::None(list)
        | DisplayCondition::All(list)
        | DisplayCondition::Any(list) => {
            for one in *list {
                items_of_display(one, read);
            }
        }
    }
}

fn items_of(condition: &Condition, read: &mut Option<BTreeSet<ItemIndex>>) {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => {
            if let Some(read) = read {
                read.insert(*item);
            }
        }
        Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {
            *read = None;
        }
        Condition::CountAtLeast(_, list) | Condition::All(list) | Condition::Any(list) => {
            for one in *list {
                items_of(one, read);
            }
        }
    }
}
