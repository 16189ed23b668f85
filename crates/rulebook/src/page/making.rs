//! Possible outputs of the rules, with rank and label.

use assessment::{AddOn, Alert, Dimension, FirstStep, LevelOfCare, RiskRating, Scale, Urgency};

use super::super::Rulebook;
use super::advice;
use markup::{row, table};
use maud::{Markup, html};

/// The areas and the outputs.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    let areas = Dimension::ALL.map(|dimension| rulebook.dimension(dimension));
    let ratings = html! {
        @for rating in RiskRating::ALL {
            @let words = rulebook.words.ratings.get(usize::from(rating.rank()));
            (row(&rating.rank().to_string(), &[words.copied().unwrap_or("")]))
        }
    };
    let add_ons = html! {
        @for (add_on, words) in AddOn::ALL.iter().zip(&rulebook.words.add_ons) {
            (row(add_on.code(), &[words.title.0, words.text.0]))
        }
    };
    html! {
        h3 id="areas" { "Areas, and how serious it is there" }
        p {
            (areas.join(", "))
            ". Each is rated from 0 to 4. The first has two withdrawal tracks inside it, "
            (rulebook.scale(Scale::StoppingDanger))
            " (alcohol, sedatives, barbiturates, GHB-type) and "
            (rulebook.scale(Scale::StoppingOpioid))
            " (opioids, kratom); something unknown belongs to both. The area is rated like the worse of \
             its tracks."
        }
        (table("Ratings", &["Rating", "In words"], &ratings))
        h3 id="outputs" { "Outputs" }
        (outputs(rulebook))
        h3 id="add-ons" { "Add-ons" }
        (table("Add-ons", &["Code", "Title", "What the visitor reads"], &add_ons))
        (advice::section(rulebook))
    }
}

fn outputs(rulebook: &Rulebook) -> Markup {
    let alerts = Alert::ALL.iter();
    let steps = FirstStep::ALL.iter();
    let levels = LevelOfCare::ALL.iter();
    let urgencies = Urgency::ALL.iter();
    html! {
        (ranked(
            "Alert: what needs help now",
            alerts.map(|one| (one.rank(), rulebook.alert(*one), one.code())),
        ))
        (ranked(
            "First step: what comes before treatment",
            steps.map(|one| (one.rank(), rulebook.first_step(*one), one.code())),
        ))
        (ranked(
            "Level: how much treatment",
            levels.map(|one| (one.rank(), rulebook.level(*one), one.code())),
        ))
        (ranked(
            "Urgency: how soon",
            urgencies.map(|one| (one.rank(), rulebook.urgency(*one), one.code())),
        ))
    }
}

/// Table of an output's values, from labels such as "2 (Clear need)".
fn ranked(caption: &str, values: impl Iterator<Item = (u8, String, &'static str)>) -> Markup {
    let rows = html! {
        @for (rank, words, code) in values {
            @let words = words.split_once(" (").map_or(words.as_str(), |(_, words)| words.trim_end_matches(')'));
            (row(&rank.to_string(), &[words, code]))
        }
    };
    table(caption, &["Rank", "In words", "Code"], &rows)
}
