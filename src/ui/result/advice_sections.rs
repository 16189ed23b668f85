//! Sections made of advice: until a professional has seen the person, for helpers, for young people.

use yew::{Html, html};

use assessment::{AdviceKind, Recommendation};
use journey::Section;

use super::super::advice::{self, Found, of_kind};
use super::super::view::View;
use super::disclosure::disclosure;

/// Maximum number of parts in the one-line answer under a heading.
pub(super) const MAX_PARTS: usize = 1;

/// Advice of several kinds, each under its own heading.
pub(super) type Groups<'a> = Vec<(&'static str, Found<'a>)>;

pub(super) fn groups<'a>(
    view: &View<'a>,
    result: &Recommendation,
    kinds: &[(AdviceKind, &'static str)],
) -> Groups<'a> {
    let mut groups = Vec::new();
    for (kind, title) in kinds {
        let found = of_kind(view, result, *kind);
        if !found.is_empty() {
            groups.push((*title, found));
        }
    }
    groups
}

pub(super) fn grouped(view: &View<'_>, groups: &Groups<'_>) -> Html {
    html! {
        { for groups.iter().map(|(title, found)| html! {
            <>
                <h3>{ *title }</h3>
                { advice::list(view, found) }
            </>
        }) }
    }
}

/// Lists the titles of the first pieces of advice.
fn group_titles(view: &View<'_>, groups: &Groups<'_>) -> String {
    let found = groups.iter().flat_map(|(_, found)| found);
    let titles: Vec<&str> = found.map(|(_, said)| view.say(said.title)).collect();
    parts(&titles)
}

pub(super) fn until_seen(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let words = &view.words.phrases;
    let groups = groups(
        view,
        result,
        &[
            (AdviceKind::UntilSeen, words.until_seen_title),
            (AdviceKind::Door, words.door_title),
            (AdviceKind::Safety, words.safety_title),
            (AdviceKind::Naloxone, words.naloxone_title),
            (AdviceKind::Plan, words.plan_title),
        ],
    );
    if groups.is_empty() && !advice::takes_opioids(result) {
        return None;
    }
    let answer = if groups.is_empty() {
        words.opioid_title.to_owned()
    } else {
        group_titles(view, &groups)
    };
    Some(disclosure(
        view,
        Section::UntilSeen,
        words.until_seen_title,
        &answer,
        &|| html! { <>{ advice::opioids(view, result) }{ grouped(view, &groups) }</> },
    ))
}

pub(super) fn helpers(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let words = &view.words.phrases;
    let groups = groups(
        view,
        result,
        &[
            (AdviceKind::Supporter, words.supporter_title),
            (AdviceKind::Watch, words.watch_title),
        ],
    );
    let (title, _) = groups.first()?;
    Some(disclosure(
        view,
        Section::Helpers,
        title,
        &group_titles(view, &groups),
        &|| grouped(view, &groups),
    ))
}

pub(super) fn young(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    advice_section(
        view,
        result,
        AdviceKind::Young,
        Section::Young,
        view.words.phrases.young_title,
    )
}

fn advice_section(
    view: &View<'_>,
    result: &Recommendation,
    kind: AdviceKind,
    section: Section,
    title: &str,
) -> Option<Html> {
    let found = of_kind(view, result, kind);
    if found.is_empty() {
        return None;
    }
    Some(disclosure(
        view,
        section,
        title,
        &titles(view, &found),
        &|| advice::list(view, &found),
    ))
}

pub(super) fn titles(view: &View<'_>, found: &Found<'_>) -> String {
    let titles: Vec<&str> = found.iter().map(|(_, said)| view.say(said.title)).collect();
    parts(&titles)
}

/// Joins the first few parts of an answer.
pub(super) fn parts(all: &[&str]) -> String {
    let few: Vec<&str> = all.iter().copied().take(MAX_PARTS).collect();
    few.join("; ")
}
