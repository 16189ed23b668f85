//! How far a site's programs fit a result. The result is read, and never changed (I10).

use super::programs::{Offer, Programs};
use assessment::{AddOn, FirstStep, LevelOfCare, PointsTo, Recommendation};

/// Something the result asks for that a program has or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Medical withdrawal care around the clock.
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

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything asked for is offered.
    Fits,
    /// The start is offered; something else is not, or the site does not say.
    Partly,
    /// The start is not offered.
    DoesNotFit,
    /// The site does not say whether it offers the start.
    NotSaid,
}

/// How far a site fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// What it comes to.
    pub verdict: Verdict,
    /// What the result asks for, the start first, and whether the site offers it.
    pub needs: Vec<(Need, Offer)>,
}

/// Compares a result with what a site offers. Nothing where there is nothing to compare: an
/// emergency, a talk or a doctor that comes first, or no treatment for now.
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
    // After care around the clock, what follows is what a person looks for next.
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
    // The start is what comes first: the first step, or the level where there is none.
    let verdict = match needs.first().map(|(_, offer)| *offer) {
        None => return None,
        Some(Offer::No) => Verdict::DoesNotFit,
        Some(Offer::NotSaid) => Verdict::NotSaid,
        Some(Offer::Yes) if needs.iter().all(|(_, offer)| *offer == Offer::Yes) => Verdict::Fits,
        Some(Offer::Yes) => Verdict::Partly,
    };
    Some(Fit { verdict, needs })
}
