//! Advice for the person, or for whoever is with them.

use assessment::{AdviceKind, Questionnaire, Recommendation};
use i18n::Words;
use i18n::phrases::Phrases;

use super::answers::voice_of;
use super::summary::Section;

/// Advice by kind, in the order of [`AdviceKind::ALL`]. A kind without advice has no section.
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
    let given: Vec<_> = given.filter(|(_, said)| !said.is_left_out()).collect();
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

fn kinds(phrases: &Phrases) -> [(AdviceKind, &'static str); AdviceKind::ALL.len()] {
    AdviceKind::ALL.map(|kind| {
        let title = match kind {
            AdviceKind::Door => phrases.door_title,
            AdviceKind::UntilSeen => phrases.until_seen_title,
            AdviceKind::Safety => phrases.safety_title,
            AdviceKind::Naloxone => phrases.naloxone_title,
            AdviceKind::Watch => phrases.watch_title,
            AdviceKind::Plan => phrases.plan_title,
            AdviceKind::Supporter => phrases.supporter_title,
            AdviceKind::Young => phrases.young_title,
            AdviceKind::FirstCall => phrases.first_call_title,
            AdviceKind::Therapy => phrases.therapy_title,
            AdviceKind::Wish => phrases.wishes_title,
            AdviceKind::WayRound => phrases.ways_title,
            AdviceKind::Cost => phrases.cost_title,
            AdviceKind::Again => phrases.again_title,
        };
        (kind, title)
    })
}
