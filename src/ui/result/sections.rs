//! The sections below the hero: which ones, in which order, and the one-line answer of each.

use yew::{Html, html};

use assessment::{AdviceKind, LevelOfCare, Recommendation};
use journey::{Pace, Section};
use site::{Verdict, fit};

use super::super::advice::{self, of_kind};
use super::super::change::{changes, limits, tells_changes};
use super::super::contact::{contact, contact_ways};
use super::super::fit::{site_fit, what_to_say};
use super::super::level::care;
use super::super::matters::matters;
use super::super::parts::line::lines;
use super::super::pictures::compare::compare;
use super::super::pictures::over_time::over_time;
use super::super::pictures::path::{path, stop_names};
use super::super::pictures::profile::profile;
use super::super::pictures::week::week;
use super::super::take_along::take_along;
use super::super::view::{View, fill};
use super::super::why::{has_reasons, strongest_answer, why};
use super::advice_sections::{grouped, groups, helpers, until_seen, young};
use super::disclosure::disclosure;

/// Draws every section that applies, in the two columns of a wide screen. In an emergency only sections that
/// explain the result remain, for later. Each section stays in its column, so that a new one never moves
/// another to the other column.
pub(super) fn sections(view: &View<'_>, result: &Recommendation) -> (Html, Html) {
    let calls_now = view.model.pace == Some(Pace::CallNow);
    let leads_on = !result.headline.is_emergency();
    let [mut first, mut second] = [Vec::new(), Vec::new()];
    first.extend(until_seen(view, result));
    first.extend(helpers(view, result));
    first.extend(young(view, result));
    if leads_on {
        let column = if calls_now { &mut first } else { &mut second };
        column.extend(contact_section(view, result));
        column.extend(fit_section(view, result));
    }
    first.extend(why_section(view, result));
    first.extend(way(view, result));
    if leads_on {
        first.push(first_call(view, result));
    }
    second.extend(for_you(view, result));
    if leads_on {
        second.push(in_the_way(view, result));
    }
    second.push(change(view, result));
    second.extend(earlier(view, result));
    second.push(take_along_section(view, result));
    (first.into_iter().collect(), second.into_iter().collect())
}

fn why_section(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    if !has_reasons(result) {
        return None;
    }
    let words = &view.words.phrases;
    let quote = strongest_answer(view, result).unwrap_or_default();
    Some(disclosure(
        view,
        Section::Why,
        words.why_title,
        &quote,
        &|| {
            html! {
                <>
                    { why(view, result) }
                    { profile(view, result) }
                    <h3>{ words.about_title }</h3>
                    <p>{ words.about_use }</p>
                    <p>{ words.about_withdrawal }</p>
                </>
            }
        },
    ))
}

fn way(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let names = stop_names(view, result);
    let level = result
        .level
        .filter(|level| *level > LevelOfCare::NoneIndicated);
    if names.is_empty() && !(result.guidance.tell_level && level.is_some()) {
        return None;
    }
    let words = &view.words.phrases;
    let answer = match names.as_slice() {
        [] => level
            .and_then(|level| view.words.levels.get(level.code()))
            .map_or("", |words| words.name)
            .to_owned(),
        [one] => (*one).to_owned(),
        [first, then, ..] => fill(words.way_then, &[("first", first), ("then", then)]),
    };
    Some(disclosure(
        view,
        Section::Way,
        words.path_title,
        &answer,
        &|| {
            html! {
                <>
                    <p>{ words.decision }</p>
                    { path(view, result) }
                    { care(view, result) }
                    { week(view, result) }
                    { compare(view, result) }
                </>
            }
        },
    ))
}

fn first_call(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    disclosure(
        view,
        Section::FirstCall,
        words.first_call_title,
        words.first_call_answer,
        &|| {
            html! {
                <>
                    { what_to_say(view, result) }
                    { advice::list(view, &of_kind(view, result, AdviceKind::FirstCall)) }
                    <h3>{ words.sheet_questions }</h3>
                    <ul class="dots">{ for view.words.questions.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
                    <h3>{ words.find_care_title }</h3>
                    <p>{ words.find_care_text }</p>
                    { lines(view, &["samhsa", "find-treatment"]) }
                    <p class="provenance">
                        { fill(words.lines_checked, &[("date", &view.day(view.words.lines_checked_on))]) }
                    </p>
                </>
            }
        },
    )
}

fn fit_section(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let name = view.site.name.as_deref()?;
    let words = &view.words.phrases;
    let verdict = fit(&view.site.programs, result).map(|found| found.verdict);
    let answer = match verdict {
        Some(Verdict::Fits) => words.fit_fits,
        Some(Verdict::Partly) => words.fit_partly,
        Some(Verdict::DoesNotFit) => words.fit_does_not,
        Some(Verdict::NotSaid) => words.fit_not_said,
        None => "",
    };
    let named = |phrase: &str| fill(phrase, &[("name", name)]);
    Some(disclosure(
        view,
        Section::Fit,
        &named(words.fit_title),
        &named(answer),
        &|| site_fit(view, result, name),
    ))
}

fn contact_section(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let name = view.site.name.as_deref()?;
    let title = fill(view.words.phrases.contact_title, &[("name", name)]);
    Some(disclosure(
        view,
        Section::Contact,
        &title,
        &contact_ways(view, result),
        &|| contact(view, result, name),
    ))
}

fn for_you(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let answer = advice::made_for_you_title(view, result)?;
    Some(disclosure(
        view,
        Section::ForYou,
        view.words.phrases.also_title,
        answer,
        &|| advice::made_for_you(view, result),
    ))
}

fn in_the_way(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let named = of_kind(view, result, AdviceKind::WayRound);
    let answer = named
        .first()
        .map_or(words.in_the_way_answer, |(_, said)| view.say(said.title));
    let cost = groups(view, result, &[(AdviceKind::Cost, words.cost_title)]);
    disclosure(view, Section::InTheWay, words.ways_title, answer, &|| {
        html! { <>{ matters(view) }{ advice::ways_round(view, result) }{ grouped(view, words.ways_title, &cost) }</> }
    })
}

fn change(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let (title, answer) = match (tells_changes(result), result.unanswered.is_empty()) {
        (true, true) => (words.change_title, words.change_answer),
        (true, false) => (words.change_title, words.range_title),
        (false, true) => (words.limits_title, words.limits_answer),
        (false, false) => (words.limits_title, words.range_title),
    };
    let again = groups(view, result, &[(AdviceKind::Again, words.again_title)]);
    disclosure(view, Section::Change, title, answer, &|| {
        html! { <>{ changes(view, result) }{ limits(view, result) }{ grouped(view, title, &again) }</> }
    })
}

fn earlier(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    if view.model.storage.earlier.is_empty() {
        return None;
    }
    let words = &view.words.phrases;
    Some(disclosure(
        view,
        Section::Earlier,
        words.over_time_title,
        words.over_time_lead,
        &|| over_time(view, result),
    ))
}

fn take_along_section(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    disclosure(
        view,
        Section::TakeAlong,
        words.take_title,
        words.take_answer,
        &|| take_along(view, result),
    )
}
