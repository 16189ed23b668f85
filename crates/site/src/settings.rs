//! Parses and validates the settings of a site (`site.json`).
//!
//! The file is untrusted: texts are limited, URLs must be `https`, and an invalid value is dropped
//! with a [`Warning`] that names the key and never its value. Parsing always returns a [`Site`].

mod contact;

mod hours;

mod json_value;

mod look;

mod part;

mod programs;

mod text;

use super::{COUNTRIES, Language, Site};

pub use json_value::{JsonValue, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN};
pub use text::shown;

use part::Part;

/// Maximum size in bytes of `site.json`, and of a logo.
pub const MAX_BYTES: usize = 100_000;

/// Warning about a dropped key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The file is not a JSON object.
    NoObject,
    /// The key is unknown.
    Unknown(String),
    /// The value of this key is invalid; the default applies.
    Unfit(String),
}

/// Known keys of each object, by its path; the path of the outermost object is empty.
pub const KEYS: [(&str, &[&str]); 5] = [
    ("", OUTERMOST),
    ("colours", look::KEYS),
    ("programs", programs::KEYS),
    ("hours", hours::KEYS),
    ("contact", contact::KEYS),
];

const OUTERMOST: &[&str] = &[
    // For editors only; ignored here.
    "$schema",
    "name",
    "logo",
    "colours",
    "phone",
    "text_number",
    "email",
    "address",
    "region",
    "locales",
    "language_help",
    "leave_to",
    "programs",
    "hours",
    "contact",
    "consent",
    "privacy_link",
    "terms_link",
    "report",
    "partners",
];

/// An empty list would leave nothing to choose, so it is an error.
fn languages(value: &JsonValue) -> Option<Vec<&'static Language>> {
    let language = |entry: &JsonValue| match entry {
        JsonValue::Text(locale) => Language::find(locale),
        JsonValue::Flag(_) | JsonValue::List(_) | JsonValue::Map(_) | JsonValue::Other => None,
    };
    part::list(value, language).filter(|languages| !languages.is_empty())
}

/// Parses the settings of a site; returns warnings about dropped keys.
pub fn settings(value: &JsonValue) -> (Site, Vec<Warning>) {
    let mut warnings = Vec::new();
    let mut site = Site::default();
    let JsonValue::Map(_) = value else {
        return (site, vec![Warning::NoObject]);
    };
    let mut top = Part::new("", value, OUTERMOST, &mut warnings);
    top.optional("$schema", |value| text::line(value, 200));
    site.name = top.optional("name", |value| text::line(value, 80));
    site.logo = top.optional("logo", look::picture);
    site.phone = top.optional("phone", text::number);
    site.text_to = top.optional("text_number", text::number);
    site.email = top.optional("email", text::mail);
    site.address = top
        .optional("address", contact::address)
        .unwrap_or_default();
    if let Some(languages) = top.optional("locales", languages) {
        site.languages = languages;
    }
    let region = top.optional("region", |value| text::one_of(value, &COUNTRIES));
    site.country = COUNTRIES
        .into_iter()
        .find(|code| region.as_deref() == Some(code));
    site.language_help = top.optional("language_help", text::link);
    site.consent = top.optional("consent", |value| text::line(value, 600));
    site.privacy_link = top.optional("privacy_link", text::link);
    site.terms_link = top.optional("terms_link", text::link);
    site.report = top.optional("report", contact::report);
    // Only for server headers; the page does not use them.
    site.partners = top
        .optional("partners", contact::partners)
        .unwrap_or_default();
    if let Some(leave_to) = top.optional("leave_to", text::link) {
        site.leave_to = leave_to;
    }
    if let Some(mut part) = top.part("colours", look::KEYS) {
        site.colors = look::colors(&mut part);
    }
    if let Some(mut part) = top.part("programs", programs::KEYS) {
        site.programs = programs::programs(&mut part);
    }
    if let Some(mut part) = top.part("hours", hours::KEYS) {
        site.hours = hours::hours(&mut part);
    }
    if let Some(mut part) = top.part("contact", contact::KEYS) {
        site.endpoint = contact::endpoint(&mut part);
        site.ways = part.optional("ways", contact::ways).unwrap_or_default();
    }
    (site, warnings)
}
