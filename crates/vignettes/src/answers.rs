//! Parses the answers of a story to a response.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use assessment::{
    Answer, GapPolicy, Item, ItemKind, LinkId, Options, Questionnaire, Response, ScoredAnswers,
};
use content_compiler::problem::{Problem, Text};
use content_compiler::suggestion::unknown;

use super::entries::Entries;

/// Parses the answers. A story states only answers that differ from the mildest: every other item
/// that is shown gets its mildest answer, unless it is listed in `left_empty`.
pub(super) fn response(
    questionnaire: &Questionnaire,
    text: &Text,
    answers: &Entries<'_>,
    left_empty: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> Option<Response> {
    let before = problems.len();
    let mut stated = Response::default();
    for (key, value) in answers.iter() {
        let Some(item) = item(questionnaire, text, &key, problems) else {
            continue;
        };
        match answer(item, value.get_ref()) {
            Ok(answer) => stated.set(item.link_id, answer),
            Err(message) => problems.push(text.problem_at(value.span().start, message)),
        }
    }
    let mut empty = BTreeSet::new();
    for name in left_empty {
        if let Some(item) = item(questionnaire, text, name, problems) {
            empty.insert(item.link_id);
            if stated.get(item.link_id).is_some() {
                let message = format!("'{}' has an answer; take it out here.", name.get_ref());
                problems.push(text.problem_at(name.span().start, message));
            }
        }
    }
    // With unknown names or options, the set of shown items is undetermined.
    if problems.len() > before {
        return None;
    }
    let (mut response, scored) = with_defaults(questionnaire, &stated, &empty);
    for (index, item) in questionnaire.indexed_items() {
        let answer = stated.get(item.link_id);
        let shown = scored.get(index).shown;
        if answer.is_some() || empty.contains(&item.link_id) {
            // The item about whom the answers are for may always be stated.
            let is_default =
                answer == Some(default_answer(item)) && index != questionnaire.roles.person;
            problems.extend(needless(text, item, shown, is_default));
        } else if !shown {
            response.clear(item.link_id);
        }
    }
    (problems.len() == before).then_some(response)
}

/// Adds the default answers, and scores the response.
fn with_defaults(
    questionnaire: &Questionnaire,
    stated: &Response,
    empty: &BTreeSet<LinkId>,
) -> (Response, ScoredAnswers) {
    let mut response = stated.clone();
    for item in questionnaire.items {
        if stated.get(item.link_id).is_none() && !empty.contains(&item.link_id) {
            response.set(item.link_id, default_answer(item));
        }
    }
    let scored = ScoredAnswers::read(questionnaire, &response, GapPolicy::PerItem);
    (response, scored)
}

/// Default answer of an item that a story does not state: its mildest, or `hidden_as` (evidence
/// file, I18 and C.8).
fn default_answer(item: &Item) -> Answer {
    Answer::Chosen(item.hidden_as.map_or(item.mildest(), Options::only))
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
    let location = item.option_index(code);
    location.map(Options::only).ok_or_else(|| {
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

/// Reports an answer to a hidden item, and one that equals the default.
fn needless(text: &Text, item: &Item, shown: bool, is_default: bool) -> Option<Problem> {
    let name = item.link_id.0;
    let message = match (shown, is_default) {
        (false, _) => format!("'{name}' is not asked after these answers; take it out."),
        (true, true) => format!("'{name}' has the answer that goes without saying; take it out."),
        (true, false) => return None,
    };
    Some(text.problem_near(name, message))
}
