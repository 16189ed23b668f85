//! Form validation.
//!
//! The browser validates the format of phone numbers and email addresses; this module checks only that
//! required values are present and long enough.

use site::ContactWay;

use super::fields::{Asked, Field, Fields, Tick, asked};

/// A field and its validation error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError(pub Field, pub FieldErrorKind);

/// A kind of validation error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// A required field is empty.
    Missing,
    /// Both phone number and email address are empty.
    NoWayBack,
    /// The value is below the minimum length.
    TooShort,
    /// The browser rejects the format.
    NotOne,
}

/// Returns the validation errors of a contact method's form, in screen order, at most one per field.
pub(super) fn flaws(way: ContactWay, fields: &Fields, found: &[FieldError]) -> Vec<FieldError> {
    let has = |field| !fields.text(field).trim().is_empty();
    let has_way_back = has(Field::Phone) || has(Field::Email);
    let mut flaws = Vec::new();
    for (field, need) in asked(way) {
        let by_browser = found.iter().find(|FieldError(other, _)| other == field);
        let (fewest, _) = field.bounds();
        let length = fields.text(*field).trim().chars().count();
        let fault = match need {
            Asked::Required if length == 0 => Some(FieldErrorKind::Missing),
            // Reported once, at the first of the two fields.
            Asked::Either if !has_way_back && *field == Field::Phone => {
                Some(FieldErrorKind::NoWayBack)
            }
            Asked::Required | Asked::Either | Asked::Optional if length == 0 => None,
            Asked::Required | Asked::Either | Asked::Optional if length < fewest => {
                Some(FieldErrorKind::TooShort)
            }
            Asked::Required | Asked::Either | Asked::Optional => {
                by_browser.map(|FieldError(_, fault)| *fault)
            }
        };
        flaws.extend(fault.map(|fault| FieldError(*field, fault)));
    }
    if !fields.has(Tick::Consent) {
        flaws.push(FieldError(Field::Consent, FieldErrorKind::Missing));
    }
    flaws
}
