//! The switch to another language of the same country.

use html::html;
use yew::{Callback, Html, MouseEvent};

use journey::Msg;
use site::Language;

use crate::ui::view::View;

/// Draws links to the page in each language that the site offers, each with its own name. They work without any
/// script; once the module runs, the journey goes along.
pub fn languages(view: &View<'_>) -> Html {
    let here = country(view);
    let offered = view.site.languages.iter();
    let offered: Vec<_> = offered
        .filter(|language| language.country == here)
        .collect();
    if view.host.is_preview || offered.len() < 2 {
        return Html::default();
    }
    let links = offered.iter().map(|language| link(view, language));
    html! {
        <ul class="languages" role="list" aria-label={view.words.phrases.languages}>
            { for links }
        </ul>
    }
}

/// Code of the country whose lines this page shows.
pub fn country(view: &View<'_>) -> &'static str {
    Language::find(view.words.locale).map_or(site::HOME, |language| language.country)
}

fn link(view: &View<'_>, language: &'static Language) -> Html {
    let Language {
        locale,
        name,
        direction,
        page,
        ..
    } = *language;
    if locale == view.words.locale {
        return html! { <li><b aria-current="true">{ name }</b></li> };
    }
    html! {
        <li>
            <a href={["./", page].concat()} hreflang={locale} lang={locale} dir={direction} onclick={follow(view, page)}>
                { name }
            </a>
        </li>
    }
}

/// Opens another page of the check with the journey, unless the browser is to open it elsewhere.
pub fn follow(view: &View<'_>, page: &'static str) -> Callback<MouseEvent> {
    let send = view.send.clone();
    Callback::from(move |event: MouseEvent| {
        // With these keys a link opens elsewhere, and this page stays.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            send.emit(Msg::ChangeLocale(page));
        }
    })
}
