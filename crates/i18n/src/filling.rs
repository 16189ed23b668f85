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

/// Replaces placeholders in braces with values. In right-to-left text it isolates them.
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let is_rtl = phrase.chars().any(is_right_to_left);
    values
        .iter()
        .fold(phrase.to_owned(), |text, (name, value)| {
            let placeholder = ["{", name, "}"].concat();
            if is_rtl {
                text.replace(&placeholder, &isolated(value))
            } else {
                text.replace(&placeholder, value)
            }
        })
}

/// Finds where a number stands by itself, not as a part of a longer one.
pub fn standing_alone(text: &str, number: &str) -> Option<usize> {
    let is_part = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_ascii_digit() || letter == '-')
    };
    let mut found = text.match_indices(number).filter(|(at, _)| {
        let (before, from) = text.split_at(*at);
        let after = from.strip_prefix(number).unwrap_or_default();
        !is_part(before.chars().next_back()) && !is_part(after.chars().next())
    });
    Some(found.next()?.0)
}

/// Isolates a text from the direction of the text around it. After Arabic letters the digits of a phone number
/// would otherwise be shown group by group from the right: `1-800` as `800-1`.
pub fn isolated(text: &str) -> String {
    ["\u{2068}", text, "\u{2069}"].concat()
}

/// Whether a letter belongs to a script that runs from right to left.
pub fn is_right_to_left(letter: char) -> bool {
    ('\u{590}'..'\u{900}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_isolated_in_arabic_alone() {
        let number = [("number", "1-800-662-4357")];
        assert_eq!(fill("Call {number}", &number), "Call 1-800-662-4357");
        assert_eq!(
            fill("اتصل {number}", &number),
            "اتصل \u{2068}1-800-662-4357\u{2069}"
        );
    }
}
