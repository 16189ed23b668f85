//! A help card that does not interrupt.

use html::html;
use yew::Html;

use assessment::{Alert, HelpId};
use i18n::HelpWords;

use super::super::view::View;
use super::line::{lines, named_ways};
use super::steps::steps;

/// Draws full cards, the most urgent first. Each crisis line appears only once, on the first card that names
/// it.
pub fn cards(view: &View<'_>, helps: &[(HelpId, Alert)]) -> Html {
    html! { <>{ for fresh(view, helps).into_iter().map(|card| open(view, &card)) }</> }
}

/// Draws cards that show whom to contact and collapse the rest. If the first is urgent, it also shows its
/// topic.
pub fn closed_cards(view: &View<'_>, helps: &[(HelpId, Alert)], beside: Option<Html>) -> Html {
    let mut cards = fresh(view, helps);
    let leads = cards
        .first()
        .is_some_and(|card| card.alert >= Alert::ContactFirst);
    let rest = cards.split_off(usize::from(leads));
    html! {
        <>
            { for cards.iter().map(|card| closed(view, card, true)) }
            if !rest.is_empty() || beside.is_some() {
                <div class="closed-cards">
                    { for rest.iter().map(|card| closed(view, card, false)) }
                    { beside }
                </div>
            }
        </>
    }
}

/// A card with the crisis lines that no earlier card names.
struct Card<'a> {
    words: &'a HelpWords,
    alert: Alert,
    /// The crisis lines shown first.
    first: Vec<&'a str>,
    /// The crisis lines shown below.
    more: Vec<&'a str>,
}

fn fresh<'a>(view: &View<'a>, helps: &[(HelpId, Alert)]) -> Vec<Card<'a>> {
    let mut named: Vec<&str> = Vec::new();
    let found = helps.iter().filter_map(|(help, alert)| {
        let words = view.words.help.get(help.0)?;
        let mut fresh = |names: &'a [&'static str]| -> Vec<&'a str> {
            let names = names.iter().copied();
            let fresh: Vec<&str> = names.filter(|name| !named.contains(name)).collect();
            named.extend(&fresh);
            fresh
        };
        let (first, more) = (fresh(&words.lines), fresh(&words.more));
        Some(Card {
            words,
            alert: *alert,
            first,
            more,
        })
    });
    found.collect()
}

fn class(alert: Alert) -> &'static str {
    match alert {
        Alert::None | Alert::SupportCard => "card help-card support",
        Alert::ContactFirst => "card help-card contact",
        Alert::EmergencyNow => "card help-card emergency",
    }
}

fn open(view: &View<'_>, card: &Card<'_>) -> Html {
    let words = card.words;
    html! {
        <section class={class(card.alert)}>
            <h2>{ view.say(words.title) }</h2>
            <p>{ view.say(words.lead) }</p>
            { some_lines(view, &card.first) }
            { some_lines(view, &card.more) }
            { say(view, words) }
            if card.alert <= Alert::SupportCard {
                { dots(view, words) }
            } else {
                <h3>{ view.words.phrases.help_steps }</h3>
                { steps(view, &words.steps) }
            }
        </section>
    }
}

fn closed(view: &View<'_>, card: &Card<'_>, leads: bool) -> Html {
    let words = card.words;
    html! {
        <section class={class(card.alert)}>
            <h2 tabindex={leads.then_some("-1")}>{ view.say(words.title) }</h2>
            if leads { <p>{ view.say(words.lead) }</p> }
            <p class="line-ways">{ for card.first.iter().map(|name| reach(view, name)) }</p>
            if leads && card.first.is_empty() {
                <p class="main-act">
                    <b>{ view.words.phrases.act_emergency_room }</b>
                    { " " }{ view.words.phrases.act_emergency_room_doctor }
                </p>
            }
            if leads { { say(view, words) } }
            <details>
                <summary>{ view.words.phrases.help_steps }</summary>
                if !leads { <p>{ view.say(words.lead) }</p> }
                if !leads { { say(view, words) } }
                { dots(view, words) }
                { some_lines(view, &card.more) }
            </details>
        </section>
    }
}

fn some_lines(view: &View<'_>, names: &[&str]) -> Html {
    html! { if !names.is_empty() { { lines(view, names) } } }
}

fn dots(view: &View<'_>, words: &HelpWords) -> Html {
    html! {
        <ul class="dots">
            { for view.list(&words.steps).iter().map(|step| html! { <li>{ *step }</li> }) }
        </ul>
    }
}

fn say(view: &View<'_>, words: &HelpWords) -> Html {
    html! {
        if let Some(say) = &words.say {
            <p class="say"><b>{ view.words.phrases.help_say }</b>{ " " }<q>{ view.say(say) }</q></p>
        }
    }
}

/// Draws the links to reach one crisis line. A line that is not known by its number is named.
pub fn reach(view: &View<'_>, name: &str) -> Html {
    let Some(line) = view.words.lines.get(name) else {
        return Html::default();
    };
    if line.call.or(line.text).or(line.web).is_none() {
        return html! { <b>{ line.name }</b> };
    }
    // Short numbers such as 911 and 988 are known by themselves.
    let is_named = line.call.is_some_and(|number| number.len() > 3);
    let name = is_named.then_some(line.name);
    named_ways(view.words, line, name)
}
