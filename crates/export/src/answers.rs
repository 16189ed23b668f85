//! Formats answers as text.

use assessment::{Answer, ItemIndex, LinkId, Recommendation, Response};
use i18n::{ItemWords, Voice, Words};

/// Formats an answer in the words of its options; a missing answer says that it is missing.
pub fn answer(words: &Words, voice: Voice, said: &ItemWords, answer: Option<Answer>) -> String {
    let phrases = &words.phrases;
    match answer {
        None => phrases.not_answered.to_owned(),
        Some(Answer::Unsure) => phrases.unsure.to_owned(),
        Some(Answer::Declined) => phrases.declined.to_owned(),
        Some(Answer::Chosen(options)) => {
            let indices = options.indices();
            let chosen = indices.filter_map(|index| said.options.get(usize::from(index)));
            let chosen: Vec<&str> = chosen.map(|option| option.in_voice(voice)).collect();
            chosen.join("; ")
        }
    }
}

/// Formats an item's short label with its answer.
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

/// The voice of a result: about the person themselves, or about someone else.
pub fn voice_of(result: &Recommendation) -> Voice {
    if result.guidance.second_hand {
        Voice::SomeoneElse
    } else {
        Voice::Self_
    }
}
