//! Answers in words.

use assessment::{Answer, ItemIndex, LinkId, Recommendation, Response};
use i18n::{ItemWords, Voice, Words};

/// An answer in the person's own words; what is open says so.
pub fn answer(words: &Words, voice: Voice, said: &ItemWords, answer: Option<Answer>) -> String {
    let phrases = &words.phrases;
    match answer {
        None => phrases.not_answered.to_owned(),
        Some(Answer::Unsure) => phrases.unsure.to_owned(),
        Some(Answer::Declined) => phrases.declined.to_owned(),
        Some(Answer::Chosen(options)) => {
            let places = options.indices();
            let chosen = places.filter_map(|position| said.options.get(usize::from(position)));
            let chosen: Vec<&str> = chosen.map(|option| option.in_voice(voice)).collect();
            chosen.join("; ")
        }
    }
}

/// An item by its short label, with its answer.
pub(super) fn line(
    words: &Words,
    voice: Voice,
    index: ItemIndex,
    link_id: LinkId,
    response: &Response,
) -> Option<String> {
    let said = words.items.get(usize::from(index.0))?;
    let answer = answer(words, voice, said, response.get(link_id));
    Some(format!("{}: {answer}", said.short))
}

/// Whom the words of a result speak of.
pub fn voice_of(result: &Recommendation) -> Voice {
    if result.guidance.second_hand {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}
