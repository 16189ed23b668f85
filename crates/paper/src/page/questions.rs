//! Questions with a checkbox for every answer.

use assessment::{ItemIndex, ItemKind, Options, Rule};
use i18n::ItemWords;
use maud::{Markup, html};

use super::super::{Paper, telling};
use super::{boxes, numbers};

/// Maximum length of options that share a row, in characters.
const SHORT: usize = 36;

/// Questions under a heading, which stays on the same printed page as the first question. Consecutive
/// questions with the same condition share one statement of it.
pub(super) fn under(paper: &Paper, heading: &Markup, items: &[ItemIndex]) -> Markup {
    let same = |one: &ItemIndex, next: &ItemIndex| {
        let when = clauses(paper, *one);
        !when.is_empty() && when == clauses(paper, *next)
    };
    html! {
        @for run in items.chunk_by(same) {
            @for index in run {
                // Allow page breaks before questions, but not after a heading.
                div class="kept" {
                    @if items.first() == Some(index) { (heading) }
                    @if run.len() > 1 && run.first() == Some(index) { (shared_condition(paper, run)) }
                    (question(paper, *index, run.len() > 1))
                }
            }
        }
    }
}

/// Lists the questions of a page that are already above.
pub(super) fn asked_above(paper: &Paper, above: &[ItemIndex]) -> Markup {
    let text = paper.text();
    let phrase = match above {
        [] => return Markup::default(),
        [_] => &text.one_above,
        _ => &text.several_above,
    };
    let numbers = numbers::row(paper, &numbers_of(paper, above), &text.and);
    html! { p class="above" { (numbers::around(phrase, "numbers", &numbers)) } }
}

fn numbers_of(paper: &Paper, items: &[ItemIndex]) -> Vec<usize> {
    items
        .iter()
        .map(|index| paper.order.number(*index))
        .collect()
}

fn clauses(paper: &Paper, index: ItemIndex) -> Vec<(String, Vec<usize>)> {
    telling::clauses(paper, index)
}

fn shared_condition(paper: &Paper, run: &[ItemIndex]) -> Markup {
    let text = paper.text();
    let when = run.first().map(|first| clauses(paper, *first));
    let when = numbers::clauses(paper, &when.unwrap_or_default());
    let phrase = &text.several_only_if;
    let (before, after) = phrase.split_once("{numbers}").unwrap_or(("", phrase));
    html! {
        p class="only" {
            (before)
            (numbers::row(paper, &numbers_of(paper, run), &text.and))
            (numbers::around(after, "answers", &when))
        }
    }
}

fn question(paper: &Paper, index: ItemIndex, is_condition_told: bool) -> Markup {
    let Some((item, words)) = paper.item(index) else {
        return Markup::default();
    };
    let number = paper.order.number(index);
    let when = clauses(paper, index);
    let any = (item.kind == ItemKind::ChooseMany).then_some(paper.words.phrases.choose_any);
    let hint = words.hint.as_ref().map(|hint| hint.0).or(any);
    let mut places: Vec<u8> = item.all_options().indices().collect();
    match item.kind {
        // On screen the highest number is at the top; on paper numbers increase to the right.
        ItemKind::Scale => places.reverse(),
        ItemKind::ChooseOne | ItemKind::ChooseMany => {}
    }
    html! {
        div id={ "q" (number) } class="question" {
            p class="asks" { b { (number) "." } " " (words.text.0) }
            @if !when.is_empty() && !is_condition_told {
                p class="only" {
                    (numbers::around(&paper.text().only_if, "answers", &numbers::clauses(paper, &when)))
                }
            }
            @if let Some(hint) = hint { p class="hint" { (hint) } }
            (options(paper, (index, words), &places))
        }
    }
}

fn options(paper: &Paper, (index, words): (ItemIndex, &ItemWords), places: &[u8]) -> Markup {
    let told = places.iter().map(|position| {
        let said = words.options.get(usize::from(*position));
        let flags = paper.flags_of(index, Options::only(*position), false);
        (said.map_or("", |said| said.0), flags)
    });
    let told: Vec<(&str, Vec<&Rule>)> = told.collect();
    let open = open(paper, index);
    let is_long = told.iter().any(|(said, _)| said.chars().count() > SHORT);
    let is_marked = told.iter().chain(&open).any(|(_, flags)| !flags.is_empty());
    html! {
        ul class=(if is_marked || is_long { "options rows" } else { "options" }) {
            @for (said, flags) in told.iter().chain(&open) {
                li {
                    (said)
                    @if !flags.is_empty() { " " (boxes::mark(paper, flags)) }
                }
            }
        }
    }
}

/// "Not sure" and "Rather not say", each with the red flags it raises alone under the careful
/// interpretation.
fn open(paper: &Paper, index: ItemIndex) -> Vec<(&'static str, Vec<&'static Rule>)> {
    let Some((item, _)) = paper.item(index) else {
        return Vec::new();
    };
    let phrases = &paper.words.phrases;
    let instead = item.unsure_as.instead.map(|(_, option)| option);
    let flags = |counts_as: u8| {
        let counted = std::iter::once(counts_as).chain(instead);
        let raised = counted.map(|option| paper.flags_of(index, Options::only(option), true));
        raised
            .max_by_key(|flags| flags.iter().map(|rule| rule.then.alert).max())
            .unwrap_or_default()
    };
    vec![
        (phrases.unsure, flags(item.unsure_as.option)),
        (phrases.declined, flags(item.unsure_as.skipped)),
    ]
}
