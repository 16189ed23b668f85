//! The five areas of need, with the rating in words and as concentric rings.

use html::html;
use yew::Html;

use assessment::{Dimension, Recommendation, RiskRating};

use super::super::view::View;

/// Draws the areas, the greatest need first.
pub fn profile(view: &View<'_>, result: &Recommendation) -> Html {
    let words = &view.words.phrases;
    let ratings = RiskRating::ALL.iter().rev();
    let rows = ratings.flat_map(|rating| {
        let named = Dimension::ALL.into_iter().zip(&view.words.dimensions);
        named
            .filter(|(dimension, _)| result.rating(*dimension) == *rating)
            .map(|(_, name)| (*rating, *name))
    });
    html! {
        <>
            <h3>{ words.profile_title }</h3>
            <ul class="profile">
                { for rows.map(|(rating, name)| row(view, rating, name)) }
            </ul>
        </>
    }
}

fn row(view: &View<'_>, rating: RiskRating, name: &str) -> Html {
    let rated = view.words.ratings.get(usize::from(rating.rank()));
    html! {
        <li class={format!("need need-{}", rating.rank())}>
            { rings(rating) }
            <p><b>{ name.to_owned() }</b>{ rated.copied().unwrap_or_default() }</p>
        </li>
    }
}

/// Draws an open dot for no need; otherwise a dot, with one more ring per step.
fn rings(rating: RiskRating) -> Html {
    let rings: &[&str] = match rating {
        RiskRating::None | RiskRating::Some => &[],
        RiskRating::Clear => &["10"],
        RiskRating::Serious => &["10", "15"],
        RiskRating::Severe => &["10", "15", "20"],
    };
    let dot = if rating == RiskRating::None {
        "dot open"
    } else {
        "dot"
    };
    html! {
        <svg class="rings" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
            { for rings.iter().map(|radius| html! {
                <circle class="ring" cx="22" cy="22" r={*radius} />
            }) }
            <circle class={dot} cx="22" cy="22" r="5" />
        </svg>
    }
}
