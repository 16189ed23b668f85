//! What the person, or whoever is with them, can do until someone is seen.

use assessment::{AdviceKind, Questionnaire, Recommendation};
use i18n::Words;
use i18n::phrases::Phrases;

use super::answers::voice_of;
use super::summary::Section;

/// Advice of the kinds that tell what to do, most urgent first; a kind without advice has no section.
pub(super) fn for_the_person(
    questionnaire: &Questionnaire,
    result: &Recommendation,
    words: &Words,
) -> Vec<Section> {
    let voice = voice_of(result);
    let given = result.advice.iter().filter_map(|(index, _)| {
        let place = usize::from(index.0);
        let advice = questionnaire.advice.get(place);
        advice.zip(words.advice.get(place))
    });
    let given: Vec<_> = given.collect();
    let sections = kinds(&words.phrases).into_iter().map(|(kind, title)| {
        let of_it = given.iter().filter(|(advice, _)| advice.kind == kind);
        let lines = of_it.map(|(_, said)| {
            let (title, text) = (said.title.in_voice(voice), said.text.in_voice(voice));
            format!("{title}. {text}")
        });
        Section {
            title,
            lines: lines.collect(),
        }
    });
    sections
        .filter(|section| !section.lines.is_empty())
        .collect()
}

fn kinds(phrases: &Phrases) -> [(AdviceKind, &'static str); 8] {
    [
        (AdviceKind::Door, phrases.door_title),
        (AdviceKind::UntilSeen, phrases.until_seen_title),
        (AdviceKind::Naloxone, phrases.naloxone_title),
        (AdviceKind::Watch, phrases.watch_title),
        (AdviceKind::Plan, phrases.plan_title),
        (AdviceKind::FirstCall, phrases.first_call_title),
        (AdviceKind::Cost, phrases.cost_title),
        (AdviceKind::Again, phrases.again_title),
    ]
}
