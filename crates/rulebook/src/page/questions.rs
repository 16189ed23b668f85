//! Every question: its words, what its answers count as, when it is asked and which rules read it.

use std::collections::BTreeMap;

use assessment::{Condition, Item, ItemAnswers, ItemIndex, ItemKind, PageIndex};
use content_compiler::schema::ItemEntry;

use super::super::Rulebook;
use super::super::sentence::display;
use super::rules::condition;
use markup::Markup;

/// Writes every question in the order it is asked.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    let readers = readers(rulebook);
    let mut page: Option<PageIndex> = None;
    let mut question = "";
    for (index, item, entry) in rulebook.items() {
        if page != Some(item.page) {
            page = Some(item.page);
            let heading = rulebook.words.pages.get(usize::from(item.page.0));
            section.says("h3", &[], heading.map_or("", |heading| heading.0));
        }
        // The first part of a question holds the place of the whole one.
        if item.question() != question && item.question() != item.code {
            section.element("span", &[("id", item.question())], |_| {});
        }
        question = item.question();
        let of_item = readers.get(&index).map(Vec::as_slice).unwrap_or_default();
        one(rulebook, section, index, item, entry, of_item);
    }
}

fn one(
    rulebook: &Rulebook,
    section: &mut Markup,
    index: ItemIndex,
    item: &Item,
    entry: &ItemEntry,
    readers: &[&'static str],
) {
    section.element(
        "article",
        &[
            ("id", item.code),
            ("aria-label", item.code),
            ("class", "entry"),
        ],
        |article| {
            article.element("h4", &[], |heading| {
                heading.link(item.code, item.code);
                heading.text(" ");
                heading.text(rulebook.question(index));
            });
            article.element("dl", &[], |facts| {
                facts.pair("Answers", |says| {
                    options(rulebook, says, index, item, entry)
                });
                facts.pair("Without an answer", |says| {
                    unsure(rulebook, says, index, item)
                });
                facts.pair("Asked", |says| asked(rulebook, says, item));
                if item.enable_when.is_some() {
                    facts.pair("Not asked", |says| {
                        says.text(&format!("counts as {}", hidden_as(rulebook, index, item)));
                    });
                }
                if !item.raised_by.is_empty() {
                    facts.pair("Bounded by", |says| bounds(rulebook, says, index, item));
                }
                facts.pair("Read by", |says| match &entry.unrated {
                    Some(reason) => {
                        if !readers.is_empty() {
                            says.links(readers.iter().copied());
                            says.text(", for a card only. ");
                        }
                        says.text(reason);
                    }
                    None => says.links(readers.iter().copied()),
                });
                facts.pair("Name in files", |says| {
                    says.says("code", &[], item.link_id.0)
                });
                facts.pair("Sources", |says| {
                    says.links(item.sources.iter().map(|source| source.0));
                });
            });
        },
    );
}

fn options(
    rulebook: &Rulebook,
    says: &mut Markup,
    index: ItemIndex,
    item: &Item,
    entry: &ItemEntry,
) {
    if item.kind == ItemKind::ChooseMany {
        says.says(
            "p",
            &[],
            "Any number. Each one chosen counts as one step up.",
        );
    }
    let first = item.first_rank.to_string();
    let ranked: &[(&str, &str)] = &[("class", "ranked"), ("start", &first)];
    let (tag, attributes) = match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => ("ol", ranked),
        ItemKind::ChooseMany => ("ul", ranked.get(..1).unwrap_or_default()),
    };
    if item.kind == ItemKind::Scale {
        let last = item.most_careful().last().unwrap_or(0);
        let (from, to) = (rulebook.option(index, 0), rulebook.option(index, last));
        says.text(&format!("A scale from {from} to {to}."));
        return;
    }
    says.element(tag, attributes, |list| {
        for (position, code) in (0_u8..).zip(item.options) {
            list.element("li", &[], |option| {
                option.text(rulebook.option(index, position));
                if item.kind == ItemKind::ChooseMany && item.exclusive.has(position) {
                    option.text(" (stands alone)");
                }
                if item.signs.has(position) {
                    option.text(" ");
                    option.says("span", &[("class", "sign")], "Medical sign");
                }
                if let Some(reason) = entry.unrated_options.get(*code) {
                    option.text(" ");
                    option.says(
                        "span",
                        &[("class", "soft")],
                        &format!("No rule of its own: {reason}"),
                    );
                }
            });
        }
    });
}

fn unsure(rulebook: &Rulebook, says: &mut Markup, index: ItemIndex, item: &Item) {
    says.text("counts as ");
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
    match item.unsure_as.instead {
        None => says.text(&usual),
        Some((when, instead)) => {
            says.text(&format!("{} where ", option(instead)));
            enabled_by(rulebook, says, &when);
            says.text(&format!("; {usual} otherwise"));
        }
    }
    if item.takes_rows_away {
        says.text(
            ". Its mildest answer takes rules away, so it counts as mild only where it is said.",
        );
    }
}

fn asked(rulebook: &Rulebook, says: &mut Markup, item: &Item) {
    match &item.enable_when {
        None => says.text("always"),
        Some(when) => {
            says.text("where ");
            condition(says, &display(rulebook, when));
        }
    }
}

/// What an item counts as that is not asked (I18).
fn hidden_as(rulebook: &Rulebook, index: ItemIndex, item: &Item) -> String {
    match item.hidden_as {
        Some(option) => format!("“{}”", rulebook.short_option(index, option)),
        None if item.first_rank > 0 => "none, which is below every answer".to_owned(),
        None => format!("“{}”, the lowest answer", rulebook.short_option(index, 0)),
    }
}

fn enabled_by(rulebook: &Rulebook, says: &mut Markup, when: &ItemAnswers) {
    let other = rulebook.questionnaire.item(when.item);
    let code = other.map_or("", |other| other.code);
    says.text(&format!("“{}” ", rulebook.label(when.item)));
    says.link(code, code);
    let options = rulebook.quoted(when.item, when.any_of, "or");
    let verb = match other.map(|other| other.kind) {
        Some(ItemKind::ChooseMany) => "includes",
        Some(ItemKind::ChooseOne | ItemKind::Scale) | None => "is",
    };
    says.text(&format!(" {verb} {options}"));
}

fn bounds(rulebook: &Rulebook, says: &mut Markup, index: ItemIndex, item: &Item) {
    says.element("ul", &[], |list| {
        for bound in item.raised_by {
            let Some(other) = rulebook.questionnaire.item(bound.item) else {
                continue;
            };
            // Of several choices, the first of them is enough.
            let from = match other.kind {
                ItemKind::ChooseMany => 1,
                ItemKind::ChooseOne | ItemKind::Scale => {
                    bound.from.saturating_sub(other.first_rank)
                }
            };
            let to = bound.to.saturating_sub(item.first_rank);
            list.element("li", &[], |line| {
                line.text(&format!("“{}” ", rulebook.label(bound.item)));
                line.link(other.code, other.code);
                line.text(&format!(
                    " from “{}” on: counts at least as “{}”",
                    rulebook.short_option(bound.item, from),
                    rulebook.short_option(index, to),
                ));
            });
        }
    });
}

/// Which rules read which item, through names and counts too, but not through other rules.
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
