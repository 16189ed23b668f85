//! A help card that stands in place and lets the person go on.

use yew::{Html, classes, html};

use crate::assessment::{Alert, HelpId};

use super::super::view::View;
use super::line::lines;

/// Draws a card.
pub fn card(view: &View<'_>, help: HelpId, alert: Alert) -> Html {
    let Some(words) = view.words.help.get(help.0) else {
        return Html::default();
    };
    let urgency = match alert {
        Alert::None | Alert::SupportCard => "support",
        Alert::ContactFirst => "contact",
        Alert::EmergencyNow => "emergency",
    };
    html! {
        <section class={classes!("card", "help-card", urgency)}>
            <h2>{ view.say(words.title) }</h2>
            <p>{ view.say(words.lead) }</p>
            { lines(view, &words.lines) }
            if alert <= Alert::SupportCard {
                <ul class="dots">
                    { for words.steps.iter().map(|step| html! { <li>{ view.say(step) }</li> }) }
                </ul>
            }
        </section>
    }
}
