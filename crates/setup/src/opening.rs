//! Opens settings that there are: the other way of [`super::draft`].

use edge::FileError;
use site::{Encoding, JsonValue, Offer, Programs, Warning, settings};

use super::choice::Ability;
use super::draft::DAYS;
use super::field::Field;
use super::model::Model;

/// A file may hold this many bytes: no more than the check itself would look at.
pub(super) const MAX_BYTES: u32 = 100_000;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// None was opened.
    #[default]
    Nothing,
    /// The file with this name was opened.
    Done {
        /// Its name.
        name: String,
        /// Keys that cannot be used.
        left_out: Vec<String>,
    },
    /// The file with this name was not, and nothing was changed.
    Refused(String, Refusal),
}

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It could not be read.
    File(FileError),
    /// It holds no settings.
    NoSettings,
}

/// What the settings hold that the form does not ask for.
const KEPT: [&str; 2] = ["region", "locales"];

/// Puts settings into the form, in place of those that were there. How the check is shown stays.
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
    take_programs(&mut opened, &site.programs);
    for way in site.ways {
        if !opened.ways.contains(&way) {
            opened.ways.push(way);
        }
    }
    opened.encoding = site.endpoint.map_or(Encoding::Json, |to| to.encoding);
    if let Some(hours) = given.get("hours") {
        let fit = left_out.iter().all(|out| !out.starts_with("hours"));
        take_hours(&mut opened, hours, fit);
    }
    for key in KEPT {
        if let Some(value) = given.get(key) {
            opened.kept.push((key.to_owned(), value.clone()));
        }
    }
    opened.opening = Opening::Done { name, left_out };
    *model = opened;
}

/// The value of a key such as `colours.accent`.
fn find<'a>(given: &'a JsonValue, key: &str) -> Option<&'a JsonValue> {
    match key.split_once('.') {
        Some((outer, inner)) => given.get(outer)?.get(inner),
        None => given.get(key),
    }
}

/// A value as it stands in a field; nothing where it is of another kind. Half a list would say something
/// else than the whole.
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

fn take_programs(model: &mut Model, programs: &Programs) {
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

/// The form asks for one stretch that is the same on every day. Other hours that can be used are kept as
/// they are; of those that cannot, zone and words stay in their fields.
fn take_hours(model: &mut Model, hours: &JsonValue, fit: bool) {
    let stretches = hours.get("open").map_or(&[][..], JsonValue::list);
    if let Some((days, from, until)) = same_every_day(stretches) {
        model.days = days;
        model.set(Field::From, from);
        model.set(Field::Until, until);
    } else if fit {
        for field in [Field::Zone, Field::HoursWords] {
            model.set(field, String::new());
        }
        model.kept.push(("hours".to_owned(), hours.clone()));
    }
}

fn same_every_day(stretches: &[JsonValue]) -> Option<([bool; 7], String, String)> {
    let mut days = [false; 7];
    let mut times: Option<(&str, &str)> = None;
    for stretch in stretches {
        let [day, from, until] = stretch.list() else {
            return None;
        };
        let (day, these) = (day.text()?, (from.text()?, until.text()?));
        // A field for times ends at 23:59.
        if these.0 == "24:00" || these.1 == "24:00" {
            return None;
        }
        let place = DAYS.iter().position(|known| *known == day)?;
        let ticked = days.get_mut(place)?;
        if *ticked || *times.get_or_insert(these) != these {
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
    fn the_form_opens_what_the_check_reads() {
        assert_eq!(usize::try_from(MAX_BYTES), Ok(site::MAX_BYTES));
    }
}
