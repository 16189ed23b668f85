//! The reasons: the rules that set the result, with the underlying answers and sources.

use html::html;
use yew::Html;

use assessment::{
    Dimension, FirstStep, LinkId, Reason, Recommendation, RiskRating, RuleIndex, Sets, SortedSet,
    answers_behind,
};

use super::review::answer;
use super::view::View;

/// Maximum number of answers quoted for one reason.
const MAX_QUOTES: usize = 6;

/// Whether there is a reason to draw: an area with a need, or a rule that sets an output.
pub fn has_reasons(result: &Recommendation) -> bool {
    Dimension::ALL
        .iter()
        .any(|dimension| result.rating(*dimension) > RiskRating::None)
        || result.reasons.iter().any(|reason| {
            let outputs = [Sets::Level, Sets::FirstStep, Sets::Alert];
            outputs.iter().any(|output| reason.sets.contains(output))
        })
}

/// The answer that weighs most, in the person's own words.
pub fn strongest_answer(view: &View<'_>, result: &Recommendation) -> Option<String> {
    let weight = |reason: &&Reason| {
        let ranks = reason.sets.iter().filter_map(|sets| match sets {
            Sets::Rating(dimension) => {
                // If there is a first step, the risk of stopping is the reason for it.
                let asks =
                    *dimension == Dimension::StoppingSafely && result.first_step > FirstStep::None;
                Some((asks, result.rating(*dimension).rank()))
            }
            Sets::Alert | Sets::FirstStep | Sets::Level | Sets::Urgency | Sets::AddOn => None,
        });
        ranks.max()
    };
    // Of equals the first: stopping safely comes before all else.
    let strongest = result.reasons.iter().rev().max_by_key(weight)?;
    let index = view.model.questionnaire.find(strongest.direct.first()?.0)?;
    let (item, said) = view.item(index)?;
    if item.options.len() == 2 {
        // A yes adds nothing to what was asked.
        return Some(said.short.to_owned());
    }
    let answer = answer(view, index, said);
    let answer = i18n::short_option(&answer);
    if answer == said.short {
        return Some(said.short.to_owned());
    }
    Some(format!("{}: {answer}", said.short))
}

/// Draws the reasons: by area in the person's own answers, then their combined effect.
pub fn why(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    // The strongest area first.
    let ratings = RiskRating::ALL
        .iter()
        .rev()
        .filter(|rating| **rating > RiskRating::None);
    let areas: Vec<Dimension> = ratings
        .flat_map(|rating| {
            Dimension::ALL
                .into_iter()
                .filter(|dimension| result.rating(*dimension) == *rating)
        })
        .collect();
    let sums = result.reasons.iter().filter(|reason| {
        reason.sets.contains(&Sets::Level)
            || reason.sets.contains(&Sets::FirstStep)
            || reason.sets.contains(&Sets::Alert)
    });
    let mut said = SortedSet::new();
    let sums: Vec<&Reason> = sums
        .filter(|reason| {
            !reason
                .sets
                .iter()
                .any(|sets| matches!(sets, Sets::Rating(_)))
        })
        // Under 18 no adult level is suggested, so no rule adds up to one.
        .filter(|reason| {
            let more = [Sets::FirstStep, Sets::Alert];
            result.level.is_some() || more.iter().any(|sets| reason.sets.contains(sets))
        })
        .filter(|reason| said.insert(text(view, reason)))
        .collect();
    let (questionnaire, response) = (view.model.questionnaire, &view.model.response);
    let supporting = answers_behind(questionnaire, response, &result.reasons);
    html! {
        <>
            <p>{ words.why_lead }</p>
            { for areas.into_iter().map(|area| self::area(view, result, area, &supporting)) }
            if !sums.is_empty() {
                <div class="area">
                    <h3>{ words.why_sum }</h3>
                    { for sums.into_iter().map(|sum| reason(view, sum, &supporting)) }
                </div>
            }
        </>
    }
}

fn area(
    view: &View<'_>,
    result: &Recommendation,
    dimension: Dimension,
    supporting: &[RuleIndex],
) -> Html {
    let place = Dimension::ALL
        .iter()
        .position(|other| *other == dimension)
        .unwrap_or(0);
    let name = view
        .words
        .dimensions
        .get(place)
        .copied()
        .unwrap_or_default();
    let rating = result.rating(dimension);
    let rated = view
        .words
        .ratings
        .get(usize::from(rating.rank()))
        .copied()
        .unwrap_or_default();
    let found = result
        .reasons
        .iter()
        .filter(|reason| reason.sets.contains(&Sets::Rating(dimension)));
    html! {
        <div class="area">
            <h3>{ name }<span class={format!("rating rating-{}", rating.rank())}>{ rated }</span></h3>
            { for found.map(|found| reason(view, found, supporting)) }
        </div>
    }
}

fn reason(view: &View<'_>, reason: &Reason, supporting: &[RuleIndex]) -> Html {
    html! {
        <div class="reason">
            <ul class="quotes">
                { for reason.direct.iter().take(MAX_QUOTES).filter_map(|link_id| quote(view, *link_id)) }
            </ul>
            <p>{ text(view, reason) }</p>
            if supporting.contains(&reason.index) {
                <p class="key-hint">{ view.words.phrases.supporting }</p>
            }
            { sources(view, reason.sources.iter().map(|source| source.0), reason.rule.0) }
        </div>
    }
}

fn quote(view: &View<'_>, link_id: LinkId) -> Option<Html> {
    let index = view.model.questionnaire.find(link_id.0)?;
    let (_, said) = view.item(index)?;
    let answer = answer(view, index, said);
    Some(html! { <li><span class="asked">{ said.short }{ ": " }</span>{ answer }</li> })
}

fn text(view: &View<'_>, reason: &Reason) -> String {
    let said = view.words.reasons.get(usize::from(reason.index.0));
    said.map_or_else(String::new, |said| view.say(said).to_owned())
}

/// Draws sources by title, in a `details` disclosure. Where they are stands in the page it links to.
pub fn sources(view: &View<'_>, names: impl Iterator<Item = &'static str>, rule: &str) -> Html {
    let titles = names.filter_map(|name| view.words.sources.get(name));
    html! {
        <details class="source">
            <summary>
                { view.words.phrases.source }
                <span class="rule-id">{ " " }{ rule.to_owned() }</span>
            </summary>
            <ul>
                { for titles.map(|title| html! { <li>{ *title }</li> }) }
            </ul>
            { method_link(view) }
        </details>
    }
}

/// Draws the link to the page with every question, rule and source. It opens a new tab, so that the answers stay.
/// Its URL names no rule and no source, because the browser would remember it.
pub fn method_link(view: &View<'_>) -> Html {
    html! {
        <p><a href={format!("{}method.html", view.host.base)} target="_blank" rel="noopener">{ view.words.phrases.how_this_works }</a></p>
    }
}
