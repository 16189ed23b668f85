//! What cannot be used yet, field by field, in the words of the page.

use site::Origin;
use site::hosting::Hosting;
use site::{MAX_ENTRIES, Warning, settings};

use super::draft::draft;
use super::field::Field;
use super::model::Model;
use super::words;

/// Why what stands in a field cannot be used, and what to write instead; nothing where it can.
pub fn problem(model: &Model, field: Field) -> Option<String> {
    if field == Field::Place {
        return of_place(model);
    }
    if field == Field::Partners {
        return of_partners(model);
    }
    of_setting(model, field)
}

fn of_place(model: &Model) -> Option<String> {
    let place = model.text(Field::Place);
    let fits = place.is_empty()
        || (Origin::of_address(place).is_some() && Hosting::folder_of(place).is_some());
    (!fits).then(|| words::PLACE_PROBLEM.to_owned())
}

fn of_partners(model: &Model) -> Option<String> {
    if model.partner_lines().count() > MAX_ENTRIES {
        return Some(words::PARTNERS_MANY.to_owned());
    }
    let wrong: Vec<&str> = model
        .partner_lines()
        .filter(|line| Origin::read(line).is_none())
        .collect();
    let message = words::PARTNERS_PROBLEM.replace("{lines}", &wrong.join(", "));
    (!wrong.is_empty()).then_some(message)
}

/// What the page would refuse among its settings. A field without a key is no setting.
fn of_setting(model: &Model, field: Field) -> Option<String> {
    let key = field.key()?;
    let (_, warnings) = settings(&draft(model));
    let is_unfit = warnings.iter().any(|warning| match warning {
        Warning::Unfit(unfit) => unfit.as_str() == key,
        Warning::NoObject | Warning::Unknown(_) => false,
    });
    is_unfit.then(|| words::problem(field).to_owned())
}

/// Every field that has to change, in the order of the form.
pub(super) fn all(model: &Model) -> Vec<Field> {
    let mut fields = Field::ALL.to_vec();
    fields.retain(|field| problem(model, *field).is_some());
    fields
}
