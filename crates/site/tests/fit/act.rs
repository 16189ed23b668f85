//! The act that a result leads with, for every story, hour and kind of site.

use assessment::{AddOn, FirstStep, PointsTo, Urgency};
use site::{Act, Hours, Opening, Programs, Site, WeekMinute, act};

use super::{everything, nothing, results};

/// A center with a number, open on Monday from 8 to 18.
fn center(programs: Programs) -> Site {
    Site {
        name: Some("Harbor Center".into()),
        phone: Some("1-555-555-0142".into()),
        programs,
        hours: Some(Hours {
            zone: "America/New_York".into(),
            open: vec![Opening {
                from: at(8),
                until: at(18),
            }],
            words: "Monday 8 to 18".into(),
        }),
        ..Site::default()
    }
}

fn at(hour: u8) -> WeekMinute {
    WeekMinute::of(0, hour, 0).unwrap()
}

#[test]
fn calls_the_site_only_where_it_offers_the_start_and_is_not_closed() {
    let mut calls = 0;
    for (name, result) in results() {
        let open = act(&center(everything()), &result, Some(at(10)));
        let leads_to_a_program = result.headline.points_to == PointsTo::Program
            && result.headline.code() != "level-0"
            && !result.add_ons.contains(&AddOn::Adolescent);
        assert_eq!(open == Act::CallSite, leads_to_a_program, "{name}");
        calls += usize::from(leads_to_a_program);
        let closed = act(&center(everything()), &result, Some(at(2)));
        assert_ne!(closed, Act::CallSite, "{name}: at night");
        let elsewhere = act(&center(nothing()), &result, Some(at(10)));
        assert_ne!(elsewhere, Act::CallSite, "{name}: does not offer the start");
        let silent = act(&Site::default(), &result, None);
        assert_eq!(
            silent, closed,
            "{name}: a site that says nothing is as one that is closed"
        );
    }
    assert!(calls > 80, "only {calls} stories lead to a program");
}

#[test]
fn leads_to_the_emergency_room_where_care_cannot_wait_and_nobody_is_known_to_answer() {
    for (name, result) in results() {
        let unknown = act(&center(everything()), &result, None);
        let cannot_wait = result.first_step >= FirstStep::WithdrawalCare
            && result.headline.points_to == PointsTo::Program;
        if cannot_wait {
            assert_eq!(unknown, Act::EmergencyRoom, "{name}");
        }
        let doctor_today =
            result.headline.points_to == PointsTo::Doctor && result.urgency >= Urgency::Today;
        if doctor_today || result.headline.is_emergency() {
            assert_eq!(unknown, Act::EmergencyRoom, "{name}");
        }
    }
}

#[test]
fn no_site_changes_the_act_where_a_line_or_a_doctor_comes_first() {
    for (name, result) in results() {
        if result.headline.points_to == PointsTo::Program {
            continue;
        }
        let with = act(&center(everything()), &result, Some(at(10)));
        assert_eq!(with, act(&Site::default(), &result, None), "{name}");
    }
}
