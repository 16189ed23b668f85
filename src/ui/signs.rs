//! The medical warning signs that the person reported.

use html::html;
use yew::Html;

use assessment::Recommendation;
use i18n::Voice;

use super::view::View;

/// Draws every reported medical warning sign, with what to do (V14).
pub fn signs(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let named = result.signs.iter().filter_map(|sign| {
        let (_, said) = view.item(sign.index)?;
        said.options.get(usize::from(sign.option))
    });
    let named: Vec<&str> = named.map(|said| view.say(said)).collect();
    if named.is_empty() {
        return Html::default();
    }
    let text = match view.voice() {
        _ if result.headline.is_emergency() => words.signs_text_emergency,
        Voice::Self_ => words.signs_text,
        Voice::SomeoneElse => words.signs_text_other,
    };
    html! {
        <section class="signs">
            <h2>{ words.signs_title }</h2>
            <ul class="dots">{ for named.iter().map(|sign| html! { <li>{ *sign }</li> }) }</ul>
            <p>{ text }</p>
        </section>
    }
}
