//! C.4: from ratings to outputs.

use super::Raises::{AddOn as Add, FirstStep as W, Level as L, Track as Of, Urgency as U};
use super::Tables;
use super::ratings::{A, AD, AO, B, C, D, E, Ratings};
use super::red_flags::{RedFlags, TRACK_D, TRACK_O};
use crate::assessment::Track::{Danger, Opioid};

impl Tables<'_> {
    #[rustfmt::skip]
    #[allow(clippy::too_many_lines, reason = "one table, row by row")]
    pub fn floors(&mut self, flags: &RedFlags) {
        let a = &self.answers;
        let rows = self.rows.clone();
        let ratings = Ratings::of(&rows, a.never());
        let at = |scale, rank| ratings.at(scale, rank);
        let pregnant = self.pregnant();
        let misuse = a.at("opioid-supply", "some-misuse");
        let nobody_stays = a.at("someone-to-stay", "no");
        let opioids = a.used(&["opioids", "kratom"]);
        let recent_treatment = a.at("earlier-treatment", "past-12-months");
        let many_treatments = a.at("earlier-treatment", "more-than-once-in-12-months-or-5-ever");
        let [overdose_12, overdose_30] = ["past-12-months", "past-30-days"].map(|time| a.at("overdose", time));
        let after_care = a.at("inpatient-care", "yes");

        // The two red flags that read a rating, and the track of what was used (decision 0005).
        let r11_care = &flags.r11 & at(AD, 1);
        let r11_danger = &flags.r11 & a.last(&TRACK_D, "15-to-28-days");
        let r11_opioid = &flags.r11 & a.last(&TRACK_O, "15-to-28-days");
        let care_from_red_flag = &flags.r08 | &flags.r09 | &r11_care;
        let f08 = &pregnant & at(D, 2);
        let f08_danger = &f08 & (at(AD, 1) | self.danger_recent());
        let f08_opioid = &f08 & (at(AO, 1) | self.opioid_recent() | &misuse);

        // "As F02": what F03 and F04 add, and F05 at a rating of 3, F02 has added already.
        let sedatives = a.used(&["sedatives", "barbiturates"]);
        let alcohol = a.used(&["alcohol"]);
        let opioid_kind = a.used(&TRACK_O);

        let f03 = at(AD, 2) & (at(E, 3) | at(B, 2) | at(C, 3) | &nobody_stays);
        let f04 = at(AO, 2) & (at(E, 4) | at(C, 3) | at(B, 3));
        let f05 = at(A, 3) | &care_from_red_flag;
        let f05_danger = at(AD, 3) | &care_from_red_flag;
        let f09 = at(B, 3) & (at(D, 2) | at(A, 1));
        let f21 = at(D, 4) & (a.at("longest-stretch", "under-3-days") | &recent_treatment | at(C, 2));
        let [f30, f31] = [(3, 2), (2, 3)].map(|(least, rank)| a.count(least, &[at(B, rank), at(C, rank), at(D, rank), at(E, rank)]));
        let near_daily_use = a.near_daily("alcohol") & a.at("drinks-a-day", "8-14-drinks")
            | a.near_daily("opioids") & &misuse
            | a.near_daily("stimulants")
            | a.near_daily("sedatives") & a.at("sedative-source", "not-as-prescribed")
            | a.near_daily("barbiturates")
            | a.near_daily("ghb");
        let f34 = a.open("Q06", "Q12") | a.open("Q16", "Q20");
        let f34b = a.open("Q31a", "Q31c") | a.open("Q32", "Q32");
        let f36 = at(A, 1) | at(B, 2) | at(C, 2) | at(D, 1) | at(E, 3) | a.open("Q01b", "Q27") | a.open("Q31a", "Q32");
        let f43 = a.at("risky-ways", "sometimes") | a.used(&["unknown", "stimulants"]);
        let [f35, f40] = ["treatment-medicine", "shaky-recovery"].map(|item| a.at(item, "yes"));
        let (f41, f42) = (a.has("health-signs", "wounds"), a.has("wishes", "veterans"));
        let stimulants = a.used(&["stimulants"]);

        self.row("R11", &r11_care, &[W(2), Of(Danger, 2)]);
        self.row("R11", &r11_danger, &[Of(Danger, 1)]);
        self.row("R11", &r11_opioid, &[Of(Opioid, 1)]);
        self.row("F01", &at(A, 1), &[L(1)]);
        self.row("F02", &at(A, 2), &[L(2), U(2)]);
        self.row("F02", &at(AD, 2), &[W(1), Of(Danger, 1)]);
        self.row("F02", &at(AO, 2), &[W(1), Of(Opioid, 1)]);
        self.row("F02", &(at(AD, 2) & &sedatives), &[Add("TAPER")]);
        self.row("F02", &(at(AD, 2) & &alcohol), &[Add("M-AUD")]);
        self.row("F02", &(at(AO, 2) & opioid_kind), &[Add("M-MOUD"), Add("NALOX")]);
        self.row("F03", &f03, &[W(2), L(6), U(2), Of(Danger, 2)]);
        self.row("F04", &f04, &[W(2), L(5), U(2), Of(Opioid, 2)]);
        self.row("F05", &f05, &[L(6), U(3)]);
        self.row("F05", &f05_danger, &[W(2), Of(Danger, 2)]);
        self.row("F05", &at(AO, 3), &[W(2), Of(Opioid, 2)]);
        self.row("F05", &(&care_from_red_flag & sedatives), &[Add("TAPER")]);
        self.row("F05", &(&care_from_red_flag & alcohol), &[Add("M-AUD")]);
        self.row("F06", &at(A, 4), &[W(3), L(6), U(4)]);
        self.row("F07", &at(B, 2), &[L(2), U(1)]);
        self.row("F07", &pregnant, &[Add("PREG")]);
        self.row("F07b", &at(B, 3), &[L(2), U(3)]);
        self.row("F08", &f08, &[W(1), L(2), U(3), Add("PREG")]);
        self.row("F08", &f08_danger, &[Of(Danger, 1)]);
        self.row("F08", &f08_opioid, &[Of(Opioid, 1)]);
        self.row("F08", &(&f08 & &opioids), &[Add("M-MOUD")]);
        self.row("F09", &f09, &[L(6), U(3)]);
        self.row("F10", &at(B, 4), &[W(3), L(6), U(4)]);
        self.row("F11", &at(C, 2), &[L(1), U(1), Add("CO-MH")]);
        self.row("F12", &(at(C, 2) & at(D, 2)), &[L(3), U(1), Add("CO-MH")]);
        self.row("F13", &at(C, 3), &[L(2), U(3), Add("CO-MH")]);
        self.row("F14", &(at(C, 3) & at(D, 2)), &[L(4), U(3), Add("CO-MH")]);
        self.row("F15", &(at(C, 3) & (at(D, 4) | at(E, 3)) & at(D, 2)), &[L(5), U(3), Add("CO-MH")]);
        self.row("F16", &at(C, 4), &[L(2), U(4), Add("CO-MH")]);
        self.row("F16", &(at(C, 4) & at(D, 2)), &[L(6)]);
        self.row("F17", &at(D, 1), &[L(1)]);
        self.row("F18", &at(D, 2), &[L(2), U(1)]);
        self.row("F19", &at(D, 3), &[L(3), U(1)]);
        self.row("F20", &at(D, 4), &[L(3), U(1)]);
        self.row("F21", &f21, &[L(4), U(1)]);
        self.row("F22", &(at(D, 4) & at(E, 3)), &[L(5), U(1), Add("HOUSING")]);
        self.row("F23", &(at(D, 3) & at(E, 3)), &[L(4), U(1), Add("HOUSING")]);
        self.row("F24", &(at(D, 3) & at(E, 4)), &[L(5), U(2), Add("HOUSING"), Add("SAFE-HOME")]);
        self.row("F25", &(at(D, 2) & at(E, 3)), &[L(3), U(1), Add("HOUSING")]);
        self.row("F26", &at(E, 4), &[L(1), U(2), Add("SAFE-HOME"), Add("HOUSING")]);
        self.row("F27", &(&overdose_30 & at(D, 2)), &[L(3), U(3), Add("NALOX")]);
        self.row("F27", &(&overdose_30 & at(D, 2) & &opioids), &[Add("M-MOUD")]);
        self.row("F28", &(&overdose_30 & at(D, 3)), &[L(4), U(3), Add("NALOX")]);
        self.row("F29", &(&overdose_30 & at(D, 4) & at(E, 2)), &[L(5), U(3), Add("NALOX")]);
        self.row("F30", &f30, &[L(3), U(1)]);
        self.row("F31", &(f31 & at(D, 3)), &[L(5), U(2)]);
        self.row("F32", &misuse, &[L(2), U(1), Add("M-MOUD"), Add("NALOX")]);
        self.row("F33", &(stimulants & at(D, 2)), &[L(2), U(1), Add("CM")]);
        self.row("F34", &f34, &[L(1), U(1), Add("TALK")]);
        self.row("F34b", &f34b, &[Add("TALK")]);
        self.row("F36", &f36, &[L(1)]);
        self.row("F35", &f35, &[Add("KEEP-MED")]);
        self.row("F37", &overdose_30, &[L(1), U(3), Add("NALOX")]);
        self.row("F37b", &overdose_12, &[L(1), U(1), Add("NALOX")]);
        self.row("F38", &after_care, &[L(3), U(1)]);
        self.row("F38b", &(&after_care & at(E, 3)), &[L(4), U(1), Add("HOUSING")]);
        self.row("F38c", &(&after_care & at(E, 4)), &[L(5), U(2), Add("HOUSING"), Add("SAFE-HOME")]);
        self.row("F39", &(at(D, 3) & &near_daily_use & recent_treatment), &[L(4)]);
        self.row("F39b", &(at(D, 3) & near_daily_use & many_treatments), &[L(5)]);
        self.row("F40", &f40, &[L(2), U(1)]);
        self.row("F41", &f41, &[Add("WOUND")]);
        self.row("F42", &f42, &[Add("VET")]);
        self.row("F43", &f43, &[L(1), Add("NALOX")]);
    }
}
