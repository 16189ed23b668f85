//! Parses contact settings and partner origins.

use super::super::contact_way::{ContactWay, Encoding, Endpoint};
use super::super::origin::Origin;
use super::json_value::JsonValue;
use super::part::{Part, list};
use super::text;

pub(super) const KEYS: &[&str] = &["endpoint", "encoding", "ways"];

/// Maximum number of lines of a postal address.
const MAX_LINES: usize = 6;

/// Parses a postal address, line by line.
pub(super) fn address(value: &JsonValue) -> Option<Vec<String>> {
    let lines = list(value, |entry| text::line(entry, 80))?;
    (lines.len() <= MAX_LINES).then_some(lines)
}

/// Parses where to report a wrong suggestion: an email address or a URL.
pub(super) fn report(value: &JsonValue) -> Option<String> {
    text::link(value).or_else(|| text::mail(value))
}

/// Parses origins such as `https://partner.example`, optionally with a port, without a path.
pub(super) fn partners(value: &JsonValue) -> Option<Vec<Origin>> {
    list(value, |entry| Origin::read(entry.text()?))
}

/// Parses the endpoint of contact requests, with its encoding.
pub(super) fn endpoint(part: &mut Part<'_>) -> Option<Endpoint> {
    let encoding = part.optional("encoding", |value| {
        let code = value.text()?;
        [Encoding::Json, Encoding::Form]
            .into_iter()
            .find(|encoding| encoding.code() == code)
    });
    part.required("endpoint", text::link)
        .map(|address| Endpoint {
            address,
            encoding: encoding.unwrap_or_default(),
        })
}

/// Parses the contact ways offered, without duplicates.
pub(super) fn ways(value: &JsonValue) -> Option<Vec<ContactWay>> {
    let named = list(value, |entry| ContactWay::named(entry.text()?))?;
    let mut ways = Vec::new();
    for way in named {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    Some(ways)
}
