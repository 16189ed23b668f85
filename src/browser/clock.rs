//! What time it is where the site is.

use web_sys::js_sys::{Date, Function, Object, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use site::WeekMinute;

/// Days as the browser writes them in English, Monday first.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The minute of the week in a time zone. Nothing where the browser does not know the zone.
pub(super) fn now(zone: &str) -> Option<WeekMinute> {
    let options = Object::new();
    for (key, value) in [
        ("timeZone", zone),
        ("weekday", "short"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ] {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    let date = Date::new_0();
    let method: Function = Reflect::get(&date, &"toLocaleString".into())
        .ok()?
        .dyn_into()
        .ok()?;
    // An unknown zone is an error of the browser's, and nothing is said of hours then.
    let message = method
        .call2(&date, &JsValue::from_str("en-US"), &options)
        .ok()?;
    read(&message.as_string()?)
}

/// Reads a time such as "Sat 02:05" or "Sat, 02:05".
fn read(message: &str) -> Option<WeekMinute> {
    let day = DAYS.iter().position(|day| message.starts_with(day))?;
    let time = message.split_whitespace().last()?;
    let (hour, minute) = time.split_once(':')?;
    WeekMinute::of(
        u8::try_from(day).ok()?,
        hour.parse().ok()?,
        minute.parse().ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::{WeekMinute, read};

    #[test]
    fn a_time_is_read_with_its_day_and_nothing_else_is() {
        assert_eq!(read("Sat, 02:05"), WeekMinute::of(5, 2, 5));
        assert_eq!(read("Mon 00:00"), WeekMinute::of(0, 0, 0));
        for other in [
            "",
            "Sat",
            "lun 02:05",
            "Sat, 25:00",
            "Sat, 02:99",
            "Sat, noon",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
