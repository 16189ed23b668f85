//! Compares a site's programs with a result. The result is never changed (I10).

use super::programs::{Offer, Programs};
use assessment::{AddOn, FirstStep, LevelOfCare, PointsTo, Recommendation};

/// Need of a result that a program may or may not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// 24-hour medical withdrawal care.
    WithdrawalCare,
    /// A medical check before cutting down.
    WithdrawalCheck,
    /// A level of care.
    Level(LevelOfCare),
    /// Care for people under 18.
    Under18,
    /// Medicine for opioid use.
    MedicationOpioid,
    /// Medicine for alcohol use.
    MedicationAlcohol,
    /// Care in pregnancy.
    Pregnancy,
    /// Mental-health care at the same time.
    MentalHealth,
}

/// Overall fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every need is met.
    Fits,
    /// The first need is met; another is not, or the site does not say.
    Partly,
    /// The first need is not met.
    DoesNotFit,
    /// The site does not say whether it meets the first need.
    NotSaid,
}

/// Fit of a site's programs with a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Overall fit.
    pub verdict: Verdict,
    /// Needs of the result, the first step first, with the site's offer.
    pub needs: Vec<(Need, Offer)>,
}

/// Compares a result with a site's programs. `None` where no program is suggested: an emergency,
/// a helpline or a doctor comes first, or no treatment is indicated.
pub fn fit(programs: &Programs, result: &Recommendation) -> Option<Fit> {
    match result.headline.points_to {
        PointsTo::Emergency | PointsTo::Helpline | PointsTo::Doctor => return None,
        PointsTo::Program => {}
    }
    let mut needs = Vec::new();
    match result.first_step {
        FirstStep::None => {}
        FirstStep::WithdrawalCheck => {
            needs.push((Need::WithdrawalCheck, programs.withdrawal_check()));
        }
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => {
            needs.push((Need::WithdrawalCare, programs.withdrawal_care_24h()));
        }
    }
    // After 24-hour care, the level that follows is the next thing to look for.
    let level = match result.first_step {
        FirstStep::WithdrawalCare | FirstStep::EmergencyDepartment => result.next_level,
        FirstStep::None | FirstStep::WithdrawalCheck => result.level,
    };
    match level {
        Some(LevelOfCare::NoneIndicated) if needs.is_empty() => return None,
        Some(LevelOfCare::NoneIndicated) => {}
        Some(level) => needs.push((Need::Level(level), programs.level(level))),
        None => needs.push((Need::Under18, programs.under_18)),
    }
    for (add_on, need, offer) in [
        (
            AddOn::MedicationOpioid,
            Need::MedicationOpioid,
            programs.medication_opioid,
        ),
        (
            AddOn::MedicationAlcohol,
            Need::MedicationAlcohol,
            programs.medication_alcohol,
        ),
        (AddOn::Pregnancy, Need::Pregnancy, programs.pregnancy),
        (
            AddOn::MentalHealth,
            Need::MentalHealth,
            programs.mental_health,
        ),
    ] {
        if result.add_ons.contains(&add_on) {
            needs.push((need, offer));
        }
    }
    // The first need is the first step, or the level where there is none.
    let verdict = match needs.first().map(|(_, offer)| *offer) {
        None => return None,
        Some(Offer::No) => Verdict::DoesNotFit,
        Some(Offer::NotSaid) => Verdict::NotSaid,
        Some(Offer::Yes) if needs.iter().all(|(_, offer)| *offer == Offer::Yes) => Verdict::Fits,
        Some(Offer::Yes) => Verdict::Partly,
    };
    Some(Fit { verdict, needs })
}
