//! Advice that fits the person's own answers.

use yew::{Html, html};

use assessment::{AddOn, Advice, AdviceKind, Recommendation};
use i18n::AddOnWords;

use super::view::View;
use super::why::sources;

/// Advice to add, whatever the level: add-ons, kinds of help, wishes.
pub fn made_for_you(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let add_ons = AddOn::ALL.iter().zip(&view.words.add_ons);
    let mut add_ons: Vec<Html> = add_ons
        .filter(|(add_on, _)| result.add_ons.contains(add_on))
        .map(|(_, said)| piece(view, said))
        .collect();
    if result.add_ons.contains(&AddOn::MedicationOpioid) {
        let (title, text) = (words.opioid_title, words.opioid_text);
        add_ons.insert(
            0,
            html! { <div class="advice"><h3>{ title }</h3><p>{ text }</p></div> },
        );
    }
    let therapy = of_kind(view, result, AdviceKind::Therapy);
    let wishes = of_kind(view, result, AdviceKind::Wish);
    if add_ons.is_empty() && therapy.is_empty() && wishes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card made-for-you">
            <h2>{ words.also_title }</h2>
            { for add_ons }
            { group(view, words.therapy_title, &therapy) }
            { group(view, words.wishes_title, &wishes) }
        </section>
    }
}

/// Keep people safe, and lines for what else was named (V15).
pub fn safety(view: &View<'_>, result: &Recommendation) -> Html {
    own_card(
        view,
        result,
        AdviceKind::Safety,
        view.words.phrases.safety_title,
    )
}

/// What to do where something stands in the way, and a level below where that is not dangerous (V06).
pub fn ways_round(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let ways = of_kind(view, result, AdviceKind::WayRound);
    let lower = result.guidance.alternative;
    if ways.is_empty() && lower.is_none() {
        return Html::default();
    }
    html! {
        <section class="card ways-round">
            <h2>{ words.ways_title }</h2>
            { for ways.iter().map(|(_, said)| piece(view, said)) }
            if !ways.is_empty() { { origin(view, &ways) } }
            if let Some(lower) = lower {
                <div class="advice">
                    <h3>{ words.other_ways_title }</h3>
                    <p>{ words.other_ways_first }{ " " }{ lower_way(view, lower.code()) }</p>
                </div>
            }
        </section>
    }
}

fn lower_way(view: &View<'_>, code: &str) -> String {
    let level = view.words.in_a_sentence(code);
    super::view::fill(view.words.phrases.other_ways_if_not, &[("level", level)])
}

/// For whoever answers for someone else: how to help, and how to look after oneself.
pub fn for_supporters(view: &View<'_>, result: &Recommendation) -> Html {
    own_card(
        view,
        result,
        AdviceKind::Supporter,
        view.words.phrases.supporter_title,
    )
}

/// For someone under 18.
pub fn for_young_people(view: &View<'_>, result: &Recommendation) -> Html {
    own_card(
        view,
        result,
        AdviceKind::Young,
        view.words.phrases.young_title,
    )
}

fn own_card(view: &View<'_>, result: &Recommendation, kind: AdviceKind, title: &str) -> Html {
    let advice = of_kind(view, result, kind);
    if advice.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card">
            <h2>{ title.to_owned() }</h2>
            { for advice.iter().map(|(_, said)| piece(view, said)) }
            { origin(view, &advice) }
        </section>
    }
}

type Found<'a> = Vec<(&'static Advice, &'a AddOnWords)>;

fn of_kind<'a>(view: &View<'a>, result: &Recommendation, kind: AdviceKind) -> Found<'a> {
    let found = result.advice.iter().filter_map(|(index, _)| {
        let position = usize::from(index.0);
        let advice = view.model.questionnaire.advice.get(position);
        advice.zip(view.words.advice.get(position))
    });
    found.filter(|(advice, _)| advice.kind == kind).collect()
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

/// Where a group of advice comes from, each source once.
fn origin(view: &View<'_>, advice: &Found<'_>) -> Html {
    let mut named: Vec<&'static str> = Vec::new();
    for source in advice.iter().flat_map(|(advice, _)| advice.sources) {
        if !named.contains(&source.0) {
            named.push(source.0);
        }
    }
    sources(view, named.into_iter(), "")
}
