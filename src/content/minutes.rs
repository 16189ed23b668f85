//! How long the check takes, computed from the words of the typical path.

use super::assessment::{ItemKind, LinkId, Options, Questionnaire};
use super::words::Words;

/// Words read per minute: slow on purpose, for someone tired and worried on a phone.
const WORDS_PER_MINUTE: usize = 200;

/// Seconds to decide and tap, per question.
const SECONDS_PER_ANSWER: usize = 3;

/// Groups chosen on the typical path.
const TYPICAL: &str = "alcohol";

/// Minutes for someone who answers for themselves, chose alcohol and reads every question and option
/// once, rounded up. The way is shown in `docs/decisions/0006-minutes-from-words.md`.
pub fn minutes(questionnaire: &Questionnaire, words: &Words) -> u8 {
    let substances = LinkId("substances");
    let asked = questionnaire
        .items
        .iter()
        .zip(&words.items)
        .filter(|(item, _)| {
            item.enable_when.is_empty()
                || item.enable_when.iter().any(|when| {
                    questionnaire.item(when.item).is_some_and(|other| {
                        let typical = other.place_of(TYPICAL).map_or(Options(0), Options::only);
                        other.link_id == substances && when.any_of.meets(typical)
                    })
                })
        });
    let (mut read, mut answers) = (0_usize, 0_usize);
    for (item, said) in asked {
        read = read.saturating_add(count(said.text.0));
        read = read.saturating_add(said.hint.as_ref().map_or(0, |hint| count(hint.0)));
        // The numbers of a scale and the rows of a table are seen, not read one by one.
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

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
