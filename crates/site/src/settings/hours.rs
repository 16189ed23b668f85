//! Parses opening hours.

use super::super::hours::{Hours, Opening, WeekMinute};
use super::json_value::JsonValue;
use super::part::{Part, list};
use super::text;

pub(super) const KEYS: &[&str] = &["zone", "words", "open"];

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Parses opening hours. All three keys are required: incomplete hours would be wrong hours.
pub(super) fn hours(part: &mut Part<'_>) -> Option<Hours> {
    let zone = part.required("zone", zone);
    let words = part.required("words", |value| text::line(value, 200));
    let open: Option<Vec<Opening>> = part.required("open", |value| list(value, opening));
    Some(Hours {
        zone: zone?,
        open: open?,
        words: words?,
    })
}

/// Parses the name of a time zone, such as `America/New_York`.
fn zone(value: &JsonValue) -> Option<String> {
    let name = text::line(value, 60)?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
    name.chars().all(is_plain).then_some(name)
}

/// Parses an interval such as `["mon", "09:00", "17:00"]`. An end at or before the start is on the
/// next day.
fn opening(value: &JsonValue) -> Option<Opening> {
    let JsonValue::List(entries) = value else {
        return None;
    };
    let [day, from, until] = entries.as_slice() else {
        return None;
    };
    let name = day.text()?;
    let day = u8::try_from(DAYS.iter().position(|known| *known == name)?).ok()?;
    let (from, until) = (time(from)?, time(until)?);
    let next = if until <= from {
        day.saturating_add(1).checked_rem(7)?
    } else {
        day
    };
    Some(Opening {
        from: WeekMinute::of(day, from.0, from.1)?,
        until: WeekMinute::of(next, until.0, until.1)?,
    })
}

/// Parses a time of day such as `09:00`.
fn time(value: &JsonValue) -> Option<(u8, u8)> {
    let (hour, minute) = value.text()?.split_once(':')?;
    let number = |digits: &str| {
        let is_two = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|_| is_two)
    };
    let (hour, minute): (u8, u8) = (number(hour)?, number(minute)?);
    WeekMinute::of(0, hour, minute).map(|_| (hour, minute))
}
