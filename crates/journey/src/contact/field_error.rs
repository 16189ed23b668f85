//! What keeps a form from going on.
//!
//! What a number or an address looks like is for the browser to judge; here is only what has to be
//! there at all.

use site::ContactWay;

use super::fields::{Asked, Field, Fields, Tick, asked};

/// A field and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError(pub Field, pub FieldErrorKind);

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// Nothing is there, and something has to be.
    Missing,
    /// Neither a number nor an address is there.
    NoWayBack,
    /// Less is there than can be meant.
    TooShort,
    /// The browser does not take it for what it should be.
    NotOne,
}

/// Every flaw of the form of one way, in the order of the screen, one for a field.
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
            // Told once, at the first of the two.
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
