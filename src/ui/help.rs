//! A help screen: what to do now, whom to contact, and a button to continue.

use html::html;
use yew::Html;

use assessment::HelpId;
use i18n::{HelpWords, Said, SaidList};
use journey::Msg;

use super::parts::line::{lines, ways};
use super::parts::steps::steps;
use super::view::View;

/// Draws the help that interrupts, with a button to continue.
pub fn help(view: &View<'_>, screens: &[HelpId]) -> Html {
    let words = &view.words.phrases;
    html! {
        <div class="help-screen">
            { body(view, screens) }
            <section class="way-on">
                <p>{ words.go_on_hint }</p>
                <button type="button" class="secondary" onclick={view.sends(Msg::Continue)}>
                    { words.go_on }
                </button>
                <button type="button" class="quiet-button" onclick={view.sends(Msg::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ words.back }
                </button>
            </section>
        </div>
    }
}

/// Draws the help itself: the first entry leads, the others add their lines and steps.
pub fn body(view: &View<'_>, screens: &[HelpId]) -> Html {
    let found: Vec<&HelpWords> = screens
        .iter()
        .filter_map(|id| view.words.help.get(id.0))
        .collect();
    let Some((main, others)) = found.split_first() else {
        return Html::default();
    };
    let words = &view.words.phrases;
    let mut first: Vec<&str> = Vec::new();
    for name in found.iter().flat_map(|help| &help.lines) {
        if !first.contains(name) {
            first.push(name);
        }
    }
    let mut rest: Vec<&str> = Vec::new();
    for name in found.iter().flat_map(|help| &help.more) {
        if !first.contains(name) && !rest.contains(name) {
            rest.push(name);
        }
    }
    let is_emergency = first.contains(&"emergency");
    let class = if is_emergency {
        "card urgent emergency"
    } else {
        "card urgent contact"
    };
    let doing = if is_emergency {
        words.help_steps_wait
    } else {
        words.help_steps
    };
    html! {
        <>
            <section class={class}>
                <h1 tabindex="-1">{ view.say(main.title) }</h1>
                <p class="lead">{ view.say(main.lead) }</p>
                if !first.is_empty() {
                    <ul class="big-lines">
                    { for first.iter().filter_map(|name| view.words.lines.get(name)).map(|line| html! {
                        <li>
                            <p class="line-name">{ line.name }</p>
                            <p class="line-ways">{ ways(view.words, line) }</p>
                        </li>
                    }) }
                    </ul>
                }
                if let Some(say) = &main.say {
                    <p class="say"><b>{ words.help_say }</b>{ " " }<q>{ view.say(say) }</q></p>
                }
            </section>
            <section class="card">
                <h2>{ doing }</h2>
                { steps(view, &main.steps) }
            </section>
            { for others.iter().map(|other| more(view, &other.title, &other.steps)) }
            if !rest.is_empty() {
                <section class="card">{ lines(view, &rest) }</section>
            }
        </>
    }
}

fn more(view: &View<'_>, title: &Said, list: &SaidList) -> Html {
    html! {
        <section class="card">
            <h2>{ view.say(title) }</h2>
            { steps(view, list) }
        </section>
    }
}
