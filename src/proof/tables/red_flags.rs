//! C.2: signs that need help now.

use super::Raises::{AddOn, Alert, FirstStep as W, Help, Track as Of, Urgency as U};
use super::Tables;
use crate::assessment::Track::Danger;
use crate::proof::when::When;

/// What later tables read of this one.
pub struct RedFlags {
    pub r01: When,
    pub r02: When,
    pub r03: When,
    pub r06: When,
    pub r08: When,
    pub r09: When,
    pub r10: When,
    pub r11: When,
    pub r12: When,
    pub r16: When,
}

/// Substances whose withdrawal can kill (C.1).
pub const TRACK_D: [&str; 5] = ["alcohol", "sedatives", "barbiturates", "ghb", "unknown"];

/// Opioid-like substances (C.1).
pub const TRACK_O: [&str; 3] = ["opioids", "kratom", "unknown"];

impl Tables<'_> {
    /// Alcohol counts up to 14 days after, sedatives, barbiturates, GHB and unknown up to 28 (C.3).
    pub fn danger_recent(&self) -> When {
        let a = &self.answers;
        a.last(&["alcohol"], "6-to-14-days")
            | a.last(
                &["sedatives", "barbiturates", "ghb", "unknown"],
                "15-to-28-days",
            )
    }

    /// The same for the opioid-like track (C.3).
    pub fn opioid_recent(&self) -> When {
        self.answers.last(&TRACK_O, "15-to-28-days")
    }

    /// NOW-D of C.3.
    pub fn now_d(&self) -> When {
        let a = &self.answers;
        a.last(&["alcohol", "ghb"], "within-5-days")
            | a.last(&["sedatives", "barbiturates", "unknown"], "15-to-28-days")
    }

    /// Rows with a star in C.3.
    pub fn starred(&self) -> When {
        let a = &self.answers;
        a.at("supervised-detox", "no")
            | a.last(&TRACK_D, "within-5-days")
            | a.last(&TRACK_O, "within-5-days")
    }

    /// "Pregnancy" of C.1.
    pub fn pregnant(&self) -> When {
        self.answers.at("pregnancy", "might-be")
    }

    #[rustfmt::skip]
    pub fn red_flags(&mut self) -> RedFlags {
        let a = &self.answers;
        let came_with = |sign| a.has("symptoms-with-it", sign);
        let seizure = a.at("stopping-danger", "seizure-confusion-or-seeing-things");
        let supply = a.at("opioid-supply", "some-misuse") | a.used(&["unknown"]);
        let signs = came_with("racing-heart") & came_with("vomiting") | came_with("confusion") | came_with("chest-pain");
        let r08 = a.at("symptoms-danger", "three-or-more-or-worse") & self.now_d();
        let flags = RedFlags {
            r01: a.any("right-now"),
            r02: a.at("suicidal-thoughts", "plan-intent-or-right-now"),
            r03: a.at("suicide-attempt", "past-3-months"),
            r06: a.at("thoughts-of-hurting-others", "plan-or-intent"),
            r09: &seizure & a.last(&TRACK_D, "6-to-14-days") & self.starred(),
            r10: a.at("perception", "now-and-not-coping"),
            r11: self.pregnant() & (a.last(&TRACK_D, "15-to-28-days") | a.last(&TRACK_O, "15-to-28-days")),
            r12: supply & a.at("symptoms-opioid", "three-or-more-or-worse") & signs,
            r16: &r08 & &seizure,
            r08,
        };
        let about_to_act = a.has("right-now", "about-to-act-on-suicide");
        let r03b = a.at("self-harm", "past-3-months");
        let r04 = a.at("suicidal-thoughts", "thoughts-of-suicide");
        let r05 = a.at("suicidal-thoughts", "wish-not-to-be-alive");
        let r07 = a.at("thoughts-of-hurting-others", "thoughts");
        let r13 = a.at("people-around", "threatens-hurts-or-controls");
        let r14 = a.at("overdose", "past-30-days");
        let r15 = a.at("age", "under-18");

        self.row("R01", &flags.r01, &[Alert(3), W(3), U(4), Help("emergency")]);
        self.row("R01", &about_to_act, &[Help("suicide-emergency")]);
        self.row("R02", &flags.r02, &[Alert(3), U(4), Help("suicide-emergency")]);
        self.row("R03", &flags.r03, &[Alert(3), U(4), Help("suicide-emergency")]);
        self.row("R03b", &r03b, &[Alert(2), U(3), Help("crisis-line")]);
        self.row("R04", &r04, &[Alert(2), U(3), Help("crisis-line")]);
        self.row("R05", &r05, &[Alert(1), U(2), Help("not-wanting-to-live")]);
        self.row("R06", &flags.r06, &[Alert(3), U(4), Help("harm-emergency")]);
        self.row("R07", &r07, &[Alert(2), U(3), Help("harm-thoughts")]);
        self.row("R08", &flags.r08, &[Alert(2), W(2), U(3), Help("withdrawal-today"), Of(Danger, 2)]);
        self.row("R09", &flags.r09, &[Alert(2), W(2), U(3), Help("withdrawal-today"), Of(Danger, 2)]);
        self.row("R10", &flags.r10, &[Alert(3), U(4), Help("psychiatric-emergency")]);
        self.row("R11", &flags.r11, &[Alert(1), W(1), U(3), Help("pregnancy")]);
        self.row("R12", &flags.r12, &[Alert(3), W(3), U(4), Help("emergency")]);
        self.row("R13", &r13, &[Alert(1), U(2), Help("safe-home")]);
        self.row("R14", &r14, &[Alert(1), U(3), Help("recent-overdose")]);
        self.row("R15", &r15, &[U(1), AddOn("ADOL")]);
        self.row("R16", &flags.r16, &[Alert(3), W(3), U(4), Help("emergency")]);
        flags
    }
}
