//! Reads what the programs of a site can do.

use assessment::LevelOfCare;

use super::super::programs::{Offer, Programs, WithdrawalCareKind};
use super::given::JsonValue;
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

/// What the programs can do, as far as it can be read.
pub(super) fn programs(part: &mut Part<'_>) -> Programs {
    let texts: fn(&JsonValue) -> Option<Vec<String>> =
        |given| list(given, |entry| text::line(entry, 60));
    Programs {
        levels: part.take("levels", |given| list(given, level)),
        withdrawal_care: part
            .take("withdrawal_care", withdrawal_care)
            .unwrap_or_default(),
        medication_opioid: part.take("medication_opioid", offer).unwrap_or_default(),
        medication_alcohol: part.take("medication_alcohol", offer).unwrap_or_default(),
        mental_health: part.take("mental_health", offer).unwrap_or_default(),
        pregnancy: part.take("pregnancy", offer).unwrap_or_default(),
        under_18: part.take("under_18", offer).unwrap_or_default(),
        payment: part.take("payment", texts).unwrap_or_default(),
        languages: part.take("languages", texts).unwrap_or_default(),
    }
}

fn level(given: &JsonValue) -> Option<LevelOfCare> {
    let code = given.text()?;
    let mut levels = LevelOfCare::ALL.iter().copied();
    // "None" is no kind of care that could be offered.
    levels.find(|level| level.code() == code && *level != LevelOfCare::NoneIndicated)
}

fn withdrawal_care(given: &JsonValue) -> Option<WithdrawalCareKind> {
    match given.text()? {
        "none" => Some(WithdrawalCareKind::None),
        "outpatient" => Some(WithdrawalCareKind::Outpatient),
        "around-the-clock" => Some(WithdrawalCareKind::AroundTheClock),
        _ => None,
    }
}

fn offer(given: &JsonValue) -> Option<Offer> {
    match given {
        JsonValue::Flag(true) => Some(Offer::Yes),
        JsonValue::Flag(false) => Some(Offer::No),
        JsonValue::Text(_) | JsonValue::List(_) | JsonValue::Map(_) | JsonValue::Other => None,
    }
}
