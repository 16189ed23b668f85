//! A fictional site, to show how its programs fit a result.

use std::rc::Rc;

use assessment::LevelOfCare;
use i18n::Words;
use journey::{Msg, OpenSections, Pace, update};
use site::{Hours, Offer, Opening, Programs, Site, WeekMinute, WithdrawalCareKind};

use super::{Drawing, Readiness, Specimen, TODAY};

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

/// Every result in both voices as it is first seen: each section closed. [`super::all`] has them open.
pub fn closed_results(words: &Words) -> Vec<Specimen> {
    let plain = super::states()
        .into_iter()
        .filter(|(name, _)| name.starts_with("result-"));
    let mut drawings: Vec<(String, Drawing)> = plain
        .map(|(name, model)| (name, Drawing::of(words, model, Readiness::Running, TODAY)))
        .collect();
    drawings.extend(results(words));
    let mut closed = Vec::new();
    for (name, mut drawing) in drawings {
        let mut model = (*drawing.model).clone();
        model.sections = OpenSections::default();
        let mut other = model.clone();
        let person = other.who_for();
        update(&mut other, Msg::Chose(person, 1));
        let count = if model.is_for_someone_else() { 1 } else { 2 };
        let voices = [("closed", model), ("someone-else-closed", other)];
        for (voice, model) in voices.into_iter().take(count) {
            drawing.model = Rc::new(model);
            closed.push(Specimen {
                name: format!("{name}-{voice}"),
                html: drawing.clone().draw(),
            });
        }
    }
    // A state of its own can be the other voice of another.
    closed.sort_by(|one, other| one.name.cmp(&other.name));
    closed.dedup_by(|one, other| one.name == other.name);
    closed
}

/// Results on the page of a center.
pub(super) fn results(words: &Words) -> Vec<(String, Drawing)> {
    let wanted = [
        ("result-site-fits", "result-iop", None),
        ("result-site-fits-partly", "result-withdrawal-check", None),
        ("result-site-does-not-fit", "result-medication-care", None),
        ("result-site-not-first", "result-keep-treatment", None),
        ("result-site-call-now", "result-iop", Some(Pace::CallNow)),
    ];
    let drawings = wanted.into_iter().map(|(name, result, pace)| {
        let mut model = super::named(result);
        model.pace = pace;
        let mut props = Drawing::of(words, model, Readiness::Running, TODAY);
        props.site = Rc::new(center());
        (name.to_owned(), props)
    });
    drawings.collect()
}
