//! Reads what a site set in its `site.json`.
//!
//! Nothing here trusts it: texts have lengths, addresses are `https`, and what does not fit is left
//! out with a [`Warning`] that names the key and never its value. Whatever it holds, a [`Site`] comes
//! of it.

mod contact;

mod given;

mod hours;

mod look;

mod part;

mod programs;

mod text;

use super::Site;

pub use given::{JsonValue, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LEN};
pub use text::shown;

use part::Part;

/// The most bytes of a `site.json` that are looked at, and of a logo.
pub const MAX_BYTES: usize = 100_000;

/// A key that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// There is no object at all.
    NoObject,
    /// Nothing reads this key.
    Unknown(String),
    /// The value of this key cannot be used; the default stands.
    Unfit(String),
}

/// The keys that are read: of the whole, whose name is empty, and of each object inside it.
pub const KEYS: [(&str, &[&str]); 5] = [
    ("", OUTERMOST),
    ("colours", look::KEYS),
    ("programs", programs::KEYS),
    ("hours", hours::KEYS),
    ("contact", contact::KEYS),
];

const OUTERMOST: &[&str] = &[
    // What an editor helps by. Nothing comes of it.
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

/// Reads the settings of a site, and tells what could not be used.
pub fn settings(given: &JsonValue) -> (Site, Vec<Warning>) {
    let mut warnings = Vec::new();
    let mut site = Site::default();
    let JsonValue::Map(_) = given else {
        return (site, vec![Warning::NoObject]);
    };
    let mut top = Part::new("", given, OUTERMOST, &mut warnings);
    top.take("$schema", |given| text::line(given, 200));
    site.name = top.take("name", |given| text::line(given, 80));
    site.logo = top.take("logo", look::picture);
    site.phone = top.take("phone", text::number);
    site.text_to = top.take("text_number", text::number);
    site.email = top.take("email", text::mail);
    site.address = top.take("address", contact::address).unwrap_or_default();
    // Only one region and locale exist. Warn on any other.
    top.take("region", |given| text::one_of(given, &["US"]));
    top.take("locales", |given| {
        part::list(given, |entry| text::one_of(entry, &["en"]))
    });
    site.consent = top.take("consent", |given| text::line(given, 600));
    site.privacy_link = top.take("privacy_link", text::link);
    site.terms_link = top.take("terms_link", text::link);
    site.report = top.take("report", contact::report);
    // For the headers of the server; the page itself does nothing with them.
    site.partners = top.take("partners", contact::partners).unwrap_or_default();
    if let Some(leave_to) = top.take("leave_to", text::link) {
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
        site.ways = part.take("ways", contact::ways).unwrap_or_default();
    }
    (site, warnings)
}
