//! Validates the compiled logic: ids, sources and coverage.

use std::collections::{BTreeMap, BTreeSet};

use super::citations::Citations;
use super::logic::Logic;
use super::problem::{Problem, Text};
use super::schema::Reviewed;
use assessment::{Condition, DisplayCondition, Item, ItemIndex, ItemKind, Questionnaire};
use toml::Spanned;

/// Checks ids, sources and coverage.
pub fn check(logic: &Logic, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    ids(logic, problems);
    sources(logic, problems);
    rules(logic, problems);
    pages(logic, questionnaire, problems);
    unread_options(logic, questionnaire, problems);
}

/// Reports duplicate and malformed ids.
fn ids(logic: &Logic, problems: &mut Vec<Problem>) {
    let mut seen = Seen {
        first: BTreeMap::new(),
        problems,
    };
    for page in &logic.manifest.body.page {
        seen.id("page", &logic.manifest.text, &page.id);
    }
    for file in &logic.items {
        for item in &file.body.item {
            seen.id("item", &file.text, &item.link_id);
            seen.code(&file.text, &item.code);
            let mut codes = BTreeSet::new();
            for option in &item.options {
                seen.kebab(&file.text, option);
                if !codes.insert(option.get_ref()) {
                    let message =
                        format!("option '{}' stands twice; take one out.", option.get_ref());
                    seen.problems
                        .push(file.text.problem_at(option.span().start, message));
                }
            }
        }
    }
    for file in &logic.rules {
        for definition in &file.body.definition {
            seen.id("definition", &file.text, &definition.id);
        }
        for count in &file.body.count {
            seen.id("count", &file.text, &count.id);
        }
        for rule in &file.body.rule {
            seen.once("rule", &file.text, &rule.id);
        }
    }
    for advice in &logic.advice.body.advice {
        seen.id("advice", &logic.advice.text, &advice.id);
    }
    for definition in &logic.display.body.definition {
        seen.id("definition", &logic.display.text, &definition.id);
    }
    for headline in &logic.display.body.headline {
        // A headline may occur twice in the order, so duplicates are allowed.
        seen.kebab(&logic.display.text, &headline.id);
    }
    for source in &logic.sources.body.source {
        seen.once("source", &logic.sources.text, &source.id);
    }
}

struct Seen<'a> {
    first: BTreeMap<(&'static str, String), (String, usize)>,
    problems: &'a mut Vec<Problem>,
}

impl Seen<'_> {
    fn id(&mut self, what: &'static str, text: &Text, id: &Spanned<String>) {
        self.kebab(text, id);
        self.once(what, text, id);
    }

    fn code(&mut self, text: &Text, code: &Spanned<String>) {
        self.once("code", text, code);
        let question = code.get_ref().split('.').next().unwrap_or_default();
        let numbered = question.strip_prefix('Q').is_some_and(|rest| {
            rest.chars().take(2).all(|digit| digit.is_ascii_digit()) && rest.len() >= 2
        });
        if !numbered {
            let message = "a code is an evidence id such as 'Q05' or 'Q04.alcohol'.";
            self.problems
                .push(text.problem_at(code.span().start, message));
        }
    }

    fn kebab(&mut self, text: &Text, id: &Spanned<String>) {
        let name = id.get_ref();
        let sound = !name.is_empty()
            && !name.starts_with('-')
            && !name.ends_with('-')
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !sound {
            let message =
                format!("'{name}' is not a plain name; use small letters, digits and dashes.");
            self.problems
                .push(text.problem_at(id.span().start, message));
        }
    }

    fn once(&mut self, what: &'static str, text: &Text, id: &Spanned<String>) {
        let here = text.problem_at(id.span().start, "");
        let key = (what, id.get_ref().clone());
        if let Some((file, line)) = self.first.get(&key) {
            let message = format!(
                "{what} '{}' is already used at {file}:{line}; an id never means two things.",
                id.get_ref()
            );
            self.problems.push(Problem { message, ..here });
        } else {
            self.first.insert(key, (here.file, here.line));
        }
    }
}

/// Reports entries without sources, and unknown sources.
fn sources(logic: &Logic, problems: &mut Vec<Problem>) {
    let citations = Citations::of(logic);
    let mut check = |text: &Text, what: &str, id: &Spanned<String>, named: &[Spanned<String>]| {
        citations.check(text, what, id, named, problems);
    };
    for file in &logic.items {
        for item in &file.body.item {
            check(&file.text, "item", &item.link_id, &item.sources);
        }
    }
    for file in &logic.rules {
        for rule in &file.body.rule {
            check(&file.text, "rule", &rule.id, &rule.sources);
        }
    }
    for advice in &logic.advice.body.advice {
        check(&logic.advice.text, "advice", &advice.id, &advice.sources);
    }
    let display = &logic.display;
    for headline in &display.body.headline {
        check(&display.text, "headline", &headline.id, &headline.sources);
    }
    for guidance in &display.body.guidance {
        check(&display.text, "guidance", &guidance.id, &guidance.sources);
    }
}

