//! Compiles rules: names become places, named conditions become what they stand for.

use std::collections::{BTreeMap, BTreeSet};

use super::assessment::{
    Condition, Item, ItemIndex, ItemKind, Options, RiskRating, Rule, RuleIndex,
};
use super::compile::{find, keep, rule_id, sources};
use super::effects;
use super::logic::LoadedFile;
use super::problem::{Problem, Text};
use super::schema::{ConditionEntry, RuleEntry, RulesFile, Threshold};
use super::suggestion::unknown;
use toml::Spanned;

/// Compiles rule files in order.
pub struct RuleCompiler<'a> {
    items: &'a [Item],
    definitions: BTreeMap<&'a str, (&'a Text, &'a Spanned<ConditionEntry>)>,
    counts: BTreeMap<&'a str, (&'a Text, &'a [Spanned<ConditionEntry>])>,
    used: BTreeSet<String>,
    open: Vec<String>,
    later: BTreeSet<&'a str>,
    rules: Vec<Rule>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> RuleCompiler<'a> {
    /// Starts with the items, and with the names of all rules to tell a later one from an unknown.
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
            compiler
                .later
                .extend(file.body.rule.iter().map(|rule| rule.id.get_ref().as_str()));
        }
        compiler
    }

    /// Compiles one file. Names stand for what they were given, and are expanded where they are used.
    pub fn file(&mut self, file: &'a LoadedFile<RulesFile>) {
        for definition in &file.body.definition {
            self.definitions
                .insert(definition.id.get_ref(), (&file.text, &definition.when));
        }
        for count in &file.body.count {
            self.counts
                .insert(count.id.get_ref(), (&file.text, &count.of));
        }
        for entry in &file.body.rule {
            if let Some(rule) = self.rule(&file.text, entry) {
                self.rules.push(rule);
            }
        }
    }

    /// Ends, reporting names nothing uses.
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

    /// Compiles a condition.
    pub fn condition(&mut self, text: &Text, entry: &Spanned<ConditionEntry>) -> Option<Condition> {
        let body = entry.get_ref();
        match body {
            ConditionEntry {
                item: Some(item),
                at_least,
                any_of,
                ..
            } => {
                let (index, found) = self.item(text, item)?;
                match (at_least, any_of) {
                    (Some(least), None) => self.at_least(text, index, &found, least),
                    (None, Some(codes)) => self.any_of(text, index, &found, codes),
                    (Some(_), Some(_)) | (None, None) => {
                        self.report(text, item, "an item takes either at_least or any_of.");
                        None
                    }
                }
            }
            ConditionEntry {
                rating: Some(scale),
                at_least: Some(least),
                ..
            } => {
                let of = effects::scale(text, scale.span().start, scale.get_ref(), self.problems);
                let rating = match least.get_ref() {
                    Threshold::Number(number) => effects::ranked(&RiskRating::ALL, *number),
                    Threshold::Option(_) => None,
                };
                if rating.is_none() {
                    self.report(text, least, "a rating is a number from 0 to 4.");
                }
                Some(Condition::RatingAtLeast(of?, rating?))
            }
            ConditionEntry {
                count: Some(count),
                at_least: Some(least),
                ..
            } => self.count(text, count, least),
            ConditionEntry {
                fired: Some(rule), ..
            } => {
                let place = self
                    .rules
                    .iter()
                    .position(|known| known.id.0 == rule.get_ref());
                let Some(place) = place.and_then(|place| u16::try_from(place).ok()) else {
                    let name = rule.get_ref();
                    let message = if self.later.contains(name.as_str()) {
                        format!("rule '{name}' comes later; refer only to rules above this one.")
                    } else {
                        unknown("rule", name, self.rules.iter().map(|known| known.id.0))
                    };
                    self.report(text, rule, message);
                    return None;
                };
                Some(Condition::RuleFired(RuleIndex(place)))
            }
            ConditionEntry { is: Some(name), .. } => {
                let Some((home, when)) = self.definitions.get(name.get_ref().as_str()).copied()
                else {
                    let known: Vec<&str> = self.definitions.keys().copied().collect();
                    self.report(text, name, unknown("definition", name.get_ref(), known));
                    return None;
                };
                self.expand(text, name, |compiler| compiler.condition(home, when))
            }
            ConditionEntry {
                unknown: Some(questions),
                ..
            } => self.unknown_in(text, questions),
            ConditionEntry {
                all: Some(list), ..
            } => self.list(text, list).map(|list| Condition::All(keep(list))),
            ConditionEntry {
                any: Some(list), ..
            } => self.list(text, list).map(|list| Condition::Any(keep(list))),
            ConditionEntry { .. } => {
                self.report(
                    text,
                    entry,
                    "a condition is one of: item, rating, count, fired, is, unknown, all, any.",
                );
                None
            }
        }
    }

    fn expand<T>(
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
        // Every entry is read even after one failed, so that all problems are told at once.
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
        least: &Spanned<Threshold>,
    ) -> Option<Condition> {
        let Some((home, list)) = self.counts.get(count.get_ref().as_str()).copied() else {
            let known: Vec<&str> = self.counts.keys().copied().collect();
            self.report(text, count, unknown("count", count.get_ref(), known));
            return None;
        };
        self.used.insert(count.get_ref().clone());
        let conditions = self.list(home, list)?;
        let Threshold::Number(number) = least.get_ref() else {
            self.report(text, least, "a count is compared with a number.");
            return None;
        };
        Some(Condition::CountAtLeast(*number, keep(conditions)))
    }

    fn at_least(
        &mut self,
        text: &Text,
        index: ItemIndex,
        item: &Item,
        least: &Spanned<Threshold>,
    ) -> Option<Condition> {
        let Threshold::Option(code) = least.get_ref() else {
            self.report(text, least, "an item is compared with one of its options.");
            return None;
        };
        let Some(place) = item.place_of(code) else {
            self.report(
                text,
                least,
                unknown("option", code, item.options.iter().copied()),
            );
            return None;
        };
        let rank = item.rank_of_option(place);
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

    fn any_of(
        &mut self,
        text: &Text,
        index: ItemIndex,
        item: &Item,
        codes: &[Spanned<String>],
    ) -> Option<Condition> {
        let mut options = Options(0);
        for code in codes {
            match item.place_of(code.get_ref()) {
                Some(place) if item.kind == ItemKind::ChooseMany && !item.exclusive.has(place) => {
                    options = options.with(Options::only(place));
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

    fn unknown_in(&mut self, text: &Text, questions: &[Spanned<String>]) -> Option<Condition> {
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
        Some(Condition::AnyUnknown(keep(found)))
    }

    fn item(&mut self, text: &Text, name: &Spanned<String>) -> Option<(ItemIndex, Item)> {
        let found = find(self.items, name.get_ref());
        if found.is_none() {
            let known = self.items.iter().map(|item| item.link_id.0);
            self.report(text, name, unknown("item", name.get_ref(), known));
        }
        found
    }

    /// Reports a problem at its place.
    pub fn report<T>(&mut self, text: &Text, at: &Spanned<T>, message: impl Into<String>) {
        self.problems
            .push(text.problem_at(at.span().start, message));
    }
}
