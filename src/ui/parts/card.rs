//! A help card that stands in place and lets the person go on.

use yew::{Html, classes, html};

use assessment::{Alert, HelpId};
use i18n::HelpWords;

use super::super::view::View;
use super::line::lines;
use super::steps::steps;

/// Draws cards, the most urgent first. A line that one card names is not named again by the next.
pub fn cards(view: &View<'_>, helps: &[(HelpId, Alert)]) -> Html {
    let mut named: Vec<&str> = Vec::new();
    let drawn = helps.iter().map(|(help, alert)| {
        let Some(words) = view.words.help.get(help.0) else {
            return Html::default();
        };
        let fresh = words
            .lines
            .iter()
            .chain(&words.more)
            .filter(|name| !named.contains(name));
        let fresh: Vec<&str> = fresh.copied().collect();
        named.extend(&fresh);
        card(view, words, *alert, &fresh)
    });
    html! { <>{ for drawn }</> }
}

fn card(view: &View<'_>, words: &HelpWords, alert: Alert, names: &[&str]) -> Html {
    let urgency = match alert {
        Alert::None | Alert::SupportCard => "support",
        Alert::ContactFirst => "contact",
        Alert::EmergencyNow => "emergency",
    };
    html! {
        <section class={classes!("card", "help-card", urgency)}>
            <h2>{ view.say(words.title) }</h2>
            <p>{ view.say(words.lead) }</p>
            if !names.is_empty() { { lines(view, names) } }
            if let Some(say) = &words.say {
                <p class="say"><b>{ view.words.phrases.help_say }</b>{ " " }<q>{ view.say(say) }</q></p>
            }
            if alert <= Alert::SupportCard {
                <ul class="dots">
                    { for view.list(&words.steps).iter().map(|step| html! { <li>{ *step }</li> }) }
                </ul>
            } else {
                <h3>{ view.words.phrases.help_steps }</h3>
                { steps(view, &words.steps) }
            }
        </section>
    }
}
