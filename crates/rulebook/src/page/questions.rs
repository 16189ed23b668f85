//! Every question: its text, the scoring of its answers, when it is asked, and which rules read it.

use std::collections::BTreeMap;

use assessment::{Condition, Item, ItemAnswers, ItemIndex, ItemKind, PageIndex};
use content_compiler::schema::ItemEntry;

use super::super::Rulebook;
use super::super::sentence::display;
use super::entry;
use super::rules::condition;
use markup::{link, links, pair};
use maud::{Markup, html};

/// Renders every question in the order it is asked.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let readers = readers(rulebook);
    let mut page: Option<PageIndex> = None;
    let mut question = "";
    html! {
        @for (index, item, told) in rulebook.items() {
            @if page.replace(item.page) != Some(item.page) {
                @let heading = rulebook.words.pages.get(usize::from(item.page.0));
                h3 { (heading.map_or("", |heading| heading.0)) }
            }
            // The first part of a split question carries the anchor of the whole question.
            @if std::mem::replace(&mut question, item.question()) != item.question() && item.question() != item.code {
                span id=(item.question()) {}
            }
            @let of_item = readers.get(&index).map(Vec::as_slice).unwrap_or_default();
            (one(rulebook, index, item, told, of_item))
        }
    }
}

fn one(
    rulebook: &Rulebook,
    index: ItemIndex,
    item: &Item,
    told: &ItemEntry,
    readers: &[&'static str],
) -> Markup {
    let heading = html! { h4 { (link(item.code, item.code)) " " (rulebook.question(index)) } };
    let facts = html! {
        (pair("Answers", &options(rulebook, index, item, told)))
        (pair("Without an answer", &unsure(rulebook, index, item)))
        (pair("Asked", &asked(rulebook, item)))
        @if item.enable_when.is_some() {
            (pair("Not asked", &html! { "counts as " (hidden_as(rulebook, index, item)) }))
        }
        @if !item.raised_by.is_empty() {
            (pair("Bounded by", &bounds(rulebook, index, item)))
        }
        dt { "Read by" }
        dd {
            (links(readers.iter().copied()))
            @if let Some(reason) = &told.unrated {
                @if !readers.is_empty() { ", for a card only. " }
                (reason)
            }
        }
        dt { "Name in files" }
        dd { code { (item.link_id.0) } }
        (pair("Sources", &links(item.sources.iter().map(|source| source.0))))
    };
    entry(item.code, &heading, &facts)
}

fn options(rulebook: &Rulebook, index: ItemIndex, item: &Item, told: &ItemEntry) -> Markup {
    let list = html! {
        @for (position, code) in (0_u8..).zip(item.options) {
            li {
                (rulebook.option(index, position))
                @if item.kind == ItemKind::ChooseMany && item.exclusive.has(position) {
                    " (stands alone)"
                }
                @if item.signs.has(position) { " " span class="sign" { "Medical sign" } }
                @if let Some(reason) = told.unrated_options.get(*code) {
                    " " span class="soft" { "No rule of its own: " (reason) }
                }
            }
        }
    };
    html! {
        @match item.kind {
            ItemKind::ChooseOne => { ol class="ranked" start=(item.first_rank) { (list) } }
            ItemKind::ChooseMany => {
                p { "Any number. Each one chosen counts as one step up." }
                ul class="ranked" { (list) }
            }
            ItemKind::Scale => {
                @let last = item.most_careful().last().unwrap_or(0);
                "A scale from " (rulebook.option(index, 0)) " to " (rulebook.option(index, last)) "."
            }
        }
    }
}

fn unsure(rulebook: &Rulebook, index: ItemIndex, item: &Item) -> Markup {
    let option = |option| format!("“{}”", rulebook.short_option(index, option));
    let (unsure, skipped) = (item.unsure_as.option, item.unsure_as.skipped);
    let usual = if unsure == skipped {
        option(unsure)
    } else {
        format!(
            "{} where not sure, and as {} where declined or left empty",
            option(unsure),
            option(skipped)
        )
    };
    html! {
        "counts as "
        @match item.unsure_as.instead {
            None => (usual),
            Some((when, instead)) => {
                (option(instead)) " where " (enabled_by(rulebook, &when)) "; " (usual) " otherwise"
            }
        }
        @if item.takes_rows_away {
            ". Its mildest answer takes rules away, so it counts as mild only where it is said."
        }
    }
}

fn asked(rulebook: &Rulebook, item: &Item) -> Markup {
    html! {
        @match &item.enable_when {
            None => "always",
            Some(when) => { "where " (condition(&display(rulebook, when))) }
        }
    }
}

/// Describes what an item counts as when it is not asked (I18).
fn hidden_as(rulebook: &Rulebook, index: ItemIndex, item: &Item) -> String {
    match item.hidden_as {
        Some(option) => format!("“{}”", rulebook.short_option(index, option)),
        None if item.first_rank > 0 => "none, which is below every answer".to_owned(),
        None => format!("“{}”, the lowest answer", rulebook.short_option(index, 0)),
    }
}

fn enabled_by(rulebook: &Rulebook, when: &ItemAnswers) -> Markup {
    let other = rulebook.questionnaire.item(when.item);
    let code = other.map_or("", |other| other.code);
    let verb = match other.map(|other| other.kind) {
        Some(ItemKind::ChooseMany) => "includes",
        Some(ItemKind::ChooseOne | ItemKind::Scale) | None => "is",
    };
    let options = rulebook.quoted(when.item, when.any_of, "or");
    html! { "“" (rulebook.label(when.item)) "” " (link(code, code)) " " (verb) " " (options) }
}

fn bounds(rulebook: &Rulebook, index: ItemIndex, item: &Item) -> Markup {
    let bounds = item.raised_by.iter();
    let bounds = bounds.filter_map(|bound| Some((bound, rulebook.questionnaire.item(bound.item)?)));
    html! {
        ul {
            @for (bound, other) in bounds {
                // Selecting any one option of a multiple-choice question is enough, so the first one is
                // named.
                @let from = match other.kind {
                    ItemKind::ChooseMany => 1,
                    ItemKind::ChooseOne | ItemKind::Scale => bound.from.saturating_sub(other.first_rank),
                };
                @let to = bound.to.saturating_sub(item.first_rank);
                li {
                    "“" (rulebook.label(bound.item)) "” " (link(other.code, other.code))
                    " from “" (rulebook.short_option(bound.item, from))
                    "” on: counts at least as “" (rulebook.short_option(index, to)) "”"
                }
            }
        }
    }
}

/// Maps each item to the rules that read it, directly or through named conditions and counts, but not through
/// other rules.
fn readers(rulebook: &Rulebook) -> BTreeMap<ItemIndex, Vec<&'static str>> {
    let mut readers: BTreeMap<ItemIndex, Vec<&'static str>> = BTreeMap::new();
    for rule in rulebook.questionnaire.rules {
        for item in items_of(&rule.when) {
            let of_item = readers.entry(item).or_default();
            if of_item.last() != Some(&rule.id.0) {
                of_item.push(rule.id.0);
            }
        }
    }
    readers
}

fn items_of(condition: &Condition) -> Vec<ItemIndex> {
    match condition {
        Condition::AnsweredAtLeast(item, _) | Condition::AnsweredAnyOf(item, _) => vec![*item],
        Condition::AnyUnknown(items) => items.to_vec(),
        Condition::RatingAtLeast(..) | Condition::RuleFired(_) => Vec::new(),
        Condition::CountAtLeast(_, conditions)
        | Condition::All(conditions)
        | Condition::Any(conditions) => conditions.iter().flat_map(items_of).collect(),
    }
}
