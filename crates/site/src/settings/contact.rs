//! Reads how a person reaches the center, and who else may show the check.

use super::super::contact_way::{ContactWay, Encoding, Endpoint};
use super::super::origin::Origin;
use super::given::JsonValue;
use super::part::{Part, list};
use super::text;

pub(super) const KEYS: &[&str] = &["endpoint", "encoding", "ways"];

/// The most lines of a postal address.
const MAX_LINES: usize = 6;

/// A postal address, line by line.
pub(super) fn address(given: &JsonValue) -> Option<Vec<String>> {
    let lines = list(given, |entry| text::line(entry, 80))?;
    (lines.len() <= MAX_LINES).then_some(lines)
}

/// Where a wrong suggestion is reported: an address for mail, or a page.
pub(super) fn report(given: &JsonValue) -> Option<String> {
    text::link(given).or_else(|| text::mail(given))
}

/// Origins such as `https://partner.example`, with a port or without, and nothing after it.
pub(super) fn partners(given: &JsonValue) -> Option<Vec<Origin>> {
    list(given, |entry| Origin::read(entry.text()?))
}

/// Where requests go, and how they are written.
pub(super) fn endpoint(part: &mut Part<'_>) -> Option<Endpoint> {
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

/// The ways that are offered, each once.
pub(super) fn ways(given: &JsonValue) -> Option<Vec<ContactWay>> {
    let named = list(given, |entry| ContactWay::named(entry.text()?))?;
    let mut ways = Vec::new();
    for way in named {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    Some(ways)
}
