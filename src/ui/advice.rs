//! Advice that matches the person's answers.

use html::html;
use yew::Html;

use assessment::{AddOn, Advice, AdviceKind, Recommendation};
use i18n::AddOnWords;

use super::view::View;
use super::why::sources;

/// Whether the advice for people who take opioids applies (V04).
pub fn takes_opioids(result: &Recommendation) -> bool {
    result.add_ons.contains(&AddOn::MedicationOpioid)
}

/// Draws the overdose advice: carry naloxone, do not use alone, take less after a break (V04).
pub fn opioids(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    html! {
        if takes_opioids(result) {
            <div class="advice"><h3>{ words.opioid_title }</h3><p>{ words.opioid_text }</p></div>
        }
    }
}

fn add_ons<'a>(view: &View<'a>, result: &Recommendation) -> Vec<&'a AddOnWords> {
    let add_ons = AddOn::ALL.iter().zip(&view.words.add_ons);
    let raised = add_ons.filter(|(add_on, _)| result.add_ons.contains(add_on));
    raised.map(|(_, said)| said).collect()
}

/// Title of the first piece that [`made_for_you`] draws; `None` where it draws none.
pub fn made_for_you_title(view: &View<'_>, result: &Recommendation) -> Option<&'static str> {
    let advice = [AdviceKind::Therapy, AdviceKind::Wish]
        .into_iter()
        .flat_map(|kind| of_kind(view, result, kind));
    let add_ons = add_ons(view, result).into_iter();
    let mut said = add_ons.chain(advice.map(|(_, said)| said));
    said.next().map(|said| view.say(said.title))
}

/// Draws the additional advice for any level: add-ons, kinds of help, wishes.
pub fn made_for_you(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let therapy = of_kind(view, result, AdviceKind::Therapy);
    let wishes = of_kind(view, result, AdviceKind::Wish);
    html! {
        <>
            { for add_ons(view, result).into_iter().map(|said| piece(view, said)) }
            { group(view, words.therapy_title, &therapy) }
            { group(view, words.wishes_title, &wishes) }
        </>
    }
}

/// Draws advice on overcoming barriers, and a lower level where that is not dangerous (V06).
pub fn ways_round(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let ways = of_kind(view, result, AdviceKind::WayRound);
    let lower = result.guidance.alternative;
    html! {
        <>
            { list(view, &ways) }
            if let Some(lower) = lower {
                <div class="advice">
                    <h3>{ words.other_ways_title }</h3>
                    <p>{ words.other_ways_first }{ " " }{ lower_way(view, lower.code()) }</p>
                </div>
            }
        </>
    }
}

fn lower_way(view: &View<'_>, code: &str) -> String {
    let level = view.words.in_a_sentence(code);
    super::view::fill(view.words.phrases.other_ways_if_not, &[("level", level)])
}

/// Draws a list of advice with titles and sources.
pub fn list(view: &View<'_>, found: &Found<'_>) -> Html {
    html! {
        <>
            { for found.iter().map(|(_, said)| piece(view, said)) }
            if !found.is_empty() { { origin(view, found) } }
        </>
    }
}

/// Pieces of advice, each with its words.
pub type Found<'a> = Vec<(&'static Advice, &'a AddOnWords)>;

/// Returns the advice of one kind that applies to a result.
pub fn of_kind<'a>(view: &View<'a>, result: &Recommendation, kind: AdviceKind) -> Found<'a> {
    let found = result.advice.iter().filter_map(|(index, _)| {
        let position = usize::from(index.0);
        let advice = view.model.questionnaire.advice.get(position);
        advice.zip(view.words.advice.get(position))
    });
    found
        .filter(|(advice, said)| advice.kind == kind && !said.is_left_out())
        .collect()
}

fn group(view: &View<'_>, title: &str, advice: &Found<'_>) -> Html {
    if advice.is_empty() {
        return Html::default();
    }
    html! {
        <div class="advice-group">
            <h3>{ title.to_owned() }</h3>
            <ul class="dots">
                { for advice.iter().map(|(_, said)| html! {
                    <li><b>{ view.say(said.title) }{ ". " }</b>{ view.say(said.text) }</li>
                }) }
            </ul>
            { origin(view, advice) }
        </div>
    }
}

fn piece(view: &View<'_>, said: &AddOnWords) -> Html {
    html! {
        <div class="advice"><h3>{ view.say(said.title) }</h3><p>{ view.say(said.text) }</p></div>
    }
}

/// Draws the sources of a group of advice, each once.
fn origin(view: &View<'_>, advice: &Found<'_>) -> Html {
    let mut named: Vec<&'static str> = Vec::new();
    for source in advice.iter().flat_map(|(advice, _)| advice.sources) {
        if !named.contains(&source.0) {
            named.push(source.0);
        }
    }
    sources(view, named.into_iter(), "")
}
