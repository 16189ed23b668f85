//! Reads the look of a site: its colors and its logo.

use super::super::colors::{Colors, Rgb, Scheme};
use super::super::contrast;
use super::given::JsonValue;
use super::part::Part;
use super::text;

pub(super) const KEYS: &[&str] = &["accent", "accent_dark"];

/// Endings of pictures that the page shows. `static/settings.js` says the same.
const PICTURES: [&str; 5] = ["svg", "png", "webp", "jpg", "jpeg"];

/// The accents in which words can be read.
pub(super) fn colors(part: &mut Part<'_>) -> Colors {
    Colors {
        accent: part.take("accent", |given| accent(given, Scheme::Light)),
        accent_dark: part.take("accent_dark", |given| accent(given, Scheme::Dark)),
    }
}

fn accent(given: &JsonValue, scheme: Scheme) -> Option<Rgb> {
    let color = Rgb::read(given.text()?)?;
    contrast::passes(color, scheme).then_some(color)
}

/// A file beside the page: letters, digits and `- _ .` alone, so that it can lead nowhere else.
pub(super) fn picture(given: &JsonValue) -> Option<String> {
    let name = text::line(given, 60)?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let begins = stem.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    let fits = begins && stem.chars().all(is_plain) && PICTURES.contains(&ending);
    fits.then_some(name)
}
