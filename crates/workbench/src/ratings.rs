//! View of the rating of each area and of the two withdrawal tracks.

use html::html;
use yew::Html;

use assessment::{Dimension, Scale};

use super::view::View;
use super::words;

/// Display order: an area before its tracks.
const ORDER: [Scale; 8] = [
    Scale::Whole(Dimension::StoppingSafely),
    Scale::StoppingDanger,
    Scale::StoppingUnprescribed,
    Scale::StoppingOpioid,
    Scale::Whole(Dimension::PhysicalHealth),
    Scale::Whole(Dimension::MindAndSafety),
    Scale::Whole(Dimension::UseAndControl),
    Scale::Whole(Dimension::HomeAndSupport),
];

/// Renders the ratings.
pub(super) fn ratings(view: &View<'_>) -> Html {
    html! {
        <section class="bench-part" aria-labelledby="ratings-heading">
            <h2 id="ratings-heading">{ words::RATINGS }</h2>
            <table class="bench-table">
                <thead>
                    <tr><th scope="col">{ words::AREA }</th><th scope="col">{ words::RATING }</th></tr>
                </thead>
                <tbody>{ for ORDER.map(|scale| row(view, scale)) }</tbody>
            </table>
        </section>
    }
}

fn row(view: &View<'_>, scale: Scale) -> Html {
    let rating = view.result.ratings.get(scale);
    let said = view
        .words
        .ratings
        .get(usize::from(rating.rank()))
        .copied()
        .unwrap_or_default();
    let area = |wanted: Dimension| {
        let named = Dimension::ALL.into_iter().zip(&view.words.dimensions);
        named
            .into_iter()
            .find(|(dimension, _)| *dimension == wanted)
            .map_or("", |(_, name)| *name)
    };
    let stopping = area(Dimension::StoppingSafely);
    let (name, class) = match scale {
        Scale::Whole(dimension) => (area(dimension).to_owned(), None),
        Scale::StoppingDanger => (
            format!("{stopping}, {}", words::DANGER_TRACK),
            Some("bench-track"),
        ),
        Scale::StoppingUnprescribed => (
            format!("{stopping}, {}", words::UNPRESCRIBED),
            Some("bench-track"),
        ),
        Scale::StoppingOpioid => (
            format!("{stopping}, {}", words::OPIOID_TRACK),
            Some("bench-track"),
        ),
    };
    html! {
        <tr {class}>
            <th scope="row">{ name }</th>
            <td><b>{ rating.rank() }</b>{ " " }{ said }</td>
        </tr>
    }
}
