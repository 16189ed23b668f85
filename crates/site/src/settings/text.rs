//! Validates texts, phone numbers, email addresses and URLs.

use super::json_value::JsonValue;

/// Validates one line of text, at most `longest` characters.
pub(super) fn line(value: &JsonValue, longest: usize) -> Option<String> {
    let text = value.text()?.trim();
    let length = text.chars().count();
    let fits = length > 0 && length <= longest && !text.chars().any(is_hidden);
    fits.then(|| text.to_owned())
}

/// Validates one of the known codes.
pub(super) fn one_of(value: &JsonValue, known: &[&str]) -> Option<String> {
    let text = value.text().filter(|text| known.contains(text));
    text.map(str::to_owned)
}

/// Validates a phone number, as written.
pub(super) fn number(value: &JsonValue) -> Option<String> {
    let text = line(value, 40)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_plain = |letter: char| letter.is_ascii_digit() || " +-().".contains(letter);
    // The longest international number has 15 digits, after a dialing prefix of up to three.
    let fits = (3..=18).contains(&digits) && text.chars().all(is_plain);
    fits.then_some(text)
}

/// Validates an email address by its characters: none that could add parameters to a `mailto:` URL.
pub(super) fn mail(value: &JsonValue) -> Option<String> {
    let text = line(value, 254)?;
    let (name, host) = text.split_once('@')?;
    let is_plain = |letter: char| {
        letter.is_ascii_alphanumeric() || ".-_+".contains(letter) || !letter.is_ascii()
    };
    let fits = |part: &str| !part.is_empty() && part.chars().all(is_plain);
    let is_whole = fits(name) && fits(host) && host.contains('.');
    is_whole.then_some(text)
}

/// Validates a URL: `https`, or `http` for localhost.
pub(super) fn link(value: &JsonValue) -> Option<String> {
    let text = line(value, super::MAX_TEXT_LEN)?;
    let may_follow = match text.split_once("://")? {
        ("https", rest) => !name_of(rest).is_empty(),
        ("http", rest) => ["localhost", "127.0.0.1"].contains(&name_of(rest)),
        _ => false,
    };
    let is_plain = text.chars().all(|letter| letter.is_ascii_graphic());
    (may_follow && is_plain && !text.contains('\\')).then_some(text)
}

/// Extracts the host name after the scheme; empty if anything is unusual.
fn name_of(rest: &str) -> &str {
    let position = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = position.split_once(':').unwrap_or((position, "0"));
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
    if port.parse::<u16>().is_ok() && name.chars().all(is_plain) {
        name
    } else {
        ""
    }
}

/// Sanitizes a key for display in a message: short, and only visible ASCII.
pub fn shown(key: &str) -> String {
    let plain = key.chars().take(40);
    plain
        .map(|letter| {
            if letter.is_ascii_graphic() {
                letter
            } else {
                '?'
            }
        })
        .collect()
}

/// Tells whether a character is invisible or changes the text direction.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
