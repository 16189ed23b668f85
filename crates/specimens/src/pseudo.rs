//! Pseudo-locale: English with accents, 40 % longer and from right to left. What is not in it was never
//! translated, and what it breaks a translation would break.

use i18n::Words;

/// Tag of the pseudo-locale, as in the Unicode CLDR: Arabic as if from a region of its own.
pub const PSEUDO_LOCALE: &str = "ar-XB";

/// Added to each sentence. It cannot be broken between letters of one word.
const PADDING: &str = " Dónáúdámpfschífffáhrtsgésélls";

/// Translates all texts into the pseudo-locale; `None` if they no longer read back as words.
pub fn pseudo_locale(words: &Words) -> Option<Words> {
    let texts: Vec<String> = words.write().iter().map(|text| translated(text)).collect();
    let mut words = Words::read(content::questionnaire(), &texts.join("\n")).ok()?;
    words.locale = PSEUDO_LOCALE;
    Some(words)
}

/// Whether a text was translated: one of its letters has an accent.
pub fn is_pseudo(text: &str) -> bool {
    text.contains(['á', 'é', 'í', 'ó', 'ú', 'Á', 'É', 'Í', 'Ó', 'Ú'])
}

fn translated(text: &str) -> String {
    if !is_words(text) {
        return text.to_owned();
    }
    let mut is_placeholder = false;
    let accented: String = text
        .chars()
        .map(|letter| {
            is_placeholder = letter == '{' || is_placeholder && letter != '}';
            if is_placeholder {
                letter
            } else {
                accent(letter)
            }
        })
        .collect();
    // A single word may be a name, and the last entry of a list would become too long.
    if text.contains(' ') && !text.contains(", ") {
        let mut length = accented.chars().count().saturating_mul(2) / 5;
        length = length.max(12);
        let padding = PADDING.chars().cycle().take(length);
        return accented
            .chars()
            .chain(padding)
            .collect::<String>()
            .trim_end()
            .to_owned();
    }
    accented
}

/// Whether a text is for people: ids, addresses, numbers and example weeks are in lowercase and without spaces.
fn is_words(text: &str) -> bool {
    text.contains(' ') || text.starts_with(|letter: char| letter.is_uppercase())
}

fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        'A' => 'Á',
        'E' => 'É',
        'I' => 'Í',
        'O' => 'Ó',
        'U' => 'Ú',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_longer_and_placeholders_stay() {
        let text = translated("About {minutes} minutes, or so they say");
        assert!(text.starts_with("Ábóút {minutes} mínútés"), "{text}");
        let original = "It may take a while until it is done";
        let long = translated(original).chars().count();
        assert!(long * 10 >= original.len() * 13, "{long}");
        for same in ["alcohol", "988lifeline.org", "1-800-662-4357", "wwwwwff"] {
            assert_eq!(translated(same), same);
        }
    }
}
