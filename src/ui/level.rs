//! What a level of care is like. More facts stand in the comparison.

use yew::{Html, html};

use super::view::View;
use super::why::sources;

/// Draws the facts of one level.
pub fn level(view: &View<'_>, code: &str) -> Html {
    let Some(words) = view.words.levels.get(code) else {
        return Html::default();
    };
    let phrases = &view.words.phrases;
    let facts = [
        (phrases.level_hours, words.hours),
        (phrases.level_nights, words.nights),
        (phrases.level_length, words.length),
    ];
    html! {
        <div class="level">
            <h3>{ words.name }</h3>
            <p>{ view.say(words.what) }</p>
            <dl class="facts">
                { for facts.iter().map(|(term, fact)| html! {
                    <div><dt>{ *term }</dt><dd>{ *fact }</dd></div>
                }) }
            </dl>
            <h4>{ phrases.level_happens }</h4>
            <ul class="dots">
                { for view.list(&words.happens).iter().map(|line| html! { <li>{ *line }</li> }) }
            </ul>
            { sources(view, words.sources.iter().copied(), "") }
        </div>
    }
}
