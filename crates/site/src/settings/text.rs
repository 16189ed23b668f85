//! Texts, numbers and addresses that may be shown and followed.

use super::given::JsonValue;

/// One line of words, at most so many characters.
pub(super) fn line(given: &JsonValue, longest: usize) -> Option<String> {
    let text = given.text()?.trim();
    let length = text.chars().count();
    let fits = length > 0 && length <= longest && !text.chars().any(is_hidden);
    fits.then(|| text.to_owned())
}

/// One of these words.
pub(super) fn one_of(given: &JsonValue, known: &[&str]) -> Option<String> {
    let text = given.text().filter(|text| known.contains(text));
    text.map(str::to_owned)
}

/// A number to call or text, as it is written.
pub(super) fn number(given: &JsonValue) -> Option<String> {
    let text = line(given, 40)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_plain = |letter: char| letter.is_ascii_digit() || " +-().".contains(letter);
    // The longest number there can be has 15 digits, after up to three that lead abroad.
    let fits = (3..=18).contains(&digits) && text.chars().all(is_plain);
    fits.then_some(text)
}

/// An address for mail. Whether it exists, only a mail can tell; what could add to the mail is out.
pub(super) fn mail(given: &JsonValue) -> Option<String> {
    let text = line(given, 254)?;
    let (name, host) = text.split_once('@')?;
    let is_plain = |letter: char| {
        letter.is_ascii_alphanumeric() || ".-_+".contains(letter) || !letter.is_ascii()
    };
    let fits = |part: &str| !part.is_empty() && part.chars().all(is_plain);
    let is_whole = fits(name) && fits(host) && host.contains('.');
    is_whole.then_some(text)
}

/// An address to follow: `https`, or `http` on this computer itself.
pub(super) fn link(given: &JsonValue) -> Option<String> {
    let text = line(given, super::MAX_TEXT_LEN)?;
    let may_follow = match text.split_once("://")? {
        ("https", rest) => !name_of(rest).is_empty(),
        ("http", rest) => ["localhost", "127.0.0.1"].contains(&name_of(rest)),
        _ => false,
    };
    let is_plain = text.chars().all(|letter| letter.is_ascii_graphic());
    (may_follow && is_plain && !text.contains('\\')).then_some(text)
}

/// The name of the computer in what follows the scheme; empty where there is anything unusual.
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

/// A key as it may be told: short, and nothing in it that could pass for something else.
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

/// Letters that are not seen, or that turn the direction of what is.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
