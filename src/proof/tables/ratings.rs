//! C.3: the five areas.

use super::Raises::Rating;
use super::red_flags::{RedFlags, TRACK_D, TRACK_O};
use super::{Row, Tables};
use crate::assessment::{Dimension, RiskRating, Scale};
use crate::proof::outcome::Fact;
use crate::proof::when::When;

/// Ratings as C.4 reads them: `at(scale, 2)` is that rating or above.
pub struct Ratings<'r> {
    rows: &'r super::Rows,
    never: When,
}

/// The scales, under the letters of the tables.
pub const AD: Scale = Scale::StoppingDanger;
pub const AO: Scale = Scale::StoppingOpioid;
pub const A: Scale = Scale::Whole(Dimension::StoppingSafely);
pub const B: Scale = Scale::Whole(Dimension::PhysicalHealth);
pub const C: Scale = Scale::Whole(Dimension::MindAndSafety);
pub const D: Scale = Scale::Whole(Dimension::UseAndControl);
pub const E: Scale = Scale::Whole(Dimension::HomeAndSupport);

impl<'r> Ratings<'r> {
    /// The ratings so far.
    pub fn of(rows: &'r super::Rows, never: When) -> Ratings<'r> {
        Ratings { rows, never }
    }

    /// Where a scale is at this rating or above.
    pub fn at(&self, scale: Scale, rank: usize) -> When {
        let Some(rating) = RiskRating::ALL.get(rank) else {
            return self.never.clone();
        };
        let fact = Fact::Rating(scale, *rating);
        let rated = |row: &Row| row.facts.get(&fact).cloned().map(When);
        let all = self.rows.values().filter_map(rated);
        all.fold(self.never.clone(), |any, one| any | one)
    }
}

impl Tables<'_> {
    /// The eleven constructs of A.3, at least so many.
    pub fn signs(&self, least: usize) -> When {
        let a = &self.answers;
        // Constructs 10 and 11 count only beyond a medicine taken as prescribed (below the D table).
        let beyond = a.beyond_as_prescribed();
        let counted = |(code, yes): (&str, When)| match code {
            "Q20.10" | "Q20.11" => yes & &beyond,
            _ => yes,
        };
        let signs: Vec<When> = a.signs("Q20").into_iter().map(counted).collect();
        a.count(least, &signs)
    }

