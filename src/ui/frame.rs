//! What stands around every screen: the name, help, the way out.

use yew::{Html, MouseEvent, html};

use journey::{Msg, Screen};

use super::parts::line::{lines, more_lines};
use super::view::View;
use super::{help, inspect, question, result, review, standing, start, storage};

/// Draws the screen the person is on.
pub fn screen(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    let body = match view.model.screen() {
        Screen::Start => start::start(view),
        Screen::Page(page) => question::question(view, *page),
        Screen::Help(screens) => help::help(view, screens),
        Screen::Standing => standing::standing(view),
        Screen::Review => review::review(view),
        Screen::Result => result::result(view),
    };
    html! {
        <div class="footing" lang={view.words.locale}>
            <header class="top">
                <p class="brand">{ words.brand }</p>
                { help_now(view) }
                { leave(view) }
            </header>
            { main(view, body) }
            <footer class="foot">
                // In a frame, and on a short screen, the header does not stay in view.
                <div class="foot-ways">{ help_now(view) }{ leave(view) }</div>
                // Open by itself only where there is something to tell.
                <details class="foot-more" open={view.model.storage.note.is_some()}>
                    <summary>{ words.foot_more }</summary>
                    { storage::keep(view) }
                    { inspect::inspect(view) }
                    <p>{ words.not_diagnosis }</p>
                    { report(view) }
                    if view.words.draft.is_some() { <p>{ words.draft_note }</p> }
                </details>
            </footer>
        </div>
    }
}

/// The main landmark; a page has one of them alone.
fn main(view: &View<'_>, body: Html) -> Html {
    if view.host.is_preview {
        html! { <div class="main">{ body }</div> }
    } else {
        html! { <main class="main">{ body }</main> }
    }
}

/// Where a wrong suggestion is told, if the site says. The link takes nothing of the answers along.
fn report(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    html! {
        if let Some(position) = &view.site.report {
            <p>
                <a href={contact::mail_or_page(position)} target={position.contains("://").then_some("_blank")}
                    rel="noreferrer noopener">{ words.report }</a>
                { " " }{ words.report_note }
            </p>
        }
    }
}

/// A disclosure, so that it opens without any script.
fn help_now(view: &View<'_>) -> Html {
    let words = &view.words.phrases;
    html! {
        <details class="help-now">
            <summary>{ words.help_now }</summary>
            <div class="help-panel">
                <h2>{ words.help_now_title }</h2>
                <p>{ words.help_now_lead }</p>
                { lines(view, &view.words.everywhere) }
                { more_lines(view) }
            </div>
        </details>
    }
}

/// A link, so that it leaves even where nothing runs.
fn leave(view: &View<'_>) -> Html {
    // Only forgets: static/leave.js hears the same click and opens the other page.
    let leave = view.send.reform(|_: MouseEvent| Msg::Leave);
    let words = &view.words.phrases;
    html! {
        <a class="leave" href={view.site.leave_to.clone()} rel="noreferrer nofollow"
            title={words.leave_hint} onclick={leave}>
            { words.leave }
        </a>
    }
}
