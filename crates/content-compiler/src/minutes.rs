//! Estimates the minutes the check takes, from the words on the typical path.

use assessment::{
    Answer, GapPolicy, Item, ItemKind, Options, Questionnaire, Response, ScoredAnswers,
};
use i18n::Words;

/// Reading speed in words per minute: slow, for someone tired and worried on a phone.
const WORDS_PER_MINUTE: usize = 200;

/// Seconds to decide and tap, per item.
const SECONDS_PER_ANSWER: usize = 3;

/// Computes the minutes, rounded up, for someone who gives the typical answers and reads every
/// question and option once (`docs/decisions/0006-minutes-from-words.md`).
pub fn minutes(questionnaire: &Questionnaire, typical: &Response, words: &Words) -> u8 {
    minutes_until(questionnaire, typical, words, |_| true)
}

/// Computes the minutes until "See where this stands" is offered: the pages up to the one about danger.
pub fn minutes_to_first_view(
    questionnaire: &Questionnaire,
    typical: &Response,
    words: &Words,
) -> u8 {
    let danger = questionnaire.item(questionnaire.roles.danger);
    let last = danger.map(|item| item.page);
    minutes_until(questionnaire, typical, words, |item| {
        Some(item.page) <= last
    })
}

fn minutes_until(
    questionnaire: &Questionnaire,
    typical: &Response,
    words: &Words,
    counts: impl Fn(&Item) -> bool,
) -> u8 {
    let scored = ScoredAnswers::read(questionnaire, typical, GapPolicy::Mildest);
    let asked = questionnaire
        .indexed_items()
        .zip(&words.items)
        .filter(|((index, item), _)| {
            scored.get(*index).shown && !questionnaire.is_after_result(item) && counts(item)
        })
        .map(|((_, item), said)| (item, said));
    let (mut read, mut answers) = (0_usize, 0_usize);
    for (item, said) in asked {
        read = read.saturating_add(count(said.text.0));
        read = read.saturating_add(said.hint.as_ref().map_or(0, |hint| count(hint.0)));
        // People glance at the numbers of a scale and the cells of a table instead of reading each.
        if item.kind != ItemKind::Scale && item.table.is_none() {
            read = read.saturating_add(said.options.iter().map(|option| count(option.0)).sum());
        }
        answers = answers.saturating_add(1);
    }
    let seconds = read
        .saturating_mul(60)
        .div_ceil(WORDS_PER_MINUTE)
        .saturating_add(answers.saturating_mul(SECONDS_PER_ANSWER));
    u8::try_from(seconds.div_ceil(60)).unwrap_or(u8::MAX)
}

/// Builds the response of the typical path from the manifest. Unknown names are skipped: the
/// compiler has reported them.
pub fn typical<'a>(
    questionnaire: &Questionnaire,
    answers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Response {
    let mut response = Response::default();
    for (name, option) in answers {
        let item = questionnaire
            .find(name)
            .and_then(|index| questionnaire.item(index));
        let index = item.and_then(|item| item.option_index(option));
        if let (Some(item), Some(index)) = (item, index) {
            response.set(item.link_id, Answer::Chosen(Options::only(index)));
        }
    }
    response
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
