//! The switch to the help lines of another country.

use html::html;
use yew::Html;

use site::{COUNTRIES, Language};

use super::languages::{country, follow};
use crate::ui::view::{View, fill};

/// Draws the country whose help lines are shown, with links to the page of every other one. They work without any
/// script, and no setting takes them away: who is elsewhere needs other numbers. Where a person is, nobody looks up.
pub fn countries(view: &View<'_>) -> Html {
    let here = country(view);
    if view.host.is_preview {
        return Html::default();
    }
    let others = COUNTRIES.into_iter().filter(|code| *code != here);
    let others = others.filter_map(|code| {
        let language = Language::spoken_in(code, view.words.language())?;
        Some((code, language))
    });
    let words = &view.words.phrases;
    let shown = fill(words.country, &[("country", words.country_of(here))]);
    html! {
        <details class="countries">
            <summary>{ shown }</summary>
            <ul class="languages" role="list">
                { for others.map(|(code, language)| html! {
                    <li>
                        <a href={["./", language.page].concat()} hreflang={language.locale} onclick={follow(view, language.page)}>
                            { words.country_of(code) }
                        </a>
                    </li>
                }) }
            </ul>
        </details>
    }
}
