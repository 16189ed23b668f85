//! Checks the contrast of accent colors and suggests the nearest color with enough contrast.

use site::{Rgb, Scheme, contrast};

use super::field::Field;
use super::model::Model;
use super::words;

/// Result of the contrast check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// The text to show.
    pub(super) text: String,
    /// The nearest color with enough contrast, if this one has too little.
    pub(super) instead: Option<Rgb>,
}

/// Checks an accent color; `None` if the field is empty or not a color.
pub(super) fn verdict(model: &Model, field: Field) -> Option<Verdict> {
    let scheme = scheme(field)?;
    let color = Rgb::read(model.text(field))?;
    let ratio = contrast::least(color, scheme);
    let passes = contrast::passes(color, scheme);
    let said = if passes {
        words::CONTRAST_FINE
    } else {
        words::CONTRAST_LOW
    };
    Some(Verdict {
        text: said.replace("{ratio}", &written(ratio)),
        instead: contrast::nearest(color, scheme).filter(|_| !passes),
    })
}

/// The color scheme that an accent field belongs to.
pub(super) fn scheme(field: Field) -> Option<Scheme> {
    let accents = [
        (Field::Accent, Scheme::Light),
        (Field::AccentDark, Scheme::Dark),
    ];
    let accent = accents.into_iter().find(|(accent, _)| *accent == field);
    accent.map(|(_, scheme)| scheme)
}

/// Formats hundredths as a decimal, such as 4.5.
fn written(hundredths: u32) -> String {
    let whole = hundredths.checked_div(100).unwrap_or_default();
    let tenth = hundredths
        .checked_rem(100)
        .and_then(|rest| rest.checked_div(10))
        .unwrap_or_default();
    format!("{whole}.{tenth}")
}

/// Initial color of the picker: the default accent.
pub(super) fn own(field: Field) -> &'static str {
    match scheme(field) {
        Some(Scheme::Dark) => "#84d0c6",
        Some(Scheme::Light) | None => "#0f5c5c",
    }
}
