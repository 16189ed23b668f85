//! Reads the current time in the site's time zone.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::js_sys::Intl::{DateTimeFormatOptions, HourCycle, NumericFormat, WeekdayFormat};

use site::WeekMinute;

#[wasm_bindgen]
extern "C" {
    /// `Date`. A custom binding: with `js_sys::Date` an unknown time zone would abort the module.
    #[wasm_bindgen(js_name = Date)]
    type Moment;

    #[wasm_bindgen(constructor, js_class = "Date")]
    fn now() -> Moment;

    #[wasm_bindgen(method, catch, js_class = "Date", js_name = toLocaleString)]
    fn to_locale_string(
        this: &Moment,
        locale: &str,
        options: &DateTimeFormatOptions,
    ) -> Result<String, JsValue>;
}

/// Weekday names as `toLocaleString` writes them in English, Monday first.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Returns the minute of the week in a time zone, or `None` if the browser does not know the zone.
pub(super) fn now(zone: &str) -> Option<WeekMinute> {
    let options = DateTimeFormatOptions::new();
    options.set_time_zone(zone);
    options.set_weekday(WeekdayFormat::Short);
    options.set_hour(NumericFormat::TwoDigit);
    options.set_minute(NumericFormat::TwoDigit);
    options.set_hour_cycle(HourCycle::H23);
    // An unknown time zone throws; the page then shows no opening status.
    let time = Moment::now().to_locale_string("en-US", &options).ok()?;
    read(&time)
}

/// Parses a time such as "Sat 02:05" or "Sat, 02:05".
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
