//! Parses accent colors and the logo.

use super::super::colors::{Colors, Rgb, Scheme};
use super::super::contrast;
use super::json_value::JsonValue;
use super::part::Part;
use super::text;

pub(super) const KEYS: &[&str] = &["accent", "accent_dark"];

/// Extensions of supported image files; `static/settings.js` has the same list.
const PICTURES: [&str; 5] = ["svg", "png", "webp", "jpg", "jpeg"];

/// Parses accent colors; drops those without enough contrast.
pub(super) fn colors(part: &mut Part<'_>) -> Colors {
    Colors {
        accent: part.optional("accent", |value| accent(value, Scheme::Light)),
        accent_dark: part.optional("accent_dark", |value| accent(value, Scheme::Dark)),
    }
}

fn accent(value: &JsonValue, scheme: Scheme) -> Option<Rgb> {
    let color = Rgb::read(value.text()?)?;
    contrast::passes(color, scheme).then_some(color)
}

/// Parses the name of an image file beside the page: only letters, digits and `- _ .`, so that it
/// cannot point anywhere else.
pub(super) fn picture(value: &JsonValue) -> Option<String> {
    let name = text::line(value, 60)?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let begins = stem.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    let fits = begins && stem.chars().all(is_plain) && PICTURES.contains(&ending);
    fits.then_some(name)
}
