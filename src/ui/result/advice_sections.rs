//! Sections made of advice: until a professional has seen the person, for helpers, for young people.

use html::html;
use yew::Html;

use assessment::{AdviceKind, Recommendation};
use i18n::Voice;
use journey::Section;

use super::super::advice::{self, Found, of_kind};
use super::super::view::View;
use super::disclosure::disclosure;

/// Advice by kind, each with the heading of the kind.
pub(super) type Groups<'a> = Vec<(&'static str, Found<'a>)>;

/// Collects the advice that applies, without kinds that have none.
pub(super) fn groups<'a>(
    view: &View<'a>,
    result: &Recommendation,
    kinds: &[(AdviceKind, &'static str)],
) -> Groups<'a> {
    let found = kinds
        .iter()
        .map(|(kind, title)| (*title, of_kind(view, result, *kind)));
    found.filter(|(_, found)| !found.is_empty()).collect()
}

/// Draws advice by kind. A heading that equals the section's own is not repeated.
pub(super) fn grouped(view: &View<'_>, section_title: &str, groups: &Groups<'_>) -> Html {
    html! {
        { for groups.iter().map(|(title, found)| html! {
            <>
                if *title != section_title { <h3>{ *title }</h3> }
                { advice::list(view, found) }
            </>
        }) }
    }
}

/// Advice to follow until someone is seen.
pub(super) fn until_seen(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let words = &view.words.phrases;
    let mut kinds = vec![
        (AdviceKind::UntilSeen, words.until_seen_title),
        (AdviceKind::Door, words.door_title),
        (AdviceKind::Naloxone, words.naloxone_title),
    ];
    // With thoughts of suicide, a plan comes first; guns and pills within reach come before all else.
    let plan = (AdviceKind::Plan, words.plan_title);
    kinds.insert(0, plan);
    let safety = (AdviceKind::Safety, words.safety_title);
    let place = if has_means(view, result) { 0 } else { 3 };
    kinds.insert(place, safety);
    if view.voice() == Voice::Self_ {
        kinds.push((AdviceKind::Watch, words.watch_title));
    }
    let groups = groups(view, result, &kinds);
    let takes_opioids = advice::takes_opioids(result);
    let answer = first_title(view, &groups).or(takes_opioids.then_some(words.opioid_title))?;
    // Without anything to wait for, the section is named for what it has.
    let title = match groups.first() {
        Some((title, _)) if !takes_opioids => *title,
        Some(_) | None => words.until_seen_title,
    };
    Some(disclosure(
        view,
        Section::UntilSeen,
        title,
        answer,
        &|| html! { <>{ advice::opioids(view, result) }{ grouped(view, title, &groups) }</> },
    ))
}

/// Whether guns or saved-up pills are within reach.
fn has_means(view: &View<'_>, result: &Recommendation) -> bool {
    let safety = of_kind(view, result, AdviceKind::Safety);
    safety.iter().any(|(advice, _)| advice.id == "means")
}

/// Advice for whoever asks for someone else.
pub(super) fn helpers(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    if view.voice() == Voice::Self_ {
        return None;
    }
    let words = &view.words.phrases;
    let kinds = [
        (AdviceKind::Supporter, words.supporter_title),
        (AdviceKind::Watch, words.watch_title),
    ];
    let groups = groups(view, result, &kinds);
    let (title, _) = groups.first()?;
    let answer = words.supporter_answer;
    Some(disclosure(view, Section::Helpers, title, answer, &|| {
        grouped(view, title, &groups)
    }))
}

/// Advice for someone under 18.
pub(super) fn young(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let title = view.words.phrases.young_title;
    let groups = groups(view, result, &[(AdviceKind::Young, title)]);
    let answer = first_title(view, &groups)?;
    Some(disclosure(view, Section::Young, title, answer, &|| {
        grouped(view, title, &groups)
    }))
}

/// Title of the first advice: the one-line answer in the heading.
fn first_title(view: &View<'_>, groups: &Groups<'_>) -> Option<&'static str> {
    let (_, found) = groups.first()?;
    let (_, words) = found.first()?;
    Some(view.say(words.title))
}
