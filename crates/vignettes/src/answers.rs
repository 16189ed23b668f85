//! The answers of a story, as an set of answers.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use assessment::{
    Answer, GapPolicy, Item, ItemKind, LinkId, Options, Questionnaire, Response, ScoredAnswers,
};
use content_compiler::problem::{Problem, Text};
use content_compiler::suggestion::unknown;

use super::entries::Entries;

/// Reads the answers. A story says only what differs from the mildest answers: every other question that
/// its person is asked gets its mildest one, save where it is named as left empty.
pub(super) fn response(
    questionnaire: &Questionnaire,
    text: &Text,
    answers: &Entries<'_>,
    left_empty: &[Spanned<&str>],
    problems: &mut Vec<Problem>,
) -> Option<Response> {
    let before = problems.len();
    let mut said = Response::default();
    for (key, value) in answers.iter() {
        let Some(item) = item(questionnaire, text, &key, problems) else {
            continue;
        };
        match answer(item, value.get_ref()) {
            Ok(answer) => said.set(item.link_id, answer),
            Err(message) => problems.push(text.problem_at(value.span().start, message)),
        }
    }
    let mut empty = BTreeSet::new();
    for name in left_empty {
        if let Some(item) = item(questionnaire, text, name, problems) {
            empty.insert(item.link_id);
            if said.get(item.link_id).is_some() {
                let message = format!("'{}' has an answer; take it out here.", name.get_ref());
                problems.push(text.problem_at(name.span().start, message));
            }
        }
    }
    // With names or options unknown, which questions are asked is a guess.
    if problems.len() > before {
        return None;
    }
    let (mut response, scored) = filled(questionnaire, &said, &empty);
    for (index, item) in questionnaire.indexed_items() {
        let answer = said.get(item.link_id);
        let shown = scored.get(index).shown;
        if answer.is_some() || empty.contains(&item.link_id) {
            // Whom a story is about may be said of everyone.
            let goes_unsaid = answer == Some(unsaid(item)) && index != questionnaire.roles.person;
            problems.extend(too_much(text, item, shown, goes_unsaid));
        } else if !shown {
            response.clear(item.link_id);
        }
    }
    (problems.len() == before).then_some(response)
}

/// The answers with every unsaid one beside them, and how they read: what is not asked counts for nothing.
fn filled(
    questionnaire: &Questionnaire,
    said: &Response,
    empty: &BTreeSet<LinkId>,
) -> (Response, ScoredAnswers) {
    let mut response = said.clone();
    for item in questionnaire.items {
        if said.get(item.link_id).is_none() && !empty.contains(&item.link_id) {
            response.set(item.link_id, unsaid(item));
        }
    }
    let scored = ScoredAnswers::read(questionnaire, &response, GapPolicy::PerItem);
    (response, scored)
}

/// What a question counts as that a story does not speak of: its mildest answer, or what it counts as
/// where it is not asked (evidence file, I18 and C.8).
fn unsaid(item: &Item) -> Answer {
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

/// Tells of an answer to a question that is not asked, and of one that goes without saying.
fn too_much(text: &Text, item: &Item, shown: bool, goes_unsaid: bool) -> Option<Problem> {
    let name = item.link_id.0;
    let message = match (shown, goes_unsaid) {
        (false, _) => format!("'{name}' is not asked after these answers; take it out."),
        (true, true) => format!("'{name}' has the answer that goes without saying; take it out."),
        (true, false) => return None,
    };
    Some(text.problem_near(name, message))
}
