//! Fills placeholders in phrases, and formats dates.

use super::phrases::Phrases;

impl Phrases {
    /// Formats an ISO date in words. Returns any other text unchanged.
    pub fn day(&self, iso: &str) -> String {
        let mut parts = iso.split('-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next())
        else {
            return iso.to_owned();
        };
        let month = month
            .parse::<usize>()
            .ok()
            .and_then(|month| month.checked_sub(1));
        let Some(month) = month.and_then(|month| self.months.split(", ").nth(month)) else {
            return iso.to_owned();
        };
        let day = day.trim_start_matches('0');
        fill(
            self.day_of,
            &[("day", day), ("month", month), ("year", year)],
        )
    }
}

/// Replaces placeholders in braces with values.
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(phrase.to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
}
