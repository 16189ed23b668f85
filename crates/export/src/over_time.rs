//! Formats results of several days as text: the suggested level and the ratings of each day.

use assessment::{Dimension, PointsTo, Recommendation};
use i18n::Words;

use super::answers::voice_of;

/// Formats results by day, oldest first.
pub fn over_time(results: &[(String, &Recommendation)], words: &Words) -> String {
    let phrases = &words.phrases;
    let mut lines = vec![
        phrases.over_time_title.to_owned(),
        phrases.over_time_lead.to_owned(),
    ];
    for (day, result) in results {
        lines.push(String::new());
        lines.push(day.clone());
        lines.push(format!(
            "{}: {}",
            phrases.over_time_level,
            place_to_start(result, words)
        ));
        for (area, name) in Dimension::ALL.into_iter().zip(&words.dimensions) {
            let rated = words.ratings.get(usize::from(result.rating(area).rank()));
            lines.push(format!("{name}: {}", rated.copied().unwrap_or_default()));
        }
    }
    lines.push(String::new());
    lines.push(phrases.not_diagnosis.to_owned());
    lines.join("\n")
}

/// The name of the suggested level; the headline if there is no level, or if help, a talk or a
/// doctor comes before any level.
pub fn place_to_start(result: &Recommendation, words: &Words) -> String {
    let is_program = result.headline.points_to == PointsTo::Program;
    let level = result.level.filter(|_| is_program);
    match level.and_then(|level| words.levels.get(level.code())) {
        Some(level) => level.name.to_owned(),
        None => words.headline(result, voice_of(result)),
    }
}
