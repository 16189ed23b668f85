//! What a level of care is like.

use yew::{Html, html};

use crate::content::words::LevelWords;

use super::view::View;
use super::why::sources;

/// Draws the facts of one level.
pub fn level(view: &View<'_>, code: &str) -> Html {
    let Some(words) = view.words.levels.get(code) else {
        return Html::default();
    };
    let LevelWords {
        name,
        in_a_sentence: _,
        what,
        hours,
        nights,
        length,
        who,
        happens,
        sources: from,
    } = words;
    let phrases = &view.words.phrases;
    let facts = [
        (phrases.level_hours, *hours),
        (phrases.level_nights, *nights),
        (phrases.level_length, *length),
        (phrases.level_who, view.say(who)),
    ];
    html! {
        <div class="level">
            <h3>{ name }</h3>
            <p>{ view.say(what) }</p>
            <dl class="facts">
                { for facts.iter().map(|(term, fact)| html! {
                    <div><dt>{ *term }</dt><dd>{ *fact }</dd></div>
                }) }
            </dl>
            <h4>{ phrases.level_happens }</h4>
            <ul class="dots">
                { for happens.iter().map(|line| html! { <li>{ view.say(line) }</li> }) }
            </ul>
            { sources(view, from.iter().copied(), "") }
        </div>
    }
}
