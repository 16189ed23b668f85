//! The switch to the help lines of another country.

use html::html;
use yew::Html;

use site::{COUNTRIES, Language};

use super::languages::{country, follow, of_country};
use crate::ui::view::{View, fill};

/// Draws the country whose help lines are shown, with links to the page of every other one that the site offers.
/// They work without any script. Where a person is, nobody looks up.
pub fn countries(view: &View<'_>) -> Html {
    let here = country(view);
    let others: Vec<_> = COUNTRIES
        .into_iter()
        .filter(|code| *code != here)
        .filter_map(|code| Some((code, page_of(view, code)?)))
        .collect();
    if view.host.is_preview || others.is_empty() {
        return Html::default();
    }
    let shown = fill(view.words.phrases.country, &[("country", name(view, here))]);
    html! {
        <details class="countries">
            <summary>{ shown }</summary>
            <ul class="languages" role="list">
                { for others.iter().map(|(code, language)| html! {
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

/// The page of a country: in the language of this page where there is one.
fn page_of(view: &View<'_>, code: &'static str) -> Option<&'static Language> {
    let spoken = view.words.language();
    of_country(view, code)
        .find(|language| language.tag() == spoken)
        .or_else(|| of_country(view, code).next())
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
