//! The one act that a result leads with: a number to call, or a door to go to.

use assessment::{AddOn, FirstStep, PointsTo, Recommendation, Urgency};

use super::Site;
use super::fit::{Verdict, fit};
use super::hours::WeekMinute;

/// What the first screen of a result asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A call to the site's own number.
    CallSite,
    /// A call to the free national helpline, which answers day and night.
    CallHelpline,
    /// The emergency room, which is open day and night.
    EmergencyRoom,
}

/// Chooses the act by danger, hour, site and level. A site's own number comes first only where it offers the start, nobody is under 18, and it
/// is not closed; where care cannot wait, only while it is known to be open (V05).
pub fn act(site: &Site, result: &Recommendation, now: Option<WeekMinute>) -> Act {
    let cannot_wait = result.first_step >= FirstStep::WithdrawalCare;
    match result.headline.points_to {
        PointsTo::Program if is_reachable(site, result, now, cannot_wait) => Act::CallSite,
        PointsTo::Program if cannot_wait => Act::EmergencyRoom,
        PointsTo::Emergency => Act::EmergencyRoom,
        PointsTo::Doctor if result.urgency >= Urgency::Today => Act::EmergencyRoom,
        PointsTo::Helpline | PointsTo::Doctor | PointsTo::Program => Act::CallHelpline,
    }
}

fn is_reachable(
    site: &Site,
    result: &Recommendation,
    now: Option<WeekMinute>,
    cannot_wait: bool,
) -> bool {
    let open = site
        .hours
        .as_ref()
        .zip(now)
        .map(|(hours, now)| hours.is_open(now));
    let offers = fit(&site.programs, result)
        .is_some_and(|fit| matches!(fit.verdict, Verdict::Fits | Verdict::Partly));
    site.name.is_some()
        && site.phone.is_some()
        && offers
        && !result.add_ons.contains(&AddOn::Adolescent)
        && if cannot_wait {
            open == Some(true)
        } else {
            open != Some(false)
        }
}
