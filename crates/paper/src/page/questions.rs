//! Questions with a box for every answer.

use assessment::{ItemIndex, ItemKind, Options, Rule};
use i18n::ItemWords;
use markup::Markup;

use super::super::{Paper, telling};
use super::{boxes, numbers};

/// Options of at most so many letters may share a row.
const SHORT: usize = 36;

/// Writes questions under a heading, which stays with the first of them. What several neighbors ask for
/// is told once, before them.
pub(super) fn write(
    paper: &Paper,
    section: &mut Markup,
    (tag, heading): (&str, &str),
    items: &[ItemIndex],
) {
    let same = |one: &ItemIndex, next: &ItemIndex| {
        let when = clauses(paper, *one);
        !when.is_empty() && when == clauses(paper, *next)
    };
    let mut is_first = true;
    for run in items.chunk_by(same) {
        let is_shared = run.len() > 1;
        for (position, index) in run.iter().enumerate() {
            // A page may end before every question, and never after a heading.
            section.element("div", &[("class", "kept")], |kept| {
                if is_first {
                    kept.says(tag, &[], heading);
                    is_first = false;
                }
                if is_shared && position == 0 {
                    shared_condition(paper, kept, run);
                }
                question(paper, kept, *index, is_shared);
            });
        }
    }
}

/// Tells which questions of a page stand above.
pub(super) fn asked_above(paper: &Paper, section: &mut Markup, above: &[ItemIndex]) {
    let text = paper.text();
    let phrase = match above {
        [] => return,
        [_] => &text.one_above,
        _ => &text.several_above,
    };
    let above: Vec<usize> = above
        .iter()
        .map(|index| paper.order.number(*index))
        .collect();
    section.element("p", &[("class", "above")], |says| {
        numbers::around(says, phrase, "numbers", |says| {
            numbers::write(paper, says, &above, &text.and);
        });
    });
}

fn clauses(paper: &Paper, index: ItemIndex) -> Vec<(String, Vec<usize>)> {
    telling::clauses(paper, index)
}

fn shared_condition(paper: &Paper, markup: &mut Markup, run: &[ItemIndex]) {
    let Some(first) = run.first() else { return };
    let text = paper.text();
    let numbers: Vec<usize> = run.iter().map(|index| paper.order.number(*index)).collect();
    let when = clauses(paper, *first);
    let (before, after) = text
        .several_only_if
        .split_once("{numbers}")
        .unwrap_or(("", &text.several_only_if));
    markup.element("p", &[("class", "only")], |only| {
        only.text(before);
        numbers::write(paper, only, &numbers, &text.and);
        numbers::around(only, after, "answers", |only| {
            numbers::clauses(paper, only, &when);
        });
    });
}

fn question(paper: &Paper, markup: &mut Markup, index: ItemIndex, is_condition_told: bool) {
    let Some((item, words)) = paper.item(index) else {
        return;
    };
    let number = paper.order.number(index);
    let id = format!("q{number}");
    markup.element("div", &[("id", &id), ("class", "question")], |question| {
        question.element("p", &[("class", "asks")], |asks| {
            asks.says("b", &[], &format!("{number}."));
            asks.text(&format!(" {}", words.text.0));
        });
        let when = clauses(paper, index);
        if !when.is_empty() && !is_condition_told {
            question.element("p", &[("class", "only")], |only| {
                numbers::around(only, &paper.text().only_if, "answers", |only| {
                    numbers::clauses(paper, only, &when);
                });
            });
        }
        let any = (item.kind == ItemKind::ChooseMany).then_some(paper.words.phrases.choose_any);
        if let Some(hint) = words.hint.as_ref().map(|hint| hint.0).or(any) {
            question.says("p", &[("class", "hint")], hint);
        }
        let mut places: Vec<u8> = item.all_options().indices().collect();
        match item.kind {
            // On screen the highest number stands on top; on paper numbers grow to the right.
            ItemKind::Scale => places.reverse(),
            ItemKind::ChooseOne | ItemKind::ChooseMany => {}
        }
        options(paper, question, (index, words), &places);
    });
}

fn options(
    paper: &Paper,
    question: &mut Markup,
    (index, words): (ItemIndex, &ItemWords),
    places: &[u8],
) {
    let message = |position: &u8| {
        let said = words.options.get(usize::from(*position));
        let flags = paper.flags_of(index, Options::only(*position), false);
        (said.map_or("", |said| said.0), flags)
    };
    let message: Vec<(&str, Vec<&Rule>)> = places.iter().map(message).collect();
    let open = open(paper, index);
    let is_long = message.iter().any(|(said, _)| said.chars().count() > SHORT);
    let mut all = message.iter().chain(&open);
    let is_marked = all.any(|(_, flags)| !flags.is_empty());
    let class = if is_marked || is_long {
        "options rows"
    } else {
        "options"
    };
    question.element("ul", &[("class", class)], |list| {
        for (said, flags) in message.iter().chain(&open) {
            option(paper, list, said, flags);
        }
    });
}

fn option(paper: &Paper, list: &mut Markup, said: &str, flags: &[&Rule]) {
    list.element("li", &[], |item| {
        item.text(said);
        if !flags.is_empty() {
            item.text(" ");
            boxes::mark(paper, item, flags);
        }
    });
}

/// "Not sure" and "Rather not say", each with the red flags that it raises by itself, read in the more
/// careful way.
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
