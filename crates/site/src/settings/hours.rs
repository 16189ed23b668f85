//! Reads when someone answers.

use super::super::hours::{Hours, Opening, WeekMinute};
use super::given::JsonValue;
use super::part::{Part, list};
use super::text;

pub(super) const KEYS: &[&str] = &["zone", "words", "open"];

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Hours need all three; a part of them would say something else.
pub(super) fn hours(part: &mut Part<'_>) -> Option<Hours> {
    let zone = part.need("zone", zone);
    let words = part.need("words", |given| text::line(given, 200));
    let open: Option<Vec<Opening>> = part.need("open", |given| list(given, opening));
    Some(Hours {
        zone: zone?,
        open: open?,
        words: words?,
    })
}

/// The name of a time zone, such as `America/New_York`.
fn zone(given: &JsonValue) -> Option<String> {
    let name = text::line(given, 60)?;
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
    name.chars().all(is_plain).then_some(name)
}

/// A stretch such as `["mon", "09:00", "17:00"]`. One that ends at or before its beginning ends on
/// the next day.
fn opening(given: &JsonValue) -> Option<Opening> {
    let JsonValue::List(entries) = given else {
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

/// A time of day such as `09:00`.
fn time(given: &JsonValue) -> Option<(u8, u8)> {
    let (hour, minute) = given.text()?.split_once(':')?;
    let number = |digits: &str| {
        let is_two = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|_| is_two)
    };
    let (hour, minute): (u8, u8) = (number(hour)?, number(minute)?);
    WeekMinute::of(0, hour, minute).map(|_| (hour, minute))
}