    #[rustfmt::skip]
    pub fn stopping_safely(&mut self, flags: &RedFlags) {
        let a = &self.answers;
        let starred = self.starred();
        let (danger, opioid) = (self.danger_recent(), self.opioid_recent());
        let [alc5, alc8, alc15] = ["5-7-drinks", "8-14-drinks", "15-or-more-drinks"].map(|drinks| a.at("drinks-a-day", drinks));
        let alcohol_recent = a.last(&["alcohol"], "6-to-14-days");
        let sedatives_recent = a.last(&["sedatives", "barbiturates"], "15-to-28-days");
        let opioids_recent = a.last(&["opioids"], "15-to-28-days");
        let drinks_daily = a.near_daily("alcohol");
        let misuse = a.at("opioid-supply", "some-misuse");
        let [mild_d, strong_d] = ["one-or-two-mild", "three-or-more-or-worse"].map(|symptoms| a.at("symptoms-danger", symptoms));
        let [mild_o, strong_o] = ["one-or-two-mild", "three-or-more-or-worse"].map(|symptoms| a.at("symptoms-opioid", symptoms));
        let [sick_d, seizure_d] = ["shakes-sweats-or-sickness", "seizure-confusion-or-seeing-things"].map(|past| a.at("stopping-danger", past));
        let (waking_d, waking_o) = (a.at("waking-danger", "sometimes"), a.at("waking-opioid", "sometimes"));
        let seizure_o = a.at("stopping-opioid", "seizure-confusion-or-seeing-things");

        let a01 = a.near_daily("cannabis") | a.near_daily("stimulants");
        let a01b = a.near_daily("kratom");
        let a01b_2 = &a01b & (&waking_o | &mild_o);
        let a02 = (&alc5 & &drinks_daily | &alc15 & a.at("days-alcohol", "4-12-days")) & &alcohol_recent & &starred;
        let a03 = &alc8 & &drinks_daily & &alcohol_recent & &starred;
        let a04 = &waking_d & &danger & &starred;
        let a05 = &sick_d & &danger & &starred;
        let a06 = &mild_d & self.now_d();
        let a07 = a.at("sedative-source", "prescribed-4-weeks-or-more") & &sedatives_recent & &starred;
        let supply = &misuse & a.near_daily("opioids") | a.at("opioid-supply", "daily-street-supply");
        let a08 = (supply & &opioids_recent | &waking_o & &opioid) & &starred;
        let a08b = &strong_o & a.last(&TRACK_O, "within-5-days");
        let a08c = a.at("opioid-supply", "as-prescribed") & a.near_daily("opioids") & &opioids_recent & &starred;
        let a09 = a.near_daily("unknown") & &starred;
        let a10 = &alc15 & &drinks_daily & &alcohol_recent & &starred;
        let a11 = &seizure_d & &danger & &starred;
        let stacked = a.at("age", "65-or-over")
            | a.at("sedative-source", "prescribed-under-4-weeks") & a.used(&["alcohol"])
            | &misuse
            | self.pregnant()
            | a.at("health-conditions", "needs-care-soon")
            // Reads Q14 as unstable (A.2); B01 and B02 lie below the B03 that it sets.
            | a.has("health-signs", "cannot-keep-fluids-down")
            | a.has("health-signs", "seizure-disorder")
            | a.has("health-signs", "recent-head-injury")
            | a.at("bad-withdrawals", "3-or-more-times");
        let a12 = (&a03 | &a04 | &a05 | &a06) & stacked & &starred;
        let a13 = &strong_d & self.now_d();
        let a14 = a.at("sedative-source", "not-as-prescribed")
            & (a.near_daily("sedatives") | a.near_daily("barbiturates")) & &sedatives_recent & &starred;
        let a15 = a.near_daily("ghb") & a.last(&["ghb"], "15-to-28-days") & &starred;
        let a16 = a.near_daily("barbiturates") & a.last(&["barbiturates"], "15-to-28-days") & &starred;
        // C.3.1. Past trouble gives one point at sickness and three at its top option.
        let points = [
            a.at("days-alcohol", "1-3-days") & &alc5,
            sick_d,
            seizure_d.clone(),
            seizure_d,
            a.at("earlier-treatment", "once-or-more-over-12-months-ago"),
            a.at("memory-gaps", "yes"),
            a.used(&["sedatives", "barbiturates"]),
            a.used(&["ghb", "opioids", "kratom", "stimulants", "cannabis", "other", "unknown"]),
            a.last(&["alcohol"], "within-5-days") & &mild_d,
            waking_d,
        ];
        let a17 = a.count(4, &points) & &alc5 & &alcohol_recent & &starred;
        let a18 = a.at("opioid-supply", "daily-with-sedative-mixed-in") & &opioids_recent & &starred;
        let a18b = seizure_o & &opioid & &starred;
        let emergency = &flags.r01 | &flags.r12 | &flags.r16;
        let emergency_d = &emergency & a.used(&TRACK_D);
        let emergency_o = &emergency & a.used(&TRACK_O);

        self.row("A01", &a01, &[Rating(A, 1)]);
        self.row("A01b", &a01b, &[Rating(AO, 1)]);
        self.row("A01b", &a01b_2, &[Rating(AO, 2)]);
        self.row("A02", &a02, &[Rating(AD, 1)]);
        self.row("A03", &a03, &[Rating(AD, 2)]);
        self.row("A04", &a04, &[Rating(AD, 2)]);
        self.row("A05", &a05, &[Rating(AD, 2)]);
        self.row("A06", &a06, &[Rating(AD, 2)]);
        self.row("A07", &a07, &[Rating(AD, 2)]);
        self.row("A08", &a08, &[Rating(AO, 2)]);
        self.row("A08b", &a08b, &[Rating(AO, 2)]);
        self.row("A08c", &a08c, &[Rating(AO, 1)]);
        self.row("A09", &a09, &[Rating(AD, 2), Rating(AO, 2)]);
        self.row("A10", &a10, &[Rating(AD, 3)]);
        self.row("A11", &a11, &[Rating(AD, 3)]);
        self.row("A12", &a12, &[Rating(AD, 3)]);
        self.row("A13", &a13, &[Rating(AD, 3)]);
        self.row("A14", &a14, &[Rating(AD, 3)]);
        self.row("A15", &a15, &[Rating(AD, 3)]);
        self.row("A16", &a16, &[Rating(AD, 3)]);
        self.row("A17", &a17, &[Rating(AD, 3)]);
        self.row("A18", &a18, &[Rating(AO, 3)]);
        self.row("A18b", &a18b, &[Rating(AO, 3)]);
        self.row("A19", &emergency, &[Rating(A, 4)]);
        self.row("A19", &emergency_d, &[Rating(AD, 4)]);
        self.row("A19", &emergency_o, &[Rating(AO, 4)]);
    }

