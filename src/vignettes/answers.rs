//! The answers of a story, as an answer sheet.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use crate::assessment::{
    Answer, Item, ItemKind, LinkId, Options, Questionnaire, Reading, Response, Sheet,
};
use crate::content::problem::{Problem, Text};
use crate::content::suggestion::unknown;

use super::entries::Entries;

/// Reads the answers. Every question that the story's person is asked has an answer or is named as left
/// empty, so that no gap is there by mistake.
pub(super) fn response(
    questionnaire: &Questionnaire,
    text: &Text,
    answers: &Entries<'_>,
    left_empty: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> Option<Response> {
    let before = problems.len();
    let mut response = Response::default();
    for (key, value) in answers.iter() {
        let Some(item) = item(questionnaire, text, &key, problems) else {
            continue;
        };
        match answer(item, value.get_ref()) {
            Ok(answer) => response.set(item.link_id, answer),
            Err(message) => problems.push(text.problem_at(value.span().start, message)),
        }
    }
    let mut empty = BTreeSet::new();
    for name in left_empty {
        if let Some(item) = item(questionnaire, text, name, problems) {
            empty.insert(item.link_id);
            if response.get(item.link_id).is_some() {
                let message = format!("'{}' has an answer; take it out here.", name.get_ref());
                problems.push(text.problem_at(name.span().start, message));
            }
        }
    }
    // With names or options unknown, which questions are asked is a guess.
    if problems.len() == before {
        gaps(questionnaire, text, answers, (&response, &empty), problems);
    }
    (problems.len() == before).then_some(response)
}

fn item(
    questionnaire: &Questionnaire,
    text: &Text,
    name: &Spanned<&str>,
    problems: &mut Vec<Problem>,
) -> Option<&'static Item> {
    let index = questionnaire.find(name.get_ref());
    if index.is_none() {
        let known = questionnaire.link_ids().map(|link_id| link_id.0);
        let message = unknown("question", name.get_ref(), known);
        problems.push(text.problem_at(name.span().start, message));
    }
    questionnaire.item(index?)
}

fn answer(item: &Item, value: &DeValue<'_>) -> Result<Answer, String> {
    match (value.as_str(), value.as_array()) {
        (Some("asked-unknown"), _) => Ok(Answer::Unsure),
        (Some("asked-declined"), _) => Ok(Answer::Declined),
        (Some(code), _) => option(item, code).map(Answer::Chosen),
        (None, Some(codes)) => {
            let mut chosen = Options::default();
            for code in codes.iter() {
                let code = code.get_ref().as_str().ok_or_else(|| shape(item))?;
                chosen = chosen.with(option(item, code)?);
            }
            several(item, chosen)
        }
        (None, None) => Err(shape(item)),
    }
}

fn option(item: &Item, code: &str) -> Result<Options, String> {
    let place = item.place_of(code);
    place.map(Options::only).ok_or_else(|| {
        let what = format!("answer to '{}'", item.link_id.0);
        unknown(&what, code, item.options.iter().copied())
    })
}

fn several(item: &Item, chosen: Options) -> Result<Answer, String> {
    let name = item.link_id.0;
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => Err(shape(item)),
        ItemKind::ChooseMany if chosen.is_empty() => Err(format!(
            "nothing is no answer to '{name}'; choose something, or name it under left_empty."
        )),
        ItemKind::ChooseMany if item.tidy(chosen) != chosen => Err(format!(
            "an answer to '{name}' that stands alone is beside others; take one out."
        )),
        ItemKind::ChooseMany => Ok(Answer::Chosen(chosen)),
    }
}

fn shape(item: &Item) -> String {
    let example = item.options.last().copied().unwrap_or_default();
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => format!(
            "'{}' takes one answer; write it in quotes, such as \"{example}\".",
            item.link_id.0
        ),
        ItemKind::ChooseMany => format!(
            "'{}' takes several answers; write them in brackets, such as [\"{example}\"].",
            item.link_id.0
        ),
    }
}

/// Tells of answers to questions that are not asked, and of asked questions without an answer.
fn gaps(
    questionnaire: &Questionnaire,
    text: &Text,
    answers: &Entries<'_>,
    (response, empty): (&Response, &BTreeSet<LinkId>),
    problems: &mut Vec<Problem>,
) {
    let sheet = Sheet::read(questionnaire, response, Reading::AsGiven);
    for (index, item) in questionnaire.indexed_items() {
        let name = item.link_id.0;
        let shown = sheet.get(index).shown;
        let answered = response.get(item.link_id).is_some();
        let named = empty.contains(&item.link_id);
        if !shown && (answered || named) {
            let message = format!("'{name}' is not asked after these answers; take it out.");
            problems.push(text.problem_near(name, message));
        }
        if shown && !answered && !named {
            let message = format!(
                "'{name}' is asked and has no answer; answer it, or name it under left_empty."
            );
            problems.push(answers.problem(message));
        }
    }
}
