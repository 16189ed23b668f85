//! Compiles rules: resolves names to indices, and expands named conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::compile::{find, leak, rule_id, sources};
use super::effects;
use super::logic::LoadedFile;
use super::problem::{Problem, Text};
use super::schema::{ConditionEntry, Definition, RuleEntry, RulesFile, Threshold as RankOrOption};
use super::suggestion::unknown;
use assessment::{Condition, Item, ItemIndex, RiskRating, Rule, RuleIndex, Scale};
use toml::Spanned;

/// Compiles rule files in order.
pub struct RuleCompiler<'a> {
    pub(super) items: &'a [Item],
    definitions: BTreeMap<&'a str, (&'a Text, &'a Spanned<ConditionEntry>)>,
    counts: BTreeMap<&'a str, (&'a Text, &'a [Spanned<ConditionEntry>])>,
    used: BTreeSet<String>,
    open: Vec<String>,
    later: BTreeSet<&'a str>,
    rules: Vec<Rule>,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl<'a> RuleCompiler<'a> {
    /// Creates a compiler. It collects the ids of all rules first, to distinguish a later rule from
    /// an unknown one in messages.
    pub fn new(
        items: &'a [Item],
        files: &'a [LoadedFile<RulesFile>],
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        let mut compiler = RuleCompiler {
            items,
            definitions: BTreeMap::new(),
            counts: BTreeMap::new(),
            used: BTreeSet::new(),
            open: Vec::new(),
            later: BTreeSet::new(),
            rules: Vec::new(),
            problems,
        };
        for file in files {
            compiler.names(&file.text, &file.body.definition);
            for count in &file.body.count {
                let of: &[Spanned<ConditionEntry>] = &count.of;
                compiler.counts.insert(count.id.get_ref(), (&file.text, of));
            }
            compiler
                .later
                .extend(file.body.rule.iter().map(|rule| rule.id.get_ref().as_str()));
        }
        compiler
    }

    /// Registers named conditions. A name is expanded where it is used.
    pub fn names(&mut self, text: &'a Text, definitions: &'a [Definition]) {
        for definition in definitions {
            self.definitions
                .insert(definition.id.get_ref(), (text, &definition.when));
        }
    }

    /// Compiles the rules of one file.
    pub fn file(&mut self, file: &'a LoadedFile<RulesFile>) {
        for entry in &file.body.rule {
            if let Some(rule) = self.rule(&file.text, entry) {
                self.rules.push(rule);
            }
        }
    }

    /// Returns the rules, and reports unused names.
    pub fn finish(self) -> Vec<Rule> {
        let named = self.definitions.iter();
        let named = named.map(|(name, (text, _))| (*name, *text));
        let counted = self.counts.iter().map(|(name, (text, _))| (*name, *text));
        for (name, text) in named.chain(counted) {
            if !self.used.contains(name) {
                let message = format!("no rule uses '{name}'; use it or take it out.");
                self.problems
                    .push(text.problem_near(&format!("id = \"{name}\""), message));
            }
        }
        self.rules
    }

    fn rule(&mut self, text: &Text, entry: &RuleEntry) -> Option<Rule> {
        let when = self.condition(text, &entry.when);
        let then = effects::compile(text, &entry.then, self.problems);
        Some(Rule {
            id: rule_id(entry.id.get_ref()),
            when: when?,
            then: then?,
            sources: sources(&entry.sources),
            counts_for_next_level: entry.counts_for_next_level,
            explains: entry.explains,
        })
    }

    /// Compiles a condition of a rule: no negation; reads only answers, ratings and earlier rules.
    pub fn condition(&mut self, text: &Text, entry: &Spanned<ConditionEntry>) -> Option<Condition> {
        match entry.get_ref() {
            ConditionEntry::ItemAtLeast(item, least) => {
                let (index, found) = self.item(text, item)?;
                self.at_least(text, index, &found, least)
            }
            ConditionEntry::ItemAnyOf(item, codes) => {
                let (index, found) = self.item(text, item)?;
                self.any_of(text, index, &found, codes)
            }
            ConditionEntry::Rating(scale, least) => {
                let (of, rating) = self.rating(text, scale, least)?;
                Some(Condition::RatingAtLeast(of, rating))
            }
            ConditionEntry::Count(count, least) => self.count(text, count, least),
            ConditionEntry::Fired(rule) => self.earlier_rule(text, rule).map(Condition::RuleFired),
            ConditionEntry::Is(name) => {
                let (home, when) = self.definition(text, name)?;
                self.expand(text, name, |compiler| compiler.condition(home, when))
            }
            ConditionEntry::Unknown(questions) => self.unknown_in(text, questions),
            ConditionEntry::All(list) => {
                self.list(text, list).map(|list| Condition::All(leak(list)))
            }
            ConditionEntry::Any(list) => {
                self.list(text, list).map(|list| Condition::Any(leak(list)))
            }
            ConditionEntry::None(_)
            | ConditionEntry::Output(..)
            | ConditionEntry::OnlyFrom { .. }
            | ConditionEntry::Answers(_) => {
                self.report(
                    text,
                    entry,
                    "no rule reads none, output, only_from or answers, so that a worse answer never counts less; they are for what is displayed.",
                );
                None
            }
        }
    }

    pub(super) fn rating(
        &mut self,
        text: &Text,
        scale: &Spanned<String>,
        least: &Spanned<RankOrOption>,
    ) -> Option<(Scale, RiskRating)> {
        let of = effects::scale(text, scale.span().start, scale.get_ref(), self.problems);
        let rating = match least.get_ref() {
            RankOrOption::Number(number) => effects::ranked(&RiskRating::ALL, *number),
            RankOrOption::Option(_) => None,
        };
        if rating.is_none() {
            self.report(text, least, "a rating is a number from 0 to 4.");
        }
        of.zip(rating)
    }

    pub(super) fn earlier_rule(
        &mut self,
        text: &Text,
        rule: &Spanned<String>,
    ) -> Option<RuleIndex> {
        let index = self
            .rules
            .iter()
            .position(|known| known.id.0 == rule.get_ref());
        let Some(index) = index.and_then(|index| u16::try_from(index).ok()) else {
            let name = rule.get_ref();
            let message = if self.later.contains(name.as_str()) {
                format!("rule '{name}' comes later; refer only to rules above this one.")
            } else {
                unknown("rule", name, self.rules.iter().map(|known| known.id.0))
            };
            self.report(text, rule, message);
            return None;
        };
        Some(RuleIndex(index))
    }

    pub(super) fn definition(
        &mut self,
        text: &Text,
        name: &Spanned<String>,
    ) -> Option<(&'a Text, &'a Spanned<ConditionEntry>)> {
        let found = self.definitions.get(name.get_ref().as_str()).copied();
        if found.is_none() {
            let known: Vec<&str> = self.definitions.keys().copied().collect();
            self.report(text, name, unknown("definition", name.get_ref(), known));
        }
        found
    }

    pub(super) fn expand<T>(
        &mut self,
        text: &Text,
        name: &Spanned<String>,
        within: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        if self.open.contains(name.get_ref()) {
            self.report(
                text,
                name,
                format!("'{}' stands for itself; break the loop.", name.get_ref()),
            );
            return None;
        }
        self.used.insert(name.get_ref().clone());
        self.open.push(name.get_ref().clone());
        let result = within(self);
        self.open.pop();
        result
    }

    fn list(&mut self, text: &Text, list: &[Spanned<ConditionEntry>]) -> Option<Vec<Condition>> {
        // Continues after a failed entry, so that all problems are reported at once.
        let read: Vec<Option<Condition>> = list
            .iter()
            .map(|entry| self.condition(text, entry))
            .collect();
        read.into_iter().collect()
    }

    fn count(
        &mut self,
        text: &Text,
        count: &Spanned<String>,
        least: &Spanned<RankOrOption>,
    ) -> Option<Condition> {
        let Some((home, list)) = self.counts.get(count.get_ref().as_str()).copied() else {
            let known: Vec<&str> = self.counts.keys().copied().collect();
            self.report(text, count, unknown("count", count.get_ref(), known));
            return None;
        };
        self.used.insert(count.get_ref().clone());
        let conditions = self.list(home, list)?;
        let RankOrOption::Number(number) = least.get_ref() else {
            self.report(text, least, "a count is compared with a number.");
            return None;
        };
        Some(Condition::CountAtLeast(*number, leak(conditions)))
    }

    /// Finds an item by link id, and reports an unknown one.
    pub fn item(&mut self, text: &Text, name: &Spanned<String>) -> Option<(ItemIndex, Item)> {
        let found = find(self.items, name.get_ref());
        if found.is_none() {
            let known = self.items.iter().map(|item| item.link_id.0);
            self.report(text, name, unknown("item", name.get_ref(), known));
        }
        found
    }

    /// Tells whether a rule raises this help screen or card.
    pub fn raises_help(&self, name: &str) -> bool {
        let mut raised = self.rules.iter().filter_map(|rule| rule.then.help);
        raised.any(|help| help.0 == name)
    }

    /// Tells whether an item has this evidence id.
    pub fn is_question(&self, question: &str) -> bool {
        self.items.iter().any(|item| item.question() == question)
    }

    /// Reports a problem at the first occurrence of a text.
    pub fn report_near(&mut self, text: &Text, near: &str, message: String) {
        self.problems.push(text.problem_near(near, message));
    }

    /// Reports a problem at the position of an entry.
    pub fn report<T>(&mut self, text: &Text, at: &Spanned<T>, message: impl Into<String>) {
        self.problems
            .push(text.problem_at(at.span().start, message));
    }
}
