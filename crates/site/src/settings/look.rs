//! Reads the look of a site: its colours and its logo.

use super::super::colours::{Colours, Rgb, Scheme};
use super::super::contrast;
use super::given::Given;
use super::part::Part;
use super::text;

pub(super) const KEYS: &[&str] = &["accent", "accent_dark"];

/// Endings of pictures that the page shows. `static/settings.js` says the same.
const PICTURES: [&str; 5] = ["svg", "png", "webp", "jpg", "jpeg"];

/// The accents in which words can be read.
pub(super) fn colours(part: &mut Part<'_>) -> Colours {
    Colours {
        accent: part.take("accent", |given| accent(given, Scheme::Light)),
        accent_dark: part.take("accent_dark", |given| accent(given, Scheme::Dark)),
    }
}

fn accent(given: &Given, scheme: Scheme) -> Option<Rgb> {
    let colour = Rgb::read(given.text()?)?;
    contrast::passes(colour, scheme).then_some(colour)
}

/// A file beside the page: letters, digits and `- _ .` alone, so that it can lead nowhere else.
pub(super) fn picture(given: &Given) -> Option<String> {
    let name = text::line(given, 60)?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let begins = stem.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    let fits = begins && stem.chars().all(is_plain) && PICTURES.contains(&ending);
    fits.then_some(name)
}