/// Validates the evidence and review status of rules.
fn rules(logic: &Logic, problems: &mut Vec<Problem>) {
    for file in &logic.rules {
        for rule in &file.body.rule {
            let states = ["sourced", "design", "unverified"];
            if !states.contains(&rule.evidence.get_ref().as_str()) {
                let message =
                    super::suggestion::unknown("evidence state", rule.evidence.get_ref(), states);
                problems.push(file.text.problem_at(rule.evidence.span().start, message));
            }
            let named = match rule.reviewed.get_ref() {
                Reviewed::Not(none) => none == "none",
                Reviewed::By { by, role, on } => [by, role, on].iter().all(|part| !part.is_empty()),
            };
            if !named {
                let message = "reviewed is \"none\" or { by, role, on }; never invent a reviewer.";
                problems.push(file.text.problem_at(rule.reviewed.span().start, message));
            }
        }
    }
}

/// Reports pages without items.
fn pages(logic: &Logic, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    let used: BTreeSet<u16> = questionnaire.items.iter().map(|item| item.page.0).collect();
    for (index, page) in (0_u16..).zip(&logic.manifest.body.page) {
        if !used.contains(&index) {
            let message = format!("page '{}' has no item; take it out.", page.id.get_ref());
            problems.push(
                logic
                    .manifest
                    .text
                    .problem_at(page.id.span().start, message),
            );
        }
    }
}

/// Reports options of rated items that change nothing: no rule and no branching condition reads
/// them.
fn unread_options(logic: &Logic, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    let mut read: BTreeSet<(ItemIndex, u8)> = BTreeSet::new();
    for rule in questionnaire.rules {
        collect(&rule.when, questionnaire, &mut read);
    }
    for item in questionnaire.items {
        for bound in item.raised_by {
            read.extend(options_at_rank(questionnaire, bound.item, bound.from));
        }
        if let Some(when) = &item.enable_when {
            collect_display(when, questionnaire, &mut read);
        }
    }
    let entries = logic
        .items
        .iter()
        .flat_map(|file| file.body.item.iter().map(|entry| (&file.text, entry)));
    for (text, entry) in entries {
        let Some(index) = questionnaire.find(entry.link_id.get_ref()) else {
            continue;
        };
        let Some(item) = questionnaire.item(index) else {
            continue;
        };
        if entry.unrated.is_some() {
            continue;
        }
        for (option_index, option) in (0_u8..).zip(&entry.options) {
            let mildest = option_index == 0 && item.first_rank == 0;
            let excused = entry.unrated_options.contains_key(option.get_ref());
            if !mildest && !excused && !read.contains(&(index, option_index)) {
                let message = format!(
                    "no rule reads option '{}' of '{}'; add a rule, or say why under unrated_options.",
                    option.get_ref(),
                    item.link_id.0
                );
                problems.push(text.problem_at(option.span().start, message));
            }
        }
    }
}

fn collect(
    condition: &Condition,
    questionnaire: &Questionnaire,
    read: &mut BTreeSet<(ItemIndex, u8)>,
) {
    match condition {
        Condition::AnsweredAtLeast(item, rank) => {
            read.extend(options_at_rank(questionnaire, *item, *rank));
        }
        Condition::AnsweredAnyOf(item, options) => {
            read.extend(options.indices().map(|option| (*item, option)));
        }
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => {
            for condition in *conditions {
                collect(condition, questionnaire, read);
            }
        }
        Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {}
    }
}

fn collect_display(
    condition: &DisplayCondition,
    questionnaire: &Questionnaire,
    read: &mut BTreeSet<(ItemIndex, u8)>,
) {
    match condition {
        DisplayCondition::Holds(condition) => collect(condition, questionnaire, read),
        DisplayCondition::None(list)
        | DisplayCondition::All(list)
        | DisplayCondition::Any(list) => {
            for one in *list {
                collect_display(one, questionnaire, read);
            }
        }
        DisplayCondition::Reached(_)
        | DisplayCondition::OnlyFrom(..)
        | DisplayCondition::Completeness(_) => {}
    }
}

/// Options that can reach a rank: the one with that rank for single choice, every non-exclusive
/// option for multiple choice.
fn options_at_rank(
    questionnaire: &Questionnaire,
    index: ItemIndex,
    rank: u8,
) -> Vec<(ItemIndex, u8)> {
    let Some(item) = questionnaire.item(index) else {
        return Vec::new();
    };
    let begins = |option: &u8| match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => item.rank_of_option(*option) == rank,
        ItemKind::ChooseMany => !is_exclusive(item, *option),
    };
    item.all_options()
        .indices()
        .filter(begins)
        .map(|option| (index, option))
        .collect()
}

fn is_exclusive(item: &Item, option: u8) -> bool {
    item.exclusive.has(option)
}
