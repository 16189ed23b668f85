//! Exports of the result: on paper, as text, as a file, read aloud.

use html::html;
use yew::Html;

use assessment::Recommendation;
use export::summary;
use journey::{Export, ExportOutcome, Msg, Section};

use super::pictures::qr::qr;
use super::view::View;

/// Draws the exports, and the outcome of the last one.
pub fn take_along(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let ways = [
        (Export::Print, words.take_print),
        (Export::Copy, words.take_copy),
        (Export::SaveText, words.take_save_text),
        (Export::SaveFhir, words.take_save_fhir),
        (Export::ShowText, words.take_show_text),
    ];
    let reads = view.model.taken == Some((Export::ReadAloud, ExportOutcome::Done));
    let (read, read_text) = if reads {
        (Export::StopReading, words.take_stop)
    } else {
        (Export::ReadAloud, words.take_read)
    };
    let ways = ways.into_iter().chain([(read, read_text)]);
    html! {
        <div class="take-along">
            <p>{ words.take_lead }</p>
            <div class="take-ways">
                { for ways.map(|(take, text)| html! {
                    <button type="button" class="secondary" onclick={view.sends(Msg::Export(take))}>
                        { text }
                    </button>
                }) }
            </div>
            <p role="status" class="took">{ outcome(view) }</p>
            { as_text(view, result) }
            { code(view, result) }
        </div>
    }
}

/// Draws the result as a QR code, with the same code as text to read aloud.
fn code(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let code = result_code::encode(view.model.questionnaire, &view.model.response, result);
    html! {
        <div class="code">
            <h3>{ words.code_title }</h3>
            <p>{ words.code_lead }</p>
            { qr_of(&code) }
            <p class="code-text">{ code }</p>
        </div>
    }
}

/// The QR code leaves out the hyphens that group the text.
fn qr_of(code: &str) -> Html {
    qr(&code.replace('-', ""))
}

fn outcome(view: &View<'_>) -> &'static str {
    let words = &view.words.phrases;
    match view.model.taken {
        Some((Export::Copy, ExportOutcome::Done)) => words.took_copy,
        Some((Export::Copy, ExportOutcome::Refused)) => words.refused_copy,
        Some((Export::SaveText | Export::SaveFhir, ExportOutcome::Done)) => words.took_save,
        Some((Export::SaveText | Export::SaveFhir, ExportOutcome::Refused)) => words.refused_save,
        Some((Export::Print, ExportOutcome::Refused)) => words.refused_print,
        Some((Export::ReadAloud, ExportOutcome::Done)) => words.took_read,
        Some((Export::ReadAloud, ExportOutcome::Refused)) => words.refused_read,
        Some((
            Export::Print | Export::ShowText | Export::StopReading | Export::SaveOverTime,
            _,
        ))
        | None => "",
    }
}

/// Draws the text for manual selection: on request, and if the browser refused an export.
fn as_text(view: &View<'_>, result: &Recommendation) -> Html {
    let shown = matches!(
        view.model.taken,
        Some((Export::ShowText, _))
            | Some((
                Export::Copy | Export::SaveText | Export::SaveFhir | Export::Print,
                ExportOutcome::Refused
            ))
    );
    if !shown {
        return Html::default();
    }
    let text = summary(
        view.model.questionnaire,
        &view.model.response,
        result,
        view.words,
    )
    .text();
    let lines = text.lines().count().min(24).to_string();
    html! {
        <label class="as-text">
            { view.words.phrases.take_text_label }
            <textarea readonly={true} rows={lines} value={text} autocomplete="off" spellcheck="false" />
        </label>
    }
}

/// The pages for print: for a clinician, then for the person. Hidden on screen.
pub fn sheet(view: &View<'_>, result: &Recommendation) -> Html {
    let made = summary(
        view.model.questionnaire,
        &view.model.response,
        result,
        view.words,
    );
    html! {
        <section class="sheet" aria-hidden="true">
            <h2>{ made.title }</h2>
            { for made.about.iter().map(|line| html! { <p class="about">{ line }</p> }) }
            { for made.sections.iter().map(section) }
            // Drawn only while the export buttons are shown: whoever prints from there gets it.
            if view.model.sections.has(Section::TakeAlong) { { qr_of(&made.code) } }
            <div class="sheet-section notes"><h3>{ view.words.phrases.sheet_notes }</h3></div>
            if !made.for_the_person.is_empty() {
                <div class="for-the-person">
                    <h2>{ view.words.phrases.sheet_for_the_person }</h2>
                    { for made.for_the_person.iter().map(section) }
                </div>
            }
        </section>
    }
}

fn section(section: &export::Section) -> Html {
    let long = section.lines.len() > 12;
    html! {
        <div class={if long { "sheet-section many" } else { "sheet-section" }}>
            <h3>{ section.title }</h3>
            <ul>{ for section.lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </div>
    }
}
