//! Reads what a site set in its `site.json`.
//!
//! Nothing here trusts it: texts have lengths, addresses are `https`, and what does not fit is left
//! out with a [`Warning`] that names the key and never its value. Whatever it holds, a [`Site`] comes
//! of it.

mod given;

mod hours;

mod text;

use crate::assessment::LevelOfCare;

use super::contact_way::{ContactWay, Encoding, Endpoint};
use super::hours::Hours;
use super::programs::{Offer, Programs, WithdrawalCareKind};
use super::{Opening, Site};

pub use given::{Given, LONGEST_TEXT, MOST_ENTRIES};

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

const KEYS: &[&str] = &[
    "name",
    "phone",
    "text_number",
    "email",
    "leave_to",
    "programs",
    "hours",
    "contact",
    "privacy_link",
    "terms_link",
];

const PROGRAM_KEYS: &[&str] = &[
    "levels",
    "withdrawal_care",
    "medication_opioid",
    "medication_alcohol",
    "mental_health",
    "pregnancy",
    "under_18",
    "payment",
    "languages",
];

const HOURS_KEYS: &[&str] = &["zone", "words", "open"];

const CONTACT_KEYS: &[&str] = &["endpoint", "encoding", "ways"];

/// Reads the settings of a site, and tells what could not be used.
pub fn settings(given: &Given) -> (Site, Vec<Warning>) {
    let mut warnings = Vec::new();
    let mut site = Site::default();
    let Given::Map(_) = given else {
        return (site, vec![Warning::NoObject]);
    };
    let mut top = Part::new("", given, KEYS, &mut warnings);
    site.name = top.take("name", |given| text::line(given, 80));
    site.phone = top.take("phone", text::number);
    site.text_to = top.take("text_number", text::number);
    site.email = top.take("email", text::mail);
    site.privacy_link = top.take("privacy_link", text::link);
    site.terms_link = top.take("terms_link", text::link);
    if let Some(leave_to) = top.take("leave_to", text::link) {
        site.leave_to = leave_to;
    }
    if let Some(mut part) = top.part("programs", PROGRAM_KEYS) {
        site.programs = programs(&mut part);
    }
    if let Some(mut part) = top.part("hours", HOURS_KEYS) {
        site.hours = hours(&mut part);
    }
    if let Some(mut part) = top.part("contact", CONTACT_KEYS) {
        site.endpoint = endpoint(&mut part);
        site.ways = part.take("ways", ways).unwrap_or_default();
    }
    (site, warnings)
}

fn programs(part: &mut Part<'_>) -> Programs {
    let texts: fn(&Given) -> Option<Vec<String>> =
        |given| list(given, |entry| text::line(entry, 60));
    Programs {
        levels: part.take("levels", |given| list(given, level)),
        withdrawal_care: part
            .take("withdrawal_care", withdrawal_care)
            .unwrap_or_default(),
        medication_opioid: part.take("medication_opioid", offer).unwrap_or_default(),
        medication_alcohol: part.take("medication_alcohol", offer).unwrap_or_default(),
        mental_health: part.take("mental_health", offer).unwrap_or_default(),
        pregnancy: part.take("pregnancy", offer).unwrap_or_default(),
        under_18: part.take("under_18", offer).unwrap_or_default(),
        payment: part.take("payment", texts).unwrap_or_default(),
        languages: part.take("languages", texts).unwrap_or_default(),
    }
}

/// Hours need all three; a part of them would say something else.
fn hours(part: &mut Part<'_>) -> Option<Hours> {
    let zone = part.need("zone", hours::zone);
    let words = part.need("words", |given| text::line(given, 200));
    let open: Option<Vec<Opening>> = part.need("open", |given| list(given, hours::opening));
    Some(Hours {
        zone: zone?,
        open: open?,
        words: words?,
    })
}

fn endpoint(part: &mut Part<'_>) -> Option<Endpoint> {
    let encoding = part.take("encoding", |given| {
        let code = given.text()?;
        [Encoding::Json, Encoding::Form]
            .into_iter()
            .find(|encoding| encoding.code() == code)
    });
    part.need("endpoint", text::link).map(|address| Endpoint {
        address,
        encoding: encoding.unwrap_or_default(),
    })
}

fn ways(given: &Given) -> Option<Vec<ContactWay>> {
    let named = list(given, |entry| ContactWay::named(entry.text()?))?;
    let mut ways = Vec::new();
    for way in named {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    Some(ways)
}

fn level(given: &Given) -> Option<LevelOfCare> {
    let code = given.text()?;
    let mut levels = LevelOfCare::ALL.iter().copied();
    levels.find(|level| level.code() == code)
}

fn withdrawal_care(given: &Given) -> Option<WithdrawalCareKind> {
    match given.text()? {
        "none" => Some(WithdrawalCareKind::None),
        "outpatient" => Some(WithdrawalCareKind::Outpatient),
        "around-the-clock" => Some(WithdrawalCareKind::AroundTheClock),
        _ => None,
    }
}

fn offer(given: &Given) -> Option<Offer> {
    match given {
        Given::Flag(true) => Some(Offer::Yes),
        Given::Flag(false) => Some(Offer::No),
        Given::Text(_) | Given::List(_) | Given::Map(_) | Given::Other => None,
    }
}

/// A list whose every entry can be read. One that cannot spoils it: half a list would say "no" of the
/// rest.
fn list<T>(given: &Given, read: fn(&Given) -> Option<T>) -> Option<Vec<T>> {
    match given {
        Given::List(entries) => entries.iter().map(read).collect(),
        Given::Text(_) | Given::Flag(_) | Given::Map(_) | Given::Other => None,
    }
}

/// One object of the settings.
struct Part<'a> {
    /// The key it stands under; empty for the outermost.
    path: &'static str,
    given: &'a Given,
    warnings: &'a mut Vec<Warning>,
}

impl<'a> Part<'a> {
    /// Takes an object up, and tells of keys that nothing reads.
    fn new(
        path: &'static str,
        given: &'a Given,
        known: &[&str],
        warnings: &'a mut Vec<Warning>,
    ) -> Part<'a> {
        for key in given.keys().filter(|key| !known.contains(key)) {
            warnings.push(Warning::Unknown(named(path, text::shown(key).as_str())));
        }
        Part {
            path,
            given,
            warnings,
        }
    }

    /// Reads a value, if it is there. What cannot be read is told, and left out.
    ///
    /// A function, not a closure: the module that visitors load holds it once for each kind of value.
    fn take<T>(&mut self, key: &str, read: fn(&Given) -> Option<T>) -> Option<T> {
        let value = read(self.given.get(key)?);
        if value.is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        value
    }

    /// Reads a value that has to be there.
    fn need<T>(&mut self, key: &str, read: fn(&Given) -> Option<T>) -> Option<T> {
        if self.given.get(key).is_none() {
            self.warnings.push(Warning::Unfit(named(self.path, key)));
        }
        self.take(key, read)
    }

    /// Takes up an object inside this one.
    fn part(&mut self, key: &'static str, known: &[&str]) -> Option<Part<'_>> {
        match self.given.get(key)? {
            inner @ Given::Map(_) => Some(Part::new(key, inner, known, self.warnings)),
            Given::Text(_) | Given::Flag(_) | Given::List(_) | Given::Other => {
                self.warnings.push(Warning::Unfit(key.to_owned()));
                None
            }
        }
    }
}

fn named(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
