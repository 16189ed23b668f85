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
    match field {
        Field::Label => return None,
        Field::CheckUrl => {
            let url = model.text(Field::CheckUrl);
            let fits = url.is_empty()
                || (Origin::of_address(url).is_some() && Hosting::folder_of(url).is_some());
            return (!fits).then(|| words::CHECK_URL_PROBLEM.to_owned());
        }
        Field::Partners => {
            let wrong: Vec<&str> = model
                .partner_lines()
                .filter(|line| Origin::read(line).is_none())
                .collect();
            if model.partner_lines().count() > MAX_ENTRIES {
                return Some(words::PARTNERS_MANY.to_owned());
            }
            let text = words::PARTNERS_PROBLEM.replace("{lines}", &wrong.join(", "));
            return (!wrong.is_empty()).then_some(text);
        }
        Field::Name
        | Field::Phone
        | Field::TextNumber
        | Field::Email
        | Field::Address
        | Field::Logo
        | Field::Payment
        | Field::Languages
        | Field::Consent
        | Field::Report
        | Field::Accent
        | Field::AccentDark
        | Field::Zone
        | Field::From
        | Field::Until
        | Field::HoursWords
        | Field::Endpoint
        | Field::Privacy
        | Field::Terms
        | Field::LeaveTo => {}
    }
    let (_, warnings) = settings(&draft(model));
    let is_unfit = warnings.iter().any(|warning| match warning {
        Warning::Unfit(key) => Some(key.as_str()) == field.key(),
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
