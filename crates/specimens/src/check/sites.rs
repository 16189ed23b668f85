//! A fictional site, to show how its programs fit a result.

use assessment::LevelOfCare;
use site::{Hours, Offer, Opening, Programs, Site, WeekMinute, WithdrawalCareKind};

/// A blue rectangle.
const LOGO: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAIAAAC6iKlyAAAAUklEQVR42u3QQQ0AAAgEoGtiI/vY3hbOBxsJSPVwIApEi0a0aNEWRItGtGjRFkSLRrRo0YgWjWjRohEtGtGiRSNaNKJFi0a0aESLFo1o0Yj+ZwFyqdlxYiazlwAAAABJRU5ErkJggg==";

/// A center with outpatient levels and outpatient withdrawal care, open on weekdays.
pub(super) fn center() -> Site {
    let weekday = |day| {
        let from = WeekMinute::of(day, 8, 0);
        let until = WeekMinute::of(day, 18, 0);
        from.zip(until).map(|(from, until)| Opening { from, until })
    };
    Site {
        name: Some("Harbor Center".into()),
        logo: Some(LOGO.into()),
        phone: Some("1-555-555-0142".into()),
        address: vec!["12 Harbor Street".into(), "Portland, ME 04101".into()],
        report: Some("quality@harbor.example".into()),
        programs: Programs {
            levels: Some(vec![
                LevelOfCare::EarlySupport,
                LevelOfCare::Outpatient,
                LevelOfCare::IntensiveOutpatient,
            ]),
            withdrawal_care: WithdrawalCareKind::Outpatient,
            medication_opioid: Offer::Yes,
            medication_alcohol: Offer::NotSaid,
            mental_health: Offer::Yes,
            pregnancy: Offer::No,
            under_18: Offer::No,
            payment: vec![
                "Medicaid".into(),
                "most health plans".into(),
                "by income".into(),
            ],
            languages: vec!["English".into(), "Spanish".into()],
        },
        hours: Some(Hours {
            zone: "America/New_York".into(),
            open: (0..5).filter_map(weekday).collect(),
            words: "Monday to Friday, 8 to 6".into(),
        }),
        ..Site::default()
    }
}
