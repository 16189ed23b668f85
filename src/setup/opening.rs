//! Opens settings that there are: the other way of [`super::draft`].

use crate::companion::FileError;
use crate::site::{ContactWay, Encoding, Given, Warning, WithdrawalCareKind, settings};

use super::choice::Ability;
use super::draft::{self, DAYS};
use super::field::Field;
use super::model::Model;

/// A file may hold this many bytes: no more than the check itself would look at.
pub(super) const MOST_BYTES: u32 = 100_000;

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
pub(super) fn open(model: &mut Model, name: String, read: Result<Given, Refusal>) {
    let given = match read {
        Ok(given @ Given::Map(_)) => given,
        Ok(_) => {
            model.opening = Opening::Refused(name, Refusal::NoSettings);
            return;
        }
        Err(refusal) => {
            model.opening = Opening::Refused(name, refusal);
            return;
        }
    };
    let (_, warnings) = settings(&given);
    let left_out = warnings.into_iter().filter_map(|warning| match warning {
        Warning::NoObject => None,
        Warning::Unknown(key) | Warning::Unfit(key) => Some(key),
    });
    let mut opened = model.emptied();
    opened.opening = Opening::Done {
        name,
        left_out: left_out.collect(),
    };
    for field in Field::ALL {
        if let Some(value) = field.key().and_then(|key| find(&given, key)) {
            opened.set(field, written(value));
        }
    }
    programs(&mut opened, &given);
    contact(&mut opened, &given);
    hours(&mut opened, &given);
    for key in KEPT {
        if let Some(value) = given.get(key) {
            opened.kept.push((key.to_owned(), value.clone()));
        }
    }
    *model = opened;
}

/// The value of a key such as `colours.accent`.
fn find<'a>(given: &'a Given, key: &str) -> Option<&'a Given> {
    match key.split_once('.') {
        Some((outer, inner)) => given.get(outer)?.get(inner),
        None => given.get(key),
    }
}

/// A value as it stands in a field: a line for each text of a list.
fn written(value: &Given) -> String {
    let lines: Vec<&str> = value.list().iter().filter_map(Given::text).collect();
    value.text().map_or_else(|| lines.join("\n"), str::to_owned)
}

fn programs(model: &mut Model, given: &Given) {
    let Some(programs) = given.get("programs") else {
        return;
    };
    if let Some(Given::List(entries)) = programs.get("levels") {
        model.offers_no_level = entries.is_empty();
        let levels = entries.iter().filter_map(Given::text);
        model.levels = levels.filter_map(draft::level).collect();
    }
    let care = programs.get("withdrawal_care").and_then(Given::text);
    model.withdrawal_care = care.map_or(WithdrawalCareKind::NotSaid, draft::withdrawal_care);
    for ability in Ability::ALL {
        if let Some(Given::Flag(offered)) = programs.get(ability.key()) {
            model.abilities.insert(ability, *offered);
        }
    }
}

fn contact(model: &mut Model, given: &Given) {
    let Some(contact) = given.get("contact") else {
        return;
    };
    let ways = contact.get("ways").map_or(&[][..], Given::list);
    let ways = ways.iter().filter_map(Given::text);
    model.ways = ways.filter_map(ContactWay::named).collect();
    let encoding = contact.get("encoding").and_then(Given::text);
    if encoding == Some(Encoding::Form.code()) {
        model.encoding = Encoding::Form;
    }
}

/// The form asks for one stretch that is the same on every day. Other hours are kept as they are.
fn hours(model: &mut Model, given: &Given) {
    let Some(hours) = given.get("hours") else {
        return;
    };
    match hours
        .get("open")
        .and_then(|open| same_every_day(open.list()))
    {
        Some((days, from, until)) => {
            model.days = days;
            model.set(Field::From, from);
            model.set(Field::Until, until);
        }
        None => {
            for field in [Field::Zone, Field::From, Field::Until, Field::HoursWords] {
                model.set(field, String::new());
            }
            model.kept.push(("hours".to_owned(), hours.clone()));
        }
    }
}

fn same_every_day(stretches: &[Given]) -> Option<([bool; 7], String, String)> {
    let mut days = [false; 7];
    let mut times: Option<(&str, &str)> = None;
    for stretch in stretches {
        let [day, from, until] = stretch.list() else {
            return None;
        };
        let (day, these) = (day.text()?, (from.text()?, until.text()?));
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
    use super::MOST_BYTES;
    use crate::site;

    #[test]
    fn the_form_opens_what_the_check_reads() {
        assert_eq!(usize::try_from(MOST_BYTES), Ok(site::MOST_BYTES));
    }
}
