//! Fills the form from an existing `site.json`; the inverse of [`super::draft`].

use edge::FileError;
use site::{Encoding, JsonValue, Offer, Programs, Warning, settings};

use super::choice::Ability;
use super::draft::DAYS;
use super::field::Field;
use super::model::Model;

/// Maximum size of a file in bytes, the limit of the check itself.
pub(super) const MAX_BYTES: u32 = 100_000;

/// State of the last opened file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// No file was opened.
    #[default]
    Nothing,
    /// The file with this name was opened.
    Done {
        /// File name.
        name: String,
        /// Unknown keys, and keys with an invalid value.
        left_out: Vec<String>,
    },
    /// The file with this name was rejected, and the form did not change.
    Refused(String, Refusal),
}

/// Why a file was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file could not be read.
    File(FileError),
    /// The content is not settings.
    NoSettings,
}

/// Settings without a control in the form.
const OTHER_SETTINGS: [&str; 3] = ["region", "locales", "language_help"];

/// Replaces the settings in the form with those of a file. How the check is embedded stays.
pub(super) fn open(model: &mut Model, name: String, read: Result<JsonValue, Refusal>) {
    model.openings = model.openings.wrapping_add(1);
    let given = match read {
        Ok(given @ JsonValue::Map(_)) => given,
        Ok(_) => {
            model.opening = Opening::Refused(name, Refusal::NoSettings);
            return;
        }
        Err(refusal) => {
            model.opening = Opening::Refused(name, refusal);
            return;
        }
    };
    let (site, warnings) = settings(&given);
    let left_out = warnings.into_iter().filter_map(|warning| match warning {
        Warning::NoObject => None,
        Warning::Unknown(key) | Warning::Unfit(key) => Some(key),
    });
    let left_out: Vec<String> = left_out.collect();
    let mut opened = model.emptied();
    for field in Field::ALL {
        let value = field.key().and_then(|key| find(&given, key));
        if let Some(text) = value.and_then(|value| written(field, value)) {
            opened.set(field, text);
        }
    }
    fill_programs(&mut opened, &site.programs);
    for way in site.ways {
        if !opened.ways.contains(&way) {
            opened.ways.push(way);
        }
    }
    opened.encoding = site.endpoint.map_or(Encoding::Json, |to| to.encoding);
    if let Some(hours) = given.get("hours") {
        let valid = left_out.iter().all(|out| !out.starts_with("hours"));
        fill_hours(&mut opened, hours, valid);
    }
    for key in OTHER_SETTINGS {
        if let Some(value) = given.get(key) {
            opened.other_settings.push((key.to_owned(), value.clone()));
        }
    }
    opened.opening = Opening::Done { name, left_out };
    *model = opened;
}

/// Looks up a key such as `colours.accent`.
fn find<'a>(given: &'a JsonValue, key: &str) -> Option<&'a JsonValue> {
    match key.split_once('.') {
        Some((outer, inner)) => given.get(outer)?.get(inner),
        None => given.get(key),
    }
}

/// Formats a value as the text of a field; `None` if its type is wrong. A list with one wrong entry
/// is dropped as a whole, because a part of it would mean something else.
fn written(field: Field, value: &JsonValue) -> Option<String> {
    match value {
        JsonValue::List(entries) if field.is_list() => {
            let lines: Option<Vec<&str>> = entries.iter().map(JsonValue::text).collect();
            lines.map(|lines| lines.join("\n"))
        }
        JsonValue::Text(text) if !field.is_list() => Some(text.clone()),
        JsonValue::Text(_)
        | JsonValue::List(_)
        | JsonValue::Flag(_)
        | JsonValue::Map(_)
        | JsonValue::Other => None,
    }
}

fn fill_programs(model: &mut Model, programs: &Programs) {
    model.offers_no_level = programs.levels.as_ref().is_some_and(Vec::is_empty);
    for level in programs.levels.iter().flatten() {
        if !model.levels.contains(level) {
            model.levels.push(*level);
        }
    }
    model.withdrawal_care = programs.withdrawal_care;
    for ability in Ability::ALL {
        match ability.offer(programs) {
            Offer::Yes => model.abilities.insert(ability, true),
            Offer::No => model.abilities.insert(ability, false),
            Offer::NotSaid => None,
        };
    }
}

/// Fills in the hours if they are the same on every open day. Keeps other valid hours as they are.
/// Of invalid hours only the time zone and the text stay in their fields.
fn fill_hours(model: &mut Model, hours: &JsonValue, valid: bool) {
    let spans = hours.get("open").map_or(&[][..], JsonValue::list);
    if let Some((days, from, until)) = same_every_day(spans) {
        model.days = days;
        model.set(Field::From, from);
        model.set(Field::Until, until);
    } else if valid {
        for field in [Field::Zone, Field::HoursWords] {
            model.set(field, String::new());
        }
        model
            .other_settings
            .push(("hours".to_owned(), hours.clone()));
    }
}

fn same_every_day(spans: &[JsonValue]) -> Option<([bool; 7], String, String)> {
    let mut days = [false; 7];
    let mut times: Option<(&str, &str)> = None;
    for span in spans {
        let [day, from, until] = span.list() else {
            return None;
        };
        let (day, time) = (day.text()?, (from.text()?, until.text()?));
        // A time input ends at 23:59.
        if time.0 == "24:00" || time.1 == "24:00" {
            return None;
        }
        let position = DAYS.iter().position(|known| *known == day)?;
        let ticked = days.get_mut(position)?;
        if *ticked || *times.get_or_insert(time) != time {
            return None;
        }
        *ticked = true;
    }
    let (from, until) = times?;
    Some((days, from.to_owned(), until.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::MAX_BYTES;

    #[test]
    fn form_and_check_have_the_same_size_limit() {
        assert_eq!(usize::try_from(MAX_BYTES), Ok(site::MAX_BYTES));
    }
}
