//! The sections below the hero: which ones, in which order, and the one-line answer of each.

use html::html;
use yew::Html;

use assessment::{AdviceKind, Alert, LevelOfCare, Recommendation, Urgency};
use journey::{Pace, Section};
use site::{Verdict, fit};

use super::super::advice::{self, of_kind};
use super::super::change::{changes, limits};
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

/// Draws every section that applies, in the two columns of a wide screen. What cannot wait begins with what to
/// do until then, all else with the first call. In an emergency only sections that explain the result remain,
/// for later.
pub(super) fn sections(view: &View<'_>, result: &Recommendation) -> (Html, Html) {
    let leads_on = !result.headline.is_emergency();
    let pace = view.model.pace;
    let until = until_seen(view, result);
    let calling: Vec<Html> = if leads_on {
        let first_call = first_call(view, result);
        [Some(first_call), contact_section(view, result)]
            .into_iter()
            .flatten()
            .collect()
    } else {
        Vec::new()
    };
    let care = care_section(view, result);
    let in_the_way = leads_on.then(|| in_the_way(view, result));
    let mut first: Vec<Html> = helpers(view, result).into_iter().collect();
    first.extend(young(view, result));
    let mut second = Vec::new();
    if result.urgency > Urgency::ThisWeek || result.alert >= Alert::ContactFirst {
        let (sooner, later) = if pace == Some(Pace::CallNow) {
            (calling, until.into_iter().collect())
        } else {
            (until.into_iter().collect(), calling)
        };
        first.extend(sooner);
        first.extend(later);
        first.extend(care);
        second.extend(in_the_way);
    } else if pace == Some(Pace::TellMore) {
        first.extend(care);
        first.extend(calling);
        second.extend(in_the_way);
        second.extend(until);
    } else {
        first.extend(calling);
        first.extend(care);
        second.extend(in_the_way);
        second.extend(until);
    }
    second.push(why_section(view, result));
    second.extend(earlier(view, result));
    second.push(take_along_section(view, result));
    (first.into_iter().collect(), second.into_iter().collect())
}

/// Draws the reasons, what would change the result, and its limits.
fn why_section(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let has_reasons = has_reasons(result);
    let (title, quote) = if has_reasons {
        let quote = strongest_answer(view, result).unwrap_or_default();
        (words.why_title, quote)
    } else {
        (words.limits_title, words.limits_answer.to_owned())
    };
    let answer = match (quote.is_empty(), result.unanswered.is_empty()) {
        (_, true) => quote,
        (true, false) => words.range_title.to_owned(),
        (false, false) => format!("{quote}. {}", words.range_title),
    };
    let again = groups(view, result, &[(AdviceKind::Again, words.again_title)]);
    disclosure(view, Section::Why, title, &answer, &|| {
        html! {
            <>
                if has_reasons {
                    { why(view, result) }
                    { profile(view, result) }
                    <h3>{ words.about_title }</h3>
                    <p>{ words.about_use }</p>
                    <p>{ words.about_withdrawal }</p>
                }
                { changes(view, result) }
                { limits(view, result) }
                { grouped(view, title, &again) }
            </>
        }
    })
}

/// Draws the steps from here, what each kind of care is like, and advice that fits the answers. Without a level
/// to tell of, that advice alone.
fn care_section(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let words = &view.words.phrases;
    let names = stop_names(view, result);
    let level = result
        .level
        .filter(|level| *level > LevelOfCare::NoneIndicated && result.guidance.tell_level);
    let tells_way = !names.is_empty() || level.is_some();
    let (title, answer) = if tells_way {
        let answer = match names.as_slice() {
            [] => level
                .and_then(|level| view.words.levels.get(level.code()))
                .map_or("", |words| words.name)
                .to_owned(),
            [one] => (*one).to_owned(),
            [first, then, ..] => fill(words.way_then, &[("first", first), ("then", then)]),
        };
        (words.level_title, answer)
    } else {
        let answer = advice::made_for_you_title(view, result)?;
        (words.also_title, answer.to_owned())
    };
    Some(disclosure(view, Section::Way, title, &answer, &|| {
        html! {
            <>
                if tells_way {
                    <p>{ words.decision }</p>
                    { path(view, result) }
                    { care(view, result) }
                    { week(view, result) }
                    { compare(view, result) }
                }
                { advice::made_for_you(view, result) }
            </>
        }
    }))
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

/// Draws the center's contact methods, and how well its programs fit.
fn contact_section(view: &View<'_>, result: &Recommendation) -> Option<Html> {
    let name = view.site.name.as_deref()?;
    let words = &view.words.phrases;
    let title = fill(words.contact_title, &[("name", name)]);
    let verdict = fit(&view.site.programs, result).map(|found| found.verdict);
    let fits = match verdict {
        Some(Verdict::Fits) => words.fit_fits,
        Some(Verdict::Partly) => words.fit_partly,
        Some(Verdict::DoesNotFit) => words.fit_does_not,
        Some(Verdict::NotSaid) | None => "",
    };
    let fits = fill(fits, &[("name", name)]);
    let answer = match view.site.phone.as_deref() {
        _ if verdict == Some(Verdict::DoesNotFit) => fits,
        Some(phone) if fits.is_empty() => phone.to_owned(),
        Some(phone) => format!("{}. {fits}", view.words.beside(phone)),
        None if fits.is_empty() => contact_ways(view, result),
        None => fits,
    };
    Some(disclosure(view, Section::Contact, &title, &answer, &|| {
        html! {
            <>
                { contact(view, result, name) }
                <h3>{ fill(words.fit_title, &[("name", name)]) }</h3>
                { site_fit(view, result, name) }
            </>
        }
    }))
}

fn in_the_way(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let named = of_kind(view, result, AdviceKind::WayRound);
    let general = if result.level.is_none() {
        words.in_the_way_young
    } else {
        words.in_the_way_answer
    };
    let answer = named
        .first()
        .map_or(general, |(_, said)| view.say(said.title));
    let cost = groups(view, result, &[(AdviceKind::Cost, words.cost_title)]);
    disclosure(view, Section::InTheWay, words.ways_title, answer, &|| {
        html! { <>{ matters(view) }{ advice::ways_round(view, result) }{ grouped(view, words.ways_title, &cost) }</> }
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