    #[rustfmt::skip]
    pub fn other_areas(&mut self, flags: &RedFlags) {
        let a = &self.answers;
        let body = ["cannot-be-woken", "not-breathing-well", "chest-pain", "overdose", "injury"];
        let b01 = a.at("health-conditions", "stable");
        let b02 = a.at("health-conditions", "needs-care-soon") | a.at("pregnancy", "recently-gave-birth");
        let b03 = a.at("health-conditions", "unstable-or-in-hospital") | a.has("health-signs", "cannot-keep-fluids-down");
        let b04 = a.one(&body, |sign| a.has("right-now", sign)) | &flags.r12;
        let c01 = a.at("mood", "some-days");
        let c02 = a.at("mood", "more-than-half-the-days") | a.at("suicidal-thoughts", "wish-not-to-be-alive")
            | a.at("suicide-attempt", "over-12-months-ago") | a.at("self-harm", "over-12-months-ago")
            | a.at("perception", "past");
        let c03 = a.at("mood", "cannot-function") | a.at("suicidal-thoughts", "thoughts-of-suicide")
            | a.at("suicide-attempt", "3-to-12-months-ago") | a.at("self-harm", "3-to-12-months-ago")
            | a.at("perception", "now-but-coping") | a.at("thoughts-of-hurting-others", "thoughts");
        let c04 = &flags.r02 | &flags.r03 | &flags.r06 | &flags.r10 | a.has("right-now", "about-to-act-on-suicide");
        let drinks_daily = a.near_daily("alcohol");
        let d01 = self.signs(1)
            | a.at("drinks-a-day", "5-7-drinks")
            | a.at("drinks-a-day", "3-4-drinks") & (a.at("age", "65-or-over") | &drinks_daily)
            | a.at("opioid-supply", "some-misuse")
            | a.at("sedative-source", "not-as-prescribed")
            | a.used(&["stimulants", "ghb", "barbiturates", "kratom", "other", "unknown"])
            | a.at("risky-ways", "sometimes");
        let [d02, d03, d04] = [2, 4, 6].map(|least| self.signs(least));
        let d05 = &d02 & a.at("earlier-treatment", "past-12-months");
        let d06 = a.at("opioid-supply", "daily-street-supply");
        let d07 = &d02 & a.at("overdose", "past-12-months");
        let d08 = a.at("drinks-a-day", "8-14-drinks") & &drinks_daily;
        let d08b = a.near_daily("stimulants");
        let [stressful, temporary, no_place] = ["stable-but-stressful", "temporary", "no-safe-place"].map(|place| a.at("living-place", place));
        let [mixed, mostly_use, threatens] =
            ["mixed", "mostly-use-or-no-support", "threatens-hurts-or-controls"].map(|people| a.at("people-around", people));
        let a1 = Ratings::of(&self.rows, a.never()).at(A, 1);
        let e01 = &stressful | &mixed;
        let e02 = a.at("someone-to-stay", "no") & a1 | stressful & mixed;
        let e03 = mostly_use | temporary;
        let e04 = no_place | threatens;

        self.row("B01", &b01, &[Rating(B, 1)]);
        self.row("B02", &b02, &[Rating(B, 2)]);
        self.row("B03", &b03, &[Rating(B, 3)]);
        self.row("B04", &b04, &[Rating(B, 4)]);
        self.row("C01", &c01, &[Rating(C, 1)]);
        self.row("C02", &c02, &[Rating(C, 2)]);
        self.row("C03", &c03, &[Rating(C, 3)]);
        self.row("C04", &c04, &[Rating(C, 4)]);
        self.row("D01", &d01, &[Rating(D, 1)]);
        self.row("D02", &d02, &[Rating(D, 2)]);
        self.row("D03", &d03, &[Rating(D, 3)]);
        self.row("D04", &d04, &[Rating(D, 4)]);
        self.row("D05", &d05, &[Rating(D, 3)]);
        self.row("D06", &d06, &[Rating(D, 3)]);
        self.row("D07", &d07, &[Rating(D, 3)]);
        self.row("D08", &d08, &[Rating(D, 3)]);
        self.row("D08b", &d08b, &[Rating(D, 3)]);
        self.row("E01", &e01, &[Rating(E, 1)]);
        self.row("E02", &e02, &[Rating(E, 2)]);
        self.row("E03", &e03, &[Rating(E, 3)]);
        self.row("E04", &e04, &[Rating(E, 4)]);
    }
}
