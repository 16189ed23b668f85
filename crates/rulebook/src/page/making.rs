//! What the rules can say, with rank and words.

use assessment::{AddOn, Alert, Dimension, FirstStep, LevelOfCare, RiskRating, Scale, Urgency};

use super::super::Rulebook;
use super::advice;
use markup::Markup;

/// Writes the areas and the outputs.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    section.says(
        "h3",
        &[("id", "areas")],
        "Areas, and how serious it is there",
    );
    section.element("p", &[], |says| {
        let areas = Dimension::ALL.map(|dimension| rulebook.dimension(dimension));
        says.text(&format!(
            "{}. Each is rated from 0 to 4. The first has two withdrawal tracks inside it, {} \
             (alcohol, sedatives, barbiturates, GHB-type) and {} (opioids, kratom); something \
             unknown belongs to both. The area is rated like the worse of its tracks.",
            areas.join(", "),
            rulebook.scale(Scale::StoppingDanger),
            rulebook.scale(Scale::StoppingOpioid),
        ));
    });
    section.table("Ratings", &["Rating", "In words"], |rows| {
        for rating in RiskRating::ALL {
            let words = rulebook.words.ratings.get(usize::from(rating.rank()));
            rows.row(&rating.rank().to_string(), &[words.copied().unwrap_or("")]);
        }
    });
    section.says("h3", &[("id", "outputs")], "Outputs");
    outputs(rulebook, section);
    section.says("h3", &[("id", "add-ons")], "Add-ons");
    section.table(
        "Add-ons",
        &["Code", "Title", "What the visitor reads"],
        |rows| {
            for (add_on, words) in AddOn::ALL.iter().zip(&rulebook.words.add_ons) {
                rows.row(add_on.code(), &[words.title.0, words.text.0]);
            }
        },
    );
    advice::write(rulebook, section);
}

fn outputs(rulebook: &Rulebook, section: &mut Markup) {
    let columns = ["Rank", "In words", "Code"];
    section.table("Alert: what needs help now", &columns, |rows| {
        for alert in Alert::ALL {
            ranked(rows, alert.rank(), &rulebook.alert(*alert), alert.code());
        }
    });
    section.table(
        "First step: what comes before treatment",
        &columns,
        |rows| {
            for step in FirstStep::ALL {
                ranked(rows, step.rank(), &rulebook.first_step(*step), step.code());
            }
        },
    );
    section.table("Level: how much treatment", &columns, |rows| {
        for level in LevelOfCare::ALL {
            ranked(rows, level.rank(), &rulebook.level(*level), level.code());
        }
    });
    section.table("Urgency: how soon", &columns, |rows| {
        for urgency in Urgency::ALL {
            ranked(
                rows,
                urgency.rank(),
                &rulebook.urgency(*urgency),
                urgency.code(),
            );
        }
    });
}

/// A row of an output; its words come as "2 (Clear need)".
fn ranked(rows: &mut Markup, rank: u8, words: &str, code: &str) {
    let words = words
        .split_once(" (")
        .map_or(words, |(_, words)| words.trim_end_matches(')'));
    rows.row(&rank.to_string(), &[words, code]);
}
