//! View of the whole page: introduction, crisis lines, answers and results side by side.

use html::html;
use yew::Html;

use edge::Skip;
use i18n::{Line, Words};

use super::view::View;
use super::{answers, fired, open, outputs, range, ratings, review, tools, words};

/// Renders the workbench.
pub(super) fn bench(view: &View<'_>) -> Html {
    let body = html! {
        <div class="bench-columns">
            <section class="bench-answers" id="answers" aria-labelledby="answers-heading" tabindex="-1">
                <h2 id="answers-heading">{ words::ANSWERS }</h2>
                { tools::tools(view) }
                { answers::answers(view) }
            </section>
            <div class="bench-results" role="region" aria-label={words::RESULTS} tabindex="0">
                { outputs::status(view) }
                { outputs::outputs(view) }
                { ratings::ratings(view) }
                { range::range(view) }
                { fired::fired(view) }
                { open::open(view) }
                { review::review(view) }
            </div>
        </div>
    };
    let overdue = view.model.questionnaire.is_overdue(view.today);
    around(view.words, overdue, body)
}

/// Renders the placeholder for before the module runs or where it fails, with the crisis lines.
pub(super) fn waiting(said: &Words) -> Html {
    around(
        said,
        false,
        html! {
            <p class="waiting" role="status" id="answers" tabindex="-1">{ words::WAITING }</p>
        },
    )
}

fn around(said: &Words, overdue: bool, body: Html) -> Html {
    let lines = said
        .everywhere
        .iter()
        .filter_map(|name| said.lines.get(name));
    let skip = Skip {
        text: words::SKIP,
        to: "#answers",
    };
    let top = html! {
        <>
            <a class="brand" href="./">{ said.phrases.brand }</a>
            <a href="./method.html">{ words::RULEBOOK }</a>
        </>
    };
    let body = html! {
        <>
            <div class="bench-intro">
                <div>
                    <h1>{ words::TITLE }</h1>
                    <p class="lead">{ words::LEAD }</p>
                </div>
                <div>
                    <div class="companion-note is-urgent">
                        <p><b>{ words::FOR_REVIEWERS }</b></p>
                        <p>
                            { words::NOT_VALIDATED }{ " " }
                            { said.phrases.rules_of.replace("{date}", version(said)) }{ "." }
                        </p>
                        if overdue { <p><b>{ said.phrases.overdue }</b></p> }
                    </div>
                    <p class="bench-lines">
                        <b>{ said.phrases.in_danger }</b>
                        { for lines.map(|line| html! {
                            <>{ " " }<span>{ contact_links(said, line) }</span></>
                        }) }
                    </p>
                </div>
            </div>
            { body }
        </>
    };
    edge::shell("bench", skip, top, body)
}

/// Version of the rules. The texts belong to exactly one version.
fn version(said: &Words) -> &'static str {
    let fits = said.written_for;
    fits.rsplit_once('-').map_or(fits, |(version, _)| version)
}

/// Renders a crisis line as `tel:` and `sms:` links.
fn contact_links(said: &Words, line: &Line) -> Html {
    let call = line.call.map(|number| {
        let text = said.phrases.call.replace("{number}", number);
        html! { <a href={contact::tel(number)}>{ text }</a> }
    });
    let text = line
        .text
        .filter(|_| line.text_body.is_none())
        .map(|number| {
            let text = said.phrases.text_line.replace("{number}", number);
            html! { <>{ ", " }<a href={contact::sms(number, None)}>{ text }</a></> }
        });
    html! { <>{ line.name }{ ": " }{ call }{ text }</> }
}
