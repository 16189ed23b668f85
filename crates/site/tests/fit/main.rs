//! Tests of the fit between programs and results, for every story and several sites.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use assessment::{AddOn, FirstStep, LevelOfCare, PointsTo, Recommendation, assess};
use content::questionnaire;
use site::{Need, Offer, Programs, Verdict, WithdrawalCareKind, fit};

mod act;

use test_support::stories;

use stories::stories;

fn everything() -> Programs {
    Programs {
        levels: Some(LevelOfCare::ALL.to_vec()),
        withdrawal_care: WithdrawalCareKind::AroundTheClock,
        medication_opioid: Offer::Yes,
        medication_alcohol: Offer::Yes,
        mental_health: Offer::Yes,
        pregnancy: Offer::Yes,
        under_18: Offer::Yes,
        payment: Vec::new(),
        languages: Vec::new(),
    }
}

fn nothing() -> Programs {
    Programs {
        levels: Some(Vec::new()),
        withdrawal_care: WithdrawalCareKind::None,
        medication_opioid: Offer::No,
        medication_alcohol: Offer::No,
        mental_health: Offer::No,
        pregnancy: Offer::No,
        under_18: Offer::No,
        payment: Vec::new(),
        languages: Vec::new(),
    }
}

fn results() -> Vec<(String, Recommendation)> {
    let all = stories().into_iter();
    all.map(|story| (story.name, assess(questionnaire(), &story.response)))
        .collect()
}

#[test]
fn fit_of_full_empty_and_silent_sites() {
    let mut compared = 0;
    for (name, result) in results() {
        let verdict = |programs: &Programs| fit(programs, &result).map(|fit| fit.verdict);
        let Some(with_everything) = verdict(&everything()) else {
            continue;
        };
        compared += 1;
        assert_eq!(with_everything, Verdict::Fits, "{name}");
        assert_eq!(verdict(&nothing()), Some(Verdict::DoesNotFit), "{name}");
        assert_eq!(
            verdict(&Programs::default()),
            Some(Verdict::NotSaid),
            "{name}"
        );
    }
    assert!(compared > 80, "only {compared} stories were compared");
}

/// A headline that points to emergency help, a helpline or a doctor suggests no program (V05).
#[test]
fn no_fit_where_no_program_is_suggested() {
    for (name, result) in results() {
        let nothing_to_compare = match result.headline.points_to {
            PointsTo::Emergency | PointsTo::Helpline | PointsTo::Doctor => true,
            PointsTo::Program => result.headline.code() == "level-0",
        };
        let compared = fit(&everything(), &result).is_some();
        assert_eq!(compared, !nothing_to_compare, "{name}");
    }
}

#[test]
fn needs_are_unique_and_the_first_step_is_first() {
    for (name, result) in results() {
        let Some(found) = fit(&everything(), &result) else {
            continue;
        };
        let needs: Vec<Need> = found.needs.iter().map(|(need, _)| *need).collect();
        for (position, need) in needs.iter().enumerate() {
            assert!(
                !needs[..position].contains(need),
                "{name} names {need:?} twice"
            );
        }
        let start = match result.first_step {
            FirstStep::WithdrawalCheck => Some(Need::WithdrawalCheck),
            FirstStep::WithdrawalCare => Some(Need::WithdrawalCare),
            FirstStep::None => result.level.map(Need::Level).or(Some(Need::Under18)),
            FirstStep::EmergencyDepartment => None,
        };
        assert_eq!(needs.first().copied(), start, "{name}");
        for (add_on, need) in [
            (AddOn::MedicationOpioid, Need::MedicationOpioid),
            (AddOn::MedicationAlcohol, Need::MedicationAlcohol),
            (AddOn::Pregnancy, Need::Pregnancy),
            (AddOn::MentalHealth, Need::MentalHealth),
        ] {
            let asked = result.add_ons.contains(&add_on);
            assert_eq!(needs.contains(&need), asked, "{name}: {need:?}");
        }
        let under_18 = result.level.is_none();
        assert_eq!(needs.contains(&Need::Under18), under_18, "{name}");
    }
}

#[test]
fn site_without_the_first_need_never_fits() {
    for (name, result) in results() {
        let without_start = Programs {
            levels: Some(Vec::new()),
            withdrawal_care: WithdrawalCareKind::None,
            under_18: Offer::No,
            ..everything()
        };
        if let Some(found) = fit(&without_start, &result) {
            assert_eq!(found.verdict, Verdict::DoesNotFit, "{name}");
        }
    }
}

#[test]
fn outpatient_checks_are_not_24_hour_care() {
    let by_visits = Programs {
        withdrawal_care: WithdrawalCareKind::Outpatient,
        ..everything()
    };
    for (name, result) in results() {
        if let Some(found) = fit(&by_visits, &result) {
            let wanted = match result.first_step {
                FirstStep::WithdrawalCare => Verdict::DoesNotFit,
                FirstStep::None | FirstStep::WithdrawalCheck | FirstStep::EmergencyDepartment => {
                    Verdict::Fits
                }
            };
            assert_eq!(found.verdict, wanted, "{name}");
        }
    }
}
