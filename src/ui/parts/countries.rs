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
    let shown = fill(view.words.phrases.country, &[("country", name(view, here))]);
    html! {
        <details class="countries">
            <summary>{ shown }</summary>
            <ul class="languages" role="list">
                { for others.map(|(code, language)| html! {
                    <li>
                        <a href={["./", language.page].concat()} hreflang={language.locale} onclick={follow(view, language.page)}>
                            { name(view, code) }
                        </a>
                    </li>
                }) }
            </ul>
        </details>
    }
}

fn name(view: &View<'_>, code: &str) -> &'static str {
    let words = &view.words.phrases;
    match code {
        "CA" => words.country_ca,
        "GB" => words.country_gb,
        "IE" => words.country_ie,
        "AU" => words.country_au,
        "NZ" => words.country_nz,
        "001" => words.country_other,
        _ => words.country_us,
    }
}
