//! The switch to another language.

use html::html;
use yew::{Callback, Html, MouseEvent};

use journey::Msg;
use site::Language;

use crate::ui::view::View;

/// Draws links to the page in each language that the site offers, each with its own name. They work without any
/// script; once the module runs, the journey goes along.
pub fn languages(view: &View<'_>) -> Html {
    let offered = &view.site.languages;
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
    let send = view.send.clone();
    let follow = Callback::from(move |event: MouseEvent| {
        // With these keys a link opens elsewhere, and this page stays.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            send.emit(Msg::ChangeLanguage(page));
        }
    });
    html! {
        <li>
            <a href={["./", page].concat()} hreflang={locale} lang={locale} dir={direction} onclick={follow}>
                { name }
            </a>
        </li>
    }
}
