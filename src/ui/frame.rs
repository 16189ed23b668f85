//! The frame around every screen: name, help and quick exit.

use html::html;
use yew::{Html, MouseEvent};

use journey::{Msg, Screen};

use super::parts::countries::countries;
use super::parts::languages::languages;
use super::parts::line::{lines, more_lines};
use super::view::View;
use super::{help, inspect, question, result, review, standing, start, storage, text_size};

/// Draws the current screen with its frame.
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
    // Classes for the style, which needs no `:has`.
    let class = match view.model.screen() {
        Screen::Page(_) => "footing on-page",
        Screen::Result => "footing on-result",
        Screen::Start | Screen::Help(_) | Screen::Standing | Screen::Review => "footing",
    };
    html! {
        <div {class} lang={view.words.locale} dir={view.words.direction()}>
            <header class="top">
                <p class="brand">{ words.brand }</p>
                { help_now(view, more_lines(view)) }
                { leave(view) }
            </header>
            { main(view, body) }
            <footer class="foot">
                // The header is not sticky inside an iframe or on a short screen, so repeat its links here,
                // without the long list: every click draws the frame again.
                { languages(view) }
                <div class="foot-ways">{ help_now(view, Html::default()) }{ leave(view) }</div>
                // Starts open only if there is a note to read.
                <details class="foot-more" open={view.model.storage.note.is_some()}>
                    <summary>{ words.foot_more }</summary>
                    { text_size::text_size(view) }
                    { storage::keep(view) }
                    { inspect::inspect(view) }
                    { language_help(view) }
                    <p>{ words.not_diagnosis }</p>
                    { report(view) }
                    <p>
                        <a href={format!("{}accessibility.html", view.host.base)} target="_blank" rel="noopener">
                            { words.accessibility }
                        </a>
                    </p>
                    if view.words.draft.is_some() { <p>{ words.draft_note }</p> }
                </details>
            </footer>
        </div>
    }
}

/// Draws the main landmark; a page may have only one.
fn main(view: &View<'_>, body: Html) -> Html {
    if view.host.is_preview {
        html! { <div class="main">{ body }</div> }
    } else {
        html! { <main class="main">{ body }</main> }
    }
}

/// Draws the link to the site's own notice of help with languages, such as that of Section 1557 in the US.
fn language_help(view: &View<'_>) -> Html {
    html! {
        if let Some(notice) = &view.site.language_help {
            <p>
                <a href={notice.clone()} target="_blank" rel="noreferrer noopener">
                    { view.words.phrases.language_help }
                </a>
            </p>
        }
    }
}

/// Draws the link for reporting a wrong suggestion, if the site has one. The link carries no answers.
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

/// Draws the help lines as a `details` disclosure, which opens without any script.
fn help_now(view: &View<'_>, more: Html) -> Html {
    let words = &view.words.phrases;
    html! {
        <details class="help-now">
            <summary>{ words.help_now }</summary>
            <div class="help-panel">
                <h2>{ words.help_now_title }</h2>
                <p>{ words.help_now_lead }</p>
                { lines(view, &view.words.everywhere) }
                { countries(view) }
                { more }
            </div>
        </details>
    }
}

/// Draws the quick exit as a link, which works without any script.
fn leave(view: &View<'_>) -> Html {
    // Only clears the model: static/leave.js handles the same click and opens the other page.
    let leave = view.send.reform(|_: MouseEvent| Msg::Leave);
    let words = &view.words.phrases;
    html! {
        <a class="leave" href={view.site.leave_to.clone()} rel="noreferrer nofollow"
            title={words.leave_hint} onclick={leave}>
            { words.leave }
        </a>
    }
}
