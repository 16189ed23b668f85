//! How well an accent can be read, and the nearest one that can.

use site::{Rgb, Scheme, contrast};

use super::field::Field;
use super::model::Model;
use super::words;

/// What is said of an accent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// In words.
    pub(super) text: String,
    /// The nearest color in which words can be read, where they cannot in this one.
    pub(super) instead: Option<Rgb>,
}

/// Looks at an accent. Nothing is said of an empty field, or of what is no color.
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

/// The scheme an accent is for.
pub(super) fn scheme(field: Field) -> Option<Scheme> {
    let accents = [
        (Field::Accent, Scheme::Light),
        (Field::AccentDark, Scheme::Dark),
    ];
    let accent = accents.into_iter().find(|(accent, _)| *accent == field);
    accent.map(|(_, scheme)| scheme)
}

/// Hundredths as people write them: 4.5.
fn written(hundredths: u32) -> String {
    let whole = hundredths.checked_div(100).unwrap_or_default();
    let tenth = hundredths
        .checked_rem(100)
        .and_then(|rest| rest.checked_div(10))
        .unwrap_or_default();
    format!("{whole}.{tenth}")
}

/// What the picker shows while nothing was entered: the check's own accent.
pub(super) fn own(field: Field) -> &'static str {
    match scheme(field) {
        Some(Scheme::Dark) => "#84d0c6",
        Some(Scheme::Light) | None => "#0f5c5c",
    }
}
