//! Validates the fields of the form.

use site::Origin;
use site::hosting::Hosting;
use site::{MAX_ENTRIES, Warning, settings};

use super::draft::draft;
use super::field::Field;
use super::model::Model;
use super::words;

/// Explains why a field is invalid and what to enter instead; `None` if it is valid.
pub fn problem(model: &Model, field: Field) -> Option<String> {
    if field == Field::CheckUrl {
        return of_check_url(model);
    }
    if field == Field::Partners {
        return of_partners(model);
    }
    of_setting(model, field)
}

fn of_check_url(model: &Model) -> Option<String> {
    let url = model.text(Field::CheckUrl);
    let fits =
        url.is_empty() || (Origin::of_address(url).is_some() && Hosting::folder_of(url).is_some());
    (!fits).then(|| words::CHECK_URL_PROBLEM.to_owned())
}

fn of_partners(model: &Model) -> Option<String> {
    if model.partner_lines().count() > MAX_ENTRIES {
        return Some(words::PARTNERS_MANY.to_owned());
    }
    let wrong: Vec<&str> = model
        .partner_lines()
        .filter(|line| Origin::read(line).is_none())
        .collect();
    let text = words::PARTNERS_PROBLEM.replace("{lines}", &wrong.join(", "));
    (!wrong.is_empty()).then_some(text)
}

/// Checks a field as the page checks its setting. A field without a key is no setting.
fn of_setting(model: &Model, field: Field) -> Option<String> {
    let key = field.key()?;
    let (_, warnings) = settings(&draft(model));
    let is_unfit = warnings.iter().any(|warning| match warning {
        Warning::Unfit(unfit) => unfit.as_str() == key,
        Warning::NoObject | Warning::Unknown(_) => false,
    });
    is_unfit.then(|| words::problem(field).to_owned())
}

/// Every invalid field, in the order of the form.
pub(super) fn all(model: &Model) -> Vec<Field> {
    let mut fields = Field::ALL.to_vec();
    fields.retain(|field| problem(model, *field).is_some());
    fields
}
