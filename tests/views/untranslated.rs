//! Nothing that a person reads stands in the code: every text of every screen is in the pseudo-locale.

use std::collections::BTreeSet;

use site::LANGUAGES;
use specimens::check;
use specimens::pseudo::{is_pseudo, pseudo_locale};

/// What a person typed, which is the same in every language.
const SAME: &[&str] = &["Kim", "Do you have evening groups?"];

/// Attributes whose values are read out or shown.
const READ: &[&str] = &["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""];

#[test]
fn every_text_of_every_screen_comes_from_the_words() {
    let words = pseudo_locale(&super::words()).unwrap();
    let (mut untranslated, mut same) = (BTreeSet::new(), BTreeSet::new());
    for specimen in check::all(&words) {
        // Screens of a site show its own texts; they are in its own language.
        if specimen.name.contains("site") || specimen.name.contains("-center") {
            continue;
        }
        let attributes = READ.iter().flat_map(|name| {
            let values = specimen.html.split(name).skip(1);
            values.filter_map(|rest| rest.split('"').next())
        });
        let texts = specimen.html.split('>').skip(1);
        let texts = texts.filter_map(|rest| rest.split('<').next());
        for text in texts.chain(attributes) {
            let text = text.trim();
            let is_language = LANGUAGES.iter().any(|language| language.name == text);
            if !text.contains(char::is_alphabetic)
                || is_language
                || is_pseudo(text)
                || is_code(text)
            {
                continue;
            }
            if SAME.contains(&text) {
                same.insert(text.to_owned());
            } else {
                untranslated.insert(text.to_owned());
            }
        }
    }
    let all: Vec<String> = untranslated.into_iter().collect();
    assert!(all.is_empty(), "{} texts:\n{}", all.len(), all.join("\n"));
    // What is not translated is seen.
    assert_eq!(same.len(), SAME.len(), "{same:?}");
}

/// Whether a text is the same in every language by its nature: an address, an id, an abbreviation, or a line of
/// what a contact form sends.
fn is_code(text: &str) -> bool {
    let is_address = !text.contains(' ') && text.contains('.');
    // Codes of results, and rules such as F02-danger.
    let is_id = !text.contains(char::is_lowercase)
        || !text.contains(' ')
            && text
                .chars()
                .nth(2)
                .is_some_and(|third| third.is_ascii_digit());
    let (name, _) = text.split_once(": ").unwrap_or((text, ""));
    let is_sent = name
        .chars()
        .all(|letter| letter.is_ascii_lowercase() || letter == '_');
    is_address || is_id || is_sent
}

#[test]
fn the_pseudo_locale_runs_from_right_to_left() {
    let words = pseudo_locale(&super::words()).unwrap();
    assert_eq!(words.direction(), Some("rtl"));
    let html = check::start(&words);
    assert!(html.contains("lang=\"ar-XB\" dir=\"rtl\""), "{html}");
}
