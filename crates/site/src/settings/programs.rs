//! Parses the programs of a site.

use assessment::LevelOfCare;

use super::super::programs::{Offer, Programs, WithdrawalCareKind};
use super::json_value::JsonValue;
use super::part::{Part, list};
use super::text;

pub(super) const KEYS: &[&str] = &[
    "levels",
    "withdrawal_care",
    "medication_opioid",
    "medication_alcohol",
    "mental_health",
    "pregnancy",
    "under_18",
    "payment",
    "languages",
];

/// Parses the programs; drops invalid values.
pub(super) fn programs(part: &mut Part<'_>) -> Programs {
    let texts: fn(&JsonValue) -> Option<Vec<String>> =
        |value| list(value, |entry| text::line(entry, 60));
    Programs {
        levels: part.optional("levels", |value| list(value, level)),
        withdrawal_care: part
            .optional("withdrawal_care", withdrawal_care)
            .unwrap_or_default(),
        medication_opioid: part
            .optional("medication_opioid", offer)
            .unwrap_or_default(),
        medication_alcohol: part
            .optional("medication_alcohol", offer)
            .unwrap_or_default(),
        mental_health: part.optional("mental_health", offer).unwrap_or_default(),
        pregnancy: part.optional("pregnancy", offer).unwrap_or_default(),
        under_18: part.optional("under_18", offer).unwrap_or_default(),
        payment: part.optional("payment", texts).unwrap_or_default(),
        languages: part.optional("languages", texts).unwrap_or_default(),
    }
}

fn level(value: &JsonValue) -> Option<LevelOfCare> {
    let code = value.text()?;
    let mut levels = LevelOfCare::ALL.iter().copied();
    // `NoneIndicated` is not a level that a site can offer.
    levels.find(|level| level.code() == code && *level != LevelOfCare::NoneIndicated)
}

fn withdrawal_care(value: &JsonValue) -> Option<WithdrawalCareKind> {
    match value.text()? {
        "none" => Some(WithdrawalCareKind::None),
        "outpatient" => Some(WithdrawalCareKind::Outpatient),
        "around-the-clock" => Some(WithdrawalCareKind::AroundTheClock),
        _ => None,
    }
}

fn offer(value: &JsonValue) -> Option<Offer> {
    match value {
        JsonValue::Flag(true) => Some(Offer::Yes),
        JsonValue::Flag(false) => Some(Offer::No),
        JsonValue::Text(_) | JsonValue::List(_) | JsonValue::Map(_) | JsonValue::Other => None,
    }
}
